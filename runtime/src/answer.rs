use std::fmt;

use bytes::Bytes;
use http::header::{CONTENT_TYPE, ETAG, LOCATION};
use http::{HeaderMap, StatusCode};

use crate::edm::{Edm, PropertyValue};
use crate::object::found::Place;
use crate::object::read::Value;
use crate::{Error, ErrorKind, Page, json};

/// An answer of the service: a value, and the status and headers that it came with.
///
/// Every request has `send_with_response` for it.
///
/// ```
/// use graph_resource::{Response, Updated};
///
/// fn describe<T>(response: &Response<Updated<T>>) -> String {
///     match (response.value(), response.location()) {
///         (Updated::Accepted, Some(operation)) => format!("ask {operation} how it goes"),
///         _ => format!("done, {} (request-id {:?})", response.status(), response.request_id()),
///     }
/// }
/// ```
pub struct Response<T>(http::Response<T>);

impl<T> Response<T> {
    pub(crate) const fn new(response: http::Response<T>) -> Self {
        Self(response)
    }

    /// The status, always 2xx: any other is an [`Error`].
    pub fn status(&self) -> StatusCode {
        self.0.status()
    }

    /// All headers.
    pub fn headers(&self) -> &HeaderMap {
        self.0.headers()
    }

    /// The `ETag` header, verbatim: what `with_if_match` takes.
    pub fn etag(&self) -> Option<&str> {
        self.header(ETAG.as_str())
    }

    /// The `Location` header: the URL of what was created, or of the operation that was started.
    pub fn location(&self) -> Option<&str> {
        self.header(LOCATION.as_str())
    }

    /// The service's id of this request, which support asks for.
    pub fn request_id(&self) -> Option<&str> {
        self.header("request-id")
    }

    /// The client's own id of this request, as the service repeated it.
    pub fn client_request_id(&self) -> Option<&str> {
        self.header("client-request-id")
    }

    /// The value of the answer.
    pub fn value(&self) -> &T {
        self.0.body()
    }

    /// The value of the answer, without the rest.
    pub fn into_value(self) -> T {
        self.0.into_body()
    }

    fn header(&self, name: &str) -> Option<&str> {
        self.0.headers().get(name)?.to_str().ok()
    }
}

impl<T: fmt::Debug> fmt::Debug for Response<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Response")
            .field("status", &self.status())
            .field("request_id", &self.request_id())
            .field("value", self.value())
            .finish_non_exhaustive()
    }
}

/// What became of an update. Microsoft Graph answers it with the updated resource, or with nothing.
///
/// ```
/// use graph_resource::Updated;
///
/// /// The resource after an update: the service's word, or else what the application expects.
/// fn after<T>(updated: Updated<T>, expected: T) -> T {
///     updated.representation().unwrap_or(expected)
/// }
///
/// assert_eq!(after(Updated::NoContent, "24H2"), "24H2");
/// assert_eq!(after(Updated::Representation("25H2"), "24H2"), "25H2");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Updated<T> {
    /// `200` with a body: the resource as it is now.
    Representation(T),
    /// `204`, or `200` without a body: it is done, and nothing more is said.
    NoContent,
    /// `202`: it will be done; the `Location` header, if there is one, tells where to ask.
    Accepted,
}

/// What became of a create.
///
/// ```
/// use graph_resource::{Created, Response};
///
/// fn id_or_location(response: &Response<Created<String>>) -> Option<&str> {
///     match response.value().as_representation() {
///         Some(id) => Some(id),
///         None => response.location(),
///     }
/// }
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Created<T> {
    /// `201` with a body: the new resource.
    Representation(T),
    /// `204`, or another 2xx without a body: it is done; the `Location` header names the resource.
    NoContent,
    /// `202`: it will be done; the `Location` header, if there is one, tells where to ask.
    Accepted,
}

macro_rules! outcome {
    ($($outcome:ident)*) => {$(
        impl<T> $outcome<T> {
            /// The resource, where the service answered it.
            pub fn representation(self) -> Option<T> {
                match self {
                    Self::Representation(resource) => Some(resource),
                    Self::NoContent | Self::Accepted => None,
                }
            }

            /// A reference to the resource, where the service answered it.
            pub const fn as_representation(&self) -> Option<&T> {
                match self {
                    Self::Representation(resource) => Some(resource),
                    Self::NoContent | Self::Accepted => None,
                }
            }
        }

        impl<T: PropertyValue> $outcome<T> {
            /// Called by generated code.
            #[doc(hidden)]
            pub fn read(response: &http::Response<Bytes>) -> Result<Self, Error> {
                if response.status() == StatusCode::ACCEPTED {
                    return Ok(Self::Accepted);
                }
                if is_blank(response.body()) {
                    return Ok(Self::NoContent);
                }
                read(response).map(Self::Representation)
            }
        }
    )*};
}

