//! The rule that each name stands for something.

use std::collections::HashSet;

use super::error::CsdlError;
use super::model::{Metadata, TypeRef};

/// Checks that each type that is referred to is declared, and that no type is its own base.
pub(super) fn check(metadata: &Metadata) -> Result<(), CsdlError> {
    for ty in metadata.types.values() {
        if let Some(base) = &ty.base {
            ensure(metadata.types.contains_key(base), &ty.name, base)?;
        }
        for property in &ty.properties {
            let from = || format!("{}/{}", ty.name, property.name);
            check_type(metadata, &property.ty, from)?;
        }
        for navigation in &ty.navigation {
            let from = || format!("{}/{}", ty.name, navigation.name);
            check_type(metadata, &navigation.ty, from)?;
        }
        ensure_no_cycle(metadata, &ty.name)?;
    }
    for set in &metadata.sets {
        let is_declared = metadata.types.contains_key(&set.entity_type);
        ensure(is_declared, &set.name, &set.entity_type)?;
    }
    for operation in &metadata.operations {
        let types = operation.parameters.iter().map(|parameter| &parameter.ty);
        for ty in types.chain(&operation.returns) {
            check_type(metadata, ty, || operation.name.clone())?;
        }
    }
    Ok(())
}

fn check_type(
    metadata: &Metadata,
    ty: &TypeRef,
    from: impl Fn() -> String,
) -> Result<(), CsdlError> {
    let name = &ty.name;
    let is_declared = name.starts_with("Edm.")
        || metadata.types.contains_key(name)
        || metadata.enums.contains_key(name);
    if is_declared {
        return Ok(());
    }
    ensure(false, &from(), name)
}

fn ensure(is_declared: bool, from: &str, name: &str) -> Result<(), CsdlError> {
    if is_declared {
        return Ok(());
    }
    Err(CsdlError::Dangling {
        from: from.to_owned(),
        name: name.to_owned(),
    })
}

/// A type that is its own base is reported as one whose base is not declared: no document can declare it before itself.
fn ensure_no_cycle(metadata: &Metadata, name: &str) -> Result<(), CsdlError> {
    let mut seen = HashSet::new();
    let mut current = Some(name);
    while let Some(name) = current {
        if !seen.insert(name) {
            return ensure(false, name, name);
        }
        let ty = metadata.types.get(name);
        current = ty.and_then(|ty| ty.base.as_deref());
    }
    Ok(())
}
