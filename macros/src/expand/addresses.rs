//! The further addresses: a function for each, and the traits by which the operations of the resource exist at all of them.

use proc_macro2::TokenStream;
use quote::quote;

use super::generics::{self, Parts};
use super::{docs, operations};
use crate::model::{Further, Operation, Property, StructuredType, is_named};

pub(super) fn implementations(resource: &StructuredType<'_>) -> Option<TokenStream> {
    let further = resource.further();
    if further.is_empty() {
        return None;
    }
    let ident = resource.ident;
    let Parts {
        parameters,
        arguments,
        bounds,
    } = generics::of_impl(resource);
    let functions = further
        .iter()
        .enumerate()
        .map(|(index, address)| function(resource, index, address));
    let traits = traits(resource);
    Some(quote! {
        impl #parameters #ident #arguments #bounds {
            #(#functions)*
        }

        #traits
    })
}

fn function(resource: &StructuredType<'_>, index: usize, address: &Further) -> TokenStream {
    let StructuredType {
        visibility,
        runtime,
        ..
    } = resource;
    let Further { name, template, .. } = address;
    let docs = docs::of_address(resource, &template.text, address.is_singleton);
    let parameters = &template.parameters;
    let arguments = parameters.iter().map(operations::text_argument);
    let ty = if address.is_singleton {
        quote!(#runtime::Singleton<Self>)
    } else {
        collection(resource)
    };
    quote! {
        #[doc = #docs]
        #visibility fn #name(#(#arguments),*) -> #ty {
            <#ty>::at(#index, &[#(&#parameters),*])
        }
    }
}

fn collection(resource: &StructuredType<'_>) -> TokenStream {
    let runtime = &resource.runtime;
    quote!(#runtime::Collection<Self>)
}

/// Implements a trait for each operation of the resource.
fn traits(resource: &StructuredType<'_>) -> TokenStream {
    let StructuredType { ident, runtime, .. } = resource;
    let Parts {
        parameters,
        arguments,
        bounds,
    } = generics::of_impl(resource);
    let of_type = generics::of_type(resource).arguments;
    let bodies = [
        resource.has_key().then(|| {
            let key = key(resource);
            (quote!(Keyed), quote!(type Key = #key;))
        }),
        resource
            .has(Operation::List)
            .then(|| (quote!(Listable), TokenStream::new())),
        resource
            .has(Operation::Get)
            .then(|| (quote!(Readable), TokenStream::new())),
        resource
            .has(Operation::Delete)
            .then(|| (quote!(Deletable), TokenStream::new())),
        resource
            .is_replaced()
            .then(|| (quote!(Replaceable), TokenStream::new())),
        resource.is_updated_in_part().then(|| {
            let update = resource.update_ident();
            let body = quote! {
                type Update = #update #of_type;

                fn update_of(write: __graph::Write<#runtime::Update>) -> Self::Update {
                    <#update #of_type>::__new(write)
                }
            };
            (quote!(Patchable), body)
        }),
        resource.has(Operation::Create).then(|| {
            let create = resource.create_ident();
            let only = operations::only(resource);
            let body = quote! {
                type New = ();
                type Create = #create #of_type;

                fn create_of(parts: __graph::RequestParts, _: ()) -> Self::Create {
                    <#create #of_type>::__new(__graph::Write::create(parts, #only))
                }
            };
            (quote!(Creatable), body)
        }),
    ];
    let implementations = bodies.into_iter().flatten().map(|(name, body)| {
        quote! {
            #[automatically_derived]
            impl #parameters #runtime::#name for #ident #arguments #bounds {
                #body
            }
        }
    });
    implementations.collect()
}

/// Returns the kind of the key, which decides what the functions for one item take.
fn key(resource: &StructuredType<'_>) -> TokenStream {
    let runtime = &resource.runtime;
    let kind = |key: &Property<'_>| {
        let ty = key.value_type;
        if key.is_primitive() {
            Some(quote!(#runtime::ExactKey<#ty>))
        } else {
            is_named(ty, "Uuid").then(|| quote!(#runtime::BorrowedKey<#ty>))
        }
    };
    let kind = resource.key().and_then(kind);
    kind.unwrap_or_else(|| quote!(#runtime::AnyKey))
}
