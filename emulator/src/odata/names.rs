//! Names of OData's control information.

/// The type of an object.
pub(crate) const TYPE: &str = "@odata.type";
/// The entity tag of an object.
pub(crate) const ETAG: &str = "@odata.etag";
/// The context of an answer, which says what it contains.
pub(crate) const CONTEXT: &str = "@odata.context";
/// The link by which changes are asked for later.
pub(crate) const DELTA_LINK: &str = "@odata.deltaLink";
/// The number of items in the whole collection.
pub(crate) const COUNT: &str = "@odata.count";
/// The link to the next page of a collection.
pub(crate) const NEXT_LINK: &str = "@odata.nextLink";
