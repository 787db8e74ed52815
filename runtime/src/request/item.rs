use std::fmt;
use std::marker::PhantomData;

use bytes::Bytes;
use http::Method;

use super::Request;
use super::parts::RequestParts;
use crate::answer::{self, Page};
use crate::endpoint::Endpoint;
use crate::error::Error;
use crate::odata::Etag;
use crate::query::{Expand, Filter, Order, Search, Selection};
use crate::resource::Resource;

/// Declares a request without a body, which consists of a method and an address.
macro_rules! bodiless {
    ($(#[$doc:meta])* $request:ident: $method:ident $path:ident -> $answer:ty, $read:expr) => {
        $(#[$doc])*
        #[must_use = "a request does nothing until it is sent"]
        pub struct $request<R> {
            pub(crate) parts: RequestParts,
            resource: PhantomData<fn() -> R>,
        }

        impl<R: Resource> $request<R> {
            const fn of(parts: RequestParts) -> Self {
                Self { parts, resource: PhantomData }
            }

            /// Creates the request for a link of an answer, such as `Location`, `@odata.nextLink` or `@odata.deltaLink`.
            ///
            /// The link is opaque and sent verbatim. A relative link is resolved against the version of the service, such as
            /// `https://graph.microsoft.com/v1.0/`, and so is one that begins with `/` and has no version: `/teams('1')/operations('2')` means
            /// `https://graph.microsoft.com/v1.0/teams('1')/operations('2')`, and `/beta/me` is `https://graph.microsoft.com/beta/me`. If a link leads to another origin than the client's, building the request fails with an
            /// [`ErrorKind::InvalidRequest`](crate::ErrorKind::InvalidRequest) that names both, so that the token never leaves its origin.
            pub fn at(link: impl Into<String>) -> Self {
                Self::of(RequestParts::at(link.into(), R::INFO.$path(), R::INFO))
            }
        }

        __request_methods!([R: Resource] $request<R>, [], parts);

        impl<R: Resource> Request for $request<R> {
            type Answer = $answer;

            fn to_http_request(&self, endpoint: &Endpoint) -> Result<http::Request<Bytes>, Error> {
                self.parts.to_http_request(Method::$method, endpoint, None)
            }

            fn path_template(&self) -> &'static str {
                self.parts.path_template()
            }

            fn read_answer(response: &http::Response<Bytes>) -> Result<Self::Answer, Error> {
                $read(response)
            }
        }

        impl<R> Clone for $request<R> {
            fn clone(&self) -> Self {
                Self { parts: self.parts.clone(), resource: PhantomData }
            }
        }

        impl<R> fmt::Debug for $request<R> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_tuple(stringify!($request)).field(&self.parts).finish()
            }
        }
    };
}

bodiless! {
    /// The request for one item. `get` of a resource creates it.
    ///
    /// It asks for the properties that the struct declares, by `$select`.
    ///
    /// ```
    /// use graph_resource::{Cloud, Endpoint, Get, graph_resource};
    ///
    /// #[graph_resource(path = "/users")]
    /// pub struct User {
    ///     #[graph(key)]
    ///     pub id: String,
    ///     pub mail: Option<String>,
    /// }
    ///
    /// let request: Get<User> = User::get("1");
    /// let http = request.to_http_request(&Endpoint::new(Cloud::Global))?;
    /// assert_eq!(http.method(), "GET");
    /// assert_eq!(http.uri(), "https://graph.microsoft.com/v1.0/users/1?$select=id,mail");
    ///
    /// let http = request.with_select(["id"]).to_http_request(&Endpoint::new(Cloud::Global))?;
    /// assert_eq!(http.uri(), "https://graph.microsoft.com/v1.0/users/1?$select=id");
    /// # Ok::<(), graph_resource::Error>(())
    /// ```
    Get: GET item_path -> R, answer::read
}

bodiless! {
    /// The request for one page of a collection. `list` of a resource creates it.
    ///
    /// ```
    /// use graph_resource::{Cloud, Endpoint, List, graph_resource};
    ///
    /// #[graph_resource(path = "/users")]
    /// pub struct User {
    ///     #[graph(key)]
    ///     pub id: String,
    /// }
    ///
    /// let request: List<User> = User::list().with_query("$top", "5");
    /// let http = request.to_http_request(&Endpoint::new(Cloud::Global))?;
    /// assert_eq!(http.uri(), "https://graph.microsoft.com/v1.0/users?$select=id&$top=5");
    /// # Ok::<(), graph_resource::Error>(())
    /// ```
    List: GET path -> Page<R>, answer::read_page
}

