use graph_resource::EdmType;
use serde_json::Value;

use crate::store::Properties;

/// The path to a property, from an item or from the element of a collection.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Path {
    /// The position of the lambda expression whose element the path begins with, from the outside. `None` for the item.
    pub(crate) element: Option<usize>,
    pub(crate) names: Vec<&'static str>,
    pub(crate) edm_type: EdmType,
}

/// The values that paths begin with.
#[derive(Clone, Copy)]
pub(super) struct Scope<'s> {
    pub(super) item: &'s Properties,
    pub(crate) elements: &'s [&'s Value],
}

impl Path {
    /// Returns the value of the property. What is missing is `null`.
    pub(super) fn value<'s>(&self, scope: Scope<'s>) -> &'s Value {
        static NULL: Value = Value::Null;
        let mut names = self.names.iter();
        let start = match self.element {
            Some(index) => scope.elements.get(index).copied(),
            None => names.next().and_then(|name| scope.item.get(*name)),
        };
        let value = names.try_fold(start.unwrap_or(&NULL), |value, name| value.get(*name));
        value.unwrap_or(&NULL)
    }
}
