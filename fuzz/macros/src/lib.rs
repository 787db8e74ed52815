//! The macro crate as a library. Nothing can link a proc-macro crate, so its modules are compiled again, by their paths.

// The entry points for the compiler are missing here, and so are the tests.
#![allow(dead_code, unreachable_pub)]

#[path = "../../../macros/src/analysis.rs"]
mod analysis;
#[path = "../../../macros/src/attr/mod.rs"]
mod attr;
#[path = "../../../macros/src/attribute/mod.rs"]
mod attribute;
#[path = "../../../macros/src/diagnostics.rs"]
mod diagnostics;
#[path = "../../../macros/src/expand/mod.rs"]
mod expand;
#[path = "../../../macros/src/model/mod.rs"]
mod model;
#[path = "../../../macros/src/name.rs"]
mod name;
#[path = "../../../macros/src/rules/mod.rs"]
mod rules;
#[path = "../../../macros/src/self_type.rs"]
mod self_type;
#[path = "../../../macros/src/template/mod.rs"]
mod template;

use proc_macro2::TokenStream;

/// One of the macros: the functions that the compiler calls for the attribute, and for the derive that the attribute adds.
pub struct Macro {
    /// The entry of `#[graph(…)]` in which the arguments are passed to the derive.
    pub wrapper: &'static str,
    /// Expands the attribute, from the arguments and the item.
    pub attribute: fn(&TokenStream, TokenStream) -> TokenStream,
    /// Expands the derive, from the item with the arguments in an attribute.
    pub derive: fn(TokenStream) -> TokenStream,
}

/// Every macro.
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
