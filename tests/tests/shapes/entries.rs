//! The entries of merged maps, and the members of objects in dynamic properties: changed in part.

use std::collections::BTreeMap;

use graph_resource::edm::{DynamicProperties, EntryChange};
use graph_resource::{StructuredType as _, graph_complex, graph_enum, graph_resource};
use serde_json::{Value, json};

use crate::support::{assert_unchanged, body, read, refusal};

#[graph_resource(path = "/planner/tasks/{task_id}/details", emit_type = "never")]
#[derive(Debug, Clone, PartialEq)]
struct PlannerTaskDetails {
    #[graph(merge)]
    checklist: BTreeMap<String, PlannerChecklistItem>,
    #[graph(merge)]
    references: Option<BTreeMap<String, Value>>,
    #[graph(merge, rename = "sharedWith")]
    shared_with: BTreeMap<String, bool>,
    #[graph(merge)]
    nested: BTreeMap<String, BTreeMap<String, PlannerChecklistItem>>,
    #[graph(merge)]
    boxed: BTreeMap<String, Box<PlannerChecklistItem>>,
    #[graph(merge)]
    nullable: BTreeMap<String, Option<PlannerChecklistItem>>,
    #[graph(merge)]
    levels: BTreeMap<String, Level>,
}

#[graph_complex(emit_type = "always")]
#[derive(Debug, Clone, PartialEq)]
struct PlannerChecklistItem {
    is_checked: bool,
    title: Option<String>,
    order_hint: Option<String>,
    #[graph(read_only)]
    last_modified_by: Option<String>,
    #[graph(merge)]
    labels: BTreeMap<String, bool>,
    #[graph(merge)]
    part: Option<Part>,
}

#[graph_complex]
#[derive(Debug, Clone, Default, PartialEq)]
struct Part {
    a: Option<i32>,
    b: Option<i32>,
}

#[graph_enum]
enum Level {
    Low,
    #[graph(unknown)]
    Unknown(String),
}

const ITEM: &str = "#microsoft.graph.plannerChecklistItem";

fn item() -> PlannerChecklistItem {
    read(json!({ "isChecked": false, "title": "S", "orderHint": "85P]" }))
}

fn details(json: Value) -> PlannerTaskDetails {
    read(json)
}

/// Returns the patch from `before` to `after` as JSON, and checks that it leads there, also after it was sent.
fn difference(before: Value, after: Value) -> Value {
    let (before, after) = (details(before), details(after));
    let patch = PlannerTaskDetailsPatch::between(&before, &after);
    let mut patched = before.clone();
    patch.clone().apply_to(&mut patched);
    assert_eq!(patched, after);
    let json = serde_json::to_value(&patch).unwrap();
    let received: PlannerTaskDetailsPatch = read(json.clone());
    assert_eq!(received, patch);
    let mut patched = before;
    received.apply_to(&mut patched);
    assert_eq!(patched, after);
    json
}

#[test]
fn only_the_parts_of_an_entry_that_differ_are_sent() {
    assert_eq!(
        difference(
            json!({ "checklist": { "1": { "isChecked": false, "title": "S", "orderHint": "85P]" } } }),
            json!({ "checklist": { "1": { "isChecked": true, "title": "S", "orderHint": "85P]" } } }),
        ),
        json!({ "checklist": { "1": { "@odata.type": ITEM, "isChecked": true } } })
    );
}

#[test]
fn a_new_entry_is_whole_and_one_that_is_gone_is_null() {
    assert_eq!(
        difference(
            json!({ "checklist": { "1": { "isChecked": false, "title": "S" }, "2": { "isChecked": true } } }),
            json!({ "checklist": { "1": { "isChecked": false }, "3": { "isChecked": true, "title": "T" } } }),
        ),
        json!({ "checklist": {
            "1": { "@odata.type": ITEM, "title": null },
            "2": null,
            "3": { "@odata.type": ITEM, "isChecked": true, "title": "T", "labels": {} },
        } })
    );
}

#[test]
fn merged_parts_of_an_entry_are_merged() {
    assert_eq!(
        difference(
            json!({ "checklist": { "1": { "isChecked": false, "labels": { "a": true, "b": true }, "part": { "a": 1, "b": 2 } } } }),
            json!({ "checklist": { "1": { "isChecked": false, "labels": { "b": false }, "part": { "a": 1, "b": 3 } } } }),
        ),
        json!({ "checklist": { "1": { "@odata.type": ITEM, "labels": { "a": null, "b": false }, "part": { "b": 3 } } } })
    );
}

