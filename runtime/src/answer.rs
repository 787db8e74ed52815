use std::fmt;

use bytes::Bytes;
use http::header::{CONTENT_ENCODING, CONTENT_TYPE, ETAG, LOCATION};
use http::{HeaderMap, StatusCode};

use crate::client::Sent;
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
pub struct Response<T> {
    response: http::Response<T>,
    sent: Sent,
}

impl<T> Response<T> {
    pub(crate) const fn new(response: http::Response<T>, sent: Sent) -> Self {
        Self { response, sent }
    }

    /// The status, always 2xx: any other is an [`Error`].
    pub fn status(&self) -> StatusCode {
        self.response.status()
    }

    /// Whether the status is `201`: the item is new. It tells what an upsert did.
    pub fn is_created(&self) -> bool {
        self.status() == StatusCode::CREATED
    }

    /// All headers.
    pub fn headers(&self) -> &HeaderMap {
        self.response.headers()
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

    /// The client's own id of this request: as the service repeated it, or else as it was sent.
    pub fn client_request_id(&self) -> Option<&str> {
        self.header("client-request-id")
            .or_else(|| self.sent.id.to_str().ok())
    }

    /// How often the request was sent: more than once where it was repeated ([`Retry`](crate::Retry)).
    pub fn attempts(&self) -> u32 {
        self.sent.attempts
    }

    /// The value of the answer.
    pub fn value(&self) -> &T {
        self.response.body()
    }

    /// The value of the answer, without the rest.
    pub fn into_value(self) -> T {
        self.response.into_body()
    }

    fn header(&self, name: &str) -> Option<&str> {
        self.response.headers().get(name)?.to_str().ok()
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

/// What became of an upsert: of an update that creates what is missing.
///
/// ```
/// use graph_resource::Upserted;
///
/// fn report<T>(upserted: &Upserted<T>) -> &'static str {
///     match upserted {
///         Upserted::Created(_) => "new",
///         Upserted::Updated(_) => "changed",
///         Upserted::NoContent | Upserted::Accepted => "new or changed",
///     }
/// }
///
/// assert_eq!(report(&Upserted::Created("24H2")), "new");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Upserted<T> {
    /// `201` with a body: the resource, which was missing.
    Created(T),
    /// `200` with a body: the resource, which was there, as it is now.
    Updated(T),
    /// `204`, or another 2xx without a body: it is done. [`Response::is_created`] may tell more.
    NoContent,
    /// `202`: it will be done; the `Location` header, if there is one, tells where to ask.
    Accepted,
}

impl<T> Upserted<T> {
    /// The resource, where the service answered it.
    pub fn representation(self) -> Option<T> {
        match self {
            Self::Created(resource) | Self::Updated(resource) => Some(resource),
            Self::NoContent | Self::Accepted => None,
        }
    }

    /// A reference to the resource, where the service answered it.
    pub const fn as_representation(&self) -> Option<&T> {
        match self {
            Self::Created(resource) | Self::Updated(resource) => Some(resource),
            Self::NoContent | Self::Accepted => None,
        }
    }
}

impl<T: PropertyValue> Upserted<T> {
    /// Called by generated code.
    #[doc(hidden)]
    pub fn read(response: &http::Response<Bytes>) -> Result<Self, Error> {
        let is_created = response.status() == StatusCode::CREATED;
        Ok(match Updated::read(response)? {
            Updated::Representation(resource) if is_created => Self::Created(resource),
            Updated::Representation(resource) => Self::Updated(resource),
            Updated::NoContent => Self::NoContent,
            Updated::Accepted => Self::Accepted,
        })
    }
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

/// What became of a [`modify`](crate::Get::modify).
///
/// ```
/// use graph_resource::Modified;
///
/// fn report(modified: &Modified<String>) -> &'static str {
///     match modified {
///         Modified::Unchanged(_) => "it was so already",
///         Modified::Updated(_) => "saved",
///         Modified::Accepted(_) => "it will be saved",
///     }
/// }
///
/// assert_eq!(report(&Modified::Unchanged("24H2".to_owned())), "it was so already");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Modified<T> {
    /// Nothing was sent, for nothing that an update may carry was changed: the resource as it was read.
    Unchanged(T),
    /// It is done: the resource as the service answered it, or, where it said no more, as it was read and with what was sent.
    Updated(T),
    /// `202`, it will be done: the resource as it was read and with what was sent.
    Accepted(T),
}

impl<T> Modified<T> {
    /// The resource, as it is or is going to be.
    pub fn into_inner(self) -> T {
        match self {
            Self::Unchanged(resource) | Self::Updated(resource) | Self::Accepted(resource) => {
                resource
            }
        }
    }
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
                match read(response) {
                    Ok(resource) => Ok(Self::Representation(resource)),
                    Err(error) => Err(error),
                }
            }
        }
    )*};
}

