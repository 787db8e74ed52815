//! Error objects in answers with a status of success, and answers without content.

use graph_resource::edm::DynamicProperties;
use graph_resource::{Error, ErrorKind, Updated, graph_complex, graph_resource};

use crate::support::{client_answering, client_answering_with};

#[graph_resource(path = "/things")]
#[derive(Debug, Clone, PartialEq)]
struct Thing {
    #[graph(key)]
    id: String,
    name: Option<String>,
}

/// Every property may be missing.
#[graph_resource(path = "/settings")]
#[derive(Debug, Clone, PartialEq)]
struct Settings {
    name: Option<String>,
    size: Option<i64>,
}

#[graph_resource(path = "/fields", emit_type = "never")]
#[derive(Debug, Clone, PartialEq)]
struct Fields {
    title: Option<String>,
    #[graph(extra)]
    columns: DynamicProperties,
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq)]
struct Problem {
    code: Option<String>,
    message: Option<String>,
}

#[graph_resource(path = "/operations/1")]
#[derive(Debug, Clone, PartialEq)]
struct Operation {
    status: Option<String>,
    error: Option<Problem>,
}

/// Its service answers a property `error` that is not declared.
#[graph_resource(path = "/operations/2")]
#[derive(Debug, Clone, PartialEq)]
struct Status {
    status: Option<String>,
    nested: Option<Box<Nested>>,
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq)]
struct Nested {
    name: Option<String>,
}

const ERROR: &str = r#"{"error":{"code":"generalException","message":"m"}}"#;

fn assert_error(error: &Error, status: u16) {
    assert_eq!(error.kind(), ErrorKind::UnexpectedAnswer, "{error}");
    assert_eq!(error.status().unwrap(), status);
    assert_eq!(error.code(), Some("generalException"));
    assert_eq!(error.message(), "m");
    assert!(error.raw_body().is_some());
}

#[tokio::test]
async fn an_error_object_is_an_error_of_every_operation() {
    let client = client_answering(ERROR);
    let update = Settings::update()
        .name("n")
        .send(&client)
        .await
        .unwrap_err();
    assert_error(&update, 200);
    assert_eq!(
        update.to_string(),
        "200 OK (generalException): m [PATCH /settings]"
    );
    assert_error(&Settings::get().send(&client).await.unwrap_err(), 200);
    let modify = Settings::get().modify(|settings| settings.size = None);
    let modify = modify.send(&client).await;
    assert_error(&modify.unwrap_err(), 200);
    assert_error(&Thing::get("1").send(&client).await.unwrap_err(), 200);
    assert_error(&Thing::list().send(&client).await.unwrap_err(), 200);
    assert_error(&Thing::delete("1").send(&client).await.unwrap_err(), 200);
    let create = Thing::create().name("n");
    assert_error(&create.send(&client).await.unwrap_err(), 200);
    let response = Thing::update("1")
        .name("n")
        .send_with_response(&client)
        .await;
    assert_error(&response.unwrap_err(), 200);
    let open = Fields::update().title("t").send(&client).await;
    assert_error(&open.unwrap_err(), 200);
}

#[tokio::test]
async fn an_error_object_is_an_error_under_every_status_of_success() {
    for status in [200, 201, 202, 207] {
        let client = client_answering_with(status, ERROR);
        let update = Settings::update().name("n").send(&client).await;
        assert_error(&update.unwrap_err(), status);
        let delete = Thing::delete("1").send(&client).await;
        assert_error(&delete.unwrap_err(), status);
    }
}

#[tokio::test]
async fn an_error_object_may_have_control_information_and_any_form() {
    for body in [
        r#"{"@odata.context":"https://graph.microsoft.com/v1.0/$metadata#a","error":{"code":"generalException","message":"m"}}"#,
        r#"{ "error" : {"code":"generalException","message":{"value":"m"}}, "@odata.etag":"x" }"#,
        "\u{feff}{\"Error\":{\"Code\":\"generalException\",\"Message\":\"m\"}}",
        r#"{"odata.error":{"code":"generalException","message":{"lang":"en","value":"m"}}}"#,
        r#"{"error":"generalException","error_description":"m"}"#,
    ] {
        let client = client_answering(body);
        let update = Settings::update().name("n").send(&client).await;
        assert_error(&update.unwrap_err(), 200);
        assert_error(&Thing::list().send(&client).await.unwrap_err(), 200);
    }
}

#[tokio::test]
async fn a_page_that_an_error_interrupts_is_an_error() {
    let body = r#"{"value":[{"id":"1"}],"error":{"code":"generalException","message":"m"}}"#;
    let page = Thing::list().send(&client_answering(body)).await;
    assert_error(&page.unwrap_err(), 200);
    let body = r#"{"value":[{"id":"1"}],"error":null}"#;
    let page = Thing::list().send(&client_answering(body)).await;
    assert_eq!(page.unwrap().value.len(), 1);
}

#[tokio::test]
async fn a_declared_property_of_this_name_is_read() {
    let operation = Operation::get()
        .send(&client_answering(ERROR))
        .await
        .unwrap();
    let error = operation.error.unwrap();
    assert_eq!(error.code.as_deref(), Some("generalException"));
    assert_eq!(error.message.as_deref(), Some("m"));
    let update = Operation::update()
        .status("s")
        .send(&client_answering(ERROR))
        .await;
    assert!(update.unwrap().representation().unwrap().error.is_some());
}

#[tokio::test]
async fn an_error_among_other_properties_belongs_to_the_resource() {
    let body = r#"{"error":{"code":"c","message":"m"},"status":"failed"}"#;
    let status = Status::get().send(&client_answering(body)).await.unwrap();
    assert_eq!(status.status.as_deref(), Some("failed"));
    let body = r#"{"status":"failed","error":{"code":"c","message":"m"}}"#;
    let status = Status::get().send(&client_answering(body)).await.unwrap();
    assert_eq!(status.status.as_deref(), Some("failed"));
    let body = r#"{"nested":{"error":{"code":"c","message":"m"}}}"#;
    let status = Status::get().send(&client_answering(body)).await.unwrap();
    assert_eq!(status.nested, Some(Box::new(Nested { name: None })));
    let accepted = client_answering_with(202, r#"{"status":"running","error":{"code":"c"}}"#);
    let update = Status::update().status("s").send(&accepted).await.unwrap();
    assert_eq!(update, Updated::Accepted);
}

#[tokio::test]
async fn no_content_is_an_error_where_a_value_is_asked_for() {
    let client = client_answering_with(204, "");
    for error in [
        Thing::get("1").send(&client).await.unwrap_err(),
        Settings::get().send(&client).await.unwrap_err(),
        Thing::list().send(&client).await.unwrap_err(),
    ] {
        assert_eq!(error.kind(), ErrorKind::UnexpectedAnswer);
        assert_eq!(error.status().unwrap(), 204);
        assert_eq!(
            error.message(),
            "the service has no content at this address, where the request asks for a value"
        );
    }
    let update = Settings::update().name("n").send(&client).await.unwrap();
    assert_eq!(update, Updated::NoContent);
}
