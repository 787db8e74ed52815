use std::fmt;
use std::marker::PhantomData;

use bytes::Bytes;
use http::Method;

use super::{Request, RequestParts};
use crate::{Endpoint, Error, Page, Resource, answer};

/// A request without a body: what it asks for is the address and the method alone.
macro_rules! bodiless {
    ($(#[$doc:meta])* $request:ident: $method:ident $path:ident -> $answer:ty, $read:expr) => {
        $(#[$doc])*
        #[must_use = "a request does nothing until it is sent"]
        pub struct $request<R> {
            parts: RequestParts,
            resource: PhantomData<fn() -> R>,
        }

        impl<R: Resource> $request<R> {
            /// Called by generated code.
            #[doc(hidden)]
            pub const fn new(parts: RequestParts) -> Self {
                Self { parts, resource: PhantomData }
            }

            /// The request at a link that an answer gave, such as `Location`, `@odata.nextLink` or `@odata.deltaLink`.
            ///
            /// The link is opaque and sent as it came; a relative one is seen from the version of the service, such as
            /// `https://graph.microsoft.com/v1.0/`. One that leads to another origin than the client's is refused when the request is
            /// built, with an [`ErrorKind::InvalidRequest`](crate::ErrorKind::InvalidRequest) that names both: the token stays where it
            /// belongs.
            pub fn at(link: impl Into<String>) -> Self {
                Self::new(RequestParts::at(link.into(), R::INFO.$path(), R::INFO))
            }
        }

        impl<R> super::Outgoing for $request<R> {
            fn parts(&self) -> &RequestParts {
                &self.parts
            }

            fn parts_mut(&mut self) -> &mut RequestParts {
                &mut self.parts
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
    /// The request for one item. Made by the `get` of a resource.
    Get: GET item_path -> R, answer::read
}

bodiless! {
    /// The request for one page of a collection. Made by the `list` of a resource.
    List: GET path -> Page<R>, answer::read_page
}

bodiless! {
    /// The request to delete one item. Made by the `delete` of a resource.
    Delete: DELETE item_path -> (), answer::read_nothing
}

__conditional_methods!([R: Resource] Delete<R>, []);

impl<R: Resource> List<R> {
    /// The request for the page behind `page`, if there is one: `@odata.nextLink` with the headers of this request.
    ///
    /// The link holds the query options of the first request, and is refused where it leads to another origin, as with
    /// [`at`](Self::at). A page can be empty and yet have another behind it.
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
        Some(Self::new(self.parts.next(link)))
    }
}
