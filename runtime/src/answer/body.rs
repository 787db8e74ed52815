//! The body of an answer.

use bytes::Bytes;
use http::StatusCode;
use http::header::CONTENT_TYPE;

use super::error_object::error_object;
use crate::edm::{DynamicProperties, EdmType, PropertyValue, ValueSink};
use crate::encoding::{content_encodings, is_blank};
use crate::error::{Error, ErrorKind};
use crate::json::{self, Sink};
use crate::odata::ExtensionApp;

/// Reads the body of `response` as the JSON of a value.
pub(crate) fn read<T: PropertyValue>(response: &http::Response<Bytes>) -> Result<T, Error> {
    let mut value = None;
    match read_to(response, &mut ValueSink(&mut value), T::EDM_TYPE) {
        Err(error) => Err(error),
        Ok(()) => match value {
            Some(value) => Ok(value),
            None => Err(no_body(response)),
        },
    }
}

/// Reads the body as JSON into `sink`, which expects a value of the type `expected`.
pub(super) fn read_to<'de>(
    response: &'de http::Response<Bytes>,
    sink: &mut dyn Sink<'de>,
    expected: EdmType,
) -> Result<(), Error> {
    let body = response.body();
    if is_blank(body) {
        return Err(no_body(response));
    }
    if let Some(error) = error_object(response, expected) {
        return Err(error);
    }
    let app = response.extensions().get::<ExtensionApp>();
    let _extensions = app.map(|app| ExtensionApp::reading(Some(*app)));
    json::from_slice(body, sink).map_err(|error| unreadable(response, error))
}

#[cold]
fn no_body(response: &http::Response<Bytes>) -> Error {
    let message = if response.status() == StatusCode::NO_CONTENT {
        "the service has no content at this address, where the request asks for a value"
    } else {
        "the answer has no body, where the request asks for one"
    };
    Error::new(ErrorKind::UnexpectedAnswer, message)
}

/// Reads an answer that carries no data. A page of an intermediary, such as a sign-in page, is not a confirmation.
pub(crate) fn read_nothing(response: &http::Response<Bytes>) -> Result<(), Error> {
    match content_type(response) {
        Some(content) if !content.contains("json") && !is_blank(response.body()) => {
            let message = format!("the answer is {content}, where nothing was expected");
            Err(Error::new(ErrorKind::UnexpectedAnswer, message))
        }
        _ if is_binary(response.body()) && is_encoded(response) => {
            Err(Error::new(ErrorKind::UnexpectedAnswer, undecoded(response)))
        }
        _ => fail_if_error(response, EdmType::Untyped),
    }
}

/// Returns whether the body is no text, and so no JSON.
fn is_binary(body: &[u8]) -> bool {
    !is_blank(body) && std::str::from_utf8(body).is_err()
}

/// Fails if the body is an error object, and not a value of the type `expected`.
pub(super) fn fail_if_error(
    response: &http::Response<Bytes>,
    expected: EdmType,
) -> Result<(), Error> {
    error_object(response, expected).map_or(Ok(()), Err)
}

/// Returns whether the body still has a content encoding.
fn is_encoded(response: &http::Response<Bytes>) -> bool {
    content_encodings(response.headers()).any(|name| !name.eq_ignore_ascii_case("identity"))
}

fn undecoded(response: &http::Response<Bytes>) -> String {
    let names: Vec<_> = content_encodings(response.headers()).collect();
    let names: String = names.join(", ").chars().take(40).collect();
    format!(
        "the answer has the content encoding `{}`, which this client cannot decode and did not ask for",
        names.escape_debug()
    )
}

fn content_type(response: &http::Response<Bytes>) -> Option<&str> {
    response.headers().get(CONTENT_TYPE)?.to_str().ok()
}

/// Returns the error for an answer that cannot be read. If it has another content type than JSON, the error names that, not the JSON.
#[cold]
fn unreadable(response: &http::Response<Bytes>, error: json::JsonError) -> Error {
    if let Some(error) = Error::under_success(response) {
        return error;
    }
    let message = match content_type(response) {
        _ if is_encoded(response) => undecoded(response),
        Some(content) if !content.contains("json") => {
            format!("the answer is {content}, where JSON was expected")
        }
        _ => format!("the JSON of the answer cannot be read at `{}`", error.path),
    };
    Error::new(ErrorKind::UnexpectedAnswer, message)
        .with_source(error.cause)
        .with_incomplete(error.is_incomplete)
}

/// Returns the properties of an answer that lacks one, or the `error` that it cannot be read if that has another reason.
#[cold]
pub(super) fn incomplete(
    error: Error,
    response: &http::Response<Bytes>,
) -> Result<DynamicProperties, Error> {
    if error.is_incomplete() {
        read(response)
    } else {
        Err(error)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that panics has failed")]
mod tests {
    use super::*;
    use crate::answer::testing::answer;

    #[test]
    fn an_answer_without_an_expected_body_is_an_error() {
        let error = read::<u8>(&answer(200, "application/json", "")).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::UnexpectedAnswer);
        assert_eq!(
            error.message(),
            "the answer has no body, where the request asks for one"
        );
    }

    #[test]
    fn an_html_page_is_not_a_confirmation() {
        assert!(read_nothing(&answer(204, "text/html", "")).is_ok());
        assert!(read_nothing(&answer(200, "application/json", "{}")).is_ok());
        let error = read_nothing(&answer(200, "text/html", "<h1>Sign in</h1>")).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::UnexpectedAnswer);
        assert_eq!(
            error.message(),
            "the answer is text/html, where nothing was expected"
        );
    }

    #[test]
    fn an_answer_of_another_content_type_is_unexpected_and_named() {
        let error = read::<u8>(&answer(200, "text/html", "<html>")).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::UnexpectedAnswer);
        assert_eq!(
            error.message(),
            "the answer is text/html, where JSON was expected"
        );
    }
}
