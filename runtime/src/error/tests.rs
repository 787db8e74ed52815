//! Tests of the public methods of the error.

use std::error::Error as _;
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, Method, StatusCode};

use super::kind::ErrorKind;
use super::repr::Error;

fn answer(status: u16, headers: &[(&str, &str)], body: &str) -> http::Response<Bytes> {
    let response = http::Response::builder().status(status);
    let response = headers.iter().fold(response, |response, (name, value)| {
        response.header(*name, *value)
    });
    response
        .body(Bytes::copy_from_slice(body.as_bytes()))
        .unwrap()
}

fn refused(status: u16, headers: &[(&str, &str)], body: &str) -> Error {
    Error::service(answer(status, headers, body)).with_request(&Method::PATCH, "/users/{id}")
}

#[test]
fn an_error_has_the_size_of_a_pointer_and_is_send_and_sync() {
    fn is_send_and_sync<T: Send + Sync + 'static>() {}
    is_send_and_sync::<Error>();
    assert_eq!(size_of::<Error>(), size_of::<usize>());
    assert_eq!(size_of::<Result<(), Error>>(), size_of::<usize>());
}

#[test]
fn display_is_one_line_with_everything_that_support_asks_for() {
    let body =
        r#"{"error":{"code":"Request_ResourceNotFound","message":"There is no such user."}}"#;
    let error = refused(404, &[("request-id", "r-1")], body);
    assert_eq!(
        error.to_string(),
        "404 Not Found (Request_ResourceNotFound): There is no such user. [PATCH /users/{id}] [request-id r-1]"
    );
}

