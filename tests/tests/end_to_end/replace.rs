//! Resources that an update replaces.

use graph_resource::edm::DynamicProperties;
use graph_resource::{Client, ErrorKind, Modified, Updated, Upserted, graph_resource};
use graph_resource_emulator::{Emulator, UpdateAnswer};
use serde_json::json;

use crate::support::{client, last};

#[graph_resource(
    path = "/teams/{team_id}/schedule/shifts",
    update(method = "PUT"),
    emit_type = "never"
)]
#[derive(Debug, Clone, PartialEq)]
struct Shift {
    #[graph(key)]
    id: String,
    #[graph(etag)]
    etag: Option<String>,
    user_id: String,
    scheduling_group_id: Option<String>,
    notes: Option<String>,
    #[graph(read_only)]
    created_by: Option<String>,
    #[graph(create_only, alternate_key)]
    name: Option<String>,
}

const SHIFTS: &str = "/teams/t/schedule/shifts";

fn start(answers: UpdateAnswer) -> (Emulator, Client, String) {
    let emulator = Emulator::builder()
        .serve::<Shift>()
        .serve::<Extension>()
        .update_answers(answers)
        .start()
        .unwrap();
    let client = client(&emulator);
    let shift = json!({ "id": "s", "userId": "u", "schedulingGroupId": "g", "notes": "n", "createdBy": "c", "name": "first" });
    emulator.insert(SHIFTS, shift).unwrap();
    (emulator, client, format!("{SHIFTS}/s"))
}

#[tokio::test]
async fn a_shift_that_was_read_and_changed_is_replaced() {
    let (emulator, client, path) = start(UpdateAnswer::Representation);
    let mut shift = Shift::get("t", "s").send(&client).await.unwrap();
    shift.scheduling_group_id = Some("h".to_owned());
    shift.notes = None;
    let replaced = Shift::replace("t", &shift)
        .with_if_match(&shift.etag)
        .send(&client)
        .await
        .unwrap();
    assert_eq!(
        last(&emulator).1,
        format!(r#"PUT /v1.0{path} {{"userId":"u","schedulingGroupId":"h"}}"#)
    );
    let Updated::Representation(replaced) = replaced else {
        panic!("{replaced:?}");
    };
    assert_eq!(
        (replaced.notes.as_deref(), replaced.created_by.as_deref()),
        (None, Some("c"))
    );
    let stale = Shift::replace("t", &shift).with_if_match(&shift.etag);
    assert!(stale.send(&client).await.unwrap_err().is_edit_conflict());
}

#[tokio::test]
async fn modify_sends_the_whole_of_what_it_edits() {
    for answers in [UpdateAnswer::Representation, UpdateAnswer::NoContent] {
        let (emulator, client, path) = start(answers);
        let modified = Shift::get("t", "s")
            .modify(|shift| {
                shift.scheduling_group_id = Some("h".to_owned());
                shift.id = "never sent".to_owned();
                shift.created_by = None;
            })
            .send(&client)
            .await
            .unwrap();
        let Modified::Updated(shift) = modified else {
            panic!("{modified:?}");
        };
        assert_eq!(
            (shift.id.as_str(), shift.created_by.as_deref()),
            ("s", Some("c"))
        );
        assert_eq!(
            last(&emulator).1,
            format!(r#"PUT /v1.0{path} {{"userId":"u","schedulingGroupId":"h","notes":"n"}}"#)
        );
        let stored = emulator.get(&path).unwrap();
        assert_eq!(
            (&stored["notes"], &stored["schedulingGroupId"]),
            (&json!("n"), &json!("h"))
        );
    }
}

#[tokio::test]
async fn modify_sends_nothing_if_nothing_differs() {
    let (emulator, client, _) = start(UpdateAnswer::Representation);
    let modified = Shift::get("t", "s")
        .modify(|shift| shift.id.clear())
        .send(&client)
        .await
        .unwrap();
    assert!(matches!(modified, Modified::Unchanged(_)), "{modified:?}");
    assert_eq!(emulator.requests().len(), 1);
}

#[tokio::test]
async fn what_is_replaced_is_not_modified_in_part() {
    let (emulator, client, _) = start(UpdateAnswer::Representation);
    let link = format!("{}/v1.0{SHIFTS}/s?$select=userId,id", emulator.url());
    for get in [
        Shift::get("t", "s").with_query("$select", "id,userId"),
        graph_resource::Get::at(link),
    ] {
        let modify = get.modify(|shift| shift.user_id = "v".to_owned());
        let error = modify.send(&client).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidRequest);
        assert!(error.message().contains("`$select`"), "{error}");
    }
    assert!(emulator.requests().is_empty());
}

#[tokio::test]
async fn an_upsert_of_a_whole_value_replaces_or_creates() {
    let (emulator, client, path) = start(UpdateAnswer::Representation);
    let shift = |name: &str| Shift {
        id: String::new(),
        etag: None,
        user_id: "v".to_owned(),
        scheduling_group_id: None,
        notes: None,
        created_by: None,
        name: Some(name.to_owned()),
    };
    let upserted = Shift::upsert_by_name("t", shift("first"))
        .send(&client)
        .await
        .unwrap();
    assert!(matches!(upserted, Upserted::Updated(_)), "{upserted:?}");
    assert_eq!(emulator.get(&path).unwrap().get("notes"), None);
    let upserted = Shift::upsert_by_name("t", &shift("second"))
        .send(&client)
        .await
        .unwrap();
    let Upserted::Created(created) = upserted else {
        panic!("{upserted:?}");
    };
    assert_eq!(created.name.as_deref(), Some("second"));
}

#[tokio::test]
async fn a_value_that_was_read_is_created_again() {
    let (emulator, client, path) = start(UpdateAnswer::Representation);
    let shift = Shift::get("t", "s").send(&client).await.unwrap();
    emulator.remove(&path).unwrap();
    let created = Shift::create_from("t", &shift)
        .send(&client)
        .await
        .unwrap()
        .representation()
        .unwrap();
    let as_before = Shift {
        id: shift.id.clone(),
        etag: shift.etag.clone(),
        created_by: shift.created_by.clone(),
        ..created
    };
    assert_eq!(as_before, shift);
}

#[graph_resource(
    path = "/me/extensions",
    update(whole),
    odata_type = "microsoft.graph.openTypeExtension"
)]
#[derive(Debug, Clone, PartialEq)]
struct Extension {
    #[graph(key)]
    id: String,
    #[graph(extra)]
    others: DynamicProperties,
}

#[tokio::test]
async fn modify_of_an_open_extension_keeps_what_it_does_not_change() {
    let (emulator, client, _) = start(UpdateAnswer::Representation);
    let extension = json!({ "id": "e", "theme": "dark", "color": "red" });
    emulator.insert("/me/extensions", extension).unwrap();
    let modify = Extension::get("e").modify(|extension| {
        extension.others.insert("color", "blue");
        extension.others.remove("theme");
        extension.others.insert("size", 3);
    });
    modify.send(&client).await.unwrap();
    assert_eq!(
        emulator.get("/me/extensions/e").unwrap(),
        json!({ "id": "e", "color": "blue", "size": 3 })
    );
}
