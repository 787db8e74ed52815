use proc_macro2::Ident;

use super::Property;
use crate::attr::Slot;
use crate::diagnostics::Mistakes;

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Operation {
    List,
    Get,
    Create,
    Update,
    Delete,
}

impl Operation {
    pub(crate) const ALL: [(&'static str, Self); 5] = [
        ("list", Self::List),
        ("get", Self::Get),
        ("create", Self::Create),
        ("update", Self::Update),
        ("delete", Self::Delete),
    ];

    /// Whether the operation is about a collection, which only items with a key form.
    const fn needs_key(self) -> bool {
        matches!(self, Self::List | Self::Create)
    }
}

/// The operations that were asked for, or all that the shape allows: for a singleton, which nobody creates, `get` and `update`.
pub(super) fn resolve(
    asked: &Slot<Vec<(Ident, Operation)>>,
    properties: &[Property<'_>],
    mistakes: &Mistakes,
) -> Vec<Operation> {
    let has_key = properties.iter().any(Property::is_key);
    let is_updatable = properties.iter().any(Property::is_updatable);
    let Some(asked) = asked.get() else {
        return Operation::ALL
            .into_iter()
            .map(|(_, operation)| operation)
            .filter(|operation| match operation {
                Operation::Update => is_updatable,
                Operation::Get => true,
                Operation::List | Operation::Create | Operation::Delete => has_key,
            })
            .collect();
    };
    for (ident, operation) in &asked.value {
        if operation.needs_key() && !has_key {
            let help = "mark the field that names an item with `#[graph(key)]`";
            mistakes.report(
                ident,
                format!("`{ident}` needs a collection, and items of one have a key"),
                help,
            );
        }
        if *operation == Operation::Update && !is_updatable {
            let help = "remove `update`, or give the struct a property that is neither the key nor read-only";
            mistakes.report(ident, "there is nothing that an update could carry", help);
        }
    }
    asked
        .value
        .iter()
        .map(|(_, operation)| *operation)
        .collect()
}
