use std::fmt::Display;

use graph_resource::TypeInfo;
use http::StatusCode;
use http::header::{ALLOW, HeaderName, WWW_AUTHENTICATE};

use crate::http::conditions::IfMatchError;
use crate::http::headers::AuthorizationError;
use crate::odata::address_error::AddressError;
use crate::odata::literal::LiteralError;
use crate::odata::query_error::QueryError;
use crate::text::truncate;

/// The reason why a request is rejected, which becomes Graph's error body.
#[derive(Debug)]
pub(crate) struct GraphError {
    pub(super) status: StatusCode,
    pub(super) code: &'static str,
    pub(crate) message: String,
    /// A header that belongs to the status.
    pub(super) header: Option<(HeaderName, String)>,
}

impl GraphError {
    fn new(status: StatusCode, code: &'static str, message: impl Into<String>) -> Self {
        Self {
            status,
            code,
            message: message.into(),
            header: None,
        }
    }

    /// Creates the error with which the service reports a status, independent of the request.
    pub(super) fn of_status(status: StatusCode) -> Self {
        let (code, message) = match status.as_u16() {
            401 => (
                "InvalidAuthenticationToken",
                "Continuous access evaluation resulted in challenge.",
            ),
            412 => return Self::precondition_failed(),
            424 => (
                "FailedDependency",
                "The request was not executed, because one that it depends on failed.",
            ),
            429 => ("TooManyRequests", "Too many requests."),
            500 => ("InternalServerError", "Something went wrong."),
            502 => ("BadGateway", "The upstream service did not answer."),
            503 => ("serviceNotAvailable", "The service is unavailable."),
            504 => ("GatewayTimeout", "The upstream service took too long."),
            _ => ("UnknownError", ""),
        };
        Self::new(status, code, message)
    }

    /// Creates an error for a request that the resource does not allow.
    pub(super) fn bad_request(message: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "Request_BadRequest", message)
    }

    /// Creates the error that a client must read the whole collection again.
    pub(super) fn resync_required() -> Self {
        let message = "Resync required. The sync state is too old; start from the beginning.";
        Self::new(StatusCode::GONE, "resyncRequired", message)
    }

    /// Creates an error for a query that directory objects do not answer in this way.
    pub(super) fn unsupported_query(message: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "Request_UnsupportedQuery", message)
    }

    /// Creates an error for a request that is not well formed.
    pub(super) fn malformed(message: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "BadRequest", message)
    }

    pub(super) fn unknown_property(info: &TypeInfo, property: &str) -> Self {
        Self::bad_request(format!(
            "The property '{}' does not exist on type '{}'. Make sure to only use property names that are defined by the type.",
            truncate(property),
            info.name()
        ))
    }

    pub(super) fn another_type(expected: &str, given: &str) -> Self {
        Self::bad_request(format!(
            "A resource of type '{expected}' cannot be written as '{}'.",
            truncate(given)
        ))
    }

    pub(super) fn type_not_text() -> Self {
        Self::bad_request("The value of '@odata.type' is not a string.")
    }

    /// Creates the error for a new item of an abstract type.
    pub(super) fn type_missing() -> Self {
        Self::bad_request(
            "A type name was not found and no expected type is specified: set '@odata.type' to the type of the resource.",
        )
    }

    pub(super) fn null_value(property: &str) -> Self {
        Self::bad_request(format!(
            "A null value was found for the property '{}', which does not allow null values.",
            truncate(property)
        ))
    }

    pub(super) fn unknown_segment(segment: &str) -> Self {
        let segment = truncate(segment);
        let message = format!("Resource not found for the segment '{segment}'.");
        Self::new(StatusCode::NOT_FOUND, "BadRequest", message)
    }

    pub(super) fn item_not_found(key: &str) -> Self {
        let message = format!(
            "Resource '{}' does not exist or one of its queried reference-property objects are not present.",
            truncate(key)
        );
        Self::new(StatusCode::NOT_FOUND, "Request_ResourceNotFound", message)
    }

    pub(super) fn link_exists(relationship: &str) -> Self {
        Self::bad_request(format!(
            "One or more added object references already exist for the following modified properties: '{relationship}'."
        ))
    }

    pub(super) fn method_not_allowed(allowed: String) -> Self {
        let message = "Specified HTTP method is not allowed for the request target.";
        let status = StatusCode::METHOD_NOT_ALLOWED;
        Self {
            header: Some((ALLOW, allowed)),
            ..Self::new(status, "Request_BadRequest", message)
        }
    }

    pub(super) fn key_conflict(property: &str) -> Self {
        let message =
            format!("Another object with the same value for property {property} already exists.");
        Self::new(
            StatusCode::CONFLICT,
            "Request_MultipleObjectsWithSameKeyValue",
            message,
        )
    }

    pub(super) fn precondition_failed() -> Self {
        Self::new(
            StatusCode::PRECONDITION_FAILED,
            "resourceModified",
            "ETag does not match current item's value.",
        )
    }

    pub(super) fn body_too_large(limit: usize) -> Self {
        let message = format!("The request body is larger than {limit} bytes.");
        Self::new(StatusCode::PAYLOAD_TOO_LARGE, "RequestTooLarge", message)
    }

    pub(super) fn body_not_json() -> Self {
        let message = "The content type of a request body must be application/json.";
        Self::new(
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            "UnsupportedMediaType",
            message,
        )
    }

    /// Creates the error for an action, a function, a property or the name of a type in a path.
    pub(super) fn operation(segment: &str) -> Self {
        let segment = truncate(segment);
        Self::not_emulated(format_args!(
            "actions, functions, properties and the names of types in a path, and serves no resource at '{segment}'"
        ))
    }

    pub(super) fn not_emulated(feature: impl Display) -> Self {
        let message = format!("The emulator does not support {feature}.");
        Self::new(StatusCode::NOT_IMPLEMENTED, "NotImplemented", message)
    }
}

impl From<AuthorizationError> for GraphError {
    fn from(error: AuthorizationError) -> Self {
        let message = match error {
            AuthorizationError::Missing => "Access token is empty.",
            AuthorizationError::Malformed => {
                "Access token is malformed: 'Authorization: Bearer {token}' is expected."
            }
        };
        let status = StatusCode::UNAUTHORIZED;
        Self {
            header: Some((WWW_AUTHENTICATE, "Bearer realm=\"\"".into())),
            ..Self::new(status, "InvalidAuthenticationToken", message)
        }
    }
}

/// The code of Planner's errors is empty.
impl From<IfMatchError> for GraphError {
    fn from(error: IfMatchError) -> Self {
        let message = match error {
            IfMatchError::Missing => {
                "The If-Match header must be specified for this kind of request."
            }
            IfMatchError::Invalid => "The If-Match header contains an invalid value.",
        };
        Self::new(StatusCode::BAD_REQUEST, "", message)
    }
}

impl From<LiteralError> for GraphError {
    fn from(error: LiteralError) -> Self {
        Self::malformed(error.to_string())
    }
}

impl From<AddressError> for GraphError {
    fn from(error: AddressError) -> Self {
        match error {
            AddressError::Literal(error) => error.into(),
            AddressError::NotFound(key) => Self::item_not_found(&key),
        }
    }
}

impl From<QueryError> for GraphError {
    fn from(error: QueryError) -> Self {
        match error {
            QueryError::Unsupported(name) => {
                Self::not_emulated(format_args!("the query option '{name}'"))
            }
            QueryError::Invalid(message) => Self::bad_request(message),
        }
    }
}
