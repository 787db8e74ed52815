use syn::{Attribute, LitStr, Path};

use super::{
    CRATE, CRATE_EXAMPLE, ENUMERATION, EVOLVED, FLAGS, RENAME, Slot, UNKNOWN, for_each_argument,
    for_each_entry,
};
use crate::diagnostics::Mistakes;

/// The arguments of `#[graph_enum(…)]`.
pub(crate) struct EnumAttributes {
    pub(crate) runtime: Slot<Path>,
    pub(crate) flags: Slot<()>,
}

impl EnumAttributes {
    /// Parses what the attribute macro left as `#[graph(enumeration(…))]`.
    pub(crate) fn parse(attributes: &[Attribute], mistakes: &Mistakes) -> Self {
        let mut parsed = Self {
            runtime: Slot::new(CRATE),
            flags: Slot::new(FLAGS),
        };
        let known = &[FLAGS, CRATE];
        for_each_argument(
            attributes,
            ENUMERATION,
            known,
            mistakes,
            |name, argument| {
                if name == FLAGS {
                    argument.flag(mistakes);
                    parsed.flags.fill(argument, Some(()), mistakes);
                } else {
                    let path = argument.code(CRATE_EXAMPLE, mistakes);
                    parsed.runtime.fill(argument, path, mistakes);
                }
            },
        );
        parsed
    }
}

/// `#[graph(…)]` on a variant.
pub(crate) struct VariantAttributes {
    pub(crate) unknown: Slot<()>,
    pub(crate) evolved: Slot<()>,
    pub(crate) rename: Slot<LitStr>,
}

impl VariantAttributes {
    pub(crate) fn parse(attributes: &[Attribute], mistakes: &Mistakes) -> Self {
        let mut parsed = Self {
            unknown: Slot::new(UNKNOWN),
            evolved: Slot::new(EVOLVED),
            rename: Slot::new(RENAME),
        };
        let known = &[UNKNOWN, EVOLVED, RENAME];
        for_each_entry(attributes, known, mistakes, |name, entry| {
            let flag = match name {
                UNKNOWN => &mut parsed.unknown,
                EVOLVED => &mut parsed.evolved,
                _ => {
                    let name = entry.string("pending", mistakes);
                    parsed.rename.fill(entry, name, mistakes);
                    return;
                }
            };
            entry.flag(mistakes);
            flag.fill(entry, Some(()), mistakes);
        });
        parsed
    }
}
