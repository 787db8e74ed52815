use std::fmt::Display;

use http::StatusCode;
use http::header::{ALLOW, HeaderName, WWW_AUTHENTICATE};

/// Why a request is refused: what becomes Graph's error body.
#[derive(Debug)]
pub(crate) struct Refusal {
    pub(crate) status: StatusCode,
    pub(crate) code: &'static str,
    pub(crate) message: String,
    /// A header that belongs to the status.
    pub(crate) header: Option<(HeaderName, String)>,
}

impl Refusal {
    fn new(status: StatusCode, code: &'static str, message: impl Into<String>) -> Self {
        Self {
            status,
            code,
            message: message.into(),
            header: None,
        }
    }

    /// What the service says with a status, whatever was asked for.
    pub(crate) fn of_status(status: StatusCode) -> Self {
        let (code, message) = match status.as_u16() {
            401 => (
                "InvalidAuthenticationToken",
                "Continuous access evaluation resulted in challenge.",
            ),
            412 => return Self::modified(),
            429 => ("TooManyRequests", "Too many requests."),
            500 => ("InternalServerError", "Something went wrong."),
            502 => ("BadGateway", "The upstream service did not answer."),
            503 => ("serviceNotAvailable", "The service is unavailable."),
            504 => ("GatewayTimeout", "The upstream service took too long."),
            _ => ("UnknownError", ""),
        };
        Self::new(status, code, message)
    }

    /// What the request asks for makes no sense for this resource.
    pub(crate) fn bad_request(message: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "Request_BadRequest", message)
    }

    /// The request is not even well formed.
    pub(crate) fn malformed(message: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "BadRequest", message)
    }

    pub(crate) fn unauthorized(message: &str) -> Self {
        let mut refusal = Self::new(
            StatusCode::UNAUTHORIZED,
            "InvalidAuthenticationToken",
            message,
        );
        refusal.header = Some((WWW_AUTHENTICATE, "Bearer realm=\"\"".into()));
        refusal
    }

    pub(crate) fn unknown_segment(segment: &str) -> Self {
        let message = format!("Resource not found for the segment '{}'.", excerpt(segment));
        Self::new(StatusCode::NOT_FOUND, "BadRequest", message)
    }

    pub(crate) fn no_such_item(key: &str) -> Self {
        let message = format!(
            "Resource '{}' does not exist or one of its queried reference-property objects are not present.",
            excerpt(key)
        );
        Self::new(StatusCode::NOT_FOUND, "Request_ResourceNotFound", message)
    }

    pub(crate) fn method_not_allowed(allowed: String) -> Self {
        let message = "Specified HTTP method is not allowed for the request target.";
        let mut refusal = Self::new(
            StatusCode::METHOD_NOT_ALLOWED,
            "Request_BadRequest",
            message,
        );
        refusal.header = Some((ALLOW, allowed));
        refusal
    }

    pub(crate) fn key_taken(property: &str) -> Self {
        let message =
            format!("Another object with the same value for property {property} already exists.");
        Self::new(
            StatusCode::CONFLICT,
            "Request_MultipleObjectsWithSameKeyValue",
            message,
        )
    }

    pub(crate) fn modified() -> Self {
        Self::new(
            StatusCode::PRECONDITION_FAILED,
            "resourceModified",
            "ETag does not match current item's value.",
        )
    }

    pub(crate) fn too_large(limit: usize) -> Self {
        let message = format!("The request body is larger than {limit} bytes.");
        Self::new(StatusCode::PAYLOAD_TOO_LARGE, "RequestTooLarge", message)
    }

    pub(crate) fn not_json() -> Self {
        let message = "The content type of a request body must be application/json.";
        Self::new(
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            "UnsupportedMediaType",
            message,
        )
    }

    pub(crate) fn not_emulated(what: impl Display) -> Self {
        let message = format!("The emulator does not support {what}.");
        Self::new(StatusCode::NOT_IMPLEMENTED, "NotImplemented", message)
    }
}

/// The beginning of a text from the request, short enough for a message.
pub(crate) fn excerpt(text: &str) -> &str {
    const LONGEST: usize = 200;
    let end = text.char_indices().nth(LONGEST);
    end.map_or(text, |(end, _)| &text[..end])
}
