//! Requests to the further addresses of a resource.
//!
//! A resource has the same operations at each of its addresses. They are methods of two generic types, so that an address costs no more than
//! the function that returns one of them.

use std::borrow::Borrow;
use std::fmt;
use std::marker::PhantomData;

use super::item::{Delete, Get, List};
use super::operations::{
    AcceptsKey, Addressed, HasCreate, HasDelete, HasGet, HasList, HasReplace, HasUpdate, Requires,
};
use super::parts::RequestParts;
use super::whole::{CreateFrom, Replace, Whole};
use super::write::Write;
use crate::model::{StructuredType, property_text};
use crate::odata::{Address, Key};
use crate::resource::{Resource, ResourceAddress};

/// A further address of a resource: a collection.
///
/// A function that is named in `also(…)` returns it. Its methods create the requests that the functions of the resource create at its first
/// address, in the same way; `N` is [`Requires`] with the struct that a create requires, if there is one.
///
/// ```
/// use graph_resource::{Cloud, Collection, Endpoint, graph_resource};
///
/// #[graph_resource(
///     path = "/users/{user_id}/messages",
///     also(me = "/me/messages", in_folder = "/users/{user_id}/mailFolders/{folder_id}/messages"),
///     emit_type = "never"
/// )]
/// pub struct Message {
///     #[graph(key)]
///     pub id: String,
///     pub is_read: Option<bool>,
/// }
///
/// let graph = Endpoint::new(Cloud::Global);
/// let request = Message::in_folder("ada@contoso.com", "inbox").list().to_http_request(&graph)?;
/// assert_eq!(request.uri().path(), "/v1.0/users/ada@contoso.com/mailFolders/inbox/messages");
///
/// let mine: Collection<Message> = Message::me();
/// let request = mine.update("1").is_read(true).to_http_request(&graph)?;
/// assert_eq!((request.method().as_str(), request.uri().path()), ("PATCH", "/v1.0/me/messages/1"));
/// # Ok::<(), graph_resource::Error>(())
/// ```
#[must_use = "an address does nothing: create a request with it"]
pub struct Collection<R, N = ()> {
    address: Address,
    item_path: &'static str,
    resource: PhantomData<fn() -> (R, N)>,
}

/// A further address of a resource: that of the resource itself.
///
/// A function that is named in `also(…)` returns it, if the resource has no key or the address is declared with `singleton`.
///
/// ```
/// use graph_resource::{Cloud, Endpoint, Singleton, graph_resource};
///
/// #[graph_resource(path = "/users", also(me(path = "/me", singleton)), emit_type = "never")]
/// pub struct User {
///     #[graph(key)]
///     pub id: String,
///     pub mobile_phone: Option<String>,
/// }
///
/// let me: Singleton<User> = User::me();
/// let request = me.update().clear_mobile_phone().to_http_request(&Endpoint::new(Cloud::Global))?;
/// assert_eq!(request.uri().path(), "/v1.0/me");
/// assert_eq!(request.body(), r#"{"mobilePhone":null}"#);
/// # Ok::<(), graph_resource::Error>(())
/// ```
#[must_use = "an address does nothing: create a request with it"]
pub struct Singleton<R> {
    address: Address,
    resource: PhantomData<fn() -> R>,
}

/// Returns the further address of a resource at `index`.
fn further<R: Resource>(index: usize) -> ResourceAddress {
    let addresses = R::INFO.further_addresses();
    let first = ResourceAddress::new("", R::INFO.path(), R::INFO.item_path());
    addresses.get(index).copied().unwrap_or(first)
}

/// Creates the further address of a resource at `index`, with `values` for the parameters of its path. Called by generated code.
pub fn collection<R: Resource, N>(index: usize, values: &[&dyn Key]) -> Collection<R, N> {
    let further = further::<R>(index);
    Collection {
        address: Address::new(further.path(), values),
        item_path: further.item_path(),
        resource: PhantomData,
    }
}

/// Creates the further address of a resource at `index`, with `values` for the parameters of its path. Called by generated code.
pub fn singleton<R: Resource>(index: usize, values: &[&dyn Key]) -> Singleton<R> {
    Singleton {
        address: Address::new(further::<R>(index).path(), values),
        resource: PhantomData,
    }
}

impl<R: Resource, N> Collection<R, N> {
    fn parts(self) -> RequestParts {
        RequestParts::of_address(R::INFO, self.address)
    }

    fn item(&self, key: &dyn Key) -> RequestParts {
        RequestParts::of_address(R::INFO, self.address.then(self.item_path, key))
    }

