//! Unions of a base type and the types derived from it.

use proc_macro2::TokenStream;
use quote::quote;

use crate::model::Union;

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
    let types: Vec<_> = variants.iter().map(|variant| variant.structured).collect();
    let base = union.base.map_or_else(
        || quote!(__graph::None),
        |index| quote!(::core::option::Option::Some(#index)),
    );
    let reads = variants.iter().enumerate().map(|(index, variant)| {
        let (ident, ty) = (variant.ident, variant.ty);
        quote!(#index => <#ty as __graph::PropertyValue>::read(object).map(Self::#ident),)
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
                &[#(<#types as __graph::StructuredType>::TYPE),*];
            const BASE: __graph::Option<__graph::usize> = #base;

            fn read_variant<'__de, __D: __graph::Deserializer<'__de>>(
                index: __graph::usize,
                object: __D,
            ) -> __graph::Result<Self, __D::Error> {
                match index {
                    #(#reads)*
                    _ => __graph::no_variant(index),
                }
            }

            fn unknown(object: __graph::DynamicProperties) -> Self {
                #unknown
            }
        }
    }
}

fn values(union: &Union<'_>) -> TokenStream {
    let Union {
        ident,
        variants,
        unknown,
        ..
    } = union;
    let writes = variants.iter().map(|variant| {
        let (ident, ty) = (variant.ident, variant.structured);
        quote!(Self::#ident(object) => __graph::write_variant::<#ty, __S>(object, serializer, form),)
    });
    let unknown = unknown.map(|unknown| {
        quote!(Self::#unknown(object) => __graph::PropertyValue::write(object, serializer, form),)
    });
    quote! {
        #[automatically_derived]
        impl __graph::PropertyValue for #ident {
            fn read<'__de, __D: __graph::Deserializer<'__de>>(
                deserializer: __D,
            ) -> __graph::Result<Self, __D::Error> {
                __graph::read_union(deserializer)
            }

            fn write<__S: __graph::Serializer>(
                &self,
                serializer: __S,
                form: __graph::Form<'_>,
            ) -> __graph::Result<__S::Ok, __S::Error> {
                match self {
                    #(#writes)*
                    #unknown
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
                __graph::read_union(deserializer)
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
