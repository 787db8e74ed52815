//! Patches read from JSON, for example of a frontend: nothing is lost silently.

use graph_resource::Change;
use serde_json::{Value, json};

use crate::message::{Importance, MessagePatch};

fn read(json: Value) -> MessagePatch {
    serde_json::from_value(json).unwrap()
}

fn refusal(json: Value) -> String {
    serde_json::from_value::<MessagePatch>(json)
        .unwrap_err()
        .to_string()
}

#[test]
fn absent_null_and_a_value_are_three_things() {
    let patch = read(json!({ "subject": null, "importance": "High", "body": "b" }));
    assert_eq!(patch.subject, Change::Clear);
    assert_eq!(patch.importance, Change::Set(Importance::High));
    assert_eq!(patch.body.as_deref(), Some("b"));
    assert_eq!((patch.size, patch.is_read), (Change::Keep, None));
}

#[test]
fn nothing_is_an_empty_patch() {
    assert!(read(json!({})).is_empty());
}

#[test]
fn control_information_is_skipped() {
    let json = json!({
        "@odata.context": "https://graph.microsoft.com/v1.0/$metadata#me/messages/$entity",
        "@odata.etag": "W/\"1\"",
        "@odata.type": null,
        "isRead": true,
    });
    assert_eq!(read(json), MessagePatch::default().is_read(true));
}

#[test]
fn annotations_of_a_declared_property_are_skipped() {
    let json = json!({
        "subject@odata.type": "#String",
        "id@odata.type": "#String",
        "categories@odata.type": "#Collection(String)",
        "categories": ["red"],
    });
    assert_eq!(
        read(json),
        MessagePatch::default().categories(["red".to_owned()])
    );
}

#[test]
fn the_spellings_of_the_type_are_accepted_in_any_letter_case() {
    for spelling in [
        "#microsoft.graph.message",
        "microsoft.graph.message",
        "https://graph.microsoft.com/v1.0/$metadata#microsoft.graph.message",
        "#Microsoft.Graph.Message",
        "message",
    ] {
        let patch = read(json!({ "size": 1, "@odata.type": spelling }));
        assert_eq!(patch, MessagePatch::default().size(1));
    }
}

#[test]
fn another_type_is_refused_with_both_names() {
    for spelling in [
        "#microsoft.graph.event",
        "microsoft.graph.event",
        "https://graph.microsoft.com/v1.0/$metadata#microsoft.graph.event",
    ] {
        assert_eq!(
            refusal(json!({ "@odata.type": spelling })),
            "the object is a microsoft.graph.event, expected a microsoft.graph.message"
        );
    }
}

#[test]
fn properties_that_a_patch_cannot_carry_are_refused_by_name() {
    for (json, message) in [
        (
            json!({ "id": "2" }),
            "`id` is the key, an update of microsoft.graph.message cannot carry it",
        ),
        (
            json!({ "webLink": null }),
            "`webLink` is read-only, an update of microsoft.graph.message cannot carry it",
        ),
        (
            json!({ "conversationId": "c" }),
            "`conversationId` can be given on create only, an update of microsoft.graph.message cannot carry it",
        ),
        (
            json!({ "subjekt": "s" }),
            "`subjekt` is not a property of microsoft.graph.message",
        ),
        (
            json!({ "Subject": "s" }),
            "`Subject` is not a property of microsoft.graph.message",
        ),
        (
            json!({ "": 1 }),
            "`` is not a property of microsoft.graph.message",
        ),
        (
            json!({ "sender@odata.bind": "https://graph.microsoft.com/v1.0/users/1" }),
            "`sender@odata.bind` is not a property of microsoft.graph.message",
        ),
        (
            json!({ "subject@odata.bind": "https://graph.microsoft.com/v1.0/users/1" }),
            "`subject@odata.bind` is not a property of microsoft.graph.message",
        ),
    ] {
        assert_eq!(refusal(json), message);
    }
}

#[test]
fn null_for_what_is_not_nullable_is_refused_by_name() {
    for name in ["body", "isRead", "categories"] {
        assert_eq!(
            refusal(json!({ name: null })),
            format!("`{name}` is not nullable, and cannot be `null`")
        );
    }
}

#[test]
fn a_value_that_is_no_object_is_refused_with_the_name_of_the_type() {
    for json in [json!(null), json!([]), json!("subject"), json!(1)] {
        let message = refusal(json);
        assert!(
            message.ends_with("expected an object of type microsoft.graph.message"),
            "{message}"
        );
    }
}

#[test]
fn of_a_property_that_comes_twice_the_last_counts() {
    let patch: MessagePatch =
        serde_json::from_str(r#"{"subject":"a","size":null,"subject":null,"size":2}"#).unwrap();
    assert_eq!(patch, MessagePatch::default().clear_subject().size(2));
}
