//! The content encodings of answers ("HTTP Semantics", RFC 9110, section 8.4).

use bytes::Bytes;
use http::Response;
use http::header::CONTENT_ENCODING;

use super::failure::Failure;

/// Asks for a compressed answer, unless the request has asked for something.
#[cfg(feature = "gzip")]
pub(super) fn accept<B>(request: &mut http::Request<B>) {
    let headers = request.headers_mut();
    headers
        .entry(http::header::ACCEPT_ENCODING)
        .or_insert(http::HeaderValue::from_static("gzip"));
}

#[cfg(not(feature = "gzip"))]
pub(super) const fn accept<B>(_: &mut http::Request<B>) {}

/// Returns the most bytes that a body may have before it is decoded to at most `limit` bytes.
pub(super) fn encoded_limit(head: &Response<()>, limit: usize) -> usize {
    if cfg!(feature = "gzip") && head.headers().contains_key(CONTENT_ENCODING) {
        limit.saturating_add(limit / 256).saturating_add(1024)
    } else {
        limit
    }
}

/// Decodes the body, to at most `limit` bytes, if it has an encoding that this build supports.
///
/// Another encoding is left in the header: an answer that cannot be read for that reason is reported by its reader, which names it.
pub(super) fn decode(response: Response<Bytes>, limit: usize) -> Result<Response<Bytes>, Failure> {
    #[cfg(feature = "gzip")]
    let response = if response.headers().contains_key(CONTENT_ENCODING) {
        gzip::decode(response, limit)?
    } else {
        response
    };
    if response.body().len() > limit {
        return Err(Failure::too_large(response.map(drop), limit));
    }
    Ok(response)
}

#[cfg(feature = "gzip")]
mod gzip {
    use std::io::Read;

    use bytes::Bytes;
    use flate2::bufread::MultiGzDecoder;
    use http::header::{CONTENT_ENCODING, CONTENT_LENGTH};
    use http::{HeaderMap, Response};

    use crate::encoding::content_encodings;
    use crate::transport::failure::Failure;

    /// The most encodings of one body that are decoded. Each costs time in proportion to the limit of the size.
    const MAX_ENCODINGS: usize = 4;

    /// Decodes a body whose every encoding is `gzip`. An empty body has none, whatever the header says.
    pub(super) fn decode(
        response: Response<Bytes>,
        limit: usize,
    ) -> Result<Response<Bytes>, Failure> {
        let Some(layers) = layers(response.headers()) else {
            return Ok(response);
        };
        let (mut head, mut body) = response.into_parts();
        head.headers.remove(CONTENT_ENCODING);
        head.headers.remove(CONTENT_LENGTH);
        for _ in 0..layers {
            body = match decompress(&body, limit) {
                Ok(decompressed) if decompressed.len() <= limit => decompressed.into(),
                Ok(_) => return Err(Failure::too_large(Response::from_parts(head, ()), limit)),
                Err(error) => {
                    let head = Response::from_parts(head, ());
                    return Err(Failure::decompression(head, error));
                }
            };
        }
        Ok(Response::from_parts(head, body))
    }

    /// Returns how many times the body was compressed, or `None` if that is too often or was done otherwise.
    fn layers(headers: &HeaderMap) -> Option<usize> {
        let encodings = content_encodings(headers).filter(|encoding| !is(encoding, "identity"));
        let layers = encodings.map(|encoding| is(encoding, "gzip") || is(encoding, "x-gzip"));
        let layers: Vec<_> = layers.collect();
        (layers.len() <= MAX_ENCODINGS && !layers.contains(&false)).then_some(layers.len())
    }

    fn is(encoding: &str, name: &str) -> bool {
        encoding.eq_ignore_ascii_case(name)
    }

    /// Decompresses all members of the body, up to the first byte beyond the limit.
    fn decompress(body: &Bytes, limit: usize) -> std::io::Result<Vec<u8>> {
        let mut decompressed = Vec::new();
        if !body.is_empty() {
            let limit = u64::try_from(limit).unwrap_or(u64::MAX);
            let mut decoder = MultiGzDecoder::new(&body[..]).take(limit.saturating_add(1));
            decoder.read_to_end(&mut decompressed)?;
        }
        Ok(decompressed)
    }
}
