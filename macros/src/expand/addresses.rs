//! The further addresses: a function for each, and the trait by which the operations of the resource exist at all of them.

use proc_macro2::TokenStream;
use quote::quote;
use syn::Path;

use super::generics::{self, Parts};
use super::{docs, new_item, operations};
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
    let addressed = addressed(resource);
    Some(quote! {
        impl #parameters #ident #arguments #bounds {
            #(#functions)*
        }

        #addressed
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
    let (ty, constructor) = if address.is_singleton {
        (quote!(#runtime::Singleton<Self>), quote!(singleton))
    } else {
        (collection(resource), quote!(collection))
    };
    quote! {
        #[doc = #docs]
        #visibility fn #name(#(#arguments),*) -> #ty {
            __graph::#constructor(#index, &[#(&#parameters),*])
        }
    }
}

fn collection(resource: &StructuredType<'_>) -> TokenStream {
    let runtime = &resource.runtime;
    let new = new_item::ty(resource).map(|new| quote!(, #runtime::Requires<#new>));
    quote!(#runtime::Collection<Self #new>)
}

/// Implements the trait by which the operations of the resource exist at further addresses.
fn addressed(resource: &StructuredType<'_>) -> TokenStream {
    let StructuredType { ident, runtime, .. } = resource;
    let Parts {
        parameters,
        arguments,
        bounds,
    } = generics::of_impl(resource);
    let of_type = generics::of_type(resource).arguments;
    let key = key(resource);
    let patch = resource.patch_ident();
    let operations = flags(
        runtime,
        [
            resource.has(Operation::List),
            resource.has(Operation::Get),
            resource.has(Operation::Create),
            resource.is_updated_in_part(),
            resource.is_replaced(),
            resource.has(Operation::Delete),
        ],
    );
    let (update, update_of) = if resource.is_updated_in_part() {
        let update = resource.update_ident();
        let ty = quote!(#update #of_type);
        (ty, quote!(#patch::__new(write)))
    } else {
        (quote!(()), quote!(_ = write))
    };
    let new = new_item::ty(resource);
    let (create, create_of) = if resource.has(Operation::Create) {
        let create = resource.create_ident();
        let only = new_item::only(resource);
        let create_of = if new.is_some() {
            quote!(Self::__create(parts, new))
        } else {
            quote!(#patch::__new(__graph::Write::create(parts, #only)))
        };
        (quote!(#create #of_type), create_of)
    } else {
        (quote!(()), quote!(_ = parts))
    };
    let (new, argument) = match new {
        Some(new) => (new, quote!(new)),
        None => (quote!(()), quote!(_)),
    };
    quote! {
        #[automatically_derived]
        impl #parameters #runtime::Addressed for #ident #arguments #bounds {
            type Key = #key;
            type Operations = #operations;
            type Update = #update;
            type New = #new;
            type Create = #create;

            fn update_of(write: __graph::Write<#runtime::Update>) -> Self::Update {
                #update_of
            }

            fn create_of(parts: __graph::RequestParts, #argument: #new) -> Self::Create {
                #create_of
            }
        }
    }
}

/// Returns the type for the operations: whether there is a list, get, create, update, replacement and delete.
pub(super) fn flags(runtime: &Path, has: [bool; 6]) -> TokenStream {
    if has == [true, true, true, true, false, true] {
        return quote!(__graph::Crud);
    }
    let flags = has.map(|has| if has { quote!(Has) } else { quote!(Lacks) });
    quote!(#runtime::Operations<#(#runtime::#flags),*>)
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
