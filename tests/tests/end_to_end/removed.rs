//! Parts of replaced values that an edit removes: an update says so, or is not sent.

use std::collections::BTreeMap;

use graph_resource::edm::DynamicProperties;
use graph_resource::{Client, Error, ErrorKind, graph_complex, graph_resource, graph_union};
use graph_resource_emulator::Emulator;
use serde_json::{Value, json};

use crate::support::client;

#[graph_resource(path = "/policies", emit_type = "never")]
#[derive(Debug, Clone, PartialEq)]
struct Policy {
    #[graph(key)]
    id: String,
    session_controls: Option<SessionControls>,
    labels: Option<BTreeMap<String, i32>>,
    all: Option<Vec<SessionControls>>,
    #[graph(merge)]
    merged: Option<Outer>,
    #[graph(merge)]
    merged_labels: Option<BTreeMap<String, i32>>,
    any: Option<Value>,
    one_of: Option<Controls>,
    #[graph(extra)]
    others: DynamicProperties,
}

#[graph_complex]
#[derive(Debug, Clone, Default, PartialEq)]
struct SessionControls {
    #[graph(write_null)]
    sign_in_frequency: Option<i32>,
    browser: Option<Browser>,
    #[graph(default)]
    labels: BTreeMap<String, i32>,
    #[graph(read_only)]
    computed: Option<String>,
}

#[graph_complex]
#[derive(Debug, Clone, Default, PartialEq)]
struct Browser {
    mode: Option<String>,
    is_enabled: bool,
}

#[graph_complex]
#[derive(Debug, Clone, Default, PartialEq)]
struct Outer {
    controls: Option<SessionControls>,
    note: Option<String>,
}

#[graph_union]
#[derive(Debug, Clone, PartialEq)]
enum Controls {
    Session(SessionControls),
    Browser(Browser),
    #[graph(unknown)]
    Unknown(DynamicProperties),
}

fn policy() -> Value {
    let controls = json!({
        "signInFrequency": 4,
        "browser": { "mode": "always", "isEnabled": true },
        "labels": { "a": 1, "b": 2 },
        "computed": "c",
    });
    json!({
        "id": "1",
        "sessionControls": controls,
        "labels": { "a": 1, "b": 2 },
        "all": [controls, controls],
        "merged": { "controls": controls, "note": "n" },
        "mergedLabels": { "a": 1, "b": 2 },
        "any": { "a": 1, "b": 2 },
        "oneOf": { "@odata.type": "#microsoft.graph.browser", "mode": "always", "isEnabled": true },
        "dynamic": { "a": 1, "b": 2 },
    })
}

fn start() -> (Emulator, Client) {
    let emulator = Emulator::builder().serve::<Policy>().start().unwrap();
    emulator.insert("/policies", policy()).unwrap();
    let client = client(&emulator);
    (emulator, client)
}

/// The body of the update, or the error.
async fn modified(edit: impl Fn(&mut Policy) + Send) -> Result<Value, Error> {
    let (emulator, client) = start();
    let result = Policy::get("1").modify(edit).send(&client).await;
    let requests = emulator.requests();
    match result {
        Ok(_) => Ok(serde_json::from_slice(requests[1].body()).unwrap()),
        Err(error) => {
            assert_eq!(requests.len(), 1, "nothing is updated");
            Err(error)
        }
    }
}

fn controls(policy: &mut Policy) -> &mut SessionControls {
    policy.session_controls.as_mut().unwrap()
}

#[tokio::test]
async fn a_control_that_is_switched_off_is_null_in_the_update() {
    let body = modified(|policy| controls(policy).sign_in_frequency = None)
        .await
        .unwrap();
    assert_eq!(body["sessionControls"]["signInFrequency"], Value::Null);
    assert!(
        body["sessionControls"]
            .as_object()
            .unwrap()
            .contains_key("signInFrequency")
    );
    assert_eq!(body["sessionControls"]["browser"]["mode"], "always");
}

#[tokio::test]
async fn what_the_update_would_not_mention_is_named_and_nothing_is_sent() {
    type Edit = fn(&mut Policy);
    let edits: [(&str, &str, Edit); 9] = [
        ("sessionControls.browser", "write_null", |policy| {
            controls(policy).browser = None;
        }),
        ("sessionControls.browser.mode", "write_null", |policy| {
            controls(policy).browser.as_mut().unwrap().mode = None;
        }),
        ("sessionControls.labels.b", "merge", |policy| {
            controls(policy).labels.remove("b");
        }),
        ("labels.a", "merge", |policy| {
            policy.labels.as_mut().unwrap().remove("a");
        }),
        ("merged.controls.browser", "write_null", |policy| {
            policy
                .merged
                .as_mut()
                .unwrap()
                .controls
                .as_mut()
                .unwrap()
                .browser = None;
        }),
        ("any.b", "null", |policy| {
            policy
                .any
                .as_mut()
                .unwrap()
                .as_object_mut()
                .unwrap()
                .remove("b");
        }),
        ("oneOf.mode", "write_null", |policy| {
            policy.one_of = Some(Controls::Browser(Browser {
                mode: None,
                is_enabled: true,
            }));
        }),
        ("dynamic.b", "null", |policy| {
            policy.others.insert("dynamic", json!({ "a": 1 }));
        }),
        ("sessionControls.browser", "write_null", |policy| {
            policy.session_controls = Some(SessionControls::default());
        }),
    ];
    for (path, advice, edit) in edits {
        let error = modified(edit).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidRequest);
        let start = format!("`{path}` was removed, but the update would not mention it");
        assert!(error.message().starts_with(&start), "{error}");
        assert!(error.message().contains(advice), "{error}");
        assert_eq!(
            (error.method().unwrap().as_str(), error.attempts()),
            ("PATCH", 1)
        );
    }
}