outcome!(Updated Created);

// What follows is compiled for each type, hence without adapters, each of which would be as well.

/// Reads the body of `response` as the JSON of a value.
pub(crate) fn read<T: PropertyValue>(response: &http::Response<Bytes>) -> Result<T, Error> {
    let mut value = None;
    match read_to(response, &mut Value(&mut value, Edm)) {
        Err(error) => Err(error),
        Ok(()) => match value {
            Some(value) => Ok(value),
            None => Err(no_body()),
        },
    }
}

/// Reads the body of `response` as the JSON of a page.
pub(crate) fn read_page<T: PropertyValue>(
    response: &http::Response<Bytes>,
) -> Result<Page<T>, Error> {
    let mut page = Page::new();
    match read_to(response, &mut page) {
        Ok(()) => Ok(page),
        Err(error) => Err(error),
    }
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

/// Reads an answer that has nothing to say. A page of somebody on the way, such as one to sign in at, does not say that it was done.
pub(crate) fn read_nothing(response: &http::Response<Bytes>) -> Result<(), Error> {
    match content_type(response) {
        Some(content) if !content.contains("json") && !is_blank(response.body()) => {
            let message = format!("the answer is {content}, where nothing was expected");
            Err(Error::new(ErrorKind::UnexpectedAnswer, message))
        }
        _ => Ok(()),
    }
}

fn is_encoded(response: &http::Response<Bytes>) -> bool {
    let encoding = response.headers().get(CONTENT_ENCODING);
    encoding.is_some_and(|encoding| encoding != "identity")
}

fn content_type(response: &http::Response<Bytes>) -> Option<&str> {
    response.headers().get(CONTENT_TYPE)?.to_str().ok()
}

/// An answer of another content type is not what was asked for, whatever is wrong with it as JSON.
fn unreadable(response: &http::Response<Bytes>, error: json::JsonError) -> Error {
    let message = match content_type(response) {
        _ if is_encoded(response) => {
            "the answer is compressed, which it was not asked to be".to_owned()
        }
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
    fn an_upsert_tells_what_is_new_from_what_was_there() {
        let json = "application/json";
        for (response, expected) in [
            (answer(201, json, "7"), Upserted::Created(7)),
            (answer(200, json, "7"), Upserted::Updated(7)),
            (answer(201, json, ""), Upserted::NoContent),
            (answer(204, json, ""), Upserted::NoContent),
            (answer(202, json, ""), Upserted::Accepted),
        ] {
            assert_eq!(Upserted::read(&response).unwrap(), expected, "{response:?}");
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
    fn a_page_does_not_say_that_it_was_done() {
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

    #[test]
    fn a_mistake_in_json_is_named_by_its_path() {
        let body = r#"{"value":[{"a":1},{"a":"x"}]}"#;
        let answer = answer(200, "application/json", body);
        let error = read_page::<BTreeMap<String, u8>>(&answer).unwrap_err();
        let message = "the JSON of the answer cannot be read at `value[1].a`";
        assert_eq!(error.message(), message);
        let source = error.source().unwrap().to_string();
        assert!(
            source.starts_with("invalid value: string \"x\""),
            "{source}"
        );
    }
}
