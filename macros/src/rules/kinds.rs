//! Rules about the kinds of fields.

use crate::diagnostics::Mistakes;
use crate::model::{Kind, Property};

pub(super) fn kind_fits_the_type(property: &Property<'_>, mistakes: &Mistakes) {
    let requested = Kind::requested(&property.attributes, property.ty);
    if requested.fits(property.ty) {
        return;
    }
    let (wrong, help) = match requested {
        Kind::Extra => (
            "a field for undeclared properties must be a `DynamicProperties`",
            "write the type `graph_resource::edm::DynamicProperties`",
        ),
        Kind::Base => (
            "the base must be an entity or complex type",
            "write the struct of the base type, without `Option` or `Box`",
        ),
        _ => (
            "only an object can be merged: a complex type or a `BTreeMap<String, _>`",
            "remove `merge`: an update replaces the whole value",
        ),
    };
    mistakes.report(property.ty, wrong, help);
}

/// The second field of such a kind is excluded from the generated code.
pub(super) fn one_field_of_a_kind(properties: &mut [Property<'_>], mistakes: &Mistakes) {
    for (kind, noun) in [
        (Kind::Extra, "undeclared properties"),
        (Kind::Base, "the base type"),
    ] {
        let fields = properties
            .iter_mut()
            .filter(|property| property.kind == kind);
        for second in fields.skip(1) {
            let slot = match kind {
                Kind::Extra => &second.attributes.extra,
                _ => &second.attributes.base,
            };
            let wrong = format!("duplicate field for {noun}");
            mistakes.report(&slot.get(), wrong, "keep one of them");
            second.invalidate();
        }
    }
}
