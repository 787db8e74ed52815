use std::collections::{BTreeMap, HashMap};

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Map, Value};

use crate::links::{ItemId, Links};

/// The properties of an item, by name.
pub(crate) type Properties = Map<String, Value>;

/// The resources that the emulator stores, in collections that are identified by their path.
///
/// A singleton is stored as a collection of one item with an empty key.
#[derive(Debug, Default)]
pub(crate) struct Store {
    collections: HashMap<String, Collection>,
    pub(crate) links: Links,
    /// The number of writes so far. It makes each entity tag unique.
    revision: u64,
    /// The items that were removed, in order.
    removed: Vec<Removed>,
    /// The number of times that the changes so far were forgotten.
    epoch: u64,
}

#[derive(Debug)]
struct Removed {
    revision: u64,
    collection: String,
    key: String,
}

/// A change of a collection.
pub(crate) enum Change<'s> {
    Put(&'s Item),
    Removed { revision: u64, key: &'s str },
}

impl Change<'_> {
    /// Returns the number of writes up to the change.
    pub(crate) const fn revision(&self) -> u64 {
        match self {
            Self::Put(item) => item.revision,
            Self::Removed { revision, .. } => *revision,
        }
    }
}

#[derive(Debug, Default)]
struct Collection {
    /// The items by position, in the order of insertion. A position is never reused, so that writes do not disturb paging.
    items: BTreeMap<u64, Item>,
    positions: HashMap<String, u64>,
}

/// A resource as it is stored.
#[derive(Debug, Clone)]
pub(crate) struct Item {
    pub(crate) key: String,
    pub(crate) properties: Properties,
    revision: u64,
}

/// Consecutive items of a collection.
pub(crate) struct Slice<'s> {
    pub(crate) items: Vec<&'s Item>,
    /// The position after which the next slice begins, if there are more items.
    pub(crate) next: Option<u64>,
}

impl Store {
    /// Returns whether the collection exists, even if it is empty.
    pub(crate) fn has_collection(&self, collection: &str) -> bool {
        self.collections.contains_key(collection)
    }

    /// Returns whether the collection has items.
    pub(crate) fn has_items(&self, collection: &str) -> bool {
        let collection = self.collections.get(collection);
        collection.is_some_and(|collection| !collection.items.is_empty())
    }

    pub(crate) fn item(&self, collection: &str, key: &str) -> Option<&Item> {
        self.collections.get(collection)?.item(key)
    }

    /// Returns the key of the first item whose properties match.
    pub(crate) fn find_key(
        &self,
        collection: &str,
        matches: impl Fn(&Properties) -> bool,
    ) -> Option<&str> {
        let mut items = self.collections.get(collection)?.items.values();
        let item = items.find(|item| matches(&item.properties))?;
        Some(&item.key)
    }

