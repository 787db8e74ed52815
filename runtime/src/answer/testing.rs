use bytes::Bytes;
use http::header::CONTENT_TYPE;

/// Creates an answer for a test.
#[allow(clippy::unwrap_used, reason = "a test that panics has failed")]
pub(super) fn answer(status: u16, content: &str, body: &'static str) -> http::Response<Bytes> {
    let response = http::Response::builder()
        .status(status)
        .header(CONTENT_TYPE, content);
    response.body(Bytes::from_static(body.as_bytes())).unwrap()
}
