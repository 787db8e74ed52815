//! The laws of `between` and `apply_to`, over generated values.

use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use serde_json::Value;

use crate::message::{Importance, Message, MessagePatch, message};

fn text() -> impl Strategy<Value = String> {
    // Few values, so that they are often equal, and some that JSON has to escape.
    prop_oneof![
        Just(String::new()),
        Just("a".to_owned()),
        Just("\"\\\n\u{1f980}\0".to_owned()),
        "[a-z]{1,3}"
    ]
}

fn importance() -> impl Strategy<Value = Importance> {
    prop_oneof![
        Just(Importance::Low),
        Just(Importance::Normal),
        Just(Importance::High),
        Just(Importance::Unknown("urgent".to_owned())),
    ]
}

prop_compose! {
    fn messages()(
        id in text(),
        (web_link, conversation_id, subject) in (of(text()), of(text()), of(text())),
        body in text(),
        is_read in any::<bool>(),
        size in of(prop_oneof![Just(0), any::<i64>()]),
        score in of((-4_i8..4).prop_map(|quarters| f64::from(quarters) / 4.0)),
        categories in vec(text(), 0..3),
        reactions in of(vec(text(), 0..2)),
        importance in of(importance()),
    ) -> Message {
        Message { id, web_link, conversation_id, subject, body, is_read, size, score, categories, reactions, importance }
    }
}

/// `message` with what no update may carry taken from `other`.
fn with_fixed_properties_of(message: &Message, other: &Message) -> Message {
    Message {
        id: other.id.clone(),
        web_link: other.web_link.clone(),
        conversation_id: other.conversation_id.clone(),
        ..message.clone()
    }
}

fn value(value: &impl serde::Serialize) -> Value {
    serde_json::to_value(value).unwrap()
}

proptest! {
    #[test]
    fn applying_the_difference_gives_the_other(before in messages(), after in messages()) {
        let mut applied = before.clone();
        MessagePatch::between(&before, &after).apply_to(&mut applied);
        prop_assert_eq!(applied, with_fixed_properties_of(&after, &before));
    }

    #[test]
    fn there_is_no_difference_to_itself_nor_to_what_no_update_may_carry(one in messages(), other in messages()) {
        prop_assert!(MessagePatch::between(&one, &one).is_empty());
        prop_assert!(MessagePatch::between(&one, &with_fixed_properties_of(&one, &other)).is_empty());
    }

    #[test]
    fn applying_twice_is_applying_once(before in messages(), after in messages(), other in messages()) {
        let patch = MessagePatch::between(&before, &after);
        let mut once = other;
        patch.clone().apply_to(&mut once);
        let mut twice = once.clone();
        patch.apply_to(&mut twice);
        prop_assert_eq!(once, twice);
    }

    #[test]
    fn only_what_differs_is_said(before in messages(), after in messages()) {
        let patch = value(&MessagePatch::between(&before, &after));
        let (before, after) = (value(&before), value(&after));
        for (name, said) in patch.as_object().unwrap().iter().filter(|(name, _)| *name != "@odata.type") {
            prop_assert_ne!(before.get(name), after.get(name));
            prop_assert_eq!(said, after.get(name).unwrap_or(&Value::Null));
        }
    }

    #[test]
    fn a_service_that_merges_the_json_comes_to_the_same(before in messages(), after in messages()) {
        let patch = MessagePatch::between(&before, &after);
        let mut merged = value(&before);
        json_patch::merge(&mut merged, &value(&patch));
        let mut applied = before;
        patch.apply_to(&mut applied);
        prop_assert_eq!(merged, value(&applied));
    }

    #[test]
    fn a_patch_and_a_resource_are_read_as_they_were_written(before in messages(), after in messages()) {
        let patch = MessagePatch::between(&before, &after);
        let read: MessagePatch = serde_json::from_str(&serde_json::to_string(&patch).unwrap()).unwrap();
        prop_assert_eq!(read, patch);
        let read: Message = serde_json::from_str(&serde_json::to_string(&after).unwrap()).unwrap();
        prop_assert_eq!(read, after);
    }
}

#[test]
fn a_difference_is_a_change_for_each_property() {
    let before = Message {
        subject: Some("a".to_owned()),
        size: Some(1),
        ..message()
    };
    let after = Message {
        subject: None,
        size: Some(1),
        is_read: true,
        reactions: Some(vec![]),
        ..before.clone()
    };
    let patch = MessagePatch::between(&before, &after);
    assert_eq!(
        patch,
        MessagePatch::default()
            .clear_subject()
            .is_read(true)
            .reactions(Vec::<String>::new())
    );
}
