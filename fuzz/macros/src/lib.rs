//! The macro crate as a library: nothing can link a proc-macro crate, so its modules are compiled once more, by their paths.

// What the compiler calls is not here, and what only tests call neither.
#![allow(dead_code, unreachable_pub)]

#[path = "../../../macros/src/attr/mod.rs"]
mod attr;
#[path = "../../../macros/src/attribute.rs"]
mod attribute;
#[path = "../../../macros/src/diagnostics.rs"]
mod diagnostics;
#[path = "../../../macros/src/expand/mod.rs"]
mod expand;
#[path = "../../../macros/src/model/mod.rs"]
mod model;
#[path = "../../../macros/src/name.rs"]
mod name;
#[path = "../../../macros/src/self_type.rs"]
mod self_type;
#[path = "../../../macros/src/template.rs"]
mod template;

use proc_macro2::TokenStream;

/// One of the macros: what the compiler calls for the attribute, and for the derive that it hands over to.
pub struct Macro {
    /// Under which name the arguments are handed over.
    pub wrapper: &'static str,
    /// From the arguments and the item.
    pub attribute: fn(&TokenStream, TokenStream) -> TokenStream,
    /// From the item, with the arguments in an attribute.
    pub derive: fn(TokenStream) -> TokenStream,
}

/// All of them.
pub const MACROS: [Macro; 4] = [
    Macro {
        wrapper: attr::RESOURCE,
        attribute: attribute::resource,
        derive: expand::resource,
    },
    Macro {
        wrapper: attr::COMPLEX,
        attribute: attribute::complex,
        derive: expand::complex,
    },
    Macro {
        wrapper: attr::ENUMERATION,
        attribute: attribute::enumeration,
        derive: expand::enumeration,
    },
    Macro {
        wrapper: attr::UNION,
        attribute: attribute::union,
        derive: expand::union,
    },
];
