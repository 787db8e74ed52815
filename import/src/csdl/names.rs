//! Qualified names, and the aliases of namespaces.

use std::collections::BTreeMap;

use super::model::TypeRef;

/// The aliases of the namespaces of a document.
#[derive(Debug, Default)]
pub(super) struct Aliases(BTreeMap<String, String>);

impl Aliases {
    pub(super) fn add(&mut self, alias: &str, namespace: &str) {
        self.0.insert(alias.to_owned(), namespace.to_owned());
    }

    /// Returns the name with its namespace.
    pub(super) fn qualify(&self, name: &str) -> String {
        let split = name.rsplit_once('.');
        match split.and_then(|(alias, name)| Some((self.0.get(alias)?, name))) {
            Some((namespace, name)) => format!("{namespace}.{name}"),
            None => name.to_owned(),
        }
    }

    /// Reads `graph.user` or `Collection(graph.user)`.
    pub(super) fn type_ref(&self, text: &str) -> TypeRef {
        let element = text.strip_prefix("Collection(");
        let element = element.and_then(|element| element.strip_suffix(')'));
        TypeRef {
            name: self.qualify(element.unwrap_or(text)),
            is_collection: element.is_some(),
        }
    }
}
