use super::property::Property;
use crate::attr::{AddressArguments, Operation, UpdateForm, Version};
use crate::template::Template;

/// The address of a resource, and the requests that are sent to it.
pub(crate) struct Address {
    pub(crate) template: Template,
    pub(crate) version: Option<Version>,
    pub(crate) operations: Vec<Operation>,
    /// The arguments as written, for the rules.
    pub(crate) arguments: AddressArguments,
}

impl Address {
    pub(super) fn new(arguments: AddressArguments, properties: &[Property<'_>]) -> Self {
        let operations = match arguments.operations.value() {
            Some(declared) => declared.iter().map(|(_, operation)| *operation).collect(),
            None => default_operations(properties),
        };
        Self {
            template: arguments.path.value().cloned().unwrap_or_default(),
            version: arguments.version.value().copied(),
            operations,
            arguments,
        }
    }

    /// Returns the form of an update.
    pub(crate) fn update(&self) -> &UpdateForm {
        self.arguments.update.value().unwrap_or(&UpdateForm::PATCH)
    }
}

/// Returns every operation that the properties allow. A resource without a key is a singleton, which is never created.
fn default_operations(properties: &[Property<'_>]) -> Vec<Operation> {
    let has_key = properties.iter().any(Property::is_key);
    let is_updatable = properties.iter().any(Property::is_updatable);
    Operation::ALL
        .into_iter()
        .map(|(_, operation)| operation)
        .filter(|operation| match operation {
            Operation::Update => is_updatable,
            Operation::Get => true,
            Operation::List | Operation::Create | Operation::Delete => has_key,
        })
        .collect()
}
