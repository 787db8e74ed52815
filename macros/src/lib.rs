//! The attribute macros of graph-resource.
use proc_macro::TokenStream;

/// Resource.
#[proc_macro_attribute]
pub fn graph_resource(_args: TokenStream, item: TokenStream) -> TokenStream {
    item
}
/// Enum.
#[proc_macro_attribute]
pub fn graph_enum(_args: TokenStream, item: TokenStream) -> TokenStream {
    item
}
/// Hidden.
#[doc(hidden)]
#[proc_macro_derive(GraphResource, attributes(graph, serde))]
pub fn derive_resource(_item: TokenStream) -> TokenStream {
    TokenStream::new()
}
/// Hidden.
#[doc(hidden)]
#[proc_macro_derive(GraphEnum, attributes(graph, serde))]
pub fn derive_enum(_item: TokenStream) -> TokenStream {
    TokenStream::new()
}
