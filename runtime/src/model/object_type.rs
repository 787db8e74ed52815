//! The type of an object that is read, and what it is read for.

use crate::edm::TypeInfo;
use crate::json::Place;

/// The purpose for which an object is read. It decides about what the object has and its type cannot keep.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Purpose {
    /// An answer: undeclared properties are skipped, because a client must accept them ("OData JSON Format", Relationship Between JSON and
    /// Types).
    Answer,
    /// A patch: a property that it cannot carry is an error, because the patch would have another meaning without it.
    Patch,
    /// A whole value in a patch, for which the same is true.
    Part,
}

/// The role of an object that is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// A value of a declared type, or of one derived from it.
    Value,
    /// The variant of a union, which is of exactly its type.
    Variant,
    /// A patch.
    Patch,
}

/// The type of an object that is read.
#[derive(Debug, Clone, Copy)]
pub(super) struct ObjectType {
    pub(super) info: &'static TypeInfo,
    pub(super) role: Role,
    pub(super) place: Place,
    pub(super) purpose: Purpose,
}

/// The treatment of an object that names another type than the declared one: a derived type, or an unrelated one, which only the metadata
/// of the service could tell.
///
/// A service may answer a derived type wherever its base is declared ("OData JSON Format", Control Information: type).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum OtherType {
    /// It is read.
    Accept,
    /// It is read if a field receives its name, with which the object is then written.
    Receive,
    /// It is an error.
    Refuse,
}

impl ObjectType {
    /// Returns the treatment of an object that names another type.
    #[cold]
    pub(super) fn other(&self) -> OtherType {
        let Self {
            info,
            role,
            place,
            purpose,
        } = self;
        match purpose {
            _ if *role == Role::Variant || info.is_exact() => OtherType::Refuse,
            Purpose::Patch if info.receives_type() => OtherType::Accept,
            Purpose::Patch => OtherType::Refuse,
            Purpose::Part => OtherType::Receive,
            Purpose::Answer if place.is_part() && info.emits_type() => OtherType::Receive,
            Purpose::Answer => OtherType::Accept,
        }
    }
}
