//! Writing: the resource, its patch, and the properties that only a create carries.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::codec::{self, Call};
use super::generics::{self, Parts};
use crate::model::{Kind, Property, StructuredType};

/// Writing the whole object.
pub(super) fn implementations(resource: &StructuredType<'_>) -> TokenStream {
    let ident = resource.ident;
    let generics = generics::of_impl(resource);
    let writes = resource.properties.iter().map(whole);
    let writing = properties(ident, &generics, writes);
    let masked = resource.is_sensitive().then(|| debug(ident, &generics));
    quote!(#writing #masked)
}

/// A field of the whole object.
pub(super) fn whole(field: &Property<'_>) -> TokenStream {
    let ident = field.ident;
    match field.kind {
        Kind::Invalid => TokenStream::new(),
        Kind::Extra => quote!(writer.dynamic(&self.#ident);),
        _ if field.is_type_name() => quote!(writer.odata_type(&self.#ident);),
        Kind::Base => quote!(__graph::WriteProperties::write(&self.#ident, writer);),
        Kind::BoundCollection if field.is_reference() => {
            property(field, &field.whole_name(), "filled")
        }
        _ => {
            let method = match field.is_nullable {
                _ if field.writes_null => "optional_or_null",
                true => "optional",
                false => "value",
            };
            let is_set = if field.is_nullable {
                quote!(self.#ident.is_some())
            } else {
                quote!(true)
            };
            let annotation = type_annotation(field, &is_set);
            let property = property(field, &field.whole_name(), method);
            quote!(#annotation #property)
        }
    }
}

/// A property of a patch.
pub(super) fn change(field: &Property<'_>) -> TokenStream {
    let ident = field.ident;
    match field.kind {
        Kind::Extra => quote!(writer.dynamic_changes(&self.#ident);),
        _ if field.is_type_name() => quote!(writer.odata_type(&self.#ident);),
        Kind::Base => quote!(__graph::WriteProperties::write(&self.#ident, writer);),
        _ if field.is_clearable() => {
            let annotation = type_annotation(field, &quote!(self.#ident.is_set()));
            let property = property(field, &field.patch_name(), "change");
            quote!(#annotation #property)
        }
        _ => {
            let annotation = type_annotation(field, &quote!(self.#ident.is_some()));
            let property = property(field, &field.patch_name(), "optional");
            quote!(#annotation #property)
        }
    }
}

/// The annotation before a property that tells its type, if it has a value.
fn type_annotation(property: &Property<'_>, is_set: &TokenStream) -> Option<TokenStream> {
    let annotation = property.type_annotation()?;
    let (name, ty) = (&property.wire_name, property.value_type);
    Some(quote! {
        writer.type_annotation(#name, #annotation, <#ty as __graph::Field>::EDM, #is_set);
    })
}

/// A property that only a create carries.
pub(super) fn create_only(field: &Property<'_>) -> TokenStream {
    if field.is_required() {
        return required(field);
    }
    let ident = field.ident;
    let annotation = type_annotation(field, &quote!(self.#ident.is_some()));
    let property = property(field, &field.wire_name, "optional");
    quote!(#annotation #property)
}

/// A property that a create requires.
pub(super) fn required(field: &Property<'_>) -> TokenStream {
    let annotation = type_annotation(field, &quote!(true));
    let property = property(field, &field.wire_name, "value");
    quote!(#annotation #property)
}

/// `impl WriteProperties`.
pub(super) fn properties(
    ident: &Ident,
    generics: &Parts,
    writes: impl Iterator<Item = TokenStream>,
) -> TokenStream {
    let Parts {
        parameters,
        arguments,
        bounds,
    } = generics;
    quote! {
        #[automatically_derived]
        impl #parameters __graph::WriteProperties for #ident #arguments #bounds {
            fn write(&self, writer: &mut __graph::PropertyWriter<'_>) {
                #(#writes)*
            }
        }
    }
}

fn property(property: &Property<'_>, name: &str, method: &str) -> TokenStream {
    let ident = property.ident;
    let write = |name: &TokenStream| match codec::call(property, "serialize", method) {
        Call::Method(method, codec) => quote!(writer.#method(#name, &self.#ident #codec);),
        Call::Function(function) => quote!(#function(writer, #name, &self.#ident);),
    };
    if property.is_extension() {
        let write = write(&quote!(&name));
        return quote!({
            let name = writer.extension_name(#name);
            #write
        });
    }
    write(&quote!(#name))
}

/// Implements `Debug`, which shows the JSON of the object with sensitive properties masked.
pub(super) fn debug(ident: &Ident, generics: &Parts) -> TokenStream {
    let Parts {
        parameters,
        arguments,
        bounds,
    } = generics;
    let name = ident.to_string();
    quote! {
        #[automatically_derived]
        impl #parameters ::core::fmt::Debug for #ident #arguments #bounds {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                __graph::debug(self, &__TYPE, #name, f)
            }
        }
    }
}
