//! Collections in answers.

use graph_resource::{graph_complex, graph_resource};
use graph_resource_emulator::Emulator;

use crate::support::*;

#[graph_resource(path = "/people", emit_type = "never")]
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Person {
    #[graph(key)]
    pub(crate) id: String,
    pub(crate) business_phones: Vec<String>,
    pub(crate) other_mails: Option<Vec<String>>,
    pub(crate) addresses: Vec<Address>,
    pub(crate) home: Option<Address>,
    #[graph(navigation)]
    pub(crate) reports: Option<Vec<Person>>,
    #[graph(navigation)]
    pub(crate) manager: Option<Box<Person>>,
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Address {
    pub(crate) city: Option<String>,
    pub(crate) lines: Vec<String>,
}

fn start_with_person() -> Emulator {
    let emulator = Emulator::builder().serve::<Person>().start().unwrap();
    emulator.insert("/people", json!({ "id": "1" })).unwrap();
    emulator
}

#[tokio::test]
async fn a_collection_without_a_value_is_empty_in_every_answer() {
    let emulator = start_with_person();
    let created = post(&emulator, "/people", json!({})).await;
    let one = get(&emulator, "/people/1").await;
    let selected = get(
        &emulator,
        "/people/1?$select=businessPhones,otherMails,addresses",
    )
    .await;
    let updated = patch(&emulator, "/people/1", json!({ "otherMails": null })).await;
    let page = get(&emulator, "/people").await;
    for person in [
        &created.json,
        &one.json,
        &selected.json,
        &updated.json,
        &page.json["value"][0],
    ] {
        for name in ["businessPhones", "otherMails", "addresses"] {
            assert_eq!(person[name], json!([]), "{name} of {person}");
        }
    }
}

#[tokio::test]
async fn a_collection_in_a_nested_object_is_empty_as_well() {
    let emulator = start_with_person();
    let changes = json!({ "home": { "city": "Oslo" }, "addresses": [{ "city": null }] });
    let answer = patch(&emulator, "/people/1", changes).await;
    assert_eq!(answer.json["home"], json!({ "city": "Oslo", "lines": [] }));
    assert_eq!(
        answer.json["addresses"],
        json!([{ "city": null, "lines": [] }])
    );
}

#[tokio::test]
async fn a_relationship_that_is_not_expanded_is_not_part_of_an_answer() {
    let emulator = start_with_person();
    let person = get(&emulator, "/people/1").await.json;
    for name in ["reports", "manager"] {
        assert!(person.get(name).is_none(), "{name}");
    }
}
