//! The attributes that cannot be on one field or variant together.

use proc_macro2::Ident;

use crate::attr::AnySlot;
use crate::diagnostics::Mistakes;

/// An attribute, and those that it excludes.
struct Exclusion {
    attribute: &'static str,
    excluded: &'static [&'static str],
    /// The reason, as the message gives it.
    why: &'static str,
    help: &'static str,
}

/// Reports each attribute that another one excludes, with the first reason in the table.
pub(super) fn attributes_do_not_exclude_each_other(slots: &[&dyn AnySlot], mistakes: &Mistakes) {
    let given: Vec<(&str, &Ident)> = slots
        .iter()
        .filter_map(|slot| Some((slot.name(), slot.given_name()?)))
        .collect();
    if given.len() < 2 {
        return;
    }
    let mut reported: Vec<&str> = Vec::new();
    for exclusion in EXCLUSIONS {
        if !given.iter().any(|(name, _)| *name == exclusion.attribute) {
            continue;
        }
        for (name, written) in &given {
            if exclusion.excluded.contains(name) && !reported.contains(name) {
                exclusion.report(name, written, mistakes);
                reported.push(name);
            }
        }
    }
}

impl Exclusion {
    fn report(&self, excluded: &str, written: &Ident, mistakes: &Mistakes) {
        let Self {
            attribute,
            why,
            help,
            ..
        } = self;
        let wrong = format!("`{excluded}` cannot be combined with `{attribute}`: {why}");
        mistakes.report(written, wrong, help);
    }
}

const KEEP_ONE: &str = "keep one of the two";
const ONE_KIND: &str =
    "a field has at most one of the attributes `merge`, `navigation`, `extra` and `base`";

