//! Writes of a whole value: a replacement, and a create from a value.

use std::borrow::Borrow;
use std::fmt;
use std::marker::PhantomData;

use bytes::Bytes;
use http::Method;
use serde_core::ser;

use super::Request;
use super::parts::RequestParts;
use super::write::{Write, WriteKind};
use crate::answer::{Outcome, Upserted};
use crate::edm::{PropertyValue, TypeInfo};
use crate::endpoint::Endpoint;
use crate::error::Error;
use crate::model::{self, Content, PropertyWriter, StructuredType, WriteProperties, Written};
use crate::odata::{Etag, Key};
use crate::resource::{Resource, ResourceInfo};

/// A write that carries a whole resource, owned or borrowed. Its kind is [`Replace`], [`ReplaceOrCreate`] or [`CreateFrom`].
///
/// Its body has each property that such a request may carry. What the service computes, the etag, and relationships are left out, and so are
/// properties that are `None`, unless their fields are declared with `#[graph(write_null)]`.
///
/// ```
/// use graph_resource::{Cloud, Endpoint, Replace, Whole, graph_resource};
///
/// #[graph_resource(path = "/teams/{team_id}/schedule/shifts", update(method = "PUT"), emit_type = "never")]
/// #[derive(Debug, Clone, PartialEq)]
/// pub struct Shift {
///     #[graph(key)]
///     pub id: String,
///     pub user_id: Option<String>,
///     pub scheduling_group_id: Option<String>,
///     #[graph(read_only)]
///     pub created_date_time: Option<String>,
/// }
///
/// let mut shift: Shift = serde_json::from_str(r#"{"id":"1","userId":"u","schedulingGroupId":"g","createdDateTime":"…"}"#)?;
/// shift.scheduling_group_id = Some("h".to_owned());
///
/// let request: Whole<Replace, Shift, &Shift> = Shift::replace("team", &shift);
/// let request = request.to_http_request(&Endpoint::new(Cloud::Global))?;
/// assert_eq!(request.method(), "PUT");
/// assert_eq!(request.uri().path(), "/v1.0/teams/team/schedule/shifts/1");
/// assert_eq!(request.body(), r#"{"userId":"u","schedulingGroupId":"h"}"#);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use = "a request does nothing until it is sent"]
pub struct Whole<K, R, B = R> {
    write: Write<K>,
    value: B,
    resource: PhantomData<fn() -> R>,
}

/// The kind of a write that replaces a resource. See [`Whole`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Replace(());

/// The kind of a write that replaces a resource, or creates it if it is missing. See [`Whole`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReplaceOrCreate(());

/// The kind of a write that creates a resource from a value. See [`Whole`].
///
/// ```
/// use graph_resource::{Cloud, Endpoint, graph_resource};
///
/// #[graph_resource(path = "/groups", emit_type = "never")]
/// #[derive(Debug, Clone, PartialEq)]
/// pub struct Group {
///     #[graph(key)]
///     pub id: String,
///     pub display_name: String,
///     #[graph(create_only)]
///     pub visibility: Option<String>,
/// }
///
/// # let template: Group = serde_json::from_str(r#"{"id":"1","displayName":"Team","visibility":"Private"}"#).unwrap();
/// let copy = Group { display_name: format!("{} (copy)", template.display_name), ..template };
/// let request = Group::create_from(&copy).to_http_request(&Endpoint::new(Cloud::Global))?;
/// assert_eq!(request.body(), r#"{"displayName":"Team (copy)","visibility":"Private"}"#);
/// # Ok::<(), graph_resource::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CreateFrom(());

/// Writes the body of a replacement.
fn replacement(
    resource: &dyn WriteProperties,
    info: &ResourceInfo,
    endpoint: &Endpoint,
    odata_type: Option<&str>,
) -> Written {
    let with_key = info.has_key_in_body();
    let content = Content::Replacement { with_key };
    model::resource_body(
        resource,
        info.type_info(),
        content,
        Some(endpoint),
        odata_type,
    )
}

/// Checks that a new resource has what a create requires, which is not nullable in most structs.
fn require_required(
    resource: &dyn WriteProperties,
    object_type: &'static TypeInfo,
) -> Result<(), String> {
    let required = object_type
        .all_properties()
        .filter(|property| property.is_required() && property.is_nullable());
    for property in required {
        let name = property.name();
        if model::property_text(resource, object_type, name)?.is_none() {
            return Err(format!("`{name}` has no value, but a create requires it"));
        }
    }
    Ok(())
}

