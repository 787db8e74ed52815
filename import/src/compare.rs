//! What a new metadata document changes.

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::csdl::{EnumType, Metadata, Property, StructuredType, TypeRef};

/// Returns a line for each change of a type from one document to another: of the named types, or of all types of the old document if none is
/// named. What both have alike is left out.
///
/// ```
/// use graph_resource_import::{Metadata, diff};
///
/// let document = |property: &str| {
///     format!(
///         "<edmx:Edmx Version=\"4.0\" xmlns:edmx=\"e\"><edmx:DataServices><Schema Namespace=\"microsoft.graph\">\
///          <ComplexType Name=\"alert\"><Property Name=\"{property}\" Type=\"Edm.String\" /></ComplexType>\
///          </Schema></edmx:DataServices></edmx:Edmx>"
///     )
/// };
/// let (old, new): (Metadata, Metadata) = (document("title").parse()?, document("name").parse()?);
/// assert_eq!(
///     diff(&old, &new, &[]),
///     "- microsoft.graph.alert/title: Edm.String\n+ microsoft.graph.alert/name: Edm.String\n",
/// );
/// # Ok::<(), graph_resource_import::CsdlError>(())
/// ```
pub fn diff(old: &Metadata, new: &Metadata, names: &[&str]) -> String {
    let mut changes = String::new();
    let is_wanted = |name: &str| {
        let short = name.strip_prefix("microsoft.graph.").unwrap_or(name);
        names.is_empty() || names.contains(&name) || names.contains(&short)
    };
    for (name, ty) in old.types.iter().filter(|(name, _)| is_wanted(name)) {
        match new.types.get(name) {
            // A type without properties is one that `graph.lock` only refers to.
            Some(_) if ty.properties.is_empty() => {}
            Some(new) => diff_types(&mut changes, ty, new),
            None => line(&mut changes, '-', name),
        }
    }
    for (name, ty) in old.enums.iter().filter(|(name, _)| is_wanted(name)) {
        match new.enums.get(name) {
            Some(new) => diff_enums(&mut changes, ty, new),
            None => line(&mut changes, '-', name),
        }
    }
    for name in names {
        let qualified = format!("microsoft.graph.{name}");
        for name in [*name, &qualified] {
            let is_new = |old: bool, new: bool| new && !old;
            if is_new(old.types.contains_key(name), new.types.contains_key(name))
                || is_new(old.enums.contains_key(name), new.enums.contains_key(name))
            {
                line(&mut changes, '+', name);
            }
        }
    }
    changes
}

fn diff_types(changes: &mut String, old: &StructuredType, new: &StructuredType) {
    let name = &old.name;
    if old.base != new.base {
        let base = |ty: &StructuredType| ty.base.clone().unwrap_or_else(|| "nothing".to_owned());
        line(
            changes,
            '~',
            &format!("{name} extends {}, and no longer {}", base(new), base(old)),
        );
    }
    let by_name = |ty: &'_ StructuredType| -> BTreeMap<String, Property> {
        let properties = ty.properties.iter();
        properties.map(|it| (it.name.clone(), it.clone())).collect()
    };
    let (before, after) = (by_name(old), by_name(new));
    for property in &old.properties {
        let path = format!("{name}/{}", property.name);
        let was = shown(&property.ty);
        match after.get(&property.name) {
            None => line(changes, '-', &format!("{path}: {was}")),
            Some(now) => {
                if now.ty != property.ty {
                    line(
                        changes,
                        '~',
                        &format!("{path}: {was} -> {}", shown(&now.ty)),
                    );
                }
                if now.is_nullable != property.is_nullable {
                    let can = if now.is_nullable {
                        "can"
                    } else {
                        "can no longer"
                    };
                    line(changes, '~', &format!("{path} {can} be null"));
                }
                if now.is_read_only != property.is_read_only {
                    let is = if now.is_read_only {
                        "is"
                    } else {
                        "is no longer"
                    };
                    line(changes, '~', &format!("{path} {is} set by the service"));
                }
            }
        }
    }
    for property in &new.properties {
        if !before.contains_key(&property.name) {
            let path = format!("{name}/{}: {}", property.name, shown(&property.ty));
            line(changes, '+', &path);
        }
    }
}

fn diff_enums(changes: &mut String, old: &EnumType, new: &EnumType) {
    let has = |ty: &EnumType, name: &str| ty.members.iter().any(|member| member.name == name);
    if old.is_flags != new.is_flags {
        let can = if new.is_flags { "can" } else { "can no longer" };
        line(
            changes,
            '~',
            &format!("the members of {} {can} be combined", old.name),
        );
    }
    for member in old.members.iter().filter(|member| !has(new, &member.name)) {
        line(changes, '-', &format!("{}/{}", old.name, member.name));
    }
    for member in new.members.iter().filter(|member| !has(old, &member.name)) {
        line(changes, '+', &format!("{}/{}", old.name, member.name));
    }
}

fn shown(ty: &TypeRef) -> String {
    if ty.is_collection {
        format!("Collection({})", ty.name)
    } else {
        ty.name.clone()
    }
}

fn line(changes: &mut String, sign: char, text: &str) {
    // Writing to a string does not fail.
    let _ = writeln!(changes, "{sign} {text}");
}
