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

            /// When this request is sent again, in the place of what the client's policy says.
            pub fn with_retry(mut self, retry: $crate::Retry) -> Self {
                $crate::__private::Outgoing::parts_mut(&mut self.$outgoing).set_retry(retry);
                self
            }

            /// The exact request, but for what the client adds: `Authorization`, `User-Agent` and `client-request-id`.
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
            /// The [`Etag`]($crate::Etag) is sent verbatim, as it came in `@odata.etag` or in an `ETag` header. Where there was none, the
            /// request is refused when it is built.
            pub fn with_if_match(self, etag: impl ::core::convert::Into<$crate::Etag>) -> Self {
                self.with_header("if-match", etag.into().into_header())
            }
        }
    };
}

/// An entity or complex type as a value: `Serialize`, `Deserialize` and [`PropertyValue`](crate::edm::PropertyValue) by its
/// [`StructuredType`](crate::StructuredType).
#[doc(hidden)]
#[macro_export]
macro_rules! __structured {
    ($target:ty, [$($parameters:tt)*] [$($arguments:tt)*] [$($bounds:tt)*]) => {
        impl<$($parameters)*> $crate::__private::Serialize for $target
        where
            $($bounds)*
        {
            fn serialize<__S: $crate::__private::Serializer>(
                &self,
                serializer: __S,
            ) -> ::core::result::Result<__S::Ok, __S::Error> {
                $crate::__private::PropertyValue::write(self, serializer, $crate::__private::Form::Representation)
            }
        }

        impl<'__de, $($parameters)*> $crate::__private::Deserialize<'__de> for $target
        where
            $($bounds)*
        {
            fn deserialize<__D: $crate::__private::Deserializer<'__de>>(
                deserializer: __D,
            ) -> ::core::result::Result<Self, __D::Error> {
                $crate::__private::read::any(deserializer)
            }
        }

        impl<$($parameters)*> $crate::__private::PropertyValue for $target
        where
            $($bounds)*
        {
            fn read<'__de, __D: $crate::__private::Deserializer<'__de>>(
                deserializer: __D,
            ) -> ::core::result::Result<Self, __D::Error> {
                $crate::__private::read::any(deserializer)
            }

            fn take(
                found: $crate::__private::Found<'_, '_>,
            ) -> ::core::result::Result<Self, $crate::__private::Refusal> {
                $crate::__private::read::structured(found)
            }

            fn write<__S: $crate::__private::Serializer>(
                &self,
                serializer: __S,
                form: $crate::__private::Form<'_>,
            ) -> ::core::result::Result<__S::Ok, __S::Error> {
                $crate::__private::write::object(self, <Self as $crate::StructuredType>::TYPE, form).to(serializer)
            }

            fn object<'__a>(
                &'__a self,
                form: $crate::__private::Form<'__a>,
            ) -> $crate::__private::Option<$crate::__private::write::Object<'__a>> {
                ::core::option::Option::Some(
                    $crate::__private::write::object(self, <Self as $crate::StructuredType>::TYPE, form),
                )
            }

            fn has_evolved_members(depth: u8) -> $crate::__private::bool {
                $crate::__private::has_evolved_members::<Self>(depth)
            }
        }
    };
}

