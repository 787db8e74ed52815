//! The arguments of `#[graph_union(…)]`, and the attributes of a variant.

use syn::{Ident, LitStr, Path};

use super::also::{self, FurtherAddress};
use super::attribute_set::attribute_set;
use super::enumeration::UNKNOWN;
use super::operation::{self, Operation};
use super::runtime::{self, CRATE};
use super::slot::Slot;
use super::structured::Version;
use crate::template::Template;

attribute_set! {
    /// The arguments of `#[graph_union(…)]`.
    UnionArguments {
        path: Template = Slot::new("path", |entry, mistakes| {
            Some(Template::parse(&entry.string("/directoryObjects", mistakes)?, mistakes))
        }),
        also: Vec<FurtherAddress> = Slot::new("also", also::read),
        version: Version = Slot::new("version", |entry, mistakes| {
            entry.one_of(&[("v1.0", Version::V1), ("beta", Version::Beta)], mistakes)
        }),
        operations: Vec<(Ident, Operation)> = Slot::new("operations", operation::read),
        singleton: () = Slot::flag("singleton"),
        odata_type: LitStr = Slot::new("odata_type", |entry, mistakes| {
            entry.string("microsoft.graph.directoryObject", mistakes)
        }),
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
