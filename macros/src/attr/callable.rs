//! The arguments of `#[graph_action(…)]` and `#[graph_function(…)]`.

use syn::parse::{ParseStream, Parser};
use syn::{Attribute, LitStr, Path, Token, Type};

use super::also::{self, FurtherAddress};
use super::attribute_set::{AttributeSet, attribute_set, fill_from_arguments};
use super::entry::Entry;
use super::runtime::{self, CRATE};
use super::slot::Slot;
use super::structured::Version;
use crate::diagnostics::Mistakes;
use crate::template::Template;

attribute_set! {
    /// The arguments of an action or a function.
    CallableArguments {
        path: Template = Slot::new("path", |entry, mistakes| {
            Some(Template::parse(&entry.string("/users/{user_id}/sendMail", mistakes)?, mistakes))
        }),
        also: Vec<FurtherAddress> = Slot::new("also", also::read),
        version: Version = Slot::new("version", |entry, mistakes| {
            entry.one_of(&[("v1.0", Version::V1), ("beta", Version::Beta)], mistakes)
        }),
        returns: Type = Slot::new("returns", ty),
        content_type: LitStr = Slot::new("content_type", |entry, mistakes| {
            entry.string("text/plain", mistakes)
        }),
        runtime: Path = Slot::new(CRATE, runtime::read),
    }
}

impl CallableArguments {
    /// Reads the arguments that the attribute macro passed as `#[graph(<wrapper>(…))]`. Returns as well whether every argument is known: an
    /// unknown one may have been meant for one that is missing.
    pub(crate) fn read_all(
        wrapper: &'static str,
        attributes: &[Attribute],
        mistakes: &Mistakes,
    ) -> (Self, bool) {
        let mut arguments = Self::empty();
        let are_all_known =
            fill_from_arguments(&mut arguments.slots_mut(), wrapper, attributes, mistakes);
        (arguments, are_all_known)
    }
}

/// Reads `returns = Vec<User>`.
fn ty(entry: &Entry, mistakes: &Mistakes) -> Option<Type> {
    let value = |input: ParseStream<'_>| {
        input.parse::<Token![=]>()?;
        input.parse::<Type>()
    };
    let ty = value.parse2(entry.value.clone()).ok();
    if ty.is_none() {
        let name = &entry.name;
        let wrong = format!("`{name}` takes a type");
        mistakes.report(
            name,
            wrong,
            format!("write, for example, `{name} = Vec<User>`"),
        );
    }
    ty
}
