//! The request builders: the patch with an address.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};
use syn::ext::IdentExt;

use super::generics::{self, Parts};
use super::{docs, setters, write};
use crate::model::{Operation, Property, Resource, Role};

pub(super) fn types(resource: &Resource<'_>) -> TokenStream {
    let runtime = &resource.runtime;
    let update = resource.has(Operation::Update).then(|| {
        let docs = format!(
            " The request to update one [`{0}`]. Made by [`{0}::update`].",
            resource.ident
        );
        alias(
            resource,
            &resource.update_ident(),
            &docs,
            &quote!(#runtime::Update),
        )
    });
    let create = resource.has(Operation::Create).then(|| {
        let docs = format!(
            " The request to create one [`{0}`]. Made by [`{0}::create`].",
            resource.ident
        );
        let only = only_type(resource);
        let alias = alias(
            resource,
            &resource.create_ident(),
            &docs,
            &quote!(#runtime::Create<#only>),
        );
        let only = only_struct(resource);
        quote!(#only #alias)
    });
    quote!(#update #create)
}

fn alias(resource: &Resource<'_>, ident: &Ident, docs: &str, request: &TokenStream) -> TokenStream {
    let (visibility, patch) = (resource.visibility, resource.patch_ident());
    let parameters = generics::of_alias(resource);
    let arguments = generics::with(resource, request);
    quote! {
        #[doc = #docs]
        #visibility type #ident #parameters = #patch #arguments;
    }
}

/// The properties that a create carries, and an update does not.
pub(super) fn create_only<'a>(
    resource: &'a Resource<'a>,
) -> impl Iterator<Item = &'a Property<'a>> {
    resource
        .properties
        .iter()
        .filter(|property| matches!(property.role, Role::CreateOnly | Role::CreatableKey))
}

pub(super) fn only_ident(resource: &Resource<'_>) -> Ident {
    format_ident!("{}CreateOnly", resource.ident.unraw())
}

fn only_type(resource: &Resource<'_>) -> TokenStream {
    if create_only(resource).next().is_none() {
        return quote!(());
    }
    let (ident, arguments) = (only_ident(resource), generics::of_type(resource).arguments);
    quote!(#ident #arguments)
}

fn only_struct(resource: &Resource<'_>) -> Option<TokenStream> {
    create_only(resource).next()?;
    let (ident, visibility) = (only_ident(resource), resource.visibility);
    let Parts {
        parameters, bounds, ..
    } = generics::of_type(resource);
    let fields = create_only(resource).map(|property| {
        let Property {
            ident, value_type, ..
        } = property;
        let docs = docs::of_property(property);
        let ty = if property.is_required() {
            quote!(#value_type)
        } else {
            quote!(::core::option::Option<#value_type>)
        };
        quote!(#docs #ident: #ty,)
    });
    let marker = generics::marker(resource).map(|ty| quote!(__marker: #ty,));
    let docs = format!(
        " The properties of a new [`{}`] that cannot be changed afterwards.",
        resource.ident
    );
    Some(quote! {
        #[doc = #docs]
        #[derive(::core::clone::Clone, ::core::cmp::PartialEq)]
        #visibility struct #ident #parameters #bounds {
            #(#fields)*
            #marker
        }
    })
}

pub(super) fn implementations(resource: &Resource<'_>) -> TokenStream {
    let update = resource.has(Operation::Update).then(|| update(resource));
    let create = resource.has(Operation::Create).then(|| create(resource));
    let common = (update.is_some() || create.is_some()).then(|| {
        let patch = resource.patch_ident();
        let arguments = generics::with(resource, &quote!(__Request));
        let (parameters, bounds) = generics::as_lists(resource);
        let (parameters, bounds) = (quote!(#parameters __Request), quote!(#bounds __Request: __graph::Outgoing,));
        quote! {
            __graph::request_methods!([#parameters] #patch #arguments, [#bounds], __request.parts_mut());
            __graph::preference_methods!([#parameters] #patch #arguments, [#bounds]);
        }
    });
    quote!(#update #create #common)
}

fn update(resource: &Resource<'_>) -> TokenStream {
    let Resource {
        ident,
        visibility,
        runtime,
        ..
    } = resource;
    let patch = resource.patch_ident();
    let Parts {
        parameters,
        arguments,
        bounds,
    } = generics::of_impl(resource);
    let update_arguments = generics::with(resource, &quote!(#runtime::Update));
    let (parameter_list, bound_list) = generics::as_lists(resource);
    quote! {
        #[automatically_derived]
        impl #parameters #patch #update_arguments #bounds {
            /// Takes the whole patch, in place of what was set so far.
            #visibility fn with_patch(self, patch: #patch #arguments) -> Self {
                patch.__for(self.__request)
            }

            /// Sends the update even if it changes nothing, as `{}`.
            #visibility fn with_allow_empty(mut self) -> Self {
                self.__request.allow_empty();
                self
            }
        }

        __graph::request!([#parameter_list] #patch #update_arguments, #ident #arguments, Updated, [#bound_list]);
        __graph::conditional_methods!([#parameter_list] #patch #update_arguments, [#bound_list]);
    }
}

fn create(resource: &Resource<'_>) -> TokenStream {
    let Resource { ident, runtime, .. } = resource;
    let patch = resource.patch_ident();
    let only = only_type(resource);
    let arguments = generics::of_type(resource).arguments;
    let create_arguments = generics::with(resource, &quote!(#runtime::Create<#only>));
    let (parameter_list, bound_list) = generics::as_lists(resource);
    let only = create_only(resource)
        .next()
        .map(|_| self::only(resource, &create_arguments));
    quote! {
        #only
        __graph::request!([#parameter_list] #patch #create_arguments, #ident #arguments, Created, [#bound_list]);
    }
}

/// The setters and the writing of what only a create carries.
fn only(resource: &Resource<'_>, create_arguments: &TokenStream) -> TokenStream {
    let patch = resource.patch_ident();
    let generics = generics::of_impl(resource);
    let Parts {
        parameters, bounds, ..
    } = &generics;
    let setters = create_only(resource)
        .filter(|property| !property.is_required())
        .map(setters::of_create);
    let writing = write::properties(
        &only_ident(resource),
        &generics,
        create_only(resource),
        |property| {
            if property.is_required() {
                "value"
            } else {
                "optional"
            }
        },
    );
    quote! {
        #writing

        #[automatically_derived]
        impl #parameters #patch #create_arguments #bounds {
            #(#setters)*
        }
    }
}