#[test]
fn an_answer_without_an_error_object_is_described_by_status_and_content_type() {
    let html = [("content-type", "text/html")];
    for (error, line) in [
        (
            refused(502, &html, "<html>"),
            "the service answered 502 Bad Gateway with text/html [PATCH /users/{id}]",
        ),
        (
            refused(503, &html, " "),
            "the service answered 503 Service Unavailable without a body [PATCH /users/{id}]",
        ),
        (
            refused(599, &[], "?"),
            "the service answered 599 with a body of unknown type [PATCH /users/{id}]",
        ),
        (
            refused(302, &[], ""),
            "the service answered 302 Found without a body, which is not a redirect that this request can follow [PATCH /users/{id}]",
        ),
        (
            refused(
                400,
                &[],
                r#"{"error":{"code":"UnknownError","message":""}}"#,
            ),
            "400 Bad Request (UnknownError): the service gave a code, but no message [PATCH /users/{id}]",
        ),
        (
            refused(400, &[], r#"{"Message":"No."}"#),
            "400 Bad Request: No. [PATCH /users/{id}]",
        ),
    ] {
        assert_eq!(error.to_string(), line);
        assert_eq!(error.kind(), ErrorKind::Service);
        assert!(line.contains(error.message()));
    }
}

#[test]
fn an_unexpected_answer_of_success_keeps_its_status_headers_and_body() {
    let response = answer(200, &[("request-id", "r-1")], "<html>");
    let error = Error::new(ErrorKind::UnexpectedAnswer, "it is text/html").with_answer(response);
    assert_eq!(
        error.to_string(),
        "200 OK: it is text/html [request-id r-1]"
    );
    assert_eq!(error.status(), Some(StatusCode::OK));
    assert_eq!(error.raw_body().map(AsRef::as_ref), Some(&b"<html>"[..]));
    assert_eq!(error.headers().map(HeaderMap::len), Some(1));
}

#[test]
fn text_from_the_service_cannot_forge_a_line_of_a_log() {
    let body = r#"{"error":{"code":"c\nERROR","message":"a\r\n\u001b[31mb\u2028c\u202ed"}}"#;
    let error = refused(400, &[], body);
    let line = error.to_string();
    assert!(
        line.starts_with(r"400 Bad Request (c\nERROR): a\r\n\u{1b}[31mb\u{2028}c\u{202e}d ["),
        "{line}"
    );
    assert!(!format!("{error:?}").contains('\n'));
    assert_eq!(error.message(), "a\r\n\u{1b}[31mb\u{2028}c\u{202e}d");
}

#[test]
fn a_long_message_is_truncated_in_display_and_debug_only() {
    let body = format!(
        r#"{{"error":{{"code":"c","message":"{}"}}}}"#,
        "é".repeat(10_000)
    );
    let error = refused(400, &[], &body);
    assert_eq!(error.message().chars().count(), 10_000);
    assert!(error.to_string().chars().count() < 600);
    assert!(format!("{error:?}").chars().count() < 800);
    assert!(error.to_string().contains("é… ["));
}

#[test]
fn a_long_source_is_truncated_in_debug() {
    let error = Error::configuration("no").with_source("é\u{202e}".repeat(10_000));
    let line = format!("{error:?}");
    assert!(line.chars().count() < 800, "{}", line.len());
    assert!(line.contains("source: \"é\\u{202e}é"), "{line}");
    assert_eq!(error.source().unwrap().to_string().chars().count(), 20_000);
}

#[test]
fn neither_display_nor_debug_shows_the_body_or_a_header() {
    let headers = [
        ("www-authenticate", "Bearer hunter2"),
        ("set-cookie", "hunter2"),
    ];
    let body = r#"{"error":{"code":"c","message":"m","innerError":{"secret":"hunter2"}}}"#;
    let error = refused(401, &headers, body);
    assert!(!format!("{error} {error:?} {error:#?}").contains("hunter2"));
}

#[test]
fn the_source_is_kept_and_not_repeated() {
    let error = Error::configuration("no").with_source("because");
    assert_eq!(error.to_string(), "no");
    assert_eq!(error.source().unwrap().to_string(), "because");
}

#[test]
fn request_ids_are_read_from_a_header_or_from_the_body() {
    let body = r#"{"error":{"innerError":{"request-id":"body","client-request-id":"mine"}}}"#;
    assert_eq!(
        refused(500, &[("request-id", "header")], body).request_id(),
        Some("header")
    );
    assert_eq!(refused(500, &[], body).request_id(), Some("body"));
    assert_eq!(refused(500, &[], body).client_request_id(), Some("mine"));
    assert_eq!(refused(500, &[], "").request_id(), None);
}

#[test]
fn the_innermost_code_is_the_last() {
    let body = r#"{"error":{"code":"a","innerError":{"code":"b","innerError":{"code":"c"}}}}"#;
    let error = refused(400, &[], body);
    assert_eq!(error.code(), Some("a"));
    assert_eq!(error.inner_codes().collect::<Vec<_>>(), ["b", "c"]);
    assert_eq!(error.inner_codes().next_back(), Some("c"));
}

#[test]
fn each_predicate_is_true_for_one_status() {
    type Predicate = fn(&Error) -> bool;
    let predicates: [(u16, Predicate); 8] = [
        (401, Error::is_unauthorized),
        (403, Error::is_forbidden),
        (404, Error::is_not_found),
        (409, Error::is_conflict),
        (410, Error::is_gone),
        (412, Error::is_precondition_failed),
        (428, Error::is_precondition_required),
        (429, Error::is_throttled),
    ];
    for (expected, predicate) in predicates {
        for (status, _) in predicates {
            assert_eq!(predicate(&refused(status, &[], "")), status == expected);
        }
        assert!(!predicate(&Error::configuration("no answer")));
    }
}

#[test]
fn a_timeout_and_a_bandwidth_limit_are_what_they_are() {
    for (status, is_timeout, is_throttled) in [
        (408, true, false),
        (429, false, true),
        (503, false, false),
        (504, true, false),
        (509, false, true),
    ] {
        let error = refused(status, &[], "");
        assert_eq!(error.is_timeout(), is_timeout, "{status}");
        assert_eq!(error.is_throttled(), is_throttled, "{status}");
    }
    assert!(Error::new(ErrorKind::Timeout, "late").is_timeout());
    let error = refused(509, &[], r#"{"error":{"code":"c","message":"m"}}"#);
    assert!(
        error
            .to_string()
            .starts_with("509 Bandwidth Limit Exceeded (c): m")
    );
}

#[test]
fn text_in_another_form_is_not_lost() {
    let body = r#"{"error":{"code":"c","message":{"message":"No HTTP resource was found.","messageDetail":"No type was found."}}}"#;
    let error = refused(404, &[], body);
    assert_eq!(error.message(), "No HTTP resource was found.");
    assert!(
        error
            .to_string()
            .starts_with("404 Not Found (c): No HTTP resource was found.")
    );
}

#[test]
fn details_and_target_are_returned() {
    let body = r#"{"error":{"code":"BadRequest","message":"m","target":"user","details":[
        {"code":"TooLong","message":"Too long.","target":"displayName"},{"code":"x","message":{"value":"y"}},{},7,"z"]}}"#;
    let error = refused(400, &[], body);
    assert_eq!(error.target(), Some("user"));
    let details = error.details().iter();
    let details: Vec<_> = details
        .map(|detail| (detail.code(), detail.message(), detail.target()))
        .collect();
    assert_eq!(
        details,
        [
            (Some("TooLong"), Some("Too long."), Some("displayName")),
            (Some("x"), Some("y"), None),
            (None, Some("z"), None),
        ]
    );
    let single = r#"{"error":{"code":"c","message":"m","innerError":{"target":"t"},"details":{"target":"name"}}}"#;
    let error = refused(400, &[], single);
    assert_eq!(error.details()[0].target(), Some("name"));
    assert_eq!(error.target(), Some("t"));
    assert!(refused(400, &[], "").details().is_empty());
    assert_eq!(Error::configuration("no").target(), None);
}

