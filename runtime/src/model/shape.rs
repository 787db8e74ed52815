//! The shapes of entity types, complex types and their patches.

use serde_core::Serializer;

use super::object::{object, patch, write_entries};
use super::object_type::Role;
use super::patch::Patch;
use super::reader::{ReadProperties, read_patch};
use super::structured::{StructuredType, read};
use crate::edm::{EdmType, Form, Lazy, Shape, TypeInfo};
use crate::json::erased::Entries;
use crate::json::{Input, ValueError};

/// The shape of an entity or complex type.
#[derive(Debug)]
pub struct Structured;

impl<T: StructuredType> Shape<T> for Structured {
    const EDM_TYPE: EdmType = EdmType::Structured(Lazy::new(|| T::TYPE));
    const OBJECT: Option<&'static TypeInfo> = Some(T::TYPE);

    fn from_input(input: Input<'_, '_>) -> Result<T, ValueError> {
        read(input, Role::Value)
    }

    fn write<S: Serializer>(value: &T, serializer: S, form: Form<'_>) -> Result<S::Ok, S::Error> {
        object(value, T::TYPE, form).to(serializer)
    }

    fn write_json(value: &T, json: &mut Vec<u8>, form: Form<'_>) -> Result<(), serde_json::Error> {
        object(value, T::TYPE, form).to_json(json).map(drop)
    }

    fn write_entries(
        value: &T,
        entries: Option<&mut dyn Entries>,
        form: Form<'_>,
    ) -> Result<bool, String> {
        write_entries(object(value, T::TYPE, form), entries)
    }

    fn has_evolved_members(depth: u8) -> bool {
        depth > 0 && T::TYPE.has_evolved_members(depth - 1)
    }
}

/// The shape of a patch, as the value of a merged property or the parameter of an action.
#[derive(Debug)]
pub struct PatchOf;

impl<P> Shape<P> for PatchOf
where
    P: Patch<Target: StructuredType> + for<'de> ReadProperties<'de>,
{
    const EDM_TYPE: EdmType = EdmType::Structured(Lazy::new(|| P::Target::TYPE));

    fn from_input(input: Input<'_, '_>) -> Result<P, ValueError> {
        let mut patch = P::default();
        read_patch(input, &mut patch, P::Target::TYPE)?;
        Ok(patch)
    }

    fn write<S: Serializer>(value: &P, serializer: S, form: Form<'_>) -> Result<S::Ok, S::Error> {
        patch(value, P::Target::TYPE, form).to(serializer)
    }

    fn write_json(value: &P, json: &mut Vec<u8>, form: Form<'_>) -> Result<(), serde_json::Error> {
        patch(value, P::Target::TYPE, form).to_json(json).map(drop)
    }

    fn write_entries(
        value: &P,
        entries: Option<&mut dyn Entries>,
        form: Form<'_>,
    ) -> Result<bool, String> {
        write_entries(patch(value, P::Target::TYPE, form), entries)
    }

    fn has_evolved_members(_: u8) -> bool {
        false
    }
}
