//! The methods that every request has.
//!
//! They are methods of each type, not of a trait, so that they need no import. Those that send are in `client/sending.rs`.

/// Implements them for `$request`, whose [`RequestParts`](super::RequestParts) are in the field `$parts`.
///
/// Methods that borrow are called by path: a blanket trait of the user's may have one of that name by value, which method syntax
/// would prefer.
#[doc(hidden)]
#[macro_export]
macro_rules! __request_methods {
    ([$($parameters:tt)*] $request:ty, [$($bounds:tt)*], $($parts:ident).+) => {
        impl<$($parameters)*> $request
        where
            $($bounds)*
        {
            /// Adds a header. `Authorization`, `Host` and the headers that frame a body are set by the client.
            pub fn with_header(
                mut self,
                name: impl ::core::convert::Into<$crate::__private::Cow<'static, $crate::__private::str>>,
                value: impl ::core::convert::Into<$crate::__private::Cow<'static, $crate::__private::str>>,
            ) -> Self {
                $crate::__private::RequestParts::push_header(&mut self.$($parts).+, name.into(), value.into());
                self
            }

            /// Adds a query option, such as `("$select", "id,displayName")`. Name and value are encoded here.
            pub fn with_query(
                mut self,
                name: impl ::core::convert::AsRef<$crate::__private::str>,
                value: impl ::core::convert::AsRef<$crate::__private::str>,
            ) -> Self {
                let (name, value) = (::core::convert::AsRef::as_ref(&name), ::core::convert::AsRef::as_ref(&value));
                $crate::__private::RequestParts::push_query(&mut self.$($parts).+, name, value);
                self
            }

            /// Sets the retry policy of this request, which overrides that of the client.
            pub fn with_retry(mut self, retry: $crate::Retry) -> Self {
                $crate::__private::RequestParts::set_retry(&mut self.$($parts).+, retry);
                self
            }

            /// Builds the exact request, except for what the client adds: `Authorization`, `User-Agent` and `client-request-id`.
            ///
            /// # Errors
            ///
            /// Those of [`Request::to_http_request`]($crate::Request::to_http_request).
            pub fn to_http_request(
                &self,
                endpoint: &$crate::Endpoint,
            ) -> $crate::__private::Result<$crate::__private::http::Request<$crate::__private::Bytes>, $crate::Error> {
                $crate::Request::to_http_request(self, endpoint)
            }
        }
    };
}