    /// Creates the request for a page of the collection.
    pub fn list(self) -> List<R>
    where
        R: Addressed<Operations: HasList>,
    {
        List::new(self.parts())
    }

    /// Creates the request for one item.
    pub fn get<K: Key>(self, key: K) -> Get<R>
    where
        R: Addressed<Operations: HasGet, Key: AcceptsKey<K>>,
    {
        Get::new(self.item(&key))
    }

    /// Creates the request that updates one item. Its setters are those of the patch of the resource.
    pub fn update<K: Key>(self, key: K) -> R::Update
    where
        R: Addressed<Operations: HasUpdate, Key: AcceptsKey<K>>,
    {
        R::update_of(Write::update(self.item(&key)))
    }

    /// Creates the request that deletes one item.
    pub fn delete<K: Key>(self, key: K) -> Delete<R>
    where
        R: Addressed<Operations: HasDelete, Key: AcceptsKey<K>>,
    {
        Delete::new(self.item(&key))
    }

    /// Creates the request that replaces one item by `value`, which has the key.
    pub fn replace<B: Borrow<R>>(self, value: B) -> Whole<Replace, R, B>
    where
        R: Addressed<Operations: HasReplace> + StructuredType,
    {
        let key = key_of(value.borrow());
        let mut parts = self.item(&key.as_deref().unwrap_or_default());
        if let Err(problem) = key {
            parts.set_problem(problem);
        }
        Whole::replace_at(parts, value)
    }

    /// Creates the request that creates an item with the properties of `value`.
    pub fn create_from<B: Borrow<R>>(self, value: B) -> Whole<CreateFrom, R, B>
    where
        R: Addressed<Operations: HasCreate> + StructuredType,
    {
        Whole::create_from_at(self.parts(), value)
    }
}

impl<R: Addressed<New = (), Operations: HasCreate>> Collection<R> {
    /// Creates the request that creates an item. Its setters are those of the patch of the resource.
    pub fn create(self) -> R::Create {
        R::create_of(self.parts(), ())
    }
}

impl<R: Addressed<Operations: HasCreate>> Collection<R, Requires<R::New>> {
    /// Creates the request that creates an item with the properties that are required. Its setters are those of the patch of the resource.
    pub fn create(self, new: R::New) -> R::Create {
        R::create_of(self.parts(), new)
    }
}

/// Returns the text of the key of `value`, or the reason why there is none.
fn key_of<R: StructuredType>(value: &R) -> Result<String, String> {
    let key = R::TYPE
        .all_properties()
        .find(|property| property.is_key())
        .ok_or_else(|| "the resource has no key".to_owned())?;
    let text = property_text(value, R::TYPE, key.name())?;
    text.ok_or_else(|| {
        let name = key.name();
        format!("`{name}` has no value, but it is the key of the item to write")
    })
}

impl<R: Resource> Singleton<R> {
    fn parts(self) -> RequestParts {
        RequestParts::of_address(R::INFO, self.address)
    }

    /// Creates the request for the resource.
    pub fn get(self) -> Get<R>
    where
        R: Addressed<Operations: HasGet>,
    {
        Get::new(self.parts())
    }

    /// Creates the request that updates the resource. Its setters are those of its patch.
    pub fn update(self) -> R::Update
    where
        R: Addressed<Operations: HasUpdate>,
    {
        R::update_of(Write::update(self.parts()))
    }

    /// Creates the request that deletes the resource.
    pub fn delete(self) -> Delete<R>
    where
        R: Addressed<Operations: HasDelete>,
    {
        Delete::new(self.parts())
    }

    /// Creates the request that replaces the resource by `value`.
    pub fn replace<B: Borrow<R>>(self, value: B) -> Whole<Replace, R, B>
    where
        R: Addressed<Operations: HasReplace> + StructuredType,
    {
        Whole::replace_at(self.parts(), value)
    }
}

impl<R, N> Clone for Collection<R, N> {
    fn clone(&self) -> Self {
        Self {
            address: self.address.clone(),
            ..*self
        }
    }
}

impl<R> Clone for Singleton<R> {
    fn clone(&self) -> Self {
        Self {
            address: self.address.clone(),
            resource: PhantomData,
        }
    }
}

/// Shows the path with its parameters in braces, and no ids.
impl<R, N> fmt::Debug for Collection<R, N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Collection")
            .field(&self.address.template())
            .finish()
    }
}

/// Shows the path with its parameters in braces, and no ids.
impl<R> fmt::Debug for Singleton<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Singleton")
            .field(&self.address.template())
            .finish()
    }
}