/// Every exclusion. An attribute is reported for the first row that excludes it.
const EXCLUSIONS: &[Exclusion] = &[
    // Access.
    Exclusion {
        attribute: "read_only",
        excluded: &["create_only"],
        why: "a read-only property is never sent, not even on create",
        help: KEEP_ONE,
    },
    Exclusion {
        attribute: "read_only",
        excluded: &["write_only"],
        why: "a property that is neither sent nor read is useless",
        help: KEEP_ONE,
    },
    Exclusion {
        attribute: "read_only",
        excluded: &["required"],
        why: "a read-only property is never sent, so it cannot be required",
        help: KEEP_ONE,
    },
    Exclusion {
        attribute: "read_only",
        excluded: &["bind"],
        why: "a read-only relationship is never sent",
        help: KEEP_ONE,
    },
    // Keys.
    Exclusion {
        attribute: "key",
        excluded: &["write_only"],
        why: "the key identifies the object in an answer",
        help: KEEP_ONE,
    },
    Exclusion {
        attribute: "key",
        excluded: &["alternate_key"],
        why: "the key already identifies the item",
        help: KEEP_ONE,
    },
    // Kinds of fields.
    Exclusion {
        attribute: "merge",
        excluded: &["navigation", "extra", "base"],
        why: ONE_KIND,
        help: KEEP_ONE,
    },
    Exclusion {
        attribute: "navigation",
        excluded: &["extra", "base"],
        why: ONE_KIND,
        help: KEEP_ONE,
    },
    Exclusion {
        attribute: "extra",
        excluded: &["base"],
        why: ONE_KIND,
        help: KEEP_ONE,
    },
    Exclusion {
        attribute: "merge",
        excluded: &["key", "alternate_key", "etag"],
        why: "an object cannot identify an item or a version of it",
        help: KEEP_ONE,
    },
    Exclusion {
        attribute: "merge",
        excluded: &["create_only", "write_only"],
        why: "a property that is updated in part is read and updated",
        help: KEEP_ONE,
    },
    Exclusion {
        attribute: "merge",
        excluded: &["required"],
        why: "the property is set in part, so it cannot be an argument of `create`",
        help: KEEP_ONE,
    },
    Exclusion {
        attribute: "merge",
        excluded: &["with"],
        why: "the object is read and written property by property",
        help: "remove `with`",
    },
    Exclusion {
        attribute: "navigation",
        excluded: &[
            "key",
            "alternate_key",
            "create_only",
            "write_only",
            "required",
            "etag",
        ],
        why: "a relationship is not a value of the object",
        help: KEEP_ONE,
    },
    Exclusion {
        attribute: "extra",
        excluded: &[
            "key",
            "alternate_key",
            "create_only",
            "write_only",
            "required",
            "etag",
        ],
        why: "the field is not a property, but contains the undeclared ones",
        help: KEEP_ONE,
    },
    Exclusion {
        attribute: "extra",
        excluded: &["with"],
        why: "the undeclared properties are read and written one by one",
        help: "remove `with`",
    },
    Exclusion {
        attribute: "extra",
        excluded: &["sensitive"],
        why: "the field is not a property, but contains the undeclared ones",
        help: "declare a sensitive property as its own field",
    },
    Exclusion {
        attribute: "extra",
        excluded: &["default"],
        why: "without undeclared properties, the field is empty",
        help: "remove `default`",
    },
    Exclusion {
        attribute: "extra",
        excluded: &["rename"],
        why: "the field has no name in JSON",
        help: "remove `rename`",
    },
    Exclusion {
        attribute: "base",
        excluded: &[
            "key",
            "alternate_key",
            "create_only",
            "write_only",
            "required",
            "etag",
        ],
        why: "the field is not a property, but contains those of the base type",
        help: KEEP_ONE,
    },
    Exclusion {
        attribute: "base",
        excluded: &["with"],
        why: "the base is read and written property by property",
        help: "remove `with`",
    },
    Exclusion {
        attribute: "base",
        excluded: &["sensitive"],
        why: "the field is not a property, but contains those of the base type",
        help: "mark the sensitive properties in the struct of the base type",
    },
    Exclusion {
        attribute: "base",
        excluded: &["default"],
        why: "the base is read from any object",
        help: "remove `default`",
    },
    Exclusion {
        attribute: "base",
        excluded: &["rename"],
        why: "the field has no name in JSON",
        help: "remove `rename`",
    },
    Exclusion {
        attribute: "base",
        excluded: &["setter"],
        why: "the setters are those of the base type",
        help: "remove `setter`",
    },
    Exclusion {
        attribute: "etag",
        excluded: &[
            "key",
            "alternate_key",
            "read_only",
            "create_only",
            "write_only",
            "required",
            "sensitive",
            "default",
            "rename",
            "setter",
            "with",
        ],
        why: "`@odata.etag` is read with an object and is not a property of it",
        help: "write only `etag`; requests send it by `with_if_match`",
    },
    // Variants.
    Exclusion {
        attribute: "unknown",
        excluded: &["rename"],
        why: "an unknown member keeps the name that the service sent",
        help: "remove `rename`",
    },
    Exclusion {
        attribute: "unknown",
        excluded: &["evolved"],
        why: "an evolved member is a declared one",
        help: "mark the members that the service sends only on request",
    },
    Exclusion {
        attribute: "unknown",
        excluded: &["base"],
        why: "an object that does not name its type is of the base type, which is known",
        help: KEEP_ONE,
    },
];

#[cfg(test)]
mod tests {
    use syn::{ItemStruct, parse_quote};

    use super::*;
    use crate::attr::{AttributeSet, FieldAttributes, every_name};

    fn mistakes(item: &ItemStruct) -> usize {
        let mistakes = Mistakes::new();
        let attributes = FieldAttributes::read(&item.attrs, &mistakes);
        attributes_do_not_exclude_each_other(&attributes.slots(), &mistakes);
        let errors = mistakes.into_tokens().to_string();
        errors.matches("cannot be combined").count()
    }

    #[test]
    fn each_excluded_attribute_is_reported_once() {
        for (item, expected) in [
            (
                parse_quote!(
                    #[graph(key, create_only, rename = "id")]
                    struct A;
                ),
                0,
            ),
            (
                parse_quote!(
                    #[graph(write_only, read_only)]
                    struct A;
                ),
                1,
            ),
            (
                parse_quote!(
                    #[graph(merge, navigation, extra, key)]
                    struct A;
                ),
                3,
            ),
            (
                parse_quote!(
                    #[graph(etag, with = "a", default)]
                    struct A;
                ),
                2,
            ),
        ] {
            assert_eq!(mistakes(&item), expected);
        }
    }

    #[test]
    fn every_name_in_the_table_is_an_attribute() {
        let known = every_name();
        for exclusion in EXCLUSIONS {
            for name in [&exclusion.attribute].into_iter().chain(exclusion.excluded) {
                assert!(known.contains(name), "`{name}`");
            }
        }
    }
}
