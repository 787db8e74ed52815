use super::declared::{Declarations, DeclaredField, DeclaredStruct};
use super::path::is_related;
use super::report::Report;
use super::rust_type::{RustType, allowed};
use crate::csdl::{Metadata, Property};
use crate::names::{self, short};
use crate::nearest::nearest;
use crate::walk::{Walked, walk};

/// Compares a struct with its type.
pub(super) fn check(
    metadata: &Metadata,
    item: &DeclaredStruct,
    declared: &Declarations,
    report: &mut Report<'_>,
) {
    if !metadata.types.contains_key(&item.odata_type) {
        unknown_type(metadata, item, report);
        return;
    }
    for (path, range) in &item.paths {
        address(metadata, item, path, range, report);
    }
    for field in item.fields.iter().filter(|field| field.is_property()) {
        property(metadata, item, field, declared, report);
    }
}

fn unknown_type(metadata: &Metadata, item: &DeclaredStruct, report: &mut Report<'_>) {
    let name = &item.odata_type;
    let mut types = metadata.types.keys().map(String::as_str);
    let elsewhere = types.find(|other| short(other) == short(name));
    let help = match elsewhere {
        Some(other) => Some(format!(
            "it is in another namespace: write `odata_type = {other:?}`"
        )),
        None => nearest(name, metadata.types.keys().map(String::as_str)).map(|nearest| {
            format!("there is `{nearest}`: write `odata_type = {nearest:?}`, or rename the struct")
        }),
    };
    let range = item.odata_type_range.as_ref().unwrap_or(&item.range);
    let message = format!("the metadata has no type `{name}`");
    report.add("unknown-type", item.file, range, message, help);
}

fn address(
    metadata: &Metadata,
    item: &DeclaredStruct,
    path: &str,
    range: &std::ops::Range<usize>,
    report: &mut Report<'_>,
) {
    match walk(metadata, path) {
        Walked::Unknown => {}
        Walked::Missing {
            segment,
            of,
            nearest,
        } => {
            let of = of.map_or_else(|| "the service".to_owned(), |name| format!("`{name}`"));
            let message = format!("there is no `{segment}` at `{path}`: {of} does not have it");
            let help = nearest.map(|nearest| format!("there is `{nearest}`"));
            report.add("wrong-address", item.file, range, message, help);
        }
        Walked::Type { name: found, .. } => {
            if !is_related(metadata, &found, &item.odata_type) {
                let message = format!(
                    "`{path}` leads to `{found}`, and not to `{}`",
                    item.odata_type
                );
                report.add("wrong-address", item.file, range, message, None);
            }
        }
    }
}

fn property(
    metadata: &Metadata,
    item: &DeclaredStruct,
    field: &DeclaredField,
    declared: &Declarations,
    report: &mut Report<'_>,
) {
    let types: Vec<_> = metadata.with_bases(&item.odata_type).collect();
    let name = &field.wire_name;
    let mut navigation = types.iter().flat_map(|ty| &ty.navigation);
    if navigation.any(|navigation| navigation.name == *name) {
        return;
    }
    let mut properties = types.iter().flat_map(|ty| &ty.properties);
    let Some(found) = properties.find(|property| property.name == *name) else {
        unknown_property(metadata, item, field, report);
        return;
    };
    wrong_type(metadata, item, field, found, declared, report);
    let is_key = metadata.key_of(&item.odata_type).contains(name);
    let is_declared_read_only = field.has("read_only") || field.has("key") || is_key;
    if found.is_read_only && !is_declared_read_only {
        let attribute = "#[graph(read_only)]";
        let indentation = report.indentation(item.file, field.start);
        let fix = (
            field.start..field.start,
            format!("{attribute}\n{indentation}"),
        );
        let message = format!("the service sets `{name}`, which a request must not carry");
        let help = Some(format!("write `{attribute}` before it"));
        report.add_fixable(
            "not-read-only",
            item.file,
            &field.range,
            message,
            help,
            Some(fix),
        );
    }
}

