use proc_macro2::Ident;

use super::property::Property;
use crate::attr::{AddressArguments, FurtherAddress, Media, Operation, Slot, UpdateForm, Version};
use crate::template::Template;

/// A further address of a resource.
pub(crate) struct Further {
    /// The name of the function for it.
    pub(crate) name: Ident,
    pub(crate) template: Template,
    /// True if the path is that of the resource itself.
    pub(crate) is_singleton: bool,
}

impl Further {
    /// Returns the further addresses of a resource, each of which is that of the resource itself if `are_singletons`.
    pub(super) fn all(declared: &Slot<Vec<FurtherAddress>>, are_singletons: bool) -> Vec<Self> {
        let declared = declared.value().into_iter().flatten();
        let further = declared.map(|address| Self {
            name: address.name.clone(),
            template: address.template.clone(),
            is_singleton: address.is_singleton || are_singletons,
        });
        further.collect()
    }
}

/// The address of a resource, and the requests that are sent to it.
pub(crate) struct Address {
    pub(crate) template: Template,
    pub(crate) further: Vec<Further>,
    pub(crate) media: Vec<Media>,
    pub(crate) version: Option<Version>,
    pub(crate) operations: Vec<Operation>,
    /// True if the key of the base identifies an item.
    pub(crate) inherits_key: bool,
    /// The arguments as written, for the rules.
    pub(crate) arguments: AddressArguments,
}

impl Address {
    pub(super) fn new(
        arguments: AddressArguments,
        properties: &[Property<'_>],
        has_base: bool,
    ) -> Self {
        let is_singleton = arguments.singleton.is_given();
        let has_own_key = properties.iter().any(Property::is_key) && !is_singleton;
        let inherits_key = has_base && !has_own_key && !is_singleton;
        let operations = match arguments.operations.value() {
            Some(declared) => declared.iter().map(|(_, operation)| *operation).collect(),
            None => default_operations(properties, has_own_key || inherits_key),
        };
        let has_key = has_own_key || inherits_key;
        Self {
            further: Further::all(&arguments.also, !has_key),
            media: arguments.media.value().cloned().unwrap_or_default(),
            template: arguments.path.value().cloned().unwrap_or_default(),
            version: arguments.version.value().copied(),
            operations,
            inherits_key,
            arguments,
        }
    }

    /// Returns the form of an update.
    pub(crate) fn update(&self) -> &UpdateForm {
        self.arguments.update.value().unwrap_or(&UpdateForm::PATCH)
    }
}

/// Returns every operation that the properties allow. A resource without a key is a singleton, which is never created.
fn default_operations(properties: &[Property<'_>], has_key: bool) -> Vec<Operation> {
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
