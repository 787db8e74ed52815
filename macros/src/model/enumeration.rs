use std::collections::HashMap;

use proc_macro2::Ident;
use syn::{Data, DataEnum, DeriveInput, Fields, LitStr, Path, Type, Variant, Visibility};

use super::rules;
use crate::attr::{EnumAttributes, Slot, VariantAttributes};
use crate::attribute::default_runtime;
use crate::diagnostics::Mistakes;
use crate::name;

/// An evolvable enum.
pub(crate) struct Enumeration<'a> {
    pub(crate) ident: &'a Ident,
    pub(crate) visibility: &'a Visibility,
    pub(crate) runtime: Path,
    /// Whether members are combined.
    pub(crate) is_flags: bool,
    /// Whether there are members behind the sentinel.
    pub(crate) has_evolved: bool,
    pub(crate) members: Vec<Member<'a>>,
    /// The variant that keeps the name of a member that is not declared. Absent only where a variant was reported as a mistake:
    /// then the members may not be all variants, either.
    pub(crate) unknown: Option<&'a Ident>,
}

/// A declared member.
pub(crate) struct Member<'a> {
    pub(crate) ident: &'a Ident,
    pub(crate) wire_name: String,
    /// For rules only, which report at it.
    rename: Slot<LitStr>,
}

const UNKNOWN_HELP: &str =
    "add `#[graph(unknown)] Unknown(String)`: it keeps members that the service adds later";

impl<'a> Enumeration<'a> {
    /// Understands `input`. `None` where it is nothing that could be an enum of Graph.
    pub(crate) fn new(input: &'a DeriveInput, mistakes: &Mistakes) -> Option<Self> {
        let attributes = EnumAttributes::parse(&input.attrs, mistakes);
        let Data::Enum(data) = &input.data else {
            let help =
                "put `#[graph_enum]` on an enum; a struct with an address is a `#[graph_resource]`";
            mistakes.report(&input.ident, "this is not an enum", help);
            return None;
        };
        if !input.generics.params.is_empty() {
            mistakes.report(
                &input.generics,
                "an enum of Microsoft Graph has no parameters",
                "remove them",
            );
            return None;
        }
        let variants = Variants::new(data, mistakes);
        if !variants.have_unknown {
            mistakes.report(
                &input.ident,
                "the enum has no variant for members that it does not know",
                UNKNOWN_HELP,
            );
        }
        let runtime = attributes
            .runtime
            .value()
            .cloned()
            .unwrap_or_else(default_runtime);
        Some(Self {
            ident: &input.ident,
            visibility: &input.vis,
            runtime,
            is_flags: attributes.flags.is_given(),
            has_evolved: variants.have_evolved,
            members: variants.members,
            unknown: variants.unknown.filter(|_| variants.are_well_formed),
        })
    }
}

/// The variants, as far as they are understood.
struct Variants<'a> {
    members: Vec<Member<'a>>,
    unknown: Option<&'a Ident>,
    /// Whether one is marked as unknown, be it well-formed or not.
    have_unknown: bool,
    have_evolved: bool,
    are_well_formed: bool,
}

impl<'a> Variants<'a> {
    fn new(data: &'a DataEnum, mistakes: &Mistakes) -> Self {
        let mut variants = Self {
            members: Vec::new(),
            unknown: None,
            have_unknown: false,
            have_evolved: false,
            are_well_formed: true,
        };
        for variant in &data.variants {
            let attributes = VariantAttributes::parse(&variant.attrs, mistakes);
            variants.have_evolved |= attributes.evolved.is_given();
            variants.are_well_formed &= match attributes.unknown.get() {
                Some(given) if variants.have_unknown => {
                    let help = "keep one of them";
                    mistakes.report(given, "a second variant for unknown members", help);
                    false
                }
                Some(_) => {
                    variants.have_unknown = true;
                    variants.unknown = Some(&variant.ident);
                    unknown_has_no_name(&attributes, mistakes);
                    unknown_holds_a_name(variant, mistakes)
                }
                None => {
                    let is_member = member_holds_nothing(variant, mistakes);
                    let member = Member::new(variant, attributes, mistakes);
                    variants.members.extend(is_member.then_some(member));
                    is_member
                }
            };
        }
        names_are_distinct(&variants.members, mistakes);
        variants
    }
}

impl<'a> Member<'a> {
    fn new(variant: &'a Variant, attributes: VariantAttributes, mistakes: &Mistakes) -> Self {
        if let Some(rename) = attributes.rename.value() {
            rules::wire_name_can_be_written(rename, "pending", mistakes);
        }
        let renamed = attributes.rename.value().map(LitStr::value);
        Self {
            ident: &variant.ident,
            wire_name: renamed.unwrap_or_else(|| name::of_type(&variant.ident)),
            rename: attributes.rename,
        }
    }
}

fn unknown_holds_a_name(variant: &Variant, mistakes: &Mistakes) -> bool {
    let is_string = |ty: &Type| matches!(ty, Type::Path(path) if path.path.segments.last().is_some_and(|last| last.ident == "String"));
    let help = format!("write `{}(String)`", variant.ident);
    match &variant.fields {
        Fields::Unnamed(fields) if fields.unnamed.len() == 1 => {
            let ty = &fields.unnamed[0].ty;
            if !is_string(ty) {
                let wrong = "the name of an unknown member is a `String`";
                mistakes.report(ty, wrong, help);
            }
            is_string(ty)
        }
        fields => {
            let wrong = "the variant for unknown members keeps their name";
            if matches!(fields, Fields::Unit) {
                mistakes.report(&variant.ident, wrong, help);
            } else {
                mistakes.report(fields, wrong, help);
            }
            false
        }
    }
}

fn unknown_has_no_name(attributes: &VariantAttributes, mistakes: &Mistakes) {
    if let Some(rename) = attributes.rename.get() {
        mistakes.report(
            rename,
            "an unknown member has no name of its own",
            "remove `rename`",
        );
    }
    if let Some(evolved) = attributes.evolved.get() {
        let help = "mark the members that the service sends on request only";
        mistakes.report(evolved, "`evolved` contradicts `unknown`", help);
    }
}

fn member_holds_nothing(variant: &Variant, mistakes: &Mistakes) -> bool {
    let holds_nothing = matches!(variant.fields, Fields::Unit);
    if !holds_nothing {
        let help = format!(
            "write `{}` alone, or mark it `#[graph(unknown)]` if it keeps unknown members",
            variant.ident
        );
        mistakes.report(&variant.fields, "a member of an enum holds nothing", help);
    }
    holds_nothing
}

fn names_are_distinct(members: &[Member<'_>], mistakes: &Mistakes) {
    let mut seen: HashMap<&str, &Ident> = HashMap::new();
    for member in members {
        let Some(first) = seen.insert(&member.wire_name, member.ident) else {
            continue;
        };
        let wrong = format!(
            "`{first}` and `{}` are both \"{}\" in JSON",
            member.ident, member.wire_name
        );
        let help = "give one of them its own name with `#[graph(rename = \"…\")]`";
        match member.rename.value() {
            Some(rename) => mistakes.report(rename, wrong, help),
            None => mistakes.report(member.ident, wrong, help),
        }
    }
}
