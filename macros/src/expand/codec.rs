//! The calls that read and write a value: by its type, or through a codec for each `#[graph(with = "…")]`.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::Type;
use syn::spanned::Spanned;

use crate::model::{Kind, Property, StructuredType};

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

/// Returns the span of the type of the field. The compiler reports a missing trait of the type there.
pub(super) fn span(property: &Property<'_>) -> Span {
    property.value_type.span().resolved_at(Span::call_site())
}

/// A call of the reader or the writer for one property.
pub(super) enum Call {
    /// A method, with the last argument if it takes a codec.
    Method(Ident, Option<TokenStream>),
    /// A function of the trait `Field`.
    Function(TokenStream),
}

/// Returns the call for the property, in the object or in its patch. The `verb` is `deserialize` or `serialize`.
pub(super) fn call(property: &Property<'_>, verb: &str, method: &str) -> Call {
    if let Some(codec) = property.codec() {
        return Call::Method(format_ident!("{method}_with"), Some(quote!(, #codec)));
    }
    // In a patch, the other kinds have values of another type, which is a property value in any case.
    if matches!(property.kind, Kind::Replaced | Kind::Navigation) {
        return Call::Function(function(property.value_type, &format!("{verb}_{method}")));
    }
    Call::Method(format_ident!("{method}"), None)
}

/// Returns the function of the trait `Field` for a type: about a type that is no property value, the compiler says the same at each of
/// these functions, and reports it once.
pub(super) fn function(ty: &Type, name: &str) -> TokenStream {
    let name = format_ident!("{name}");
    quote!(<#ty as __graph::Field>::#name)
}

/// Returns the constant of the trait `PatchField` for the field of the property in the patch.
pub(super) fn keep(property: &Property<'_>) -> TokenStream {
    let span = property.value_type.span();
    quote_spanned!(span=> <_ as __graph::PatchField>::KEEP)
}

/// Returns the call of a function of the trait `PatchField` for the field of the property in the patch. Like [`keep`], it is at the type of
/// the field: about a value that cannot be compared, the compiler says the same at each of them, and reports it once.
pub(super) fn field_call(
    property: &Property<'_>,
    graph: &TokenStream,
    name: &str,
    arguments: &TokenStream,
) -> TokenStream {
    let span = property.value_type.span();
    let name = Ident::new(name, span);
    quote_spanned!(span=> <_ as #graph::PatchField>::#name(#arguments))
}
