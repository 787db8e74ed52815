use serde_json::Value;

use super::dynamic::DynamicProperties;
use super::named_list::NamedList;
use crate::change::Change;
use crate::change::field::PatchField;

/// The changes to the [`DynamicProperties`](super::DynamicProperties) of an object.
///
/// Two values are equal if they have the same changes, in any order.
///
/// ```
/// use graph_resource::edm::{DynamicChanges, DynamicProperties};
/// use graph_resource::{Change, graph_resource};
/// use serde_json::json;
///
/// #[graph_resource(path = "/sites/{site_id}/lists/{list_id}/items/{item_id}/fields")]
/// pub struct FieldValueSet {
///     #[graph(extra)]
///     pub columns: DynamicProperties,
/// }
///
/// let mut columns = DynamicChanges::default();
/// columns.set("Color", "Teal");
/// columns.clear("Quantity");
/// assert_eq!(
///     columns.iter().collect::<Vec<_>>(),
///     [("Color", Change::Set(&json!("Teal"))), ("Quantity", Change::Clear)],
/// );
///
/// let patch = FieldValueSetPatch { columns, ..Default::default() };
/// let request = FieldValueSet::update("root", "Widgets", "5").with_patch(patch);
/// ```
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DynamicChanges(NamedList<Change<Value>>);

impl DynamicChanges {
    /// Sets the property `name`.
    pub fn set(&mut self, name: impl Into<String>, value: impl Into<Value>) {
        let name = name.into();
        self.forget_type(&name);
        self.put(name, Change::Set(value.into()));
    }

    /// Sets the property `name`, and states its Edm type, such as `#Int32` or `#Collection(String)`.
    ///
    /// A service needs the type if the JSON of the value does not determine it ("OData JSON Format", Control
    /// Information: type).
    pub fn set_typed(
        &mut self,
        name: impl Into<String>,
        odata_type: impl Into<String>,
        value: impl Into<Value>,
    ) {
        let name = name.into();
        let odata_type = Value::String(odata_type.into());
        self.put(type_annotation(&name), Change::Set(odata_type));
        self.put(name, Change::Set(value.into()));
    }

    /// Clears the property `name`: sends JSON `null`.
    pub fn clear(&mut self, name: impl Into<String>) {
        let name = name.into();
        self.forget_type(&name);
        self.put(name, Change::Clear);
    }

    /// Returns whether nothing changes.
    pub fn is_empty(&self) -> bool {
        self.0.len() == 0
    }

    /// Iterates over the changes, in order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, Change<&Value>)> {
        self.0.iter().map(|(name, change)| (name, change.as_ref()))
    }

    pub(crate) fn put(&mut self, name: String, change: Change<Value>) {
        self.0.insert_last(name, change);
    }

    /// Drops the annotation of an earlier value, whose type need not be that of the next.
    fn forget_type(&mut self, name: &str) {
        self.0.remove(&type_annotation(name));
    }
}

/// Returns the name of the annotation with the type of the property `name`.
fn type_annotation(name: &str) -> String {
    format!("{name}@{TYPE_TERM}")
}

const TYPE_TERM: &str = "odata.type";

/// Returns whether `name` is that of control information or of an annotation, which only the service writes.
fn is_annotation(name: &str) -> bool {
    name.contains('@')
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

    /// A value is sent with the annotation of its type. Only the service writes other annotations.
    fn between(before: &DynamicProperties, after: &DynamicProperties) -> Self {
        let mut changes = Self::default();
        for (name, value) in after.iter().filter(|(name, _)| !is_annotation(name)) {
            let annotation = type_annotation(name);
            let odata_type = after.get(&annotation);
            let is_same = before.get(name) == Some(value) && before.get(&annotation) == odata_type;
            match odata_type.and_then(Value::as_str) {
                _ if is_same => {}
                Some(odata_type) => changes.set_typed(name, odata_type, value.clone()),
                None => changes.set(name, value.clone()),
            }
        }
        let gone = |name: &str| !is_annotation(name) && after.get(name).is_none();
        for (name, _) in before.iter().filter(|(name, _)| gone(name)) {
            changes.clear(name);
        }
        changes
    }

    fn apply_to(self, property: &mut DynamicProperties) {
        for (name, _) in self.0.iter().filter(|(name, _)| !is_annotation(name)) {
            let annotation = type_annotation(name);
            if self.0.get(&annotation).is_none() {
                property.remove(&annotation);
            }
        }
        for (name, change) in self.0.into_entries() {
            match change {
                Change::Keep => {}
                Change::Clear => {
                    property.remove(&name);
                }
                Change::Set(value) => {
                    property.insert(name, value);
                }
            }
        }
    }
}
