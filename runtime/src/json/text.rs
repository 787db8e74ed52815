use serde_core::de::Error as _;

use super::input::Sink;
use super::path::PathRecorder;
use super::source::read_into;
use crate::encoding::without_bom;

/// The error of JSON that cannot be read: the path of the value, and the cause.
#[derive(Debug)]
pub(crate) struct JsonError {
    pub(crate) path: String,
    pub(crate) cause: serde_json::Error,
    /// True if the document is an object that lacks a property.
    pub(crate) is_incomplete: bool,
}

/// Reads the value that is written in `json` into `sink`.
pub(crate) fn from_slice<'de>(json: &'de [u8], sink: &mut dyn Sink<'de>) -> Result<(), JsonError> {
    let recorder = PathRecorder::begin();
    let value = text(json).and_then(|json| {
        let mut deserializer = serde_json::Deserializer::from_str(json);
        read_into(&mut deserializer, sink)?;
        deserializer.end()
    });
    value.map_err(|cause| {
        let (path, is_incomplete) = recorder.end();
        JsonError {
            path,
            cause,
            is_incomplete,
        }
    })
}

/// Validates UTF-8 once, which is faster than string by string.
fn text(json: &[u8]) -> Result<&str, serde_json::Error> {
    std::str::from_utf8(without_bom(json))
        .map_err(|error| serde_json::Error::custom(format_args!("it is not UTF-8: {error}")))
}
