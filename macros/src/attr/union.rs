//! The arguments of `#[graph_union(…)]`, and the attributes of a variant.

use syn::Path;

use super::attribute_set::attribute_set;
use super::enumeration::UNKNOWN;
use super::runtime::{self, CRATE};
use super::slot::Slot;

attribute_set! {
    /// The arguments of `#[graph_union(…)]`.
    UnionArguments {
        runtime: Path = Slot::new(CRATE, runtime::read),
    }
}

attribute_set! {
    /// The attributes of a variant of a union, `#[graph(…)]`.
    UnionVariantAttributes {
        unknown: () = Slot::flag(UNKNOWN),
        base: () = Slot::flag("base"),
    }
}
