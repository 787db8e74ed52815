//! The patch type.

use proc_macro2::TokenStream;
use quote::quote;

use super::generics::{self, Parts};
use super::{docs, read, setters, write};
use crate::model::{Property, Resource};

pub(super) fn types(resource: &Resource<'_>) -> TokenStream {
    let Resource {
        visibility,
        runtime,
        ..
    } = resource;
    let ident = resource.patch_ident();
    let Parts {
        parameters, bounds, ..
    } = generics::of_patch_type(resource);
    let fields = resource.updatable().map(|property| {
        let Property {
            ident,
            visibility,
            value_type,
            ..
        } = property;
        let docs = docs::of_property(property);
        let ty = if property.is_nullable {
            quote!(#runtime::Change<#value_type>)
        } else {
            quote!(::core::option::Option<#value_type>)
        };
        quote!(#docs #visibility #ident: #ty,)
    });
    let marker = generics::marker(resource).map(|ty| quote!(#[doc(hidden)] pub __marker: #ty,));
    let docs = format!(
        " A partial update of one [`{}`]: what is to be done to each property that an update may carry.",
        resource.ident
    );
    quote! {
        #[doc = #docs]
        #[allow(deprecated, clippy::derive_partial_eq_without_eq)]
        #[derive(::core::clone::Clone, ::core::cmp::PartialEq)]
        #[must_use = "a patch does nothing until it is sent or applied"]
        #visibility struct #ident #parameters #bounds {
            #(#fields)*
            #marker
            #[doc(hidden)]
            pub __request: __Request,
        }
    }
}

pub(super) fn implementations(resource: &Resource<'_>) -> TokenStream {
    let ident = resource.patch_ident();
    let any_patch = generics::of_any_patch(resource);
    let setters = own_methods(resource, &any_patch);
    let alike = alike(resource);
    let writing = write::properties(&ident, &any_patch, resource.updatable(), |property| {
        if property.is_nullable {
            "change"
        } else {
            "optional"
        }
    });
    let serialize = write::serialize(&ident, &generics::of_impl(resource), "request");
    let reading = read::patch(resource);
    let debug = write::debug(&ident, &any_patch);
    quote!(#setters #alike #writing #serialize #reading #debug)
}

fn own_methods(resource: &Resource<'_>, any_patch: &Parts) -> TokenStream {
    let ident = resource.patch_ident();
    let Parts {
        parameters,
        arguments,
        bounds,
    } = any_patch;
    let setters = resource.updatable().map(setters::of_patch);
    quote! {
        #[automatically_derived]
        impl #parameters #ident #arguments #bounds {
            #(#setters)*
        }
    }
}

/// What is done with all properties alike.
fn alike(resource: &Resource<'_>) -> TokenStream {
    let Resource {
        ident, visibility, ..
    } = resource;
    let patch = resource.patch_ident();
    let arguments = generics::of_type(resource).arguments;
    let lists = generics::as_lists(resource);
    let names = resource.updatable().map(|property| property.ident);
    let marker = generics::marker(resource).map(|_| quote!(__marker));
    quote! {
        __graph::patch!(#visibility #patch, #ident #arguments, #lists, { #(#names),* } [#marker]);
    }
}
