//! The type at an address.

use crate::csdl::{Metadata, StructuredType};
use crate::names::short;
use crate::nearest::nearest;

/// What is on the way to an address.
#[derive(Debug, Default)]
pub(super) struct Steps<'m> {
    /// The entity set or the singleton.
    pub(super) set: Option<&'m str>,
    /// The navigation properties, each with the type that declares it.
    pub(super) navigation: Vec<(&'m str, &'m str)>,
}

/// Returns what is on the way to an address, as far as the metadata describes it.
pub(super) fn steps<'m>(metadata: &'m Metadata, path: &str) -> Steps<'m> {
    let mut steps = Steps::default();
    let mut current: Option<&'m str> = None;
    for segment in path.split('/').filter(|segment| !segment.is_empty()) {
        let Some(name) = current else {
            let set = metadata.sets.iter().find(|set| set.name == segment);
            steps.set = set.map(|set| set.name.as_str());
            current = set.map(|set| set.entity_type.as_str());
            if current.is_none() {
                break;
            }
            continue;
        };
        let found = metadata.with_bases(name).find_map(|ty| {
            let mut navigation = ty.navigation.iter();
            let navigation = navigation.find(|navigation| navigation.name == segment)?;
            Some((ty, navigation))
        });
        if let Some((ty, navigation)) = found {
            steps.navigation.push((&ty.name, &navigation.name));
            current = Some(&navigation.ty.name);
        }
    }
    steps
}

/// What a walk along an address comes to.
pub(super) enum Walked {
    /// An entity or a collection of this type.
    Type(String),
    /// A segment that the metadata does not describe, such as a call. The rest is not checked.
    Unknown,
    /// A segment that does not exist.
    Missing {
        segment: String,
        /// The type that does not have it, or none for the service itself.
        of: Option<String>,
        nearest: Option<String>,
    },
}

/// Walks along an address: sets, keys, navigation properties and casts.
pub(super) fn walk(metadata: &Metadata, path: &str) -> Walked {
    let mut current: Option<(String, bool)> = None;
    for segment in path.split('/').filter(|segment| !segment.is_empty()) {
        if segment.contains([':', '(', '$']) {
            return Walked::Unknown;
        }
        current = Some(match current {
            None => {
                let Some(set) = metadata.sets.iter().find(|set| set.name == segment) else {
                    let names = metadata.sets.iter().map(|set| set.name.as_str());
                    return missing(segment, None, names);
                };
                (set.entity_type.clone(), !set.is_singleton)
            }
            Some((name, true)) if segment.starts_with('{') => (name, false),
            Some((_, is_collection)) if segment.contains('.') => {
                (segment.to_owned(), is_collection)
            }
            Some((name, is_collection)) => {
                let types: Vec<&StructuredType> = metadata.with_bases(&name).collect();
                let mut navigation = types.iter().flat_map(|ty| &ty.navigation);
                match navigation.find(|navigation| navigation.name == segment) {
                    Some(navigation) if !is_collection => {
                        (navigation.ty.name.clone(), navigation.ty.is_collection)
                    }
                    // A segment after a collection without a key is a call.
                    Some(_) => return Walked::Unknown,
                    None if is_collection => return Walked::Unknown,
                    None => {
                        let properties = types.iter().flat_map(|ty| &ty.properties);
                        if let Some(property) = properties.clone().find(|it| it.name == segment) {
                            (property.ty.name.clone(), property.ty.is_collection)
                        } else {
                            let names = types.iter().flat_map(|ty| &ty.navigation);
                            let names = names.map(|navigation| navigation.name.as_str());
                            return missing(segment, Some(&name), names);
                        }
                    }
                }
            }
        });
    }
    match current {
        Some((name, _)) => Walked::Type(name),
        None => Walked::Unknown,
    }
}

fn missing<'n>(segment: &str, of: Option<&str>, names: impl Iterator<Item = &'n str>) -> Walked {
    Walked::Missing {
        segment: segment.to_owned(),
        of: of.map(|name| short(name).to_owned()),
        nearest: nearest(segment, names).map(str::to_owned),
    }
}

/// Returns whether one of two types is the other or extends it.
pub(super) fn is_related(metadata: &Metadata, one: &str, other: &str) -> bool {
    let extends = |derived, base: &str| metadata.with_bases(derived).any(|ty| ty.name == base);
    extends(one, other) || extends(other, one)
}
