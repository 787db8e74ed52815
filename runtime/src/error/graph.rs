use serde_json::{Map, Value};

use super::detail::ErrorDetail;
use crate::encoding::without_bom;

/// The largest body that is parsed: error objects are small.
const MAX_SIZE: usize = 1024 * 1024;

/// The number of nested errors that are read.
const MAX_DEPTH: usize = 16;

/// The names under which services give the text of an error, the best first.
const MESSAGE: [&str; 7] = [
    "message",
    "errorMessage",
    "error_description",
    "messageDetail",
    "detail",
    "description",
    "title",
];

/// The error object of Graph: `{"error":{"code":…,"message":…,"innerError":{…}}}`.
///
/// Services deviate from this form in many ways, and an error about an error would help nobody. Parsing therefore never fails: names match
/// in any letter case, `error` may be missing or a string, `message` and `details` may be objects, and everything else is skipped.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct GraphError {
    pub(super) code: Option<String>,
    pub(super) message: Option<String>,
    pub(super) target: Option<String>,
    pub(super) details: Vec<ErrorDetail>,
    /// The codes of the inner errors, the innermost last.
    pub(super) inner_codes: Vec<String>,
    pub(super) request_id: Option<String>,
    pub(super) client_request_id: Option<String>,
}

impl GraphError {
    pub(super) fn parse(body: &[u8]) -> Self {
        document(body).map_or_else(Self::default, |document| Self::from_document(&document))
    }

    /// Parses a body that is nothing but an error object with a code or a message. It may stand beside control information, or beside the
    /// items of a page that it has interrupted.
    pub(super) fn parse_error_object(body: &[u8]) -> Option<Self> {
        let document = document(body)?;
        let is_alone = || {
            let mut names = document.keys();
            names.all(|name| is_error(name) || name.contains('@') || name == "value")
        };
        let is_error_object = match find(&document, &ERROR)? {
            Value::Object(_) => is_alone(),
            // The form of OAuth 2.0 (RFC 6749, section 5.2).
            Value::String(_) => find(&document, &["error_description"]).is_some(),
            _ => false,
        };
        let error = Self::from_document(&document);
        let says_something = error.code.is_some() || error.message.is_some();
        (is_error_object && says_something).then_some(error)
    }

    fn from_document(document: &Map<String, Value>) -> Self {
        match find(document, &ERROR) {
            Some(Value::Object(error)) => Self::from_error(error),
            Some(Value::Array(errors)) => Self::from_errors(errors),
            Some(Value::String(error)) => Self::from_text(error, document),
            _ => Self::from_error(document),
        }
    }

    fn from_errors(errors: &[Value]) -> Self {
        let first = errors.iter().find_map(Value::as_object);
        first.map_or_else(Self::default, Self::from_error)
    }

    /// Reads an `error` that is a text: a code, or a message if it has several words.
    fn from_text(error: &str, document: &Map<String, Value>) -> Self {
        let message = first_text(document, &MESSAGE);
        if message.is_none() && error.trim().contains(char::is_whitespace) {
            return Self {
                message: non_blank(error),
                ..Self::default()
            };
        }
        Self {
            code: non_blank(error),
            message,
            ..Self::default()
        }
    }

    fn from_error(error: &Map<String, Value>) -> Self {
        let chain = || std::iter::successors(Some(error), |outer| inner(outer)).take(MAX_DEPTH);
        let first = |names: &[&str]| chain().find_map(|error| first_text(error, names));
        let details = details(error);
        Self {
            code: find(error, &["code"]).and_then(text),
            message: find(error, &["message"])
                .and_then(text)
                .or_else(|| details.iter().find_map(|detail| detail.message.clone()))
                .or_else(|| first(&["message"]))
                .or_else(|| first_text(error, &MESSAGE)),
            target: first(&["target"]),
            details,
            inner_codes: chain()
                .skip(1)
                .filter_map(|error| find(error, &["code"]).and_then(text))
                .collect(),
            request_id: first(&["request-id", "requestId"]),
            client_request_id: first(&["client-request-id", "clientRequestId"]),
        }
    }
}

/// The names of the error object.
const ERROR: [&str; 2] = ["error", "odata.error"];

fn is_error(name: &str) -> bool {
    ERROR.iter().any(|error| name.eq_ignore_ascii_case(error))
}

fn document(body: &[u8]) -> Option<Map<String, Value>> {
    if body.len() > MAX_SIZE {
        return None;
    }
    match serde_json::from_slice(without_bom(body)) {
        Ok(Value::Object(document)) => Some(document),
        _ => None,
    }
}

fn find<'a>(object: &'a Map<String, Value>, names: &[&str]) -> Option<&'a Value> {
    let is_named = |key: &str| names.iter().any(|name| key.eq_ignore_ascii_case(name));
    let found = object.iter().filter(|(key, _)| is_named(key));
    found.map(|(_, value)| value).find(|value| !value.is_null())
}

