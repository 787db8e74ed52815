use std::collections::BTreeMap;

use serde_core::{Deserializer, Serializer};

use super::schema::EdmType;
use super::value::{Form, PropertyValue};

/// The changes to an object whose members are named by the data, such as the `checklist` of a planner task: the entries to set and to
/// delete. All others stay as they are.
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
pub struct MapChanges<T>(pub(crate) BTreeMap<String, Option<T>>);

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

    /// Returns whether nothing changes.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Iterates over the changes by name: `None` deletes.
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
    const EDM_TYPE: EdmType = EdmType::Map(&T::EDM_TYPE);

    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        BTreeMap::read(deserializer).map(Self)
    }

    fn write<S: Serializer>(&self, serializer: S, form: Form<'_>) -> Result<S::Ok, S::Error> {
        self.0.write(serializer, form)
    }
}
