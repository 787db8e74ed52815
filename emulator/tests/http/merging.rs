//! Updates of nested values: what the struct declares as merged is changed in part, and all else is replaced.

use std::collections::BTreeMap;

use graph_resource::{graph_complex, graph_resource};
use graph_resource_emulator::Emulator;
use serde_json::Value;

use crate::support::*;

/// The details of a task, at an address like that of Planner's.
#[graph_resource(path = "/planner/tasks/{task_id}/details", emit_type = "never")]
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Details {
    pub(crate) description: Option<String>,
    #[graph(merge)]
    pub(crate) checklist: BTreeMap<String, ChecklistItem>,
    #[graph(merge)]
    pub(crate) flags: BTreeMap<String, bool>,
    pub(crate) replaced: BTreeMap<String, ChecklistItem>,
    #[graph(merge)]
    pub(crate) settings: Option<Settings>,
    pub(crate) whole: Option<Settings>,
}

#[graph_complex(emit_type = "always")]
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct ChecklistItem {
    pub(crate) title: Option<String>,
    pub(crate) is_checked: Option<bool>,
    pub(crate) order_hint: Option<String>,
    #[graph(merge)]
    pub(crate) labels: BTreeMap<String, Label>,
}

#[graph_complex]
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Label {
    pub(crate) color: Option<String>,
    pub(crate) size: Option<i32>,
}

#[graph_complex]
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Settings {
    pub(crate) zone: Option<String>,
    #[graph(merge)]
    pub(crate) inner: Option<Label>,
    pub(crate) outer: Option<Label>,
}

const DETAILS: &str = "/planner/tasks/1/details";

fn start_with(details: Value) -> Emulator {
    let emulator = Emulator::builder().serve::<Details>().start().unwrap();
    emulator.put(DETAILS, details).unwrap();
    emulator
}

async fn stored_after(before: Value, changes: Value) -> Value {
    let emulator = start_with(before);
    let answer = patch(&emulator, DETAILS, changes).await;
    assert_eq!(answer.status, 200, "{answer:?}");
    emulator.get(DETAILS).unwrap()
}

#[tokio::test]
async fn a_checklist_entry_keeps_what_an_update_does_not_name() {
    let type_name = "#microsoft.graph.plannerChecklistItem";
    let before = json!({ "checklist": { "1": {
        "@odata.type": type_name, "isChecked": false, "title": "S", "orderHint": "85P]",
    } } });
    let changes = json!({ "checklist": { "1": { "@odata.type": type_name, "isChecked": true } } });
    let after = json!({ "checklist": { "1": {
        "@odata.type": type_name, "isChecked": true, "title": "S", "orderHint": "85P]",
    } } });
    assert_eq!(stored_after(before, changes).await, after);
}

#[tokio::test]
async fn null_deletes_entries_of_merged_maps_at_any_depth() {
    let before = json!({
        "flags": { "a": true, "b": false },
        "checklist": {
            "1": { "title": "x" },
            "2": { "labels": { "a": { "color": "red", "size": 1 }, "b": {} } },
        },
    });
    let changes = json!({
        "flags": { "a": null, "c": true, "never": null },
        "checklist": {
            "1": null,
            "2": { "labels": { "a": { "size": 2 }, "b": null, "c": { "size": 3 } } },
            "3": { "title": "new" },
        },
    });
    let after = json!({
        "flags": { "b": false, "c": true },
        "checklist": {
            "2": { "labels": { "a": { "color": "red", "size": 2 }, "c": { "size": 3 } } },
            "3": { "title": "new" },
        },
    });
    assert_eq!(stored_after(before, changes).await, after);
}

#[tokio::test]
async fn what_is_not_declared_as_merged_is_replaced_at_any_depth() {
    let settings = json!({
        "zone": "UTC",
        "inner": { "color": "red", "size": 1 },
        "outer": { "color": "red", "size": 1 },
    });
    let before = json!({
        "replaced": { "1": { "title": "x" }, "2": {} },
        "settings": settings,
        "whole": settings,
    });
    let change = json!({ "inner": { "size": 2 }, "outer": { "size": 2 } });
    let changes = json!({
        "replaced": { "1": { "isChecked": true } },
        "settings": change,
        "whole": change,
    });
    let after = json!({
        "replaced": { "1": { "isChecked": true } },
        "settings": {
            "zone": "UTC",
            "inner": { "color": "red", "size": 2 },
            "outer": { "size": 2 },
        },
        "whole": change,
    });
    assert_eq!(stored_after(before, changes).await, after);
}

#[tokio::test]
async fn an_entry_is_checked_by_its_type() {
    let emulator = start_with(json!({}));
    for (changes, path) in [
        (
            json!({ "checklist": { "1": { "isChecked": 1 } } }),
            "checklist/1/isChecked",
        ),
        (json!({ "checklist": { "1": true } }), "checklist/1"),
        (
            json!({ "checklist": { "1": { "colour": "red" } } }),
            "checklist/1/colour",
        ),
        (json!({ "checklist": [] }), "checklist"),
        (json!({ "replaced": { "1": null } }), "replaced/1"),
    ] {
        let answer = patch(&emulator, DETAILS, changes).await;
        assert_eq!(answer.status, 400);
        assert!(
            answer.message().contains(&format!("'{path}'")),
            "{}",
            answer.message()
        );
    }
    assert_eq!(emulator.get(DETAILS), Some(json!({})));
}
