//! Forms of paths, from a request to the emulator that routes it.

use graph_resource::{Created, graph_resource};
use graph_resource_emulator::Emulator;
use serde_json::json;

use crate::support::client;

#[graph_resource(path = "/me/drive/root:/{*path}:/children", emit_type = "never")]
#[derive(Debug, Clone, PartialEq)]
struct DriveItem {
    #[graph(key)]
    id: String,
    name: Option<String>,
}

#[graph_resource(path = "/orders(year={year},no='{no}')/lines", emit_type = "never")]
#[derive(Debug, Clone, PartialEq)]
struct Line {
    #[graph(key)]
    number: i32,
    text: Option<String>,
}

#[graph_resource(path = "/products", keys = "parentheses", emit_type = "never")]
#[derive(Debug, Clone, PartialEq)]
struct Product {
    #[graph(key)]
    number: i32,
    name: Option<String>,
}

#[graph_resource(
    path = "/users/{id}/photo",
    singleton,
    operations(get, update),
    emit_type = "never"
)]
#[derive(Debug, Clone, PartialEq)]
struct Photo {
    #[graph(key, default)]
    id: String,
    width: Option<i32>,
}

fn start() -> (Emulator, graph_resource::Client) {
    let emulator = Emulator::builder()
        .serve::<DriveItem>()
        .serve::<Line>()
        .serve::<Product>()
        .serve::<Photo>()
        .start()
        .unwrap();
    let client = client(&emulator);
    (emulator, client)
}

#[tokio::test]
async fn a_path_in_a_drive_is_a_collection_of_its_own() {
    let (emulator, client) = start();
    let create = DriveItem::create("Documents/Q 1#").name("a.txt");
    let Created::Representation(created) = create.send(&client).await.unwrap() else {
        panic!("there is no item");
    };
    let get = DriveItem::get("/Documents/Q 1#", &created.id);
    assert_eq!(get.send(&client).await.unwrap(), created);
    let page = DriveItem::list("Documents/Q 1#")
        .send(&client)
        .await
        .unwrap();
    assert_eq!(page.value, std::slice::from_ref(&created));
    let page = DriveItem::list("Documents").send(&client).await.unwrap();
    assert_eq!(page.value, []);
    let path = format!(
        "/me/drive/root:/Documents/Q%201%23:/children/{}",
        created.id
    );
    assert_eq!(emulator.get(&path).unwrap()["name"], "a.txt");
}

#[tokio::test]
async fn the_parts_of_a_key_lead_to_what_is_below_the_item() {
    let (emulator, client) = start();
    let line = json!({ "number": 7, "text": "t" });
    emulator
        .insert("/orders(year=2026,no='a''b')/lines", line)
        .unwrap();
    let line = Line::get(2026, "a'b", 7).send(&client).await.unwrap();
    assert_eq!(line.text.as_deref(), Some("t"));
    let error = Line::get(2025, "a'b", 7).send(&client).await.unwrap_err();
    assert!(error.is_not_found(), "{error}");
}

#[tokio::test]
async fn an_item_is_found_by_a_key_in_parentheses() {
    let (emulator, client) = start();
    emulator
        .insert("/products", json!({ "number": 7, "name": "n" }))
        .unwrap();
    Product::update(7).name("m").send(&client).await.unwrap();
    let product = Product::get(7).send(&client).await.unwrap();
    assert_eq!(product.name.as_deref(), Some("m"));
    assert_eq!(emulator.requests()[0].path(), "/v1.0/products(7)");
}

#[tokio::test]
async fn a_resource_may_have_a_key_that_is_not_in_its_address() {
    let (emulator, client) = start();
    Photo::update("ada").width(48).send(&client).await.unwrap();
    assert_eq!(
        Photo::get("ada").send(&client).await.unwrap().width,
        Some(48)
    );
    assert_eq!(Photo::get("eva").send(&client).await.unwrap().width, None);
    assert_eq!(emulator.requests()[0].path(), "/v1.0/users/ada/photo");
}
