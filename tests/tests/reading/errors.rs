//! Errors say where and why an answer cannot be read.

use std::error::Error as _;

use graph_resource::{Error, ErrorKind, graph_enum, graph_resource};
use time::OffsetDateTime;

use crate::support::client_answering;

#[graph_resource(path = "/users/{user_id}/images", exact)]
#[derive(Debug, Clone, PartialEq)]
struct Image {
    #[graph(key)]
    id: String,
    is_ready: bool,
    status: Option<Status>,
    sizes: Option<Vec<i64>>,
    created: Option<OffsetDateTime>,
}

#[graph_enum]
enum Status {
    Ready,
    #[graph(unknown)]
    Unknown(String),
}

fn assert_unreadable(error: &Error, path: &str, cause: &str) {
    assert_eq!(error.kind(), ErrorKind::UnexpectedAnswer);
    assert_eq!(
        error.message(),
        format!("the JSON of the answer cannot be read at `{path}`")
    );
    let source = error.source().unwrap().to_string();
    assert!(source.starts_with(cause), "{source}");
}

async fn page_error(body: &str) -> Error {
    Image::list("adele")
        .send(&client_answering(body.to_owned()))
        .await
        .unwrap_err()
}

#[tokio::test]
async fn an_error_in_a_page_names_the_item_and_the_property() {
    let error = page_error(
        r#"{"value":[
            {"id":"0","isReady":true},{"id":"1","isReady":true,"status":"Ready"},{"id":"2","isReady":false,"status":"new"},
            {"id":"3","isReady":true,"status":4}
        ]}"#,
    )
    .await;
    assert_unreadable(
        &error,
        "value[3].status",
        "invalid type: integer `4`, expected the name of a member",
    );
    assert_eq!(
        error.to_string(),
        "200 OK: the JSON of the answer cannot be read at `value[3].status` [GET /users/{user_id}/images]"
    );
}

#[tokio::test]
async fn an_error_in_a_collection_names_the_element() {
    let error = page_error(r#"{"value":[{"id":"0","isReady":true,"sizes":[1,"2",[]]}]}"#).await;
    assert_unreadable(
        &error,
        "value[0].sizes[2]",
        "invalid type: sequence, expected an integer of 64 bits",
    );
}

#[tokio::test]
async fn an_error_of_one_resource_names_the_property() {
    let client = client_answering(r#"{"id":"0","isReady":true,"created":"yesterday"}"#);
    let error = Image::get("adele", "0").send(&client).await.unwrap_err();
    assert_unreadable(&error, "created", "`yesterday`: ");
    assert_eq!(error.path_template(), Some("/users/{user_id}/images/{id}"));
}

#[tokio::test]
async fn a_missing_property_is_named_with_what_to_do() {
    let error = page_error(r#"{"value":[{"id":"0","isReady":true},{"id":"1"}]}"#).await;
    let cause = "the property `isReady` is missing (Edm.Boolean of microsoft.graph.image): `$select` decides what is answered, \
                 and the struct declares it neither as an `Option` nor with `#[graph(default)]`";
    assert_unreadable(&error, "value[1]", cause);
}

#[tokio::test]
async fn null_for_what_is_not_nullable_is_an_error_at_the_property() {
    let error = page_error(r#"{"value":[{"id":"0","isReady":null}]}"#).await;
    assert_unreadable(
        &error,
        "value[0].isReady",
        "invalid type: null, expected a boolean",
    );
}

#[tokio::test]
async fn another_type_is_an_error_at_the_object() {
    let error =
        page_error(r##"{"value":[{"@odata.type":"#microsoft.graph.event","id":"0"}]}"##).await;
    assert_unreadable(
        &error,
        "value[0]",
        "the object is a microsoft.graph.event, expected a microsoft.graph.image",
    );
}

#[tokio::test]
async fn a_page_without_a_collection_is_an_error() {
    assert_unreadable(
        &page_error(r#"{"id":"0","isReady":true}"#).await,
        ".",
        "missing field `value`",
    );
    assert_unreadable(
        &page_error("[]").await,
        ".",
        "invalid type: sequence, expected a page",
    );
}

#[tokio::test]
async fn a_truncated_answer_is_an_error_where_it_ends() {
    let error = page_error(r#"{"value":[{"id":"0","isReady":true},{"id":"1","isRe"#).await;
    assert_unreadable(&error, "value[1]", "EOF while parsing a string");
}

#[tokio::test]
async fn more_than_one_value_is_an_error() {
    let client = client_answering(r#"{"id":"0","isReady":true}{"id":"1"}"#);
    let error = Image::get("adele", "0").send(&client).await.unwrap_err();
    assert_unreadable(&error, ".", "trailing characters");
}

#[tokio::test]
async fn the_answer_to_an_update_is_read_as_strictly_as_any() {
    let client = client_answering(r#"{"id":"0","isReady":"yes"}"#);
    let error = Image::update("adele", "0")
        .is_ready(true)
        .send(&client)
        .await
        .unwrap_err();
    assert_unreadable(
        &error,
        "isReady",
        "invalid type: string \"yes\", expected a boolean",
    );
    assert_eq!(
        error.raw_body().map(|body| &body[..]),
        Some(&br#"{"id":"0","isReady":"yes"}"#[..])
    );
}
