#[allow(deprecated)]
const _: () = {
    use ::graph_resource::__private as __graph;
    #[automatically_derived]
    impl ::graph_resource::GraphEnum for Status {
        const MEMBERS: &'static [&'static __graph::str] = &["pending", "isReady"];
        const HAS_EVOLVED: __graph::bool = false;
        const INFO: &'static __graph::EnumInfo = &__graph::EnumInfo::new(
            "microsoft.graph.status",
            Self::MEMBERS,
        );
        fn from_index(index: __graph::usize) -> ::core::option::Option<Self> {
            match index {
                0usize => ::core::option::Option::Some(Self::Pending),
                1usize => ::core::option::Option::Some(Self::Ready),
                _ => ::core::option::Option::None,
            }
        }
        fn unknown(name: __graph::String) -> Self {
            Self::Unknown(name)
        }
        fn name(&self) -> &__graph::str {
            match self {
                Self::Pending => "pending",
                Self::Ready => "isReady",
                Self::Unknown(name) => name,
            }
        }
    }
    #[automatically_derived]
    impl __graph::Shaped for Status {
        type Shape = __graph::Enumeration;
    }
    #[automatically_derived]
    impl __graph::Serialize for Status {
        fn serialize<__S: __graph::Serializer>(
            &self,
            serializer: __S,
        ) -> __graph::Result<__S::Ok, __S::Error> {
            __graph::serialize(self, serializer)
        }
    }
    #[automatically_derived]
    impl<'__de> __graph::Deserialize<'__de> for Status {
        fn deserialize<__D: __graph::Deserializer<'__de>>(
            deserializer: __D,
        ) -> __graph::Result<Self, __D::Error> {
            __graph::deserialize(deserializer)
        }
    }
    impl Status {
        /// Returns the wire name of the member.
        #[must_use]
        pub fn as_str(&self) -> &__graph::str {
            ::graph_resource::GraphEnum::name(self)
        }
    }
    #[automatically_derived]
    impl ::core::fmt::Display for Status {
        fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            f.pad(self.as_str())
        }
    }
    #[automatically_derived]
    impl ::core::str::FromStr for Status {
        type Err = ::core::convert::Infallible;
        fn from_str(name: &__graph::str) -> __graph::Result<Self, Self::Err> {
            __graph::Ok(::graph_resource::GraphEnum::from_name(name))
        }
    }
};
