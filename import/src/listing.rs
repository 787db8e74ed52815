//! What is in the metadata, for reading.

use std::fmt::Write;

use crate::addresses::Addresses;
use crate::csdl::{Metadata, OperationKind, TypeKind, TypeRef};

/// Returns a line for each type, address and operation whose name or path contains the pattern, in any letter case.
///
/// ```
/// use graph_resource_import::{Metadata, list};
///
/// assert_eq!(list(&Metadata::default(), "user"), "");
/// ```
pub fn list(metadata: &Metadata, pattern: &str) -> String {
    let pattern = pattern.to_lowercase();
    let is_found = |text: &str| text.to_lowercase().contains(&pattern);
    let addresses = Addresses::of(metadata);
    let mut lines = Vec::new();
    for ty in metadata.types.values() {
        let kind = match ty.kind {
            TypeKind::Entity => "entity",
            TypeKind::Complex => "complex",
        };
        if is_found(&ty.name) {
            lines.push(format!("{kind:<9} {}", ty.name));
        }
        let found = addresses.of_type(&ty.name);
        let found = found.filter(|address| is_found(&ty.name) || is_found(&address.path));
        lines.extend(found.map(|address| format!("address   {} -> {}", address.path, ty.name)));
    }
    let enums = metadata.enums.keys().filter(|name| is_found(name));
    lines.extend(enums.map(|name| format!("enum      {name}")));
    for operation in &metadata.operations {
        let kind = match operation.kind {
            OperationKind::Action => "action",
            OperationKind::Function => "function",
        };
        if is_found(&operation.name) {
            let parameters = operation.parameters.iter();
            let parameters: Vec<_> = parameters
                .map(|parameter| format!("{}: {}", parameter.name, shown(&parameter.ty)))
                .collect();
            let returns = operation.returns.as_ref();
            let returns = returns.map_or_else(String::new, |ty| format!(" -> {}", shown(ty)));
            let name = &operation.name;
            lines.push(format!(
                "{kind:<9} {name}({}){returns}",
                parameters.join(", ")
            ));
        }
    }
    lines.push(String::new());
    lines.join("\n")
}

/// Returns a type with its properties, for reading, or `None` if there is none of this name. `microsoft.graph` can be left out.
pub fn show(metadata: &Metadata, name: &str) -> Option<String> {
    let qualified = format!("microsoft.graph.{name}");
    let known = [name, &qualified];
    let name = known
        .into_iter()
        .find(|name| metadata.types.contains_key(*name) || metadata.enums.contains_key(*name))?;
    let mut text = format!("{name}\n");
    // Writing to a string does not fail.
    if let Some(ty) = metadata.enums.get(name) {
        for member in &ty.members {
            let _ = writeln!(text, "  {}", member.name);
        }
        return Some(text);
    }
    for address in Addresses::of(metadata).of_type(name) {
        let _ = writeln!(text, "  at {}", address.path);
    }
    let key = metadata.key_of(name);
    for ty in metadata.with_bases(name) {
        if ty.name != name {
            let _ = writeln!(text, "  of {}", ty.name);
        }
        for property in &ty.properties {
            let mut notes = Vec::new();
            notes.extend(key.contains(&property.name).then_some("key"));
            notes.extend((!property.is_nullable).then_some("not null"));
            notes.extend(property.is_read_only.then_some("read-only"));
            notes.extend(property.is_immutable.then_some("set once"));
            let notes = notes.join(", ");
            let line = format!("  {}: {}  {notes}", property.name, shown(&property.ty));
            let _ = writeln!(text, "{}", line.trim_end());
        }
        for navigation in &ty.navigation {
            let arrow = if navigation.is_containment {
                "=>"
            } else {
                "->"
            };
            let _ = writeln!(
                text,
                "  {} {arrow} {}",
                navigation.name,
                shown(&navigation.ty)
            );
        }
    }
    Some(text)
}

fn shown(ty: &TypeRef) -> String {
    if ty.is_collection {
        format!("Collection({})", ty.name)
    } else {
        ty.name.clone()
    }
}
