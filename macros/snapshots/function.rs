/// The request that calls [`GetSourceImages`]: `GET /images/getSourceImages`.
#[must_use = "a request does nothing until it is sent"]
struct GetSourceImagesCall {
    __parameters: GetSourceImages,
    __parts: ::graph_resource::__private::RequestParts,
}
#[allow(dead_code, deprecated, clippy::self_named_constructors)]
const _: () = {
    use ::graph_resource::__private as __graph;
    static __TYPE: __graph::TypeInfo = __graph::TypeInfo::new(
            "#microsoft.graph.getSourceImages",
            false,
            &[__graph::property("sourceImageIds", <Vec<String> as __graph::Field>::EDM)],
        )
        .selecting()
        .with_evolved_members(|depth| __graph::evolved::<Vec<String>>(depth));
    #[automatically_derived]
    impl __graph::WriteProperties for GetSourceImages {
        fn write(&self, writer: &mut __graph::PropertyWriter<'_>) {
            <Vec<
                String,
            > as __graph::Field>::serialize_value(
                writer,
                "sourceImageIds",
                &self.source_image_ids,
            );
        }
    }
    impl GetSourceImages {
        /// Returns the request that calls it: `GET /images/getSourceImages`.
        fn call(
            source_image_ids: impl ::core::iter::IntoIterator<
                Item = impl __graph::IntoProperty<String>,
            >,
        ) -> GetSourceImagesCall {
            let __parts = __graph::RequestParts::call(
                __graph::Some(::graph_resource::ApiVersion::Beta),
                "/images/getSourceImages",
                &[],
                <Vec<Image> as ::graph_resource::Returned>::shape(),
            );
            GetSourceImagesCall {
                __parameters: GetSourceImages {
                    source_image_ids: {
                        let value = source_image_ids;
                        __graph::IntoProperty::<
                            Vec<String>,
                        >::into_property(__graph::elements::<String, _>(value))
                    },
                },
                __parts,
            }
        }
    }
    #[automatically_derived]
    impl ::core::clone::Clone for GetSourceImagesCall {
        fn clone(&self) -> Self {
            Self {
                __parameters: GetSourceImages {
                    source_image_ids: <Vec<
                        String,
                    > as __graph::Parameter>::copy(&self.__parameters.source_image_ids),
                },
                __parts: ::core::clone::Clone::clone(&self.__parts),
            }
        }
    }
    #[automatically_derived]
    impl ::core::cmp::PartialEq for GetSourceImagesCall {
        fn eq(&self, other: &Self) -> __graph::bool {
            self.__parts == other.__parts
                && <Vec<
                    String,
                > as __graph::Parameter>::equals(
                    &self.__parameters.source_image_ids,
                    &other.__parameters.source_image_ids,
                )
        }
    }
    #[automatically_derived]
    impl ::core::fmt::Debug for GetSourceImagesCall {
        fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            __graph::debug(&self.__parameters, &__TYPE, "GetSourceImagesCall", f)
        }
    }
    #[automatically_derived]
    impl ::graph_resource::Request for GetSourceImagesCall {
        type Answer = Vec<Image>;
        fn to_http_request(
            &self,
            endpoint: &::graph_resource::Endpoint,
        ) -> __graph::Result<
            __graph::http::Request<__graph::Bytes>,
            ::graph_resource::Error,
        > {
            __graph::call_function(&self.__parts, &self.__parameters, &__TYPE, endpoint)
        }
        fn path_template(&self) -> &'static __graph::str {
            __graph::RequestParts::path_template(&self.__parts)
        }
        fn read_answer(
            response: &__graph::http::Response<__graph::Bytes>,
        ) -> __graph::Result<Vec<Image>, ::graph_resource::Error> {
            <Vec<Image> as ::graph_resource::Returned>::read(response)
        }
    }
    __graph::request_methods!([] GetSourceImagesCall, [], __parts);
    __graph::sending_methods!([] GetSourceImagesCall, [], Vec < Image >);
};
