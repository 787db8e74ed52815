use std::collections::BTreeSet;

use super::docs::comment;
use super::module::{Module, path_from};
use super::text::line;
use super::types::EXTRA;
use crate::csdl::{Metadata, StructuredType, TypeKind};
use crate::names;

/// Returns the types of which a value of an abstract complex type can be, in the order of their names. Any other type is none of several.
pub(super) fn variants<'m>(metadata: &'m Metadata, ty: &StructuredType) -> Vec<&'m str> {
    if !ty.is_abstract || ty.kind == TypeKind::Entity {
        return Vec::new();
    }
    let derived = metadata
        .types
        .values()
        .filter(|other| !other.is_abstract && metadata.extends(&other.name, &ty.name));
    derived.map(|other| other.name.as_str()).collect()
}

/// Writes an abstract type as the union of those that extend it.
pub(super) fn write(ty: &StructuredType, variants: &[&str], module: &mut Module) {
    module.import_macro("graph_union");
    let extra = module.name_of(EXTRA);
    let ident = names::type_name(&ty.name).ident;
    let mut source = comment(ty.description.as_deref(), &format!("`{}`.", ty.name));
    source += "#[graph_union]\n#[derive(Debug, Clone, PartialEq)]\n";
    line(&mut source, format_args!("pub enum {ident} {{"));
    let mut used = BTreeSet::new();
    for name in variants {
        let of_type = names::type_name(name).ident;
        let without = of_type.strip_suffix(&ident).unwrap_or(&of_type);
        let is_name = without.starts_with(|first: char| first.is_ascii_alphabetic());
        let mut variant = if is_name { without.to_owned() } else { of_type };
        while !used.insert(variant.clone()) {
            variant.push_str("Variant");
        }
        let path = path_from(names::namespace(&ty.name), name);
        line(&mut source, format_args!("/// `{name}`."));
        // The types differ in size, and may contain one another.
        line(&mut source, format_args!("{variant}(Box<{path}>),"));
    }
    let unknown = ["Unknown", "Other", "Unrecognized"]
        .into_iter()
        .find(|name| !used.contains(*name))
        .unwrap_or("UnknownVariant");
    source += "/// A value of a type that is not known here.\n#[graph(unknown)]\n";
    line(&mut source, format_args!("{unknown}({extra}),\n}}\n"));
    module.items += &source;
}
