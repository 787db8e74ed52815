//! The update of an item of a polymorphic collection.

use std::fmt;
use std::marker::PhantomData;

use bytes::Bytes;
use http::Method;

use super::Request;
use super::parts::RequestParts;
use super::write::{Update, WriteKind};
use crate::answer::Outcome;
use crate::edm::TypeInfo;
use crate::endpoint::Endpoint;
use crate::error::Error;
use crate::model::{self, GraphUnion, WriteProperties};
use crate::odata::Etag;
use crate::resource::Resource;

/// A union with an address: a collection whose items are of several types.
///
/// [`#[graph_union]`](macro@crate::graph_union) with a `path` implements it.
pub trait PolymorphicResource: Resource + GraphUnion {
    /// The partial update of one item, such as `NamedLocationPatch`: a patch of the type that the item has.
    type Patch: UnionPatch;
}

/// The patch of a union: that of one of its types. Only generated code implements it.
pub trait UnionPatch {
    /// Returns the patch, and the type that it is for.
    #[doc(hidden)]
    fn changes(&self) -> (&dyn WriteProperties, &'static TypeInfo);
}

/// The request that updates one item of a polymorphic collection. `update` of a union with an address creates it.
///
/// Its body names the type that the patch is for, and contains what the patch changes.
///
/// ```
/// use graph_resource::edm::DynamicProperties;
/// use graph_resource::{Cloud, Endpoint, UnionUpdate, graph_resource, graph_union};
///
/// #[graph_resource(path = "/identity/conditionalAccess/namedLocations")]
/// #[derive(Debug, Clone, PartialEq)]
/// pub struct IpNamedLocation {
///     #[graph(key)]
///     pub id: String,
///     pub is_trusted: Option<bool>,
/// }
///
/// #[graph_union(path = "/identity/conditionalAccess/namedLocations")]
/// #[derive(Debug, Clone, PartialEq)]
/// pub enum NamedLocation {
///     Ip(IpNamedLocation),
///     #[graph(unknown)]
///     Other(DynamicProperties),
/// }
///
/// let request: UnionUpdate<NamedLocation> = NamedLocation::update("1", IpNamedLocationPatch::default().is_trusted(true));
/// let request = request.to_http_request(&Endpoint::new(Cloud::Global))?;
/// assert_eq!(request.uri().path(), "/v1.0/identity/conditionalAccess/namedLocations/1");
/// assert_eq!(request.body(), r##"{"@odata.type":"#microsoft.graph.ipNamedLocation","isTrusted":true}"##);
/// # Ok::<(), graph_resource::Error>(())
/// ```
#[must_use = "a request does nothing until it is sent"]
pub struct UnionUpdate<U: PolymorphicResource> {
    parts: RequestParts,
    kind: Update,
    patch: U::Patch,
    resource: PhantomData<fn() -> U>,
}

impl<U: PolymorphicResource> UnionUpdate<U> {
    /// Called by generated code.
    #[doc(hidden)]
    pub fn new(parts: RequestParts, patch: U::Patch) -> Self {
        Self {
            parts,
            kind: Update::default(),
            patch,
            resource: PhantomData,
        }
    }

    /// Sends the update even if it changes nothing, as `{}`.
    pub const fn with_allow_empty(mut self) -> Self {
        self.kind.allow_empty();
        self
    }

    /// Sends `If-Match`: the service rejects the request with `412` if the item no longer has this etag.
    ///
    /// The [`Etag`] is sent verbatim, as it came in `@odata.etag` or in an `ETag` header. Without one, building the request fails.
    pub fn with_if_match(self, etag: impl Into<Etag>) -> Self {
        self.with_header("if-match", etag.into().into_header())
    }

    /// Asks for the resource in the answer: `Prefer: return=representation`. A service may ignore it.
    pub fn with_return_representation(self) -> Self {
        self.with_header("prefer", "return=representation")
    }

    /// Asks for an answer without the resource: `Prefer: return=minimal`. A service may ignore it.
    pub fn with_return_minimal(self) -> Self {
        self.with_header("prefer", "return=minimal")
    }
}

__request_methods!([U: PolymorphicResource] UnionUpdate<U>, [], parts);

impl<U: PolymorphicResource> Request for UnionUpdate<U> {
    type Answer = Outcome<U>;

    fn to_http_request(&self, endpoint: &Endpoint) -> Result<http::Request<Bytes>, Error> {
        let (patch, info) = self.patch.changes();
        let written = model::body(patch, info, Some(endpoint), Some(info.odata_type()));
        let body = match written {
            Ok((body, true)) => Ok(body),
            Ok((body, false)) => Ok(self
                .kind
                .empty(body)
                .map_err(|error| error.with_request(&Method::PATCH, self.parts.path_template()))?),
            Err(error) => Err(error),
        };
        self.parts
            .to_http_request(Method::PATCH, endpoint, Some(body))
    }

    fn path_template(&self) -> &'static str {
        self.parts.path_template()
    }

    fn read_answer(response: &http::Response<Bytes>) -> Result<Self::Answer, Error> {
        Outcome::read(response)
    }
}

impl<U: PolymorphicResource<Patch: Clone>> Clone for UnionUpdate<U> {
    fn clone(&self) -> Self {
        Self {
            parts: self.parts.clone(),
            kind: self.kind.clone(),
            patch: self.patch.clone(),
            resource: PhantomData,
        }
    }
}

impl<U: PolymorphicResource<Patch: fmt::Debug>> fmt::Debug for UnionUpdate<U> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UnionUpdate")
            .field("parts", &self.parts)
            .field("patch", &self.patch)
            .finish_non_exhaustive()
    }
}