#[tokio::test]
async fn what_is_removed_elsewhere_is_sent() {
    type Edit = fn(&mut Policy);
    let edits: [(Value, Edit); 8] = [
        (json!({ "sessionControls": null }), |policy| {
            policy.session_controls = None;
        }),
        (json!({ "merged": { "note": null } }), |policy| {
            policy.merged.as_mut().unwrap().note = None;
        }),
        (json!({ "merged": { "controls": null } }), |policy| {
            policy.merged.as_mut().unwrap().controls = None;
        }),
        (json!({ "mergedLabels": { "a": null } }), |policy| {
            policy.merged_labels.as_mut().unwrap().remove("a");
        }),
        (
            json!({ "all": [{ "signInFrequency": null, "labels": {} }] }),
            |policy| {
                policy.all = Some(vec![SessionControls::default()]);
            },
        ),
        (json!({ "any": { "a": 1, "b": null } }), |policy| {
            policy.any = Some(json!({ "a": 1, "b": null }));
        }),
        (
            json!({ "oneOf": { "@odata.type": "#microsoft.graph.sessionControls", "signInFrequency": null, "labels": {} } }),
            |policy| policy.one_of = Some(Controls::Session(SessionControls::default())),
        ),
        (json!({ "dynamic": null }), |policy| {
            policy.others.remove("dynamic");
        }),
    ];
    for (expected, edit) in edits {
        assert_eq!(modified(edit).await.unwrap(), expected);
    }
}

#[tokio::test]
async fn what_only_the_service_writes_is_not_removed() {
    let body = modified(|policy| {
        controls(policy).computed = None;
        controls(policy).sign_in_frequency = Some(8);
    })
    .await
    .unwrap();
    assert_eq!(body["sessionControls"]["signInFrequency"], 8);
}

/// Everything that an update merges is patched.
#[graph_resource(path = "/boards", emit_type = "never")]
#[derive(Debug, Clone, PartialEq)]
struct Board {
    #[graph(key)]
    id: String,
    #[graph(merge)]
    entries: BTreeMap<String, Outer>,
    #[graph(merge)]
    nested: BTreeMap<String, BTreeMap<String, i32>>,
    #[graph(merge)]
    values: BTreeMap<String, Value>,
    #[graph(extra, merge)]
    others: DynamicProperties,
}

#[tokio::test]
async fn what_is_removed_from_merged_entries_is_null_in_the_update() {
    let emulator = Emulator::builder().serve::<Board>().start().unwrap();
    let board = json!({
        "id": "1",
        "entries": { "e": { "controls": { "browser": { "isEnabled": true } }, "note": "n" } },
        "nested": { "e": { "a": 1, "b": 2 } },
        "values": { "e": { "a": 1, "b": 2 } },
        "dynamic": { "a": 1, "b": 2 },
    });
    emulator.insert("/boards", board).unwrap();
    let modify = Board::get("1").modify(|board| {
        board.entries.get_mut("e").unwrap().note = None;
        board.nested.get_mut("e").unwrap().remove("b");
        board.values.insert("e".to_owned(), json!({ "a": 1 }));
        board.others.insert("dynamic", json!({ "a": 1 }));
    });
    // The emulator accepts no `null` in a map of maps, and has recorded the request all the same.
    let _ = modify.send(&client(&emulator)).await;
    let body: Value = serde_json::from_slice(emulator.requests()[1].body()).unwrap();
    assert_eq!(
        body,
        json!({
            "entries": { "e": { "note": null } },
            "nested": { "e": { "b": null } },
            "values": { "e": { "b": null } },
            "dynamic": { "b": null },
        })
    );
    let modify = Board::get("1").modify(|board| {
        let entry = board.entries.get_mut("e").unwrap();
        entry.controls.as_mut().unwrap().browser = None;
    });
    let error = modify.send(&client(&emulator)).await.unwrap_err();
    let start = "`entries.e.controls.browser` was removed";
    assert!(error.message().starts_with(start), "{error}");
}
