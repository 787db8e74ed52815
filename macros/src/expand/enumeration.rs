//! Evolvable enums.

use proc_macro2::TokenStream;
use quote::quote;

use super::{json_schema, value};
use crate::model::Enumeration;
use crate::name;

pub(super) fn implementations(enumeration: &Enumeration<'_>) -> TokenStream {
    let core = core(enumeration);
    let values = if enumeration.is_flags {
        flags(enumeration)
    } else {
        value::plain(enumeration.ident, "Enumeration")
    };
    let text = text(enumeration);
    let schema = json_schema::of_enum(enumeration);
    quote!(#core #values #text #schema)
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
    let name = format!("microsoft.graph.{}", name::of_type(ident));
    let documentation = json_schema::documentation_of_enum(enumeration);
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
            const INFO: &'static __graph::EnumInfo = &__graph::EnumInfo::new(#name, Self::MEMBERS) #documentation;

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

/// Implements the traits of an enum with `flags`, whose members can be combined.
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
        impl #ident {
            /// Returns the wire name of the member.
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