outcome!(Updated Created);

/// Reads the body of `response` as the JSON of a value.
pub(crate) fn read<T: PropertyValue>(response: &http::Response<Bytes>) -> Result<T, Error> {
    let mut value = None;
    read_to(response, &mut Value(&mut value, Edm))?;
    value.ok_or_else(no_body)
}

/// Reads the body of `response` as the JSON of a page.
pub(crate) fn read_page<T: PropertyValue>(
    response: &http::Response<Bytes>,
) -> Result<Page<T>, Error> {
    let mut page = Page::new();
    read_to(response, &mut page)?;
    Ok(page)
}

fn read_to<'de>(
    response: &'de http::Response<Bytes>,
    place: &mut dyn Place<'de>,
) -> Result<(), Error> {
    let body = response.body();
    if is_blank(body) {
        return Err(no_body());
    }
    json::read(body, place).map_err(|error| unreadable(response, error))
}

#[cold]
fn no_body() -> Error {
    let message = "the answer has no body, where the request asks for one";
    Error::new(ErrorKind::UnexpectedAnswer, message)
}

/// An answer of another content type is not what was asked for, whatever is wrong with it as JSON.
fn unreadable(response: &http::Response<Bytes>, error: json::JsonError) -> Error {
    let content = response
        .headers()
        .get(CONTENT_TYPE)
        .and_then(|value| value.to_str().ok());
    let message = match content {
        Some(content) if !content.contains("json") => {
            format!("the answer is {content}, where JSON was expected")
        }
        _ => format!("the JSON of the answer cannot be read at `{}`", error.path),
    };
    Error::new(ErrorKind::UnexpectedAnswer, message).with_source(error.cause)
}

/// Whether a body says nothing.
pub(crate) fn is_blank(body: &[u8]) -> bool {
    json::without_bom(body).trim_ascii().is_empty()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that panics has failed")]
mod tests {
    use std::collections::BTreeMap;
    use std::error::Error as _;

    use super::*;

    fn answer(status: u16, content: &str, body: &'static str) -> http::Response<Bytes> {
        let response = http::Response::builder()
            .status(status)
            .header(CONTENT_TYPE, content);
        response.body(Bytes::from_static(body.as_bytes())).unwrap()
    }

    #[test]
    fn an_update_is_answered_with_a_representation_with_nothing_or_with_a_promise() {
        let json = "application/json; charset=utf-8";
        for (response, expected) in [
            (answer(200, json, "7"), Updated::Representation(7)),
            (answer(200, json, "\u{feff}7"), Updated::Representation(7)),
            (answer(200, "text/plain", "7"), Updated::Representation(7)),
            (answer(200, json, " \r\n"), Updated::NoContent),
            (answer(200, json, "\u{feff}"), Updated::NoContent),
            (answer(204, json, ""), Updated::NoContent),
            (
                answer(202, json, r#"{"status":"running"}"#),
                Updated::Accepted,
            ),
        ] {
            assert_eq!(Updated::read(&response).unwrap(), expected, "{response:?}");
        }
    }

    #[test]
    fn an_answer_without_a_body_is_unexpected_where_one_was_asked_for() {
        let error = read::<u8>(&answer(200, "application/json", "")).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::UnexpectedAnswer);
        assert_eq!(
            error.message(),
            "the answer has no body, where the request asks for one"
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

    #[test]
    fn a_mistake_in_json_is_named_by_its_path() {
        let body = r#"{"value":[{"a":1},{"a":"x"}]}"#;
        let answer = answer(200, "application/json", body);
        let error = read_page::<BTreeMap<String, u8>>(&answer).unwrap_err();
        let message = "the JSON of the answer cannot be read at `value[1]`";
        assert_eq!(error.message(), message);
        let source = error.source().unwrap().to_string();
        assert!(source.starts_with("invalid type"), "{source}");
    }
}
