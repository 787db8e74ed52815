use serde_core::Serialize;
use serde_core::de::DeserializeOwned;

use crate::address::{Address, Key};
use crate::endpoint::ApiVersion;
use crate::object::write::{self, WriteProperties};
use crate::object::{StructuredType, TypeInfo};
use crate::request::RequestParts;

/// An entity type with an address, as declared with [`#[graph_resource]`](macro@crate::graph_resource).
///
/// The macro implements it; it is data, for code that works with any resource: the requests of this crate, and the
/// emulator that serves resources in tests.
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
pub trait Resource: StructuredType + Serialize + DeserializeOwned {
    /// What is known of the resource.
    const INFO: &'static ResourceInfo;
}

/// A resource that has an update. [`#[graph_resource]`](macro@crate::graph_resource) implements it where `operations` does not leave it out.
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
pub trait Updatable: Resource {}

/// The partial update of one resource: what is to be done to each property that an update may carry.
///
/// Each resource under [`#[graph_resource]`](macro@crate::graph_resource) has one, with these methods as methods of its own.
pub trait Patch:
    WriteProperties + Serialize + DeserializeOwned + Default + Clone + PartialEq
{
    /// The resource, or the value of a complex type, that is updated.
    type Target;

    /// Whether nothing changes.
    fn is_empty(&self) -> bool {
        write::is_empty(self)
    }

    /// What turns `before` into `after`: a change for each property that differs and that an update may carry.
    fn between(before: &Self::Target, after: &Self::Target) -> Self;

    /// Does to `resource` what the patch says.
    fn apply_to(self, resource: &mut Self::Target);
}

/// What [`#[graph_resource]`](macro@crate::graph_resource) knows of a resource.
#[derive(Debug)]
pub struct ResourceInfo {
    type_info: &'static TypeInfo,
    path: &'static str,
    item_path: &'static str,
    version: Option<ApiVersion>,
    update_method: UpdateMethod,
    operations: &'static [Operation],
}

impl ResourceInfo {
    /// Called by generated code.
    #[doc(hidden)]
    pub const fn new(
        type_info: &'static TypeInfo,
        path: &'static str,
        item_path: &'static str,
        version: Option<ApiVersion>,
        update_method: UpdateMethod,
        operations: &'static [Operation],
    ) -> Self {
        Self {
            type_info,
            path,
            item_path,
            version,
            update_method,
            operations,
        }
    }

    /// Called by generated code: a request to the collection, with `values` for the parameters of its path.
    #[doc(hidden)]
    pub fn collection(&self, values: &[&dyn Key]) -> RequestParts {
        RequestParts::new(Address::new(self.path, values), self.version).preferring(self.type_info)
    }

    /// Called by generated code: a request to an item, with `values` for the parameters of its path.
    #[doc(hidden)]
    pub fn item(&self, values: &[&dyn Key]) -> RequestParts {
        RequestParts::new(Address::new(self.item_path, values), self.version)
            .preferring(self.type_info)
    }

    /// Called by generated code: a request to an item by an alternate key, at `path`.
    #[doc(hidden)]
    pub fn by_alternate_key(&self, path: &'static str, values: &[&dyn Key]) -> RequestParts {
        RequestParts::new(Address::new(path, values), self.version).preferring(self.type_info)
    }

    /// The type: its name and its properties.
    pub const fn type_info(&self) -> &'static TypeInfo {
        self.type_info
    }

    /// The path below the version, parameters in braces: of the collection, or of the resource itself where it has no key.
    pub const fn path(&self) -> &'static str {
        self.path
    }

    /// The path of one item, the key in braces: `path` and the key, or just `path` where there is no key.
    pub const fn item_path(&self) -> &'static str {
        self.item_path
    }

    /// The version of Microsoft Graph that has the resource, where it is not the client's choice.
    pub const fn version(&self) -> Option<ApiVersion> {
        self.version
    }

    /// The method of an update.
    pub const fn update_method(&self) -> UpdateMethod {
        self.update_method
    }

    /// The operations that the resource has.
    pub const fn operations(&self) -> &'static [Operation] {
        self.operations
    }

    /// Whether the resource has `operation`.
    pub fn allows(&self, operation: Operation) -> bool {
        self.operations.contains(&operation)
    }
}

/// An operation on a resource.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Operation {
    /// `GET` of a collection.
    List,
    /// `GET` of one item.
    Get,
    /// `POST` to a collection.
    Create,
    /// `PATCH`, or `PUT`, of one item.
    Update,
    /// `DELETE` of one item.
    Delete,
}

impl Operation {
    /// All operations.
    pub const ALL: [Self; 5] = [
        Self::List,
        Self::Get,
        Self::Create,
        Self::Update,
        Self::Delete,
    ];
}

/// The HTTP method that updates a resource.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum UpdateMethod {
    /// `PATCH`, as nearly all resources of Microsoft Graph.
    Patch,
    /// `PUT`, as the few that are declared with `update(method = "PUT")`.
    Put,
}

impl From<UpdateMethod> for http::Method {
    fn from(method: UpdateMethod) -> Self {
        match method {
            UpdateMethod::Patch => Self::PATCH,
            UpdateMethod::Put => Self::PUT,
        }
    }
}