#[test]
fn entries_of_a_map_in_a_map_in_a_box_or_in_an_option_are_changed_in_part() {
    assert_eq!(
        difference(
            json!({
                "nested": { "x": { "1": { "isChecked": false, "title": "S" }, "2": { "isChecked": true } } },
                "boxed": { "1": { "isChecked": false, "title": "S" } },
                "nullable": { "1": { "isChecked": false, "title": "S" } },
            }),
            json!({
                "nested": { "x": { "1": { "isChecked": true, "title": "S" } } },
                "boxed": { "1": { "isChecked": false, "title": "T" } },
                "nullable": { "1": { "isChecked": false, "title": "T" }, "2": { "isChecked": true } },
            }),
        ),
        json!({
            "nested": { "x": { "1": { "@odata.type": ITEM, "isChecked": true }, "2": null } },
            "boxed": { "1": { "@odata.type": ITEM, "title": "T" } },
            "nullable": {
                "1": { "@odata.type": ITEM, "title": "T" },
                "2": { "@odata.type": ITEM, "isChecked": true, "labels": {} },
            },
        })
    );
}

#[test]
fn entries_that_have_no_parts_are_replaced() {
    assert_eq!(
        difference(
            json!({ "sharedWith": { "a": true, "b": true }, "levels": { "x": "low" } }),
            json!({ "sharedWith": { "a": false, "b": true }, "levels": { "x": "high" } }),
        ),
        json!({ "sharedWith": { "a": false }, "levels": { "x": "high" } })
    );
}

#[test]
fn entries_without_a_type_are_merged_if_they_are_objects() {
    assert_eq!(
        difference(
            json!({ "references": {
                "1": { "@odata.type": "#x", "alias": "a", "deep": { "x": 1, "y": 2 }, "old": 1 },
                "2": [1],
                "3": { "@odata.type": "#x", "alias": "a" },
            } }),
            json!({ "references": {
                "1": { "@odata.type": "#x", "alias": "b", "deep": { "x": 1, "y": 3 } },
                "2": [2],
                "3": { "@odata.type": "#y", "alias": "a" },
            } }),
        ),
        json!({ "references": {
            "1": { "@odata.type": "#x", "alias": "b", "deep": { "y": 3 }, "old": null },
            "2": [2],
            "3": { "@odata.type": "#y", "alias": "a" },
        } })
    );
}

#[test]
fn a_difference_in_read_only_parts_of_an_entry_is_none() {
    let before =
        details(json!({ "checklist": { "1": { "isChecked": true, "lastModifiedBy": "Adele" } } }));
    let after =
        details(json!({ "checklist": { "1": { "isChecked": true, "lastModifiedBy": "Alex" } } }));
    let patch = PlannerTaskDetailsPatch::between(&before, &after);
    assert!(patch.is_empty(), "{patch:?}");
}

#[test]
fn a_change_is_written_by_hand() {
    let update = PlannerTaskDetails::update("1").checklist(|items| {
        items
            .set("1", item())
            .change("2", |item| item.is_checked(true).clear_title())
            .change("2", |item| item.labels(|labels| labels.remove("a")))
            .remove("3")
    });
    let expected = json!({ "checklist": {
        "1": { "@odata.type": ITEM, "isChecked": false, "title": "S", "orderHint": "85P]", "labels": {} },
        "2": { "@odata.type": ITEM, "isChecked": true, "title": null, "labels": { "a": null } },
        "3": null,
    } });
    assert_eq!(
        serde_json::from_str::<Value>(&body(&update)).unwrap(),
        expected
    );
}

#[test]
fn a_change_of_an_entry_that_is_set_changes_what_is_set() {
    let update = PlannerTaskDetails::update("1").checklist(|items| {
        let items = items.set("1", item()).remove("2");
        items
            .change("1", |item| item.is_checked(true).clear_order_hint())
            .change("2", |item| item.title("T"))
    });
    assert_eq!(
        serde_json::from_str::<Value>(&body(&update)).unwrap(),
        json!({ "checklist": {
            "1": { "@odata.type": ITEM, "isChecked": true, "title": "S", "labels": {} },
            "2": { "@odata.type": ITEM, "title": "T" },
        } })
    );
}

#[test]
fn a_map_in_a_map_and_an_object_without_a_type_are_changed_by_hand() {
    let update = PlannerTaskDetails::update("1")
        .nested(|maps| maps.change("x", |items| items.remove("1")))
        .references(|references| {
            references.change("1", |reference| reference.set("alias", "b").clear("old"))
        });
    assert_eq!(
        body(&update),
        r#"{"references":{"1":{"alias":"b","old":null}},"nested":{"x":{"1":null}}}"#
    );
}

