//! The links between resources ("OData Protocol", Managing Links).

use std::fmt;

use bytes::Bytes;
use http::Method;

use super::Request;
use super::parts::RequestParts;
use super::reference::Reference;
use crate::answer::{self, Page};
use crate::edm::{DynamicProperties, Form, PropertyValue};
use crate::endpoint::Endpoint;
use crate::error::Error;
use crate::odata::Key;

/// The items to which a relationship of one item leads, such as the members of a group.
///
/// The function that has the name of the property returns it, if the property has `#[graph(navigation, bind)]`.
///
/// ```
/// use graph_resource::{Cloud, Endpoint, graph_resource};
///
/// #[graph_resource(path = "/users")]
/// pub struct User {
///     #[graph(key)]
///     pub id: String,
/// }
///
/// #[graph_resource(path = "/groups")]
/// pub struct Group {
///     #[graph(key)]
///     pub id: String,
///     #[graph(navigation, bind)]
///     pub members: Option<Vec<User>>,
/// }
///
/// let graph = Endpoint::new(Cloud::Global);
/// let add = Group::members("1").add(User::get("ada")).to_http_request(&graph)?;
/// assert_eq!((add.method().as_str(), add.uri().path()), ("POST", "/v1.0/groups/1/members/$ref"));
/// assert_eq!(add.body(), r#"{"@odata.id":"https://graph.microsoft.com/v1.0/users/ada"}"#);
///
/// let remove = Group::members("1").remove("ada").to_http_request(&graph)?;
/// assert_eq!((remove.method().as_str(), remove.uri().path()), ("DELETE", "/v1.0/groups/1/members/ada/$ref"));
/// # Ok::<(), graph_resource::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
#[must_use = "a relationship does nothing: create a request with it"]
pub struct RelatedItems {
    /// The request to the item.
    pub(crate) item: RequestParts,
    /// The name of the relationship, after a `/`.
    pub(crate) segment: &'static str,
}

/// The item to which a relationship of one item leads, such as the manager of a user.
///
/// The function that has the name of the property returns it, if the property has `#[graph(navigation, bind)]`.
///
/// ```
/// use graph_resource::{Cloud, Endpoint, graph_resource};
///
/// #[graph_resource(path = "/users")]
/// pub struct User {
///     #[graph(key)]
///     pub id: String,
///     #[graph(navigation, bind)]
///     pub manager: Option<Box<User>>,
/// }
///
/// let graph = Endpoint::new(Cloud::Global);
/// let set = User::manager("bob").set(User::get("ada")).to_http_request(&graph)?;
/// assert_eq!((set.method().as_str(), set.uri().path()), ("PUT", "/v1.0/users/bob/manager/$ref"));
/// let clear = User::manager("bob").clear().to_http_request(&graph)?;
/// assert_eq!(clear.method(), "DELETE");
/// # Ok::<(), graph_resource::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
#[must_use = "a relationship does nothing: create a request with it"]
pub struct RelatedItem {
    item: RequestParts,
    segment: &'static str,
}

/// A request that adds, sets or removes a link to an item. Created by the methods of [`RelatedItems`] and [`RelatedItem`].
#[derive(Clone, PartialEq)]
#[must_use = "a request does nothing until it is sent"]
pub struct Link {
    parts: RequestParts,
    method: Method,
    target: Option<Reference>,
}

impl RelatedItems {
    /// Creates the relationship of an item. Called by generated code.
    #[doc(hidden)]
    pub const fn new(item: RequestParts, segment: &'static str) -> Self {
        Self { item, segment }
    }

    /// Creates the request that adds an item: `POST …/$ref`.
    pub fn add(&self, target: impl Into<Reference>) -> Link {
        let parts = self.item.then_segment(self.segment).then_segment("/$ref");
        Link::new(parts, Method::POST, Some(target.into()))
    }

    /// Creates the request that removes the item with this id: `DELETE …/{id}/$ref`. The item itself stays.
    pub fn remove(&self, id: impl Key) -> Link {
        let related = self.item.then_segment(self.segment).then_key(&id);
        Link::new(related.then_segment("/$ref"), Method::DELETE, None)
    }
}

