//! The documentation of generated items.

use proc_macro2::TokenStream;
use quote::quote;

use crate::model::Property;

/// Returns the documentation of the property, or its name if it has none.
pub(super) fn of_property(property: &Property<'_>) -> TokenStream {
    let docs = &property.docs;
    if docs.is_empty() {
        let text = format!(" The property `{}`.", property.wire_name);
        return quote!(#[doc = #text]);
    }
    quote!(#(#docs)*)
}
