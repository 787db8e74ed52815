//! The constants by which queries name the properties: `User::DISPLAY_NAME`.

use std::collections::HashSet;

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};
use syn::Type;
use syn::ext::IdentExt;

use super::docs;
use super::generics::{self, Parts};
use crate::model::{Property, StructuredType, is_named, unboxed};

pub(super) fn implementations(resource: &StructuredType<'_>) -> TokenStream {
    let ident = resource.ident;
    let Parts {
        parameters,
        arguments,
        bounds,
    } = generics::of_impl(resource);
    let mut taken = HashSet::from(OF_TRAITS.map(str::to_owned));
    let queried = resource.properties.iter().filter(|each| is_queried(each));
    let constants = queried.map(|property| constant(property, &mut taken));
    quote! {
        impl #parameters #ident #arguments #bounds {
            #(#constants)*
        }
    }
}

/// Returns whether a query can name the property.
fn is_queried(property: &Property<'_>) -> bool {
    property.is_named() && property.is_readable() && !property.wire_name.contains('@')
}

/// The constants of the traits of a resource, which a constant of the type would hide.
const OF_TRAITS: [&str; 2] = ["TYPE", "INFO"];

/// Returns the name of the constant: `DISPLAY_NAME`, and with a `_` at its end if that is taken, as is `TYPE` by a trait.
fn name(property: &Property<'_>, taken: &mut HashSet<String>) -> Ident {
    let name = property.ident.unraw().to_string();
    let mut name = name.trim_matches('_').to_uppercase();
    while !taken.insert(name.clone()) {
        name.push('_');
    }
    format_ident!("{name}", span = property.ident.span())
}

/// Returns the type of the values, which is that in a `Box`: an object is boxed only because types are recursive.
fn value_type<'a>(property: &Property<'a>) -> &'a Type {
    let ty = unboxed(property.value_type);
    if is_named(ty, "str") {
        property.value_type
    } else {
        ty
    }
}

fn constant(property: &Property<'_>, taken: &mut HashSet<String>) -> TokenStream {
    let (name, ty) = (name(property, taken), value_type(property));
    let (wire_name, visibility) = (&property.wire_name, property.visibility);
    let docs = docs::of_property(property);
    quote! {
        #docs
        #visibility const #name: __graph::PropertyPath<Self, #ty> = __graph::PropertyPath::new(#wire_name);
    }
}