bodiless! {
    /// The request to delete one item. `delete` of a resource creates it.
    ///
    /// ```
    /// use graph_resource::{Cloud, Delete, Endpoint, graph_resource};
    ///
    /// #[graph_resource(path = "/planner/tasks")]
    /// pub struct PlannerTask {
    ///     #[graph(key)]
    ///     pub id: String,
    /// }
    ///
    /// let request: Delete<PlannerTask> = PlannerTask::delete("1").with_if_match("W/\"JzEtVGFzayAg\"");
    /// let http = request.to_http_request(&Endpoint::new(Cloud::Global))?;
    /// assert_eq!(http.method(), "DELETE");
    /// assert_eq!(http.headers()["if-match"], "W/\"JzEtVGFzayAg\"");
    /// # Ok::<(), graph_resource::Error>(())
    /// ```
    Delete: DELETE item_path -> (), answer::read_nothing
}

/// Implements the methods of a read, which asks for the properties that the struct declares.
macro_rules! projected {
    ($request:ident) => {
        impl<R: Resource> $request<R> {
            /// Called by generated code.
            #[doc(hidden)]
            pub fn new(mut parts: RequestParts) -> Self {
                parts.project(R::INFO);
                Self::of(parts)
            }

            /// Asks for these properties only, instead of all that the struct declares. Names that the struct does not declare are sent as well.
            ///
            /// What the struct requires must be among them. If a program needs the properties in several places, a struct of its own for them is
            /// better: see [`#[graph_resource]`](macro@crate::graph_resource#what-is-read).
            pub fn with_select<N: AsRef<str>>(
                mut self,
                names: impl IntoIterator<Item = N>,
            ) -> Self {
                self.parts.select(names.into_iter());
                self
            }

            /// Asks for these properties only, instead of all that the struct declares: one, or several in parentheses.
            ///
            /// What the struct requires must be among them.
            pub fn select(mut self, properties: impl Selection<R>) -> Self {
                self.parts.select(properties.names().into_iter());
                self
            }

            /// Asks for a relationship, in addition to others that are named in this way, and instead of those that the struct expands.
            pub fn expand<T>(mut self, relationship: impl Into<Expand<R, T>>) -> Self {
                self.parts.expand(relationship.into().into_parts());
                self
            }

            /// Does not send the `$select` of the struct: the service decides which properties it answers.
            ///
            /// For a service that rejects the option, declare the struct with `select = "never"`.
            pub const fn without_select(mut self) -> Self {
                self.parts.remove_select();
                self
            }
        }
    };
}

projected!(Get);
projected!(List);

impl<R: Resource> List<R> {
    /// Asks for the items for which the filter holds. Several filters must all hold.
    ///
    /// ```
    /// use graph_resource::{Cloud, Endpoint, graph_resource};
    ///
    /// #[graph_resource(path = "/me/messages")]
    /// pub struct Message {
    ///     #[graph(key)]
    ///     pub id: String,
    ///     pub is_read: Option<bool>,
    ///     pub subject: Option<String>,
    /// }
    ///
    /// let request = Message::list()
    ///     .filter(Message::IS_READ.eq(false))
    ///     .filter(Message::SUBJECT.starts_with("Invoice"))
    ///     .order_by(Message::SUBJECT.descending());
    /// let uri = request.to_http_request(&Endpoint::new(Cloud::Global))?.uri().to_string();
    /// assert!(uri.ends_with(
    ///     "&$filter=isRead%20eq%20false%20and%20startswith%28subject,%27Invoice%27%29&$orderby=subject%20desc"
    /// ));
    /// # Ok::<(), graph_resource::Error>(())
    /// ```
    ///
    /// A filter that cannot be sent, such as [`in_`](crate::query::PropertyPath::in_) without values, makes building the request fail.
    pub fn filter(mut self, filter: Filter<R>) -> Self {
        self.parts.filter(filter.erased());
        self
    }

    /// Asks for the items in this order. A further call adds what decides among items that are equal by the first.
    pub fn order_by(mut self, order: impl Into<Order<R>>) -> Self {
        self.parts.order(order.into().into_text());
        self
    }

    /// Asks for the items that the search finds: a text, or one in a property (`User::DISPLAY_NAME.matches("ada")`).
    pub fn search(mut self, search: impl Into<Search<R>>) -> Self {
        let text = search.into().into_text();
        self.parts.push_advanced("$search", &text);
        self
    }

