//! The part of the metadata that a crate uses.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::declared::Declarations;
use super::enums;
use super::files::{self, CrateError};
use super::path::steps;
use crate::csdl::{Metadata, StructuredType, TypeKind};

/// Returns the part of the metadata that the structs and enums of the crate in a folder use: their types with all properties, their bases, and
/// what is on the way to their addresses. Types that are only referred to are empty.
///
/// It is what a crate keeps in `graph.lock`, as [CSDL](Metadata::to_csdl), so that it can be checked without the whole metadata.
///
/// # Errors
///
/// The reason why the crate cannot be read.
pub fn used(metadata: &Metadata, folder: &Path) -> Result<Metadata, CrateError> {
    let declared = Declarations::of(&files::read(folder)?);
    let mut navigation: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    let mut whole = BTreeSet::new();
    let mut sets = BTreeSet::new();
    for item in &declared.structs {
        for ty in metadata.with_bases(&item.odata_type) {
            whole.insert(ty.name.as_str());
            for field in &item.fields {
                let related = ty.navigation.iter().find(|it| it.name == field.wire_name);
                if let Some(related) = related {
                    navigation
                        .entry(&ty.name)
                        .or_default()
                        .insert(&related.name);
                }
            }
        }
        for (path, _) in &item.paths {
            let steps = steps(metadata, path);
            sets.extend(steps.set);
            for (ty, property) in steps.navigation {
                navigation.entry(ty).or_default().insert(property);
            }
        }
    }
    let mut used = Metadata::default();
    let in_use = metadata
        .sets
        .iter()
        .filter(|set| sets.contains(set.name.as_str()));
    used.sets = in_use.cloned().collect();
    for ty in enums::types_of_properties(metadata, &declared).values() {
        used.enums.insert(ty.name.clone(), (*ty).clone());
    }
    for item in &declared.enums {
        if let Some(ty) = enums::type_of_name(metadata, item) {
            used.enums.insert(ty.name.clone(), ty.clone());
        }
    }
    for name in &whole {
        if let Some(ty) = metadata.types.get(*name) {
            used.types
                .insert(ty.name.clone(), reduced(ty, &navigation, true));
        }
    }
    for name in navigation.keys() {
        add_path_type(&mut used, metadata, name, &navigation);
    }
    add_referred(&mut used, metadata);
    Ok(used)
}

/// Returns a type with the navigation properties that are used, and with its properties if it is used as a whole.
fn reduced(
    ty: &StructuredType,
    navigation: &BTreeMap<&str, BTreeSet<&str>>,
    is_whole: bool,
) -> StructuredType {
    let mut reduced = ty.clone();
    let wanted = navigation.get(ty.name.as_str());
    reduced
        .navigation
        .retain(|it| wanted.is_some_and(|names| names.contains(it.name.as_str())));
    if !is_whole {
        reduced
            .properties
            .retain(|property| ty.key.contains(&property.name));
    }
    reduced
}

fn add_path_type(
    used: &mut Metadata,
    metadata: &Metadata,
    name: &str,
    navigation: &BTreeMap<&str, BTreeSet<&str>>,
) {
    for ty in metadata.with_bases(name) {
        if !used.types.contains_key(&ty.name) {
            used.types
                .insert(ty.name.clone(), reduced(ty, navigation, false));
        }
    }
}

/// Adds empty types for those that are referred to, and the enumeration types as they are.
fn add_referred(used: &mut Metadata, metadata: &Metadata) {
    let types = used.types.values();
    let referred: BTreeSet<String> = types
        .flat_map(|ty| {
            let properties = ty.properties.iter().map(|property| &property.ty.name);
            let related = ty.navigation.iter().map(|it| &it.ty.name);
            properties.chain(related).chain(&ty.base)
        })
        .chain(used.sets.iter().map(|set| &set.entity_type))
        .cloned()
        .collect();
    let none = BTreeMap::new();
    for name in referred {
        if let Some(ty) = metadata.enums.get(&name) {
            used.enums.insert(name, ty.clone());
        } else if !used.types.contains_key(&name)
            && let Some(ty) = metadata.types.get(&name)
        {
            let mut empty = reduced(ty, &none, false);
            // The relation to its base is what else is known of it.
            let base = empty
                .base
                .take()
                .filter(|base| used.types.contains_key(base));
            empty.base = base;
            if empty.kind == TypeKind::Complex {
                empty.properties.clear();
            }
            used.types.insert(name, empty);
        }
    }
}
