use bytes::Bytes;
use http::StatusCode;

use super::body::{fail_if_error, incomplete, read};
use crate::edm::{DynamicProperties, PropertyValue};
use crate::encoding::is_blank;
use crate::error::Error;

/// The outcome of an update or a create. Microsoft Graph answers either with the resource or with nothing.
///
/// ```
/// use graph_resource::Updated;
///
/// /// Returns the resource after an update: as the service answers it, or else as the application expects it.
/// fn after<T>(updated: Updated<T>, expected: T) -> T {
///     updated.representation().unwrap_or(expected)
/// }
///
/// assert_eq!(after(Updated::NoContent, "24H2"), "24H2");
/// assert_eq!(after(Updated::Representation("25H2"), "24H2"), "25H2");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Outcome<T> {
    /// `200` or `201` with a body: the resource as it is now.
    Representation(T),
    /// `204`, or another 2xx without a body: the request was executed. After a create, the `Location` header names the resource.
    NoContent,
    /// `202`: the request will be executed. The `Location` header, if there is one, names the operation.
    Accepted,
    /// `200` or `201` with a part of the resource: the request was executed, but the answer lacks a property that the struct requires. A service
    /// that answers reads with a default set of properties does the same after a write.
    Incomplete(DynamicProperties),
}

/// The outcome of an update. See [`Outcome`].
pub type Updated<T> = Outcome<T>;
/// The outcome of a create. See [`Outcome`].
pub type Created<T> = Outcome<T>;

impl<T> Outcome<T> {
    /// Returns the resource, if the service answered it whole.
    pub fn representation(self) -> Option<T> {
        match self {
            Self::Representation(resource) => Some(resource),
            Self::NoContent | Self::Accepted | Self::Incomplete(_) => None,
        }
    }

    /// Returns a reference to the resource, if the service answered it whole.
    pub const fn as_representation(&self) -> Option<&T> {
        match self {
            Self::Representation(resource) => Some(resource),
            Self::NoContent | Self::Accepted | Self::Incomplete(_) => None,
        }
    }
}

impl<T: PropertyValue> Outcome<T> {
    /// Reads an answer of status 2xx. For your own implementations of [`Request`](crate::Request).
    ///
    /// # Errors
    ///
    /// [`ErrorKind::UnexpectedAnswer`](crate::ErrorKind::UnexpectedAnswer) if the body is not the JSON of a `T`, or is an error object.
    // Combinators would be compiled for each type as well.
    pub fn read(response: &http::Response<Bytes>) -> Result<Self, Error> {
        if response.status() == StatusCode::ACCEPTED {
            fail_if_error(response, T::EDM_TYPE)?;
            return Ok(Self::Accepted);
        }
        if is_blank(response.body()) {
            return Ok(Self::NoContent);
        }
        match read(response) {
            Ok(resource) => Ok(Self::Representation(resource)),
            Err(error) => incomplete(error, response).map(Self::Incomplete),
        }
    }
}

/// The outcome of an upsert: an update that creates the item if it is missing.
///
/// ```
/// use graph_resource::Upserted;
///
/// fn report<T>(upserted: &Upserted<T>) -> &'static str {
///     match upserted {
///         Upserted::Created(_) => "new",
///         Upserted::Updated(_) => "changed",
///         _ => "new or changed",
///     }
/// }
///
/// assert_eq!(report(&Upserted::Created("24H2")), "new");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Upserted<T> {
    /// `201` with a body: the resource, which did not exist before.
    Created(T),
    /// `200` with a body: the resource, which existed before, as it is now.
    Updated(T),
    /// `204`, or another 2xx without a body: the request was executed. [`Response::is_created`](crate::Response::is_created) tells whether
    /// the item is new, if the service answered `201`.
    NoContent,
    /// `202`: the request will be executed. The `Location` header, if there is one, names the operation.
    Accepted,
    /// A part of the resource: see [`Outcome::Incomplete`].
    Incomplete(DynamicProperties),
}

impl<T> Upserted<T> {
    /// Returns the resource, if the service answered it whole.
    pub fn representation(self) -> Option<T> {
        match self {
            Self::Created(resource) | Self::Updated(resource) => Some(resource),
            Self::NoContent | Self::Accepted | Self::Incomplete(_) => None,
        }
    }

    /// Returns a reference to the resource, if the service answered it whole.
    pub const fn as_representation(&self) -> Option<&T> {
        match self {
            Self::Created(resource) | Self::Updated(resource) => Some(resource),
            Self::NoContent | Self::Accepted | Self::Incomplete(_) => None,
        }
    }
}

impl<T: PropertyValue> Upserted<T> {
    /// Reads an answer of status 2xx. For your own implementations of [`Request`](crate::Request).
    ///
    /// # Errors
    ///
    /// [`ErrorKind::UnexpectedAnswer`](crate::ErrorKind::UnexpectedAnswer) if the body is not the JSON of a `T`, or is an error object.
    pub fn read(response: &http::Response<Bytes>) -> Result<Self, Error> {
        let is_created = response.status() == StatusCode::CREATED;
        Ok(match Outcome::read(response)? {
            Outcome::Representation(resource) if is_created => Self::Created(resource),
            Outcome::Representation(resource) => Self::Updated(resource),
            Outcome::NoContent => Self::NoContent,
            Outcome::Accepted => Self::Accepted,
            Outcome::Incomplete(properties) => Self::Incomplete(properties),
        })
    }
}

/// The outcome of a [`modify`](crate::Get::modify).
///
/// ```
/// use graph_resource::Modified;
///
/// fn report(modified: &Modified<String>) -> &'static str {
///     match modified {
///         Modified::Unchanged(_) => "nothing to save",
///         Modified::Updated(_) => "saved",
///         _ => "it will be saved",
///     }
/// }
///
/// assert_eq!(report(&Modified::Unchanged("24H2".to_owned())), "nothing to save");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Modified<T> {
    /// Nothing was sent, because nothing that an update may carry was changed: the resource as it was read.
    Unchanged(T),
    /// The update was executed: the resource as the service answered it or, without a body, as it was read with the patch applied.
    Updated(T),
    /// `202`, the update will be executed: the resource as it was read with the patch applied.
    Accepted(T),
}

impl<T> Modified<T> {
    /// Returns the resource as it is or is going to be.
    pub fn into_inner(self) -> T {
        match self {
            Self::Unchanged(resource) | Self::Updated(resource) | Self::Accepted(resource) => {
                resource
            }
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that panics has failed")]
mod tests {
    use super::*;
    use crate::answer::testing::answer;

    #[test]
    fn an_update_returns_a_representation_no_content_or_accepted() {
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
    fn an_upsert_distinguishes_new_items_from_existing_ones() {
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
}
