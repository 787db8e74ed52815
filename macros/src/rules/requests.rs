//! Rules about the operations of a resource.

use crate::attr::Operation;
use crate::diagnostics::Mistakes;
use crate::model::{Address, Kind, Property, StructuredType};

pub(super) fn list_and_create_need_a_key(resource: &StructuredType<'_>, mistakes: &Mistakes) {
    if resource.has_key() {
        return;
    }
    for (ident, operation) in declared(resource.address.as_ref()) {
        if matches!(operation, Operation::List | Operation::Create) {
            let wrong = format!("`{ident}` needs a collection, whose items have a key");
            let help = "mark the field that identifies an item with `#[graph(key)]`";
            mistakes.report(ident, wrong, help);
        }
    }
}

pub(super) fn update_needs_a_property(resource: &StructuredType<'_>, mistakes: &Mistakes) {
    if resource.updatable().next().is_some() {
        return;
    }
    for (ident, operation) in declared(resource.address.as_ref()) {
        if *operation == Operation::Update {
            let help = "remove `update`, or add a property that is neither the key nor read-only";
            mistakes.report(ident, "no property can be updated", help);
        }
    }
}

pub(super) fn update_method_needs_update(resource: &StructuredType<'_>, mistakes: &Mistakes) {
    let method = resource
        .address
        .as_ref()
        .and_then(|address| address.arguments.update.get());
    if let (Some(method), false) = (method, resource.has(Operation::Update)) {
        mistakes.report(
            method,
            "the form of an update is given, but the resource has no `update`",
            "add `update` to the `operations`, or remove the argument",
        );
    }
}

pub(super) fn a_key_in_the_body_needs_a_whole_body(
    resource: &StructuredType<'_>,
    mistakes: &Mistakes,
) {
    let update = resource.update_form();
    let Some(with_key) = &update.with_key else {
        return;
    };
    if !update.is_whole {
        let help = "write `update(method = \"PUT\", with_key)` or `update(whole, with_key)`, or remove `with_key`";
        let wrong = "only an update that replaces the resource can carry the key";
        mistakes.report(with_key, wrong, help);
    } else if resource.key().is_none() && resource.only(Kind::Base).is_none() {
        let help =
            "mark the field that identifies an item with `#[graph(key)]`, or remove `with_key`";
        mistakes.report(with_key, "the resource has no key", help);
    }
}

pub(super) fn required_needs_create(
    property: &Property<'_>,
    structured: &StructuredType<'_>,
    mistakes: &Mistakes,
) {
    let Some(required) = property.attributes.required.get() else {
        return;
    };
    if property.access.is_control_information() || structured.has(Operation::Create) {
        return;
    }
    let (wrong, help) = match &structured.address {
        None => (
            "`required` needs `create`, which a complex type does not have",
            "remove it: a complex value is created with the resource that contains it",
        ),
        Some(address) if address.arguments.operations.is_given() => (
            "`required` needs `create`, which the resource does not have",
            "add `create` to the `operations`, or remove `required`",
        ),
        Some(_) => (
            "`required` needs `create`, which the resource does not have",
            "mark the field that identifies an item with `#[graph(key)]`, or remove `required`: only a resource with a key can be created",
        ),
    };
    mistakes.report(required, wrong, help);
}

/// Returns the operations that were written.
fn declared(address: Option<&Address>) -> &[(syn::Ident, Operation)] {
    address
        .and_then(|address| address.arguments.operations.value())
        .map_or(&[], Vec::as_slice)
}
