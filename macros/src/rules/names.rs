//! Rules about names in JSON.

use std::collections::HashMap;
use std::fmt::Display;

use syn::{Ident, LitStr};

use crate::attr::MemberAttributes;
use crate::diagnostics::Mistakes;
use crate::model::{Enumeration, Property, StructuredType, Variant};

pub(super) fn type_name_is_qualified(odata_type: Option<&LitStr>, mistakes: &Mistakes) {
    let Some(literal) = odata_type else {
        return;
    };
    let name = literal.value();
    if let Some(name) = name.strip_prefix('#') {
        mistakes.report(
            literal,
            "the name of a type is written without `#`",
            format!("write \"{name}\": the `#` is added when it is sent"),
        );
    } else if !name.contains('.') || !name.split('.').all(is_identifier) {
        let help = "write the namespace and the name, for example \"microsoft.graph.user\"";
        let wrong = format!("\"{name}\" is not the qualified name of a type");
        mistakes.report(literal, wrong, help);
    }
}

fn is_identifier(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_alphabetic() || first == '_')
        && text
            .chars()
            .all(|character| character.is_ascii_alphanumeric() || character == '_')
}

pub(super) fn wire_names_are_distinct(structured: &StructuredType<'_>, mistakes: &Mistakes) {
    let properties = structured.properties.iter();
    let properties = properties.filter(|property| property.is_named());
    let names = properties.map(|property| Name {
        ident: property.ident,
        in_json: &property.wire_name,
        rename: property.attributes.rename.value(),
    });
    names_are_distinct(names, mistakes);
}

pub(super) fn member_names_are_distinct(enumeration: &Enumeration<'_>, mistakes: &Mistakes) {
    let names = enumeration.members.iter().map(|member| Name {
        ident: member.ident,
        in_json: &member.wire_name,
        rename: member.rename.as_ref(),
    });
    names_are_distinct(names, mistakes);
}

struct Name<'a> {
    ident: &'a Ident,
    in_json: &'a str,
    rename: Option<&'a LitStr>,
}

fn names_are_distinct<'a>(names: impl Iterator<Item = Name<'a>>, mistakes: &Mistakes) {
    let mut seen: HashMap<&str, &Ident> = HashMap::new();
    for name in names {
        let Some(first) = seen.insert(name.in_json, name.ident) else {
            continue;
        };
        let wrong = format!(
            "`{first}` and `{}` have the same name in JSON, \"{}\"",
            name.ident, name.in_json
        );
        let help = "give one of them another name with `#[graph(rename = \"…\")]`";
        match name.rename {
            Some(rename) => mistakes.report(rename, wrong, help),
            None => mistakes.report(name.ident, wrong, help),
        }
    }
}

pub(super) fn property_name_is_valid(property: &Property<'_>, mistakes: &Mistakes) {
    if let (Some(rename), true) = (
        property.attributes.rename.value(),
        !property.access.is_control_information(),
    ) {
        name_is_valid(rename, "displayName", mistakes);
    }
}

pub(super) fn member_name_is_valid(variant: &Variant<'_, MemberAttributes>, mistakes: &Mistakes) {
    if let (Some(rename), false) = (
        variant.attributes.rename.value(),
        variant.attributes.unknown.is_given(),
    ) {
        name_is_valid(rename, "pending", mistakes);
    }
}

fn name_is_valid(rename: &LitStr, example: &str, mistakes: &Mistakes) {
    let report = |wrong: &dyn Display, help: &dyn Display| mistakes.report(rename, wrong, help);
    let is_valid =
        |character: char| character.is_ascii_alphanumeric() || "_@.-".contains(character);
    match rename.value().as_str() {
        "@odata.type" => report(
            &"`@odata.type` has its own attribute",
            &"write `#[graph(odata_type)]`, or remove the field: it is read and written without one",
        ),
        "@odata.etag" => report(
            &"`@odata.etag` has its own attribute",
            &"write `#[graph(etag)]`",
        ),
        "" => report(
            &"the name is empty",
            &format_args!("write the name in JSON, for example \"{example}\""),
        ),
        name if !name.chars().all(is_valid) => report(
            &format_args!("\"{}\" is not a valid name in JSON", name.escape_debug()),
            &format_args!(
                "write letters, digits, `_`, `-`, `.` and `@`, for example \"{example}\""
            ),
        ),
        _ => {}
    }
}
