//! Methods that generated types have, written once.
//!
//! They are methods of each type, not of a trait, so that `send` needs no import.

/// The methods that every request has. `$parts` is where its [`RequestParts`](super::RequestParts) are.
#[doc(hidden)]
#[macro_export]
macro_rules! __request_methods {
    ([$($parameters:tt)*] $request:ty, [$($bounds:tt)*], $($parts:tt)+) => {
        impl<$($parameters)*> $request
        where
            $($bounds)*
            Self: $crate::Request,
        {
            /// Adds a header. `Authorization`, `Host` and the headers that frame a body are the client's to set.
            pub fn with_header(
                mut self,
                name: impl ::core::convert::Into<$crate::__private::Text>,
                value: impl ::core::convert::Into<$crate::__private::Text>,
            ) -> Self {
                self.$($parts)+.push_header(name.into(), value.into());
                self
            }

            /// Adds a query option, such as `("$select", "id,displayName")`. Name and value are not yet encoded.
            pub fn with_query(
                mut self,
                name: impl ::core::convert::AsRef<$crate::__private::str>,
                value: impl ::core::convert::AsRef<$crate::__private::str>,
            ) -> Self {
                self.$($parts)+.push_query(name.as_ref(), value.as_ref());
                self
            }

            /// The exact request, but for its `Authorization` header.
            ///
            /// # Errors
            ///
            /// Those of [`Request::to_http_request`]($crate::Request::to_http_request).
            pub fn to_http_request(&self, endpoint: &$crate::Endpoint) -> $crate::__private::Built {
                $crate::Request::to_http_request(self, endpoint)
            }

            /// Sends the request.
            pub fn send(self, client: &$crate::Client) -> $crate::Sending<<Self as $crate::Request>::Answer> {
                client.send(&self)
            }

            /// Sends the request, and returns the answer with its status and headers.
            pub fn send_with_response(
                self,
                client: &$crate::Client,
            ) -> $crate::Sending<$crate::Response<<Self as $crate::Request>::Answer>> {
                client.send_with_response(&self)
            }
        }
    };
}

/// The methods of requests that concern an existing item.
#[doc(hidden)]
#[macro_export]
macro_rules! __conditional_methods {
    ([$($parameters:tt)*] $request:ty, [$($bounds:tt)*]) => {
        impl<$($parameters)*> $request
        where
            $($bounds)*
        {
            /// Sends `If-Match`: the request is refused with `412` if the item is no longer the one with this etag.
            ///
            /// The etag is sent verbatim, as it came in `@odata.etag` or in an `ETag` header.
            pub fn with_if_match(self, etag: impl ::core::convert::Into<$crate::__private::Text>) -> Self {
                self.with_header("if-match", etag)
            }
        }
    };
}

/// The methods of requests that a service answers with a representation, or without.
#[doc(hidden)]
#[macro_export]
macro_rules! __preference_methods {
    ([$($parameters:tt)*] $request:ty, [$($bounds:tt)*]) => {
        impl<$($parameters)*> $request
        where
            $($bounds)*
            Self: $crate::Request,
        {
            /// Asks for the resource in the answer: `Prefer: return=representation`. A service may ignore it.
            pub fn with_return_representation(self) -> Self {
                self.with_header("prefer", "return=representation")
            }

            /// Asks for an answer without the resource: `Prefer: return=minimal`. A service may ignore it.
            pub fn with_return_minimal(self) -> Self {
                self.with_header("prefer", "return=minimal")
            }
        }
    };
}

/// `impl Request` for a patch with an address: an update or a create.
#[doc(hidden)]
#[macro_export]
macro_rules! __request {
    ([$($parameters:tt)*] $request:ty, $resource:ty, $answer:ident, [$($bounds:tt)*]) => {
        #[automatically_derived]
        impl<$($parameters)*> $crate::Request for $request
        where
            $($bounds)*
        {
            type Answer = $crate::$answer<$resource>;

            fn to_http_request(&self, endpoint: &$crate::Endpoint) -> $crate::__private::Built {
                self.__request.to_http_request::<$resource>(self, endpoint)
            }

            fn path_template(&self) -> &'static $crate::__private::str {
                $crate::__private::Outgoing::parts(&self.__request).path_template()
            }

            fn read_answer(
                response: &$crate::__private::HttpResponse,
            ) -> ::core::result::Result<Self::Answer, $crate::Error> {
                $crate::$answer::read(response)
            }
        }
    };
}

/// The methods of a patch, for those who have not imported the [`Patch`](crate::Patch) trait.
#[doc(hidden)]
#[macro_export]
macro_rules! __patch_methods {
    ([$($parameters:tt)*] $visibility:vis $patch:ty, $resource:ty, [$($bounds:tt)*]) => {
        #[automatically_derived]
        impl<$($parameters)*> $patch
        where
            $($bounds)*
        {
            /// Whether nothing changes.
            #[must_use]
            $visibility fn is_empty(&self) -> $crate::__private::bool {
                $crate::Patch::is_empty(self)
            }

            /// What turns `before` into `after`: a change for each property that differs and that an update may carry.
            $visibility fn between(before: &$resource, after: &$resource) -> Self {
                $crate::Patch::between(before, after)
            }

            /// Does to `resource` what the patch says.
            $visibility fn apply_to(self, resource: &mut $resource) {
                $crate::Patch::apply_to(self, resource);
            }
        }
    };
}
