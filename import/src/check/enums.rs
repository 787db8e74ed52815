use std::collections::BTreeMap;

use super::declared::{Declarations, DeclaredEnum};
use super::report::Report;
use super::rust_type::RustType;
use crate::csdl::{EnumType, Metadata};
use crate::names;
use crate::nearest::nearest;

/// Compares an enum with the enumeration type of the properties that have it, or else with the one of its name.
pub(super) fn check(
    metadata: &Metadata,
    item: &DeclaredEnum,
    of_properties: Option<&EnumType>,
    report: &mut Report<'_>,
) {
    let Some(ty) = of_properties.or_else(|| type_of_name(metadata, item)) else {
        let enums = metadata.enums.keys().map(String::as_str);
        let name = format!("microsoft.graph.{}", names::wire_name_of_type(&item.ident));
        let help = nearest(&name, enums).map(|nearest| format!("there is `{nearest}`"));
        let message = format!(
            "no property has the enum `{}`, and the metadata has none of this name",
            item.ident
        );
        report.add("unknown-type", item.file, &item.range, message, help);
        return;
    };
    for (name, range) in &item.members {
        if ty.members.iter().any(|member| member.name == *name) {
            continue;
        }
        let members: Vec<&str> = ty
            .members
            .iter()
            .map(|member| member.name.as_str())
            .collect();
        let same = members
            .iter()
            .find(|member| member.eq_ignore_ascii_case(name));
        if let Some(same) = same {
            let rename = format!("#[graph(rename = {same:?})]");
            let indentation = report.indentation(item.file, range.start);
            let fix = (range.start..range.start, format!("{rename}\n{indentation}"));
            let message = format!("the member `{name}` is called `{same}`");
            let help = Some(format!("write `{rename}` before it"));
            report.add_fixable(
                "forgotten-rename",
                item.file,
                range,
                message,
                help,
                Some(fix),
            );
        } else {
            let help = nearest(name, members).map(|nearest| format!("there is `{nearest}`"));
            let message = format!("`{}` has no member `{name}`", ty.name);
            report.add("unknown-member", item.file, range, message, help);
        }
    }
    let missing: Vec<&str> = ty
        .members
        .iter()
        .map(|member| member.name.as_str())
        .filter(|name| *name != "unknownFutureValue")
        .filter(|name| {
            !item
                .members
                .iter()
                .any(|(other, _)| other.eq_ignore_ascii_case(name))
        })
        .collect();
    if !missing.is_empty() {
        let message = format!(
            "`{}` has members that `{}` lacks: {}",
            ty.name,
            item.ident,
            missing.join(", ")
        );
        let help = Some("they are read as unknown ones".to_owned());
        report.add("missing-member", item.file, &item.range, message, help);
    }
    if item.is_flags != ty.is_flags {
        let message = if ty.is_flags {
            format!("the members of `{}` can be combined", ty.name)
        } else {
            format!("the members of `{}` cannot be combined", ty.name)
        };
        let help = if ty.is_flags {
            "write `#[graph_enum(flags)]`, and `Flags<…>` as the type of the property"
        } else {
            "remove `flags`"
        };
        report.add(
            "flags",
            item.file,
            &item.range,
            message,
            Some(help.to_owned()),
        );
    }
}

/// Returns the names of the enumeration types of the properties that have an enum, by the positions of the enums.
pub(super) fn types_of_properties<'m>(
    metadata: &'m Metadata,
    declared: &Declarations,
) -> BTreeMap<usize, &'m EnumType> {
    let mut types = BTreeMap::new();
    for item in &declared.structs {
        for field in &item.fields {
            let path = RustType::of(&field.ty).path;
            let Some(index) = declared.enum_at(&item.module, &path) else {
                continue;
            };
            let mut properties = metadata
                .with_bases(&item.odata_type)
                .flat_map(|ty| &ty.properties);
            let property = properties.find(|property| property.name == field.wire_name);
            let ty = property.and_then(|property| metadata.enums.get(&property.ty.name));
            if let Some(ty) = ty {
                types.entry(index).or_insert(ty);
            }
        }
    }
    types
}

/// Returns the enumeration type of the name of an enum, that of the namespace of its module if there are several.
pub(super) fn type_of_name<'m>(
    metadata: &'m Metadata,
    item: &DeclaredEnum,
) -> Option<&'m EnumType> {
    let short = names::wire_name_of_type(&item.ident).to_lowercase();
    let enums = metadata.enums.values();
    let found: Vec<&EnumType> = enums
        .filter(|ty| names::short(&ty.name).to_lowercase() == short)
        .collect();
    let is_here =
        |ty: &&&EnumType| names::module(names::namespace(&ty.name)).as_ref() == item.module.last();
    let is_of_graph = |ty: &&&EnumType| names::namespace(&ty.name) == "microsoft.graph";
    let here = found.iter().find(is_here);
    here.or_else(|| found.iter().find(is_of_graph))
        .or(found.first())
        .copied()
}
