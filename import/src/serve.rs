//! An emulator for types of the metadata, which nobody has written down in Rust.

use graph_resource::{EdmType, Operation, Property as PropertyInfo, ResourceInfo, TypeInfo};
use graph_resource_emulator::{Emulator, EmulatorBuilder, EmulatorError};
use serde_json::Value;

use crate::addresses::{Address, Addresses};
use crate::csdl::{Metadata, Property, StructuredType};
use crate::names::short;

/// Returns a builder of an emulator that serves the entity types of these names at all of their addresses, or all entity types if none is named.
/// `microsoft.graph` can be left out.
///
/// Values of primitive types are checked. Complex values, members of enumerations and relationships can be anything. The emulator keeps the
/// descriptions of the types as long as the process runs.
///
/// ```
/// use graph_resource_import::{Metadata, emulator};
///
/// let emulator = emulator(&Metadata::default(), &[]).start()?;
/// assert!(emulator.url().starts_with("http://127.0.0.1:"));
/// # Ok::<(), graph_resource_emulator::EmulatorError>(())
/// ```
pub fn emulator(metadata: &Metadata, names: &[&str]) -> EmulatorBuilder {
    let addresses = Addresses::of(metadata);
    let is_wanted = |name: &str| {
        let without = name.strip_prefix("microsoft.graph.").unwrap_or(name);
        names.is_empty() || names.contains(&name) || names.contains(&without)
    };
    let types = metadata.types.values().filter(|ty| is_wanted(&ty.name));
    let mut builder = Emulator::builder();
    for ty in types {
        let mut addresses = addresses.of_type(&ty.name).peekable();
        if addresses.peek().is_none() {
            continue;
        }
        let info = type_info(metadata, ty);
        for address in addresses {
            builder = builder.serve_info(resource(metadata, ty, info, address));
        }
    }
    builder
}

/// Stores items: an object whose members are paths, each with an item or an array of them.
///
/// # Errors
///
/// What is wrong with the data, or with one of its paths.
pub fn seed(emulator: &Emulator, data: &Value) -> Result<(), EmulatorError> {
    for (path, items) in data.as_object().into_iter().flatten() {
        match items {
            Value::Array(items) => {
                for item in items {
                    emulator.insert(path, item.clone())?;
                }
            }
            item => emulator.put(path, item.clone())?,
        }
    }
    Ok(())
}

/// Keeps a value for as long as the process runs, as the descriptions of declared types are kept.
fn kept<T>(value: T) -> &'static T {
    Box::leak(Box::new(value))
}

fn kept_text(text: String) -> &'static str {
    text.leak()
}

fn resource(
    metadata: &Metadata,
    ty: &StructuredType,
    info: &'static TypeInfo,
    address: &Address,
) -> &'static ResourceInfo {
    let path = kept_text(address.path.clone());
    if address.is_singleton {
        let operations = &[Operation::Get, Operation::Update];
        return kept(ResourceInfo::new(info, path, path).with_operations(operations));
    }
    let key = metadata.key_of(&ty.name).first();
    let key = key.map_or("id", String::as_str);
    let parameter = format!("{}_{key}", short(&ty.name));
    kept(ResourceInfo::new(
        info,
        path,
        kept_text(format!("{path}/{{{parameter}}}")),
    ))
}

fn type_info(metadata: &Metadata, ty: &StructuredType) -> &'static TypeInfo {
    let key = metadata.key_of(&ty.name);
    let mut bases: Vec<_> = metadata.with_bases(&ty.name).collect();
    bases.reverse();
    let properties = bases.iter().flat_map(|ty| &ty.properties);
    let properties: Vec<PropertyInfo> = properties
        .filter(|property| property.ty.name != "Edm.Stream")
        .map(|property| property_info(property, key))
        .collect();
    let name = kept_text(format!("#{}", ty.name));
    let info = TypeInfo::new(name, false, properties.leak());
    let is_open = bases.iter().any(|ty| ty.is_open);
    kept(if is_open { info.open() } else { info })
}

fn property_info(property: &Property, key: &[String]) -> PropertyInfo {
    let element = edm_type(&property.ty.name);
    let edm_type = if property.ty.is_collection {
        EdmType::Collection(kept(element))
    } else {
        element
    };
    let mut info = PropertyInfo::new(kept_text(property.name.clone()), edm_type);
    if key.contains(&property.name) {
        return info.key();
    }
    if property.is_nullable {
        info = info.nullable();
    }
    if property.is_read_only {
        info = info.read_only();
    }
    if property.is_immutable {
        info = info.create_only();
    }
    info
}

fn edm_type(name: &str) -> EdmType {
    match name {
        "Edm.String" => EdmType::String,
        "Edm.Boolean" => EdmType::Boolean,
        "Edm.Byte" => EdmType::Byte,
        "Edm.SByte" => EdmType::SByte,
        "Edm.Int16" => EdmType::Int16,
        "Edm.Int32" => EdmType::Int32,
        "Edm.Int64" => EdmType::Int64,
        "Edm.Single" => EdmType::Single,
        "Edm.Double" => EdmType::Double,
        "Edm.Decimal" => EdmType::Decimal,
        "Edm.DateTimeOffset" => EdmType::DateTimeOffset,
        "Edm.Date" => EdmType::Date,
        "Edm.TimeOfDay" => EdmType::TimeOfDay,
        "Edm.Duration" => EdmType::Duration,
        "Edm.Guid" => EdmType::Guid,
        "Edm.Binary" => EdmType::Binary,
        _ => EdmType::Untyped,
    }
}
