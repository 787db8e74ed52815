//! A codec for each `#[graph(with = "…")]`.

use proc_macro2::TokenStream;
use quote::quote;

use crate::model::{Property, Resource};

pub(super) fn implementations(resource: &Resource<'_>) -> TokenStream {
    resource
        .properties
        .iter()
        .filter_map(|property| implementation(resource, property))
        .collect()
}

fn implementation(resource: &Resource<'_>, property: &Property<'_>) -> Option<TokenStream> {
    let (with, codec, ty) = (property.with()?, property.codec()?, property.value_type);
    let super::generics::Parts {
        parameters, bounds, ..
    } = super::generics::of_value(resource, ty);
    Some(quote! {
        struct #codec;

        impl #parameters __graph::Codec<#ty> for #codec #bounds {
            fn read<'__de, __D: __graph::Deserializer<'__de>>(
                &self,
                deserializer: __D,
            ) -> __graph::Result<#ty, __D::Error> {
                #with::deserialize(deserializer)
            }

            fn write<__S: __graph::Serializer>(
                &self,
                value: &#ty,
                serializer: __S,
                _: __graph::Form,
            ) -> __graph::Result<__S::Ok, __S::Error> {
                #with::serialize(value, serializer)
            }
        }
    })
}
