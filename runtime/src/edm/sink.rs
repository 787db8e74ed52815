//! Sinks of property values.

use super::codec::Codec;
use super::schema::EdmType;
use super::value::PropertyValue;
use crate::json::{Input, Members, Sink, ValueError, path};
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
            self.0.extend(of_null::<T>());
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
            Input::Null => of_null(),
            input => Some(T::from_input(input)?),
        };
        Ok(())
    }
}

/// Returns the value that the type has for `null`, if it has one.
#[cold]
fn of_null<T: PropertyValue>() -> Option<T> {
    T::from_input(Input::Null).ok()
}

/// Returns the value of a property that is missing: an empty collection or map.
pub(crate) fn of_missing<T: PropertyValue>() -> Option<T> {
    match T::EDM_TYPE {
        EdmType::Collection(_) | EdmType::Map(_) => of_null(),
        _ => None,
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
