//! The descriptions of properties as the macros declare them.
//!
//! A macro sees how a type is written, not what an alias stands for. These functions see the type, and are evaluated when the struct is
//! compiled: what they reject does not compile.

#![allow(
    clippy::missing_panics_doc,
    reason = "a panic in the evaluation is an error of the compiler"
)]

use super::schema::{EdmType, Property};

/// Describes a property.
#[track_caller]
pub const fn property(name: &'static str, edm_type: EdmType) -> Property {
    assert!(
        !matches!(edm_type, EdmType::Nullable(_)),
        "the type is an alias of an `Option`, which the macro cannot see: write the field as `Option<_>`"
    );
    Property::new(name, edm_type)
}

/// Describes a key or an alternate key.
#[track_caller]
pub const fn key(name: &'static str, edm_type: EdmType) -> Property {
    assert!(
        !matches!(
            edm_type,
            EdmType::Collection(_)
                | EdmType::Map(_)
                | EdmType::Structured(_)
                | EdmType::OneOf(_)
                | EdmType::Boolean
                | EdmType::Single
                | EdmType::Double
        ),
        "a key is a single value that can stand in a path: write a string, an integer or a `Uuid`"
    );
    property(name, edm_type)
}

/// Describes a relationship to one resource, which a request can set.
#[track_caller]
pub const fn relationship(name: &'static str, edm_type: EdmType) -> Property {
    assert!(
        !matches!(edm_type, EdmType::Collection(_)),
        "the type is an alias of a `Vec`, which the macro cannot see: write the field as `Vec<_>`, so that it is bound to several resources"
    );
    property(name, edm_type)
}

/// Describes a property that an update merges.
#[track_caller]
pub const fn merged(name: &'static str, edm_type: EdmType) -> Property {
    assert!(
        !matches!(edm_type, EdmType::OneOf(_) | EdmType::Enum(_)),
        "only an object of one type can be merged: remove `merge`, and an update replaces the whole value"
    );
    property(name, edm_type)
}
