use std::collections::BTreeMap;

use serde_core::{Deserializer, Serializer};

use super::{Form, PropertyValue};
use crate::merge::Merge;

/// What a patch says about an object whose members are named by the data, such as the `checklist` of a planner task: which entries are
/// set, and which deleted. All others stay.
///
/// ```
/// use std::collections::BTreeMap;
///
/// use graph_resource::graph_resource;
///
/// #[graph_resource(path = "/planner/plans/{plan_id}/details", emit_type = "never")]
/// pub struct PlannerPlanDetails {
///     #[graph(merge)]
///     pub shared_with: BTreeMap<String, bool>,
/// }
///
/// let request = PlannerPlanDetails::update("xqQg5FS2LkCp935s-FIFm2QAFkHM")
///     .shared_with(|users| users.set("d95e6152", true).remove("6463a5ce"));
/// let body = request.to_http_request(&graph_resource::Cloud::Global.into()).unwrap().into_body();
/// assert_eq!(body, r#"{"sharedWith":{"6463a5ce":null,"d95e6152":true}}"#);
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct MapChanges<T>(BTreeMap<String, Option<T>>);

impl<T> MapChanges<T> {
    /// Sets the entry `name`.
    #[must_use]
    pub fn set(mut self, name: impl Into<String>, value: impl Into<T>) -> Self {
        self.0.insert(name.into(), Some(value.into()));
        self
    }

    /// Deletes the entry `name`: sends JSON `null`.
    #[must_use]
    pub fn remove(mut self, name: impl Into<String>) -> Self {
        self.0.insert(name.into(), None);
        self
    }

    /// Whether nothing changes.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What is said, by name: `None` deletes.
    pub fn iter(&self) -> impl Iterator<Item = (&str, Option<&T>)> {
        self.0
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_ref()))
    }
}

impl<T> Default for MapChanges<T> {
    fn default() -> Self {
        Self(BTreeMap::new())
    }
}

impl<T: PropertyValue> PropertyValue for MapChanges<T> {
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        BTreeMap::read(deserializer).map(Self)
    }

    fn write<S: Serializer>(&self, serializer: S, form: Form<'_>) -> Result<S::Ok, S::Error> {
        self.0.write(serializer, form)
    }
}

impl<T: PropertyValue + Clone + PartialEq> Merge for BTreeMap<String, T> {
    type Patch = MapChanges<T>;

    fn difference(before: &Self, after: &Self) -> MapChanges<T> {
        let set = after
            .iter()
            .filter(|(name, value)| before.get(*name) != Some(value));
        let removed = before.keys().filter(|name| !after.contains_key(*name));
        MapChanges(
            set.map(|(name, value)| (name.clone(), Some(value.clone())))
                .chain(removed.map(|name| (name.clone(), None)))
                .collect(),
        )
    }

    fn merge(&mut self, patch: MapChanges<T>) {
        for (name, value) in patch.0 {
            match value {
                Some(value) => self.insert(name, value),
                None => self.remove(&name),
            };
        }
    }
}
