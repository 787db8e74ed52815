//! Unions of a base type and the types derived from it.

use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};

use super::{json_schema, value};
use crate::model::Union;

pub(super) fn implementations(union: &Union<'_>) -> TokenStream {
    let core = core(union);
    let value = value::plain(union.ident, "Union");
    let schema = json_schema::of_union(union);
    quote!(#core #value #schema)
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
        let ty = variant.structured;
        quote!(<#ty as __graph::VariantType>::INFO)
    });
    let base = union.base().map_or_else(
        || quote!(__graph::None),
        |index| quote!(::core::option::Option::Some(#index)),
    );
    let reads = variants.iter().enumerate().map(|(index, variant)| {
        let (ident, ty) = (variant.ident, variant.structured);
        let read = quote!(<#ty as __graph::VariantType>::deserialize_variant(object)?);
        quote!(#index => __graph::Ok(Self::#ident(__graph::Into::into(#read))),)
    });
    let value = variant_value(union);
    let checked = union.ident.span().resolved_at(Span::call_site());
    let checked = quote_spanned!(checked=> const _: () = __graph::distinct_variants(<#ident as #runtime::GraphUnion>::VARIANTS););
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
        #checked

        #[automatically_derived]
        impl #runtime::GraphUnion for #ident {
            const VARIANTS: &'static [&'static __graph::TypeInfo] =
                &[#(#types),*];
            const BASE: __graph::Option<__graph::usize> = #base;

            fn read_variant(
                index: __graph::usize,
                object: __graph::Input<'_, '_>,
            ) -> __graph::Result<Self, __graph::ValueError> {
                match index {
                    #(#reads)*
                    _ => ::core::result::Result::Err(__graph::no_variant(index)),
                }
            }

            fn unknown(object: __graph::DynamicProperties) -> Self {
                #unknown
            }

            #value
        }
    }
}

/// The value of each variant.
fn variant_value(union: &Union<'_>) -> TokenStream {
    let variants = union.variants.iter().map(|variant| {
        let (ident, ty) = (variant.ident, variant.structured);
        quote!(Self::#ident(object) => <#ty as __graph::VariantType>::as_union_value(object),)
    });
    let unknown = union
        .unknown
        .map(|unknown| quote!(Self::#unknown(object) => __graph::UnionValue::Unknown(object),));
    let others = (!union.is_well_formed()).then(|| {
        quote!(
            #[allow(unreachable_patterns)]
            _ => ::core::unimplemented!(),
        )
    });
    quote! {
        fn value(&self) -> __graph::UnionValue<'_> {
            match self {
                #(#variants)*
                #unknown
                #others
            }
        }
    }
}
