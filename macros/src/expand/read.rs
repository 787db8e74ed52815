//! Reading the whole resource.

use proc_macro2::{Ident, TokenStream};
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;

use super::generics::{self, Parts};
use crate::model::{Property, Resource};

pub(super) fn implementations(resource: &Resource<'_>) -> TokenStream {
    let ident = resource.ident;
    let fields: Vec<_> = resource.readable().collect();
    let slots = slots(resource, &fields);
    let reader = generics::of_reader(resource);
    let Parts {
        parameters,
        arguments,
        bounds,
    } = &reader;
    let arms = fields.iter().map(|property| {
        let method = if property.is_nullable {
            "optional"
        } else {
            "value"
        };
        arm(property, method)
    });
    let values = resource.properties.iter().map(finished);
    quote! {
        #slots

        impl #parameters __graph::ReadObject<'__de> for __Slots #arguments #bounds {
            type Object = #ident #arguments;
            const TYPE: &'static __graph::TypeInfo = &__TYPE;
            const UNDECLARED: __graph::Undeclared = __graph::Undeclared::Skip;

            fn property<__A: __graph::MapAccess<'__de>>(
                &mut self,
                name: &__graph::str,
                value: &mut __A,
            ) -> ::core::result::Result<__graph::bool, __A::Error> {
                match name {
                    #(#arms)*
                    _ => return ::core::result::Result::Ok(false),
                }
                ::core::result::Result::Ok(true)
            }

            fn finish<__E: __graph::ReadError>(self) -> ::core::result::Result<Self::Object, __E> {
                ::core::result::Result::Ok(#ident { #(#values)* })
            }
        }

        #[automatically_derived]
        impl #parameters __graph::Deserialize<'__de> for #ident #arguments #bounds {
            fn deserialize<__D: __graph::Deserializer<'__de>>(
                deserializer: __D,
            ) -> ::core::result::Result<Self, __D::Error> {
                __graph::read::object::<__Slots #arguments, __D>(deserializer)
            }
        }
    }
}

/// The struct in which the properties are gathered: each an `Option`, be it nullable or just not seen yet.
fn slots(resource: &Resource<'_>, fields: &[&Property<'_>]) -> TokenStream {
    let Parts {
        parameters,
        arguments,
        bounds,
    } = generics::of_type(resource);
    let names: Vec<_> = fields.iter().map(|property| property.ident).collect();
    let types = fields.iter().map(|property| property.value_type);
    let marker_type = generics::marker(resource).map(|ty| quote!(__marker: #ty,));
    let marker = marker_type
        .is_some()
        .then(|| quote!(__marker: ::core::marker::PhantomData,));
    let implemented = generics::of_impl(resource);
    let (impl_parameters, impl_bounds) = (implemented.parameters, implemented.bounds);
    quote! {
        struct __Slots #parameters #bounds {
            #(#names: ::core::option::Option<#types>,)*
            #marker_type
        }

        impl #impl_parameters ::core::default::Default for __Slots #arguments #impl_bounds {
            fn default() -> Self {
                Self { #(#names: ::core::option::Option::None,)* #marker }
            }
        }
    }
}

/// `"displayName" => …` with a call that stands at the type of the field, so that a type which cannot be a property is
/// reported there.
pub(super) fn arm(property: &Property<'_>, method: &str) -> TokenStream {
    let Property {
        ident,
        wire_name,
        value_type: ty,
        ..
    } = property;
    match property.codec() {
        Some(codec) => {
            let method = Ident::new(&format!("{method}_with"), ty.span());
            quote!(#wire_name => __graph::read::#method(value, &mut self.#ident, #codec)?,)
        }
        None => {
            let method = Ident::new(method, ty.span());
            let call = quote_spanned!(ty.span()=> __graph::read::#method::<#ty, __A>);
            quote!(#wire_name => #call(value, &mut self.#ident)?,)
        }
    }
}

/// The value of a field, once everything is read.
fn finished(property: &Property<'_>) -> TokenStream {
    let Property {
        ident, wire_name, ..
    } = property;
    if !property.is_readable() {
        return if property.is_nullable {
            quote!(#ident: ::core::option::Option::None,)
        } else {
            quote!(#ident: ::core::default::Default::default(),)
        };
    }
    if property.is_nullable {
        quote!(#ident: self.#ident,)
    } else if property.has_default() {
        quote!(#ident: self.#ident.unwrap_or_default(),)
    } else {
        quote!(#ident: __graph::read::required(self.#ident, #wire_name)?,)
    }
}
