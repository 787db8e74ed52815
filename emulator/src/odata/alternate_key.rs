use graph_resource::Property;
use serde_json::Value;

use crate::store::Properties;

use super::key::comparable_text;

/// An alternate key that identifies an item in a path: `applications(appId='…')`.
#[derive(Debug, Clone)]
pub(crate) struct AlternateKey {
    pub(crate) property: Property,
    pub(crate) value: Value,
}

impl AlternateKey {
    /// Returns whether an item with these properties has this key.
    pub(super) fn matches(&self, properties: &Properties) -> bool {
        let stored = properties.get(self.property.name());
        let stored = stored.and_then(|stored| comparable_text(self.property, stored));
        stored.is_some() && stored == comparable_text(self.property, &self.value)
    }
}
