//! Changes in part: the entries of a map and the members of dynamic objects; and references in the nested values of a create.

use std::collections::BTreeMap;

use graph_resource::edm::DynamicProperties;
use graph_resource::{Reference, graph_complex, graph_resource};
use graph_resource_emulator::Emulator;
use serde_json::{Value, json};

use crate::support::client;

#[graph_resource(path = "/planner/tasks/{task_id}/details", emit_type = "never")]
#[derive(Debug, Clone, PartialEq)]
struct PlannerTaskDetails {
    #[graph(merge)]
    checklist: BTreeMap<String, PlannerChecklistItem>,
    #[graph(merge)]
    references: BTreeMap<String, Value>,
    #[graph(merge)]
    nested: BTreeMap<String, BTreeMap<String, bool>>,
}

#[graph_complex(emit_type = "always")]
#[derive(Debug, Clone, PartialEq)]
struct PlannerChecklistItem {
    is_checked: bool,
    title: Option<String>,
    order_hint: Option<String>,
}

fn sent(emulator: &Emulator) -> Value {
    emulator.requests().pop().unwrap().json().unwrap()
}

const DETAILS: &str = "/planner/tasks/1/details";

#[tokio::test]
async fn ticking_a_checklist_entry_sends_nothing_else() {
    let emulator = Emulator::builder()
        .serve::<PlannerTaskDetails>()
        .start()
        .unwrap();
    let entry = json!({ "isChecked": false, "title": "S", "orderHint": "85P]" });
    let stored = json!({ "checklist": { "1": entry, "2": entry } });
    emulator.put(DETAILS, stored).unwrap();
    let tick = |details: &mut PlannerTaskDetails| {
        details.checklist.remove("2");
        details.checklist.get_mut("1").unwrap().is_checked = true;
    };
    let get = PlannerTaskDetails::get("1");
    get.modify(tick).send(&client(&emulator)).await.unwrap();
    assert_eq!(
        sent(&emulator),
        json!({ "checklist": {
            "1": { "@odata.type": "#microsoft.graph.plannerChecklistItem", "isChecked": true },
            "2": null,
        } })
    );
    let checklist = &emulator.get(DETAILS).unwrap()["checklist"];
    assert_eq!(checklist.as_object().unwrap().len(), 1);
    assert_eq!(checklist["1"]["isChecked"], json!(true));
    assert_eq!(checklist["1"]["title"], json!("S"));
}

#[tokio::test]
async fn removing_a_member_of_an_entry_sends_null_for_it_alone() {
    let emulator = Emulator::builder()
        .serve::<PlannerTaskDetails>()
        .start()
        .unwrap();
    let reference = json!({ "alias": "a", "type": "Word", "preview": { "x": 1, "y": 2 } });
    let stored =
        json!({ "references": { "r": reference }, "nested": { "n": { "a": true, "b": true } } });
    emulator.put(DETAILS, stored).unwrap();
    let edit = |details: &mut PlannerTaskDetails| {
        let reference = details.references.get_mut("r").unwrap();
        reference.as_object_mut().unwrap().remove("alias");
        reference["preview"].as_object_mut().unwrap().remove("x");
        details.nested.get_mut("n").unwrap().remove("a");
    };
    let get = PlannerTaskDetails::get("1");
    get.modify(edit).send(&client(&emulator)).await.unwrap();
    let expected = json!({
        "references": { "r": { "alias": null, "preview": { "x": null } } },
        "nested": { "n": { "a": null } },
    });
    assert_eq!(sent(&emulator), expected);
    let details = emulator.get(DETAILS).unwrap();
    assert_eq!(
        details["references"]["r"],
        json!({ "type": "Word", "preview": { "y": 2 } })
    );
    assert_eq!(details["nested"]["n"], json!({ "b": true }));
}

#[graph_resource(path = "/groups/{group_id}/extension", emit_type = "never")]
#[derive(Debug, Clone, PartialEq)]
struct Extended {
    #[graph(extra, merge)]
    others: DynamicProperties,
}

#[tokio::test]
async fn changing_a_member_of_a_dynamic_object_sends_nothing_else() {
    let emulator = Emulator::builder().serve::<Extended>().start().unwrap();
    let path = "/groups/1/extension";
    let stored = json!({ "course": { "id": 1, "name": "Rust", "level": { "a": 1, "b": 2 } } });
    emulator.put(path, stored).unwrap();
    let edit = |extended: &mut Extended| {
        extended.others.get_mut("course").unwrap()["level"]["b"] = json!(3);
    };
    let get = Extended::get("1");
    get.modify(edit).send(&client(&emulator)).await.unwrap();
    assert_eq!(
        sent(&emulator),
        json!({ "course": { "level": { "b": 3 } } })
    );
    let course = emulator.get(path).unwrap()["course"].clone();
    let expected = json!({ "id": 1, "name": "Rust", "level": { "a": 1, "b": 3 } });
    assert_eq!(course, expected);
}

#[graph_resource(path = "/chats", emit_type = "never")]
#[derive(Debug, Clone, PartialEq)]
struct Chat {
    #[graph(key)]
    id: String,
    members: Vec<ChatMember>,
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq)]
struct ChatMember {
    roles: Vec<String>,
    #[graph(bind)]
    user: Option<Reference>,
}

#[tokio::test]
async fn a_create_carries_the_references_of_its_nested_values() {
    let emulator = Emulator::builder().serve::<Chat>().start().unwrap();
    let url = "https://graph.microsoft.com/v1.0/users/1";
    let member = ChatMember {
        roles: vec!["owner".to_owned()],
        user: Some(Reference::url(url)),
    };
    let create = Chat::create().members(vec![member]);
    let created = create.send(&client(&emulator)).await.unwrap();
    let expected = json!({ "members": [{ "roles": ["owner"], "user@odata.bind": url }] });
    assert_eq!(sent(&emulator), expected);
    let members = created.representation().unwrap().members;
    assert_eq!((members.len(), &members[0].user), (1, &None));
}
