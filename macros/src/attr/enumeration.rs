//! The arguments of `#[graph_enum(…)]`, and the attributes of a variant.

use syn::{LitStr, Path};

use super::attribute_set::attribute_set;
use super::runtime::{self, CRATE};
use super::slot::Slot;

attribute_set! {
    /// The arguments of `#[graph_enum(…)]`.
    EnumArguments {
        flags: () = Slot::flag("flags"),
        runtime: Path = Slot::new(CRATE, runtime::read),
    }
}

/// The name of the attribute of the variant that keeps what is unknown. The attribute macros look for it before the variants are read.
pub(crate) const UNKNOWN: &str = "unknown";

attribute_set! {
    /// The attributes of a variant of an enum, `#[graph(…)]`.
    MemberAttributes {
        unknown: () = Slot::flag(UNKNOWN),
        evolved: () = Slot::flag("evolved"),
        rename: LitStr = Slot::new("rename", |entry, mistakes| entry.string("pending", mistakes)),
    }
}
