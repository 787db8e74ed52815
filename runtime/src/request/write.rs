//! Writes: a patch that is sent to an address.

use bytes::Bytes;
use http::Method;
use serde_core::ser::Error as _;

use super::parts::RequestParts;
use crate::answer::{Outcome, Upserted};
use crate::edm::PropertyValue;
use crate::endpoint::Endpoint;
use crate::error::{Error, ErrorKind};
use crate::model::{self, WriteProperties, Written};
use crate::resource::ResourceInfo;

/// The part of a request that is not its patch: the address, the headers, and the kind of write.
///
/// The request builders of a resource are its patch with a write: `CloudPcDeviceImageUpdate` is
/// `CloudPcDeviceImagePatch<Write<Update>>`. The kind is [`Update`], [`Upsert`] or [`Create`].
///
/// ```
/// use graph_resource::{Create, Update, Write, graph_resource};
///
/// #[graph_resource(path = "/users")]
/// pub struct User {
///     #[graph(key)]
///     pub id: String,
///     pub mobile_phone: Option<String>,
/// }
///
/// // The setters are those of the patch, so a function can be generic over the kind of write.
/// fn with_phone<W>(request: UserPatch<W>) -> UserPatch<W> {
///     request.mobile_phone("+1 425 555 0100")
/// }
///
/// let update: UserPatch<Write<Update>> = with_phone(User::update("1")); // a `UserUpdate`
/// let create: UserPatch<Write<Create>> = with_phone(User::create()); // a `UserCreate`
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Write<K> {
    #[doc(hidden)]
    pub parts: RequestParts,
    #[doc(hidden)]
    pub kind: K,
    /// The `@odata.type` of the item, if it is not the declared one.
    odata_type: Option<Box<str>>,
}

/// A kind of write: its method, its body and the answer that it reads.
///
/// | kind | created by | answer |
/// | --- | --- | --- |
/// | [`Update`] | `update`, `update_by_…` | [`Updated`](crate::Updated) |
/// | [`Upsert`] | `upsert_by_…` | [`Upserted`] |
/// | [`Create`] | `create` | [`Created`](crate::Created) |
/// | [`Replace`](crate::Replace) | `replace`, `replace_by_…` | [`Updated`](crate::Updated) |
/// | [`ReplaceOrCreate`](crate::ReplaceOrCreate) | `upsert_by_…` of a resource that is replaced | [`Upserted`] |
/// | [`CreateFrom`](crate::CreateFrom) | `create_from` | [`Created`](crate::Created) |
///
/// ```
/// use graph_resource::{Create, Created, Updated, Update, Write, WriteKind, graph_resource};
///
/// #[graph_resource(path = "/users")]
/// pub struct User {
///     #[graph(key)]
///     pub id: String,
///     pub job_title: Option<String>,
/// }
///
/// /// Asks for the resource in the answer of any write.
/// fn with_answer<K: WriteKind>(request: UserPatch<Write<K>>) -> UserPatch<Write<K>> {
///     request.with_return_representation()
/// }
/// # fn same<T>(_: Option<T>, _: Option<T>) {}
/// # with_answer(User::update("1"));
/// # same::<<Create as WriteKind>::Answer<User>>(None, None::<Created<User>>);
/// # same::<<Update as WriteKind>::Answer<User>>(None, None::<Updated<User>>);
/// ```
///
/// Only this crate implements this trait.
pub trait WriteKind {
    /// The answer of status 2xx, for a resource `T`.
    type Answer<T: PropertyValue>;

    /// Returns the HTTP method.
    #[doc(hidden)]
    fn method(&self, info: &ResourceInfo) -> Method;

    /// Writes the body.
    #[doc(hidden)]
    fn body(
        &self,
        patch: &dyn WriteProperties,
        info: &ResourceInfo,
        endpoint: &Endpoint,
        odata_type: Option<&str>,
    ) -> Written {
        model::body(patch, info.type_info(), Some(endpoint), odata_type)
    }

    /// Returns the body to send if the patch has no properties.
    #[doc(hidden)]
    fn empty(&self, body: Vec<u8>) -> Result<Vec<u8>, Error> {
        Ok(body)
    }

    /// Reads an answer of status 2xx.
    #[doc(hidden)]
    fn read<T: PropertyValue>(response: &http::Response<Bytes>) -> Result<Self::Answer<T>, Error>;
}

/// The kind of an update. See [`Write`].
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Update {
    allows_empty: bool,
}

impl Update {
    /// Allows an update that changes nothing. Called by generated code.
    #[doc(hidden)]
    pub const fn allow_empty(&mut self) {
        self.allows_empty = true;
    }
}

impl WriteKind for Update {
    type Answer<T: PropertyValue> = Outcome<T>;

    fn method(&self, info: &ResourceInfo) -> Method {
        info.update_method().into()
    }

    fn empty(&self, _: Vec<u8>) -> Result<Vec<u8>, Error> {
        if self.allows_empty {
            return Ok(b"{}".to_vec());
        }
        let message = "the patch changes nothing, so nothing was sent (`with_allow_empty` sends it all the same)";
        Err(Error::new(ErrorKind::EmptyPatch, message))
    }