    /// Asks for pages of `size` items. The service may answer fewer on a page, and has a limit of its own.
    pub fn top(mut self, size: u32) -> Self {
        self.parts.push_query("$top", &size.to_string());
        self
    }

    /// Asks for pages of `size` items by `Prefer: odata.maxpagesize`, which a service may ignore. Outlook and the services that do not know
    /// `$top` as the size of a page have it.
    pub fn with_page_size(self, size: u32) -> Self {
        self.with_header("prefer", format!("odata.maxpagesize={size}"))
    }

    /// Returns the request for the function `delta` of the collection, with the options and headers of this request.
    pub(crate) fn as_delta(&self) -> Self {
        Self::of(self.parts.then_segment("/delta"))
    }

    /// Returns the request for the page at a link, with the headers of this request.
    pub(crate) fn at_page(&self, link: &str) -> Self {
        Self::of(self.parts.next(link))
    }

    /// Returns the request for the page at a link, if there is one, and else this request.
    pub(crate) fn resumed(&self, link: Option<&str>) -> Self {
        link.map_or_else(|| self.clone(), |link| self.at_page(link))
    }

    /// Leaves out the first `count` items. Many services do not support it: read pages instead.
    pub fn skip(mut self, count: u32) -> Self {
        self.parts.push_query("$skip", &count.to_string());
        self
    }

    /// Asks for the number of all items, which is then in the [`count`](Page::count) of the page.
    pub fn count(mut self) -> Self {
        self.parts.push_advanced("$count", "true");
        self
    }
}

impl<R: Resource> Delete<R> {
    /// Called by generated code.
    #[doc(hidden)]
    pub const fn new(parts: RequestParts) -> Self {
        Self::of(parts)
    }

    /// Sends `If-Match`: the service rejects the request with `412` if the item no longer has this etag.
    ///
    /// The [`Etag`] is sent verbatim, as it came in `@odata.etag` or in an `ETag` header. Without one, building the request fails.
    pub fn with_if_match(self, etag: impl Into<Etag>) -> Self {
        self.with_header("if-match", etag.into().into_header())
    }
}

impl<R: Resource> List<R> {
    /// Returns the request for the page after `page`, if there is one: `@odata.nextLink` with the headers of this request.
    ///
    /// The link contains the query options of the first request. As in [`at`](Self::at), a link to another origin is rejected. A page can be
    /// empty and still have another after it.
    ///
    /// A link that leads back to a page that was read already would never end. Building the request for it fails with an
    /// [`ErrorKind::InvalidRequest`](crate::ErrorKind::InvalidRequest).
    ///
    /// ```
    /// use graph_resource::{Client, Error, graph_resource};
    ///
    /// #[graph_resource(path = "/users")]
    /// pub struct User {
    ///     #[graph(key)]
    ///     pub id: String,
    /// }
    ///
    /// async fn all_users(client: &Client) -> Result<Vec<User>, Error> {
    ///     let mut users = Vec::new();
    ///     let mut request = Some(User::list().with_query("$top", "100"));
    ///     while let Some(list) = request {
    ///         let page = client.send(&list).await?;
    ///         request = list.next(&page);
    ///         users.extend(page.value);
    ///     }
    ///     Ok(users)
    /// }
    /// # use graph_resource_emulator::Emulator;
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let emulator = Emulator::builder().serve::<User>().page_size(2).start()?;
    /// # for id in ["1", "2", "3"] {
    /// #     emulator.insert("/users", serde_json::json!({ "id": id }))?;
    /// # }
    /// # let client = Client::builder().base_url(emulator.url()).token("any").build()?;
    /// # assert_eq!(all_users(&client).await?.len(), 3);
    /// # assert_eq!(emulator.requests().len(), 2);
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn next(&self, page: &Page<R>) -> Option<Self> {
        let link = page.next_link.as_deref()?;
        Some(self.at_page(link))
    }
}

/// A page of changes, whose items are read as they are: what has not changed is missing.
pub(crate) struct ChangesPage<R>(pub(crate) List<R>);

impl<R: Resource> Request for ChangesPage<R> {
    type Answer = Page<serde_json::Value>;

    fn to_http_request(&self, endpoint: &Endpoint) -> Result<http::Request<Bytes>, Error> {
        self.0.to_http_request(endpoint)
    }

    fn path_template(&self) -> &'static str {
        self.0.path_template()
    }

    fn read_answer(response: &http::Response<Bytes>) -> Result<Self::Answer, Error> {
        answer::read_page(response)
    }
}
