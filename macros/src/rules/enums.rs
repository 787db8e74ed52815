//! Rules about the variants of an enum.

use syn::Fields;

use super::variants::{at_most_one, report_fields};
use crate::attr::MemberAttributes;
use crate::diagnostics::Mistakes;
use crate::model::{Enumeration, Variant, is_named};

pub(super) fn member_has_no_fields(variant: &Variant<'_, MemberAttributes>, mistakes: &Mistakes) {
    if variant.attributes.unknown.is_given() || matches!(variant.fields, Fields::Unit) {
        return;
    }
    let help = format!(
        "write `{}` without fields, or mark it with `#[graph(unknown)]` if it keeps unknown members",
        variant.ident
    );
    report_fields(
        variant,
        "a member of an enum has no fields",
        &help,
        mistakes,
    );
}

pub(super) fn unknown_variant_keeps_the_name(enumeration: &Enumeration<'_>, mistakes: &Mistakes) {
    let Some(unknown) = unknown_variant(enumeration) else {
        return;
    };
    let help = format!("write `{}(String)`", unknown.ident);
    match unknown.only_type() {
        Some(ty) if is_named(ty, "String") => {}
        Some(ty) => mistakes.report(ty, "the name of an unknown member must be a `String`", help),
        None => {
            let wrong = "the variant for unknown members must keep their name";
            report_fields(unknown, wrong, &help, mistakes);
        }
    }
}

/// Returns the first variant for unknown members.
fn unknown_variant<'e, 'a>(
    enumeration: &'e Enumeration<'a>,
) -> Option<&'e Variant<'a, MemberAttributes>> {
    enumeration
        .variants
        .iter()
        .find(|variant| variant.attributes.unknown.is_given())
}

pub(super) fn one_unknown_variant(enumeration: &Enumeration<'_>, mistakes: &Mistakes) {
    at_most_one(
        &enumeration.variants,
        "unknown members",
        mistakes,
        |attributes| attributes.unknown.get(),
    );
    if unknown_variant(enumeration).is_none() {
        mistakes.report(
            enumeration.ident,
            "the enum has no variant for unknown members",
            "add `#[graph(unknown)] Unknown(String)`: it keeps members that the service adds later",
        );
    }
}
