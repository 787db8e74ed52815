//! A read asks for what the struct declares.

use graph_resource::edm::DynamicProperties;
use graph_resource::{Get, List, Request, Resource, graph_complex, graph_resource, graph_union};

use crate::support::http;

#[graph_complex]
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct PasswordProfile {
    password: Option<String>,
}

#[graph_resource(path = "/users")]
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct User {
    #[graph(key)]
    id: String,
    #[graph(etag)]
    etag: Option<String>,
    #[graph(odata_type)]
    odata_type: Option<String>,
    display_name: Option<String>,
    #[graph(read_only)]
    created_date_time: Option<String>,
    #[graph(create_only)]
    mail_nickname: Option<String>,
    #[graph(create_only, write_only)]
    invitation: Option<String>,
    #[graph(write_only)]
    password_profile: Option<PasswordProfile>,
    #[graph(read_only, rename = "photo@odata.mediaReadLink")]
    photo: Option<String>,
    #[graph(on_select)]
    size: Option<i32>,
    #[graph(navigation)]
    direct_reports: Vec<User>,
    #[graph(navigation, expand)]
    manager: Option<Box<User>>,
    #[graph(navigation, bind, expand)]
    owned_objects: Vec<Group>,
    #[graph(navigation, expand)]
    member_of: Vec<Thing>,
}

const SELECT: &str = "$select=id,displayName,createdDateTime,mailNickname,size";
const EXPAND: &str = "$expand=manager($select=id,displayName,createdDateTime,mailNickname,size),ownedObjects,\
                      memberOf";

/// An open type.
#[graph_resource(path = "/groups")]
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Group {
    #[graph(key)]
    id: String,
    #[graph(extra)]
    others: DynamicProperties,
}

#[graph_union]
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Thing {
    Group(Group),
    #[graph(unknown)]
    Other(DynamicProperties),
}

#[graph_resource(path = "/things", extensible)]
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Base {
    #[graph(key)]
    id: String,
    name: Option<String>,
}

#[graph_resource(path = "/things")]
#[derive(Debug)]
struct Derived {
    #[graph(base)]
    base: Base,
    doors: Option<i32>,
}

#[graph_resource(path = "/things/microsoft.graph.cast")]
#[derive(Debug)]
struct Cast {
    #[graph(base)]
    base: Base,
    doors: Option<i32>,
}

/// A derived type with a collection of its own.
#[graph_resource(path = "/cars", select = "always")]
#[derive(Debug)]
struct Car {
    doors: Option<i32>,
    #[graph(base)]
    base: Base,
}

#[graph_resource(path = "/shy", select = "never")]
#[derive(Debug)]
struct Shy {
    #[graph(key)]
    id: String,
    #[graph(navigation, expand)]
    manager: Option<Car>,
}

/// A generic resource, of which nothing is known about the type parameter.
#[graph_resource(path = "/boxes")]
#[derive(Debug)]
struct Boxed<T> {
    #[graph(key)]
    id: String,
    #[graph(read_only)]
    content: Option<T>,
}

fn query(request: &impl Request) -> String {
    let request = http(request).unwrap();
    request.uri().query().unwrap_or_default().to_owned()
}

#[test]
fn a_read_selects_what_can_be_read_and_expands_what_is_declared() {
    let expected = format!("{SELECT}&{EXPAND}");
    assert_eq!(query(&User::get("1")), expected);
    assert_eq!(query(&User::list()), expected);
    assert_eq!((User::INFO.select(), User::INFO.expand()), (SELECT, EXPAND));
    assert_eq!(query(&Boxed::<String>::get("1")), "$select=id,content");
}

#[test]
fn writes_select_nothing() {
    for query in [
        query(&User::delete("1")),
        query(&User::update("1").display_name("x")),
        query(&User::create()),
    ] {
        assert_eq!(query, "");
    }
}

#[test]
fn nothing_is_selected_where_it_would_leave_something_out() {
    for query in [
        query(&Group::list()),
        query(&Base::get("1")),
        query(&Derived::list()),
    ] {
        assert_eq!(query, "");
    }
    assert_eq!(
        query(&Shy::get("1")),
        "$expand=manager($select=doors,id,name)"
    );
}

#[test]
fn a_derived_type_is_selected_by_a_cast_and_on_demand() {
    assert_eq!(query(&Cast::list()), "$select=doors,id,name");
    assert_eq!(query(&Car::get("1")), "$select=doors,id,name");
}

#[test]
fn a_request_can_select_something_else_or_nothing() {
    let get = || User::get("1");
    for (request, expected) in [
        (get().without_select(), EXPAND.to_owned()),
        (
            get().with_select(["id", "mail"]),
            format!("{EXPAND}&$select=id,mail"),
        ),
        (
            get().with_query("$SELECT", "id"),
            format!("{EXPAND}&$SELECT=id"),
        ),
        (
            get().with_query("expand", "drive"),
            format!("{SELECT}&expand=drive"),
        ),
        (
            get()
                .with_query("a", "b")
                .without_select()
                .with_select(["id"]),
            format!("{EXPAND}&a=b&$select=id"),
        ),
    ] {
        assert_eq!(query(&request), expected);
    }
}

#[test]
fn links_are_followed_as_they_are() {
    let base = "https://graph.microsoft.com/v1.0/users";
    assert_eq!(query(&Get::<User>::at(format!("{base}/1"))), "");
    assert_eq!(
        query(&List::<User>::at(format!("{base}?$skiptoken=x"))),
        "$skiptoken=x"
    );
    let selected = Get::<User>::at(format!("{base}/1?a=b")).with_select(["id"]);
    assert_eq!(query(&selected), "a=b&$select=id");
}

#[test]
fn an_option_that_is_given_twice_is_refused() {
    let link = "https://graph.microsoft.com/v1.0/users?$top=1";
    for (request, name) in [
        (
            User::list().with_query("$top", "1").with_query("$top", "2"),
            "$top",
        ),
        (
            User::list().with_query("$top", "1").with_query("top", "2"),
            "$top",
        ),
        (
            User::list().with_select(["id"]).with_query("$select", "id"),
            "$select",
        ),
        (List::at(link).with_query("$top", "2"), "$top"),
        (User::list().with_query("x", "1").with_query("x", "1"), "x"),
    ] {
        let error = http(&request).unwrap_err();
        let expected = format!("the query option `{name}` is given twice");
        assert!(error.message().starts_with(&expected), "{error}");
    }
    assert_eq!(
        query(
            &Group::update("1")
                .others("a", 1)
                .with_query("a", "1")
                .with_query("b", "1")
        ),
        "a=1&b=1"
    );
}

#[test]
fn a_select_without_properties_is_refused() {
    let error = http(&User::get("1").with_select::<&str>([])).unwrap_err();
    assert!(error.message().contains("`without_select()`"), "{error}");
}
