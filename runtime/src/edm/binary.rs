use std::fmt;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_core::{Deserialize, Deserializer, Serialize, Serializer};

use super::schema::EdmType;
use super::text;
use super::value::{Form, PropertyValue};
use crate::encoding;

/// Bytes, as base64 on the wire (`Edm.Binary`).
///
/// "OData JSON Format" requires the URL-safe alphabet, while Graph's documentation shows the standard one. Both are read, padded or not,
/// and the standard one is written, padded.
///
/// ```
/// use graph_resource::edm::Binary;
///
/// let hash: Binary = serde_json::from_str(r#""_-8""#)?;
/// assert_eq!(hash, [0xff, 0xef]);
/// assert_eq!(serde_json::to_string(&hash)?, r#""/+8=""#);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash, Default)]
pub struct Binary(pub Vec<u8>);

impl fmt::Debug for Binary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Binary({} bytes)", self.0.len())
    }
}

impl From<Vec<u8>> for Binary {
    fn from(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }
}

impl From<&[u8]> for Binary {
    fn from(bytes: &[u8]) -> Self {
        Self(bytes.to_vec())
    }
}

impl AsRef<[u8]> for Binary {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

impl<const N: usize> PartialEq<[u8; N]> for Binary {
    fn eq(&self, other: &[u8; N]) -> bool {
        self.0 == other
    }
}

impl PropertyValue for Binary {
    const EDM_TYPE: EdmType = EdmType::Binary;

    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        text::visit(deserializer, "base64", |text| {
            encoding::decode(text)
                .map(Self)
                .map_err(|error| error.to_string())
        })
    }

    fn write<S: Serializer>(&self, serializer: S, _: Form<'_>) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&STANDARD.encode(&self.0))
    }
}

impl<'de> Deserialize<'de> for Binary {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::read(deserializer)
    }
}

impl Serialize for Binary {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.write(serializer, Form::Representation)
    }
}
