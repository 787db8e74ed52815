use std::fmt;

use serde_core::de::{MapAccess, Visitor};
use serde_core::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;

use super::{Form, PropertyValue};
use crate::Change;
use crate::change::Part;

/// Properties that a type does not declare, in the order in which they came, with their annotations and explicit `null`s.
///
/// The field under `#[graph(extra)]` of an open type has it, and so has the variant for unknown types of a union. It is also the type of
/// a property whose type is not known at all. Two with the same properties are equal in whatever order.
///
/// The order is that of the properties themselves. In an object that is the value of one, it is that of `serde_json`, which keeps it
/// under its feature `preserve_order`.
///
/// ```
/// use graph_resource::edm::DynamicProperties;
/// use graph_resource::graph_resource;
/// use serde_json::json;
///
/// /// The columns of a list item are its properties.
/// #[graph_resource(path = "/sites/{site_id}/lists/{list_id}/items/{item_id}/fields", emit_type = "never")]
/// pub struct FieldValueSet {
///     pub title: Option<String>,
///     #[graph(extra)]
///     pub columns: DynamicProperties,
/// }
///
/// let fields: FieldValueSet = serde_json::from_str(r#"{"title":"Widget","Color":"Fuchsia","Quantity":934}"#)?;
/// assert_eq!(fields.columns.get("Quantity"), Some(&json!(934)));
///
/// let request = FieldValueSet::update("root", "Widgets", "5")
///     .columns("Color", "Teal")
///     .columns_typed("Weight", "#Decimal", 2.5)
///     .clear_columns("Quantity");
/// let body = request.to_http_request(&graph_resource::Cloud::Global.into()).unwrap().into_body();
/// assert_eq!(body, r##"{"Color":"Teal","Weight@odata.type":"#Decimal","Weight":2.5,"Quantity":null}"##);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, Default)]
pub struct DynamicProperties(Vec<(String, Value)>);

impl DynamicProperties {
    /// No properties.
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// The value of the property `name`.
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.0
            .iter()
            .find(|(other, _)| other == name)
            .map(|(_, value)| value)
    }

    /// Sets the property `name`: in its place, or at the end. Returns the value it had.
    pub fn insert(&mut self, name: impl Into<String>, value: impl Into<Value>) -> Option<Value> {
        let (name, value) = (name.into(), value.into());
        if let Some((_, place)) = self.0.iter_mut().find(|(other, _)| *other == name) {
            return Some(std::mem::replace(place, value));
        }
        self.0.push((name, value));
        None
    }

    /// Takes the property `name` out, and returns its value.
    pub fn remove(&mut self, name: &str) -> Option<Value> {
        let index = self.0.iter().position(|(other, _)| other == name)?;
        Some(self.0.remove(index).1)
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// The properties, in order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Value)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value))
    }
}

impl PartialEq for DynamicProperties {
    fn eq(&self, other: &Self) -> bool {
        self.len() == other.len()
            && self
                .iter()
                .all(|(name, value)| other.get(name) == Some(value))
    }
}

impl<N: Into<String>, V: Into<Value>> FromIterator<(N, V)> for DynamicProperties {
    fn from_iter<I: IntoIterator<Item = (N, V)>>(properties: I) -> Self {
        let mut dynamic = Self::new();
        dynamic.extend(properties);
        dynamic
    }
}

impl<N: Into<String>, V: Into<Value>> Extend<(N, V)> for DynamicProperties {
    fn extend<I: IntoIterator<Item = (N, V)>>(&mut self, properties: I) {
        for (name, value) in properties {
            self.insert(name, value);
        }
    }
}

impl IntoIterator for DynamicProperties {
    type Item = (String, Value);
    type IntoIter = std::vec::IntoIter<(String, Value)>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl Serialize for DynamicProperties {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}

impl<'de> Deserialize<'de> for DynamicProperties {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Properties;

        impl<'de> Visitor<'de> for Properties {
            type Value = DynamicProperties;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut properties = DynamicProperties::new();
                while let Some((name, value)) = map.next_entry::<String, Value>()? {
                    properties.insert(name, value);
                }
                Ok(properties)
            }
        }

        deserializer.deserialize_map(Properties)
    }
}

impl PropertyValue for DynamicProperties {
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::deserialize(deserializer)
    }

    fn write<S: Serializer>(&self, serializer: S, _: Form<'_>) -> Result<S::Ok, S::Error> {
        self.serialize(serializer)
    }
}

/// What a patch says about [`DynamicProperties`]. Two that say the same are equal in whatever order.
#[derive(Debug, Clone, Default)]
pub struct DynamicChanges(Vec<(String, Change<Value>)>);

impl PartialEq for DynamicChanges {
    fn eq(&self, other: &Self) -> bool {
        self.0.len() == other.0.len() && self.0.iter().all(|change| other.0.contains(change))
    }
}

impl DynamicChanges {
    /// Sets the property `name`.
    pub fn set(&mut self, name: impl Into<String>, value: impl Into<Value>) {
        let name = name.into();
        self.forget_type(&name);
        self.put(name, Change::Set(value.into()));
    }

    /// Sets the property `name`, and says which Edm type it has, such as `#Int32` or `#Collection(String)`.
    ///
    /// A service needs it where the JSON of a value does not tell the type of an undeclared property ("OData JSON Format", Control
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

    /// Whether nothing changes.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What is said, in order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, Change<&Value>)> {
        self.0
            .iter()
            .map(|(name, change)| (name.as_str(), change.as_ref()))
    }

    pub(crate) fn put(&mut self, name: String, change: Change<Value>) {
        self.0.retain(|(other, _)| *other != name);
        self.0.push((name, change));
    }

    /// The type that was said of an earlier value need not be that of the next.
    fn forget_type(&mut self, name: &str) {
        let annotation = type_annotation(name);
        self.0.retain(|(other, _)| *other != annotation);
    }
}

/// The annotation that names the type of the property `name`.
fn type_annotation(name: &str) -> String {
    format!("{name}@{TYPE_TERM}")
}

const TYPE_TERM: &str = "odata.type";

/// Whether `name` is that of control information or of an annotation, which is the service's to write.
fn is_annotation(name: &str) -> bool {
    name.contains('@')
}

impl Part for DynamicChanges {
    type Property = DynamicProperties;
    type Value = Self;

    const KEEP: Self = Self(Vec::new());

    fn set(value: Self) -> Self {
        value
    }

    fn into_value(self) -> Option<Self> {
        Some(self)
    }

    /// The type of a value goes with it. Whatever else stands in annotations is the service's to write.
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
            if !self.0.iter().any(|(other, _)| *other == annotation) {
                property.remove(&annotation);
            }
        }
        for (name, change) in self.0 {
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
