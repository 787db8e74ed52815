//! Any answer is a value, which can be written and is then read as the same, or an error that keeps the answer.

#![no_main]

use std::fmt::Debug;

use bytes::Bytes;
use graph_resource::{Created, Error, Resource, Updated};
use graph_resource_fuzz::answer::{client, now, parse};
use graph_resource_fuzz::telling::assert_keeps;
use graph_resource_fuzz::thing::{Open, Thing};
use http::Response;
use libfuzzer_sys::{Corpus, fuzz_target};
use serde::Serialize;

fuzz_target!(|data: &[u8]| -> Corpus {
    let Some(response) = parse(data) else {
        return Corpus::Reject;
    };
    let client = client(&response);
    if let Some(thing) = kept(now(Thing::get("1", "2", "3").send(&client)), &response) {
        check(&thing);
    }
    if let Some(page) = kept(now(Thing::list("1", "2").send(&client)), &response) {
        page.value.iter().for_each(check);
    }
    let create = Thing::create("1", "2").send(&client);
    if let Some(Created::Representation(thing)) = kept(now(create), &response) {
        check(&thing);
    }
    let update = Thing::update("1", "2", "3").clear_text().send(&client);
    if let Some(Updated::Representation(thing)) = kept(now(update), &response) {
        check(&thing);
    }
    if let Some(open) = kept(now(Open::get("1", "2").send(&client)), &response) {
        check(&open);
    }
    let deleted = kept(now(Thing::delete("1", "2", "3").send(&client)), &response);
    assert!(deleted.is_none() || response.status().is_success());
    Corpus::Keep
});

/// The value, or nothing once its error was looked at.
fn kept<T>(outcome: Result<T, Error>, response: &Response<Bytes>) -> Option<T> {
    match outcome {
        Ok(value) => {
            assert!(response.status().is_success());
            Some(value)
        }
        Err(error) => {
            assert_keeps(&error, response);
            None
        }
    }
}

/// What is written is read as what it was, and written as it was.
fn check<T: Resource + PartialEq + Debug>(value: &T) {
    let Some(json) = written(value) else {
        return;
    };
    let read: T = match serde_json::from_str(&json) {
        Ok(read) => read,
        Err(error) => panic!("{error}: {json}"),
    };
    assert_eq!(written(&read).as_deref(), Some(&*json));
    // What is not equal to itself holds a `NaN`.
    #[allow(clippy::eq_op, reason = "this is how one knows a `NaN`")]
    let is_itself = value == value;
    assert!(!is_itself || read == *value, "{json}");
    assert!(!format!("{value:?}").is_empty());
}

/// None where it is refused, which only the sentinel of an evolvable enum is.
fn written(value: &impl Serialize) -> Option<String> {
    match serde_json::to_string(value) {
        Ok(json) => Some(json),
        Err(error) => {
            assert!(error.to_string().contains("unknownFutureValue"), "{error}");
            None
        }
    }
}
