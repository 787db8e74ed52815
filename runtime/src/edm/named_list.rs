use std::collections::HashMap;
use std::fmt;

/// The number of entries from which on names are looked up in an index. Fewer are found sooner without one.
const INDEX_FROM: usize = 32;

/// A list of values with distinct names, in order. Each operation takes constant time, or amortized constant time, however many there are.
#[derive(Clone)]
pub(super) struct NamedList<V> {
    /// In a list with an index, `None` is an entry that was removed.
    entries: Vec<Option<(String, V)>>,
    len: usize,
    /// The index, on the heap because most lists have none.
    positions: Option<Box<Positions>>,
}

/// The positions of entries by name.
#[derive(Clone)]
struct Positions(HashMap<String, usize>);

impl<V> NamedList<V> {
    pub(super) const fn new() -> Self {
        Self {
            entries: Vec::new(),
            len: 0,
            positions: None,
        }
    }

    pub(super) const fn len(&self) -> usize {
        self.len
    }

    pub(super) fn get(&self, name: &str) -> Option<&V> {
        let entry = self.entries.get(self.position(name)?)?.as_ref();
        entry.map(|(_, value)| value)
    }

    pub(super) fn get_mut(&mut self, name: &str) -> Option<&mut V> {
        let position = self.position(name)?;
        let entry = self.entries.get_mut(position)?.as_mut();
        entry.map(|(_, value)| value)
    }

    /// Sets a value: in place, or at the end. Returns the previous value.
    pub(super) fn insert(&mut self, name: String, value: V) -> Option<V> {
        let position = self.position(&name);
        let entry = position.and_then(|position| self.entries.get_mut(position));
        if let Some((_, present)) = entry.and_then(Option::as_mut) {
            return Some(std::mem::replace(present, value));
        }
        self.push(name, value);
        None
    }

    /// Sets a value at the end.
    pub(super) fn insert_last(&mut self, name: String, value: V) {
        self.remove(&name);
        self.push(name, value);
    }

    pub(super) fn remove(&mut self, name: &str) -> Option<V> {
        let position = self.position(name)?;
        let removed = if let Some(Positions(positions)) = self.positions.as_deref_mut() {
            positions.remove(name);
            self.entries.get_mut(position)?.take()
        } else {
            self.entries.remove(position)
        };
        self.len -= 1;
        if self.len < self.entries.len() / 2 {
            self.compact();
        }
        removed.map(|(_, value)| value)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, &V)> {
        let entries = self.entries.iter().flatten();
        entries.map(|(name, value)| (name.as_str(), value))
    }

    pub(super) fn into_entries(self) -> Vec<(String, V)> {
        self.entries.into_iter().flatten().collect()
    }

    fn position(&self, name: &str) -> Option<usize> {
        match self.positions.as_deref() {
            Some(Positions(positions)) => positions.get(name).copied(),
            None => self.entries.iter().position(|entry| {
                entry
                    .as_ref()
                    .is_some_and(|(other, _)| other.as_str() == name)
            }),
        }
    }

    fn push(&mut self, name: String, value: V) {
        if let Some(Positions(positions)) = self.positions.as_deref_mut() {
            positions.insert(name.clone(), self.entries.len());
        }
        self.entries.push(Some((name, value)));
        self.len += 1;
        if self.positions.is_none() && self.len > INDEX_FROM {
            self.build_index();
        }
    }

    /// Drops the places of removed entries.
    fn compact(&mut self) {
        self.entries.retain(Option::is_some);
        self.positions = None;
        if self.len > INDEX_FROM {
            self.build_index();
        }
    }

    #[cold]
    fn build_index(&mut self) {
        let entries = self.entries.iter().enumerate();
        let names = entries.filter_map(|(position, entry)| {
            let (name, _) = entry.as_ref()?;
            Some((name.clone(), position))
        });
        self.positions = Some(Box::new(Positions(names.collect())));
    }
}

impl<V> Default for NamedList<V> {
    fn default() -> Self {
        Self::new()
    }
}

/// Two lists with the same entries are equal in any order.
impl<V: PartialEq> PartialEq for NamedList<V> {
    fn eq(&self, other: &Self) -> bool {
        self.len == other.len
            && self
                .iter()
                .all(|(name, value)| other.get(name) == Some(value))
    }
}

impl<V: fmt::Debug> fmt::Debug for NamedList<V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Does the same to a list and to a plain vector, and compares them after each step.
    #[test]
    fn a_list_of_any_length_does_what_a_vector_does() {
        let mut random = fastrand::Rng::with_seed(1);
        let (mut list, mut vector) = (NamedList::new(), Vec::<(String, u32)>::new());
        for step in 0..4000 {
            // It grows, and shrinks again.
            let is_growing = step % 2000 < 1000;
            let name = random.usize(..120).to_string();
            let position = vector.iter().position(|(other, _)| *other == name);
            match random.u8(..4) {
                0 => {
                    position.map(|position| vector.remove(position));
                    vector.push((name.clone(), step));
                    list.insert_last(name, step);
                }
                1 | 2 if is_growing => {
                    let before =
                        position.map(|position| std::mem::replace(&mut vector[position].1, step));
                    if before.is_none() {
                        vector.push((name.clone(), step));
                    }
                    assert_eq!(list.insert(name, step), before);
                }
                _ => {
                    let removed = position.map(|position| vector.remove(position).1);
                    assert_eq!(list.remove(&name), removed);
                }
            }
            let entries = vector.iter().map(|(name, value)| (name.as_str(), value));
            assert!(list.iter().eq(entries));
            assert_eq!(list.len(), vector.len());
        }
        let reversed = vector
            .iter()
            .rev()
            .fold(NamedList::new(), |mut list, (name, value)| {
                list.insert(name.clone(), *value);
                list
            });
        assert_eq!(list, reversed);
        assert_eq!(list.into_entries(), vector);
    }
}
