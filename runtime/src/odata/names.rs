//! Names that OData and Microsoft Graph define: control information in JSON, and headers.

use http::HeaderName;

/// The type of an object ("OData JSON Format", Control Information: type).
pub(crate) const TYPE: &str = "@odata.type";
/// The entity tag of an object.
pub(crate) const ETAG: &str = "@odata.etag";
/// The URL that describes an answer, to which its relative links are relative.
pub(crate) const CONTEXT: &str = "@odata.context";
/// The link to the next page of a collection.
pub(crate) const NEXT_LINK: &str = "@odata.nextLink";
/// The link that returns the later changes of a collection.
pub(crate) const DELTA_LINK: &str = "@odata.deltaLink";
/// The number of items in the whole collection.
pub(crate) const COUNT: &str = "@odata.count";
/// The annotation of a navigation property that names the related resource, without its `@`.
pub(crate) const BIND: &str = "odata.bind";
/// The prefix of the control information of an object.
pub(crate) const CONTROL: &str = "@odata.";

/// The client's own id of a request, which Graph repeats in the answer ("Best practices for working with Microsoft Graph").
pub(crate) const CLIENT_REQUEST_ID: HeaderName = HeaderName::from_static("client-request-id");
/// The service's id of a request.
pub(crate) const REQUEST_ID: HeaderName = HeaderName::from_static("request-id");
/// Whether a query may be answered from an index, which can be some seconds old ("Advanced query capabilities on directory objects").
pub(crate) const CONSISTENCY_LEVEL: HeaderName = HeaderName::from_static("consistencylevel");
/// The preferences of a request (RFC 7240).
pub(crate) const PREFER: HeaderName = HeaderName::from_static("prefer");