impl WriteKind for Replace {
    type Answer<T: PropertyValue> = Outcome<T>;

    fn method(&self, info: &ResourceInfo) -> Method {
        info.update_method().into()
    }

    fn body(
        &self,
        resource: &dyn WriteProperties,
        info: &ResourceInfo,
        at: &Endpoint,
        odata_type: Option<&str>,
    ) -> Written {
        replacement(resource, info, at, odata_type)
    }

    fn read<T: PropertyValue>(response: &http::Response<Bytes>) -> Result<Outcome<T>, Error> {
        Outcome::read(response)
    }
}

impl WriteKind for ReplaceOrCreate {
    type Answer<T: PropertyValue> = Upserted<T>;

    fn method(&self, info: &ResourceInfo) -> Method {
        info.update_method().into()
    }

    fn body(
        &self,
        resource: &dyn WriteProperties,
        info: &ResourceInfo,
        at: &Endpoint,
        odata_type: Option<&str>,
    ) -> Written {
        replacement(resource, info, at, odata_type)
    }

    fn read<T: PropertyValue>(response: &http::Response<Bytes>) -> Result<Upserted<T>, Error> {
        Upserted::read(response)
    }
}

impl WriteKind for CreateFrom {
    type Answer<T: PropertyValue> = Outcome<T>;

    fn method(&self, _: &ResourceInfo) -> Method {
        Method::POST
    }

    fn body(
        &self,
        resource: &dyn WriteProperties,
        info: &ResourceInfo,
        at: &Endpoint,
        odata_type: Option<&str>,
    ) -> Written {
        let type_info = info.type_info();
        require_required(resource, type_info).map_err(ser::Error::custom)?;
        model::resource_body(resource, type_info, Content::New, Some(at), odata_type)
    }

    fn read<T: PropertyValue>(response: &http::Response<Bytes>) -> Result<Outcome<T>, Error> {
        Outcome::read(response)
    }
}

impl<K, R, B> Whole<K, R, B> {
    const fn new(parts: RequestParts, kind: K, value: B) -> Self {
        let write = Write::new(parts, kind);
        let resource = PhantomData;
        Self {
            write,
            value,
            resource,
        }
    }
}

/// Returns the parts of a request to the item whose key `value` has.
fn item<R: Resource + StructuredType>(
    template: &'static str,
    name: &'static str,
    parameters: &[&dyn Key],
    value: &R,
) -> RequestParts {
    let key = model::property_text(value, R::TYPE, name).and_then(|key| {
        let missing = || format!("`{name}` has no value, but it is the key of the item to write");
        key.ok_or_else(missing)
    });
    RequestParts::of_item(R::INFO, template, parameters, key)
}

impl<R: Resource + StructuredType, B: Borrow<R>> Whole<Replace, R, B> {
    /// Creates a replacement of the item with the key of `value`. Called by generated code.
    #[doc(hidden)]
    pub fn replace(parameters: &[&dyn Key], value: B) -> Self {
        let mut properties = R::TYPE.all_properties();
        let has_key = R::INFO.path() != R::INFO.item_path();
        let parts = match properties.find(|property| has_key && property.is_key()) {
            Some(key) => item(R::INFO.item_path(), key.name(), parameters, value.borrow()),
            None => RequestParts::item(R::INFO, parameters),
        };
        Self::new(parts, Replace(()), value)
    }

    /// Creates a replacement at an address.
    pub(super) const fn replace_at(parts: RequestParts, value: B) -> Self {
        Self::new(parts, Replace(()), value)
    }

    /// Creates a replacement of the item with an alternate key of `value`. Called by generated code.
    #[doc(hidden)]
    pub fn replace_by(
        template: &'static str,
        name: &'static str,
        parameters: &[&dyn Key],
        value: B,
    ) -> Self {
        let parts = item(template, name, parameters, value.borrow());
        Self::new(parts, Replace(()), value)
    }

    /// Sends `If-Match`: the service rejects the request with `412` if the item no longer has this etag.
    ///
    /// The [`Etag`] is sent verbatim, as it came in `@odata.etag` or in an `ETag` header. Without one, building the request fails.
    pub fn with_if_match(self, etag: impl Into<Etag>) -> Self {
        self.with_header("if-match", etag.into().into_header())
    }
}

