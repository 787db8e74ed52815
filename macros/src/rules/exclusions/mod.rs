//! The attributes that cannot be on one field or variant together.

mod table;

use proc_macro2::Ident;

use crate::attr::AnySlot;
use crate::diagnostics::Mistakes;
use table::{EXCLUSIONS, Exclusion};

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
