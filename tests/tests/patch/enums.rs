//! Evolvable enums in a patch.

use graph_resource::ErrorKind;
use serde_json::json;

use crate::message::{Importance, Message, MessagePatch, message};

#[test]
fn the_sentinel_cannot_be_sent_and_the_error_names_the_property() {
    let sentinel = Importance::Unknown("unknownFutureValue".to_owned());
    let error = Message::update("1")
        .importance(sentinel.clone())
        .to_http_request(&graph_resource::Cloud::Global.into())
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidRequest);
    assert_eq!(
        error.to_string(),
        "the body cannot be written: importance: `unknownFutureValue` stands for members that this client does not know, \
         and cannot be sent [PATCH /me/messages/{id}]"
    );
    let error = serde_json::to_string(&MessagePatch::default().importance(sentinel)).unwrap_err();
    assert!(error.to_string().starts_with("importance: "), "{error}");
}

#[test]
fn the_sentinel_is_read_and_written_back_in_a_representation() {
    let json = json!({ "id": "1", "body": "", "isRead": true, "categories": [], "importance": "unknownFutureValue" });
    let read: Message = serde_json::from_value(json.clone()).unwrap();
    let mut written = serde_json::to_value(&read).unwrap();
    written.as_object_mut().unwrap().remove("@odata.type");
    assert_eq!(written, json);
}

#[test]
fn a_sentinel_that_was_there_before_is_no_difference() {
    let before = Message {
        importance: Some(Importance::Unknown("unknownFutureValue".to_owned())),
        ..message()
    };
    let after = Message {
        is_read: true,
        ..before.clone()
    };
    assert_eq!(
        MessagePatch::between(&before, &after),
        MessagePatch::default().is_read(true)
    );
}

#[test]
fn a_member_that_is_not_declared_is_sent_verbatim() {
    let patch = MessagePatch::default().importance(Importance::Unknown("Urgent ".to_owned()));
    assert_eq!(
        serde_json::to_string(&patch).unwrap(),
        r##"{"@odata.type":"#microsoft.graph.message","importance":"Urgent "}"##
    );
}
