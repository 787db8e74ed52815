//! Reading JSON with errors that say where.

use serde_core::de::DeserializeOwned;

/// Why JSON could not be read: the path of the value and what was wrong with it.
pub(crate) type JsonError = serde_path_to_error::Error<serde_json::Error>;

/// Reads `json`. The path to a mistake is found by reading a second time, so that the first costs nothing extra.
pub(crate) fn from_slice<T: DeserializeOwned>(json: &[u8]) -> Result<T, JsonError> {
    let json = without_bom(json);
    match serde_json::from_slice(json) {
        Ok(value) => Ok(value),
        Err(_) => read_again(json),
    }
}

#[cold]
fn read_again<T: DeserializeOwned>(json: &[u8]) -> Result<T, JsonError> {
    let mut deserializer = serde_json::Deserializer::from_slice(json);
    let mut track = serde_path_to_error::Track::new();
    let deserializer_with_path =
        serde_path_to_error::Deserializer::new(&mut deserializer, &mut track);
    match T::deserialize(deserializer_with_path) {
        Ok(value) => match deserializer.end() {
            Ok(()) => Ok(value),
            Err(error) => Err(JsonError::new(track.path(), error)),
        },
        Err(error) => Err(JsonError::new(track.path(), error)),
    }
}

/// Some services put a byte order mark before their JSON, where RFC 8259 allows a reader to skip it.
pub(crate) fn without_bom(json: &[u8]) -> &[u8] {
    json.strip_prefix(b"\xef\xbb\xbf").unwrap_or(json)
}