impl RelatedItem {
    /// Creates the relationship of an item. Called by generated code.
    #[doc(hidden)]
    pub const fn new(item: RequestParts, segment: &'static str) -> Self {
        Self { item, segment }
    }

    /// Creates the request that sets the item: `PUT …/$ref`.
    pub fn set(&self, target: impl Into<Reference>) -> Link {
        Link::new(self.reference(), Method::PUT, Some(target.into()))
    }

    /// Creates the request that removes the link: `DELETE …/$ref`. The item itself stays.
    pub fn clear(&self) -> Link {
        Link::new(self.reference(), Method::DELETE, None)
    }

    fn reference(&self) -> RequestParts {
        self.item.then_segment(self.segment).then_segment("/$ref")
    }
}

impl Link {
    const fn new(parts: RequestParts, method: Method, target: Option<Reference>) -> Self {
        Self {
            parts,
            method,
            target,
        }
    }
}

__request_methods!([] Link, [], parts);

impl Request for Link {
    type Answer = ();

    fn to_http_request(&self, endpoint: &Endpoint) -> Result<http::Request<Bytes>, Error> {
        let target = self.target.as_ref();
        let body = target.map(|target| json("@odata.id", target, endpoint));
        self.parts
            .to_http_request(self.method.clone(), endpoint, body)
    }

    fn path_template(&self) -> &'static str {
        self.parts.path_template()
    }

    fn read_answer(response: &http::Response<Bytes>) -> Result<(), Error> {
        answer::read_nothing(response)
    }
}

impl fmt::Debug for Link {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Link({} {})", self.method, self.path_template())
    }
}

/// A request for a page of the ids of related items.
#[derive(Debug)]
pub(crate) struct RelatedPage(RequestParts);

impl RelatedPage {
    pub(crate) fn first(items: &RelatedItems) -> Self {
        let mut parts = items.item.then_segment(items.segment);
        parts.push_query("$select", "id");
        Self(parts)
    }

    pub(crate) fn next(&self, link: &str) -> Self {
        Self(self.0.next(link))
    }
}

impl Request for RelatedPage {
    type Answer = Page<DynamicProperties>;

    fn to_http_request(&self, endpoint: &Endpoint) -> Result<http::Request<Bytes>, Error> {
        self.0.to_http_request(Method::GET, endpoint, None)
    }

    fn path_template(&self) -> &'static str {
        self.0.path_template()
    }

    fn read_answer(response: &http::Response<Bytes>) -> Result<Self::Answer, Error> {
        answer::read_page(response)
    }
}

/// An update that adds several items by `@odata.bind`.
#[derive(Debug)]
pub(crate) struct BindAll<'a> {
    pub(crate) items: &'a RelatedItems,
    pub(crate) targets: Vec<Reference>,
}

impl Request for BindAll<'_> {
    type Answer = ();

    fn to_http_request(&self, endpoint: &Endpoint) -> Result<http::Request<Bytes>, Error> {
        let name = format!("{}@odata.bind", self.items.segment.trim_start_matches('/'));
        let body = json(&name, &self.targets, endpoint);
        let item = &self.items.item;
        item.to_http_request(Method::PATCH, endpoint, Some(body))
    }

    fn path_template(&self) -> &'static str {
        self.items.item.path_template()
    }

    fn read_answer(response: &http::Response<Bytes>) -> Result<(), Error> {
        answer::read_nothing(response)
    }
}

/// Writes an object with one member, whose URLs are those of a service.
fn json<T: PropertyValue>(
    name: &str,
    value: &T,
    endpoint: &Endpoint,
) -> serde_json::Result<Vec<u8>> {
    let mut json = vec![b'{'];
    serde_json::to_writer(&mut json, name)?;
    json.push(b':');
    let endpoint = Some(endpoint);
    value.write_json(&mut json, Form::Request { endpoint })?;
    json.push(b'}');
    Ok(json)
}
