use bytes::Bytes;
use serde_core::de;

use super::body::{fail_if_error, read, read_nothing, read_to};
use super::download::Download;
use super::page::{Page, read_page};
use crate::edm::sink::NullableSink;
use crate::edm::{ENUM_DEPTH, Edm, EdmType, PropertyValue, ValueSink};
use crate::encoding::is_blank;
use crate::error::{Error, ErrorKind};
use crate::json::{Input, Sink, ValueError, path};
use crate::odata::names;

/// The result of an action or a function.
///
/// | type | is read from |
/// | --- | --- |
/// | `()` | any answer of status 2xx, such as `204`, or `202` |
/// | an entity or complex type, a union, a map, a JSON value | the body |
/// | `Vec<_>`, a primitive type, an enum | the `value` of the object in the body |
/// | `Option<_>` of these | the same; `None` if there is no body, or the value is `null` |
/// | [`Page<_>`](Page) | one page of a collection |
/// | `Bytes` | the body as it is, such as a report in CSV |
/// | [`Download`] | the same while it arrives, of any size |
/// | `LongOperation` (feature `retry`) | the headers of a `202` |
/// | `UploadSession` (feature `upload`) | the body |
/// | `http::Response<Bytes>` | the answer as it is |
///
/// A collection that has more pages is no `Vec<_>`, but an error: nothing is left out unnoticed.
///
/// Only this crate implements this trait.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the result of an action or a function",
    label = "not a result",
    note = "put an own struct under `#[graph_resource]` or `#[graph_complex]`; other results are `Vec<_>`, `Option<_>` and `Page<_>` of a \
            property type, `Bytes`, `Download`, and `http::Response<Bytes>`"
)]
pub trait Returned: Sized {
    /// Reads an answer of status 2xx.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::UnexpectedAnswer`] if the answer cannot be read as the value.
    fn read(response: &http::Response<Bytes>) -> Result<Self, Error>;

    /// Returns what kind of answer the result is read from.
    #[doc(hidden)]
    fn shape() -> ResultShape {
        ResultShape::Json
    }
}

/// The kind of answer that a result is read from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ResultShape {
    /// It is JSON.
    Json,
    /// The type contains an enum with members that the service sends only on request.
    JsonWithEvolvedMembers,
    /// It is no JSON, and may be at another origin.
    Content,
    /// The same while it arrives.
    StreamedContent,
}

impl ResultShape {
    /// Returns the shape of a JSON value of this type.
    fn of<T: PropertyValue>() -> Self {
        if T::has_evolved_members(ENUM_DEPTH) {
            Self::JsonWithEvolvedMembers
        } else {
            Self::Json
        }
    }
}

impl Returned for () {
    fn read(response: &http::Response<Bytes>) -> Result<Self, Error> {
        read_nothing(response)
    }
}

impl Returned for Bytes {
    fn read(response: &http::Response<Bytes>) -> Result<Self, Error> {
        fail_if_error(response, EdmType::Untyped)?;
        Ok(response.body().clone())
    }

    fn shape() -> ResultShape {
        ResultShape::Content
    }
}

impl Returned for Download {
    fn read(response: &http::Response<Bytes>) -> Result<Self, Error> {
        Self::read(response)
    }

    fn shape() -> ResultShape {
        ResultShape::StreamedContent
    }
}

impl Returned for http::Response<Bytes> {
    fn read(response: &http::Response<Bytes>) -> Result<Self, Error> {
        Ok(response.clone())
    }

    fn shape() -> ResultShape {
        ResultShape::Content
    }
}

impl<T: PropertyValue> Returned for Page<T> {
    fn read(response: &http::Response<Bytes>) -> Result<Self, Error> {
        read_page(response)
    }

    fn shape() -> ResultShape {
        ResultShape::of::<T>()
    }
}

#[diagnostic::do_not_recommend]
impl<T: PropertyValue> Returned for T {
    fn read(response: &http::Response<Bytes>) -> Result<Self, Error> {
        if let EdmType::Nullable(_) = T::EDM_TYPE
            && is_blank(response.body())
        {
            return T::from_input(Input::Null).map_err(unreadable);
        }
        if is_object(T::EDM_TYPE) {
            return read(response);
        }
        let mut wrapped = Wrapped {
            value: None,
            next_link: None,
        };
        read_to(response, &mut wrapped, T::EDM_TYPE)?;
        match wrapped {
            Wrapped {
                next_link: Some(_), ..
            } => {
                let message = "the answer is one page of several: declare the result as a `Page<_>`, whose `next_link` leads to the next";
                Err(Error::new(ErrorKind::UnexpectedAnswer, message))
            }
            Wrapped {
                value: Some(value), ..
            } => Ok(value),
            Wrapped { value: None, .. } => Err(unreadable(de::Error::missing_field("value"))),
        }
    }