impl<R: Resource + StructuredType, B: Borrow<R>> Whole<ReplaceOrCreate, R, B> {
    /// Creates an upsert of the item with an alternate key of `value`. Called by generated code.
    #[doc(hidden)]
    pub fn upsert_by(
        template: &'static str,
        name: &'static str,
        parameters: &[&dyn Key],
        value: B,
    ) -> Self {
        let mut parts = item(template, name, parameters, value.borrow());
        parts.prefer_create_if_missing();
        Self::new(parts, ReplaceOrCreate(()), value)
    }

    /// Replaces only, with `If-Match: *`: if the item is missing, the answer is `404`.
    pub fn with_update_only(mut self) -> Self {
        self.write.parts.set_condition("if-match", "*".into());
        self
    }

    /// Creates only, with `If-None-Match: *`: if the item exists, the answer is `412`.
    pub fn with_insert_only(mut self) -> Self {
        self.write.parts.set_condition("if-none-match", "*".into());
        self
    }
}

impl<R: Resource + StructuredType, B: Borrow<R>> Whole<CreateFrom, R, B> {
    /// Creates a create. Called by generated code.
    #[doc(hidden)]
    pub fn create_from(parameters: &[&dyn Key], value: B) -> Self {
        let parts = RequestParts::collection(R::INFO, parameters);
        Self::new(parts, CreateFrom(()), value)
    }
}

impl<R: Resource + StructuredType, B: Borrow<R>> Whole<CreateFrom, R, B> {
    /// Creates a create at an address.
    pub(super) const fn create_from_at(parts: RequestParts, value: B) -> Self {
        Self::new(parts, CreateFrom(()), value)
    }
}

impl<K: WriteKind, R: Resource + StructuredType, B: Borrow<R>> Whole<K, R, B> {
    /// Asks for the resource in the answer: `Prefer: return=representation`. A service may ignore it.
    pub fn with_return_representation(self) -> Self {
        self.with_header("prefer", "return=representation")
    }

    /// Asks for an answer without the resource: `Prefer: return=minimal`. A service may ignore it.
    pub fn with_return_minimal(self) -> Self {
        self.with_header("prefer", "return=minimal")
    }

    /// Names the type of the item in `@odata.type`, such as `microsoft.graph.win32LobApp`, if it is not the declared one but derived from it.
    pub fn with_odata_type(mut self, name: impl AsRef<str>) -> Self {
        self.write.name_type(name.as_ref());
        self
    }
}

__request_methods!([K: WriteKind, R: Resource + StructuredType, B: Borrow<R>] Whole<K, R, B>, [], write.parts);

impl<K, R: Resource + StructuredType, B: Borrow<R>> WriteProperties for Whole<K, R, B> {
    fn write(&self, writer: &mut PropertyWriter<'_>) {
        WriteProperties::write(self.value.borrow(), writer);
    }
}

impl<K: WriteKind, R: Resource + StructuredType, B: Borrow<R>> Request for Whole<K, R, B> {
    type Answer = K::Answer<R>;

    fn to_http_request(&self, endpoint: &Endpoint) -> Result<http::Request<Bytes>, Error> {
        self.write.to_http_request(self, R::INFO, endpoint)
    }

    fn path_template(&self) -> &'static str {
        self.write.path_template()
    }

    fn read_answer(response: &http::Response<Bytes>) -> Result<Self::Answer, Error> {
        K::read(response)
    }
}

impl<K: Clone, R, B: Clone> Clone for Whole<K, R, B> {
    fn clone(&self) -> Self {
        Self {
            write: self.write.clone(),
            value: self.value.clone(),
            resource: PhantomData,
        }
    }
}

/// Shows the value, too, in the form of its own `Debug`.
impl<K, R, B: fmt::Debug> fmt::Debug for Whole<K, R, B> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Whole")
            .field("parts", &self.write.parts)
            .field("value", &self.value)
            .finish()
    }
}

/// A resource whose update carries changes instead of the whole. Nothing implements it for a resource that is replaced: its `update` is there
/// for this message only.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "`{Resource}` has no `update`: a request replaces it as a whole",
    label = "an update in part would clear all that it does not name",
    note = "write `{Resource}::replace(…, &value)` with the parameters of the path and the whole resource, or `get(…).modify(|value| …)`"
)]
pub trait UpdatesInPart<'a, Resource: ?Sized> {}
