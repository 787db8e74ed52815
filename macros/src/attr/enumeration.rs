use syn::{Attribute, LitStr, Path};

use super::{
    CRATE, CRATE_EXAMPLE, ENUMERATION, RENAME, Slot, UNKNOWN, for_each_argument, for_each_entry,
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
        for_each_argument(
            attributes,
            ENUMERATION,
            &[CRATE],
            mistakes,
            |_, argument| {
                let path = argument.code(CRATE_EXAMPLE, mistakes);
                runtime.fill(argument, path, mistakes);
            },
        );
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
        for_each_entry(attributes, &[UNKNOWN, RENAME], mistakes, |name, entry| {
            if name == UNKNOWN {
                entry.flag(mistakes);
                parsed.unknown.fill(entry, Some(()), mistakes);
            } else {
                let name = entry.string("pending", mistakes);
                parsed.rename.fill(entry, name, mistakes);
            }
        });
        parsed
    }
}
