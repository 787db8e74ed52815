use proc_macro2::Ident;
use syn::{Attribute, DataEnum, DeriveInput, Fields, LitStr, Path, Visibility};

use super::types::is_named;
use super::variant::Variant;
use crate::attr::{EnumArguments, MemberAttributes, default_runtime};
use crate::diagnostics::Mistakes;
use crate::name;

/// An evolvable enum.
pub(crate) struct Enumeration<'a> {
    pub(crate) ident: &'a Ident,
    pub(crate) visibility: &'a Visibility,
    pub(crate) attributes: &'a [Attribute],
    pub(crate) runtime: Path,
    /// True if a value is a set of members.
    pub(crate) is_flags: bool,
    /// True if there are members after the sentinel `unknownFutureValue`.
    pub(crate) has_evolved: bool,
    pub(crate) members: Vec<Member<'a>>,
    /// The variant that keeps the name of an undeclared member. `None` only if there is a mistake in a variant.
    pub(crate) unknown: Option<&'a Ident>,
    /// The variants as declared, for the rules.
    pub(crate) variants: Vec<Variant<'a, MemberAttributes>>,
}

/// A declared member.
pub(crate) struct Member<'a> {
    pub(crate) ident: &'a Ident,
    pub(crate) wire_name: String,
    /// The attributes as written, the documentation among them.
    pub(crate) attributes: &'a [Attribute],
    /// The name as written, for the rules.
    pub(crate) rename: Option<LitStr>,
}

impl<'a> Enumeration<'a> {
    pub(crate) fn new(
        input: &'a DeriveInput,
        data: &'a DataEnum,
        arguments: &EnumArguments,
        mistakes: &Mistakes,
    ) -> Self {
        let variants: Vec<Variant<'a, MemberAttributes>> = Variant::all(data, mistakes);
        let members: Vec<_> = variants.iter().filter_map(Member::new).collect();
        let runtime = arguments.runtime.value().cloned();
        Self {
            ident: &input.ident,
            visibility: &input.vis,
            attributes: &input.attrs,
            runtime: runtime.unwrap_or_else(default_runtime),
            is_flags: arguments.flags.is_given(),
            has_evolved: variants
                .iter()
                .any(|variant| variant.attributes.evolved.is_given()),
            // With other variants, a match on the members and this one would not be exhaustive.
            unknown: unknown(&variants).filter(|_| members.len() + 1 == variants.len()),
            members,
            variants,
        }
    }
}

impl<'a> Member<'a> {
    fn new(variant: &Variant<'a, MemberAttributes>) -> Option<Self> {
        let attributes = &variant.attributes;
        let is_member = !attributes.unknown.is_given() && matches!(variant.fields, Fields::Unit);
        let rename = attributes.rename.value();
        is_member.then(|| Self {
            ident: variant.ident,
            wire_name: rename.map_or_else(|| name::of_type(variant.ident), LitStr::value),
            attributes: variant.written,
            rename: rename.cloned(),
        })
    }
}

/// Returns the variant for undeclared members, if it can keep their names.
fn unknown<'a>(variants: &[Variant<'a, MemberAttributes>]) -> Option<&'a Ident> {
    let unknown = variants
        .iter()
        .find(|variant| variant.attributes.unknown.is_given())?;
    let ty = unknown.only_type()?;
    is_named(ty, "String").then_some(unknown.ident)
}
