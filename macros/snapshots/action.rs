/// The request that calls [`AddPassword`]: `POST /applications/{id}/addPassword`.
#[must_use = "a request does nothing until it is sent"]
pub struct AddPasswordCall {
    __parameters: AddPassword,
    __parts: ::graph_resource::__private::RequestParts,
}
#[allow(dead_code, deprecated, clippy::self_named_constructors)]
const _: () = {
    use ::graph_resource::__private as __graph;
    static __TYPE: __graph::TypeInfo = __graph::TypeInfo::new(
            "#microsoft.graph.addPassword",
            false,
            &[
                __graph::property("displayName", <String as __graph::Field>::EDM),
                __graph::property("hint", <String as __graph::Field>::EDM)
                    .nullable()
                    .sensitive(),
            ],
        )
        .selecting();
    #[automatically_derived]
    impl __graph::WriteProperties for AddPassword {
        fn write(&self, writer: &mut __graph::PropertyWriter<'_>) {
            <String as __graph::Field>::serialize_value(
                writer,
                "displayName",
                &self.display_name,
            );
            <String as __graph::Field>::serialize_optional(writer, "hint", &self.hint);
        }
    }
    impl AddPassword {
        /// Returns the request that calls it: `POST /applications/{id}/addPassword`.
        pub fn call(
            id: impl __graph::Key,
            display_name: impl __graph::IntoProperty<String>,
        ) -> AddPasswordCall {
            let __parts = __graph::RequestParts::call(
                __graph::None,
                "/applications/{id}/addPassword",
                &[&id],
                <Password as ::graph_resource::Returned>::shape(),
            );
            AddPasswordCall {
                __parameters: AddPassword {
                    display_name: {
                        let value = display_name;
                        __graph::IntoProperty::<String>::into_property(value)
                    },
                    hint: __graph::None,
                },
                __parts,
            }
        }
        /// Returns the request that calls it: `POST /me/addPassword`.
        pub fn mine(
            display_name: impl __graph::IntoProperty<String>,
        ) -> AddPasswordCall {
            let __parts = __graph::RequestParts::call(
                __graph::None,
                "/me/addPassword",
                &[],
                <Password as ::graph_resource::Returned>::shape(),
            );
            AddPasswordCall {
                __parameters: AddPassword {
                    display_name: {
                        let value = display_name;
                        __graph::IntoProperty::<String>::into_property(value)
                    },
                    hint: __graph::None,
                },
                __parts,
            }
        }
    }
    #[automatically_derived]
    impl ::core::clone::Clone for AddPasswordCall {
        fn clone(&self) -> Self {
            Self {
                __parameters: AddPassword {
                    display_name: <String as __graph::Parameter>::copy(
                        &self.__parameters.display_name,
                    ),
                    hint: <Option<
                        String,
                    > as __graph::Parameter>::copy(&self.__parameters.hint),
                },
                __parts: ::core::clone::Clone::clone(&self.__parts),
            }
        }
    }
    #[automatically_derived]
    impl ::core::cmp::PartialEq for AddPasswordCall {
        fn eq(&self, other: &Self) -> __graph::bool {
            self.__parts == other.__parts
                && <String as __graph::Parameter>::equals(
                    &self.__parameters.display_name,
                    &other.__parameters.display_name,
                )
                && <Option<
                    String,
                > as __graph::Parameter>::equals(
                    &self.__parameters.hint,
                    &other.__parameters.hint,
                )
        }
    }
    #[automatically_derived]
    impl ::core::fmt::Debug for AddPasswordCall {
        fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            __graph::debug(&self.__parameters, &__TYPE, "AddPasswordCall", f)
        }
    }
    #[automatically_derived]
    impl ::graph_resource::Request for AddPasswordCall {
        type Answer = Password;
        fn to_http_request(
            &self,
            endpoint: &::graph_resource::Endpoint,
        ) -> __graph::Result<
            __graph::http::Request<__graph::Bytes>,
            ::graph_resource::Error,
        > {
            __graph::call_action(&self.__parts, &self.__parameters, &__TYPE, endpoint)
        }
        fn path_template(&self) -> &'static __graph::str {
            __graph::RequestParts::path_template(&self.__parts)
        }
        fn read_answer(
            response: &__graph::http::Response<__graph::Bytes>,
        ) -> __graph::Result<Password, ::graph_resource::Error> {
            <Password as ::graph_resource::Returned>::read(response)
        }
    }
    __graph::request_methods!([] AddPasswordCall, [], __parts);
    __graph::sending_methods!([] AddPasswordCall, [], Password);
    impl AddPasswordCall {
        /// The property `hint`.
        pub fn hint(mut self, value: impl __graph::IntoProperty<String>) -> Self {
            <_ as __graph::PatchField>::assign(&mut self.__parameters.hint, value);
            self
        }
    }
};
