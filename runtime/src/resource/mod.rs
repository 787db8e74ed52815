//! Resources: entity types with an address.

mod address;
mod info;
mod operation;

use serde_core::Serialize;
use serde_core::de::DeserializeOwned;

pub use address::ResourceAddress;
pub use info::ResourceInfo;
pub use operation::{Operation, UpdateMethod};

use crate::edm::PropertyValue;
use crate::model::StructuredType;

/// An entity type with an address, as declared with [`#[graph_resource]`](macro@crate::graph_resource), or a union of such types, as declared with
/// [`#[graph_union]`](macro@crate::graph_union) and a `path`.
///
/// It describes the resource as data, for code that works with any resource, such as the emulator.
///
/// ```
/// use graph_resource::{Operation, Resource, graph_resource};
///
/// #[graph_resource(path = "/users/{user_id}/todo/lists")]
/// pub struct TodoTaskList {
///     #[graph(key)]
///     pub id: String,
///     pub display_name: String,
/// }
///
/// let info = TodoTaskList::INFO;
/// assert_eq!(info.type_info().name(), "microsoft.graph.todoTaskList");
/// assert_eq!(info.item_path(), "/users/{user_id}/todo/lists/{id}");
/// assert!(info.allows(Operation::Create));
/// assert!(!info.type_info().property("displayName").unwrap().is_nullable());
/// ```
pub trait Resource: PropertyValue + Serialize + DeserializeOwned {
    /// The description of the resource.
    const INFO: &'static ResourceInfo;
}

/// A resource that can be updated.
///
/// [`#[graph_resource]`](macro@crate::graph_resource) implements it unless `operations` leaves `update` out.
///
/// ```compile_fail,E0277
/// # use graph_resource::graph_resource;
/// #[graph_resource(path = "/subscribedSkus", operations(list, get))]
/// pub struct SubscribedSku {
///     #[graph(key)]
///     pub id: String,
///     pub sku_part_number: Option<String>,
/// }
///
/// fn modify(_: impl graph_resource::Updatable) {}
/// # fn example(sku: SubscribedSku) {
/// modify(sku);
/// # }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no update",
    label = "`update` is not among its `operations`"
)]
pub trait Updatable: Resource + StructuredType {}
