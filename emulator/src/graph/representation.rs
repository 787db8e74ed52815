use graph_resource::{Property, TypeInfo};
use serde_core::ser::{Serialize, SerializeMap, Serializer};
use serde_json::Value;

use crate::odata::names;
use crate::settings::DefaultProperties;
use crate::store::Item;

use super::typed_value::TypedValue;

/// An item in a response: control information, then its properties in the order of their declaration.
pub(super) struct Representation<'a> {
    pub(super) info: &'static TypeInfo,
    pub(super) item: &'a Item,
    pub(super) select: Option<&'a [&'static str]>,
    /// The properties that the answer has without `select`.
    pub(super) defaults: &'a DefaultProperties,
    /// The context URL, or `None` in a page, which has its own.
    pub(super) context: Option<String>,
    /// `@odata.type`, if the reader expects another type and the item does not have it stored.
    pub(super) odata_type: Option<&'static str>,
    /// The related items that the request expands.
    pub(super) expanded: Vec<(&'static str, Value)>,
}

impl Representation<'_> {
    fn includes(&self, property: Property) -> bool {
        match self.select {
            Some(names) => names.contains(&property.name()),
            None => self.defaults.contain(self.info, property),
        }
    }

    fn is_expanded(&self, property: Property) -> bool {
        let mut expanded = self.expanded.iter();
        expanded.any(|(name, _)| *name == property.name())
    }

    /// Returns the properties, or the control information, of the item that its type does not declare.
    fn undeclared(&self, is_control: bool) -> impl Iterator<Item = (&String, &Value)> {
        let stored = self.item.properties.iter();
        stored.filter(move |(name, _)| {
            name.starts_with('@') == is_control && self.info.property(name).is_none()
        })
    }
}

impl Serialize for Representation<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        if let Some(context) = &self.context {
            map.serialize_entry(names::CONTEXT, context)?;
        }
        let is_stored = self.item.properties.contains_key(names::TYPE);
        if let Some(odata_type) = self.odata_type.filter(|_| !is_stored) {
            map.serialize_entry(names::TYPE, odata_type)?;
        }
        for (name, value) in self.undeclared(true) {
            map.serialize_entry(name, value)?;
        }
        map.serialize_entry(names::ETAG, &self.item.etag())?;
        for property in self.info.all_properties() {
            let stored = self.item.properties.get(property.name());
            let value = TypedValue::of(property, stored).filter(|_| self.includes(property));
            let value = value.filter(|_| !self.is_expanded(property));
            if let Some(value) = value {
                map.serialize_entry(property.name(), &value)?;
            }
        }
        if self.select.is_none() {
            for (name, value) in self.undeclared(false) {
                map.serialize_entry(name, value)?;
            }
        }
        for (name, value) in &self.expanded {
            map.serialize_entry(name, value)?;
        }
        map.end()
    }
}

/// A page of a collection in a response.
pub(super) struct Page<T> {
    pub(super) context: String,
    pub(super) count: Option<usize>,
    pub(super) next_link: Option<String>,
    pub(super) value: Vec<T>,
}

impl<T: Serialize> Serialize for Page<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry(names::CONTEXT, &self.context)?;
        if let Some(count) = self.count {
            map.serialize_entry(names::COUNT, &count)?;
        }
        if let Some(next_link) = &self.next_link {
            map.serialize_entry(names::NEXT_LINK, next_link)?;
        }
        map.serialize_entry("value", &self.value)?;
        map.end()
    }
}