#[test]
fn an_error_object_under_success_keeps_what_it_says_and_the_answer() {
    let body =
        r#"{"error":{"code":"generalException","message":"m","innerError":{"request-id":"r"}}}"#;
    let error = Error::under_success(&answer(200, &[], body)).unwrap();
    assert_eq!(error.kind(), ErrorKind::UnexpectedAnswer);
    let error = error.with_answer(answer(200, &[], body));
    assert_eq!(
        error.to_string(),
        "200 OK (generalException): m [request-id r]"
    );
    assert_eq!(error.raw_body().map(AsRef::as_ref), Some(body.as_bytes()));
    let silent = answer(200, &[], r#"{"error":{"code":"c"}}"#);
    let error = Error::under_success(&silent).unwrap();
    assert_eq!(
        error.message(),
        "the service answered an error with a status of success"
    );
    assert!(Error::under_success(&answer(200, &[], r#"{"error":null}"#)).is_none());
}

#[test]
fn an_edit_conflict_is_recognised_by_the_status_or_by_a_code() {
    let with_code = |status, code| {
        let body = format!(r#"{{"error":{{"code":"{code}","innerError":{{"code":"other"}}}}}}"#);
        refused(status, &[], &body).is_edit_conflict()
    };
    assert!(refused(412, &[], "").is_edit_conflict());
    assert!(with_code(409, "resourceModified"));
    assert!(with_code(409, "EntityTagDoesNotMatch"));
    let inner = r#"{"error":{"code":"Conflict","innerError":{"code":"resourceModified"}}}"#;
    assert!(refused(409, &[], inner).is_edit_conflict());
    assert!(!with_code(409, "Request_MultipleObjectsWithSameKeyValue"));
    assert!(!with_code(400, "resourceModified"));
    assert!(!Error::configuration("no answer").is_edit_conflict());
}

#[test]
fn the_requested_wait_is_returned() {
    let error = refused(429, &[("retry-after", "2.128")], "");
    assert_eq!(error.retry_after(), Some(Duration::from_millis(2128)));
    assert_eq!(Error::configuration("no").retry_after(), None);
}

#[test]
fn several_problems_are_combined_into_one_error_with_the_first_source() {
    let problems = vec![
        Error::configuration("a"),
        Error::configuration("b").with_source("because"),
    ];
    let error = Error::all(problems);
    assert_eq!(error.to_string(), "a; b");
    assert_eq!(error.source().unwrap().to_string(), "because");
}
