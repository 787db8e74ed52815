use graph_resource::{EdmType, Property, TypeInfo};

use super::entity_types::EntityTypes;

/// A type, or several ones, whose properties a query names.
pub(crate) trait Properties {
    fn property(&self, name: &str) -> Option<Property>;

    /// Returns the qualified name for messages.
    fn type_name(&self) -> String;
}

impl Properties for TypeInfo {
    fn property(&self, name: &str) -> Option<Property> {
        Self::property(self, name).copied()
    }

    fn type_name(&self) -> String {
        self.name().to_owned()
    }
}

impl Properties for EntityTypes {
    fn property(&self, name: &str) -> Option<Property> {
        Self::property(self, name)
    }

    fn type_name(&self) -> String {
        self.name()
    }
}

/// The properties of the objects at the other end of a relationship.
impl Properties for EdmType {
    fn property(&self, name: &str) -> Option<Property> {
        match self {
            Self::Structured(info) => info.property(name).copied(),
            Self::OneOf(types) => types.iter().find_map(|info| info.property(name).copied()),
            Self::Collection(element) | Self::Nullable(element) => {
                Properties::property(*element, name)
            }
            _ => None,
        }
    }

    fn type_name(&self) -> String {
        match self {
            Self::Collection(element) => element.to_string(),
            edm_type => edm_type.to_string(),
        }
    }
}
