use crate::links::ItemId;
use crate::store::Store;

use super::alternate_key::AlternateKey;
use super::entity_types::EntityTypes;
use super::key_segment::TypedKey;
use super::literal::LiteralError;
use super::path::{ResourcePath, encode};
use super::template::Filled;

/// The collection, item or singleton that a path addresses.
#[derive(Debug)]
pub(crate) struct Target {
    pub(crate) types: EntityTypes,
    /// The path of the collection, or of the singleton itself.
    pub(crate) path: ResourcePath,
    /// The key of an item, an empty string for a singleton, or `None` for a collection.
    pub(crate) key: Option<String>,
    /// The alternate key of an item. If there is one, `key` has the text of the path: `appId='…'`.
    pub(crate) alternate_key: Option<AlternateKey>,
}

impl Target {
    pub(super) const fn new(types: EntityTypes, path: ResourcePath, key: Option<String>) -> Self {
        Self {
            types,
            path,
            key,
            alternate_key: None,
        }
    }

    /// Creates the target of an item from the last part of its path, or returns `None` if its type has no such key.
    pub(super) fn item(
        types: EntityTypes,
        path: ResourcePath,
        key: Filled,
    ) -> Result<Option<Self>, LiteralError> {
        let predicate = match key {
            Filled::Segment(segment) => {
                let key = types.stored_key(segment.into_text())?;
                return Ok(Some(Self::new(types, path, Some(key))));
            }
            Filled::Key(predicate) => predicate,
            Filled::Path { .. } => return Ok(None),
        };
        Ok(types.typed_key(&predicate)?.map(|key| match key {
            TypedKey::Primary(key) => Self::new(types, path, Some(key)),
            TypedKey::Alternate(alternate_key) => Self {
                alternate_key: Some(alternate_key),
                ..Self::new(types, path, Some(predicate.to_string()))
            },
        }))
    }

    pub(crate) fn is_singleton(&self) -> bool {
        self.key.as_deref() == Some("")
    }

    /// Returns the key under which the item is stored, or `None` for a collection and for an unknown alternate key.
    pub(crate) fn stored_key<'t>(&'t self, store: &'t Store) -> Option<&'t str> {
        match &self.alternate_key {
            None => self.key.as_deref(),
            Some(key) => store.find_key(&self.path.id(), |item| key.matches(item)),
        }
    }

    /// Returns the identity of the item, or `None` for a collection and for an unknown alternate key.
    pub(crate) fn item_id(&self, store: &Store) -> Option<ItemId> {
        Some(ItemId {
            collection: self.path.id(),
            key: self.stored_key(store)?.to_owned(),
        })
    }

    /// Returns the path of the item as the fragment of `@odata.context` has it: `groups('1')`.
    pub(crate) fn context(&self) -> String {
        let path = self.path.context();
        match self.key.as_deref() {
            None | Some("") => path,
            Some(key) => format!("{path}('{}')", encode(&key.replace('\'', "''"))),
        }
    }

    /// Returns the path of the item below the version, percent-encoded.
    pub(crate) fn encoded_path(&self) -> String {
        let path = self.path.encoded();
        match self.key.as_deref() {
            None | Some("") => path,
            Some(key) => format!("{path}/{}", encode(key)),
        }
    }
}
