use syn::{Attribute, LitStr, Path};

use super::{
    CRATE, ENUMERATION, RENAME, Slot, UNKNOWN, code, flag, for_each_argument, for_each_entry,
    string,
};
use crate::diagnostics::Mistakes;

/// The arguments of `#[graph_enum(…)]`.
pub(crate) struct EnumAttributes {
    pub(crate) runtime: Slot<Path>,
}

impl EnumAttributes {
    /// Parses what the attribute macro left as `#[graph(enumeration(…))]`.
    pub(crate) fn parse(attributes: &[Attribute], mistakes: &Mistakes) -> Self {
        let mut runtime = Slot::new(CRATE);
        for_each_argument(attributes, ENUMERATION, &[CRATE], mistakes, |name, meta| {
            if name == CRATE {
                runtime.fill(
                    meta,
                    code(meta, CRATE, "my_crate::graph_resource", mistakes),
                    mistakes,
                );
            }
            name == CRATE
        });
        Self { runtime }
    }
}

/// `#[graph(…)]` on a variant.
pub(crate) struct VariantAttributes {
    pub(crate) unknown: Slot<()>,
    pub(crate) rename: Slot<LitStr>,
}

impl VariantAttributes {
    pub(crate) fn parse(attributes: &[Attribute], mistakes: &Mistakes) -> Self {
        let mut parsed = Self {
            unknown: Slot::new(UNKNOWN),
            rename: Slot::new(RENAME),
        };
        for_each_entry(attributes, &[UNKNOWN, RENAME], mistakes, |name, meta| {
            match name {
                UNKNOWN => {
                    flag(meta, UNKNOWN, mistakes);
                    parsed.unknown.fill(meta, Some(()), mistakes);
                }
                RENAME => {
                    parsed
                        .rename
                        .fill(meta, string(meta, RENAME, "pending", mistakes), mistakes)
                }
                _ => return false,
            }
            true
        });
        parsed
    }
}
