//! The generated code, with a file for each part. It is thin: it matches names to fields, and leaves the work to the runtime.

mod addresses;
mod alternate_keys;
mod callable;
mod codec;
mod docs;
mod enumeration;
mod generics;
mod info;
mod json_schema;
mod new_item;
mod operations;
mod patch;
mod paths;
mod read;
mod requests;
mod setters;
#[cfg(test)]
mod snapshots;
#[cfg(test)]
mod timing;
mod union;
mod union_resource;
mod value;
mod write;

use proc_macro2::TokenStream;
use quote::quote;
use syn::DeriveInput;

use crate::analysis;
use crate::diagnostics::Mistakes;
use crate::model::{CallableKind, StructuredType};
use crate::self_type;

/// Generates the items that `#[graph_resource]` adds to the struct. Despite a mistake, the rest is generated, so that code that uses the
/// struct has no follow-up errors.
pub(crate) fn resource(item: TokenStream) -> TokenStream {
    expand(item, |input, mistakes| {
        Some(structured(&analysis::resource(input, mistakes)?))
    })
}

/// Generates the items that `#[graph_complex]` adds to the struct: the same, without an address.
pub(crate) fn complex(item: TokenStream) -> TokenStream {
    expand(item, |input, mistakes| {
        Some(structured(&analysis::complex(input, mistakes)?))
    })
}

fn structured(resource: &StructuredType<'_>) -> TokenStream {
    let runtime = &resource.runtime;
    let patch = patch::types(resource);
    let requests = requests::types(resource);
    let upsert = alternate_keys::types(resource);
    let new_item = new_item::types(resource);
    let extension = resource
        .is_extensible
        .then(|| setters::extension_trait(resource));
    let alternate_keys = alternate_keys::implementations(resource);
    let addresses = addresses::implementations(resource);
    let creation = new_item::implementations(resource);
    let paths = paths::implementations(resource);
    let implementations = [
        codec::implementations(resource),
        info::implementations(resource),
        write::implementations(resource),
        read::implementations(resource),
        patch::implementations(resource),
        requests::implementations(resource),
        operations::implementations(resource),
    ];
    // The lints, in order: no application uses all setters; a property may be deprecated; a codec has the name of its field; a lifetime of
    // the struct is a parameter of each impl; the partial object is public in name only; a resource may be named `List`, and a property
    // `is_read`.
    quote! {
        #patch
        #requests
        #upsert
        #new_item
        #extension

        #[allow(
            dead_code,
            deprecated,
            non_camel_case_types,
            single_use_lifetimes,
            unreachable_pub,
            clippy::self_named_constructors,
            clippy::wrong_self_convention
        )]
        const _: () = {
            use #runtime::__private as __graph;
            #(#implementations)*
            #alternate_keys
            #addresses
            #creation
            #paths
        };
    }
}

/// Generates the items that `#[graph_action]` adds to the struct.
pub(crate) fn action(item: TokenStream) -> TokenStream {
    callable(item, CallableKind::Action)
}

/// Generates the items that `#[graph_function]` adds to the struct.
pub(crate) fn function(item: TokenStream) -> TokenStream {
    callable(item, CallableKind::Function)
}

fn callable(item: TokenStream, kind: CallableKind) -> TokenStream {
    expand(item, |input, mistakes| {
        let callable = analysis::callable(input, kind, mistakes)?;
        let runtime = &callable.parameters.runtime;
        let request = callable::request(&callable);
        let implementations = callable::implementations(&callable);
        Some(quote! {
            #request

            #[allow(dead_code, deprecated, clippy::self_named_constructors)]
            const _: () = {
                use #runtime::__private as __graph;
                #implementations
            };
        })
    })
}

/// Generates the items that `#[graph_union]` adds to the enum.
pub(crate) fn union(item: TokenStream) -> TokenStream {
    expand(item, |input, mistakes| {
        let union = analysis::union(input, mistakes)?;
        let runtime = &union.runtime;
        let implementations = union::implementations(&union);
        let types = union_resource::types(&union);
        let resource = union_resource::implementations(&union);
        Some(quote! {
            #types

            #[allow(dead_code, deprecated, clippy::self_named_constructors)]
            const _: () = {
                use #runtime::__private as __graph;
                #implementations
                #resource
            };
        })
    })
}

/// Generates the items that `#[graph_enum]` adds to the enum.
pub(crate) fn enumeration(item: TokenStream) -> TokenStream {
    expand(item, |input, mistakes| {
        let enumeration = analysis::enumeration(input, mistakes)?;
        let runtime = &enumeration.runtime;
        let implementations = enumeration::implementations(&enumeration);
        Some(quote! {
            #[allow(deprecated)]
            const _: () = {
                use #runtime::__private as __graph;
                #implementations
            };
        })
    })
}

fn expand(
    item: TokenStream,
    generate: impl FnOnce(&DeriveInput, &Mistakes) -> Option<TokenStream>,
) -> TokenStream {
    let mut input: DeriveInput = match syn::parse2(item) {
        Ok(input) => input,
        Err(error) => return error.into_compile_error(),
    };
    self_type::replace(&mut input);
    let mistakes = Mistakes::new();
    let generated = generate(&input, &mistakes);
    let mistakes = mistakes.into_tokens();
    quote!(#mistakes #generated)
}
