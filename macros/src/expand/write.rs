//! Writing: the resource, its patch, and what only a create carries.

use proc_macro2::{Ident, TokenStream};
use quote::{quote, quote_spanned};

use super::codec::{self, Call};
use super::generics::{self, Parts};
use crate::model::{Property, Resource};

/// Writing the whole resource.
pub(super) fn implementations(resource: &Resource<'_>) -> TokenStream {
    let ident = resource.ident;
    let generics = generics::of_impl(resource);
    let optional_or_value = |property: &Property<'_>| {
        if property.is_nullable {
            "optional"
        } else {
            "value"
        }
    };
    let writing = properties(
        ident,
        &generics,
        resource.properties.iter(),
        optional_or_value,
    );
    let serialize = serialize(ident, &generics, "representation");
    let masked = resource.is_sensitive().then(|| debug(ident, &generics));
    quote!(#writing #serialize #masked)
}

/// `impl WriteProperties`, each property through the method of the writer that `method` names.
pub(super) fn properties<'a>(
    ident: &Ident,
    generics: &Parts,
    properties: impl Iterator<Item = &'a Property<'a>>,
    method: impl Fn(&Property<'_>) -> &'static str,
) -> TokenStream {
    let Parts {
        parameters,
        arguments,
        bounds,
    } = generics;
    let writes = properties.map(|property| self::property(property, method(property)));
    quote! {
        #[automatically_derived]
        impl #parameters __graph::WriteProperties for #ident #arguments #bounds {
            fn write<__W: __graph::PropertyWriter>(&self, writer: &mut __W) -> __graph::Result<(), __W::Error> {
                #(#writes)*
                __graph::Ok(())
            }
        }
    }
}

fn property(property: &Property<'_>, method: &str) -> TokenStream {
    let Property {
        ident, wire_name, ..
    } = property;
    let Call {
        span,
        method,
        codec,
    } = codec::call(property, method);
    quote_spanned!(span=> writer.#method(#wire_name, &self.#ident #codec)?;)
}

/// `impl Serialize`, in the form that a function of the runtime's `write` writes.
pub(super) fn serialize(ident: &Ident, generics: &Parts, form: &str) -> TokenStream {
    let Parts {
        parameters,
        arguments,
        bounds,
    } = generics;
    let form = Ident::new(form, ident.span());
    quote! {
        #[automatically_derived]
        impl #parameters __graph::Serialize for #ident #arguments #bounds {
            fn serialize<__S: __graph::Serializer>(
                &self,
                serializer: __S,
            ) -> __graph::Result<__S::Ok, __S::Error> {
                __graph::write::#form(self, &__TYPE, serializer)
            }
        }
    }
}

/// `Debug` that shows the JSON of the object, with what is sensitive masked.
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
                __graph::write::debug(self, &__TYPE, #name, f)
            }
        }
    }
}
