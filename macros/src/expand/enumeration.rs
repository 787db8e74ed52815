//! Evolvable enums.

use proc_macro2::TokenStream;
use quote::quote;

use crate::model::Enumeration;

pub(super) fn implementations(enumeration: &Enumeration<'_>) -> TokenStream {
    let core = core(enumeration);
    let values = if enumeration.is_flags {
        flags(enumeration)
    } else {
        values(enumeration)
    };
    let text = text(enumeration);
    quote!(#core #values #text)
}

fn core(enumeration: &Enumeration<'_>) -> TokenStream {
    let Enumeration {
        ident,
        runtime,
        members,
        unknown,
        has_evolved,
        ..
    } = enumeration;
    let names: Vec<_> = members.iter().map(|member| &member.wire_name).collect();
    let variants: Vec<_> = members.iter().map(|member| member.ident).collect();
    let indices = 0..variants.len();
    let (to_unknown, from_unknown) = match unknown {
        Some(unknown) => (
            quote!(Self::#unknown(name)),
            quote!(Self::#unknown(name) => name,),
        ),
        None => (
            quote!({
                let _ = name;
                ::core::unimplemented!()
            }),
            quote!(
                #[allow(unreachable_patterns)]
                _ => ::core::unimplemented!(),
            ),
        ),
    };
    quote! {
        #[automatically_derived]
        impl #runtime::GraphEnum for #ident {
            const MEMBERS: &'static [&'static __graph::str] = &[#(#names),*];
            const HAS_EVOLVED: __graph::bool = #has_evolved;

            fn from_index(index: __graph::usize) -> ::core::option::Option<Self> {
                match index {
                    #(#indices => ::core::option::Option::Some(Self::#variants),)*
                    _ => ::core::option::Option::None,
                }
            }

            fn unknown(name: __graph::String) -> Self {
                #to_unknown
            }

            fn name(&self) -> &__graph::str {
                match self {
                    #(Self::#variants => #names,)*
                    #from_unknown
                }
            }
        }
    }
}

fn values(enumeration: &Enumeration<'_>) -> TokenStream {
    let ident = enumeration.ident;
    quote! {
        #[automatically_derived]
        impl __graph::PropertyValue for #ident {
            fn read<'__de, __D: __graph::Deserializer<'__de>>(
                deserializer: __D,
            ) -> __graph::Result<Self, __D::Error> {
                __graph::read::any(deserializer)
            }

            fn take(found: __graph::Found<'_, '_>) -> __graph::Result<Self, __graph::Refusal> {
                __graph::take_enum(found)
            }

            fn write<__S: __graph::Serializer>(
                &self,
                serializer: __S,
                form: __graph::Form<'_>,
            ) -> __graph::Result<__S::Ok, __S::Error> {
                __graph::write_enum(self, serializer, form)
            }

            fn has_evolved_members(_: __graph::u8) -> __graph::bool {
                <Self as __graph::GraphEnum>::HAS_EVOLVED
            }
        }

        #[automatically_derived]
        impl<'__de> __graph::Deserialize<'__de> for #ident {
            fn deserialize<__D: __graph::Deserializer<'__de>>(
                deserializer: __D,
            ) -> __graph::Result<Self, __D::Error> {
                __graph::read::any(deserializer)
            }
        }

        #[automatically_derived]
        impl __graph::Serialize for #ident {
            fn serialize<__S: __graph::Serializer>(
                &self,
                serializer: __S,
            ) -> __graph::Result<__S::Ok, __S::Error> {
                __graph::write_enum(self, serializer, __graph::Form::Representation)
            }
        }
    }
}

/// Members that are combined: the set of them is the value.
fn flags(enumeration: &Enumeration<'_>) -> TokenStream {
    let ident = enumeration.ident;
    quote! {
        #[automatically_derived]
        impl __graph::FlagsEnum for #ident {}

        #[automatically_derived]
        impl ::core::ops::BitOr for #ident {
            type Output = __graph::Flags<Self>;

            fn bitor(self, other: Self) -> Self::Output {
                <Self::Output as ::core::convert::From<[Self; 2]>>::from([self, other])
            }
        }
    }
}

fn text(enumeration: &Enumeration<'_>) -> TokenStream {
    let Enumeration {
        ident,
        visibility,
        runtime,
        ..
    } = enumeration;
    quote! {
        #[automatically_derived]
        impl #ident {
            /// The wire name of the member.
            #[must_use]
            #visibility fn as_str(&self) -> &__graph::str {
                #runtime::GraphEnum::name(self)
            }
        }

        #[automatically_derived]
        impl ::core::fmt::Display for #ident {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.pad(self.as_str())
            }
        }

        #[automatically_derived]
        impl ::core::str::FromStr for #ident {
            type Err = ::core::convert::Infallible;

            fn from_str(name: &__graph::str) -> __graph::Result<Self, Self::Err> {
                __graph::Ok(#runtime::GraphEnum::from_name(name))
            }
        }
    }
}
