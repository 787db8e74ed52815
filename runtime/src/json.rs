//! Reading JSON with errors that say where.

pub(crate) mod trail;

use serde_core::de::Error as _;
use trail::Trail;

use crate::edm::{Edm, PropertyValue};
use crate::object::found::{Place, fill};
use crate::object::read::Value;

/// Why JSON could not be read: the path of the value and what was wrong with it.
#[derive(Debug)]
pub(crate) struct JsonError {
    pub(crate) path: String,
    pub(crate) cause: serde_json::Error,
}

/// Has `place` take the value that is written in `json`.
pub(crate) fn read<'de>(json: &'de [u8], place: &mut dyn Place<'de>) -> Result<(), JsonError> {
    let trail = Trail::begin();
    let value = text(json).and_then(|json| {
        let mut deserializer = serde_json::Deserializer::from_str(json);
        fill(&mut deserializer, place)?;
        deserializer.end()
    });
    value.map_err(|cause| JsonError {
        path: trail.end(),
        cause,
    })
}

/// Reads the value that is written in `json`.
pub(crate) fn from_slice<T: PropertyValue>(json: &[u8]) -> Result<T, JsonError> {
    let mut value = None;
    read(json, &mut Value(&mut value, Edm))?;
    value.ok_or_else(|| JsonError {
        path: ".".to_owned(),
        cause: serde_json::Error::custom("there is no value"),
    })
}

/// JSON is UTF-8, and it is quicker to see to that once than string by string.
fn text(json: &[u8]) -> Result<&str, serde_json::Error> {
    std::str::from_utf8(without_bom(json))
        .map_err(|error| serde_json::Error::custom(format_args!("it is not UTF-8: {error}")))
}

/// Some services put a byte order mark before their JSON, where RFC 8259 allows a reader to skip it.
pub(crate) fn without_bom(json: &[u8]) -> &[u8] {
    json.strip_prefix(b"\xef\xbb\xbf").unwrap_or(json)
}
