//! The argument `crate = "…"`, the path of the runtime.

use syn::{Path, parse_quote};

use super::entry::Entry;
use crate::diagnostics::Mistakes;

/// The name of the argument. The attribute macros look for it before the arguments are read.
pub(crate) const CRATE: &str = "crate";

/// Returns the path of the runtime where no argument names another.
pub(crate) fn default_runtime() -> Path {
    parse_quote!(::graph_resource)
}

pub(super) fn read(argument: &Entry, mistakes: &Mistakes) -> Option<Path> {
    argument.code("my_crate::graph_resource", mistakes)
}
