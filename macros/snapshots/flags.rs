#[allow(deprecated)]
const _: () = {
    use ::graph_resource::__private as __graph;
    #[automatically_derived]
    impl ::graph_resource::GraphEnum for Architecture {
        const MEMBERS: &'static [&'static __graph::str] = &["x86", "x64"];
        const HAS_EVOLVED: __graph::bool = true;
        const INFO: &'static __graph::EnumInfo = &__graph::EnumInfo::new(
            "microsoft.graph.architecture",
            Self::MEMBERS,
        );
        fn from_index(index: __graph::usize) -> ::core::option::Option<Self> {
            match index {
                0usize => ::core::option::Option::Some(Self::X86),
                1usize => ::core::option::Option::Some(Self::X64),
                _ => ::core::option::Option::None,
            }
        }
        fn unknown(name: __graph::String) -> Self {
            Self::Unknown(name)
        }
        fn name(&self) -> &__graph::str {
            match self {
                Self::X86 => "x86",
                Self::X64 => "x64",
                Self::Unknown(name) => name,
            }
        }
    }
    #[automatically_derived]
    impl __graph::FlagsEnum for Architecture {}
    #[automatically_derived]
    impl ::core::ops::BitOr for Architecture {
        type Output = __graph::Flags<Self>;
        fn bitor(self, other: Self) -> Self::Output {
            <Self::Output as ::core::convert::From<[Self; 2]>>::from([self, other])
        }
    }
    impl Architecture {
        /// Returns the wire name of the member.
        #[must_use]
        pub fn as_str(&self) -> &__graph::str {
            ::graph_resource::GraphEnum::name(self)
        }
    }
    #[automatically_derived]
    impl ::core::fmt::Display for Architecture {
        fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            f.pad(self.as_str())
        }
    }
    #[automatically_derived]
    impl ::core::str::FromStr for Architecture {
        type Err = ::core::convert::Infallible;
        fn from_str(name: &__graph::str) -> __graph::Result<Self, Self::Err> {
            __graph::Ok(::graph_resource::GraphEnum::from_name(name))
        }
    }
};
