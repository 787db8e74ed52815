//! The addresses of an entity type: paths from the entity container through containment.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use heck::ToSnakeCase;

use crate::csdl::{Metadata, TypeKind};
use crate::names::short;

/// The most segments with a name in an address.
const MAX_SEGMENTS: usize = 6;

/// The most addresses of one type that are kept, the shortest first.
const MAX_ADDRESSES: usize = 40;

/// An address of an entity type.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Address {
    /// The number of segments with a name.
    pub segments: usize,
    /// The path of the collection or the singleton, with parameters in braces: `/users/{user_id}/messages`.
    pub path: String,
    /// Whether it is one entity, without a key after the path.
    pub is_singleton: bool,
}

/// The addresses of all entity types of a service.
#[derive(Debug)]
pub struct Addresses(BTreeMap<String, BTreeSet<Address>>);

/// A path on which the search goes on.
struct Found {
    address: Address,
    entity_type: String,
    /// The types on the path, none of which is passed twice.
    passed: Vec<String>,
}

impl Addresses {
    /// Finds the addresses in the metadata.
    pub fn of(metadata: &Metadata) -> Self {
        let mut addresses: BTreeMap<String, BTreeSet<Address>> = BTreeMap::new();
        let mut queue: VecDeque<Found> = metadata
            .sets
            .iter()
            .map(|set| Found {
                address: Address {
                    segments: 1,
                    path: format!("/{}", set.name),
                    is_singleton: set.is_singleton,
                },
                entity_type: set.entity_type.clone(),
                passed: Vec::new(),
            })
            .collect();
        // Breadth first: each type gets its shortest addresses, and no more than are of use.
        while let Some(found) = queue.pop_front() {
            let known = addresses.entry(found.entity_type.clone()).or_default();
            if known.len() >= MAX_ADDRESSES || !known.insert(found.address.clone()) {
                continue;
            }
            if found.address.segments < MAX_SEGMENTS {
                queue.extend(below(metadata, &found));
            }
        }
        Self(addresses)
    }

    /// Returns the addresses of a type, the shortest first.
    pub fn of_type(&self, name: &str) -> impl Iterator<Item = &Address> {
        self.0.get(name).into_iter().flatten()
    }
}

/// Returns the entities that exist only below an entity.
fn below<'m>(metadata: &'m Metadata, found: &'m Found) -> impl Iterator<Item = Found> + 'm {
    let Found {
        address,
        entity_type,
        passed,
    } = found;
    let item = if address.is_singleton {
        address.path.clone()
    } else {
        format!(
            "{}/{{{}}}",
            address.path,
            parameter(entity_type, &address.path)
        )
    };
    let types = metadata.with_bases(entity_type);
    let navigation = types.flat_map(|ty| &ty.navigation);
    let contained = navigation.filter(|navigation| {
        navigation.is_containment
            && navigation.ty.name != *entity_type
            && !passed.contains(&navigation.ty.name)
            && metadata
                .types
                .get(&navigation.ty.name)
                .is_some_and(|ty| ty.kind == TypeKind::Entity)
    });
    contained.map(move |navigation| {
        let mut passed = passed.clone();
        passed.push(entity_type.clone());
        Found {
            address: Address {
                segments: address.segments + 1,
                path: format!("{item}/{}", navigation.name),
                is_singleton: !navigation.ty.is_collection,
            },
            entity_type: navigation.ty.name.clone(),
            passed,
        }
    })
}

/// Returns the segments of a path that are names, and not keys.
pub(crate) fn named_segments(path: &str) -> impl Iterator<Item = &str> {
    let segments = path.split('/');
    segments.filter(|segment| !segment.is_empty() && !segment.starts_with('{'))
}

/// Returns a name for the key of a type in a path, which no other parameter of the path has.
fn parameter(entity_type: &str, path: &str) -> String {
    let name = format!("{}_id", short(entity_type).to_snake_case());
    let numbered = (2..).map(|number| format!("{name}{number}"));
    std::iter::once(name.clone())
        .chain(numbered)
        .find(|name| !path.contains(&format!("{{{name}}}")))
        .unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_parameters_of_a_path_have_one_name() {
        assert_eq!(parameter("microsoft.graph.user", "/users"), "user_id");
        assert_eq!(
            parameter("microsoft.graph.user", "/users/{user_id}/x"),
            "user_id2"
        );
    }
}
