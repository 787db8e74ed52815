/// A further address of a resource, which the struct declares with `also(…)`.
///
/// ```
/// use graph_resource::{Resource, graph_resource};
///
/// #[graph_resource(path = "/users/{user_id}/messages", also(me = "/me/messages"))]
/// pub struct Message {
///     #[graph(key)]
///     pub id: String,
/// }
///
/// let [me] = Message::INFO.further_addresses() else { unreachable!() };
/// assert_eq!((me.name(), me.path(), me.item_path()), ("me", "/me/messages", "/me/messages/{id}"));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ResourceAddress {
    name: &'static str,
    path: &'static str,
    item_path: &'static str,
}

impl ResourceAddress {
    /// Called by generated code.
    #[doc(hidden)]
    pub const fn new(name: &'static str, path: &'static str, item_path: &'static str) -> Self {
        Self {
            name,
            path,
            item_path,
        }
    }

    /// Returns the name of the function for this address.
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// Returns the path after the version, with parameters in braces: of the collection, or of the resource itself.
    pub const fn path(&self) -> &'static str {
        self.path
    }

    /// Returns the path of one item, with the key in braces: the same as [`path`](Self::path) if that is the path of the resource itself.
    pub const fn item_path(&self) -> &'static str {
        self.item_path
    }
}
