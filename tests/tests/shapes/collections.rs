//! Collections, and objects whose member names are data.

use std::collections::BTreeMap;

use graph_resource::edm::{EntryChange, MapChanges};
use graph_resource::{Change, Page, graph_complex, graph_enum, graph_resource};
use serde_json::{Value, json};

use crate::support::{assert_unchanged, body, read, refusal};

#[graph_resource(path = "/messages", emit_type = "never")]
#[derive(Debug, Clone, PartialEq)]
struct Message {
    #[graph(key)]
    id: String,
    #[graph(default)]
    categories: Vec<String>,
    reactions: Option<Vec<Reaction>>,
    recipients: Option<Vec<Option<Recipient>>>,
    sizes: Option<Vec<Option<i64>>>,
}

#[graph_enum]
pub enum Reaction {
    Like,
    #[graph(unknown)]
    Unknown(String),
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq)]
pub struct Recipient {
    address: Option<String>,
}

fn message(json: Value) -> Message {
    read(json)
}

#[test]
fn elements_are_primitive_complex_and_members_of_enums() {
    assert_unchanged::<Message>(
        r#"{"id":"1","categories":["a","b"],"reactions":["like","wow"],"recipients":[{"address":"x"}],"sizes":[1,2]}"#,
    );
}

#[test]
fn elements_may_be_null() {
    assert_unchanged::<Message>(
        r#"{"id":"1","categories":[],"recipients":[null,{"address":"x"}],"sizes":[null,7,null]}"#,
    );
}

#[test]
fn null_among_elements_that_cannot_be_null_is_left_out() {
    let json =
        json!({ "id": "1", "categories": ["a", null, "b", null], "reactions": [null, "like"] });
    let message = message(json);
    assert_eq!(message.categories, ["a", "b"]);
    assert_eq!(message.reactions, Some(vec![Reaction::Like]));
    let page: Page<Recipient> = read(json!({ "value": [null, { "address": "x" }, null] }));
    assert_eq!(page.value.len(), 1);
    let json = json!({ "values": [[null, 1], null], "numberFormat": [] });
    let range: WorkbookRange = read(json);
    assert_eq!(range.values, [vec![Value::Null, json!(1)], vec![]]);
}

#[graph_resource(path = "/lists", emit_type = "never")]
#[derive(Debug, Clone, PartialEq)]
struct List {
    #[graph(key)]
    id: String,
    names: Vec<String>,
    recipients: Vec<Recipient>,
    matrix: Vec<Vec<i64>>,
    labels: BTreeMap<String, bool>,
    entries: BTreeMap<String, Option<bool>>,
}

#[test]
fn a_collection_or_a_map_that_is_missing_is_empty() {
    let list: List = read(json!({ "id": "1" }));
    assert!(list.names.is_empty() && list.recipients.is_empty() && list.matrix.is_empty());
    assert!(list.labels.is_empty() && list.entries.is_empty());
    let message = refusal::<List>(json!({ "names": [] }));
    assert!(
        message.starts_with(
            "the property `id` is missing (Edm.String of microsoft.graph.list): `$select` decides"
        ),
        "{message}"
    );
}

#[test]
fn null_in_a_map_is_left_out_unless_entries_may_be_null() {
    let entries = json!({ "a": null, "b": true });
    let list: List = read(json!({ "id": "1", "labels": entries, "entries": entries }));
    assert_eq!(list.labels, BTreeMap::from([("b".to_owned(), true)]));
    let entries = [("a".to_owned(), None), ("b".to_owned(), Some(true))];
    assert_eq!(list.entries, BTreeMap::from(entries));
}

#[test]
fn null_an_empty_collection_and_absence_are_three_things_where_the_type_has_room() {
    assert_eq!(message(json!({ "id": "1" })).reactions, None);
    assert_eq!(
        message(json!({ "id": "1", "reactions": null })).reactions,
        None
    );
    assert_eq!(
        message(json!({ "id": "1", "reactions": [] })).reactions,
        Some(vec![])
    );
    let patch = |json| read::<MessagePatch>(json).reactions;
    assert_eq!(patch(json!({})), Change::Keep);
    assert_eq!(patch(json!({ "reactions": null })), Change::Clear);
    assert_eq!(patch(json!({ "reactions": [] })), Change::Set(vec![]));
}

#[test]
fn null_for_a_collection_is_read_as_an_empty_one() {
    assert!(
        message(json!({ "id": "1", "categories": null }))
            .categories
            .is_empty()
    );
    assert!(message(json!({ "id": "1" })).categories.is_empty());
}

#[test]
fn an_empty_collection_is_sent_as_one() {
    let update = Message::update("1")
        .categories(Vec::<String>::new())
        .reactions(Vec::<Reaction>::new())
        .clear_recipients()
        .sizes([Some(1), None]);
    assert_eq!(
        body(&update),
        r#"{"categories":[],"reactions":[],"recipients":null,"sizes":[1,null]}"#
    );
}

#[test]
fn a_collection_is_replaced_as_a_whole() {
    let before = message(json!({ "id": "1", "categories": ["a", "b"] }));
    let after = message(json!({ "id": "1", "categories": ["b"] }));
    let patch = MessagePatch::between(&before, &after);
    assert_eq!(
        serde_json::to_string(&patch).unwrap(),
        r#"{"categories":["b"]}"#
    );
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq)]
struct WorkbookRange {
    values: Vec<Vec<Value>>,
    number_format: Vec<Vec<Option<String>>>,
}

