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
        let help = "keep one `key`; write anything else that the address needs as a `{parameter}` of the path, for example \
                    `/orders(year={year},no='{no}')` with `singleton`";
        mistakes.report(&second.attributes.key.get(), wrong, help);
    }
}

pub(super) fn keys_in_parentheses_need_a_key(resource: &StructuredType<'_>, mistakes: &Mistakes) {
    let address = resource.address.as_ref();
    let keys = address.and_then(|address| address.arguments.keys.get());
    let Some(keys) = keys.filter(|_| resource.key().is_none()) else {
        return;
    };
    let help = "remove `keys`, or mark the field that identifies an item with `#[graph(key)]`";
    mistakes.report(keys, "`keys` needs a field that is the key", help);
}

/// A parameter with a `*` takes the rest of the path.
pub(super) fn the_key_has_a_place(resource: &StructuredType<'_>, mistakes: &Mistakes) {
    let Some(address) = resource.address.as_ref().filter(|_| resource.has_key()) else {
        return;
    };
    let further = address.further.iter().filter(|each| !each.is_singleton);
    let templates = further.map(|each| &each.template);
    for template in [&address.template].into_iter().chain(templates) {
        template.reject_rest_at_the_end(mistakes);
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
