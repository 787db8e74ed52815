//! Walks along an address to the type at its end.

use crate::csdl::{Metadata, StructuredType, TypeRef};
use crate::names::short;
use crate::nearest::nearest;

/// The end of a walk along an address.
pub(crate) enum Walked {
    /// An entity of this type, or a collection of them.
    Type { name: String, is_collection: bool },
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

/// Returns the type of what is at an address, if the metadata describes all of it. Keys are in braces.
///
/// ```
/// use graph_resource_import::{Metadata, type_at};
///
/// let metadata: Metadata = r#"
/// <edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx">
///   <edmx:DataServices>
///     <Schema Namespace="microsoft.graph" xmlns="http://docs.oasis-open.org/odata/ns/edm">
///       <EntityType Name="device"><Key><PropertyRef Name="id" /></Key><Property Name="id" Type="Edm.String" Nullable="false" /></EntityType>
///       <EntityContainer Name="GraphService"><EntitySet Name="devices" EntityType="microsoft.graph.device" /></EntityContainer>
///     </Schema>
///   </edmx:DataServices>
/// </edmx:Edmx>"#
///     .parse()?;
/// assert!(type_at(&metadata, "/devices").is_some_and(|ty| ty.is_collection));
/// assert!(type_at(&metadata, "/devices/{device_id}").is_some_and(|ty| !ty.is_collection));
/// assert_eq!(type_at(&metadata, "/printers"), None);
/// # Ok::<(), graph_resource_import::CsdlError>(())
/// ```
pub fn type_at(metadata: &Metadata, path: &str) -> Option<TypeRef> {
    match walk(metadata, path) {
        Walked::Type {
            name,
            is_collection,
        } => Some(TypeRef {
            name,
            is_collection,
        }),
        Walked::Unknown | Walked::Missing { .. } => None,
    }
}

/// Walks along an address: sets, keys, navigation properties and casts.
pub(crate) fn walk(metadata: &Metadata, path: &str) -> Walked {
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
            Some((name, _))
                if metadata.types.contains_key(segment) && !metadata.extends(segment, &name) =>
            {
                return missing(segment, Some(&name), std::iter::empty());
            }
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
        Some((name, is_collection)) => Walked::Type {
            name,
            is_collection,
        },
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
