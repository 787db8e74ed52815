//! Rules about single attributes of fields, and what they need.

use crate::attr::{AnySlot, Slot};
use crate::diagnostics::Mistakes;
use crate::model::{Access, Kind, Property, StructuredType, is_named};

pub(super) fn one_etag(resource: &StructuredType<'_>, mistakes: &Mistakes) {
    let etags = resource
        .properties
        .iter()
        .filter(|property| property.access == Access::Etag);
    for second in etags.skip(1) {
        mistakes.report(
            &second.attributes.etag.get(),
            "duplicate field for `@odata.etag`",
            "keep one of them: an object has one etag",
        );
    }
}

pub(super) fn etag_is_nullable(property: &Property<'_>, mistakes: &Mistakes) {
    if property.access == Access::Etag && !property.is_nullable {
        let help = "write `Option<String>`: not every answer contains an etag";
        mistakes.report(property.ty, "the field for the etag must be optional", help);
    }
}

/// A second field, and one of another type, is excluded from the generated code.
pub(super) fn one_type_name(properties: &mut [Property<'_>], mistakes: &Mistakes) {
    let mut is_received = false;
    for property in properties.iter_mut().filter(|one| one.is_type_name()) {
        if is_received {
            mistakes.report(
                &property.attributes.odata_type.get(),
                "duplicate field for `@odata.type`",
                "keep one of them: an object has one type",
            );
        } else if !property.is_nullable || !is_named(property.value_type, "String") {
            mistakes.report(
                property.ty,
                "the field for the name of the type must be an `Option<String>`",
                "write `Option<String>`: an object of the declared type need not name it",
            );
        } else {
            is_received = true;
            continue;
        }
        property.invalidate();
    }
}

pub(super) fn bind_needs_navigation(property: &Property<'_>, mistakes: &Mistakes) {
    let attributes = &property.attributes;
    let is_bound = attributes.navigation.is_given() || property.is_reference();
    if let (Some(bind), false) = (attributes.bind.get(), is_bound) {
        let help = "write `#[graph(navigation, bind)]` on the field of a relationship, or `#[graph(bind)]` on a field of type \
                    `Option<Reference>` or `Vec<Reference>`";
        mistakes.report(bind, "`bind` needs `navigation`", help);
    }
}

pub(super) fn expand_needs_navigation(
    property: &Property<'_>,
    structured: &StructuredType<'_>,
    mistakes: &Mistakes,
) {
    let Some(expand) = property.attributes.expand.get() else {
        return;
    };
    if structured.is_complex() {
        let wrong = "`expand` needs a resource, not a complex type";
        let help = "remove it: only the read of a resource expands relationships";
        mistakes.report(expand, wrong, help);
    } else if !property.is_expanded() {
        let help = "write `#[graph(navigation, expand)]` on the field of a relationship to another resource";
        mistakes.report(expand, "`expand` needs `navigation`", help);
    }
}

pub(super) fn on_select_needs_a_select(
    property: &Property<'_>,
    structured: &StructuredType<'_>,
    mistakes: &Mistakes,
) {
    answered_by_a_select(&property.attributes.on_select, structured, mistakes);
}

pub(super) fn extension_needs_a_select(
    property: &Property<'_>,
    structured: &StructuredType<'_>,
    mistakes: &Mistakes,
) {
    answered_by_a_select(&property.attributes.extension, structured, mistakes);
}

/// Reports an attribute of a property that is answered on `$select`, if no read sends one.
fn answered_by_a_select(slot: &Slot<()>, structured: &StructuredType<'_>, mistakes: &Mistakes) {
    let Some(given) = slot.get().filter(|_| !structured.is_extensible) else {
        return;
    };
    let name = slot.name();
    if structured.is_complex() {
        mistakes.report(
            given,
            format_args!("`{name}` needs a resource, not a complex type"),
            "remove it: `$select` names the properties of a resource",
        );
    } else if !structured.selects() {
        mistakes.report(
            given,
            "the property is answered on `$select`, but no read of the struct sends one",
            format_args!(
                "write `select = \"always\"` among the arguments of `graph_resource`, or remove `{name}`"
            ),
        );
    }
}

pub(super) fn references_are_not_nullable(property: &Property<'_>, mistakes: &Mistakes) {
    if property.kind == Kind::BoundCollection && property.is_reference() && property.is_nullable {
        let wrong = "several references cannot be `null`";
        mistakes.report(
            property.ty,
            wrong,
            "write `Vec<Reference>`: it is empty without references",
        );
    }
}

pub(super) fn default_is_for_non_nullable_fields(property: &Property<'_>, mistakes: &Mistakes) {
    if let (Some(default), true) = (property.attributes.default.get(), property.is_nullable) {
        let help = "remove it: an `Option` that is missing in an answer is `None`";
        mistakes.report(default, "`default` has no effect on an `Option`", help);
    }
}

pub(super) fn write_null_is_for_nullable_fields(property: &Property<'_>, mistakes: &Mistakes) {
    let is_excluded = property.is_key() || !property.is_named();
    let Some(write_null) = property.attributes.write_null.get() else {
        return;
    };
    if !property.is_nullable && !is_excluded {
        let help = "write the type as an `Option`, or remove `write_null`";
        let wrong = "`write_null` needs a nullable property: only `None` is written as `null`";
        mistakes.report(write_null, wrong, help);
    }
}

pub(super) fn complex_type_has_no_address(
    property: &Property<'_>,
    structured: &StructuredType<'_>,
    mistakes: &Mistakes,
) {
    if !structured.is_complex() {
        return;
    }
    let attributes = &property.attributes;
    for slot in [&attributes.key, &attributes.alternate_key, &attributes.etag] {
        if let Some(given) = slot.get() {
            let wrong = format!("`{}` needs a resource, not a complex type", slot.name());
            let help = "remove it, or make the struct a `#[graph_resource]`: a complex type has no address";
            mistakes.report(given, wrong, help);
        }
    }
}

pub(super) fn extensible_type_has_no_parameters(
    structured: &StructuredType<'_>,
    mistakes: &Mistakes,
) {
    if let (Some(extensible), false) = (
        structured.arguments.extensible.get(),
        structured.generics.params.is_empty(),
    ) {
        mistakes.report(
            extensible,
            "an extensible type cannot have generic parameters",
            "remove `extensible`, or the parameters",
        );
    }
}
