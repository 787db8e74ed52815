//! Setters, and the bodies that they produce.

use crate::message::{Importance, Message, MessagePatch, line};

fn json(patch: &MessagePatch) -> String {
    serde_json::to_string(patch).unwrap()
}

#[test]
fn a_property_that_is_not_set_is_not_sent() {
    assert_eq!(
        json(&MessagePatch::default()),
        r##"{"@odata.type":"#microsoft.graph.message"}"##
    );
}

#[test]
fn a_setter_sends_the_value() {
    let patch = MessagePatch::default()
        .subject("Hello")
        .body("World")
        .is_read(true)
        .size(9_007_199_254_740_993)
        .score(0.5)
        .categories(["red".to_owned(), "blue".to_owned()])
        .reactions(Vec::<String>::new())
        .importance(Importance::High);
    assert_eq!(
        json(&patch),
        r##"{"@odata.type":"#microsoft.graph.message","subject":"Hello","body":"World","isRead":true,"size":9007199254740993,"score":0.5,"categories":["red","blue"],"reactions":[],"importance":"high"}"##
    );
}

#[test]
fn clear_sends_null() {
    let patch = MessagePatch::default()
        .clear_subject()
        .clear_size()
        .clear_score()
        .clear_reactions()
        .clear_importance();
    assert_eq!(
        json(&patch),
        r##"{"@odata.type":"#microsoft.graph.message","subject":null,"size":null,"score":null,"reactions":null,"importance":null}"##
    );
}

#[test]
fn or_clear_sends_the_value_or_null() {
    let patch = MessagePatch::default()
        .subject_or_clear(Some("Hello".to_owned()))
        .size_or_clear(None);
    assert_eq!(
        json(&patch),
        r##"{"@odata.type":"#microsoft.graph.message","subject":"Hello","size":null}"##
    );
}

#[test]
fn the_last_setter_counts() {
    let patch = MessagePatch::default()
        .clear_subject()
        .subject("a")
        .subject("b")
        .size(1)
        .clear_size();
    assert_eq!(
        json(&patch),
        r##"{"@odata.type":"#microsoft.graph.message","subject":"b","size":null}"##
    );
}

#[test]
fn an_update_has_the_setters_of_the_patch() {
    let update = Message::update("1")
        .subject("Hello")
        .clear_importance()
        .size_or_clear(Some(2));
    assert_eq!(
        line(&update),
        r##"PATCH /v1.0/me/messages/1 {"@odata.type":"#microsoft.graph.message","subject":"Hello","size":2,"importance":null}"##
    );
}

#[test]
fn with_patch_takes_the_place_of_what_was_set_but_not_of_the_address() {
    let patch = MessagePatch::default().clear_size();
    let update = Message::update("1")
        .subject("Hello")
        .with_query("a", "b")
        .with_patch(patch);
    assert_eq!(
        line(&update),
        r##"PATCH /v1.0/me/messages/1 {"@odata.type":"#microsoft.graph.message","size":null}"##
    );
    let request = update
        .to_http_request(&graph_resource::Cloud::Global.into())
        .unwrap();
    assert_eq!(request.uri().query(), Some("a=b"));
}

#[test]
fn a_request_can_be_sent_again_from_a_clone() {
    let update = Message::update("1").subject("Hello");
    assert_eq!(line(&update.clone()), line(&update));
    assert_eq!(update.clone(), update);
    assert_ne!(update.clone().clear_size(), update);
}
