use std::fmt;
use std::marker::PhantomData;

use bytes::Bytes;
use http::Method;

use super::{Request, RequestParts};
use crate::{Endpoint, Error, Page, Resource, answer};

/// A request without a body: what it asks for is the address and the method alone.
macro_rules! bodiless {
    ($(#[$doc:meta])* $request:ident: $method:ident -> $answer:ty, $read:expr) => {
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
    Get: GET -> R, answer::read
}

bodiless! {
    /// The request for one page of a collection. Made by the `list` of a resource.
    List: GET -> Page<R>, answer::read_page
}

bodiless! {
    /// The request to delete one item. Made by the `delete` of a resource.
    Delete: DELETE -> (), |_: &http::Response<Bytes>| Ok(())
}

__conditional_methods!([R: Resource] Delete<R>, []);
