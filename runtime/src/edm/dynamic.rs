use std::fmt;

use serde_core::de::{MapAccess, Visitor};
use serde_core::ser::Error as _;
use serde_core::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;

use super::named_list::NamedList;
use crate::json::check_members;
use crate::odata::names;

/// The dynamic properties of an object, in the order of the input, with their annotations and explicit `null`s.
///
/// It is the type of a field with `#[graph(extra)]`, of the variant of a union for unknown types, and of a property whose type is not known.
/// Two values are equal if they have the same properties, in any order. Control information of the object, such as `@odata.etag`, is not
/// compared, except for `@odata.type`. A field with `#[graph(extra)]` does not receive it either: it has annotations of dynamic properties,
/// such as `Weight@odata.type`, and instance annotations, such as `@microsoft.graph.downloadUrl`, which carry data.
///
/// In a field with `#[graph(extra)]`, a property that the type declares is a mistake: a request with one is an
/// [`InvalidRequest`](crate::ErrorKind::InvalidRequest), and serializing it is an error.
///
/// Only the order of the properties themselves is kept. The order inside of a value is that of `serde_json`, which keeps it with its feature
/// `preserve_order`.
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
pub struct DynamicProperties(NamedList<Value>);

impl DynamicProperties {
    /// Creates a value without properties.
    pub const fn new() -> Self {
        Self(NamedList::new())
    }

    /// Returns the value of the property `name`.
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.0.get(name)
    }

    /// Returns the value of the property `name`, to change it.
    pub fn get_mut(&mut self, name: &str) -> Option<&mut Value> {
        self.0.get_mut(name)
    }

    /// Sets the property `name`: in place, or at the end. Returns its previous value.
    pub fn insert(&mut self, name: impl Into<String>, value: impl Into<Value>) -> Option<Value> {
        self.0.insert(name.into(), value.into())
    }

    /// Removes the property `name`, and returns its value.
    pub fn remove(&mut self, name: &str) -> Option<Value> {
        self.0.remove(name)
    }

    /// Returns whether there are no properties.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Returns the number of properties.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Iterates over the properties, in order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Value)> {
        self.0.iter()
    }
}

impl Eq for DynamicProperties {}

impl PartialEq for DynamicProperties {
    fn eq(&self, other: &Self) -> bool {
        let is_property = |name: &str| !name.starts_with(names::CONTROL) || name == names::TYPE;
        let properties = |all: &Self| all.iter().filter(|(name, _)| is_property(name)).count();
        let mut own = self.iter().filter(|(name, _)| is_property(name));
        properties(self) == properties(other)
            && own.all(|(name, value)| other.get(name) == Some(value))
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
        self.0.into_entries().into_iter()
    }
}

impl Serialize for DynamicProperties {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        check_members(self.iter().map(|(_, value)| value)).map_err(S::Error::custom)?;
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
