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
use super::union::{PolymorphicResource, UnionUpdate};
use super::whole::{CreateFrom, Replace, Whole};
use super::write::{Update, Write};
use crate::model::{StructuredType, property_text};
use crate::odata::{Address, Key};
use crate::resource::{Resource, ResourceAddress, ResourceInfo};

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
    place: Place,
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
    place: Place,
    resource: PhantomData<fn() -> R>,
}

/// A further address, whatever the resource, so that its code is compiled once.
#[derive(Clone)]
struct Place {
    info: &'static ResourceInfo,
    address: Address,
    item_path: &'static str,
}

impl Place {
    /// Returns the further address at `index`, with `values` for the parameters of its path.
    fn new(info: &'static ResourceInfo, index: usize, values: &[&dyn Key]) -> Self {
        let first = ResourceAddress::new("", info.path(), info.item_path());
        let addresses = info.further_addresses();
        let further = addresses.get(index).unwrap_or(&first);
        Self {
            info,
            address: Address::new(further.path(), values),
            item_path: further.item_path(),
        }
    }

    fn parts(self) -> RequestParts {
        RequestParts::of_address(self.info, self.address)
    }

    fn item(self, key: &dyn Key) -> RequestParts {
        RequestParts::of_address(self.info, self.address.then(self.item_path, key))
    }

    fn update(self) -> Write<Update> {
        Write::update(self.parts())
    }

    fn update_of_item(self, key: &dyn Key) -> Write<Update> {
        Write::update(self.item(key))
    }
}

/// Creates the further address of a resource at `index`, with `values` for the parameters of its path. Called by generated code.
pub fn collection<R: Resource, N>(index: usize, values: &[&dyn Key]) -> Collection<R, N> {
    Collection {
        place: Place::new(R::INFO, index, values),
        resource: PhantomData,
    }
}

/// Creates the further address of a resource at `index`, with `values` for the parameters of its path. Called by generated code.
pub fn singleton<R: Resource>(index: usize, values: &[&dyn Key]) -> Singleton<R> {
    Singleton {
        place: Place::new(R::INFO, index, values),
        resource: PhantomData,
    }
}

impl<R: Resource, N> Collection<R, N> {
    /// Creates the request for a page of the collection.
    pub fn list(self) -> List<R>
    where
        R: Addressed<Operations: HasList>,
    {
        List::new(self.place.parts())
    }

    /// Creates the request for one item.
    pub fn get<K: Key>(self, key: K) -> Get<R>
    where
        R: Addressed<Operations: HasGet, Key: AcceptsKey<K>>,
    {
        Get::new(self.place.item(&key))
    }

    /// Creates the request that updates one item. Its setters are those of the patch of the resource.
    pub fn update<K: Key>(self, key: K) -> R::Update
    where
        R: Addressed<Operations: HasUpdate, Key: AcceptsKey<K>>,
    {
        R::update_of(self.place.update_of_item(&key))
    }

    /// Creates the request that deletes one item.
    pub fn delete<K: Key>(self, key: K) -> Delete<R>
    where
        R: Addressed<Operations: HasDelete, Key: AcceptsKey<K>>,
    {
        Delete::new(self.place.item(&key))
    }

    /// Creates the request that replaces one item by `value`, which has the key.
    pub fn replace<B: Borrow<R>>(self, value: B) -> Whole<Replace, R, B>
    where
        R: Addressed<Operations: HasReplace> + StructuredType,
    {
        let key = key_of(value.borrow());
        let mut parts = self.place.item(&key.as_deref().unwrap_or_default());
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
        Whole::create_from_at(self.place.parts(), value)
    }
}

impl<R: Addressed<New = (), Operations: HasCreate>> Collection<R> {
    /// Creates the request that creates an item. Its setters are those of the patch of the resource.
    pub fn create(self) -> R::Create {
        R::create_of(self.place.parts(), ())
    }
}

