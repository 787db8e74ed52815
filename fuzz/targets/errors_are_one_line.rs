//! Asserts that the error of any refusal keeps the answer, and is one line of text.

#![no_main]

use bytes::Bytes;
use graph_resource_fuzz::answer::{client, parse, poll_once};
use graph_resource_fuzz::errors::assert_keeps;
use graph_resource_fuzz::thing::{Base, Thing};
use http::{HeaderValue, Response, StatusCode};
use libfuzzer_sys::{Corpus, fuzz_target};
use serde_json::{Map, Value};

/// A header value that no error may contain.
const COOKIE: &str = "cookie-cookie-cookie";

fuzz_target!(|data: &[u8]| -> Corpus {
    let Some(mut response) = parse(data) else {
        return Corpus::Reject;
    };
    if response.status().is_success() {
        *response.status_mut() = StatusCode::BAD_REQUEST;
    }
    let cookie = HeaderValue::from_static(COOKIE);
    response.headers_mut().insert("set-cookie", cookie);
    let client = client(&response);
    let outcomes = [
        poll_once(Base::get("1", "2").send(&client)).err(),
        poll_once(Base::list("1").send(&client)).err(),
        poll_once(Base::create("1").send(&client)).err(),
        poll_once(Thing::update("1", "2", "3").clear_text().send(&client)).err(),
        poll_once(Base::delete("1", "2").send(&client)).err(),
    ];
    for error in outcomes {
        let error = error.expect("the status is not 2xx");
        assert_keeps(&error, &response);
        let lines = format!("{error} {error:?} {error:#?}");
        assert!(!lines.contains(COOKIE), "{lines}");
        assert!(!contains_body(&lines, &response), "{lines}");
        if let Some(message) = documented_message(&response) {
            assert_eq!(error.message(), message);
        }
    }
    Corpus::Keep
});

/// Returns whether `lines` contains the body. A body that is short, or is also in a header, may occur by chance.
fn contains_body(lines: &str, response: &Response<Bytes>) -> bool {
    let Ok(body) = std::str::from_utf8(response.body()) else {
        return false;
    };
    let in_header = |value: &HeaderValue| value.to_str().is_ok_and(|value| value.contains(body));
    body.len() >= 64 && lines.contains(body) && !response.headers().values().any(in_header)
}

/// Returns the message if the body has the documented form, and each name occurs once.
fn documented_message(response: &Response<Bytes>) -> Option<String> {
    if response.status().is_redirection() {
        return None;
    }
    let body: Value = serde_json::from_slice(response.body()).ok()?;
    let message = only(only(&body, "error")?, "message")?.as_str()?.trim();
    (!message.is_empty()).then(|| message.to_owned())
}

fn only<'a>(object: &'a Value, name: &str) -> Option<&'a Value> {
    let object: &Map<String, Value> = object.as_object()?;
    let is_other = |key: &String| key != name && key.to_lowercase().contains(name);
    object.get(name).filter(|_| !object.keys().any(is_other))
}
