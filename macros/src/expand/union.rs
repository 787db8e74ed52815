//! Unions of a base type and the types derived from it.

use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;

use crate::model::{Union, UnionVariant};

pub(super) fn implementations(union: &Union<'_>) -> TokenStream {
    let core = core(union);
    let values = values(union);
    quote!(#core #values)
}

fn core(union: &Union<'_>) -> TokenStream {
    let Union {
        ident,
        runtime,
        variants,
        unknown,
        ..
    } = union;
    let types = variants.iter().map(|variant| {
        let (ty, span) = (variant.structured, span(variant));
        quote_spanned!(span=> __graph::type_of::<#ty>())
    });
    let base = union.base().map_or_else(
        || quote!(__graph::None),
        |index| quote!(::core::option::Option::Some(#index)),
    );
    let reads = variants.iter().enumerate().map(|(index, variant)| {
        let (ident, ty, span) = (variant.ident, variant.structured, span(variant));
        let read = quote_spanned!(span=> __graph::read::structured::<#ty>(object)?);
        quote!(#index => __graph::Ok(Self::#ident(__graph::Into::into(#read))),)
    });
    let unknown = unknown.map_or_else(
        || {
            quote!({
                let _ = object;
                ::core::unimplemented!()
            })
        },
        |unknown| quote!(Self::#unknown(object)),
    );
    quote! {
        #[automatically_derived]
        impl #runtime::GraphUnion for #ident {
            const VARIANTS: &'static [&'static __graph::TypeInfo] =
                &[#(#types),*];
            const BASE: __graph::Option<__graph::usize> = #base;

            fn read_variant(
                index: __graph::usize,
                object: __graph::Found<'_, '_>,
            ) -> __graph::Result<Self, __graph::Refusal> {
                match index {
                    #(#reads)*
                    _ => ::core::result::Result::Err(__graph::no_variant(index)),
                }
            }

            fn unknown(object: __graph::DynamicProperties) -> Self {
                #unknown
            }
        }
    }
}

/// Where the type of the variant is: what it lacks is reported there.
fn span(variant: &UnionVariant<'_>) -> Span {
    variant.structured.span().resolved_at(Span::call_site())
}

fn values(union: &Union<'_>) -> TokenStream {
    let Union {
        ident,
        variants,
        unknown,
        ..
    } = union;
    let writes = variants.iter().map(|variant| {
        let (ident, ty, span) = (variant.ident, variant.structured, span(variant));
        let write =
            quote_spanned!(span=> __graph::write_variant::<#ty, __S>(object, serializer, form));
        quote!(Self::#ident(object) => #write,)
    });
    let unknown = unknown.map(|unknown| {
        quote!(Self::#unknown(object) => __graph::PropertyValue::write(object, serializer, form),)
    });
    let others = (!union.is_well_formed()).then(|| {
        quote!(
            #[allow(unreachable_patterns)]
            _ => ::core::unimplemented!(),
        )
    });
    quote! {
        #[automatically_derived]
        impl __graph::PropertyValue for #ident {
            fn read<'__de, __D: __graph::Deserializer<'__de>>(
                deserializer: __D,
            ) -> __graph::Result<Self, __D::Error> {
                __graph::read::any(deserializer)
            }

            fn take(found: __graph::Found<'_, '_>) -> __graph::Result<Self, __graph::Refusal> {
                __graph::take_union(found)
            }

            fn write<__S: __graph::Serializer>(
                &self,
                serializer: __S,
                form: __graph::Form<'_>,
            ) -> __graph::Result<__S::Ok, __S::Error> {
                match self {
                    #(#writes)*
                    #unknown
                    #others
                }
            }

            fn has_evolved_members(depth: __graph::u8) -> __graph::bool {
                __graph::union_has_evolved_members::<Self>(depth)
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
                __graph::PropertyValue::write(self, serializer, __graph::Form::Representation)
            }
        }
    }
}
