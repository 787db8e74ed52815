//! Finds the set and the navigation properties on the way to an address.

use crate::csdl::Metadata;

/// The set and the navigation properties on the way to an address.
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

/// Returns whether one of two types is the other or extends it.
pub(super) fn is_related(metadata: &Metadata, one: &str, other: &str) -> bool {
    metadata.extends(one, other) || metadata.extends(other, one)
}
