//! Which types are written, and with which properties.

use std::collections::{BTreeMap, VecDeque};

use super::error::SourceError;
use super::options::Options;
use super::union;
use crate::addresses::{Address, Addresses, named_segments};
use crate::csdl::{Metadata, Navigation, Property, StructuredType, TypeKind};
use crate::nearest::nearest;
use crate::walk::type_at;

/// The types to write.
pub(super) struct Plan<'m> {
    pub(super) metadata: &'m Metadata,
    /// The structured types by their names, each with what is written of it.
    pub(super) types: BTreeMap<&'m str, Planned<'m>>,
    /// The abstract complex types, each with those of which a value can be.
    pub(super) unions: BTreeMap<&'m str, Vec<&'m str>>,
    /// The names of the enumeration types.
    pub(super) enums: Vec<&'m str>,
}

/// A structured type to write.
pub(super) struct Planned<'m> {
    pub(super) ty: &'m StructuredType,
    /// Its properties and those of its bases, the key first.
    pub(super) properties: Vec<&'m Property>,
    pub(super) navigation: Vec<&'m Navigation>,
    /// The addresses of a resource: the first one is its path. A type without one is part of others.
    pub(super) addresses: Vec<Address>,
}

impl<'m> Plan<'m> {
    /// Plans the named types and everything that they need.
    pub(super) fn new(
        metadata: &'m Metadata,
        addresses: &Addresses,
        named: &[&'m str],
        options: &Options,
    ) -> Result<Self, SourceError> {
        let mut plan = Self {
            metadata,
            types: BTreeMap::new(),
            unions: BTreeMap::new(),
            enums: Vec::new(),
        };
        let mut queue = VecDeque::new();
        for name in named {
            let name = plan.known(name)?;
            queue.push_back((name, 0));
        }
        plan.check_only(&queue, options)?;
        plan.check_paths(&queue, addresses, options)?;
        let count = queue.len();
        let mut index = 0;
        while let Some((name, depth)) = queue.pop_front() {
            let is_named = index < count;
            index += 1;
            if plan.types.contains_key(name)
                || plan.unions.contains_key(name)
                || plan.enums.contains(&name)
            {
                continue;
            }
            let Some(ty) = metadata.types.get(name) else {
                plan.enums.push(name);
                continue;
            };
            let variants = union::variants(metadata, ty);
            if !variants.is_empty() {
                queue.extend(variants.iter().map(|name| (*name, depth)));
                plan.unions.insert(name, variants);
                continue;
            }
            let planned = plan.planned(ty, is_named, addresses, options)?;
            let used = planned.properties.iter().map(|property| &property.ty);
            let related = planned.navigation.iter().map(|navigation| &navigation.ty);
            let used = used.chain(related).map(|ty| ty.name.as_str());
            let is_written = |name: &&str| {
                metadata.enums.contains_key(*name)
                    || (metadata.types.contains_key(*name)
                        && options.depth.is_none_or(|most| depth < most))
            };
            queue.extend(used.filter(is_written).map(|name| (name, depth + 1)));
            plan.types.insert(name, planned);
        }
        plan.enums.sort_unstable();
        Ok(plan)
    }

    /// Plans all types.
    pub(super) fn all(metadata: &'m Metadata, addresses: &Addresses) -> Result<Self, SourceError> {
        let mut plan = Self {
            metadata,
            types: BTreeMap::new(),
            unions: BTreeMap::new(),
            enums: metadata.enums.keys().map(String::as_str).collect(),
        };
        let options = Options::default();
        for (name, ty) in &metadata.types {
            let variants = union::variants(metadata, ty);
            if !variants.is_empty() {
                plan.unions.insert(name, variants);
                continue;
            }
            let planned = plan.planned(ty, false, addresses, &options)?;
            plan.types.insert(name, planned);
        }
        Ok(plan)
    }

    /// Returns whether a type is written.
    pub(super) fn has(&self, name: &str) -> bool {
        self.types.contains_key(name)
            || self.unions.contains_key(name)
            || self.enums.binary_search(&name).is_ok()
    }

    /// Returns the name as the metadata has it, which can be given without `microsoft.graph`.
    fn known(&self, name: &'m str) -> Result<&'m str, SourceError> {
        let Metadata { types, enums, .. } = self.metadata;
        let qualified = format!("microsoft.graph.{name}");
        for name in [name, &qualified] {
            let ty = types.get_key_value(name).map(|(name, _)| name);
            if let Some(name) = ty.or_else(|| enums.get_key_value(name).map(|(name, _)| name)) {
                return Ok(name);
            }
        }
        let names = types.keys().chain(enums.keys()).map(String::as_str);
        Err(SourceError::UnknownType {
            nearest: nearest(&qualified, names).map(str::to_owned),
            name: name.to_owned(),
        })
    }

    /// Checks that each property that is asked for is one of a named type.
    fn check_only(
        &self,
        named: &VecDeque<(&'m str, usize)>,
        options: &Options,
    ) -> Result<(), SourceError> {
        let types = named
            .iter()
            .flat_map(|(name, _)| self.metadata.with_bases(name));
        let known: Vec<&str> = types
            .flat_map(|ty| {
                let properties = ty.properties.iter().map(|property| property.name.as_str());
                let navigation = ty.navigation.iter().map(|it| it.name.as_str());
                properties.chain(navigation)
            })
            .collect();
        match options
            .only
            .iter()
            .find(|name| !known.contains(&name.as_str()))
        {
            None => Ok(()),
            Some(name) => Err(SourceError::UnknownProperty {
                name: name.clone(),
                nearest: nearest(name, known).map(str::to_owned),
            }),
        }
    }

    /// Checks that each path that is asked for leads to a named type.
    fn check_paths(
        &self,
        named: &VecDeque<(&'m str, usize)>,
        addresses: &Addresses,
        options: &Options,
    ) -> Result<(), SourceError> {
        let types = named.iter();
        let types: Vec<_> = types
            .filter_map(|(name, _)| self.metadata.types.get(*name))
            .collect();
        let leads_nowhere = |path: &&String| {
            let mut types = types.iter();
            !types.any(|ty| chosen(self.metadata, ty, path).is_some())
        };
        let (Some(path), Some(ty)) = (options.paths.iter().find(leads_nowhere), types.first())
        else {
            return Ok(());
        };
        Err(address_error(ty, Some(path), addresses))
    }

    fn planned(
        &self,
        ty: &'m StructuredType,
        is_named: bool,
        addresses: &Addresses,
        options: &Options,
    ) -> Result<Planned<'m>, SourceError> {
        let is_limited = is_named && !options.only.is_empty();
        let is_chosen = |name: &str| options.only.iter().any(|only| only == name);
        let key = self.metadata.key_of(&ty.name);
        let mut bases: Vec<_> = self.metadata.with_bases(&ty.name).collect();
        bases.reverse();
        let mut properties: Vec<&Property> = bases
            .iter()
            .flat_map(|ty| &ty.properties)
            .filter(|property| {
                !is_limited || key.contains(&property.name) || is_chosen(&property.name)
            })
            .collect();
        properties.sort_by_key(|property| !key.contains(&property.name));
        let navigation = bases.iter().flat_map(|ty| &ty.navigation);
        let navigation = navigation.filter(|it| is_limited && is_chosen(&it.name));
        Ok(Planned {
            ty,
            properties,
            navigation: navigation.collect(),
            addresses: addresses_of(self.metadata, ty, is_named, addresses, options)?,
        })
    }
}

/// Returns the addresses of an entity type, of which the first one is its path: the one that was chosen, or an entity set, or the shortest if it is
/// the only one of its length.
fn addresses_of(
    metadata: &Metadata,
    ty: &StructuredType,
    is_named: bool,
    addresses: &Addresses,
    options: &Options,
) -> Result<Vec<Address>, SourceError> {
    if ty.kind == TypeKind::Complex {
        return Ok(Vec::new());
    }
    let all: Vec<&Address> = addresses.of_type(&ty.name).collect();
    let paths = options.paths.iter().filter(|_| is_named);
    let mut chosen: Vec<_> = paths
        .filter_map(|path| chosen(metadata, ty, path))
        .collect();
    if !chosen.is_empty() {
        // Where only items of the type are comes before where those of its base are, too.
        chosen.sort_by_key(|(_, is_of_base)| *is_of_base);
        return Ok(chosen.into_iter().map(|(address, _)| address).collect());
    }
    let sets = all.iter().filter(|it| it.segments == 1 && !it.is_singleton);
    let sets: Vec<_> = sets.collect();
    if let [set] = sets[..] {
        let singletons = all.iter().filter(|it| it.segments == 1 && it.is_singleton);
        return Ok(std::iter::once(set)
            .chain(singletons)
            .map(|address| (*address).clone())
            .collect());
    }
    let Some(first) = all.first() else {
        return Ok(Vec::new());
    };
    let shortest = all.iter().filter(|it| it.segments == first.segments);
    if shortest.count() > 1 && is_named {
        return Err(address_error(ty, None, addresses));
    }
    Ok(vec![(*first).clone()])
}

/// Returns the address at a path that was asked for, if it leads to the type or to a base of it, and whether it is that of a base.
fn chosen(metadata: &Metadata, ty: &StructuredType, path: &str) -> Option<(Address, bool)> {
    // The address of an item is that of its collection, with its key.
    if !path.starts_with('/') || path.contains("//") || path.trim_end_matches('/').ends_with('}') {
        return None;
    }
    let found = type_at(metadata, path)?;
    let is_of_base = found.name != ty.name;
    let address = metadata.extends(&ty.name, &found.name).then(|| Address {
        segments: named_segments(path).count(),
        path: path.trim_end_matches('/').to_owned(),
        is_singleton: !found.is_collection,
    })?;
    Some((address, is_of_base))
}

/// Returns the error for a type whose address is not clear, or for a path that is none.
fn address_error(ty: &StructuredType, path: Option<&String>, addresses: &Addresses) -> SourceError {
    let candidates = addresses.of_type(&ty.name);
    SourceError::Address {
        name: ty.name.clone(),
        path: path.cloned(),
        candidates: candidates.map(|address| address.path.clone()).collect(),
    }
}
