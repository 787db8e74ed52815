//! Asserts that any answer is read as a value that survives writing and reading, or as an error that keeps the answer.

#![no_main]

use std::fmt::Debug;

use bytes::Bytes;
use graph_resource::{Created, Error, Resource, Updated};
use graph_resource_fuzz::answer::{client, parse, poll_once};
use graph_resource_fuzz::errors::assert_keeps;
use graph_resource_fuzz::thing::{Open, Thing};
use http::Response;
use libfuzzer_sys::{Corpus, fuzz_target};
use serde::Serialize;

fuzz_target!(|data: &[u8]| -> Corpus {
    let Some(response) = parse(data) else {
        return Corpus::Reject;
    };
    let client = client(&response);
    if let Some(thing) = value_of(
        poll_once(Thing::get("1", "2", "3").send(&client)),
        &response,
    ) {
        check(&thing);
    }
    if let Some(page) = value_of(poll_once(Thing::list("1", "2").send(&client)), &response) {
        page.value.iter().for_each(check);
    }
    let create = Thing::create("1", "2").send(&client);
    if let Some(Created::Representation(thing)) = value_of(poll_once(create), &response) {
        check(&thing);
    }
    let update = Thing::update("1", "2", "3").clear_text().send(&client);
    if let Some(Updated::Representation(thing)) = value_of(poll_once(update), &response) {
        check(&thing);
    }
    if let Some(open) = value_of(poll_once(Open::get("1", "2").send(&client)), &response) {
        check(&open);
    }
    let deleted = value_of(
        poll_once(Thing::delete("1", "2", "3").send(&client)),
        &response,
    );
    assert!(deleted.is_none() || response.status().is_success());
    Corpus::Keep
});

/// Returns the value, or checks the error.
fn value_of<T>(outcome: Result<T, Error>, response: &Response<Bytes>) -> Option<T> {
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

/// Asserts that a value is read as it was written, and written again in the same way.
fn check<T: Resource + PartialEq + Debug>(value: &T) {
    let Some(json) = written(value) else {
        return;
    };
    let read: T = match serde_json::from_str(&json) {
        Ok(read) => read,
        Err(error) => panic!("{error}: {json}"),
    };
    assert_eq!(written(&read).as_deref(), Some(&*json));
    // A value that is not equal to itself contains a `NaN`.
    #[allow(clippy::eq_op, reason = "this recognises a `NaN`")]
    let is_itself = value == value;
    assert!(!is_itself || read == *value, "{json}");
    assert!(!format!("{value:?}").is_empty());
}

/// Writes a value. Returns `None` if that fails, as it may only for the sentinel of an evolvable enum.
fn written(value: &impl Serialize) -> Option<String> {
    match serde_json::to_string(value) {
        Ok(json) => Some(json),
        Err(error) => {
            assert!(error.to_string().contains("unknownFutureValue"), "{error}");
            None
        }
    }
}
