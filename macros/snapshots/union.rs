#[allow(dead_code, deprecated, clippy::self_named_constructors)]
const _: () = {
    use ::graph_resource::__private as __graph;
    const _: () = __graph::distinct_variants(
        <Identities as ::graph_resource::GraphUnion>::VARIANTS,
    );
    #[automatically_derived]
    impl ::graph_resource::GraphUnion for Identities {
        const VARIANTS: &'static [&'static __graph::TypeInfo] = &[
            <UserIdentity as __graph::VariantType>::INFO,
            <Identity as __graph::VariantType>::INFO,
        ];
        const BASE: __graph::Option<__graph::usize> = ::core::option::Option::Some(
            1usize,
        );
        fn read_variant(
            index: __graph::usize,
            object: __graph::Input<'_, '_>,
        ) -> __graph::Result<Self, __graph::ValueError> {
            match index {
                0usize => {
                    __graph::Ok(
                        Self::User(
                            __graph::Into::into(
                                <UserIdentity as __graph::VariantType>::deserialize_variant(
                                    object,
                                )?,
                            ),
                        ),
                    )
                }
                1usize => {
                    __graph::Ok(
                        Self::Identity(
                            __graph::Into::into(
                                <Identity as __graph::VariantType>::deserialize_variant(
                                    object,
                                )?,
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
        fn value(&self) -> __graph::UnionValue<'_> {
            match self {
                Self::User(object) => {
                    <UserIdentity as __graph::VariantType>::as_union_value(object)
                }
                Self::Identity(object) => {
                    <Identity as __graph::VariantType>::as_union_value(object)
                }
                Self::Unknown(object) => __graph::UnionValue::Unknown(object),
            }
        }
    }
    #[automatically_derived]
    impl __graph::Shaped for Identities {
        type Shape = __graph::Union;
    }
    #[automatically_derived]
    impl __graph::Serialize for Identities {
        fn serialize<__S: __graph::Serializer>(
            &self,
            serializer: __S,
        ) -> __graph::Result<__S::Ok, __S::Error> {
            __graph::serialize(self, serializer)
        }
    }
    #[automatically_derived]
    impl<'__de> __graph::Deserialize<'__de> for Identities {
        fn deserialize<__D: __graph::Deserializer<'__de>>(
            deserializer: __D,
        ) -> __graph::Result<Self, __D::Error> {
            __graph::deserialize(deserializer)
        }
    }
};
