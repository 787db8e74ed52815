//! The attribute macros. They read only as much of their arguments as they need to find the runtime, and add the derive that
//! generates the code to the unchanged item.

mod delegate;
mod derives;
mod scan;
mod variants;

use proc_macro2::TokenStream;
use syn::parse_quote;

use crate::attr;
use delegate::Macro;

/// Expands `#[graph_resource]`.
pub(crate) fn resource(args: &TokenStream, item: TokenStream) -> TokenStream {
    Macro {
        name: "graph_resource",
        target: "a struct with named fields",
        wrapper: attr::RESOURCE,
        derive: "DeriveResource",
        also_derives: &[],
    }
    .delegate(args, item)
}

/// Expands `#[graph_complex]`.
pub(crate) fn complex(args: &TokenStream, item: TokenStream) -> TokenStream {
    Macro {
        name: "graph_complex",
        target: "a struct with named fields",
        wrapper: attr::COMPLEX,
        derive: "DeriveComplex",
        also_derives: &[],
    }
    .delegate(args, item)
}

/// Expands `#[graph_action]`.
pub(crate) fn action(args: &TokenStream, item: TokenStream) -> TokenStream {
    Macro {
        name: "graph_action",
        target: "a struct with a field for each parameter",
        wrapper: attr::ACTION,
        derive: "DeriveAction",
        also_derives: &[],
    }
    .delegate(args, item)
}

/// Expands `#[graph_function]`.
pub(crate) fn function(args: &TokenStream, item: TokenStream) -> TokenStream {
    Macro {
        name: "graph_function",
        target: "a struct with a field for each parameter",
        wrapper: attr::FUNCTION,
        derive: "DeriveFunction",
        also_derives: &[],
    }
    .delegate(args, item)
}

/// Expands `#[graph_union]`.
pub(crate) fn union(args: &TokenStream, item: TokenStream) -> TokenStream {
    Macro {
        name: "graph_union",
        target: "an enum",
        wrapper: attr::UNION,
        derive: "DeriveUnion",
        also_derives: &[],
    }
    .delegate(args, item)
}

/// Expands `#[graph_enum]`. An enum is a plain value, so the traits of one are derived as well, unless the user derives them.
pub(crate) fn enumeration(args: &TokenStream, item: TokenStream) -> TokenStream {
    Macro {
        name: "graph_enum",
        target: "an enum",
        wrapper: attr::ENUMERATION,
        derive: "DeriveEnum",
        also_derives: &[
            parse_quote!(::core::fmt::Debug),
            parse_quote!(::core::clone::Clone),
            parse_quote!(::core::cmp::PartialEq),
            parse_quote!(::core::cmp::Eq),
            parse_quote!(::core::hash::Hash),
        ],
    }
    .delegate(args, item)
}
