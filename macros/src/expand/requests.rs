//! The request builders: the patch with an address.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};
use syn::ext::IdentExt;

use super::generics::{self, Parts};
use super::{docs, setters, write};
use crate::model::{Access, Operation, Property, StructuredType};

pub(super) fn types(resource: &StructuredType<'_>) -> TokenStream {
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

pub(super) fn alias(
    resource: &StructuredType<'_>,
    ident: &Ident,
    docs: &str,
    request: &TokenStream,
) -> TokenStream {
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
    resource: &'a StructuredType<'a>,
) -> impl Iterator<Item = &'a Property<'a>> {
    resource
        .properties
        .iter()
        .filter(|property| matches!(property.access, Access::CreateOnly | Access::CreatableKey))
}

pub(super) fn only_ident(resource: &StructuredType<'_>) -> Ident {
    format_ident!("{}CreateOnly", resource.ident.unraw())
}

fn only_type(resource: &StructuredType<'_>) -> TokenStream {
    if create_only(resource).next().is_none() {
        return quote!(());
    }
    let (ident, arguments) = (only_ident(resource), generics::of_type(resource).arguments);
    quote!(#ident #arguments)
}

fn only_struct(resource: &StructuredType<'_>) -> Option<TokenStream> {
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
        #[allow(deprecated, clippy::derive_partial_eq_without_eq)]
        #[derive(::core::clone::Clone, ::core::cmp::PartialEq)]
        #visibility struct #ident #parameters #bounds {
            #(#fields)*
            #marker
        }
    })
}

pub(super) fn implementations(resource: &StructuredType<'_>) -> TokenStream {
    let StructuredType {
        ident, visibility, ..
    } = resource;
    let patch = resource.patch_ident();
    let arguments = generics::of_type(resource).arguments;
    let lists = generics::as_lists(resource);
    let update = resource
        .has(Operation::Update)
        .then(|| quote!(__graph::update!(#visibility #patch, #ident #arguments, #lists);));
    let create = resource.has(Operation::Create).then(|| {
        let only_type = only_type(resource);
        let only = create_only(resource).next().map(|_| only(resource));
        quote!(#only __graph::create!(#patch, #ident #arguments, #only_type, #lists);)
    });
    let sending =
        (update.is_some() || create.is_some()).then(|| quote!(__graph::sending!(#patch, #lists);));
    quote!(#update #create #sending)
}

/// The setters and the writing of what only a create carries.
fn only(resource: &StructuredType<'_>) -> TokenStream {
    let (runtime, patch, only) = (
        &resource.runtime,
        resource.patch_ident(),
        only_type(resource),
    );
    let create_arguments = generics::with(resource, &quote!(#runtime::Create<#only>));
    let generics = generics::of_impl(resource);
    let Parts {
        parameters, bounds, ..
    } = &generics;
    let setters = create_only(resource)
        .filter(|property| !property.is_required())
        .map(setters::of_create);
    let writes = create_only(resource).map(write::create_only);
    let writing = write::properties(&only_ident(resource), &generics, writes);
    quote! {
        #writing

        #[automatically_derived]
        impl #parameters #patch #create_arguments #bounds {
            #(#setters)*
        }
    }
}
