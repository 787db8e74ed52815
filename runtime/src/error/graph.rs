use serde_json::{Map, Value};

use crate::encoding::without_bom;

/// The largest body that is parsed: error objects are small.
const MAX_SIZE: usize = 1024 * 1024;

/// The number of nested errors that are read.
const MAX_DEPTH: usize = 16;

/// The error object of Graph: `{"error":{"code":…,"message":…,"innerError":{…}}}`.
///
/// Services deviate from this form in many ways, and an error about an error would help nobody. Parsing therefore never fails: names match
/// in any letter case, `error` may be missing or a string, `message` and `details` may be objects, and everything else is skipped.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct GraphError {
    pub(super) code: Option<String>,
    pub(super) message: Option<String>,
    /// The codes of the inner errors, the innermost last.
    pub(super) inner_codes: Vec<String>,
    pub(super) request_id: Option<String>,
    pub(super) client_request_id: Option<String>,
}

impl GraphError {
    pub(super) fn parse(body: &[u8]) -> Self {
        if body.len() > MAX_SIZE {
            return Self::default();
        }
        match serde_json::from_slice(without_bom(body)) {
            Ok(Value::Object(document)) => Self::from_document(&document),
            _ => Self::default(),
        }
    }

    fn from_document(document: &Map<String, Value>) -> Self {
        match find(document, &["error", "odata.error"]) {
            Some(Value::Object(error)) => Self::from_error(error),
            Some(Value::String(code)) => Self {
                code: non_blank(code),
                message: find(document, &["error_description", "message"]).and_then(text),
                ..Self::default()
            },
            _ => Self::from_error(document),
        }
    }

    fn from_error(error: &Map<String, Value>) -> Self {
        let chain = || std::iter::successors(Some(error), |outer| inner(outer)).take(MAX_DEPTH);
        let first = |names: &[&str]| chain().find_map(|error| find(error, names).and_then(text));
        Self {
            code: find(error, &["code"]).and_then(text),
            message: find(error, &["message"])
                .and_then(text)
                .or_else(|| detail(error))
                .or_else(|| first(&["message"])),
            inner_codes: chain()
                .skip(1)
                .filter_map(|error| find(error, &["code"]).and_then(text))
                .collect(),
            request_id: first(&["request-id", "requestId"]),
            client_request_id: first(&["client-request-id", "clientRequestId"]),
        }
    }
}

fn find<'a>(object: &'a Map<String, Value>, names: &[&str]) -> Option<&'a Value> {
    let is_named = |key: &str| names.iter().any(|name| key.eq_ignore_ascii_case(name));
    let found = object.iter().filter(|(key, _)| is_named(key));
    found.map(|(_, value)| value).find(|value| !value.is_null())
}

fn inner(error: &Map<String, Value>) -> Option<&Map<String, Value>> {
    find(error, &["innerError"])?.as_object()
}

/// Returns the message of the first detail that has one.
fn detail(error: &Map<String, Value>) -> Option<String> {
    let message = |detail: &Value| find(detail.as_object()?, &["message"]).and_then(text);
    match find(error, &["details"])? {
        Value::Array(details) => details.iter().find_map(message),
        detail => message(detail),
    }
}

/// Returns a string that is not blank, which may be wrapped in `{"value":…}`, or a number as a string.
fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => non_blank(text),
        Value::Number(number) => Some(number.to_string()),
        Value::Object(object) => find(object, &["value"])?.as_str().and_then(non_blank),
        _ => None,
    }
}

