//! Objects and enums, by serde alone.

use graph_resource::{Change, Page};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::damage::variants;
use crate::resource::{Level, PATCH, Thing, ThingPatch, page, resource};

/// Reads `json`: an error says something, a value can be written, and is then read again.
fn survives<T: DeserializeOwned + Serialize>(json: &[u8]) {
    match serde_json::from_slice::<T>(json) {
        Ok(value) => {
            if let Ok(written) = serde_json::to_string(&value) {
                assert!(serde_json::from_str::<T>(&written).is_ok(), "{written}");
            }
        }
        Err(error) => assert!(error.to_string().len() > 5, "{error}"),
    }
}

#[test]
fn the_samples_are_whole() {
    let thing: Thing = serde_json::from_str(&resource()).unwrap();
    let mut patched = thing.clone();
    serde_json::from_str::<ThingPatch>(PATCH)
        .unwrap()
        .apply_to(&mut patched);
    assert!(patched == thing);
    assert_eq!(
        serde_json::from_str::<Page<Thing>>(&page())
            .unwrap()
            .value
            .len(),
        2
    );
}

#[test]
fn a_resource() {
    variants(&resource()).for_each(|json| survives::<Thing>(&json));
}

#[test]
fn a_patch() {
    variants(PATCH).for_each(|json| survives::<ThingPatch>(&json));
}

#[test]
fn an_enum_and_a_change() {
    for json in variants(r#""high \u00e9""#) {
        survives::<Level>(&json);
        survives::<Change<String>>(&json);
        assert_eq!(
            String::from_utf8_lossy(&json)
                .parse::<Level>()
                .unwrap()
                .as_str()
                .to_lowercase(),
            String::from_utf8_lossy(&json).to_lowercase()
        );
    }
}

#[test]
fn a_page() {
    for json in variants(&page()) {
        if let Err(error) = serde_json::from_slice::<Page<Thing>>(&json) {
            assert!(error.to_string().len() > 5, "{error}");
        }
    }
}

#[test]
fn no_beginning_of_an_object_is_an_object() {
    let json = resource();
    for end in 0..json.len() {
        assert!(serde_json::from_slice::<Thing>(&json.as_bytes()[..end]).is_err());
    }
}

#[test]
fn nesting_without_end_is_an_error() {
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
        let deep = format!("{}1{}", open.repeat(100_000), close.repeat(100_000));
        for json in [
            format!(r#"{{"id":"1","any":{deep}}}"#),
            format!(r#"{{"id":"1","undeclared":{deep}}}"#),
        ] {
            // What is skipped needs no stack; what is kept is bounded.
            let _ = serde_json::from_str::<Thing>(&json);
        }
        let kept = format!(r#"{{"id":"1","any":{deep}}}"#);
        assert!(serde_json::from_str::<Thing>(&kept).is_err());
    }
}
