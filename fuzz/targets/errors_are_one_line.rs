//! Whatever a service answers to say no, the error keeps it, and is one line that a log can hold.

#![no_main]

use bytes::Bytes;
use graph_resource_fuzz::answer::{client, now, parse};
use graph_resource_fuzz::telling::assert_keeps;
use graph_resource_fuzz::thing::{Base, Thing};
use http::{HeaderValue, Response, StatusCode};
use libfuzzer_sys::{Corpus, fuzz_target};
use serde_json::{Map, Value};

/// What only a header has, and no error may show.
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
        now(Base::get("1", "2").send(&client)).err(),
        now(Base::list("1").send(&client)).err(),
        now(Base::create("1").send(&client)).err(),
        now(Thing::update("1", "2", "3").clear_text().send(&client)).err(),
        now(Base::delete("1", "2").send(&client)).err(),
    ];
    for error in outcomes {
        let error = error.expect("it is no success");
        assert_keeps(&error, &response);
        let lines = format!("{error} {error:?} {error:#?}");
        assert!(!lines.contains(COOKIE), "{lines}");
        assert!(!shows_body(&lines, &response), "{lines}");
        if let Some(message) = graphs_own_message(&response) {
            assert_eq!(error.message(), message);
        }
    }
    Corpus::Keep
});

/// Whether the body as it came is in `lines`. One that is short, or in a header too, may be there by chance.
fn shows_body(lines: &str, response: &Response<Bytes>) -> bool {
    let Ok(body) = std::str::from_utf8(response.body()) else {
        return false;
    };
    let in_header = |value: &HeaderValue| value.to_str().is_ok_and(|value| value.contains(body));
    body.len() >= 64 && lines.contains(body) && !response.headers().values().any(in_header)
}

/// The message where the body is in the form that Microsoft documents, and there is none but one of each name.
fn graphs_own_message(response: &Response<Bytes>) -> Option<String> {
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
