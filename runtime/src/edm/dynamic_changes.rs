use serde_json::{Map, Value};

use super::dynamic::DynamicProperties;
use super::map_entry::EntryChange;
use super::named_list::NamedList;

/// The changes to the [`DynamicProperties`](super::DynamicProperties) of an object, or to the members of a JSON object.
///
/// Two values are equal if they have the same changes, in any order.
///
/// ```
/// use graph_resource::edm::{DynamicChanges, DynamicProperties, EntryChange};
/// use graph_resource::graph_resource;
/// use serde_json::json;
///
/// #[graph_resource(path = "/sites/{site_id}/lists/{list_id}/items/{item_id}/fields", emit_type = "never")]
/// pub struct FieldValueSet {
///     #[graph(extra)]
///     pub columns: DynamicProperties,
/// }
///
/// let columns = DynamicChanges::default()
///     .set("Color", "Teal")
///     .change("Size", |size| size.set("height", 2))
///     .clear("Quantity");
/// assert_eq!(columns.iter().next(), Some(("Color", &EntryChange::Set(json!("Teal")))));
///
/// let patch = FieldValueSetPatch { columns, ..Default::default() };
/// assert_eq!(serde_json::to_string(&patch)?, r#"{"Color":"Teal","Size":{"height":2},"Quantity":null}"#);
/// let request = FieldValueSet::update("root", "Widgets", "5").with_patch(patch);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DynamicChanges(pub(super) NamedList<DynamicChange>);

/// The change of one dynamic property, or of one member of an object.
pub(crate) type DynamicChange = EntryChange<Value, DynamicChanges>;

impl DynamicChanges {
    /// Sets the property `name`.
    #[must_use]
    pub fn set(mut self, name: impl Into<String>, value: impl Into<Value>) -> Self {
        let name = name.into();
        self.forget_type(&name);
        self.put(name, EntryChange::Set(value.into()));
        self
    }

    /// Sets the property `name`, and states its Edm type, such as `#Int32` or `#Collection(String)`.
    ///
    /// A service needs the type if the JSON of the value does not determine it ("OData JSON Format", Control
    /// Information: type).
    #[must_use]
    pub fn set_typed(
        mut self,
        name: impl Into<String>,
        odata_type: impl Into<String>,
        value: impl Into<Value>,
    ) -> Self {
        let name = name.into();
        let odata_type = Value::String(odata_type.into());
        self.put(type_annotation(&name), EntryChange::Set(odata_type));
        self.put(name, EntryChange::Set(value.into()));
        self
    }

    /// Changes members of the property `name`, which is an object. Changes of one property add up.
    ///
    /// It is for a service that merges the object: any other replaces it.
    #[must_use]
    pub fn change(mut self, name: impl Into<String>, edit: impl FnOnce(Self) -> Self) -> Self {
        let name = name.into();
        let change = match self.0.remove(&name) {
            Some(EntryChange::Set(Value::Object(members))) => {
                EntryChange::Change(edit(setting(members)))
            }
            Some(EntryChange::Change(changes)) => EntryChange::Change(edit(changes)),
            _ => EntryChange::Change(edit(Self::default())),
        };
        self.put(name, change);
        self
    }

    /// Clears the property `name`: sends JSON `null`.
    #[must_use]
    pub fn clear(mut self, name: impl Into<String>) -> Self {
        let name = name.into();
        self.forget_type(&name);
        self.put(name, EntryChange::Remove);
        self
    }

    /// Returns whether nothing changes.
    pub fn is_empty(&self) -> bool {
        self.0.len() == 0
    }

