//! Writing the whole resource.

use proc_macro2::{Ident, TokenStream};
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;

use super::generics::{self, Parts};
use crate::model::{Property, Resource};

pub(super) fn implementations(resource: &Resource<'_>) -> TokenStream {
    let ident = resource.ident;
    let Parts {
        parameters,
        arguments,
        bounds,
    } = generics::of_impl(resource);
    let writes = resource.properties.iter().map(|property| {
        let field = property.ident;
        let method = if property.is_nullable {
            "optional"
        } else {
            "value"
        };
        self::property(property, method, &quote!(&self.#field))
    });
    let masked = resource.is_sensitive().then(|| debug(resource, ident));
    quote! {
        #[automatically_derived]
        impl #parameters __graph::WriteObject for #ident #arguments #bounds {
            const TYPE: &'static __graph::TypeInfo = &__TYPE;

            fn write<__W: __graph::PropertyWriter>(&self, writer: &mut __W) -> ::core::result::Result<(), __W::Error> {
                #(#writes)*
                ::core::result::Result::Ok(())
            }
        }

        #[automatically_derived]
        impl #parameters __graph::Serialize for #ident #arguments #bounds {
            fn serialize<__S: __graph::Serializer>(
                &self,
                serializer: __S,
            ) -> ::core::result::Result<__S::Ok, __S::Error> {
                __graph::write::object(self, serializer, __graph::Form::Representation)
            }
        }

        #masked
    }
}

/// Hands one property to the writer. The call stands at the type of the field, so that a type which cannot be a property is
/// reported there.
pub(super) fn property(property: &Property<'_>, method: &str, value: &TokenStream) -> TokenStream {
    let (name, ty) = (&property.wire_name, property.value_type);
    match property.codec() {
        Some(codec) => {
            let method = Ident::new(&format!("{method}_with"), ty.span());
            quote!(writer.#method(#name, #value, #codec)?;)
        }
        None => {
            let method = Ident::new(method, ty.span());
            let call = quote_spanned!(ty.span()=> __graph::PropertyWriter::#method::<#ty>);
            quote!(#call(writer, #name, #value)?;)
        }
    }
}

/// `Debug` that shows the JSON of the object, with what is sensitive masked.
pub(super) fn debug(resource: &Resource<'_>, ident: &Ident) -> TokenStream {
    let Parts {
        parameters,
        arguments,
        bounds,
    } = generics::of_impl(resource);
    let name = ident.to_string();
    quote! {
        #[automatically_derived]
        impl #parameters ::core::fmt::Debug for #ident #arguments #bounds {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                __graph::write::debug(self, #name, f)
            }
        }
    }
}
