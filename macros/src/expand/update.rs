//! The request builder of an update.

use proc_macro2::TokenStream;
use quote::quote;

use super::generics::{self, Parts};
use super::{request, setters};
use crate::model::{Operation, Resource};

pub(super) fn types(resource: &Resource<'_>) -> TokenStream {
    let Resource {
        visibility,
        runtime,
        ..
    } = resource;
    let (ident, patch) = (resource.update_ident(), resource.patch_ident());
    let Parts {
        parameters,
        arguments,
        bounds,
    } = generics::of_type(resource);
    let docs = format!(
        " The request to update one [`{0}`]. Made by [`{0}::update`].",
        resource.ident
    );
    quote! {
        #[doc = #docs]
        #[derive(::core::clone::Clone, ::core::fmt::Debug)]
        #[must_use = "an update does nothing until it is sent"]
        #visibility struct #ident #parameters #bounds {
            __parts: #runtime::__private::RequestParts,
            patch: #patch #arguments,
        }
    }
}

pub(super) fn implementations(resource: &Resource<'_>) -> TokenStream {
    if !resource.has(Operation::Update) {
        return TokenStream::new();
    }
    let Resource {
        ident: resource_ident,
        visibility,
        runtime,
        ..
    } = resource;
    let (ident, patch) = (resource.update_ident(), resource.patch_ident());
    let Parts {
        parameters,
        arguments,
        bounds,
    } = generics::of_impl(resource);
    let setters = resource
        .updatable()
        .map(|property| setters::of_change(property, &quote!(self.patch)));
    let request = request::implementation(
        resource,
        &ident,
        &quote!(#runtime::Updated<#resource_ident #arguments>),
        &quote!(__graph::update::to_http_request::<#resource_ident #arguments>(&self.__parts, &self.patch, endpoint)),
    );
    let allow_empty_docs = " Sends the update even if it changes nothing, as `{}`.";
    quote! {
        #[automatically_derived]
        impl #parameters #ident #arguments #bounds {
            #(#setters)*

            /// Takes the whole patch, in place of what was set so far.
            #visibility fn with_patch(mut self, patch: #patch #arguments) -> Self {
                self.patch = patch;
                self
            }

            #[doc = #allow_empty_docs]
            #visibility fn with_allow_empty(mut self) -> Self {
                self.__parts.allow_empty();
                self
            }
        }

        __graph::conditional_methods!([#parameters] #ident #arguments, [#bounds]);
        #request
    }
}
