use proc_macro2::Ident;
use syn::{Attribute, DataEnum, DeriveInput, LitStr, Path, Type, Visibility};

use super::types::{is_known_non_object, is_named, unboxed};
use super::union_address::UnionAddress;
use super::variant::Variant;
use crate::attr::{UnionArguments, UnionVariantAttributes, default_runtime};
use crate::diagnostics::Mistakes;
use crate::name;

/// A union of a base type and the types derived from it.
pub(crate) struct Union<'a> {
    pub(crate) ident: &'a Ident,
    pub(crate) visibility: &'a Visibility,
    pub(crate) attributes: &'a [Attribute],
    pub(crate) runtime: Path,
    /// The qualified name of the type, without `#`.
    pub(crate) odata_type: String,
    /// The address of a polymorphic collection. A union that is only the type of properties has none.
    pub(crate) address: Option<UnionAddress>,
    pub(crate) variants: Vec<UnionVariant<'a>>,
    /// The variant that keeps objects of other types. `None` only if there is a mistake in a variant.
    pub(crate) unknown: Option<&'a Ident>,
    /// The variants as declared, for the rules.
    pub(crate) declared: Vec<Variant<'a, UnionVariantAttributes>>,
}

/// A variant for one type.
pub(crate) struct UnionVariant<'a> {
    pub(crate) ident: &'a Ident,
    /// The type as written.
    pub(crate) ty: &'a Type,
    /// The entity or complex type: the `T` of a `Box<T>`, or the type in the variant.
    pub(crate) structured: &'a Type,
    /// True if the variant is for an object that does not name its type.
    is_base: bool,
}

impl<'a> Union<'a> {
    pub(crate) fn new(
        input: &'a DeriveInput,
        data: &'a DataEnum,
        arguments: &UnionArguments,
        mistakes: &Mistakes,
    ) -> Self {
        let declared: Vec<Variant<'a, UnionVariantAttributes>> = Variant::all(data, mistakes);
        let runtime = arguments.runtime.value().cloned();
        Self {
            ident: &input.ident,
            visibility: &input.vis,
            attributes: &input.attrs,
            odata_type: arguments.odata_type.value().map_or_else(
                || format!("microsoft.graph.{}", name::of_type(&input.ident)),
                LitStr::value,
            ),
            address: UnionAddress::new(arguments),
            runtime: runtime.unwrap_or_else(default_runtime),
            variants: declared.iter().filter_map(UnionVariant::new).collect(),
            unknown: unknown(&declared),
            declared,
        }
    }

    /// Returns the index of the variant for an object that does not name its type.
    pub(crate) fn base(&self) -> Option<usize> {
        self.variants.iter().rposition(|variant| variant.is_base)
    }

    /// Returns whether code can be generated for each variant. A mistake was reported for the others.
    pub(crate) fn is_well_formed(&self) -> bool {
        self.unknown.is_some() && self.variants.len() + 1 == self.declared.len()
    }
}

impl<'a> UnionVariant<'a> {
    fn new(variant: &Variant<'a, UnionVariantAttributes>) -> Option<Self> {
        let attributes = &variant.attributes;
        let ty = variant.only_type()?;
        let structured = unboxed(ty);
        let is_typed = !attributes.unknown.is_given() && !is_known_non_object(structured);
        is_typed.then(|| Self {
            ident: variant.ident,
            ty,
            structured,
            is_base: attributes.base.is_given(),
        })
    }
}

/// Returns the variant for objects of other types, if it can keep them.
fn unknown<'a>(variants: &[Variant<'a, UnionVariantAttributes>]) -> Option<&'a Ident> {
    let unknown = variants
        .iter()
        .find(|variant| variant.attributes.unknown.is_given())?;
    let ty = unknown.only_type()?;
    is_named(ty, "DynamicProperties").then_some(unknown.ident)
}
