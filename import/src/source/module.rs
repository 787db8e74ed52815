use std::collections::BTreeSet;

use super::types::Primitive;
use crate::names;

/// The source of one module: the types of one namespace.
#[derive(Debug, Default)]
pub(super) struct Module {
    /// The names of the types that it declares.
    pub(super) declared: BTreeSet<String>,
    imports: BTreeSet<String>,
    pub(super) items: String,
}

impl Module {
    /// Returns the name of a type here, and imports it unless the module has one of the same name.
    pub(super) fn name_of(&mut self, ty: Primitive) -> String {
        match ty.import {
            None => ty.name.to_owned(),
            Some(path) if self.declared.contains(ty.name) => path.to_owned(),
            Some(path) => {
                self.imports.insert(path.to_owned());
                ty.name.to_owned()
            }
        }
    }

    /// Imports a macro of the crate.
    pub(super) fn import_macro(&mut self, name: &str) {
        self.imports.insert(format!("graph_resource::{name}"));
    }

    /// Returns the imports, each on a line.
    pub(super) fn imports(&self) -> String {
        let lines = self.imports.iter().map(|path| format!("use {path};\n"));
        lines.collect()
    }
}

/// Returns the path of a type from the module of another namespace.
pub(super) fn path_from(namespace: &str, qualified: &str) -> String {
    let ident = names::type_name(qualified).ident;
    let other = names::namespace(qualified);
    if namespace == other {
        return ident;
    }
    let up = if names::module(namespace).is_some() {
        "super::"
    } else {
        ""
    };
    match names::module(other) {
        Some(module) => format!("{up}{module}::{ident}"),
        None => format!("{up}{ident}"),
    }
}
