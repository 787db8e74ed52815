use std::collections::HashMap;

use proc_macro2::Ident;
use syn::{Data, DeriveInput, Fields, Path, Visibility};

use crate::attr::{EnumAttributes, VariantAttributes};
use crate::attribute::default_runtime;
use crate::diagnostics::Mistakes;
use crate::name;

/// An evolvable enum.
pub(crate) struct Enumeration<'a> {
    pub(crate) ident: &'a Ident,
    pub(crate) visibility: &'a Visibility,
    pub(crate) runtime: Path,
    pub(crate) members: Vec<Member<'a>>,
    /// The variant that keeps the name of a member that is not declared.
    /// Absent only where that was reported as a mistake.
    pub(crate) unknown: Option<&'a Ident>,
}

/// A declared member.
pub(crate) struct Member<'a> {
    pub(crate) ident: &'a Ident,
    pub(crate) wire_name: String,
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
        let mut unknown = None;
        let mut members = Vec::new();
        for variant in &data.variants {
            let attributes = VariantAttributes::parse(&variant.attrs, mistakes);
            match attributes.unknown.get() {
                Some(given) if unknown.is_some() => {
                    mistakes.report(given, "a second variant for unknown members", "keep one");
                }
                Some(_) => {
                    unknown = Some(&variant.ident);
                    unknown_holds_a_name(variant, &attributes, mistakes);
                }
                None => {
                    member_holds_nothing(variant, mistakes);
                    let renamed = attributes.rename.value().map(syn::LitStr::value);
                    let wire_name = renamed.unwrap_or_else(|| name::of_type(&variant.ident));
                    members.push(Member {
                        ident: &variant.ident,
                        wire_name,
                    });
                }
            }
        }
        names_are_distinct(&members, mistakes);
        if unknown.is_none() {
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
            members,
            unknown,
        })
    }
}

fn unknown_holds_a_name(
    variant: &syn::Variant,
    attributes: &VariantAttributes,
    mistakes: &Mistakes,
) {
    if !matches!(&variant.fields, Fields::Unnamed(fields) if fields.unnamed.len() == 1) {
        let help = format!("write `{}(String)`", variant.ident);
        mistakes.report(
            variant,
            "the variant for unknown members keeps their name",
            help,
        );
    }
    if let Some(rename) = attributes.rename.get() {
        mistakes.report(
            rename,
            "an unknown member has no name of its own",
            "remove `rename`",
        );
    }
}

fn member_holds_nothing(variant: &syn::Variant, mistakes: &Mistakes) {
    if !matches!(variant.fields, Fields::Unit) {
        let help = format!(
            "write `{}` alone, or mark it `#[graph(unknown)]` if it keeps unknown members",
            variant.ident
        );
        mistakes.report(&variant.fields, "a member of an enum holds nothing", help);
    }
}

fn names_are_distinct(members: &[Member<'_>], mistakes: &Mistakes) {
    let mut seen: HashMap<&str, &Ident> = HashMap::new();
    for member in members {
        if let Some(first) = seen.insert(&member.wire_name, member.ident) {
            let wrong = format!(
                "`{first}` and `{}` are both \"{}\" in JSON",
                member.ident, member.wire_name
            );
            mistakes.report(
                member.ident,
                wrong,
                "give one of them its own name with `#[graph(rename = \"…\")]`",
            );
        }
    }
}
