//! Rules about keys.

use crate::attr::Operation;
use crate::diagnostics::Mistakes;
use crate::model::{Property, StructuredType};

pub(super) fn one_key(resource: &StructuredType<'_>, mistakes: &Mistakes) {
    let mut keys = resource
        .properties
        .iter()
        .filter(|property| property.is_key());
    let Some(first) = keys.next() else { return };
    for second in keys {
        let wrong = format!("`{}` and `{}` are both the key", first.ident, second.ident);
        let help = "keep one `key`; write anything else that the address needs as a `{parameter}` of the path";
        mistakes.report(&second.attributes.key.get(), wrong, help);
    }
}

pub(super) fn singleton_has_no_key(resource: &StructuredType<'_>, mistakes: &Mistakes) {
    let address = resource.address.as_ref();
    let singleton = address.and_then(|address| address.arguments.singleton.get());
    if let (Some(singleton), Some(key)) = (singleton, resource.key()) {
        let wrong = format!(
            "a singleton is at its path alone, but `{}` is a key",
            key.ident
        );
        let help =
            "remove `singleton`, or write `#[graph(read_only)]` on the field instead of `key`";
        mistakes.report(singleton, wrong, help);
    }
}

pub(super) fn alternate_key_identifies_an_item(
    property: &Property<'_>,
    resource: &StructuredType<'_>,
    mistakes: &Mistakes,
) {
    let Some(alternate) = property.attributes.alternate_key.get() else {
        return;
    };
    if resource.is_complex() || !property.is_alternate_key() {
        return;
    }
    let of_items = [Operation::Get, Operation::Update, Operation::Delete];
    if !resource.has_key() {
        let wrong = "an alternate key needs a resource with a key";
        let help = "mark the field that identifies an item with `#[graph(key)]`";
        mistakes.report(alternate, wrong, help);
    } else if !of_items.iter().any(|operation| resource.has(*operation)) {
        let wrong = "an alternate key needs an operation on one item, and the resource has none";
        let help = "add `get`, `update` or `delete` to the `operations`, or remove `alternate_key`";
        mistakes.report(alternate, wrong, help);
    }
}
