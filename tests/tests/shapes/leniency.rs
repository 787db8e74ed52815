//! Lenient reading, exact writing, and the places of mistakes.

use std::error::Error as _;

use graph_resource::edm::{DynamicProperties, Flags};
use graph_resource::{Error, ErrorKind, graph_complex, graph_enum, graph_resource, graph_union};
use serde_json::json;
use time::OffsetDateTime;

use crate::support::{client_answering, read, rewritten};

#[graph_resource(path = "/alerts", emit_type = "never")]
#[derive(Debug, Clone, PartialEq)]
struct Alert {
    #[graph(key)]
    id: String,
    is_read: Option<bool>,
    size: Option<i64>,
    #[graph(default)]
    tags: Vec<String>,
    severity: Option<Severity>,
    status: Option<Status>,
    evidence: Option<Vec<Evidence>>,
    scopes: Option<Flags<Scope>>,
    #[graph(extra)]
    others: DynamicProperties,
}

#[graph_enum]
pub enum Severity {
    High,
    #[graph(unknown)]
    Unknown(String),
}

#[graph_enum(flags)]
pub enum Scope {
    Mail,
    #[graph(unknown)]
    Unknown(String),
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq)]
pub struct Status {
    changed: Option<OffsetDateTime>,
    history: Option<Vec<Status>>,
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq)]
pub struct UserEvidence {
    count: i32,
    status: Option<Status>,
}

#[graph_union]
#[derive(Debug, Clone, PartialEq)]
pub enum Evidence {
    User(UserEvidence),
    #[graph(unknown)]
    Unknown(DynamicProperties),
}

async fn error(body: &'static str) -> Error {
    let error = Alert::list()
        .send(&client_answering(body))
        .await
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::UnexpectedAnswer);
    error
}

async fn assert_error(body: &'static str, path: &str, cause: &str) {
    let error = error(body).await;
    assert_eq!(
        error.message(),
        format!("the JSON of the answer cannot be read at `{path}`")
    );
    let source = error.source().unwrap().to_string();
    assert!(source.starts_with(cause), "{source}");
}

#[test]
fn leniently_read_values_are_written_exactly() {
    assert_eq!(
        rewritten::<Alert>(
            r#"{"scopes":" MAIL , mail","severity":"HIGH","tags":null,"size":"12","id":"1","isRead":null}"#
        ),
        r#"{"id":"1","size":12,"tags":[],"severity":"high","scopes":"mail"}"#
    );
}

#[test]
fn a_name_is_not_read_in_another_letter_case() {
    let alert: Alert = read(json!({ "id": "1", "isread": true }));
    assert_eq!(alert.is_read, None);
    assert_eq!(alert.others.get("isread"), Some(&json!(true)));
}

#[tokio::test]
async fn a_boolean_as_text_is_an_error_at_its_place() {
    assert_error(
        r#"{"value":[{"id":"1","isRead":true},{"id":"2","isRead":"true"}]}"#,
        "value[1].isRead",
        r#"invalid type: string "true", expected a boolean"#,
    )
    .await;
}

#[tokio::test]
async fn a_mistake_in_a_complex_value_is_named_by_its_path() {
    assert_error(
        r#"{"value":[{"id":"1","status":{"history":[{},{"changed":"yesterday"}]}}]}"#,
        "value[0].status.history[1].changed",
        "`yesterday`: ",
    )
    .await;
}

#[tokio::test]
async fn a_mistake_in_flags_is_named_by_its_path() {
    assert_error(
        r#"{"value":[{"id":"1","scopes":7}]}"#,
        "value[0].scopes",
        "invalid type: integer `7`, expected the names of members, separated by commas",
    )
    .await;
}

#[tokio::test]
async fn a_mistake_in_a_union_is_named_by_its_path() {
    assert_error(
        r##"{"value":[{"id":"1","evidence":[{"@odata.type":"#microsoft.graph.userEvidence","count":1,"status":{"changed":1}}]}]}"##,
        "value[0].evidence[0].status.changed",
        "invalid type: integer `1`, expected a DateTimeOffset",
    )
    .await;
}