#[test]
fn setting_an_entry_that_exists_does_what_the_request_says() {
    let mut target = details(
        json!({ "checklist": { "1": { "isChecked": true, "title": "S", "lastModifiedBy": "Adele" } } }),
    );
    let new = PlannerChecklistItem {
        title: None,
        ..item()
    };
    PlannerTaskDetailsPatch::default()
        .checklist(|items| items.set("1", new))
        .apply_to(&mut target);
    let entry = &target.checklist["1"];
    assert_eq!(
        (entry.is_checked, entry.title.as_deref()),
        (false, Some("S"))
    );
    assert_eq!(entry.order_hint.as_deref(), Some("85P]"));
    assert_eq!(entry.last_modified_by.as_deref(), Some("Adele"));
}

#[test]
fn a_change_of_an_entry_that_does_not_exist_creates_it_if_it_says_enough() {
    let mut target = details(json!({}));
    PlannerTaskDetailsPatch::default()
        .checklist(|items| {
            let items = items.change("1", |item| item.is_checked(true).title("T"));
            items.change("2", |item| item.title("without a required part"))
        })
        .apply_to(&mut target);
    assert_eq!(
        target,
        details(json!({ "checklist": { "1": { "isChecked": true, "title": "T" } } }))
    );
}

#[test]
fn setting_an_entry_is_equal_to_changing_all_that_it_has() {
    let set = PlannerTaskDetailsPatch::default().checklist(|items| items.set("1", item()));
    let change = |title: &str| {
        PlannerTaskDetailsPatch::default().checklist(|items| {
            items.change("1", |item| {
                let item = item.is_checked(false).title(title).order_hint("85P]");
                item.labels(|labels| labels)
            })
        })
    };
    assert_eq!(set, change("S"));
    assert_ne!(set, change("T"));
    assert_eq!(set, read(serde_json::to_value(&set).unwrap()));
}

#[test]
fn the_changes_can_be_looked_at() {
    let patch: PlannerTaskDetailsPatch = read(json!({ "checklist": {
        "1": { "@odata.type": ITEM, "isChecked": true },
        "2": null,
    } }));
    let changes = patch.checklist.unwrap();
    let expected = PlannerChecklistItemPatch::default().is_checked(true);
    assert_eq!(
        changes.iter().collect::<Vec<_>>(),
        [
            ("1", &EntryChange::Change(expected)),
            ("2", &EntryChange::Remove),
        ]
    );
    assert!(!changes.is_empty());
}

#[test]
fn what_an_entry_does_not_have_is_refused_in_a_patch() {
    for (json, message) in [
        (
            json!({ "checklist": { "1": { "isTicked": true } } }),
            "`isTicked` is not a property of microsoft.graph.plannerChecklistItem",
        ),
        (
            json!({ "checklist": { "1": { "isChecked": null } } }),
            "`isChecked` is not nullable, and cannot be `null`",
        ),
        (
            json!({ "checklist": { "1": { "lastModifiedBy": "me" } } }),
            "`lastModifiedBy` is read-only",
        ),
        (
            json!({ "checklist": { "1": true } }),
            "invalid type: boolean `true`",
        ),
        (json!({ "sharedWith": { "1": {} } }), "invalid type: map"),
    ] {
        let refusal = refusal::<PlannerTaskDetailsPatch>(json);
        assert!(refusal.contains(message), "{refusal}");
    }
}

#[graph_resource(path = "/secrets", emit_type = "never", operations(update))]
#[derive(Clone, PartialEq)]
struct Secrets {
    #[graph(key)]
    id: String,
    #[graph(merge)]
    entries: BTreeMap<String, Secret>,
}

#[graph_complex]
#[derive(Clone, PartialEq)]
struct Secret {
    name: Option<String>,
    #[graph(sensitive)]
    value: Option<String>,
}

