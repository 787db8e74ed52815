//! The arguments of `#[graph_resource(…)]` and `#[graph_complex(…)]`.

use syn::{Attribute, Ident, LitStr, Path};

use super::also::{self, FurtherAddress};
use super::attribute_set::{AttributeSet, attribute_set, fill_from_arguments};
use super::graph::RESOURCE;
use super::media::{self, Media};
use super::operation::{self, Operation};
use super::runtime::{self, CRATE};
use super::slot::Slot;
use super::update::{self, UpdateForm};
use crate::diagnostics::Mistakes;
use crate::template::Template;

/// The version of the API.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Version {
    V1,
    Beta,
}

/// The form of the key of an item in a path.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum KeyForm {
    Segment,
    Parentheses,
}

attribute_set! {
    /// The arguments about the address of a resource.
    AddressArguments {
        path: Template = Slot::new("path", |entry, mistakes| {
            Some(Template::parse(&entry.string("/users", mistakes)?, mistakes))
        }),
        also: Vec<FurtherAddress> = Slot::new("also", also::read),
        media: Vec<Media> = Slot::new("media", media::read),
        version: Version = Slot::new("version", |entry, mistakes| {
            entry.one_of(&[("v1.0", Version::V1), ("beta", Version::Beta)], mistakes)
        }),
        operations: Vec<(Ident, Operation)> = Slot::new("operations", operation::read),
        update: UpdateForm = Slot::new("update", update::read),
        keys: KeyForm = Slot::new("keys", |entry, mistakes| {
            let forms = [("parentheses", KeyForm::Parentheses), ("segments", KeyForm::Segment)];
            entry.one_of(&forms, mistakes)
        }),
        singleton: () = Slot::flag("singleton"),
        advanced_queries: () = Slot::flag("advanced_queries"),
    }
}

/// Whether reads ask for the properties that a struct declares, if the default is not right.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Select {
    Always,
    Never,
}

attribute_set! {
    /// The arguments about the type, of a resource or a complex type.
    TypeArguments {
        odata_type: LitStr = Slot::new("odata_type", |entry, mistakes| {
            entry.string("microsoft.graph.user", mistakes)
        }),
        emit_type: bool = Slot::new("emit_type", |entry, mistakes| {
            entry.one_of(&[("always", true), ("never", false)], mistakes)
        }),
        select: Select = Slot::new("select", |entry, mistakes| {
            entry.one_of(&[("never", Select::Never), ("always", Select::Always)], mistakes)
        }),
        exact: () = Slot::flag("exact"),
        write_null: () = Slot::flag("write_null"),
        extensible: () = Slot::flag("extensible"),
        runtime: Path = Slot::new(CRATE, runtime::read),
    }
}

/// The arguments of `#[graph_resource(…)]`.
pub(crate) struct ResourceArguments {
    pub(crate) of_address: AddressArguments,
    pub(crate) of_type: TypeArguments,
    /// True if every argument is known. An unknown one may have been meant for one that is missing.
    pub(crate) are_all_known: bool,
}

impl ResourceArguments {
    /// Reads the arguments that the attribute macro passed as `#[graph(resource(…))]`.
    pub(crate) fn read(attributes: &[Attribute], mistakes: &Mistakes) -> Self {
        let mut of_address = AddressArguments::empty();
        let mut of_type = TypeArguments::empty();
        let mut slots = of_address.slots_mut();
        slots.extend(of_type.slots_mut());
        let are_all_known = fill_from_arguments(&mut slots, RESOURCE, attributes, mistakes);
        Self {
            of_address,
            of_type,
            are_all_known,
        }
    }
}