    fn shape() -> ResultShape {
        ResultShape::of::<T>()
    }
}

fn unreadable(error: ValueError) -> Error {
    let message = "the answer cannot be read as the result";
    Error::new(ErrorKind::UnexpectedAnswer, message).with_source(error)
}

/// Returns whether a value of the type is the body itself ("OData JSON Format", sections 6 and 13). The others are the `value` of an object.
const fn is_object(edm_type: EdmType) -> bool {
    match edm_type {
        EdmType::Nullable(value) => is_object(*value),
        EdmType::Structured(_) | EdmType::OneOf(_) | EdmType::Map(_) | EdmType::Untyped => true,
        _ => false,
    }
}

/// An object with a value in it.
struct Wrapped<T> {
    value: Option<T>,
    next_link: Option<String>,
}

impl<'de, T: PropertyValue> Sink<'de> for Wrapped<T> {
    fn accept(&mut self, input: Input<'_, 'de>) -> Result<(), ValueError> {
        let Input::Object(members) = input else {
            return Err(input.unexpected("an object with the result in `value`"));
        };
        while let Some(name) = members.next_name()? {
            match &*name {
                "value" => members
                    .value(&mut ValueSink(&mut self.value))
                    .map_err(|error| path::in_property("value", error))?,
                names::NEXT_LINK => members.value(&mut NullableSink(&mut self.next_link, Edm))?,
                _ => members.skip()?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that panics has failed")]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::answer::testing::answer;

    fn json<T: Returned>(body: &'static str) -> Result<T, Error> {
        T::read(&answer(200, "application/json", body))
    }

    #[test]
    fn a_primitive_and_a_collection_are_in_the_value() {
        assert_eq!(
            json::<i32>(r#"{"@odata.context":"x","value":3}"#).unwrap(),
            3
        );
        let texts: Vec<String> = json(r#"{"value":["a","b"]}"#).unwrap();
        assert_eq!(texts, ["a", "b"]);
        assert!(json::<i32>(r#"{"@odata.context":"x"}"#).is_err());
        assert!(json::<i32>("3").is_err());
    }

    #[test]
    fn an_object_is_the_body() {
        let object: BTreeMap<String, i32> = json(r#"{"a":1}"#).unwrap();
        assert_eq!(object["a"], 1);
    }

    #[test]
    fn a_collection_with_another_page_is_no_vec() {
        let body = r#"{"value":["a"],"@odata.nextLink":"https://x/next"}"#;
        let error = json::<Vec<String>>(body).unwrap_err();
        assert!(error.message().contains("one page of several"), "{error}");
        let page: Page<String> = json(body).unwrap();
        assert_eq!(page.next_link.as_deref(), Some("https://x/next"));
    }

    #[test]
    fn an_optional_result_is_none_without_a_body_and_for_null() {
        let nothing = answer(204, "text/plain", "");
        assert_eq!(<Option<i32> as Returned>::read(&nothing).unwrap(), None);
        assert_eq!(json::<Option<i32>>(r#"{"value":null}"#).unwrap(), None);
        assert_eq!(json::<Option<i32>>(r#"{"value":3}"#).unwrap(), Some(3));
        assert!(<i32 as Returned>::read(&nothing).is_err());
    }

    #[test]
    fn an_error_with_a_status_of_success_is_an_error() {
        let body = r#"{"error":{"code":"generalException","message":"no"}}"#;
        assert!(json::<()>(body).is_err());
        assert!(json::<Bytes>(body).is_err());
        assert!(json::<i32>(body).is_err());
    }

    #[test]
    fn accepted_is_no_value() {
        let accepted = answer(202, "application/json", "");
        assert!(<BTreeMap<String, i32> as Returned>::read(&accepted).is_err());
        assert!(<() as Returned>::read(&accepted).is_ok());
    }
}
