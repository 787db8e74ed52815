//! An answer without its key, which `$select` leaves out.

use graph_resource::{Resource, graph_resource};
use serde_json::json;

use crate::support::{body, client_answering, read, sent};

#[graph_resource(path = "/users", emit_type = "never", extensible)]
#[derive(Debug, Clone, PartialEq)]
struct User {
    #[graph(key)]
    id: Option<String>,
    display_name: Option<String>,
}

/// The client chooses the key.
#[graph_resource(path = "/schemas", emit_type = "never", operations(create))]
#[derive(Debug, Clone, PartialEq)]
struct Schema {
    #[graph(key, create_only)]
    id: Option<String>,
    description: Option<String>,
}

#[graph_resource(path = "/guests")]
#[derive(Debug, Clone, PartialEq)]
struct Guest {
    #[graph(base)]
    base: User,
    #[graph(navigation)]
    sponsors: Option<Vec<User>>,
}

#[tokio::test]
async fn an_answer_without_the_key_is_read() {
    let client = client_answering(r#"{"displayName":"A"}"#);
    let get = User::get("1").with_query("$select", "displayName");
    let user = get.send(&client).await.unwrap();
    assert_eq!((user.id, user.display_name.as_deref()), (None, Some("A")));
}

#[tokio::test]
async fn the_items_of_a_page_need_no_key() {
    let client = client_answering(r#"{"value":[{"displayName":"A"},{"id":"2"}]}"#);
    let page = User::list().send(&client).await.unwrap();
    assert_eq!(page.value[0].id, None);
    assert_eq!(page.value[1].id.as_deref(), Some("2"));
}

#[test]
fn the_key_of_a_base_and_of_an_expanded_item_may_be_missing() {
    let guest: Guest = read(json!({ "sponsors": [{ "displayName": "A" }] }));
    assert_eq!(guest.base.id, None);
    assert_eq!(guest.sponsors.unwrap()[0].id, None);
}

#[test]
fn the_address_takes_the_key_as_an_argument() {
    let update = User::update("1").display_name("A");
    assert_eq!(sent(&update).uri().path(), "/v1.0/users/1");
    assert_eq!(body(&update), r#"{"displayName":"A"}"#);
    assert_eq!(sent(&Guest::delete("1")).uri().path(), "/v1.0/guests/1");
}

#[test]
fn a_client_can_still_choose_the_key() {
    let create = Schema::create().id("ext_courses").description("d");
    assert_eq!(body(&create), r#"{"id":"ext_courses","description":"d"}"#);
    assert_eq!(
        body(&Schema::create().description("d")),
        r#"{"description":"d"}"#
    );
}

#[test]
fn the_key_of_an_item_is_never_null_in_the_description() {
    let id = User::INFO.type_info().property("id").unwrap();
    assert!(id.is_key() && id.is_read_only() && !id.is_nullable());
    assert_eq!(User::INFO.item_path(), "/users/{id}");
}
