//! Methods that generated types have, written once.
//!
//! They are methods of each type, not of a trait, so that `send` needs no import.

/// The methods that every request has. `$outgoing` is the field with its [`RequestParts`](super::RequestParts).
///
/// Here and below, methods that borrow are called by path: a blanket trait of the user's may have one of that name by value,
/// which method syntax would prefer.
#[doc(hidden)]
#[macro_export]
macro_rules! __request_methods {
    ([$($parameters:tt)*] $request:ty, [$($bounds:tt)*], $outgoing:ident) => {
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
                $crate::__private::Outgoing::parts_mut(&mut self.$outgoing).push_header(name.into(), value.into());
                self
            }

            /// Adds a query option, such as `("$select", "id,displayName")`. Name and value are not yet encoded.
            pub fn with_query(
                mut self,
                name: impl ::core::convert::AsRef<$crate::__private::str>,
                value: impl ::core::convert::AsRef<$crate::__private::str>,
            ) -> Self {
                let (name, value) = (::core::convert::AsRef::as_ref(&name), ::core::convert::AsRef::as_ref(&value));
                $crate::__private::Outgoing::parts_mut(&mut self.$outgoing).push_query(name, value);
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

/// The method of requests that concern an existing item.
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

/// What a patch does with all of its properties alike. `$kept` are fields that are not properties.
#[doc(hidden)]
#[macro_export]
macro_rules! __patch {
    (
        $visibility:vis $patch:ident, $resource:ty, [$($parameters:tt)*] [$($arguments:tt)*] [$($bounds:tt)*],
        { $($property:ident),* } [$($kept:ident)?]
    ) => {
        // Of the bare patch alone, so that a literal with `..Default::default()` needs no type beside it.
        impl<$($parameters)*> ::core::default::Default for $patch<$($arguments)*>
        where
            $($bounds)*
        {
            fn default() -> Self {
                $patch {
                    $($property: $crate::__private::Part::KEEP,)*
                    $($kept: ::core::marker::PhantomData,)?
                    __request: (),
                }
            }
        }

        impl<$($parameters)*> $crate::Patch for $patch<$($arguments)*>
        where
            $($bounds)*
        {
            type Resource = $resource;

            fn between(before: &Self::Resource, after: &Self::Resource) -> Self {
                let mut patch: Self = ::core::default::Default::default();
                $(patch.$property = $crate::__private::between(&before.$property, &after.$property);)*
                patch
            }

            fn apply_to(self, resource: &mut Self::Resource) {
                $($crate::__private::apply(self.$property, &mut resource.$property);)*
            }
        }

        impl<$($parameters)*> $patch<$($arguments)*>
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

            fn __for<__Request>(self, request: __Request) -> $patch<$($arguments)* __Request> {
                $patch { $($property: self.$property,)* $($kept: self.$kept,)? __request: request }
            }
        }
    };
}

/// `impl Request` for a patch with an address, the one of `$kind`, read as `$answer`.
#[doc(hidden)]
#[macro_export]
macro_rules! __request {
    ($request:ty, $kind:ident, $answer:ident<$resource:ty>, [$($parameters:tt)*] [$($bounds:tt)*]) => {
        impl<$($parameters)*> $crate::Request for $request
        where
            $($bounds)*
        {
            type Answer = $crate::$answer<$resource>;

            fn to_http_request(&self, endpoint: &$crate::Endpoint) -> $crate::__private::Built {
                $crate::$kind::to_http_request::<$resource>(&self.__request, self, endpoint)
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

/// The update builder: a patch with the address of an item.
#[doc(hidden)]
#[macro_export]
macro_rules! __update {
    (
        $visibility:vis $patch:ident, $resource:ty, [$($parameters:tt)*] [$($arguments:tt)*] [$($bounds:tt)*]
    ) => {
        $crate::__request!(
            $patch<$($arguments)* $crate::Update>, Update, Updated<$resource>, [$($parameters)*] [$($bounds)*]
        );
        $crate::__conditional_methods!(
            [$($parameters)*] $patch<$($arguments)* $crate::Update>, [$($bounds)*]
        );

        impl<$($parameters)*> $patch<$($arguments)* $crate::Update>
        where
            $($bounds)*
        {
            /// Takes the whole patch, in place of what was set so far.
            $visibility fn with_patch(self, patch: $patch<$($arguments)*>) -> Self {
                patch.__for(self.__request)
            }

            /// Sends the update even if it changes nothing, as `{}`.
            $visibility fn with_allow_empty(mut self) -> Self {
                $crate::Update::allow_empty(&mut self.__request);
                self
            }
        }
    };
}

/// The create builder: a patch with the address of a collection, and `$only`, what only a create carries.
#[doc(hidden)]
#[macro_export]
macro_rules! __create {
    (
        $patch:ident, $resource:ty, $only:ty, [$($parameters:tt)*] [$($arguments:tt)*] [$($bounds:tt)*]
    ) => {
        $crate::__request!(
            $patch<$($arguments)* $crate::Create<$only>>, Create, Created<$resource>, [$($parameters)*] [$($bounds)*]
        );
    };
}

/// The methods that an update and a create share.
#[doc(hidden)]
#[macro_export]
macro_rules! __sending {
    ($patch:ident, [$($parameters:tt)*] [$($arguments:tt)*] [$($bounds:tt)*]) => {
        $crate::__request_methods!(
            [$($parameters)* __Request: $crate::__private::Outgoing] $patch<$($arguments)* __Request>,
            [$($bounds)*],
            __request
        );

        impl<$($parameters)* __Request> $patch<$($arguments)* __Request>
        where
            $($bounds)*
            __Request: $crate::__private::Outgoing,
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
