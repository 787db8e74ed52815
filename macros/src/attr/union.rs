use syn::{Attribute, Path};

use super::{BASE, CRATE, CRATE_EXAMPLE, Slot, UNION, UNKNOWN, for_each_argument, for_each_entry};
use crate::diagnostics::Mistakes;

/// The path of the runtime, out of the arguments of `#[graph_union(…)]`.
pub(crate) fn parse_runtime(attributes: &[Attribute], mistakes: &Mistakes) -> Slot<Path> {
    let mut runtime = Slot::new(CRATE);
    for_each_argument(attributes, UNION, &[CRATE], mistakes, |_, argument| {
        let path = argument.code(CRATE_EXAMPLE, mistakes);
        runtime.fill(argument, path, mistakes);
    });
    runtime
}

/// `#[graph(…)]` on a variant of a union.
pub(crate) struct UnionVariantAttributes {
    pub(crate) unknown: Slot<()>,
    pub(crate) base: Slot<()>,
}

impl UnionVariantAttributes {
    pub(crate) fn parse(attributes: &[Attribute], mistakes: &Mistakes) -> Self {
        let mut parsed = Self {
            unknown: Slot::new(UNKNOWN),
            base: Slot::new(BASE),
        };
        for_each_entry(attributes, &[UNKNOWN, BASE], mistakes, |name, entry| {
            entry.flag(mistakes);
            let flag = if name == UNKNOWN {
                &mut parsed.unknown
            } else {
                &mut parsed.base
            };
            flag.fill(entry, Some(()), mistakes);
        });
        parsed
    }
}
