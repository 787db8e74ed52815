//! Encodings of what services send: base64 in either alphabet, text with a byte order mark, and the names of content encodings.

use base64::engine::DecodePaddingMode;
use base64::engine::general_purpose::{GeneralPurpose, GeneralPurposeConfig};
use base64::{DecodeError, Engine, alphabet};
use http::HeaderMap;
use http::header::CONTENT_ENCODING;
#[cfg(feature = "batch")]
use http::header::CONTENT_TYPE;

const LENIENT: GeneralPurposeConfig =
    GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent);
const STANDARD: GeneralPurpose = GeneralPurpose::new(&alphabet::STANDARD, LENIENT);
const URL_SAFE: GeneralPurpose = GeneralPurpose::new(&alphabet::URL_SAFE, LENIENT);

/// The bytes of a text in either alphabet, padded or not.
pub(crate) fn decode(text: &str) -> Result<Vec<u8>, DecodeError> {
    if text.contains(['-', '_']) {
        URL_SAFE.decode(text)
    } else {
        STANDARD.decode(text)
    }
}

/// Returns JSON without the byte order mark that some services put before it, which RFC 8259 allows a reader to skip.
pub(crate) fn without_bom(json: &[u8]) -> &[u8] {
    json.strip_prefix(b"\xef\xbb\xbf").unwrap_or(json)
}

/// Returns whether a body has nothing but white space.
pub(crate) fn is_blank(body: &[u8]) -> bool {
    without_bom(body).trim_ascii().is_empty()
}

/// Returns whether a body is declared as JSON, if its type is declared.
#[cfg(feature = "batch")]
pub(crate) fn declares_json(headers: &HeaderMap) -> Option<bool> {
    let content = headers.get(CONTENT_TYPE)?.as_bytes();
    Some(content.windows(4).any(|word| word == b"json"))
}

/// Returns the content encodings of a body in the order in which they were applied, among them possibly `identity`, which means none.
pub(crate) fn content_encodings(headers: &HeaderMap) -> impl Iterator<Item = &str> {
    let values = headers.get_all(CONTENT_ENCODING).iter();
    values
        .flat_map(|value| value.to_str().unwrap_or("?").split(','))
        .map(str::trim_ascii)
        .filter(|name| !name.is_empty())
}
