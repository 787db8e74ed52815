//! A patch is a plain struct.

use graph_resource::Change;

use crate::message::{Importance, MessagePatch};

#[test]
fn a_literal_says_what_setters_say() {
    let patch = MessagePatch {
        subject: Change::Set("Hello".to_owned()),
        body: Some("World".to_owned()),
        size: Change::Clear,
        importance: Change::Set(Importance::Low),
        ..Default::default()
    };
    let set = MessagePatch::default()
        .subject("Hello")
        .body("World")
        .clear_size()
        .importance(Importance::Low);
    assert_eq!(patch, set);
}

#[test]
fn fields_can_be_looked_at_and_changed() {
    let mut patch = MessagePatch::default().subject("Hello");
    assert_eq!(
        patch.subject.as_ref().map(String::as_str),
        Change::Set("Hello")
    );
    assert_eq!(patch.is_read, None);
    patch.subject = Change::Keep;
    assert!(patch.is_empty());
}

#[test]
fn a_patch_is_empty_where_nothing_is_set_or_cleared() {
    assert!(MessagePatch::default().is_empty());
    for patch in [
        MessagePatch::default().clear_subject(),
        MessagePatch::default().subject(""),
        MessagePatch::default().is_read(false),
        MessagePatch::default().categories(Vec::<String>::new()),
        MessagePatch::default().clear_importance(),
    ] {
        assert!(!patch.is_empty(), "{patch:?}");
    }
}

#[test]
fn a_lone_keep_has_no_json_form() {
    let error = serde_json::to_string(&Change::<String>::Keep).unwrap_err();
    assert!(
        error
            .to_string()
            .starts_with("`Change::Keep` has no JSON form"),
        "{error}"
    );
}

#[test]
fn debug_shows_what_would_be_sent() {
    let patch = MessagePatch::default().subject("Hello").clear_size();
    assert_eq!(
        format!("{patch:?}"),
        r##"MessagePatch {"@odata.type":"#microsoft.graph.message","subject":"Hello","size":null}"##
    );
}
