//! The links that the references in a body create or remove.

use graph_resource::{Property, TypeInfo};
use serde_json::Value;

use crate::links::ItemId;
use crate::odata::routes::Routes;
use crate::store::{Properties, Store};

use super::error::GraphError;
use super::reference::{bound_property, referenced_item};
use super::value_path::ValuePath;

/// The changes to the relationships of an item.
#[derive(Debug)]
pub(super) struct LinkChanges(Vec<LinkChange>);

#[derive(Debug)]
struct LinkChange {
    property: Property,
    targets: Vec<ItemId>,
    /// References to several items add to those that are linked already ("OData Protocol", Update an Entity).
    adds: bool,
}

impl LinkChanges {
    /// Resolves the references of a body whose form was checked: at the root, and, only for their existence, in nested objects.
    pub(super) fn resolve(
        info: &TypeInfo,
        body: &Properties,
        routes: &Routes,
        store: &Store,
    ) -> Result<Self, GraphError> {
        let mut changes = Vec::new();
        for (name, value) in body {
            let property = bound_property(name).and_then(|name| info.property(name));
            let Some(property) = property else {
                check_nested(value, &ValuePath::new(name), routes, store)?;
                continue;
            };
            changes.push(LinkChange {
                property: *property,
                targets: referenced_items(value, property.name(), routes, store)?,
                adds: value.is_array(),
            });
        }
        Ok(Self(changes))
    }

    /// Checks that no added link exists already.
    pub(super) fn require_new(&self, source: &ItemId, store: &Store) -> Result<(), GraphError> {
        let mut added = self.0.iter().filter(|change| change.adds);
        let existing = added.find(|change| {
            let name = change.property.name();
            let mut targets = change.targets.iter();
            targets.any(|target| store.links.contains(source, name, target))
        });
        match existing {
            Some(change) => Err(GraphError::link_exists(change.property.name())),
            None => Ok(()),
        }
    }

    /// Changes the links of an item.
    pub(super) fn apply(self, source: &ItemId, store: &mut Store) {
        for change in self.0 {
            let name = change.property.name();
            if !change.adds {
                store.links.clear(source, name);
            }
            for target in change.targets {
                store.links.add(source, name, target);
            }
        }
    }
}

fn referenced_items(
    value: &Value,
    name: &str,
    routes: &Routes,
    store: &Store,
) -> Result<Vec<ItemId>, GraphError> {
    let urls = match value {
        Value::Array(urls) => urls.as_slice(),
        url => std::slice::from_ref(url),
    };
    let urls = urls.iter().filter_map(Value::as_str);
    urls.map(|url| referenced_item(url, name, routes, store))
        .collect()
}

fn check_nested(
    value: &Value,
    path: &ValuePath<'_>,
    routes: &Routes,
    store: &Store,
) -> Result<(), GraphError> {
    match value {
        Value::Array(elements) => {
            let mut elements = elements.iter().enumerate();
            elements.try_for_each(|(index, element)| {
                check_nested(element, &path.element(index), routes, store)
            })
        }
        Value::Object(object) => object.iter().try_for_each(|(name, value)| {
            let Some(bound) = bound_property(name) else {
                return check_nested(value, &path.property(name), routes, store);
            };
            let path = path.property(bound).to_string();
            referenced_items(value, &path, routes, store).map(drop)
        }),
        _ => Ok(()),
    }
}
