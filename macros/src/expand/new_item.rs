//! The struct of the properties that a create requires.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use syn::parse_quote;

use super::generics::{self, Parts};
use super::{docs, requests, write};
use crate::model::{Property, StructuredType};

pub(super) fn types(resource: &StructuredType<'_>) -> Option<TokenStream> {
    resource.required().next()?;
    let (ident, visibility) = (resource.new_ident(), resource.visibility);
    let Parts {
        parameters, bounds, ..
    } = parts(resource);
    let fields = resource.required().map(|property| {
        let Property {
            ident,
            value_type,
            visibility,
            ..
        } = property;
        let docs = docs::of_property(property);
        quote!(#docs #visibility #ident: #value_type,)
    });
    let docs = format!(
        " The properties that a new [`{0}`] must have. [`{0}::create`] takes them.",
        resource.ident
    );
    Some(quote! {
        #[doc = #docs]
        #[allow(deprecated, clippy::derive_partial_eq_without_eq)]
        #[derive(::core::clone::Clone, ::core::cmp::PartialEq)]
        #visibility struct #ident #parameters #bounds {
            #(#fields)*
        }
    })
}

/// Returns the parts for the struct, which has only those parameters that occur in its fields.
fn parts(resource: &StructuredType<'_>) -> Parts {
    let types = resource.required().map(|property| property.value_type);
    generics::of_value(resource, &parse_quote!((#(#types,)*)))
}

/// Returns the type, with its arguments.
pub(super) fn ty(resource: &StructuredType<'_>) -> Option<TokenStream> {
    resource.required().next()?;
    let (ident, arguments) = (resource.new_ident(), parts(resource).arguments);
    Some(quote!(#ident #arguments))
}

/// The name of the argument, which no parameter of the path has.
pub(super) fn argument() -> Ident {
    Ident::new("new", Span::mixed_site())
}

/// Implements `Debug`, and the function that creates the request.
pub(super) fn implementations(resource: &StructuredType<'_>) -> Option<TokenStream> {
    let ty = ty(resource)?;
    let new = resource.new_ident();
    let own = parts(resource);
    let writing = write::properties(&new, &own, resource.required().map(write::required));
    let debug = write::debug(&new, &own);
    let (ident, create) = (resource.ident, resource.create_ident());
    let Parts {
        parameters,
        arguments,
        bounds,
    } = generics::of_impl(resource);
    let only = only(resource);
    let argument = argument();
    let setters = resource
        .required()
        .filter(|property| property.is_updatable());
    let setters = setters.map(|property| {
        let (setter, name) = (property.setter(), property.ident);
        quote!(.#setter(#argument.#name))
    });
    Some(quote! {
        #writing
        #debug

        impl #parameters #ident #arguments #bounds {
            fn __create(parts: __graph::RequestParts, #argument: #ty) -> #create #arguments {
                <#create #arguments>::__new(__graph::Write::create(parts, #only))
                    #(#setters)*
            }
        }
    })
}

/// Returns the initial value of the properties that only a create carries.
pub(super) fn only(resource: &StructuredType<'_>) -> TokenStream {
    if requests::create_only(resource).next().is_none() {
        return quote!(());
    }
    let ident = requests::only_ident(resource);
    let new = argument();
    let fields = requests::create_only(resource).map(|property| {
        let Property { ident, .. } = property;
        if property.is_required() {
            quote!(#ident: #new.#ident,)
        } else {
            quote!(#ident: ::core::option::Option::None,)
        }
    });
    let marker = generics::marker(resource).map(|_| quote!(__marker: ::core::marker::PhantomData,));
    quote!(#ident { #(#fields)* #marker })
}
