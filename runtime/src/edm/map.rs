use std::collections::BTreeMap;
use std::fmt;

use serde_core::{Deserializer, Serialize, Serializer};

use super::map_entry::{Change, EntryChange, EntryPatch, MapEntry};
use super::schema::EdmType;
use super::sink::read_entries;
use super::value::{self, Form, PropertyValue};
use crate::json::{Input, Nested, Sink, ValueError};

/// The changes to an object whose members are named by the data, such as the `checklist` of a planner task. Entries that are not among them
/// stay as they are.
///
/// ```
/// use std::collections::BTreeMap;
///
/// use graph_resource::{graph_complex, graph_resource};
///
/// #[graph_complex(emit_type = "always")]
/// #[derive(Debug, Clone, PartialEq)]
/// pub struct PlannerChecklistItem {
///     pub title: Option<String>,
///     pub is_checked: Option<bool>,
/// }
///
/// #[graph_resource(path = "/planner/tasks/{task_id}/details", emit_type = "never")]
/// pub struct PlannerTaskDetails {
///     #[graph(merge)]
///     pub checklist: BTreeMap<String, PlannerChecklistItem>,
/// }
///
/// let pack = PlannerChecklistItem { title: Some("Pack".into()), is_checked: None };
/// let request = PlannerTaskDetails::update("gcrYAaAkgU2EQUvpkNNXLGQAGTtu").checklist(|items| {
///     items
///         .set("95e27074", pack)
///         .change("a93c93c5", |item| item.is_checked(true)) // its title stays as it is
///         .remove("d280ed1a")
/// });
/// let body = request.to_http_request(&graph_resource::Cloud::Global.into()).unwrap().into_body();
/// assert_eq!(
///     body,
///     concat!(
///         r##"{"checklist":{"95e27074":{"@odata.type":"#microsoft.graph.plannerChecklistItem","title":"Pack"},"##,
///         r##""a93c93c5":{"@odata.type":"#microsoft.graph.plannerChecklistItem","isChecked":true},"d280ed1a":null}}"##,
///     ),
/// );
/// ```
#[derive(Clone, PartialEq)]
pub struct MapChanges<T: MapEntry>(BTreeMap<String, Change<T>>);

impl<T: MapEntry> MapChanges<T> {
    /// Sets the entry `name` to a value, which is sent whole. If the entry exists, parts that the value does not have stay as they are.
    #[must_use]
    pub fn set(self, name: impl Into<String>, value: impl Into<T>) -> Self {
        self.with(name.into(), EntryChange::Set(value.into()))
    }

    /// Changes parts of the entry `name`: edits its patch. Changes of one entry add up.
    #[must_use]
    pub fn change(self, name: impl Into<String>, edit: impl FnOnce(T::Patch) -> T::Patch) -> Self
    where
        T::Patch: EntryPatch,
    {
        let name = name.into();
        let mut changes = self.0;
        let change = match changes.remove(&name) {
            Some(EntryChange::Set(value)) => {
                let edited = EntryChange::Change(edit(T::Patch::default()));
                T::changed(Some(value), edited).map_or(EntryChange::Remove, EntryChange::Set)
            }
            Some(EntryChange::Change(patch)) => EntryChange::Change(edit(patch)),
            _ => EntryChange::Change(edit(T::Patch::default())),
        };
        Self(changes).with(name, change)
    }

    /// Deletes the entry `name`: sends JSON `null`.
    #[must_use]
    pub fn remove(self, name: impl Into<String>) -> Self {
        self.with(name.into(), EntryChange::Remove)
    }

    fn with(mut self, name: String, change: Change<T>) -> Self {
        self.0.insert(name, change);
        self
    }

