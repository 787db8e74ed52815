use std::collections::{BTreeMap, HashMap};

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Map, Value};

/// The properties of an item by name.
pub(crate) type Properties = Map<String, Value>;

/// All that the emulator holds. A singleton is a collection of one item, whose key is empty.
#[derive(Debug, Default)]
pub(crate) struct Store {
    collections: HashMap<String, Collection>,
    /// Counts the writes, so that no two states ever share an entity tag.
    revision: u64,
}

#[derive(Debug, Default)]
struct Collection {
    /// By position, in the order of insertion. A position is never given twice, so paging is not disturbed by writes.
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

/// A part of a collection.
pub(crate) struct Slice<'s> {
    pub(crate) items: Vec<&'s Item>,
    /// The position after which the next part begins, if there is more.
    pub(crate) next: Option<u64>,
}

impl Store {
    /// Whether anything was ever stored at `place`.
    pub(crate) fn knows(&self, place: &str) -> bool {
        self.collections.contains_key(place)
    }

    pub(crate) fn item(&self, place: &str, key: &str) -> Option<&Item> {
        self.collections.get(place)?.item(key)
    }

    /// The key of the first item of which `is_meant` is true.
    pub(crate) fn key_of(
        &self,
        place: &str,
        is_meant: impl Fn(&Properties) -> bool,
    ) -> Option<&str> {
        let mut items = self.collections.get(place)?.items.values();
        let item = items.find(|item| is_meant(&item.properties))?;
        Some(&item.key)
    }

    /// Up to `limit` items after the position `after`.
    pub(crate) fn slice(&self, place: &str, after: u64, limit: usize) -> Slice<'_> {
        let items = self.collections.get(place).into_iter();
        let mut items =
            items.flat_map(|collection| collection.items.range(after.saturating_add(1)..));
        let part: Vec<_> = items.by_ref().take(limit).collect();
        let last = part.last().map(|(position, _)| **position);
        Slice {
            items: part.into_iter().map(|(_, item)| item).collect(),
            next: items.next().and(last),
        }
    }

    /// Stores an item under its key: in the place of the one that has it, or else at the end.
    pub(crate) fn put(&mut self, place: &str, key: &str, properties: Properties) -> &Item {
        self.revision += 1;
        let item = Item {
            key: key.to_owned(),
            properties,
            revision: self.revision,
        };
        let collection = self.collections.entry(place.to_owned()).or_default();
        collection.put(self.revision, item)
    }

    pub(crate) fn remove(&mut self, place: &str, key: &str) -> Option<Item> {
        let collection = self.collections.get_mut(place)?;
        let position = collection.positions.remove(key)?;
        collection.items.remove(&position)
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
    /// The entity tag of this state: weak, and base64 of a counter behind `'1-`, like that of Planner.
    pub(crate) fn etag(&self) -> String {
        let text = format!("'1-{:018}'", self.revision);
        format!("W/\"{}\"", BASE64_STANDARD.encode(text))
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that panics has failed")]
mod tests {
    use super::*;

    const PLACE: &str = "/users";

    fn filled(keys: &[&str]) -> Store {
        let mut store = Store::default();
        for key in keys {
            store.put(PLACE, key, Properties::new());
        }
        store
    }

    fn keys(slice: &Slice<'_>) -> Vec<String> {
        slice.items.iter().map(|item| item.key.clone()).collect()
    }

    #[test]
    fn slices_follow_the_order_of_insertion_across_writes() {
        let mut store = filled(&["c", "a", "b", "d"]);
        let first = store.slice(PLACE, 0, 2);
        assert_eq!(keys(&first), ["c", "a"]);
        let next = first.next.unwrap();

        store.remove(PLACE, "a");
        store.put(PLACE, "c", Properties::new());
        store.put(PLACE, "e", Properties::new());
        let second = store.slice(PLACE, next, 3);
        assert_eq!(keys(&second), ["b", "d", "e"]);
        assert_eq!(second.next, None);
    }

    #[test]
    fn no_slice_is_ever_out_of_bounds() {
        let store = filled(&["a"]);
        assert!(store.slice(PLACE, u64::MAX, 5).items.is_empty());
        assert!(store.slice("/groups", 0, 5).items.is_empty());
        assert!(store.slice(PLACE, 0, 0).next.is_none());
    }

    #[test]
    fn each_state_has_an_entity_tag_of_its_own() {
        let mut store = filled(&["a"]);
        let before = store.item(PLACE, "a").unwrap().etag();
        assert!(before.starts_with("W/\"JzEt"), "{before}");
        store.remove(PLACE, "a");
        assert_ne!(store.put(PLACE, "a", Properties::new()).etag(), before);
    }
}
