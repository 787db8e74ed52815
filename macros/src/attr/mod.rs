//! The grammar of the attributes: the names that each kind of item accepts, and the values that they take. The `model` says
//! what they mean together.

mod also;
mod attribute_set;
mod callable;
mod entry;
mod enumeration;
mod field;
mod graph;
mod known;
mod list;
mod media;
mod operation;
mod runtime;
mod slot;
mod structured;
mod union;
mod update;

pub(crate) use also::FurtherAddress;
pub(crate) use attribute_set::AttributeSet;
pub(crate) use callable::CallableArguments;
pub(crate) use enumeration::{EnumArguments, MemberAttributes, UNKNOWN};
pub(crate) use field::{FieldAttributes, SENSITIVE};
pub(crate) use graph::{ACTION, COMPLEX, ENUMERATION, FUNCTION, GRAPH, RESOURCE, UNION};
pub(crate) use media::Media;
pub(crate) use operation::Operation;
pub(crate) use runtime::{CRATE, default_runtime};
pub(crate) use slot::{AnySlot, Given, Slot};
pub(crate) use structured::{
    AddressArguments, KeyForm, ResourceArguments, Select, TypeArguments, Version,
};
pub(crate) use union::{UnionArguments, UnionVariantAttributes};
pub(crate) use update::{UpdateForm, UpdateMethod};

/// Returns the name of every attribute and every argument.
#[cfg(test)]
pub(crate) fn every_name() -> Vec<&'static str> {
    fn names<S: AttributeSet>() -> Vec<&'static str> {
        S::empty().slots().iter().map(|slot| slot.name()).collect()
    }
    [
        names::<TypeArguments>(),
        names::<AddressArguments>(),
        names::<also::FurtherArguments>(),
        names::<update::UpdateArguments>(),
        names::<FieldAttributes>(),
        names::<EnumArguments>(),
        names::<MemberAttributes>(),
        names::<UnionArguments>(),
        names::<CallableArguments>(),
        names::<UnionVariantAttributes>(),
    ]
    .concat()
}
