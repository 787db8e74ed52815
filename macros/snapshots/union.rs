#[allow(deprecated)]
const _: () = {
    use ::graph_resource::__private as __graph;
    #[automatically_derived]
    impl ::graph_resource::GraphUnion for Identities {
        const VARIANTS: &'static [&'static __graph::TypeInfo] = &[
            __graph::type_of::<UserIdentity>(),
            __graph::type_of::<Identity>(),
        ];
        const BASE: __graph::Option<__graph::usize> = ::core::option::Option::Some(
            1usize,
        );
        fn read_variant(
            index: __graph::usize,
            object: __graph::Found<'_, '_>,
        ) -> __graph::Result<Self, __graph::Refusal> {
            match index {
                0usize => {
                    __graph::Ok(
                        Self::User(
                            __graph::Into::into(
                                __graph::read::structured::<UserIdentity>(object)?,
                            ),
                        ),
                    )
                }
                1usize => {
                    __graph::Ok(
                        Self::Identity(
                            __graph::Into::into(
                                __graph::read::structured::<Identity>(object)?,
                            ),
                        ),
                    )
                }
                _ => ::core::result::Result::Err(__graph::no_variant(index)),
            }
        }
        fn unknown(object: __graph::DynamicProperties) -> Self {
            Self::Unknown(object)
        }
    }
    #[automatically_derived]
    impl __graph::PropertyValue for Identities {
        fn read<'__de, __D: __graph::Deserializer<'__de>>(
            deserializer: __D,
        ) -> __graph::Result<Self, __D::Error> {
            __graph::read::any(deserializer)
        }
        fn take(
            found: __graph::Found<'_, '_>,
        ) -> __graph::Result<Self, __graph::Refusal> {
            __graph::take_union(found)
        }
        fn write<__S: __graph::Serializer>(
            &self,
            serializer: __S,
            form: __graph::Form<'_>,
        ) -> __graph::Result<__S::Ok, __S::Error> {
            match self {
                Self::User(object) => {
                    __graph::write_variant::<UserIdentity, __S>(object, serializer, form)
                }
                Self::Identity(object) => {
                    __graph::write_variant::<Identity, __S>(object, serializer, form)
                }
                Self::Unknown(object) => {
                    __graph::PropertyValue::write(object, serializer, form)
                }
            }
        }
        fn has_evolved_members(depth: __graph::u8) -> __graph::bool {
            __graph::union_has_evolved_members::<Self>(depth)
        }
    }
    #[automatically_derived]
    impl<'__de> __graph::Deserialize<'__de> for Identities {
        fn deserialize<__D: __graph::Deserializer<'__de>>(
            deserializer: __D,
        ) -> __graph::Result<Self, __D::Error> {
            __graph::read::any(deserializer)
        }
    }
    #[automatically_derived]
    impl __graph::Serialize for Identities {
        fn serialize<__S: __graph::Serializer>(
            &self,
            serializer: __S,
        ) -> __graph::Result<__S::Ok, __S::Error> {
            __graph::PropertyValue::write(
                self,
                serializer,
                __graph::Form::Representation,
            )
        }
    }
};