#[test]
fn a_matrix_without_types_keeps_every_cell() {
    assert_unchanged::<WorkbookRange>(
        r#"{"values":[["Hello","100"],["1/1/2016",null],[1.5,true,[]]],"numberFormat":[[null,"0.00"]]}"#,
    );
}

#[test]
fn the_root_may_be_a_collection() {
    let recipients: Vec<Recipient> = read(json!([{ "address": "x" }, {}]));
    assert_eq!(recipients.len(), 2);
}

#[graph_resource(path = "/planner/tasks/{task_id}/details", emit_type = "never")]
#[derive(Debug, Clone, PartialEq)]
struct PlannerTaskDetails {
    description: Option<String>,
    #[graph(merge)]
    checklist: BTreeMap<String, PlannerChecklistItem>,
    #[graph(merge)]
    references: Option<BTreeMap<String, Value>>,
    #[graph(default)]
    labels: BTreeMap<String, bool>,
}

#[graph_complex(
    odata_type = "microsoft.graph.plannerChecklistItem",
    emit_type = "always"
)]
#[derive(Debug, Clone, PartialEq)]
struct PlannerChecklistItem {
    is_checked: Option<bool>,
}

fn item(is_checked: bool) -> PlannerChecklistItem {
    PlannerChecklistItem {
        is_checked: Some(is_checked),
    }
}

#[test]
fn entries_of_a_map_are_set_and_deleted_one_by_one() {
    let update = PlannerTaskDetails::update("1")
        .checklist(|items| items.set("95e27074", item(true)).remove("a93c93c5"))
        .references(|references| references.remove("http%3A//www%2Ebing%2Ecom"));
    assert_eq!(
        body(&update),
        r##"{"checklist":{"95e27074":{"@odata.type":"#microsoft.graph.plannerChecklistItem","isChecked":true},"a93c93c5":null},"references":{"http%3A//www%2Ebing%2Ecom":null}}"##
    );
}

#[test]
fn a_patch_of_a_map_is_read_from_json() {
    let json = json!({
        "checklist": {
            "95e27074-6c4a-447a-aa24-9d718a0b86fa": { "@odata.type": "#microsoft.graph.plannerChecklistItem", "isChecked": true },
            "a93c93c5-10a6-4167-9551-8bafa09967a7": null,
        },
        "references": { "http%3A//www%2Ebing%2Ecom": null },
    });
    let patch: PlannerTaskDetailsPatch = read(json.clone());
    let changes: &MapChanges<_> = patch.checklist.as_ref().unwrap();
    assert_eq!(
        changes.iter().collect::<Vec<_>>(),
        [
            (
                "95e27074-6c4a-447a-aa24-9d718a0b86fa",
                &EntryChange::Set(item(true))
            ),
            ("a93c93c5-10a6-4167-9551-8bafa09967a7", &EntryChange::Remove),
        ]
    );
    assert_eq!(serde_json::to_value(&patch).unwrap(), json);
}

#[test]
fn the_difference_between_maps_sets_and_deletes() {
    let before: PlannerTaskDetails =
        read(json!({ "checklist": { "a": { "isChecked": true }, "b": {}, "c": {} } }));
    let after: PlannerTaskDetails =
        read(json!({ "checklist": { "a": { "isChecked": false }, "c": {}, "d": {} } }));
    let patch = PlannerTaskDetailsPatch::between(&before, &after);
    let expected = PlannerTaskDetailsPatch::default().checklist(|items| {
        let new = PlannerChecklistItem { is_checked: None };
        items.set("a", item(false)).remove("b").set("d", new)
    });
    assert_eq!(patch, expected);
    let mut patched = before.clone();
    patch.apply_to(&mut patched);
    assert_eq!(patched, after);
}

#[test]
fn a_map_that_is_not_merged_is_replaced() {
    let update = PlannerTaskDetails::update("1").labels([("a".to_owned(), true)]);
    assert_eq!(body(&update), r#"{"labels":{"a":true}}"#);
}

#[test]
fn control_information_is_no_entry_of_a_map() {
    let details: PlannerTaskDetails = read(json!({
        "checklist": {
            "@odata.type": "#microsoft.graph.plannerChecklistItems",
            "a": { "isChecked": true },
        },
    }));
    assert_eq!(
        details.checklist,
        BTreeMap::from([("a".to_owned(), item(true))])
    );
}

#[test]
fn null_for_a_map_is_read_as_an_empty_one() {
    let details: PlannerTaskDetails = read(json!({ "checklist": null, "labels": null }));
    assert!(details.checklist.is_empty() && details.labels.is_empty());
}

#[test]
fn declared_members_may_be_null() {
    #[graph_complex]
    #[derive(Debug, Clone, PartialEq, Default)]
    struct PlannerCategoryDescriptions {
        category1: Option<String>,
        category3: Option<String>,
    }

    #[graph_resource(path = "/planner/plans/{plan_id}/details", emit_type = "never")]
    struct PlannerPlanDetails {
        #[graph(merge)]
        shared_with: BTreeMap<String, bool>,
        #[graph(merge)]
        category_descriptions: Option<PlannerCategoryDescriptions>,
    }

    let json = r#"{"sharedWith":{"6463a5ce-2119-4198-9f2a-628761df4a62":false},"categoryDescriptions":{"category3":null}}"#;
    assert_unchanged::<PlannerPlanDetailsPatch>(json);
}
