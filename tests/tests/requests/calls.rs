//! Actions and functions as requests.

use bytes::Bytes;
use graph_resource::{
    Cloud, Endpoint, ErrorKind, Page, Request, graph_action, graph_complex, graph_enum,
    graph_function, graph_resource,
};
use serde_json::{Value, json};
use time::OffsetDateTime;
use time::macros::datetime;

#[graph_resource(path = "/me/messages")]
#[derive(Debug, Clone, PartialEq)]
struct Message {
    #[graph(key)]
    id: String,
    subject: Option<String>,
    body: Option<ItemBody>,
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq)]
struct ItemBody {
    content: Option<String>,
}

/// Sends a message.
#[graph_action(path = "/users/{user_id}/sendMail", also(me = "/me/sendMail"))]
struct SendMail {
    message: MessagePatch,
    save_to_sent_items: Option<bool>,
}

#[graph_action(path = "/me/sendMail", content_type = "text/plain")]
struct SendMime {
    mime: Bytes,
}

#[graph_action(path = "/deviceManagement/managedDevices/{id}/retire")]
struct Retire {}

#[graph_action(path = "/applications/{id}/addPassword", returns = PasswordCredential)]
struct AddPassword {
    #[graph(rename = "passwordCredential")]
    credential: Option<PasswordCredential>,
}

#[graph_complex]
#[derive(Clone, PartialEq)]
struct PasswordCredential {
    display_name: Option<String>,
    #[graph(sensitive)]
    secret_text: Option<String>,
}

#[graph_action(path = "/directoryObjects/getByIds", returns = Page<Value>)]
struct GetByIds {
    ids: Vec<String>,
    types: Option<Vec<String>>,
}

#[graph_enum]
enum Kind {
    Gallery,
    #[graph(unknown)]
    Unknown(String),
}

#[graph_function(path = "/images/find", version = "beta", returns = Vec<String>)]
struct Find {
    name: String,
    limit: i32,
    kind: Option<Kind>,
    since: Option<OffsetDateTime>,
    ids: Option<Vec<String>>,
}

#[graph_function(path = "/users/{user_id}/count", returns = i64)]
struct Count {}

fn graph() -> Endpoint {
    Endpoint::new(Cloud::Global)
}

fn built(request: &impl Request) -> http::Request<Bytes> {
    request.to_http_request(&graph()).unwrap()
}

fn body(request: &impl Request) -> Value {
    serde_json::from_slice(built(request).body()).unwrap()
}

fn path(request: &impl Request) -> String {
    built(request).uri().path_and_query().unwrap().to_string()
}

fn message() -> MessagePatch {
    MessagePatch::default().subject("Lunch").body(ItemBody {
        content: Some("At one?".to_owned()),
    })
}

#[test]
fn an_action_posts_its_parameters() {
    let call = SendMail::call("ada", message()).save_to_sent_items(false);
    assert_eq!(built(&call).method(), "POST");
    assert_eq!(path(&call), "/v1.0/users/ada/sendMail");
    let message = json!({
        "@odata.type": "#microsoft.graph.message",
        "subject": "Lunch",
        "body": { "content": "At one?" },
    });
    let expected = json!({ "message": message, "saveToSentItems": false });
    assert_eq!(body(&call), expected);
}

#[test]
fn what_a_call_can_leave_out_is_not_sent() {
    let call = SendMail::me(message());
    assert_eq!(path(&call), "/v1.0/me/sendMail");
    assert!(body(&call).get("saveToSentItems").is_none());
    assert_eq!(body(&AddPassword::call("1")), json!({}));
}

#[test]
fn an_action_without_parameters_has_no_body() {
    let built = built(&Retire::call("1"));
    assert!(built.body().is_empty());
    assert!(!built.headers().contains_key("content-type"));
}

#[test]
fn a_body_that_is_not_json_is_sent_as_it_is() {
    let built = built(&SendMime::call("RnJvbTogYWRh"));
    assert_eq!(built.headers()["content-type"], "text/plain");
    assert_eq!(built.body(), "RnJvbTogYWRh");
}

#[test]
fn collections_are_parameters() {
    let call = GetByIds::call(["a", "b"]).types(["user"]);
    assert_eq!(body(&call), json!({ "ids": ["a", "b"], "types": ["user"] }));
}

#[test]
fn a_function_has_its_parameters_in_the_path_as_literals() {
    let call = Find::call("Ada's image/1", 5)
        .kind(Kind::Gallery)
        .since(datetime!(2026-11-27 12:00 UTC));
    assert_eq!(built(&call).method(), "GET");
    assert!(built(&call).body().is_empty());
    assert_eq!(
        path(&call),
        "/beta/images/find(name='Ada''s%20image%2F1',limit=5,kind='gallery',since=2026-11-27T12:00:00Z)"
    );
}

#[test]
fn a_collection_of_a_function_is_an_alias_with_json_in_the_query() {
    let call = Find::call("a", 1).ids(["x", "y"]);
    assert_eq!(
        path(&call),
        "/beta/images/find(name='a',limit=1,ids=@ids)?@ids=%5B%22x%22,%22y%22%5D"
    );
}

#[test]
fn a_function_without_parameters_is_its_path() {
    assert_eq!(path(&Count::call("ada")), "/v1.0/users/ada/count");
}

#[test]
fn a_result_is_read_in_its_type() {
    fn read<R: Request>(_: &R, body: &'static str) -> R::Answer {
        let response = http::Response::builder().header("content-type", "application/json");
        R::read_answer(&response.body(Bytes::from_static(body.as_bytes())).unwrap()).unwrap()
    }
    let secret = read(&AddPassword::call("1"), r#"{"secretText":"s"}"#);
    assert_eq!(secret.secret_text.as_deref(), Some("s"));
    assert_eq!(read(&Count::call("ada"), r#"{"value":3}"#), 3);
    assert_eq!(read(&Find::call("a", 1), r#"{"value":["x"]}"#), ["x"]);
    read(&Retire::call("1"), "");
}

#[test]
fn debug_shows_no_sensitive_parameter() {
    let call = AddPassword::call("1").credential(PasswordCredential {
        display_name: Some("ci".to_owned()),
        secret_text: Some("hunter2".to_owned()),
    });
    let shown = format!("{call:?}");
    assert!(shown.contains("ci"), "{shown}");
    assert!(!shown.contains("hunter2"), "{shown}");
}

#[test]
fn calls_are_values() {
    let call = SendMail::me(message());
    assert_eq!(call.clone(), call);
    assert_ne!(call.clone().save_to_sent_items(true), call);
}

#[test]
fn an_id_that_cannot_be_in_a_path_is_refused() {
    let error = Retire::call("").to_http_request(&graph()).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidRequest);
}