impl<R: Addressed<Operations: HasCreate>> Collection<R, Requires<R::New>> {
    /// Creates the request that creates an item with the properties that are required. Its setters are those of the patch of the resource.
    pub fn create(self, new: R::New) -> R::Create {
        R::create_of(self.place.parts(), new)
    }
}

impl<U: PolymorphicResource> Collection<U> {
    /// Creates the request that updates one item of a union. The patch is that of the type of the item, which the request names.
    ///
    /// ```
    /// use graph_resource::edm::DynamicProperties;
    /// use graph_resource::{Cloud, Endpoint, graph_resource, graph_union};
    ///
    /// #[graph_resource(path = "/me/authentication/phoneMethods")]
    /// #[derive(Debug, Clone, PartialEq)]
    /// pub struct PhoneAuthenticationMethod {
    ///     #[graph(key)]
    ///     pub id: String,
    ///     pub phone_number: Option<String>,
    /// }
    ///
    /// #[graph_union(path = "/users/{user_id}/authentication/methods", also(me = "/me/authentication/methods"))]
    /// #[derive(Debug, Clone, PartialEq)]
    /// pub enum AuthenticationMethod {
    ///     Phone(PhoneAuthenticationMethod),
    ///     #[graph(unknown)]
    ///     Other(DynamicProperties),
    /// }
    ///
    /// let patch = PhoneAuthenticationMethodPatch::default().phone_number("+1 425 555 0100");
    /// let request = AuthenticationMethod::me().update_with("1", patch).to_http_request(&Endpoint::new(Cloud::Global))?;
    /// assert_eq!(request.uri().path(), "/v1.0/me/authentication/methods/1");
    /// # Ok::<(), graph_resource::Error>(())
    /// ```
    pub fn update_with<K: Key>(self, key: K, patch: impl Into<U::Patch>) -> UnionUpdate<U> {
        UnionUpdate::new(self.place.item(&key), patch.into())
    }
}

impl<U: PolymorphicResource> Singleton<U> {
    /// Creates the request that updates a resource of several types. The patch is that of the type that it has, which the request names.
    pub fn update_with(self, patch: impl Into<U::Patch>) -> UnionUpdate<U> {
        UnionUpdate::new(self.place.parts(), patch.into())
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
    /// Creates the request for the resource.
    pub fn get(self) -> Get<R>
    where
        R: Addressed<Operations: HasGet>,
    {
        Get::new(self.place.parts())
    }

    /// Creates the request that updates the resource. Its setters are those of its patch.
    pub fn update(self) -> R::Update
    where
        R: Addressed<Operations: HasUpdate>,
    {
        R::update_of(self.place.update())
    }

    /// Creates the request that deletes the resource.
    pub fn delete(self) -> Delete<R>
    where
        R: Addressed<Operations: HasDelete>,
    {
        Delete::new(self.place.parts())
    }

    /// Creates the request that replaces the resource by `value`.
    pub fn replace<B: Borrow<R>>(self, value: B) -> Whole<Replace, R, B>
    where
        R: Addressed<Operations: HasReplace> + StructuredType,
    {
        Whole::replace_at(self.place.parts(), value)
    }
}

impl<R, N> Clone for Collection<R, N> {
    fn clone(&self) -> Self {
        Self {
            place: self.place.clone(),
            resource: PhantomData,
        }
    }
}

impl<R> Clone for Singleton<R> {
    fn clone(&self) -> Self {
        Self {
            place: self.place.clone(),
            resource: PhantomData,
        }
    }
}

/// Shows the path with its parameters in braces, and no ids.
impl<R, N> fmt::Debug for Collection<R, N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Collection")
            .field(&self.place.address.template())
            .finish()
    }
}

/// Shows the path with its parameters in braces, and no ids.
impl<R> fmt::Debug for Singleton<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Singleton")
            .field(&self.place.address.template())
            .finish()
    }
}
