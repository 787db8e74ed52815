use std::collections::{BTreeMap, HashMap};

/// The identity of an item: its collection and its key.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct ItemId {
    pub(crate) collection: String,
    pub(crate) key: String,
}

/// The relationships between items, which `$ref` and references in a body create.
#[derive(Debug, Default)]
pub(crate) struct Links {
    sources: HashMap<ItemId, BTreeMap<&'static str, Related>>,
    /// The number of links so far.
    created: u64,
}

/// The items at the other end of a relationship.
#[derive(Debug, Default)]
struct Related {
    /// The items by position, in the order in which they were linked. A position is never reused, so that writes do not disturb paging.
    items: BTreeMap<u64, ItemId>,
    positions: HashMap<ItemId, u64>,
}

impl Links {
    /// Adds a link, or returns `false` if it exists already.
    pub(crate) fn add(
        &mut self,
        source: &ItemId,
        relationship: &'static str,
        target: ItemId,
    ) -> bool {
        self.created += 1;
        let relationships = self.sources.entry(source.clone()).or_default();
        let related = relationships.entry(relationship).or_default();
        if related.positions.contains_key(&target) {
            return false;
        }
        related.positions.insert(target.clone(), self.created);
        related.items.insert(self.created, target);
        true
    }

    pub(crate) fn contains(&self, source: &ItemId, relationship: &str, target: &ItemId) -> bool {
        let relationships = self.sources.get(source);
        let related = relationships.and_then(|each| each.get(relationship));
        related.is_some_and(|related| related.positions.contains_key(target))
    }

    /// Removes a link, or returns `false` if it does not exist.
    pub(crate) fn remove(&mut self, source: &ItemId, relationship: &str, target: &ItemId) -> bool {
        let relationships = self.sources.get_mut(source);
        let related = relationships.and_then(|each| each.get_mut(relationship));
        related.is_some_and(|related| related.remove(target))
    }

    /// Removes all links of a relationship.
    pub(crate) fn clear(&mut self, source: &ItemId, relationship: &str) {
        if let Some(relationships) = self.sources.get_mut(source) {
            relationships.remove(relationship);
        }
    }

    /// Removes all links from and to an item that no longer exists.
    pub(crate) fn forget(&mut self, item: &ItemId) {
        self.sources.remove(item);
        let relationships = self.sources.values_mut();
        for related in relationships.flat_map(BTreeMap::values_mut) {
            related.remove(item);
        }
    }

    /// Iterates over the related items after the position `after`, each with its position.
    pub(crate) fn iter<'l>(
        &'l self,
        source: &ItemId,
        relationship: &str,
        after: u64,
    ) -> impl Iterator<Item = (u64, &'l ItemId)> + use<'l> {
        let relationships = self.sources.get(source);
        let related = relationships.and_then(|each| each.get(relationship));
        let items = related.map(|related| related.items.range(after.saturating_add(1)..));
        items.into_iter().flatten().map(|(at, item)| (*at, item))
    }
}

impl Related {
    fn remove(&mut self, target: &ItemId) -> bool {
        let position = self.positions.remove(target);
        position.is_some_and(|position| self.items.remove(&position).is_some())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn item(key: &str) -> ItemId {
        ItemId {
            collection: "/users".into(),
            key: key.into(),
        }
    }

    fn keys(links: &Links, source: &str, after: u64) -> Vec<String> {
        let related = links.iter(&item(source), "reports", after);
        related.map(|(_, item)| item.key.clone()).collect()
    }

    #[test]
    fn related_items_are_in_the_order_in_which_they_were_linked() {
        let mut links = Links::default();
        for key in ["c", "a", "b"] {
            assert!(links.add(&item("1"), "reports", item(key)));
        }
        assert!(!links.add(&item("1"), "reports", item("a")));
        assert!(links.contains(&item("1"), "reports", &item("a")));
        assert!(!links.contains(&item("1"), "manager", &item("a")));
        assert_eq!(keys(&links, "1", 0), ["c", "a", "b"]);
        assert_eq!(keys(&links, "1", 1), ["a", "b"]);
        assert!(keys(&links, "1", u64::MAX).is_empty());
        assert!(links.remove(&item("1"), "reports", &item("a")));
        assert!(!links.remove(&item("1"), "reports", &item("a")));
        assert!(!links.remove(&item("2"), "reports", &item("a")));
        links.add(&item("1"), "reports", item("a"));
        assert_eq!(keys(&links, "1", 0), ["c", "b", "a"]);
        links.clear(&item("1"), "reports");
        assert!(keys(&links, "1", 0).is_empty());
    }

    #[test]
    fn an_item_that_is_gone_is_at_neither_end_of_a_link() {
        let mut links = Links::default();
        links.add(&item("1"), "reports", item("2"));
        links.add(&item("2"), "reports", item("1"));
        links.add(&item("3"), "reports", item("2"));
        links.forget(&item("2"));
        for source in ["1", "2", "3"] {
            assert!(keys(&links, source, 0).is_empty(), "{source}");
        }
    }
}
