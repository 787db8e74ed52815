//! The attribute macros of [`graph-resource`](https://docs.rs/graph-resource), which re-exports and documents them. Depend on
//! that crate: the generated code refers to it.

mod analysis;
mod attr;
mod attribute;
mod diagnostics;
mod expand;
mod model;
mod name;
#[cfg(test)]
mod robustness;
mod rules;
mod self_type;
mod template;

use proc_macro::TokenStream;

/// Makes a struct a Microsoft Graph resource. Documented at `graph_resource::graph_resource`.
#[proc_macro_attribute]
pub fn graph_resource(args: TokenStream, item: TokenStream) -> TokenStream {
    attribute::resource(&args.into(), item.into()).into()
}

/// Makes a struct a complex type of Microsoft Graph. Documented at `graph_resource::graph_complex`.
#[proc_macro_attribute]
pub fn graph_complex(args: TokenStream, item: TokenStream) -> TokenStream {
    attribute::complex(&args.into(), item.into()).into()
}

/// Makes an enum the union of a base type and its derived types. Documented at `graph_resource::graph_union`.
#[proc_macro_attribute]
pub fn graph_union(args: TokenStream, item: TokenStream) -> TokenStream {
    attribute::union(&args.into(), item.into()).into()
}

/// Makes an enum an evolvable enum of Microsoft Graph. Documented at `graph_resource::graph_enum`.
#[proc_macro_attribute]
pub fn graph_enum(args: TokenStream, item: TokenStream) -> TokenStream {
    attribute::enumeration(&args.into(), item.into()).into()
}

/// Makes a struct the parameters of an action of Microsoft Graph. Documented at `graph_resource::graph_action`.
#[proc_macro_attribute]
pub fn graph_action(args: TokenStream, item: TokenStream) -> TokenStream {
    attribute::action(&args.into(), item.into()).into()
}

/// Makes a struct the parameters of a function of Microsoft Graph. Documented at `graph_resource::graph_function`.
#[proc_macro_attribute]
pub fn graph_function(args: TokenStream, item: TokenStream) -> TokenStream {
    attribute::function(&args.into(), item.into()).into()
}

// An attribute macro leaves the item unchanged and adds one of these derives: a derive sees the fields after `cfg` is evaluated,
// can have helper attributes, and cannot change the item. `serde` is registered as well, so that the macros can report a stray
// `#[serde(…)]` and say what to write instead.

#[doc(hidden)]
#[proc_macro_derive(GraphResource, attributes(graph, serde))]
pub fn derive_resource(item: TokenStream) -> TokenStream {
    expand::resource(item.into()).into()
}

#[doc(hidden)]
#[proc_macro_derive(GraphEnum, attributes(graph, serde))]
pub fn derive_enum(item: TokenStream) -> TokenStream {
    expand::enumeration(item.into()).into()
}

#[doc(hidden)]
#[proc_macro_derive(GraphComplex, attributes(graph, serde))]
pub fn derive_complex(item: TokenStream) -> TokenStream {
    expand::complex(item.into()).into()
}

#[doc(hidden)]
#[proc_macro_derive(GraphUnion, attributes(graph, serde))]
pub fn derive_union(item: TokenStream) -> TokenStream {
    expand::union(item.into()).into()
}

#[doc(hidden)]
#[proc_macro_derive(GraphAction, attributes(graph, serde))]
pub fn derive_action(item: TokenStream) -> TokenStream {
    expand::action(item.into()).into()
}

#[doc(hidden)]
#[proc_macro_derive(GraphFunction, attributes(graph, serde))]
pub fn derive_function(item: TokenStream) -> TokenStream {
    expand::function(item.into()).into()
}