    /// Returns up to `limit` items after the position `after`.
    pub(crate) fn slice(&self, collection: &str, after: u64, limit: usize) -> Slice<'_> {
        let items = self.collections.get(collection).into_iter();
        let mut items =
            items.flat_map(|collection| collection.items.range(after.saturating_add(1)..));
        let slice: Vec<_> = items.by_ref().take(limit).collect();
        let last = slice.last().map(|(position, _)| **position);
        Slice {
            items: slice.into_iter().map(|(_, item)| item).collect(),
            next: items.next().and(last),
        }
    }

    /// Returns the number of writes so far.
    pub(crate) const fn revision(&self) -> u64 {
        self.revision
    }

    /// Returns the number of times that the changes so far were forgotten: a client that knows another one must read the collections again.
    pub(crate) const fn epoch(&self) -> u64 {
        self.epoch
    }

    /// Forgets the changes so far.
    pub(crate) fn forget_changes(&mut self) {
        self.epoch += 1;
        self.removed.clear();
    }

    /// Returns the changes of a collection after a number of writes, in order: the latest of each item.
    pub(crate) fn changes(&self, collection: &str, since: u64) -> Vec<Change<'_>> {
        let stored = self.collections.get(collection);
        let exists = |key: &str| stored.is_some_and(|stored| stored.item(key).is_some());
        let put = stored.into_iter().flat_map(|stored| stored.items.values());
        let put = put.filter(|item| item.revision > since).map(Change::Put);
        let removed = self.removed.iter().filter(|removed| {
            removed.revision > since && removed.collection == collection && !exists(&removed.key)
        });
        let removed = removed.map(|removed| Change::Removed {
            revision: removed.revision,
            key: &removed.key,
        });
        let mut changes: Vec<_> = put.chain(removed).collect();
        changes.sort_by_key(Change::revision);
        changes
    }

    /// Stores an item: it replaces the one with the same key, or is appended to the collection.
    pub(crate) fn put(&mut self, collection: &str, key: &str, properties: Properties) -> &Item {
        self.revision += 1;
        let item = Item {
            key: key.to_owned(),
            properties,
            revision: self.revision,
        };
        let collection = self.collections.entry(collection.to_owned()).or_default();
        collection.put(self.revision, item)
    }

    /// Removes an item, with its links and those to it.
    pub(crate) fn remove(&mut self, collection: &str, key: &str) -> Option<Item> {
        let items = self.collections.get_mut(collection)?;
        let position = items.positions.remove(key)?;
        self.revision += 1;
        self.removed.push(Removed {
            revision: self.revision,
            collection: collection.to_owned(),
            key: key.to_owned(),
        });
        self.links.forget(&ItemId {
            collection: collection.to_owned(),
            key: key.to_owned(),
        });
        items.items.remove(&position)
    }
}

impl Collection {
    fn item(&self, key: &str) -> Option<&Item> {
        self.items.get(self.positions.get(key)?)
    }

    fn put(&mut self, end: u64, item: Item) -> &Item {
        let position = *self.positions.entry(item.key.clone()).or_insert(end);
        self.items.remove(&position);
        self.items.entry(position).or_insert(item)
    }
}

impl Item {
    /// Returns the entity tag of this state: weak, with a counter in the format that Planner uses.
    pub(crate) fn etag(&self) -> String {
        let text = format!("'1-{:018}'", self.revision);
        format!("W/\"{}\"", BASE64_STANDARD.encode(text))
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that panics has failed")]
mod tests {
    use super::*;

    const USERS: &str = "/users";

    fn filled(keys: &[&str]) -> Store {
        let mut store = Store::default();
        for key in keys {
            store.put(USERS, key, Properties::new());
        }
        store
    }

    fn keys(slice: &Slice<'_>) -> Vec<String> {
        slice.items.iter().map(|item| item.key.clone()).collect()
    }

    #[test]
    fn slices_keep_the_order_of_insertion_across_writes() {
        let mut store = filled(&["c", "a", "b", "d"]);
        let first = store.slice(USERS, 0, 2);
        assert_eq!(keys(&first), ["c", "a"]);
        let next = first.next.unwrap();

        store.remove(USERS, "a");
        store.put(USERS, "c", Properties::new());
        store.put(USERS, "e", Properties::new());
        let second = store.slice(USERS, next, 3);
        assert_eq!(keys(&second), ["b", "d", "e"]);
        assert_eq!(second.next, None);
    }

    #[test]
    fn a_slice_is_never_out_of_bounds() {
        let store = filled(&["a"]);
        assert!(store.slice(USERS, u64::MAX, 5).items.is_empty());
        assert!(store.slice("/groups", 0, 5).items.is_empty());
        assert!(store.slice(USERS, 0, 0).next.is_none());
    }

    #[test]
    fn each_state_has_its_own_entity_tag() {
        let mut store = filled(&["a"]);
        let before = store.item(USERS, "a").unwrap().etag();
        assert!(before.starts_with("W/\"JzEt"), "{before}");
        store.remove(USERS, "a");
        assert_ne!(store.put(USERS, "a", Properties::new()).etag(), before);
    }
}