#[test]
fn sensitive_parts_of_an_entry_are_masked() {
    let secret = Secret {
        name: Some("a".to_owned()),
        value: Some("hunter2".to_owned()),
    };
    let update = Secrets::update("1").entries(|entries| {
        entries
            .set("1", secret)
            .change("2", |entry| entry.value("hunter2"))
    });
    let shown = format!("{update:?} {:?}", update.entries);
    assert!(!shown.contains("hunter2"), "{shown}");
    assert!(body(&update).contains("hunter2"));
    assert!(
        shown.contains(r#""name":"a","value":"[redacted]""#),
        "{shown}"
    );
}

#[graph_complex]
#[derive(Debug, Clone, Default, PartialEq)]
struct Settings {
    color: Option<String>,
    size: Option<i32>,
}

#[graph_resource(path = "/boxes", emit_type = "never", operations(update))]
#[derive(Debug, Clone, PartialEq)]
struct Boxes {
    #[graph(key)]
    id: String,
    #[graph(merge)]
    settings: Option<Box<Settings>>,
    #[graph(merge)]
    always: Box<Settings>,
}

#[test]
fn a_merged_value_may_be_boxed() {
    let update = Boxes::update("1")
        .settings(|settings| settings.color("red"))
        .always(|settings| settings.color("blue").clear_size());
    assert_eq!(
        body(&update),
        r#"{"settings":{"color":"red"},"always":{"color":"blue","size":null}}"#
    );
    let before: Boxes =
        read(json!({ "id": "1", "settings": { "color": "red", "size": 1 }, "always": {} }));
    let mut after = before.clone();
    after.settings.as_mut().unwrap().size = Some(2);
    let patch = BoxesPatch::between(&before, &after);
    assert_eq!(
        serde_json::to_string(&patch).unwrap(),
        r#"{"settings":{"size":2}}"#
    );
    let mut patched = before;
    patch.apply_to(&mut patched);
    assert_eq!(patched, after);
}

/// An open type whose objects the service replaces.
#[graph_resource(path = "/extensions", emit_type = "never", operations(update))]
#[derive(Debug, Clone, PartialEq)]
struct Extension {
    #[graph(key)]
    id: String,
    #[graph(extra)]
    others: DynamicProperties,
}

/// An open type whose objects the service merges.
#[graph_resource(path = "/courses", emit_type = "never", operations(update))]
#[derive(Debug, Clone, PartialEq)]
struct Course {
    #[graph(key)]
    id: String,
    #[graph(extra, merge)]
    others: DynamicProperties,
}

const COURSE: &str =
    r#"{"id":"1","course":{"name":"Rust","level":{"from":1,"to":2},"old":true},"list":[1]}"#;

fn edited<T: serde::de::DeserializeOwned>() -> T {
    read(
        json!({ "id": "1", "course": { "name": "Rust", "level": { "from": 1, "to": 3 } }, "list": [2] }),
    )
}

#[test]
fn an_object_in_a_dynamic_property_is_replaced_unless_it_is_declared_as_merged() {
    let before: Extension = serde_json::from_str(COURSE).unwrap();
    let after: Extension = edited();
    let patch = ExtensionPatch::between(&before, &after);
    assert_eq!(
        serde_json::to_string(&patch).unwrap(),
        r#"{"course":{"level":{"from":1,"to":3},"name":"Rust"},"list":[2]}"#
    );
    let mut patched = before;
    patch.apply_to(&mut patched);
    assert_eq!(patched, after);
}

#[test]
fn only_the_members_that_differ_are_sent_if_it_is_declared_as_merged() {
    let before: Course = serde_json::from_str(COURSE).unwrap();
    let after: Course = edited();
    let patch = CoursePatch::between(&before, &after);
    let json = r#"{"course":{"level":{"to":3},"old":null},"list":[2]}"#;
    assert_eq!(serde_json::to_string(&patch).unwrap(), json);
    let received: CoursePatch = serde_json::from_str(json).unwrap();
    assert_eq!(received, patch);
    for patch in [patch, received] {
        let mut patched = before.clone();
        patch.apply_to(&mut patched);
        assert_eq!(patched, after);
    }
    assert!(Course::TYPE.merges_dynamic() && !Extension::TYPE.merges_dynamic());
}

#[test]
fn a_member_of_an_object_in_a_dynamic_property_is_changed_by_hand() {
    let json = r#"{"course":{"level":{"to":3},"old":null},"list":[2]}"#;
    let update = Extension::update("1")
        .change_others("course", |course| {
            course
                .change("level", |level| level.set("to", 3))
                .clear("old")
        })
        .others("list", vec![2]);
    assert_eq!(body(&update), json);
    let mut patched: Extension = serde_json::from_str(COURSE).unwrap();
    let patch = ExtensionPatch {
        others: update.others,
        ..Default::default()
    };
    patch.apply_to(&mut patched);
    assert_eq!(patched, edited());
    assert_unchanged::<CoursePatch>(json);
}

#[test]
fn changes_of_one_dynamic_property_add_up() {
    let update = Extension::update("1")
        .change_others("course", |course| course.set("a", 1))
        .change_others("course", |course| course.set_typed("b", "#Int64", 2));
    assert_eq!(
        body(&update),
        r##"{"course":{"a":1,"b@odata.type":"#Int64","b":2}}"##
    );
    let update = Extension::update("1")
        .others("course", json!({ "a": 1, "b": 2 }))
        .change_others("course", |course| course.set("a", 3).clear("b"));
    assert_eq!(body(&update), r#"{"course":{"a":3,"b":null}}"#);
}

#[test]
fn a_merged_object_that_begins_to_exist_is_created() {
    let mut course: Course = read(json!({ "id": "1", "list": [1] }));
    CoursePatch::default()
        .change_others("course", |course| course.set("a", 1).clear("b"))
        .change_others("list", |list| list.set("x", 1))
        .apply_to(&mut course);
    assert_eq!(
        course,
        read(json!({ "id": "1", "course": { "a": 1 }, "list": { "x": 1 } }))
    );
}
