//! Tests of compressed answers.

use graph_resource::{ErrorKind, Retry};

use crate::common::{Probe, answer};
use crate::server::Server;

/// `{"id":"4711"}`.
#[cfg(feature = "gzip")]
const COMPRESSED: &[u8] = &[
    0x1f, 0x8b, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0xab, 0x56, 0xca, 0x4c, 0x51, 0xb2,
    0x52, 0x32, 0x31, 0x37, 0x34, 0x54, 0xaa, 0x05, 0x00, 0xbf, 0x7b, 0x2c, 0xdd, 0x0d, 0x00, 0x00,
    0x00,
];

async fn serving(status: u16, body: &'static [u8]) -> Server {
    let mut answer = answer(status, body);
    let gzip = "gzip".parse().unwrap();
    answer.headers_mut().insert("content-encoding", gzip);
    Server::answering(answer).await
}

#[cfg(feature = "gzip")]
#[tokio::test]
async fn compression_is_requested_and_a_compressed_answer_is_read() {
    let server = serving(200, COMPRESSED).await;
    let client = server.client().build().unwrap();
    let updated = client.send(&Probe::patch()).await.unwrap();
    assert_eq!(updated.representation().unwrap()["id"], "4711");
    assert_eq!(server.received()[0].headers()["accept-encoding"], "gzip");
}

#[cfg(feature = "gzip")]
#[tokio::test]
async fn the_size_limit_applies_to_the_decompressed_answer() {
    let server = serving(200, COMPRESSED).await;
    let transport = graph_resource::ReqwestTransport::builder()
        .max_response_size(12)
        .build()
        .unwrap();
    let client = server.client().transport(transport).build().unwrap();
    let error = client.send(&Probe::patch()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Transport);
    assert_eq!(
        error.message(),
        "the answer is larger than the limit of 12 bytes"
    );
}

#[tokio::test]
async fn an_invalid_compressed_body_is_an_unexpected_answer() {
    let server = serving(200, b"garbage").await;
    let client = server.client().build().unwrap();
    let error = client.send(&Probe::patch()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::UnexpectedAnswer);
    assert_eq!(error.status().unwrap(), 200);
    let message = if cfg!(feature = "gzip") {
        "the body of the answer is garbled"
    } else {
        "the answer is compressed, which it was not asked to be"
    };
    assert_eq!(error.message(), message);
    assert_eq!(error.attempts(), 1);
}

#[tokio::test]
async fn an_error_of_the_service_with_an_invalid_body_keeps_its_status() {
    let server = serving(503, b"garbage").await;
    let client = server.client().retry(Retry::never()).build().unwrap();
    let error = client.send(&Probe::patch()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Service);
    assert_eq!(error.status().unwrap(), 503);
}