    /// Returns whether nothing changes.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Iterates over the changes by name.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &EntryChange<T, T::Patch>)> {
        self.0.iter().map(|(name, change)| (name.as_str(), change))
    }

    /// Returns the changes that set all entries of a map.
    pub(super) fn setting(map: BTreeMap<String, T>) -> Self {
        let entries = map.into_iter();
        Self(
            entries
                .map(|(name, value)| (name, EntryChange::Set(value)))
                .collect(),
        )
    }

    /// Returns the changes that turn `before` into `after`.
    pub(crate) fn between(before: &BTreeMap<String, T>, after: &BTreeMap<String, T>) -> Self {
        let set = after.iter().filter_map(|(name, value)| {
            let change = match before.get(name) {
                Some(before) if before == value => None,
                Some(before) => T::difference(before, value),
                None => Some(EntryChange::Set(value.clone())),
            };
            Some((name.clone(), change?))
        });
        let removed = before.keys().filter(|name| !after.contains_key(*name));
        let removed = removed.map(|name| (name.clone(), EntryChange::Remove));
        Self(set.chain(removed).collect())
    }

    /// Applies the changes to a map.
    pub(crate) fn apply_to(self, map: &mut BTreeMap<String, T>) {
        for (name, change) in self.0 {
            let entry = map.remove(&name);
            if let Some(changed) = T::changed(entry, change) {
                map.insert(name, changed);
            }
        }
    }
}

impl<T: MapEntry> Default for MapChanges<T> {
    fn default() -> Self {
        Self(BTreeMap::new())
    }
}

/// Shows the JSON of the changes with `sensitive` properties masked.
impl<T: MapEntry> fmt::Debug for MapChanges<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut json = Vec::new();
        let written = self.write(&mut serde_json::Serializer::new(&mut json), Form::Masked);
        match written {
            Ok(()) => write!(f, "MapChanges {}", String::from_utf8_lossy(&json)),
            Err(error) => write!(f, "MapChanges {{ /* {error} */ }}"),
        }
    }
}

/// The sink of the change of an entry: `null` deletes it.
struct ChangeSink<'a, T: MapEntry>(&'a mut Option<Change<T>>);

impl<'de, T: MapEntry> Sink<'de> for ChangeSink<'_, T> {
    fn accept(&mut self, input: Input<'_, 'de>) -> Result<(), ValueError> {
        *self.0 = Some(match input {
            Input::Null => EntryChange::Remove,
            input => T::read_change(input)?,
        });
        Ok(())
    }
}

/// The change of an entry, written as it is sent.
struct InForm<'a, T: MapEntry>(&'a Change<T>, Form<'a>);

impl<T: MapEntry> Serialize for InForm<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.write(serializer, self.1)
    }
}

impl<T: MapEntry> PropertyValue for MapChanges<T> {
    const EDM_TYPE: EdmType = EdmType::Map(&T::EDM_TYPE);

    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        value::read(deserializer)
    }

    fn from_input(input: Input<'_, '_>) -> Result<Self, ValueError> {
        let Input::Object(members) = input else {
            return Err(input.unexpected("an object"));
        };
        let _lossless = Nested::losslessly();
        let mut changes = Self::default();
        read_entries(members, |name, members| {
            let mut change = None;
            members.value(&mut ChangeSink::<T>(&mut change))?;
            changes
                .0
                .extend(change.map(|change| (name.to_owned(), change)));
            Ok(())
        })?;
        Ok(changes)
    }

    fn write<S: Serializer>(&self, serializer: S, form: Form<'_>) -> Result<S::Ok, S::Error> {
        let changes = self.0.iter();
        serializer.collect_map(changes.map(|(name, change)| (name, InForm::<T>(change, form))))
    }
}

/// A map in a map, whose entries are changed one by one.
impl<T: MapEntry> MapEntry for BTreeMap<String, T> {
    type Patch = MapChanges<T>;

    fn read_change(input: Input<'_, '_>) -> Result<Change<Self>, ValueError> {
        MapChanges::from_input(input).map(EntryChange::Change)
    }

    fn difference(before: &Self, after: &Self) -> Option<Change<Self>> {
        let changes = MapChanges::between(before, after);
        (!changes.is_empty()).then_some(EntryChange::Change(changes))
    }

    fn changed(entry: Option<Self>, change: Change<Self>) -> Option<Self> {
        let changes = match change {
            EntryChange::Set(value) if entry.is_none() => return Some(value),
            EntryChange::Set(value) => MapChanges::setting(value),
            EntryChange::Change(changes) => changes,
            EntryChange::Remove => return None,
        };
        let mut map = entry.unwrap_or_default();
        changes.apply_to(&mut map);
        Some(map)
    }
}
