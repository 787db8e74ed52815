use proc_macro2::Ident;
use quote::ToTokens;
use syn::{Data, DeriveInput, Fields, GenericArgument, Path, PathArguments, Type, Variant};

use super::{is_named, is_no_object};
use crate::attr::{self, UnionVariantAttributes};
use crate::attribute::default_runtime;
use crate::diagnostics::Mistakes;

/// An abstract or base type, with the types derived from it.
pub(crate) struct Union<'a> {
    pub(crate) ident: &'a Ident,
    pub(crate) runtime: Path,
    pub(crate) variants: Vec<UnionVariant<'a>>,
    /// The position of the variant for an object that does not name its type.
    pub(crate) base: Option<usize>,
    /// The variant that keeps objects of other types. Absent only where that was reported as a mistake.
    pub(crate) unknown: Option<&'a Ident>,
    /// Whether each variant was understood; those that were not were reported.
    pub(crate) is_well_formed: bool,
}

/// A variant for one type.
pub(crate) struct UnionVariant<'a> {
    pub(crate) ident: &'a Ident,
    /// The entity or complex type: what is in the `Box`, if the variant holds one.
    pub(crate) structured: &'a Type,
}

const UNKNOWN_HELP: &str = "add `#[graph(unknown)] Unknown(DynamicProperties)`: it keeps objects of types that the service adds later";

impl<'a> Union<'a> {
    /// Understands `input`. `None` where it is nothing that could be a union.
    pub(crate) fn new(input: &'a DeriveInput, mistakes: &Mistakes) -> Option<Self> {
        let runtime = attr::parse_union_runtime(&input.attrs, mistakes);
        let Data::Enum(data) = &input.data else {
            let help = "put `#[graph_union]` on an enum with a variant for each derived type";
            mistakes.report(&input.ident, "this is not an enum", help);
            return None;
        };
        if !input.generics.params.is_empty() {
            mistakes.report(&input.generics, "a union has no parameters", "remove them");
            return None;
        }
        let mut union = Self {
            ident: &input.ident,
            runtime: runtime.value().cloned().unwrap_or_else(default_runtime),
            variants: Vec::new(),
            base: None,
            unknown: None,
            is_well_formed: true,
        };
        let mut has_unknown = false;
        for variant in &data.variants {
            let attributes = UnionVariantAttributes::parse(&variant.attrs, mistakes);
            has_unknown |= attributes.unknown.is_given();
            union.is_well_formed &= union.add(variant, &attributes, mistakes).is_some();
        }
        union.is_well_formed &= has_unknown;
        if !has_unknown {
            mistakes.report(
                &input.ident,
                "the union has no variant for types that it does not know",
                UNKNOWN_HELP,
            );
        }
        Some(union)
    }

    /// Returns the index of the variant for an object that does not name its type.
    pub(crate) const fn base(&self) -> Option<usize> {
        self.base
    }

    /// Returns whether code can be generated for each variant.
    pub(crate) const fn is_well_formed(&self) -> bool {
        self.is_well_formed
    }

    fn add(
        &mut self,
        variant: &'a Variant,
        attributes: &UnionVariantAttributes,
        mistakes: &Mistakes,
    ) -> Option<()> {
        if attributes.unknown.is_given() {
            return self.add_unknown(variant, attributes, mistakes);
        }
        let ty = held_type(variant, mistakes)?;
        let structured = unboxed(ty);
        if is_no_object(structured) {
            let help = "write a struct under `#[graph_complex]` or `#[graph_resource]`";
            let wrong = "a variant of a union holds an object of an entity or complex type";
            mistakes.report(ty, wrong, help);
            return None;
        }
        let is_same = |other: &&UnionVariant<'_>| tokens(other.structured) == tokens(structured);
        if let Some(first) = self.variants.iter().find(is_same) {
            let wrong = format!("`{}` is of the same type", first.ident);
            mistakes.report(ty, wrong, "keep one variant for each type");
            return None;
        }
        if let Some(base) = attributes.base.get()
            && self.base.replace(self.variants.len()).is_some()
        {
            mistakes.report(
                base,
                "a second variant for the base type",
                "keep one of them",
            );
        }
        self.variants.push(UnionVariant {
            ident: &variant.ident,
            structured,
        });
        Some(())
    }

    fn add_unknown(
        &mut self,
        variant: &'a Variant,
        attributes: &UnionVariantAttributes,
        mistakes: &Mistakes,
    ) -> Option<()> {
        if let Some(base) = attributes.base.get() {
            let help = "an object that names no type is of the base type, which is known";
            mistakes.report(base, "`base` contradicts `unknown`", help);
        }
        if let (Some(unknown), true) = (attributes.unknown.get(), self.unknown.is_some()) {
            let help = "keep one of them";
            mistakes.report(unknown, "a second variant for unknown types", help);
            return None;
        }
        unknown_holds_an_object(variant, mistakes)?;
        self.unknown = Some(&variant.ident);
        Some(())
    }
}

fn unknown_holds_an_object(variant: &Variant, mistakes: &Mistakes) -> Option<()> {
    let help = format!("write `{}(DynamicProperties)`", variant.ident);
    match &variant.fields {
        Fields::Unnamed(fields) if fields.unnamed.len() == 1 => {
            let ty = &fields.unnamed[0].ty;
            if is_named(ty, "DynamicProperties") {
                return Some(());
            }
            let wrong = "an object of an unknown type is a `DynamicProperties`";
            mistakes.report(ty, wrong, help);
        }
        fields => {
            let wrong = "the variant for unknown types keeps their objects";
            if matches!(fields, Fields::Unit) {
                mistakes.report(&variant.ident, wrong, help);
            } else {
                mistakes.report(fields, wrong, help);
            }
        }
    }
    None
}

fn held_type<'a>(variant: &'a Variant, mistakes: &Mistakes) -> Option<&'a Type> {
    match &variant.fields {
        Fields::Unnamed(fields) if fields.unnamed.len() == 1 => return Some(&fields.unnamed[0].ty),
        Fields::Unit => {
            let help = format!(
                "write `{0}({0})`, with the struct of the derived type",
                variant.ident
            );
            mistakes.report(&variant.ident, "a variant of a union holds an object", help);
        }
        fields => {
            let help =
                "put the properties into a struct under `#[graph_complex]` or `#[graph_resource]`";
            mistakes.report(fields, "a variant of a union holds one struct", help);
        }
    }
    None
}

fn tokens(ty: &Type) -> String {
    ty.to_token_stream().to_string()
}

/// `T`, if the type is written `Box<T>`.
fn unboxed(ty: &Type) -> &Type {
    let Type::Path(path) = ty else { return ty };
    let arguments = path.path.segments.last().map(|last| &last.arguments);
    match arguments {
        Some(PathArguments::AngleBracketed(arguments)) if is_named(ty, "Box") => {
            match arguments.args.first() {
                Some(GenericArgument::Type(inner)) => inner,
                _ => ty,
            }
        }
        _ => ty,
    }
}
