//! Sinks of property values.

use serde_core::de::Error as _;

use super::codec::Codec;
use super::schema::EdmType;
use super::value::PropertyValue;
use crate::json::{Input, Members, Sink, ValueError, is_lossless, path};
use crate::odata::names;

/// The sink of one value that is read by a codec.
pub(crate) struct CodecSink<'a, T, C>(pub(crate) &'a mut Option<T>, pub(crate) C);

impl<'de, T, C: Codec<T>> Sink<'de> for CodecSink<'_, T, C> {
    fn accept(&mut self, input: Input<'_, 'de>) -> Result<(), ValueError> {
        *self.0 = Some(self.1.from_input(input)?);
        Ok(())
    }
}

/// The sink of one value that can be `null`.
pub(crate) struct NullableSink<'a, T, C>(pub(crate) &'a mut Option<T>, pub(crate) C);

impl<'de, T, C: Codec<T>> Sink<'de> for NullableSink<'_, T, C> {
    fn accept(&mut self, input: Input<'_, 'de>) -> Result<(), ValueError> {
        *self.0 = match input {
            Input::Null => None,
            input => Some(self.1.from_input(input)?),
        };
        Ok(())
    }
}

/// The sink of the elements of a collection, which are appended. A `null` is left out if the type of the elements has no value for it.
pub(crate) struct PushSink<'a, T>(pub(crate) &'a mut Vec<T>);

impl<'de, T: PropertyValue> Sink<'de> for PushSink<'_, T> {
    fn accept(&mut self, input: Input<'_, 'de>) -> Result<(), ValueError> {
        if matches!(input, Input::Null) {
            self.0.extend(null_in::<T>()?);
        } else {
            self.0.push(T::from_input(input)?);
        }
        Ok(())
    }
}

/// The sink of an entry of a map. A `null` is left out if the type of the entries has no value for it.
pub(crate) struct EntrySink<'a, T>(pub(crate) &'a mut Option<T>);

impl<'de, T: PropertyValue> Sink<'de> for EntrySink<'_, T> {
    fn accept(&mut self, input: Input<'_, 'de>) -> Result<(), ValueError> {
        *self.0 = match input {
            Input::Null => null_in::<T>()?,
            input => Some(T::from_input(input)?),
        };
        Ok(())
    }
}

/// The sink of a value for which `null` would be read as another one.
pub(crate) struct PresentSink<'a, 'de>(pub(crate) &'a mut dyn Sink<'de>);

impl<'de> Sink<'de> for PresentSink<'_, 'de> {
    fn accept(&mut self, input: Input<'_, 'de>) -> Result<(), ValueError> {
        match input {
            Input::Null => Err(ValueError::custom(
                "it is not nullable, and cannot be `null`",
            )),
            input => self.0.accept(input),
        }
    }
}

/// Returns the value of a `null` among elements or entries.
#[cold]
fn null_in<T: PropertyValue>() -> Result<Option<T>, ValueError> {
    if !is_lossless() {
        return Ok(of_null());
    }
    if reads_null_as_empty::<T>() {
        return Err(ValueError::custom(
            "it is not nullable, and cannot be `null`",
        ));
    }
    T::from_input(Input::Null).map(Some)
}

/// Returns whether the type has no value for `null`, but reads it as an empty one.
pub(crate) const fn reads_null_as_empty<T: PropertyValue>() -> bool {
    matches!(T::EDM_TYPE, EdmType::Collection(_) | EdmType::Map(_))
}

/// Returns the value that the type has for `null`, if it has one.
#[cold]
fn of_null<T: PropertyValue>() -> Option<T> {
    T::from_input(Input::Null).ok()
}

/// Returns the value of a property that is missing: an empty collection or map.
pub(crate) fn of_missing<T: PropertyValue>() -> Option<T> {
    if reads_null_as_empty::<T>() {
        of_null()
    } else {
        None
    }
}

/// Reads each element of a collection into `sink`. An error records the index of its element.
pub(crate) fn read_elements<'de>(
    input: Input<'_, 'de>,
    sink: &mut dyn Sink<'de>,
) -> Result<(), ValueError> {
    let Input::Collection(elements) = input else {
        return Err(input.unexpected("a collection"));
    };
    let mut index = 0;
    while elements
        .next(sink)
        .map_err(|error| path::in_element(index, error))?
    {
        index += 1;
    }
    Ok(())
}

/// Passes the name and the value of each entry of a map to `read`, without control information. An error records the name of its entry.
pub(crate) fn read_entries<'de>(
    members: &mut dyn Members<'de>,
    mut read: impl FnMut(&str, &mut dyn Members<'de>) -> Result<(), ValueError>,
) -> Result<(), ValueError> {
    while let Some(name) = members.next_name()? {
        if name.starts_with(names::CONTROL) {
            members.skip()?;
        } else {
            read(&name, members).map_err(|error| path::in_property(&name, error))?;
        }
    }
    Ok(())
}