/// What a patch does with all of its properties alike: those that are replaced, those that are merged, the base, and those that name
/// another resource. `$kept` is a field that is none of them.
#[doc(hidden)]
#[macro_export]
macro_rules! __patch {
    (
        $visibility:vis $patch:ident, $target:ty, [$($parameters:tt)*] [$($arguments:tt)*] [$($bounds:tt)*],
        { $($property:ident),* }
        merge { $($merged:ident),* } { $($merged_nullable:ident),* }
        base { $($base:ident)? }
        bind { $($bound:ident),* }
        [$($kept:ident)?]
    ) => {
        // Of the bare patch alone, so that a literal with `..Default::default()` needs no type beside it.
        impl<$($parameters)*> ::core::default::Default for $patch<$($arguments)*>
        where
            $($bounds)*
        {
            fn default() -> Self {
                Self::__new(())
            }
        }

        impl<$($parameters)*> $crate::Patch for $patch<$($arguments)*>
        where
            $($bounds)*
        {
            type Target = $target;

            #[allow(unused_mut, reason = "a patch can be without properties")]
            fn between(before: &Self::Target, after: &Self::Target) -> Self {
                let _ = (before, after);
                let mut patch = Self::__new(());
                $($crate::__private::between(&mut patch.$property, &before.$property, &after.$property);)*
                $($crate::__private::merge::between(&mut patch.$merged, &before.$merged, &after.$merged);)*
                $(
                    $crate::__private::merge::between_nullable(
                        &mut patch.$merged_nullable,
                        &before.$merged_nullable,
                        &after.$merged_nullable,
                    );
                )*
                $(patch.$base = $crate::Patch::between(&before.$base, &after.$base);)?
                patch
            }

            #[allow(unused_mut, reason = "a patch can be without properties")]
            fn apply_to(mut self, target: &mut Self::Target) {
                let _ = &target;
                $($crate::__private::apply(&mut self.$property, &mut target.$property);)*
                $($crate::__private::merge::apply(&mut self.$merged, &mut target.$merged);)*
                $(
                    $crate::__private::merge::apply_nullable(
                        &mut self.$merged_nullable,
                        &mut target.$merged_nullable,
                    );
                )*
                $($crate::Patch::apply_to(::core::mem::take(&mut self.$base), &mut target.$base);)?
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
            $visibility fn between(before: &$target, after: &$target) -> Self {
                $crate::Patch::between(before, after)
            }

            /// Does to `target` what the patch says. A reference to another resource is for the service to follow.
            $visibility fn apply_to(self, target: &mut $target) {
                $crate::Patch::apply_to(self, target);
            }
        }

        impl<$($parameters)* __Request: ::core::clone::Clone> ::core::clone::Clone for $patch<$($arguments)* __Request>
        where
            $($bounds)*
        {
            fn clone(&self) -> Self {
                #[allow(unused_mut, reason = "a patch can be without properties")]
                let mut copy = Self::__new(::core::clone::Clone::clone(&self.__request));
                $($crate::__private::copy(&mut copy.$property, &self.$property);)*
                $($crate::__private::copy(&mut copy.$merged, &self.$merged);)*
                $($crate::__private::copy(&mut copy.$merged_nullable, &self.$merged_nullable);)*
                $($crate::__private::copy(&mut copy.$base, &self.$base);)?
                $($crate::__private::copy(&mut copy.$bound, &self.$bound);)*
                copy
            }
        }

        impl<$($parameters)* __Request: ::core::cmp::PartialEq> ::core::cmp::PartialEq for $patch<$($arguments)* __Request>
        where
            $($bounds)*
        {
            fn eq(&self, other: &Self) -> $crate::__private::bool {
                self.__request == other.__request
                    $(&& $crate::__private::same(&self.$property, &other.$property))*
                    $(&& $crate::__private::same(&self.$merged, &other.$merged))*
                    $(&& $crate::__private::same(&self.$merged_nullable, &other.$merged_nullable))*
                    $(&& $crate::__private::same(&self.$base, &other.$base))?
                    $(&& $crate::__private::same(&self.$bound, &other.$bound))*
            }
        }

        #[allow(dead_code, reason = "without an update and a create, a patch becomes no request")]
        impl<$($parameters)* __Request> $patch<$($arguments)* __Request>
        where
            $($bounds)*
        {
            // Wherever a patch begins, all of its properties would begin.
            #[inline(never)]
            fn __new(request: __Request) -> Self {
                $patch {
                    $($property: $crate::__private::Part::KEEP,)*
                    $($merged: $crate::__private::Part::KEEP,)*
                    $($merged_nullable: $crate::__private::Part::KEEP,)*
                    $($base: ::core::default::Default::default(),)?
                    $($bound: $crate::__private::Part::KEEP,)*
                    $($kept: ::core::marker::PhantomData,)?
                    __request: request,
                }
            }

            #[allow(unused_mut, reason = "a patch can be without properties")]
            fn __with(mut self, mut patch: $patch<$($arguments)*>) -> Self {
                $($crate::__private::swap(&mut self.$property, &mut patch.$property);)*
                $($crate::__private::swap(&mut self.$merged, &mut patch.$merged);)*
                $($crate::__private::swap(&mut self.$merged_nullable, &mut patch.$merged_nullable);)*
                $($crate::__private::swap(&mut self.$base, &mut patch.$base);)?
                $($crate::__private::swap(&mut self.$bound, &mut patch.$bound);)*
                self
            }
        }
    };
}

/// The patch of a complex type as a value: what stands in the patch of a resource under `#[graph(merge)]`.
#[doc(hidden)]
#[macro_export]
macro_rules! __patch_value {
    ($patch:ident, $target:ty, [$($parameters:tt)*] [$($arguments:tt)*] [$($bounds:tt)*]) => {
        impl<$($parameters)*> $crate::__private::PropertyValue for $patch<$($arguments)*>
        where
            $($bounds)*
        {
            fn read<'__de, __D: $crate::__private::Deserializer<'__de>>(
                deserializer: __D,
            ) -> ::core::result::Result<Self, __D::Error> {
                $crate::__private::read::any(deserializer)
            }

            fn take(
                found: $crate::__private::Found<'_, '_>,
            ) -> ::core::result::Result<Self, $crate::__private::Refusal> {
                $crate::__private::read::patch(found, <$target as $crate::StructuredType>::TYPE)
            }

            fn write<__S: $crate::__private::Serializer>(
                &self,
                serializer: __S,
                form: $crate::__private::Form<'_>,
            ) -> ::core::result::Result<__S::Ok, __S::Error> {
                $crate::__private::write::patch(self, <$target as $crate::StructuredType>::TYPE, form).to(serializer)
            }

            fn object<'__a>(
                &'__a self,
                form: $crate::__private::Form<'__a>,
            ) -> $crate::__private::Option<$crate::__private::write::Object<'__a>> {
                ::core::option::Option::Some(
                    $crate::__private::write::patch(self, <$target as $crate::StructuredType>::TYPE, form),
                )
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

        impl<$($parameters)*> $crate::Updatable for $resource where $($bounds)* {}

        impl<$($parameters)*> $patch<$($arguments)* $crate::Update>
        where
            $($bounds)*
        {
            /// Takes the whole patch, in place of what was set so far.
            $visibility fn with_patch(self, patch: $patch<$($arguments)*>) -> Self {
                self.__with(patch)
            }

            /// Sends the update even if it changes nothing, as `{}`.
            $visibility fn with_allow_empty(mut self) -> Self {
                $crate::Update::allow_empty(&mut self.__request);
                self
            }
        }
    };
}

/// The upsert builder: a patch with the address of an item by an alternate key.
#[doc(hidden)]
#[macro_export]
macro_rules! __upsert {
    (
        $visibility:vis $patch:ident, $resource:ty, [$($parameters:tt)*] [$($arguments:tt)*] [$($bounds:tt)*]
    ) => {
        $crate::__request!(
            $patch<$($arguments)* $crate::Upsert>, Upsert, Upserted<$resource>, [$($parameters)*] [$($bounds)*]
        );

        impl<$($parameters)*> $patch<$($arguments)* $crate::Upsert>
        where
            $($bounds)*
        {
            /// Takes the whole patch, in place of what was set so far.
            $visibility fn with_patch(self, patch: $patch<$($arguments)*>) -> Self {
                self.__with(patch)
            }

            /// Updates only, with `If-Match: *`: where the item is missing, the answer is `404`.
            $visibility fn with_update_only(mut self) -> Self {
                $crate::Upsert::only_if(&mut self.__request, "if-match");
                self
            }

            /// Creates only, with `If-None-Match: *`: where the item is there, the answer is `412`.
            $visibility fn with_insert_only(mut self) -> Self {
                $crate::Upsert::only_if(&mut self.__request, "if-none-match");
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
