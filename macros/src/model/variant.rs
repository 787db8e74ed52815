use syn::{Attribute, DataEnum, Fields, Ident, Type};

use super::types::bare;
use crate::attr::AttributeSet;
use crate::diagnostics::Mistakes;

/// A variant as declared, for the rules.
pub(crate) struct Variant<'a, A> {
    pub(crate) ident: &'a Ident,
    pub(crate) fields: &'a Fields,
    /// The attributes as written, the documentation among them.
    pub(crate) written: &'a [Attribute],
    pub(crate) attributes: A,
}

impl<'a, A: AttributeSet> Variant<'a, A> {
    /// Returns the variants of an enum.
    pub(super) fn all(data: &'a DataEnum, mistakes: &Mistakes) -> Vec<Self> {
        data.variants
            .iter()
            .map(|variant| Self {
                ident: &variant.ident,
                fields: &variant.fields,
                written: &variant.attrs,
                attributes: A::read(&variant.attrs, mistakes),
            })
            .collect()
    }
}

impl<'a, A> Variant<'a, A> {
    /// Returns the type of the only field, if the variant is written `Name(Type)`.
    pub(crate) fn only_type(&self) -> Option<&'a Type> {
        match self.fields {
            Fields::Unnamed(fields) if fields.unnamed.len() == 1 => {
                Some(bare(&fields.unnamed[0].ty))
            }
            _ => None,
        }
    }
}
