//! Inside a patch that is read from JSON nothing is lost silently, at any depth: it is kept, or refused with its path.

use std::collections::BTreeMap;

use graph_resource::edm::DynamicProperties;
use graph_resource::{graph_complex, graph_resource, graph_union};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::support::{assert_unchanged, read, refusal};

#[graph_resource(path = "/messages", emit_type = "never", extensible)]
#[derive(Debug, Clone, PartialEq)]
struct Message {
    #[graph(key)]
    id: String,
    name: Option<String>,
    body: Option<Body>,
    boxed: Option<Box<Body>>,
    many: Option<Vec<Body>>,
    holes: Option<Vec<Option<Body>>>,
    map: Option<BTreeMap<String, Body>>,
    matrix: Option<Vec<Vec<String>>>,
    either: Option<Either>,
    #[graph(merge)]
    merged: Option<Merged>,
    #[graph(merge)]
    entries: BTreeMap<String, Merged>,
    #[graph(merge)]
    whole: BTreeMap<String, Vec<Body>>,
    attachment: Option<Attachment>,
    #[graph(with = "graph_resource::edm::as_serde")]
    foreign: Option<Foreign>,
    anything: Option<Value>,
    properties: Option<DynamicProperties>,
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
struct Body {
    content: Option<String>,
    tags: Vec<String>,
    labels: BTreeMap<String, String>,
    #[graph(read_only)]
    size: Option<i32>,
    #[graph(write_only)]
    secret: Option<String>,
    #[graph(navigation)]
    owner: Option<Box<Attachment>>,
    inner: Option<Box<Body>>,
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
struct Merged {
    color: Option<String>,
    body: Option<Body>,
}

#[graph_union]
#[derive(Debug, Clone, PartialEq)]
enum Either {
    #[graph(base)]
    Body(Box<Body>),
    #[graph(unknown)]
    Unknown(DynamicProperties),
}

/// An entity in the patch of another.
#[graph_resource(path = "/attachments", emit_type = "never")]
#[derive(Debug, Clone, PartialEq)]
struct Attachment {
    #[graph(key)]
    id: String,
    name: Option<String>,
    #[graph(create_only)]
    kind: Option<String>,
}

/// A type with serde's traits.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Foreign {
    a: i32,
    inner: Option<Box<Foreign>>,
}

/// A derived type: the patch of its base is a part of its own.
#[graph_resource(path = "/events", emit_type = "never")]
#[derive(Debug, Clone, PartialEq)]
struct Event {
    #[graph(base)]
    base: Message,
    bodies: Option<Vec<Body>>,
}

#[test]
fn null_for_an_optional_part_of_a_whole_value_is_refused_with_its_path() {
    assert_eq!(
        refusal::<MessagePatch>(json!({ "body": { "content": null } })),
        "at `body.content`: `content` is `null`, which a whole microsoft.graph.body leaves out: declare it with `#[graph(write_null)]`, \
         or leave it out"
    );
}

#[test]
fn an_undeclared_property_of_a_whole_value_is_refused_with_its_path() {
    assert_eq!(
        refusal::<MessagePatch>(json!({ "many": [{ "content": "a", "x": 1 }] })),
        "at `many[0].x`: `x` is not a property of microsoft.graph.body"
    );
}

#[test]
fn an_annotation_that_is_no_control_information_is_refused() {
    let json = json!({ "name": "x", "@microsoft.graph.conflictBehavior": "rename" });
    assert_eq!(
        refusal::<MessagePatch>(json),
        "`@microsoft.graph.conflictBehavior` is not a property of microsoft.graph.message"
    );
    let message = refusal::<MessagePatch>(json!({ "name@microsoft.graph.x": 1 }));
    assert!(
        message.starts_with("`name@microsoft.graph.x` is not"),
        "{message}"
    );
}

#[test]
fn what_would_be_lost_is_refused_at_every_depth() {
    for (json, path) in [
        (json!({ "body": { "x": 1 } }), "body.x"),
        (json!({ "body": { "@x.y": 1 } }), "body.@x.y"),
        (
            json!({ "body": { "content@odata.bind": "u" } }),
            "body.content@odata.bind",
        ),
        (
            json!({ "body": { "inner": { "inner": { "x": 1 } } } }),
            "body.inner.inner.x",
        ),
        (
            json!({ "body": { "inner": { "inner": null } } }),
            "body.inner.inner",
        ),
        (json!({ "body": { "tags": null } }), "body.tags"),
        (json!({ "body": { "labels": null } }), "body.labels"),
        (json!({ "body": { "tags": ["a", null] } }), "body.tags[1]"),
        (
            json!({ "body": { "labels": { "a": null } } }),
            "body.labels.a",
        ),
        (json!({ "body": { "size": 1 } }), "body.size"),
        (json!({ "body": { "owner": { "id": "1" } } }), "body.owner"),
        (json!({ "boxed": { "x": 1 } }), "boxed.x"),
        (json!({ "many": [{}, null] }), "many[1]"),
        (
            json!({ "many": [{}, { "content": null }] }),
            "many[1].content",
        ),
        (json!({ "holes": [null, { "x": 1 }] }), "holes[1].x"),
        (json!({ "map": { "a": { "x": 1 } } }), "map.a.x"),
        (json!({ "map": { "a": null } }), "map.a"),
        (json!({ "matrix": [["a"], null] }), "matrix[1]"),
        (json!({ "either": { "x": 1 } }), "either.x"),
        (
            json!({ "either": { "content": null, "@odata.type": "#microsoft.graph.body" } }),
            "either.content",
        ),
        (
            json!({ "either": { "@odata.type": "#microsoft.graph.body", "content": null } }),
            "either.content",
        ),
        (json!({ "merged": { "x": 1 } }), "merged.x"),
        (json!({ "merged": { "@x.y": 1 } }), "merged.@x.y"),
        (json!({ "merged": { "body": { "x": 1 } } }), "merged.body.x"),
        (
            json!({ "merged": { "body": { "content": null } } }),
            "merged.body.content",
        ),
        (json!({ "entries": { "a": { "x": 1 } } }), "entries.a.x"),
        (
            json!({ "entries": { "a": { "body": { "content": null } } } }),
            "entries.a.body.content",
        ),
        (
            json!({ "whole": { "a": [{ "content": null }] } }),
            "whole.a[0].content",
        ),
        (json!({ "attachment": { "id": "1" } }), "attachment.id"),
        (
            json!({ "attachment": { "@odata.etag": "e", "y": 1 } }),
            "attachment.y",
        ),
        (json!({ "foreign": { "a": 1, "b": 2 } }), "foreign"),
        (
            json!({ "foreign": { "a": 1, "inner": { "a": 1, "b": {} } } }),
            "foreign",
        ),
    ] {
        let message = refusal::<MessagePatch>(json.clone());
        assert!(
            message.starts_with(&format!("at `{path}`: ")),
            "{json}: {message}"
        );
    }
}

#[test]
fn the_same_holds_for_the_base_and_for_a_patch_of_a_complex_type() {
    for json in [
        json!({ "body": { "x": 1 } }),
        json!({ "bodies": [{ "x": 1 }] }),
    ] {
        let message = refusal::<EventPatch>(json);
        assert!(
            message.contains(".x`: `x` is not a property of"),
            "{message}"
        );
    }
    let message = refusal::<MergedPatch>(json!({ "body": { "content": null } }));
    assert!(message.starts_with("at `body.content`: "), "{message}");
}

#[test]
fn the_path_stands_before_the_position_in_the_text() {
    let error = serde_json::from_str::<MessagePatch>("{\"body\":\n{\"x\":1}}").unwrap_err();
    assert_eq!(
        error.to_string(),
        "at `body.x`: `x` is not a property of microsoft.graph.body at line 2 column 4"
    );
    assert_eq!(error.line(), 2);
}

#[test]
fn what_a_patch_can_say_is_written_back() {
    for json in [
        r#"{"name":null,"body":null}"#,
        r#"{"body":{"content":"a","tags":["x"],"labels":{"a":"b"},"secret":"s","inner":{"tags":[],"labels":{}}}}"#,
        r#"{"holes":[null,{"tags":[],"labels":{}}]}"#,
        r##"{"either":{"@odata.type":"#microsoft.graph.other","a":null,"@x.y":{"z":null},"deep":{"b":[null]}}}"##,
        r#"{"merged":{"color":null,"body":null},"entries":{"a":{"color":null},"b":null}}"#,
        r#"{"foreign":{"a":1,"inner":{"a":2,"inner":null}}}"#,
        r#"{"anything":{"a":null,"b":[null]},"properties":{"b":null,"a":{"@x.y":null}}}"#,
    ] {
        assert_unchanged::<MessagePatch>(json);
    }
}

#[test]
fn control_information_says_nothing_and_is_skipped_at_every_depth() {
    let patch: MessagePatch = read(json!({
        "@odata.context": "c",
        "@odata.etag": "e",
        "name@odata.type": "#String",
        "body": { "@odata.type": "#microsoft.graph.body", "content@odata.type": "#String", "content": "a" },
        "merged": { "@odata.id": "x", "color": "red" },
    }));
    assert_eq!(
        serde_json::to_string(&patch).unwrap(),
        r#"{"body":{"content":"a","tags":[],"labels":{}},"merged":{"color":"red"}}"#
    );
}

#[test]
fn an_answer_is_read_as_leniently_as_before() {
    let message: Message = read(json!({
        "id": "1",
        "body": { "content": null, "x": 1, "size": 2, "secret": "s", "tags": null, "labels": { "a": null } },
        "many": [{ "x": 1 }, null],
        "foreign": { "a": 1, "b": 2 },
        "merged": { "x": 1 },
        "entries": { "a": { "y": 1 } },
        "@x.y": 1,
    }));
    let body = message.body.unwrap();
    assert_eq!((body.size, body.secret), (Some(2), None));
    assert_eq!(message.many.unwrap().len(), 1);
}