#[tokio::test]
async fn a_mistake_in_a_union_whose_type_comes_last_is_named_by_its_whole_path() {
    assert_error(
        r##"{"value":[{"id":"1","evidence":[{},{"count":1,"status":{"history":[{"changed":1}]},"@odata.type":"#microsoft.graph.userEvidence"}]}]}"##,
        "value[0].evidence[1].status.history[0].changed",
        "invalid type: integer `1`, expected a DateTimeOffset",
    )
    .await;
    assert_error(
        r##"{"value":[{"id":"1","evidence":[{"status":null,"@odata.type":"#microsoft.graph.userEvidence"}]}]}"##,
        "value[0].evidence[0]",
        "the property `count` is missing",
    )
    .await;
}

#[tokio::test]
async fn a_missing_property_is_named_at_its_object() {
    assert_error(
        r##"{"value":[{"id":"1","evidence":[{"@odata.type":"#microsoft.graph.userEvidence"}]}]}"##,
        "value[0].evidence[0]",
        "the property `count` is missing",
    )
    .await;
}

#[tokio::test]
async fn another_kind_of_value_is_named_by_what_was_expected() {
    for (body, path, cause) in [
        (
            r#"{"value":[{"id":"1","status":"new"}]}"#,
            "value[0].status",
            r#"invalid type: string "new", expected an object of type microsoft.graph.status"#,
        ),
        (
            r#"{"value":[{"id":"1","evidence":{}}]}"#,
            "value[0].evidence",
            "invalid type: map, expected a collection",
        ),
        (
            r#"{"value":[{"id":"1","evidence":[7]}]}"#,
            "value[0].evidence[0]",
            "invalid type: integer `7`, expected an object",
        ),
        (
            r#"{"value":[{"id":"1","severity":{}}]}"#,
            "value[0].severity",
            "invalid type: map, expected the name of a member",
        ),
    ] {
        assert_error(body, path, cause).await;
    }
}

/// Collections and maps inside of maps, bases, merged parts and unions.
mod at_depth {
    use std::collections::BTreeMap;

    use graph_resource::edm::DynamicProperties;
    use graph_resource::{graph_complex, graph_union};

    #[graph_complex(extensible)]
    #[derive(Debug, Clone, PartialEq, Default)]
    pub(super) struct Base {
        pub(super) tags: Vec<String>,
        pub(super) labels: BTreeMap<String, i32>,
    }

    #[graph_complex]
    #[derive(Debug, Clone, PartialEq, Default)]
    pub(super) struct Derived {
        #[graph(base)]
        pub(super) base: Base,
        #[graph(merge)]
        pub(super) part: Base,
        pub(super) lists: BTreeMap<String, Vec<String>>,
        pub(super) rows: Vec<Vec<Option<i32>>>,
    }

    #[graph_union]
    #[derive(Debug, Clone, PartialEq)]
    pub(super) enum Any {
        Derived(Box<Derived>),
        #[graph(unknown)]
        Unknown(DynamicProperties),
    }
}

#[test]
fn null_and_missing_collections_are_empty_at_every_depth() {
    let json = json!({
        "@odata.type": "#microsoft.graph.derived",
        "tags": ["a", null],
        "part": { "labels": null },
        "lists": { "a": null, "b": [null, "x"] },
        "rows": [null, [1, null]],
    });
    let at_depth::Any::Derived(derived) = read(json) else {
        panic!("another variant");
    };
    assert_eq!(derived.base.tags, ["a"]);
    assert!(derived.base.labels.is_empty());
    assert_eq!(derived.part, at_depth::Base::default());
    assert_eq!(derived.lists["a"], Vec::<String>::new());
    assert_eq!(derived.lists["b"], ["x"]);
    assert_eq!(derived.rows, [vec![], vec![Some(1), None]]);
}
