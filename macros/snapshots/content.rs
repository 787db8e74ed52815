/// The request that calls [`SendMime`]: `POST /me/sendMail`.
#[must_use = "a request does nothing until it is sent"]
pub struct SendMimeCall {
    __parameters: SendMime,
    __parts: ::graph_resource::__private::RequestParts,
}
#[allow(dead_code, deprecated, clippy::self_named_constructors)]
const _: () = {
    use ::graph_resource::__private as __graph;
    impl SendMime {
        /// Returns the request that calls it: `POST /me/sendMail`.
        pub fn call(mime: impl __graph::Into<Bytes>) -> SendMimeCall {
            let __parts = __graph::RequestParts::call(
                __graph::None,
                "/me/sendMail",
                &[],
                <() as ::graph_resource::Returned>::shape(),
            );
            SendMimeCall {
                __parameters: SendMime {
                    mime: __graph::Into::into(mime),
                },
                __parts,
            }
        }
    }
    #[automatically_derived]
    impl ::core::clone::Clone for SendMimeCall {
        fn clone(&self) -> Self {
            Self {
                __parameters: SendMime {
                    mime: <Bytes as __graph::Parameter>::copy(&self.__parameters.mime),
                },
                __parts: ::core::clone::Clone::clone(&self.__parts),
            }
        }
    }
    #[automatically_derived]
    impl ::core::cmp::PartialEq for SendMimeCall {
        fn eq(&self, other: &Self) -> __graph::bool {
            self.__parts == other.__parts
                && <Bytes as __graph::Parameter>::equals(
                    &self.__parameters.mime,
                    &other.__parameters.mime,
                )
        }
    }
    #[automatically_derived]
    impl ::core::fmt::Debug for SendMimeCall {
        fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            f.write_str("SendMimeCall")
        }
    }
    #[automatically_derived]
    impl ::graph_resource::Request for SendMimeCall {
        type Answer = ();
        fn to_http_request(
            &self,
            endpoint: &::graph_resource::Endpoint,
        ) -> __graph::Result<
            __graph::http::Request<__graph::Bytes>,
            ::graph_resource::Error,
        > {
            __graph::call_with_content(
                &self.__parts,
                "text/plain",
                __graph::AsRef::<[__graph::u8]>::as_ref(&self.__parameters.mime),
                endpoint,
            )
        }
        fn path_template(&self) -> &'static __graph::str {
            __graph::RequestParts::path_template(&self.__parts)
        }
        fn read_answer(
            response: &__graph::http::Response<__graph::Bytes>,
        ) -> __graph::Result<(), ::graph_resource::Error> {
            <() as ::graph_resource::Returned>::read(response)
        }
    }
    __graph::request_methods!([] SendMimeCall, [], __parts);
    __graph::sending_methods!([] SendMimeCall, [], ());
};
