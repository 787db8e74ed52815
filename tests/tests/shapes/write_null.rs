//! Values that replace others, and say `null` for what they lack.

use std::collections::BTreeMap;

use graph_resource::edm::DynamicProperties;
use graph_resource::{Property, StructuredType, graph_complex, graph_resource, graph_union};
use serde_json::json;

use crate::support::{body, read};

#[graph_resource(path = "/identity/conditionalAccess/policies", emit_type = "never")]
#[derive(Debug, Clone, PartialEq)]
struct Policy {
    #[graph(key)]
    id: String,
    session_controls: Option<SessionControls>,
    all: Option<Vec<SessionControls>>,
    by_name: Option<BTreeMap<String, SessionControls>>,
    #[graph(merge)]
    merged: Option<Outer>,
    any: Option<Controls>,
}

#[graph_complex]
#[derive(Debug, Clone, Default, PartialEq)]
struct SessionControls {
    #[graph(write_null)]
    sign_in_frequency: Option<Frequency>,
    #[graph(write_null, rename = "cloudAppSecurity", with = "text")]
    cloud: Option<String>,
    persistent_browser: Option<bool>,
}

mod text {
    use serde::{Deserialize, Deserializer, Serializer};

    pub(super) fn serialize<S: Serializer>(text: &str, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&text.to_uppercase())
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<String, D::Error> {
        String::deserialize(deserializer)
    }
}

/// Every nullable property that can be written.
#[graph_complex(write_null)]
#[derive(Debug, Clone, Default, PartialEq)]
struct Frequency {
    value: Option<i32>,
    is_enabled: bool,
    #[graph(read_only)]
    computed: Option<String>,
    #[graph(merge)]
    inner: Option<Inner>,
}

#[graph_complex]
#[derive(Debug, Clone, Default, PartialEq)]
struct Inner {
    a: Option<i32>,
}

#[graph_complex]
#[derive(Debug, Clone, Default, PartialEq)]
struct Outer {
    controls: Option<SessionControls>,
    #[graph(write_null)]
    note: Option<String>,
}

#[graph_union]
#[derive(Debug, Clone, PartialEq)]
enum Controls {
    Session(SessionControls),
    #[graph(unknown)]
    Unknown(DynamicProperties),
}

const OFF: &str = r#"{"signInFrequency":null,"cloudAppSecurity":null}"#;

#[test]
fn one_session_control_is_switched_off_by_null() {
    let before =
        json!({ "signInFrequency": { "value": 4, "isEnabled": true }, "persistentBrowser": true });
    let mut controls: SessionControls = read(before);
    controls.sign_in_frequency = None;
    assert_eq!(
        body(&Policy::update("1").session_controls(controls)),
        r#"{"sessionControls":{"signInFrequency":null,"cloudAppSecurity":null,"persistentBrowser":true}}"#
    );
}

#[test]
fn a_value_says_null_wherever_it_replaces_another() {
    let off = SessionControls::default;
    for (request, expected) in [
        (Policy::update("1").session_controls(off()), format!(r#"{{"sessionControls":{OFF}}}"#)),
        (Policy::update("1").all(vec![off(), off()]), format!(r#"{{"all":[{OFF},{OFF}]}}"#)),
        (
            Policy::update("1").by_name(BTreeMap::from([("a".to_owned(), off())])),
            format!(r#"{{"byName":{{"a":{OFF}}}}}"#),
        ),
        (
            Policy::update("1").merged(|outer| outer.controls(off())),
            format!(r#"{{"merged":{{"controls":{OFF}}}}}"#),
        ),
        (
            Policy::update("1").any(Controls::Session(off())),
            r##"{"any":{"@odata.type":"#microsoft.graph.sessionControls","signInFrequency":null,"cloudAppSecurity":null}}"##.to_owned(),
        ),
    ] {
        assert_eq!(body(&request), expected);
    }
}

#[test]
fn a_type_can_say_null_for_all_its_nullable_properties_that_are_writable() {
    let controls = SessionControls {
        sign_in_frequency: Some(Frequency::default()),
        ..Default::default()
    };
    assert_eq!(
        body(&Policy::update("1").session_controls(controls)),
        r#"{"sessionControls":{"signInFrequency":{"value":null,"isEnabled":false,"inner":null},"cloudAppSecurity":null}}"#
    );
    let names: Vec<_> = Frequency::TYPE
        .all_properties()
        .filter(|property| property.writes_null())
        .map(Property::name)
        .collect();
    assert_eq!(names, ["value", "inner"]);
}

#[test]
fn a_value_that_is_set_is_written_as_ever() {
    let controls = SessionControls {
        cloud: Some("a".to_owned()),
        ..Default::default()
    };
    assert_eq!(
        body(&Policy::update("1").session_controls(controls)),
        r#"{"sessionControls":{"signInFrequency":null,"cloudAppSecurity":"A"}}"#
    );
}

#[test]
fn outside_of_a_request_and_in_a_patch_nothing_says_null() {
    let off = SessionControls::default();
    assert_eq!(serde_json::to_string(&off).unwrap(), "{}");
    assert_eq!(
        body(&Policy::update("1").merged(OuterPatch::clear_controls)),
        r#"{"merged":{"controls":null}}"#
    );
    assert_eq!(
        body(&Policy::update("1").merged(|outer| outer).with_allow_empty()),
        r#"{"merged":{}}"#
    );
}

#[test]
fn a_patch_that_is_written_says_null_as_its_request_does() {
    let patch = PolicyPatch::default().session_controls(SessionControls::default());
    assert_eq!(
        serde_json::to_string(&patch).unwrap(),
        format!(r#"{{"sessionControls":{OFF}}}"#)
    );
}
