//! Sinks of property values.

use super::codec::Codec;
use super::value::PropertyValue;
use crate::json::{Input, Sink, ValueError, path};

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

/// The sink of the elements of a collection, which are appended.
pub(crate) struct PushSink<'a, T>(pub(crate) &'a mut Vec<T>);

impl<'de, T: PropertyValue> Sink<'de> for PushSink<'_, T> {
    fn accept(&mut self, input: Input<'_, 'de>) -> Result<(), ValueError> {
        self.0.push(T::from_input(input)?);
        Ok(())
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