fn non_blank(text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code_and_message(body: &str) -> (Option<String>, Option<String>) {
        let error = GraphError::parse(body.as_bytes());
        (error.code, error.message)
    }

    #[test]
    fn the_documented_form_is_read_completely() {
        let body = r#"{"error":{"code":"BadRequest","message":"Invalid value.","target":"version",
            "details":[{"code":"x","message":"not this"}],
            "innerError":{"code":"invalidVersion","date":"2024-01-01T00:00:00","request-id":"r-1","client-request-id":"c-1",
                "innerError":{"code":"tooNew"}}}}"#;
        assert_eq!(
            GraphError::parse(body.as_bytes()),
            GraphError {
                code: Some("BadRequest".to_owned()),
                message: Some("Invalid value.".to_owned()),
                inner_codes: vec!["invalidVersion".to_owned(), "tooNew".to_owned()],
                request_id: Some("r-1".to_owned()),
                client_request_id: Some("c-1".to_owned()),
            }
        );
    }

    #[test]
    fn the_message_is_found_in_every_known_deviation() {
        for body in [
            r#"{"error":{"code":"c","message":"m"}}"#,
            "\u{feff}{\"error\":{\"code\":\"c\",\"message\":\"m\"}}",
            r#"{"error":{"code":"c","message":{"lang":"en","value":"m"}}}"#,
            r#"{"odata.error":{"code":"c","message":{"value":"m"}}}"#,
            r#"{"Error":{"Code":"c","Message":"m"}}"#,
            r#"{"error":{"code":"c","message":"","details":{"message":"m"}}}"#,
            r#"{"error":{"code":"c","details":[{},7,{"message":"m"}]}}"#,
            r#"{"error":{"code":"c","message":null,"innererror":{"message":"m"}}}"#,
            r#"{"error":"c","error_description":"m"}"#,
            r#"{"code":"c","Message":"m"}"#,
            r#"{"error":null,"code":"c","message":"m"}"#,
        ] {
            let expected = (Some("c".to_owned()), Some("m".to_owned()));
            assert_eq!(code_and_message(body), expected, "{body}");
        }
    }

    #[test]
    fn an_empty_code_or_message_is_none() {
        let body = r#"{"error":{"code":"","message":"  "}}"#;
        assert_eq!(code_and_message(body), (None, None));
    }

    #[test]
    fn a_number_is_a_code() {
        let body = r#"{"error":{"code":429,"message":"slow down"}}"#;
        assert_eq!(code_and_message(body).0.as_deref(), Some("429"));
    }

    #[test]
    fn both_spellings_of_ids_and_inner_errors_are_read() {
        let body = r#"{"error":{"innererror":{"requestId":"r","clientRequestId":"c"}}}"#;
        let error = GraphError::parse(body.as_bytes());
        assert_eq!(error.request_id.as_deref(), Some("r"));
        assert_eq!(error.client_request_id.as_deref(), Some("c"));
    }

    #[test]
    fn a_body_that_is_not_an_error_object_is_empty() {
        for body in [
            "",
            "<!DOCTYPE html><title>502 Bad Gateway</title>",
            r#"{"error":{"code":"Too"#,
            "[]",
            "null",
            r#""error""#,
            r#"{"error":[]}"#,
            r#"{"error":{"code":{},"message":[1],"innerError":7,"details":true}}"#,
        ] {
            assert_eq!(
                GraphError::parse(body.as_bytes()),
                GraphError::default(),
                "{body}"
            );
        }
    }

    #[test]
    fn nested_errors_are_read_up_to_a_limit() {
        let chain = |length| {
            let open = r#"{"code":"c","innerError":"#.repeat(length);
            format!(r#"{{"error":{open}{{}}{}}}"#, "}".repeat(length))
        };
        let codes = |length| {
            GraphError::parse(chain(length).as_bytes())
                .inner_codes
                .len()
        };
        assert_eq!(codes(4), 3);
        assert_eq!(codes(100), MAX_DEPTH - 1);
        assert_eq!(codes(100_000), 0);
    }

    #[test]
    fn a_huge_body_is_not_parsed() {
        let body = format!(
            r#"{{"error":{{"code":"c","message":"{}"}}}}"#,
            "m".repeat(MAX_SIZE)
        );
        assert_eq!(code_and_message(&body), (None, None));
    }
}
