//! How dynamic changes are read, written and patched, and JSON values as the entries of merged maps.

use serde_core::ser::Error as _;
use serde_core::{Deserializer, Serialize, Serializer};
use serde_json::{Map, Value};

use super::dynamic::DynamicProperties;
use super::dynamic_changes::{
    DynamicChange, DynamicChanges, change_members, change_of, change_value, setting,
};
use super::map_entry::{EntryChange, MapEntry};
use super::named_list::NamedList;
use super::value::{self, Form, PropertyValue};
use crate::change::field::PatchField;
use crate::json::{Input, Nested, Sink, ValueError, check_value};

impl Serialize for DynamicChanges {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let _nested = Nested::enter().map_err(S::Error::custom)?;
        serializer.collect_map(self.iter())
    }
}

impl Serialize for DynamicChange {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Set(value) => {
                check_value(value).map_err(S::Error::custom)?;
                value.serialize(serializer)
            }
            Self::Change(changes) => changes.serialize(serializer),
            Self::Remove => serializer.serialize_none(),
        }
    }
}

impl PropertyValue for DynamicChanges {
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        value::read(deserializer)
    }

    fn from_input(input: Input<'_, '_>) -> Result<Self, ValueError> {
        let Input::Object(members) = input else {
            return Err(input.unexpected("an object"));
        };
        let mut changes = Self::default();
        while let Some(name) = members.next_name()? {
            let mut change = None;
            members.value(&mut ChangeSink(&mut change))?;
            if let Some(change) = change {
                changes.put(name.into_owned(), change);
            }
        }
        Ok(changes)
    }

    fn write<S: Serializer>(&self, serializer: S, _: Form<'_>) -> Result<S::Ok, S::Error> {
        self.serialize(serializer)
    }
}

/// The sink of the change of a value that is merged: an object changes the present one.
pub(crate) struct ChangeSink<'a>(pub(crate) &'a mut Option<DynamicChange>);

impl<'de> Sink<'de> for ChangeSink<'_> {
    fn accept(&mut self, input: Input<'_, 'de>) -> Result<(), ValueError> {
        *self.0 = Some(match input {
            Input::Null => EntryChange::Remove,
            Input::Object(..) => EntryChange::Change(DynamicChanges::from_input(input)?),
            input => EntryChange::Set(Value::from_input(input)?),
        });
        Ok(())
    }
}

/// Sets the field to the changes of dynamic properties whose objects are merged. Called by generated code.
pub fn between_merged(
    field: &mut DynamicChanges,
    before: &DynamicProperties,
    after: &DynamicProperties,
) {
    *field = DynamicChanges::of_properties(before, after, true);
}

/// Moves the changes out of their field, and applies them to dynamic properties whose objects are merged. Called by generated code.
pub fn apply_merged(field: &mut DynamicChanges, properties: &mut DynamicProperties) {
    std::mem::take(field).apply(properties, true);
}

impl PatchField for DynamicChanges {
    type Property = DynamicProperties;
    type Value = Self;

    const KEEP: Self = Self(NamedList::new());

    fn set(value: Self) -> Self {
        value
    }

    fn into_value(self) -> Option<Self> {
        Some(self)
    }

    fn copy_from(&mut self, other: &Self) {
        self.clone_from(other);
    }

    fn is_same(&self, other: &Self) -> bool {
        self == other
    }

    fn between(before: &DynamicProperties, after: &DynamicProperties) -> Self {
        Self::of_properties(before, after, false)
    }

    fn apply_to(self, property: &mut DynamicProperties) {
        self.apply(property, false);
    }
}

/// A JSON object in a merged map is changed member by member. Any other value is replaced.
impl MapEntry for Value {
    type Patch = DynamicChanges;

    fn read_change(input: Input<'_, '_>) -> Result<DynamicChange, ValueError> {
        let mut change = None;
        ChangeSink(&mut change).accept(input)?;
        Ok(change.unwrap_or(EntryChange::Remove))
    }

    fn difference(before: &Self, after: &Self) -> Option<DynamicChange> {
        Some(change_of(Some(before), after))
    }

    fn changed(entry: Option<Self>, change: DynamicChange) -> Option<Self> {
        match (entry, change) {
            (_, EntryChange::Remove) => None,
            (None, EntryChange::Set(value)) => Some(value),
            (entry, change) => {
                let mut value = entry.unwrap_or_default();
                change_value(&mut value, change);
                Some(value)
            }
        }
    }
}

impl MapEntry for Map<String, Value> {
    type Patch = DynamicChanges;

    fn read_change(input: Input<'_, '_>) -> Result<EntryChange<Self, DynamicChanges>, ValueError> {
        DynamicChanges::from_input(input).map(EntryChange::Change)
    }

    fn difference(before: &Self, after: &Self) -> Option<EntryChange<Self, DynamicChanges>> {
        Some(EntryChange::Change(DynamicChanges::of_members(
            before, after,
        )))
    }

    fn changed(entry: Option<Self>, change: EntryChange<Self, DynamicChanges>) -> Option<Self> {
        let changes = match change {
            EntryChange::Remove => return None,
            EntryChange::Set(value) if entry.is_none() => return Some(value),
            EntryChange::Set(value) => setting(value),
            EntryChange::Change(changes) => changes,
        };
        let mut object = entry.unwrap_or_default();
        change_members(&mut object, changes);
        Some(object)
    }
}

impl MapEntry for DynamicProperties {
    type Patch = DynamicChanges;

    fn read_change(input: Input<'_, '_>) -> Result<EntryChange<Self, DynamicChanges>, ValueError> {
        DynamicChanges::from_input(input).map(EntryChange::Change)
    }

    fn difference(before: &Self, after: &Self) -> Option<EntryChange<Self, DynamicChanges>> {
        let changes = DynamicChanges::of_properties(before, after, true);
        (!changes.is_empty()).then_some(EntryChange::Change(changes))
    }

    fn changed(entry: Option<Self>, change: EntryChange<Self, DynamicChanges>) -> Option<Self> {
        let changes = match change {
            EntryChange::Remove => return None,
            EntryChange::Set(value) if entry.is_none() => return Some(value),
            EntryChange::Set(value) => setting(value),
            EntryChange::Change(changes) => changes,
        };
        let mut properties = entry.unwrap_or_default();
        changes.apply(&mut properties, true);
        Some(properties)
    }
}
