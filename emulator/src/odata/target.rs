use graph_resource::ResourceInfo;

use crate::store::Store;

use super::alternate_key::AlternateKey;
use super::key::{key_property, key_text};
use super::literal::LiteralError;
use super::path::ResourcePath;
use super::primitive;

/// The collection, item or singleton that a path addresses.
#[derive(Debug)]
pub(crate) struct Target {
    pub(crate) resource: &'static ResourceInfo,
    /// The path of the collection, or of the singleton itself.
    pub(crate) path: ResourcePath,
    /// The key of an item, an empty string for a singleton, or `None` for a collection.
    pub(crate) key: Option<String>,
    /// The alternate key of an item. If there is one, `key` has the text of the path: `appId='…'`.
    pub(crate) alternate_key: Option<AlternateKey>,
}

impl Target {
    pub(crate) fn is_singleton(&self) -> bool {
        self.key.as_deref() == Some("")
    }

    /// Checks that the key of an item is one of its type, and gives it the form in which items are stored.
    pub(super) fn with_valid_key(mut self) -> Result<Self, LiteralError> {
        let property = key_property(self.resource.type_info());
        if let (Some(property), Some(key)) = (property, &mut self.key)
            && !key.is_empty()
        {
            let edm_type = property.edm_type();
            let value = primitive::parse(edm_type, key);
            let text = value.and_then(|value| key_text(property, &value));
            *key = text.ok_or_else(|| LiteralError::new(key, edm_type))?;
        }
        Ok(self)
    }

    /// Returns the key under which the item is stored, or `None` for a collection and for an unknown alternate key.
    pub(crate) fn stored_key<'t>(&'t self, store: &'t Store) -> Option<&'t str> {
        match &self.alternate_key {
            None => self.key.as_deref(),
            Some(key) => store.find_key(&self.path.id(), |item| key.matches(item)),
        }
    }
}