    /// Iterates over the changes, in order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &EntryChange<Value, Self>)> {
        self.0.iter()
    }

    pub(crate) fn put(&mut self, name: String, change: DynamicChange) {
        self.0.insert_last(name, change);
    }

    /// Drops the annotation of an earlier value, whose type need not be that of the next.
    fn forget_type(&mut self, name: &str) {
        self.0.remove(&type_annotation(name));
    }

    /// Returns the changes that turn `before` into `after`. An object is changed in part if `merges` is `true`, and replaced if not.
    ///
    /// A value is sent with the annotation of its type. Only the service writes other annotations.
    pub(super) fn of_properties(
        before: &DynamicProperties,
        after: &DynamicProperties,
        merges: bool,
    ) -> Self {
        let mut changes = Self::default();
        for (name, value) in after.iter().filter(|(name, _)| !is_annotation(name)) {
            let annotation = type_annotation(name);
            let (known, odata_type) = (before.get(name), after.get(&annotation));
            let is_same_type = before.get(&annotation) == odata_type;
            if is_same_type && known == Some(value) {
                continue;
            }
            if let Some(odata_type) = odata_type.filter(|odata_type| odata_type.is_string()) {
                changes.put(annotation, EntryChange::Set(odata_type.clone()));
            }
            let known = known.filter(|_| merges && is_same_type);
            changes.put(name.to_owned(), change_of(known, value));
        }
        let gone = |name: &str| !is_annotation(name) && after.get(name).is_none();
        for (name, _) in before.iter().filter(|(name, _)| gone(name)) {
            changes = changes.clear(name);
        }
        changes
    }

    /// Returns the changes that turn the members of one object into those of another, annotations among them.
    pub(super) fn of_members(before: &Map<String, Value>, after: &Map<String, Value>) -> Self {
        let mut changes = Self::default();
        if let Some(odata_type) = after.get(OBJECT_TYPE) {
            changes.put(OBJECT_TYPE.to_owned(), EntryChange::Set(odata_type.clone()));
        }
        for (name, value) in after {
            let annotation = type_annotation(name);
            let (known, odata_type) = (before.get(name), after.get(&annotation));
            let is_same = known == Some(value) && before.get(&annotation) == odata_type;
            if is_same || changes.0.get(name).is_some() {
                continue;
            }
            if let Some(odata_type) = odata_type {
                changes.put(annotation, EntryChange::Set(odata_type.clone()));
            }
            changes.put(name.clone(), change_of(known, value));
        }
        for name in before.keys().filter(|name| !after.contains_key(*name)) {
            changes.put(name.clone(), EntryChange::Remove);
        }
        changes
    }

    /// Applies the changes to dynamic properties. An object that is set is merged with the present one if `merges` is `true`.
    pub(super) fn apply(self, properties: &mut DynamicProperties, merges: bool) {
        for (name, change) in self.0.iter().filter(|(name, _)| !is_annotation(name)) {
            let annotation = type_annotation(name);
            let keeps_type = matches!(change, EntryChange::Change(_));
            if !keeps_type && self.0.get(&annotation).is_none() {
                properties.remove(&annotation);
            }
        }
        for (name, change) in self.0.into_entries() {
            match change {
                EntryChange::Remove => {
                    properties.remove(&name);
                }
                EntryChange::Set(value) if !merges => {
                    properties.insert(name, value);
                }
                change => {
                    if let Some(value) = properties.get_mut(&name) {
                        change_value(value, change);
                    } else {
                        let mut value = Value::Null;
                        change_value(&mut value, change);
                        properties.insert(name, value);
                    }
                }
            }
        }
    }
}

/// Returns the name of the annotation with the type of the property `name`.
pub(super) fn type_annotation(name: &str) -> String {
    format!("{name}{OBJECT_TYPE}")
}

/// The name of the type of an object, and the end of the annotation with the type of a property.
pub(super) const OBJECT_TYPE: &str = "@odata.type";

/// Returns whether `name` is that of control information or of an annotation, which only the service writes.
fn is_annotation(name: &str) -> bool {
    name.contains('@')
}

/// Returns the change that sets `value` instead of the value that is `known`: an object of the same type is changed in part.
pub(super) fn change_of(known: Option<&Value>, value: &Value) -> DynamicChange {
    match (known, value) {
        (Some(Value::Object(known)), Value::Object(object))
            if known.get(OBJECT_TYPE) == object.get(OBJECT_TYPE) =>
        {
            EntryChange::Change(DynamicChanges::of_members(known, object))
        }
        _ => EntryChange::Set(value.clone()),
    }
}

/// Applies the change of a value that is merged.
pub(super) fn change_value(value: &mut Value, change: DynamicChange) {
    let changes = match (change, &*value) {
        (EntryChange::Remove, _) => {
            *value = Value::Null;
            return;
        }
        (EntryChange::Change(changes), _) => changes,
        (EntryChange::Set(Value::Object(object)), Value::Object(_)) => setting(object),
        (EntryChange::Set(other), _) => {
            *value = other;
            return;
        }
    };
    if !value.is_object() {
        *value = Value::Object(Map::new());
    }
    if let Value::Object(object) = value {
        change_members(object, changes);
    }
}

pub(super) fn change_members(object: &mut Map<String, Value>, changes: DynamicChanges) {
    for (name, change) in changes.0.into_entries() {
        if matches!(change, EntryChange::Remove) {
            object.remove(&name);
        } else {
            change_value(object.entry(name).or_insert(Value::Null), change);
        }
    }
}

/// Returns the changes that set all members.
pub(super) fn setting(members: impl IntoIterator<Item = (String, Value)>) -> DynamicChanges {
    let mut changes = DynamicChanges::default();
    for (name, value) in members {
        changes.put(name, EntryChange::Set(value));
    }
    changes
}