    fn read<T: PropertyValue>(response: &http::Response<Bytes>) -> Result<Outcome<T>, Error> {
        Outcome::read(response)
    }
}

/// The kind of an upsert. See [`Write`].
///
/// An upsert is an update with `Prefer: create-if-missing` ("Upsert" of the Microsoft Graph REST API guidelines). It is sent even if it sets
/// nothing, because that may create the item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Upsert(());

impl WriteKind for Upsert {
    type Answer<T: PropertyValue> = Upserted<T>;

    fn method(&self, info: &ResourceInfo) -> Method {
        info.update_method().into()
    }

    fn read<T: PropertyValue>(response: &http::Response<Bytes>) -> Result<Upserted<T>, Error> {
        Upserted::read(response)
    }
}

/// The kind of a create, with the properties that only a create may carry. See [`Write`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Create<Only = ()> {
    #[doc(hidden)]
    pub only: Only,
}

impl<Only: WriteProperties> WriteKind for Create<Only> {
    type Answer<T: PropertyValue> = Outcome<T>;

    fn method(&self, _: &ResourceInfo) -> Method {
        Method::POST
    }

    fn body(
        &self,
        patch: &dyn WriteProperties,
        info: &ResourceInfo,
        endpoint: &Endpoint,
        odata_type: Option<&str>,
    ) -> Written {
        let both = (&self.only as &dyn WriteProperties, patch);
        let written = model::body(&both, info.type_info(), Some(endpoint), odata_type)?;
        match model::missing_of_base(&written.0, info.type_info()) {
            None => Ok(written),
            Some(name) => Err(serde_json::Error::custom(format_args!(
                "`{name}` is missing, which the base of {} requires",
                info.type_info().name()
            ))),
        }
    }

    fn read<T: PropertyValue>(response: &http::Response<Bytes>) -> Result<Outcome<T>, Error> {
        Outcome::read(response)
    }
}

impl Write<Update> {
    /// Creates an update. Called by generated code.
    #[doc(hidden)]
    pub fn update(parts: RequestParts) -> Self {
        Self::new(parts, Update::default())
    }
}

impl Write<Upsert> {
    /// Creates an upsert. Called by generated code.
    #[doc(hidden)]
    pub fn upsert(mut parts: RequestParts) -> Self {
        parts.prefer_create_if_missing();
        Self::new(parts, Upsert(()))
    }

    /// Restricts the upsert to items that exist or that do not exist. Called by generated code.
    #[doc(hidden)]
    pub fn set_condition(&mut self, condition: &'static str) {
        self.parts.set_condition(condition, "*".into());
    }
}

impl<Only> Write<Create<Only>> {
    /// Creates a create. Called by generated code.
    #[doc(hidden)]
    pub const fn create(parts: RequestParts, only: Only) -> Self {
        Self::new(parts, Create { only })
    }
}

impl<K> Write<K> {
    pub(super) const fn new(parts: RequestParts, kind: K) -> Self {
        Self {
            parts,
            kind,
            odata_type: None,
        }
    }

    /// Returns the path after the version, with parameters in braces. Called by generated code.
    #[doc(hidden)]
    pub const fn path_template(&self) -> &'static str {
        self.parts.path_template()
    }

    /// Names the type of the item: with a `#` before it or without. Called by generated code.
    #[doc(hidden)]
    pub fn name_type(&mut self, name: &str) {
        self.odata_type = Some(format!("#{}", model::type_name(name)).into_boxed_str());
    }

    /// Returns the name of the type, or the reason why it is none.
    fn odata_type(&self) -> serde_json::Result<Option<&str>> {
        let odata_type = self.odata_type.as_deref();
        match odata_type {
            Some(name) if !model::is_qualified_name(name.trim_start_matches('#')) => {
                Err(serde_json::Error::custom(format_args!(
                    "`{name}` is not the name of a type: write it as `microsoft.graph.user`"
                )))
            }
            _ => Ok(odata_type),
        }
    }
}

impl<K: WriteKind> Write<K> {
    /// Builds the request with the properties of `patch`. Called by generated code.
    #[doc(hidden)]
    pub fn to_http_request(
        &self,
        patch: &dyn WriteProperties,
        info: &ResourceInfo,
        endpoint: &Endpoint,
    ) -> Result<http::Request<Bytes>, Error> {
        let method = self.kind.method(info);
        let body = self
            .odata_type()
            .and_then(|odata_type| self.kind.body(patch, info, endpoint, odata_type));
        let body = match body {
            Ok((body, true)) => Ok(body),
            Ok((body, false)) => match self.kind.empty(body) {
                Ok(body) => Ok(body),
                Err(error) => return Err(error.with_request(&method, self.parts.path_template())),
            },
            Err(error) => Err(error),
        };
        self.parts.to_http_request(method, endpoint, Some(body))
    }
}
