//! Reading: the resource, and its patch.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote, quote_spanned};

use super::codec::{self, Call};
use super::generics::{self, Parts};
use crate::model::{Property, Resource};

/// Reading the whole resource: into slots, and out of them into the struct.
pub(super) fn implementations(resource: &Resource<'_>) -> TokenStream {
    let ident = resource.ident;
    let reader = generics::of_reader(resource);
    let slots = slots(resource);
    let reading = properties(
        &format_ident!("__Slots"),
        &reader,
        resource.readable(),
        |property| {
            if property.is_nullable {
                "optional"
            } else {
                "value"
            }
        },
    );
    let Parts {
        parameters,
        arguments,
        bounds,
    } = &reader;
    let values = resource.properties.iter().map(value);
    quote! {
        #slots
        #reading

        #[automatically_derived]
        impl #parameters __graph::Deserialize<'__de> for #ident #arguments #bounds {
            fn deserialize<__D: __graph::Deserializer<'__de>>(
                deserializer: __D,
            ) -> __graph::Result<Self, __D::Error> {
                let slots: __Slots #arguments = __graph::read::resource(deserializer, &__TYPE)?;
                __graph::Ok(Self { #(#values)* })
            }
        }
    }
}

/// Reading a patch, which refuses what it cannot carry.
pub(super) fn patch(resource: &Resource<'_>) -> TokenStream {
    let ident = resource.patch_ident();
    let reader = generics::of_reader(resource);
    let reading = properties(&ident, &reader, resource.updatable(), |property| {
        if property.is_nullable {
            "change"
        } else {
            "replace"
        }
    });
    let Parts {
        parameters,
        arguments,
        bounds,
    } = &reader;
    quote! {
        #reading

        #[automatically_derived]
        impl #parameters __graph::Deserialize<'__de> for #ident #arguments #bounds {
            fn deserialize<__D: __graph::Deserializer<'__de>>(
                deserializer: __D,
            ) -> __graph::Result<Self, __D::Error> {
                __graph::read::patch(deserializer, &__TYPE)
            }
        }
    }
}

/// The struct in which the properties are gathered: each an `Option`, be it nullable or just not seen yet.
fn slots(resource: &Resource<'_>) -> TokenStream {
    let Parts {
        parameters, bounds, ..
    } = generics::of_type(resource);
    let fields = resource.readable().map(|property| {
        let Property {
            ident, value_type, ..
        } = property;
        quote!(#ident: __graph::Option<#value_type>,)
    });
    let marker = generics::marker(resource).map(|ty| quote!(__marker: #ty,));
    let default = slots_default(resource);
    quote! {
        struct __Slots #parameters #bounds {
            #(#fields)*
            #marker
        }

        #default
    }
}

/// `Default` of the slots. A derive would ask `Default` of type parameters, and call it for each property.
fn slots_default(resource: &Resource<'_>) -> TokenStream {
    let Parts {
        parameters,
        arguments,
        bounds,
    } = generics::of_impl(resource);
    let names = resource.readable().map(|property| property.ident);
    let marker = generics::marker(resource).map(|_| quote!(__marker: ::core::marker::PhantomData,));
    quote! {
        #[automatically_derived]
        impl #parameters ::core::default::Default for __Slots #arguments #bounds {
            fn default() -> Self {
                Self { #(#names: __graph::None,)* #marker }
            }
        }
    }
}

/// `impl ReadProperties`, each property through the method of the reader that `method` names.
fn properties<'a>(
    ident: &Ident,
    reader: &Parts,
    properties: impl Iterator<Item = &'a Property<'a>>,
    method: impl Fn(&Property<'_>) -> &'static str,
) -> TokenStream {
    let Parts {
        parameters,
        arguments,
        bounds,
    } = reader;
    let arms = properties.map(|property| arm(property, method(property)));
    quote! {
        #[automatically_derived]
        impl #parameters __graph::ReadProperties<'__de> for #ident #arguments #bounds {
            fn property<__A: __graph::MapAccess<'__de>>(
                &mut self,
                reader: __graph::PropertyReader<'_, __A>,
            ) -> __graph::Result<(), __A::Error> {
                match __graph::PropertyReader::name(&reader) {
                    #(#arms)*
                    _ => reader.undeclared(),
                }
            }
        }
    }
}

fn arm(property: &Property<'_>, method: &str) -> TokenStream {
    let Property {
        ident, wire_name, ..
    } = property;
    let Call {
        span,
        method,
        codec,
    } = codec::call(property, method);
    quote_spanned!(span=> #wire_name => reader.#method(&mut self.#ident #codec),)
}

/// The value of a field, once everything is read.
fn value(property: &Property<'_>) -> TokenStream {
    let Property {
        ident, wire_name, ..
    } = property;
    let span = codec::span(property);
    let value = match (
        property.is_readable(),
        property.is_nullable,
        property.has_default(),
    ) {
        (false, true, _) => quote!(__graph::None),
        (false, false, _) => quote_spanned!(span=> ::core::default::Default::default()),
        (true, true, _) => quote!(slots.#ident),
        (true, false, true) => quote_spanned!(span=> slots.#ident.unwrap_or_default()),
        (true, false, false) => quote!(__graph::read::required(slots.#ident, #wire_name)?),
    };
    quote!(#ident: #value,)
}
