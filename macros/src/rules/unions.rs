//! Rules about the variants of a union.

use quote::ToTokens;
use syn::{Fields, Type};

use super::variants::{at_most_one, report_fields};
use crate::attr::UnionVariantAttributes;
use crate::diagnostics::Mistakes;
use crate::model::{Union, UnionVariant, Variant, is_known_non_object, is_named, unboxed};

pub(super) fn variant_has_an_object(
    variant: &Variant<'_, UnionVariantAttributes>,
    mistakes: &Mistakes,
) {
    if variant.attributes.unknown.is_given() {
        return;
    }
    match variant.only_type() {
        Some(ty) if is_known_non_object(unboxed(ty)) => mistakes.report(
            ty,
            "a variant of a union must contain an object of an entity or complex type",
            "write a struct with `#[graph_complex]` or `#[graph_resource]`",
        ),
        Some(_) => {}
        None if matches!(variant.fields, Fields::Unit) => {
            let help = format!(
                "write `{0}({0})`, with the struct of the derived type",
                variant.ident
            );
            let wrong = "a variant of a union must contain an object";
            report_fields(variant, wrong, &help, mistakes);
        }
        None => {
            let wrong = "a variant of a union must contain one struct";
            let help =
                "move the properties to a struct with `#[graph_complex]` or `#[graph_resource]`";
            report_fields(variant, wrong, help, mistakes);
        }
    }
}

pub(super) fn unknown_variant_keeps_the_object(union: &Union<'_>, mistakes: &Mistakes) {
    let Some(unknown) = unknown_variant(union) else {
        return;
    };
    let help = format!("write `{}(DynamicProperties)`", unknown.ident);
    match unknown.only_type() {
        Some(ty) if is_named(ty, "DynamicProperties") => {}
        Some(ty) => {
            let wrong = "an object of an unknown type must be a `DynamicProperties`";
            mistakes.report(ty, wrong, help);
        }
        None => {
            let wrong = "the variant for unknown types must keep their objects";
            report_fields(unknown, wrong, &help, mistakes);
        }
    }
}

/// Returns the first variant for objects of unknown types.
fn unknown_variant<'u, 'a>(
    union: &'u Union<'a>,
) -> Option<&'u Variant<'a, UnionVariantAttributes>> {
    union
        .declared
        .iter()
        .find(|variant| variant.attributes.unknown.is_given())
}

/// The second variant of a type is excluded from the generated code.
pub(super) fn one_variant_for_a_type<'a>(union: &mut Union<'a>, mistakes: &Mistakes) {
    let mut distinct: Vec<UnionVariant<'a>> = Vec::new();
    for variant in std::mem::take(&mut union.variants) {
        let text = text(variant.structured);
        match distinct
            .iter()
            .find(|first| self::text(first.structured) == text)
        {
            Some(first) => {
                let wrong = format!("`{}` already has this type", first.ident);
                mistakes.report(variant.ty, wrong, "keep one variant for each type");
            }
            None => distinct.push(variant),
        }
    }
    union.variants = distinct;
}

fn text(ty: &Type) -> String {
    ty.to_token_stream().to_string()
}

pub(super) fn one_base_variant(union: &Union<'_>, mistakes: &Mistakes) {
    at_most_one(&union.declared, "the base type", mistakes, |attributes| {
        let is_typed = !attributes.unknown.is_given();
        attributes.base.get().filter(|_| is_typed)
    });
}

pub(super) fn one_unknown_variant(union: &Union<'_>, mistakes: &Mistakes) {
    at_most_one(&union.declared, "unknown types", mistakes, |attributes| {
        attributes.unknown.get()
    });
    if unknown_variant(union).is_none() {
        mistakes.report(
            union.ident,
            "the union has no variant for unknown types",
            "add `#[graph(unknown)] Unknown(DynamicProperties)`: it keeps objects of types that the service adds later",
        );
    }
}
