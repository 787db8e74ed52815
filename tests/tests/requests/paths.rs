//! All forms of paths that Microsoft Graph and OData have.

use graph_resource::{ErrorKind, Request, Resource, graph_resource};

use crate::support::http;

#[graph_resource(
    path = "/me/drive/root:/{*path}:/children",
    also(item(path = "/me/drive/root:/{*path}", singleton)),
    emit_type = "never"
)]
#[derive(Debug)]
struct DriveItem {
    #[graph(key)]
    id: String,
    name: Option<String>,
}

#[graph_resource(path = "/me/drive/root:/{name}:/permission", emit_type = "never")]
#[derive(Debug)]
struct Permission {
    role: Option<String>,
}

#[graph_resource(path = "/orders(year={year},no='{no}')/lines", emit_type = "never")]
#[derive(Debug)]
struct Line {
    #[graph(key)]
    number: i32,
    text: Option<String>,
}

#[graph_resource(
    path = "/products",
    keys = "parentheses",
    also(of_shop = "/shops('{shop}')/products"),
    emit_type = "never"
)]
#[derive(Debug)]
struct Product {
    #[graph(key)]
    number: i32,
    name: Option<String>,
}

#[graph_resource(
    path = "/categories",
    keys = "parentheses",
    update(method = "PUT"),
    emit_type = "never"
)]
#[derive(Debug)]
struct Category {
    #[graph(key)]
    name: String,
    text: Option<String>,
}

#[graph_resource(
    path = "/groups/{group_id}/members/microsoft.graph.user",
    operations(list, get)
)]
#[derive(Debug)]
struct User {
    #[graph(key)]
    id: String,
    mail: Option<String>,
}

/// A resource with a key that is not part of its address, below a parameter of the same name.
#[graph_resource(
    path = "/users/{id}/photo",
    singleton,
    operations(get, update, delete),
    emit_type = "never"
)]
#[derive(Debug)]
struct Photo {
    #[graph(key)]
    id: String,
    width: Option<i32>,
}

fn line(request: &impl Request) -> String {
    let http = http(request).unwrap();
    let path = http.uri().path().strip_prefix("/v1.0").unwrap();
    format!("{} {path}", http.method())
}

#[test]
fn each_form_is_an_address() {
    let category = Category {
        name: "O'Neil".to_owned(),
        text: None,
    };
    for (line, expected) in [
        (
            line(&DriveItem::list("Documents/Q 1")),
            "GET /me/drive/root:/Documents/Q%201:/children",
        ),
        (
            line(&DriveItem::get("/Documents", "1")),
            "GET /me/drive/root:/Documents:/children/1",
        ),
        (
            line(&DriveItem::item("a/b:c").get()),
            "GET /me/drive/root:/a/b%3Ac",
        ),
        (
            line(&Permission::get("a.txt")),
            "GET /me/drive/root:/a.txt:/permission",
        ),
        (
            line(&Line::get(2026, "a'b", 7)),
            "GET /orders(year=2026,no='a%27%27b')/lines/7",
        ),
        (line(&Product::get(7)), "GET /products(7)"),
        (line(&Product::update(-7).name("n")), "PATCH /products(-7)"),
        (
            line(&Product::of_shop("s").delete(7)),
            "DELETE /shops('s')/products(7)",
        ),
        (line(&Product::list()), "GET /products"),
        (
            line(&Category::get("O'Neil")),
            "GET /categories('O%27%27Neil')",
        ),
        (
            line(&Category::replace(&category)),
            "PUT /categories('O%27%27Neil')",
        ),
        (
            line(&User::list("g")),
            "GET /groups/g/members/microsoft.graph.user",
        ),
        (
            line(&User::get("g", "1")),
            "GET /groups/g/members/microsoft.graph.user/1",
        ),
        (line(&Photo::get("ada")), "GET /users/ada/photo"),
        (
            line(&Photo::update("ada").width(1)),
            "PATCH /users/ada/photo",
        ),
        (line(&Photo::delete("ada")), "DELETE /users/ada/photo"),
    ] {
        assert_eq!(line, expected);
    }
}

#[test]
fn a_value_that_would_change_the_address_is_refused() {
    for error in [
        http(&DriveItem::list("../secret")).unwrap_err(),
        http(&DriveItem::list("a//b")).unwrap_err(),
        http(&DriveItem::item("").get()).unwrap_err(),
        http(&Line::list("2026,no='x'", "a")).unwrap_err(),
        http(&Line::list("", "a")).unwrap_err(),
    ] {
        assert_eq!(error.kind(), ErrorKind::InvalidRequest);
    }
}

#[test]
fn the_template_has_no_values() {
    let request = DriveItem::get("Documents/secret", "1");
    assert_eq!(
        request.path_template(),
        "/me/drive/root:/{*path}:/children/{id}"
    );
    assert_eq!(Product::INFO.item_path(), "/products({number})");
    assert_eq!(Category::INFO.item_path(), "/categories('{name}')");
    assert_eq!(Photo::INFO.item_path(), "/users/{id}/photo");
}

#[test]
fn a_cast_brings_the_select_back() {
    let request = http(&User::list("g")).unwrap();
    assert_eq!(request.uri().query(), Some("$select=id,mail"));
}
