//! Reading: the resource, and its patch.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote, quote_spanned};

use super::codec::{self, Call};
use super::generics::{self, Parts};
use crate::model::{Kind, Property, StructuredType};

/// Reading the whole object, into slots.
pub(super) fn implementations(resource: &StructuredType<'_>) -> TokenStream {
    let slots = slots(resource);
    let arms = resource
        .readable()
        .filter(|property| is_own(property))
        .map(|property| {
            arm(
                property,
                &property.wire_name,
                if property.is_nullable {
                    "optional"
                } else {
                    "value"
                },
            )
        });
    let other = other(resource, "dynamic");
    let reading = properties(
        &format_ident!("__Slots"),
        &generics::of_reader(resource),
        arms,
        &other,
    );
    quote!(#slots #reading)
}

/// The step from the slots to the object.
pub(super) fn finish(resource: &StructuredType<'_>) -> TokenStream {
    let values = resource.properties.iter().map(value);
    quote! {
        fn from_slots(slots: &mut Self::Slots) -> __graph::Result<Self, __graph::Refusal> {
            __graph::Ok(Self { #(#values)* })
        }
    }
}

fn is_own(property: &Property<'_>) -> bool {
    !matches!(property.kind, Kind::Extra | Kind::Base)
}

/// What happens to a property that is none of the type's own: it may be the base's, or one of an open type.
fn other(resource: &StructuredType<'_>, dynamic: &str) -> TokenStream {
    let dynamic = format_ident!("{dynamic}");
    let extra = resource.only(Kind::Extra).map(|field| {
        let ident = field.ident;
        quote!(_ => reader.#dynamic(&mut self.#ident),)
    });
    let base = resource.only(Kind::Base).map(|field| {
        let (ident, ty) = (field.ident, field.ty);
        let guard = extra.is_some().then(
            || quote!(name if <#ty as __graph::StructuredType>::TYPE.property(name).is_some() =>),
        );
        let pattern = guard.unwrap_or_else(|| quote!(_ =>));
        quote!(#pattern __graph::ReadProperties::property(&mut self.#ident, reader),)
    });
    if base.is_none() && extra.is_none() {
        return quote!(_ => reader.undeclared(),);
    }
    quote!(#base #extra)
}

/// Reading a patch, which refuses what it cannot carry.
pub(super) fn patch(resource: &StructuredType<'_>) -> TokenStream {
    let ident = resource.patch_ident();
    let reader = generics::of_reader(resource);
    let arms = resource
        .updatable()
        .filter(|property| is_own(property))
        .map(|property| {
            arm(
                property,
                &property.patch_name(),
                if property.is_clearable() {
                    "change"
                } else {
                    "replace"
                },
            )
        });
    let other = other(resource, "dynamic_change");
    let reading = properties(&ident, &reader, arms, &other);
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
                __graph::read::any_patch(deserializer, &__TYPE)
            }
        }
    }
}

/// The struct in which the properties are gathered: each an `Option`, be it nullable or just not seen yet.
fn slots(resource: &StructuredType<'_>) -> TokenStream {
    let Parts {
        parameters, bounds, ..
    } = generics::of_type(resource);
    let fields = resource.readable().map(|property| {
        let Property {
            ident, value_type, ..
        } = property;
        match property.kind {
            Kind::Extra => quote!(#ident: __graph::DynamicProperties,),
            Kind::Base => quote!(#ident: <#value_type as __graph::StructuredType>::Slots,),
            _ => quote!(#ident: __graph::Option<#value_type>,),
        }
    });
    let marker = generics::marker(resource).map(|ty| quote!(__marker: #ty,));
    let default = slots_default(resource);
    quote! {
        pub struct __Slots #parameters #bounds {
            #(#fields)*
            #marker
        }

        #default
    }
}

/// `Default` of the slots. A derive would ask `Default` of type parameters, and call it for each property.
fn slots_default(resource: &StructuredType<'_>) -> TokenStream {
    let Parts {
        parameters,
        arguments,
        bounds,
    } = generics::of_impl(resource);
    let values = resource.readable().map(|property| {
        let ident = property.ident;
        match property.kind {
            Kind::Extra | Kind::Base => quote!(#ident: ::core::default::Default::default(),),
            _ => quote!(#ident: __graph::None,),
        }
    });
    let marker = generics::marker(resource).map(|_| quote!(__marker: ::core::marker::PhantomData,));
    quote! {
        #[automatically_derived]
        impl #parameters ::core::default::Default for __Slots #arguments #bounds {
            fn default() -> Self {
                Self { #(#values)* #marker }
            }
        }
    }
}

/// `impl ReadProperties`.
fn properties(
    ident: &Ident,
    reader: &Parts,
    arms: impl Iterator<Item = TokenStream>,
    other: &TokenStream,
) -> TokenStream {
    let Parts {
        parameters,
        arguments,
        bounds,
    } = reader;
    quote! {
        #[automatically_derived]
        impl #parameters __graph::ReadProperties<'__de> for #ident #arguments #bounds {
            fn property(
                &mut self,
                reader: __graph::PropertyReader<'_, '__de>,
            ) -> __graph::Result<(), __graph::Refusal> {
                match __graph::PropertyReader::name(&reader) {
                    #(#arms)*
                    #other
                }
            }
        }
    }
}

fn arm(property: &Property<'_>, name: &str, method: &str) -> TokenStream {
    let ident = property.ident;
    let Call {
        span,
        method,
        codec,
    } = codec::call(property, method);
    quote_spanned!(span=> #name => reader.#method(&mut self.#ident #codec),)
}

/// The value of a field, once everything is read.
fn value(property: &Property<'_>) -> TokenStream {
    let Property {
        ident,
        wire_name,
        value_type,
        ..
    } = property;
    match property.kind {
        Kind::Extra => return quote!(#ident: ::core::mem::take(&mut slots.#ident),),
        Kind::Base => {
            return quote!(#ident: <#value_type as __graph::StructuredType>::from_slots(&mut slots.#ident)?,);
        }
        Kind::Invalid => {
            return quote!(#ident: __graph::read::required(&mut __graph::None, #wire_name)?,);
        }
        _ => {}
    }
    let span = codec::span(property);
    let value = match (
        property.is_readable(),
        property.is_nullable,
        property.has_default(),
    ) {
        (false, true, _) => quote!(__graph::None),
        (false, false, _) => quote_spanned!(span=> ::core::default::Default::default()),
        (true, true, _) => quote!(__graph::read::nullable(&mut slots.#ident)),
        (true, false, true) => {
            quote_spanned!(span=> __graph::Option::unwrap_or_default(__graph::read::nullable(&mut slots.#ident)))
        }
        (true, false, false) => quote!(__graph::read::required(&mut slots.#ident, #wire_name)?),
    };
    quote!(#ident: #value,)
}