/// Returns the text under the first of the names that has one.
fn first_text(object: &Map<String, Value>, names: &[&str]) -> Option<String> {
    let mut names = names.iter();
    names.find_map(|name| find(object, &[name]).and_then(text))
}

fn inner(error: &Map<String, Value>) -> Option<&Map<String, Value>> {
    find(error, &["innerError"])?.as_object()
}

/// Returns the details, which may be a single one, or texts.
fn details(error: &Map<String, Value>) -> Vec<ErrorDetail> {
    match find(error, &["details", "errors"]) {
        Some(Value::Array(details)) => details.iter().filter_map(detail).collect(),
        Some(single) => detail(single).into_iter().collect(),
        None => Vec::new(),
    }
}

fn detail(value: &Value) -> Option<ErrorDetail> {
    let detail = match value {
        Value::Object(object) => ErrorDetail {
            code: first_text(object, &["code"]),
            message: first_text(object, &MESSAGE),
            target: first_text(object, &["target"]),
        },
        Value::String(message) => ErrorDetail {
            message: non_blank(message),
            ..ErrorDetail::default()
        },
        _ => return None,
    };
    (detail != ErrorDetail::default()).then_some(detail)
}

/// Returns a text in any form: a string that is not blank, a number, an object with a text, such as `{"lang":"en","value":…}`, or an array of them.
fn text(value: &Value) -> Option<String> {
    nested_text(value, MAX_DEPTH)
}

fn nested_text(value: &Value, depth: usize) -> Option<String> {
    let depth = depth.checked_sub(1)?;
    match value {
        Value::String(text) => non_blank(text),
        Value::Number(number) => Some(number.to_string()),
        Value::Object(object) => {
            let known = MESSAGE.iter().chain(&["value"]);
            let known = known.filter_map(|name| find(object, &[name]));
            let others = object.iter().filter(|(name, _)| !is_no_text(name));
            let mut texts = known.chain(others.map(|(_, value)| value));
            texts.find_map(|value| text_in(value, depth))
        }
        Value::Array(elements) => elements.iter().find_map(|value| text_in(value, depth)),
        _ => None,
    }
}

/// Returns the text of a value in another one, where a number alone is not a text.
fn text_in(value: &Value, depth: usize) -> Option<String> {
    match value {
        Value::Number(_) => None,
        value => nested_text(value, depth),
    }
}

/// Returns whether the member describes the text beside it.
fn is_no_text(name: &str) -> bool {
    let others = ["lang", "language", "locale", "code", "target"];
    name.contains('@') || others.iter().any(|other| name.eq_ignore_ascii_case(other))
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
                target: Some("version".to_owned()),
                details: vec![ErrorDetail {
                    code: Some("x".to_owned()),
                    message: Some("not this".to_owned()),
                    target: None,
                }],
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
            r#"{"error":{"code":"c","message":{"message":"m","messageDetail":"d"}}}"#,
            r#"{"error":{"code":"c","message":{"messageDetail":"m"}}}"#,
            r#"{"error":{"code":"c","message":{"lang":"en","content":{"text":"m"}}}}"#,
            r#"{"error":{"code":"c","message":[7,null,"m","n"]}}"#,
            r#"{"error":{"code":"c","message":[{"lang":"en","value":"m"}]}}"#,
            r#"{"error":{"code":"c","description":"m"}}"#,
            r#"{"error":{"code":"c","details":["m"]}}"#,
            r#"{"error":[{"code":"c","message":"m"}]}"#,
            r#"{"code":"c","errors":[{"message":"m"}]}"#,
            r#"{"type":"about:blank","code":"c","title":"t","detail":"m"}"#,
        ] {
            let expected = (Some("c".to_owned()), Some("m".to_owned()));
            assert_eq!(code_and_message(body), expected, "{body}");
        }
    }

    #[test]
    fn an_error_of_several_words_is_a_message() {
        let body = r#"{"error":"The tenant is gone."}"#;
        let message = Some("The tenant is gone.".to_owned());
        assert_eq!(code_and_message(body), (None, message));
    }

    #[test]
    fn an_error_object_is_alone_in_its_answer() {
        let parse = |body: &str| GraphError::parse_error_object(body.as_bytes());
        for body in [
            r#"{"error":{"code":"c","message":"m"}}"#,
            r#"{"@odata.context":"u","error":{"message":"m"},"@odata.etag":"e"}"#,
            r#"{"value":[],"error":{"code":"c"}}"#,
            r#"{"error":"invalid_grant","error_description":"m","error_codes":[1]}"#,
        ] {
            assert!(parse(body).is_some(), "{body}");
        }
        for body in [
            "{}",
            r#"{"error":null}"#,
            r#"{"error":{}}"#,
            r#"{"error":"none"}"#,
            r#"{"code":"c","message":"m"}"#,
            r#"{"id":"1","status":"failed","error":{"code":"c","message":"m"}}"#,
        ] {
            assert_eq!(parse(body), None, "{body}");
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
