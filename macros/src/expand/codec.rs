//! The calls that read and write a value: by its type, or through a codec for each `#[graph(with = "…")]`.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use syn::spanned::Spanned;

use crate::model::{Property, StructuredType};

pub(super) fn implementations(resource: &StructuredType<'_>) -> TokenStream {
    resource
        .properties
        .iter()
        .filter_map(|property| implementation(resource, property))
        .collect()
}

fn implementation(resource: &StructuredType<'_>, property: &Property<'_>) -> Option<TokenStream> {
    let (with, codec, ty) = (property.with()?, property.codec()?, property.value_type);
    let super::generics::Parts {
        parameters, bounds, ..
    } = super::generics::of_value(resource, ty);
    // The span of the module's path, so that a module without the function is reported there.
    let span = with.span().resolved_at(Span::call_site());
    let [read, write] = ["deserialize", "serialize"].map(|name| Ident::new(name, span));
    Some(quote! {
        struct #codec;

        impl #parameters __graph::Codec<#ty> for #codec #bounds {
            fn read<'__de, __D: __graph::Deserializer<'__de>>(
                &self,
                deserializer: __D,
            ) -> __graph::Result<#ty, __D::Error> {
                #with::#read(deserializer)
            }

            fn write<__S: __graph::Serializer>(
                &self,
                value: &#ty,
                serializer: __S,
                _: __graph::Form<'_>,
            ) -> __graph::Result<__S::Ok, __S::Error> {
                #with::#write(value, serializer)
            }
        }
    })
}

/// A call of the reader or the writer for one property.
pub(super) struct Call {
    /// The span of the call: the type of the field, so that a type that cannot be a property is reported there.
    pub(super) span: Span,
    pub(super) method: Ident,
    /// The last argument, if the method takes one.
    pub(super) codec: Option<TokenStream>,
}

/// Returns the span of the type of the field. The compiler reports a missing trait of the type there.
pub(super) fn span(property: &Property<'_>) -> Span {
    property.value_type.span().resolved_at(Span::call_site())
}

pub(super) fn call(property: &Property<'_>, method: &str) -> Call {
    let span = span(property);
    match property.codec() {
        Some(codec) => Call {
            span,
            method: Ident::new(&format!("{method}_with"), span),
            codec: Some(quote!(, #codec)),
        },
        None => Call {
            span,
            method: Ident::new(method, span),
            codec: None,
        },
    }
}
