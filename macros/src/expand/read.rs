//! Reading: the resource, and its patch.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote, quote_spanned};

use super::codec::{self, Call};
use super::generics::{self, Parts};
use crate::model::{Access, Kind, Property, StructuredType};

/// Reads the whole object, property by property.
pub(super) fn implementations(resource: &StructuredType<'_>) -> TokenStream {
    let partial = partial(resource);
    let arms = resource
        .received()
        .filter(|property| is_own(property))
        .map(|property| {
            // Only a value in a patch has a write-only property.
            let guard = (!property.is_readable())
                .then(|| quote!(if __graph::PropertyReader::is_sent(&reader)));
            arm(
                property,
                &property.whole_name(),
                guard.as_ref(),
                method(property),
            )
        });
    let other = other(resource, |_| "dynamic");
    let reading = properties(
        &format_ident!("__Partial"),
        &generics::of_reader(resource),
        arms,
        &other,
    );
    quote!(#partial #reading)
}

/// Completes an object that has been read.
pub(super) fn complete(resource: &StructuredType<'_>) -> TokenStream {
    let values = resource.properties.iter().map(value);
    quote! {
        fn complete(partial: &mut Self::Partial) -> __graph::Result<Self, __graph::MissingProperty> {
            __graph::Ok(Self { #(#values)* })
        }
    }
}

/// Returns the method that reads a property of an answer. A value that is never sent may be of any derived type.
fn method(property: &Property<'_>) -> &'static str {
    let is_sent = property.access != Access::ReadOnly && !property.is_navigation();
    let is_object = property.with().is_none() && property.may_be_object();
    match (property.is_nullable, is_object && !is_sent) {
        (true, true) => "received_optional",
        (false, true) => "received",
        (true, false) => "optional",
        (false, false) => "value",
    }
}

fn is_own(property: &Property<'_>) -> bool {
    !matches!(property.kind, Kind::Extra | Kind::Base)
}

/// Handles a property that the type itself does not declare: it may be one of the base, or a dynamic one.
fn other(resource: &StructuredType<'_>, method: fn(&Property<'_>) -> &'static str) -> TokenStream {
    let extra = resource.only(Kind::Extra).map(|field| {
        let (ident, method) = (field.ident, format_ident!("{}", method(field)));
        quote!(_ => reader.#method(&mut self.#ident),)
    });
    let base = resource.only(Kind::Base).map(|field| {
        let (ident, ty) = (field.ident, field.ty);
        let guard = extra.is_some().then(
            || quote!(name if __graph::is_declared(<#ty as __graph::StructuredType>::TYPE, name) =>),
        );
        let pattern = guard.unwrap_or_else(|| quote!(_ =>));
        quote!(#pattern __graph::ReadProperties::property(&mut self.#ident, reader),)
    });
    if base.is_none() && extra.is_none() {
        return quote!(_ => reader.undeclared(),);
    }
    quote!(#base #extra)
}

/// Reads a patch, which rejects properties that it cannot carry.
pub(super) fn patch(resource: &StructuredType<'_>) -> TokenStream {
    let ident = resource.patch_ident();
    let reader = generics::of_reader(resource);
    let arms = resource
        .patched()
        .filter(|property| is_own(property))
        .map(|property| {
            arm(
                property,
                &property.patch_name(),
                None,
                if property.is_clearable() {
                    "change"
                } else {
                    "replace"
                },
            )
        });
    let other = other(resource, |extra| {
        if extra.merges_dynamic() {
            "dynamic_merge"
        } else {
            "dynamic_change"
        }
    });
    properties(&ident, &reader, arms, &other)
}

/// The struct of an object while it is read: each property is an `Option`, which is `None` until it is seen.
fn partial(resource: &StructuredType<'_>) -> TokenStream {
    let Parts {
        parameters, bounds, ..
    } = generics::of_type(resource);
    let fields = resource.received().map(|property| {
        let Property {
            ident, value_type, ..
        } = property;
        match property.kind {
            Kind::Extra => quote!(#ident: __graph::DynamicProperties,),
            Kind::Base => quote!(#ident: <#value_type as __graph::StructuredType>::Partial,),
            _ => quote!(#ident: __graph::Option<#value_type>,),
        }
    });
    let marker = generics::marker(resource).map(|ty| quote!(__marker: #ty,));
    let default = partial_default(resource);
    quote! {
        pub struct __Partial #parameters #bounds {
            #(#fields)*
            #marker
        }

        #default
    }
}

/// `Default` of the partial object. A derive would require `Default` of type parameters, and call it for each property.
fn partial_default(resource: &StructuredType<'_>) -> TokenStream {
    let Parts {
        parameters,
        arguments,
        bounds,
    } = generics::of_impl(resource);
    let values = resource.received().map(|property| {
        let ident = property.ident;
        match property.kind {
            Kind::Extra | Kind::Base => quote!(#ident: ::core::default::Default::default(),),
            _ => quote!(#ident: __graph::None,),
        }
    });
    let marker = generics::marker(resource).map(|_| quote!(__marker: ::core::marker::PhantomData,));
    quote! {
        #[automatically_derived]
        impl #parameters ::core::default::Default for __Partial #arguments #bounds {
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
            ) -> __graph::Result<(), __graph::ValueError> {
                match __graph::PropertyReader::name(&reader) {
                    #(#arms)*
                    #other
                }
            }
        }
    }
}

fn arm(
    property: &Property<'_>,
    name: &str,
    guard: Option<&TokenStream>,
    method: &str,
) -> TokenStream {
    let ident = property.ident;
    if property.is_type_name() {
        return quote!(#name => reader.odata_type(&mut self.#ident),);
    }
    let read = match codec::call(property, "deserialize", method) {
        Call::Method(method, codec) => quote!(reader.#method(&mut self.#ident #codec)),
        Call::Function(function) => quote!(#function(reader, &mut self.#ident)),
    };
    quote!(#name #guard => #read,)
}

/// The value of a field after everything is read.
fn value(property: &Property<'_>) -> TokenStream {
    let Property {
        ident, value_type, ..
    } = property;
    let wire_name = property.whole_name();
    match property.kind {
        Kind::Extra => return quote!(#ident: ::core::mem::take(&mut partial.#ident),),
        Kind::Base => {
            return quote!(#ident: <#value_type as __graph::StructuredType>::complete(&mut partial.#ident)?,);
        }
        Kind::Invalid => {
            return quote!(#ident: __graph::required_with(&mut __graph::None, #wire_name)?,);
        }
        _ => {}
    }
    let span = codec::span(property);
    let has_default = property.has_default() || !property.is_readable();
    let value = if property.is_nullable {
        quote!(__graph::nullable(&mut partial.#ident))
    } else if has_default {
        quote_spanned!(span=> __graph::Option::unwrap_or_default(__graph::nullable(&mut partial.#ident)))
    } else if property.codec().is_some() {
        quote!(__graph::required_with(&mut partial.#ident, #wire_name)?)
    } else {
        let required = codec::function(property.value_type, "required_property");
        quote!(#required(&mut partial.#ident, #wire_name)?)
    };
    quote!(#ident: #value,)
}
