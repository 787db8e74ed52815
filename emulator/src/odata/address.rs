use graph_resource::{ApiVersion, EdmType, Property};

use crate::store::Store;

use super::address_error::AddressError;
use super::key_segment;
use super::routes::Routes;
use super::target::Target;

/// What a path addresses.
#[derive(Debug)]
pub(crate) enum Address {
    Resource(Target),
    Navigation(Navigation),
}

/// A relationship of an item.
#[derive(Debug)]
pub(crate) struct Navigation {
    pub(crate) source: Target,
    pub(crate) relation: Relation,
}

/// The part of a path after the item: `members`, or one of the related items: `members/2`. With `/$ref`, the links themselves.
#[derive(Debug)]
pub(crate) struct Relation {
    pub(crate) property: Property,
    /// The key of a related item.
    pub(crate) key: Option<String>,
    pub(crate) is_reference: bool,
}

impl Navigation {
    /// Finds the relationship that a path addresses, given by its segments below the version and without `$ref`.
    pub(crate) fn find(
        routes: &Routes,
        version: Option<ApiVersion>,
        segments: &[String],
        is_reference: bool,
        store: &Store,
    ) -> Result<Option<Self>, AddressError> {
        for (name_at, name, key) in splits(segments) {
            let source = routes.find(version, &segments[..name_at], store)?;
            let Some(source) = source.filter(|source| source.key.is_some()) else {
                continue;
            };
            if let Some(property) = source.types.navigation(&name) {
                let relation = Relation {
                    property,
                    key,
                    is_reference,
                };
                return Ok(relation.is_possible().then_some(Self { source, relation }));
            }
        }
        Ok(None)
    }
}

impl Relation {
    pub(crate) fn is_collection(&self) -> bool {
        matches!(self.property.edm_type(), EdmType::Collection(_))
    }

    /// Returns whether the related items are directory objects, with advanced queries.
    pub(crate) fn is_to_directory(&self) -> bool {
        let edm_type = match self.property.edm_type() {
            EdmType::Collection(element) | EdmType::Nullable(element) => *element,
            edm_type => edm_type,
        };
        matches!(edm_type, EdmType::Structured(info) if info.has_advanced_queries())
    }

    /// Returns whether there is no key, unless the relationship is to several items.
    fn is_possible(&self) -> bool {
        self.key.is_none() || self.is_collection()
    }
}

/// Returns the possible positions of the name of a relationship, with the name and the key after it.
fn splits(segments: &[String]) -> Vec<(usize, String, Option<String>)> {
    let mut splits = Vec::new();
    if let Some((last, before)) = segments.split_last() {
        splits.push((before.len(), last.clone(), None));
        if let Some((name, predicate)) = key_segment::split(last)
            && let Some(key) = predicate.untyped()
        {
            splits.push((before.len(), name.to_owned(), Some(key)));
        }
        if let Some((name, source)) = before.split_last() {
            splits.push((source.len(), name.clone(), Some(last.clone())));
        }
    }
    splits.retain(|(_, _, key)| key.as_deref() != Some(""));
    splits
}