fn unknown_property(
    metadata: &Metadata,
    item: &DeclaredStruct,
    field: &DeclaredField,
    report: &mut Report<'_>,
) {
    let name = &field.wire_name;
    let types: Vec<_> = metadata.with_bases(&item.odata_type).collect();
    if types.iter().any(|ty| ty.is_open) && field.has("merge") {
        return;
    }
    let properties = types.iter().flat_map(|ty| &ty.properties);
    let related = types.iter().flat_map(|ty| &ty.navigation);
    let known: Vec<&str> = properties
        .map(|property| property.name.as_str())
        .chain(related.map(|navigation| navigation.name.as_str()))
        .collect();
    let simplified = |name: &str| name.replace('_', "").to_lowercase();
    let same = known
        .iter()
        .find(|other| simplified(other) == simplified(name));
    if let Some(same) = same {
        let rename = format!("#[graph(rename = {same:?})]");
        let indentation = report.indentation(item.file, field.start);
        let fix = (field.start..field.start, format!("{rename}\n{indentation}"));
        let message = format!("the property `{name}` is called `{same}`");
        let help = Some(format!("write `{rename}` before it"));
        let fix = (!field.has("rename")).then_some(fix);
        report.add_fixable(
            "forgotten-rename",
            item.file,
            &field.range,
            message,
            help,
            fix,
        );
        return;
    }
    let derived = metadata.types.values().find(|ty| {
        metadata.extends(&ty.name, &item.odata_type)
            && ty.properties.iter().any(|property| property.name == *name)
    });
    let help = match derived {
        Some(derived) => Some(format!(
            "it is a property of `{}`, which extends it",
            derived.name
        )),
        None => nearest(name, known).map(|nearest| {
            let ident = names::field(nearest).ident;
            format!("there is `{nearest}`: rename the field to `{ident}`")
        }),
    };
    let message = format!("`{}` has no property `{name}`", item.odata_type);
    report.add("unknown-property", item.file, &field.range, message, help);
}

fn wrong_type(
    metadata: &Metadata,
    item: &DeclaredStruct,
    field: &DeclaredField,
    property: &Property,
    declared: &Declarations,
    report: &mut Report<'_>,
) {
    let rust_type = RustType::of(&field.ty);
    let edm_type = &property.ty.name;
    let mut wrong = |rule, message: String, help: String| {
        report.add(rule, item.file, &field.type_range, message, Some(help));
    };
    let name = &property.name;
    if rust_type.is_vec != property.ty.is_collection && !rust_type.is_any() {
        let (is, should) = if property.ty.is_collection {
            ("is a collection", "write `Vec<…>`")
        } else {
            ("is no collection", "remove the `Vec`")
        };
        let message = format!("`{name}` {is} of `{edm_type}`");
        return wrong("wrong-type", message, should.to_owned());
    }
    let is_key = field.has("key") || metadata.key_of(&item.odata_type).contains(name);
    let must_be_option = property.is_nullable && !property.ty.is_collection && !is_key;
    if must_be_option && !rust_type.is_option && !rust_type.is_any() {
        let message = format!("`{name}` can be `null`");
        wrong("wrong-nullability", message, "write `Option<…>`".to_owned());
    }
    let allowed = allowed(edm_type);
    if let Some(best) = allowed.first() {
        if rust_type.is_primitive() && !allowed.contains(&&*rust_type.name) {
            let message = format!("`{name}` is `{edm_type}`, and not `{}`", rust_type.name);
            wrong("wrong-type", message, format!("write `{best}`"));
        }
        return;
    }
    if let Some(ty) = metadata.enums.get(edm_type) {
        let is_text = ["String", "str"].contains(&&*rust_type.name);
        if rust_type.is_primitive() && !is_text {
            let message = format!(
                "`{name}` is the enum `{edm_type}`, and not `{}`",
                rust_type.name
            );
            wrong(
                "wrong-type",
                message,
                "write an enum with `#[graph_enum]`".to_owned(),
            );
        } else if ty.is_flags != rust_type.is_flags && !is_text {
            let message = format!("the members of `{edm_type}` can be combined");
            wrong(
                "flags",
                message,
                format!("write `Flags<{}>`", rust_type.name),
            );
        }
        return;
    }
    if metadata.types.contains_key(edm_type) {
        let other = declared.struct_at(&item.module, &rust_type.path);
        if rust_type.is_primitive() {
            let message = format!("`{name}` is `{edm_type}`, and not `{}`", rust_type.name);
            wrong(
                "wrong-type",
                message,
                "write a struct with `#[graph_complex]`".to_owned(),
            );
        } else if let Some(other) = other
            && !is_related(metadata, edm_type, &other.odata_type)
        {
            let message = format!("`{name}` is `{edm_type}`, and not `{}`", other.odata_type);
            wrong(
                "wrong-type",
                message,
                format!("write a struct for `{edm_type}`"),
            );
        }
    }
}
