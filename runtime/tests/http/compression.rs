//! Tests of answers with a content encoding.

use bytes::Bytes;
use graph_resource::{Error, ErrorKind, Response, Retry, Updated};
use serde_json::Value;

use crate::common::{Probe, answer};
use crate::server::Server;

fn encoded(status: u16, encoding: &str, body: impl Into<Bytes>) -> http::Response<Bytes> {
    let mut answer = answer(status, body);
    let encoding = encoding.parse().unwrap();
    answer.headers_mut().append("content-encoding", encoding);
    answer
}

/// Sends a request that is answered so.
async fn sent(answer: http::Response<Bytes>) -> Result<Response<Updated<Value>>, Error> {
    let server = Server::answering(answer).await;
    let client = server.client().retry(Retry::never()).build().unwrap();
    client.send_with_response(&Probe::patch()).await
}

#[tokio::test]
async fn an_unknown_encoding_is_an_error_that_names_it() {
    for (encoding, named) in [
        ("br", "br"),
        ("Zstd", "Zstd"),
        ("gzip, deflate", "gzip, deflate"),
        ("identity, br", "identity, br"),
    ] {
        for method in [http::Method::PATCH, http::Method::DELETE] {
            let server =
                Server::answering(encoded(200, encoding, &b"\x0b\x02\x80{}\xff"[..])).await;
            let client = server.client().build().unwrap();
            let probe = Probe {
                method,
                ..Probe::patch()
            };
            let error = client.send(&probe).await.unwrap_err();
            assert_eq!(error.kind(), ErrorKind::UnexpectedAnswer);
            let message = format!(
                "the answer has the content encoding `{named}`, which this client cannot decode and did not ask for"
            );
            assert_eq!(error.message(), message);
            assert_eq!(error.attempts(), 1);
        }
    }
}

#[tokio::test]
async fn a_readable_answer_is_read_whatever_encoding_it_claims() {
    for encoding in ["identity", "IDENTITY", "", "utf-8", "br"] {
        let response = sent(encoded(200, encoding, r#"{"id":"4711"}"#))
            .await
            .unwrap();
        assert_eq!(
            response.into_value().representation().unwrap()["id"],
            "4711"
        );
    }
}

#[tokio::test]
async fn an_error_of_the_service_with_an_invalid_body_keeps_its_status() {
    for encoding in ["gzip", "br"] {
        let error = sent(encoded(503, encoding, "garbage")).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Service);
        assert_eq!(error.status().unwrap(), 503);
    }
}

#[cfg(not(feature = "gzip"))]
#[tokio::test]
async fn compression_is_not_requested_without_the_feature() {
    let server = Server::answering(encoded(200, "gzip", &b"\x1f\x8b\x08\xff"[..])).await;
    let client = server.client().build().unwrap();
    let error = client.send(&Probe::patch()).await.unwrap_err();
    assert!(
        error.message().contains("content encoding `gzip`"),
        "{error}"
    );
    assert!(
        !server.received()[0]
            .headers()
            .contains_key("accept-encoding")
    );
}

#[cfg(feature = "gzip")]
mod gzip {
    use std::io::Write;

    use flate2::Compression;
    use flate2::write::GzEncoder;
    #[cfg(not(feature = "reqwest"))]
    use graph_resource::HyperTransport as DefaultTransport;
    #[cfg(feature = "reqwest")]
    use graph_resource::ReqwestTransport as DefaultTransport;

    use super::*;

    const JSON: &[u8] = br#"{"id":"4711"}"#;

    fn compressed(body: &[u8]) -> Vec<u8> {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
        encoder.write_all(body).unwrap();
        encoder.finish().unwrap()
    }

    async fn assert_read(answer: http::Response<Bytes>) {
        let response = sent(answer).await.unwrap();
        assert!(!response.headers().contains_key("content-encoding"));
        assert!(!response.headers().contains_key("content-length"));
        assert_eq!(
            response.into_value().representation().unwrap()["id"],
            "4711"
        );
    }

    #[tokio::test]
    async fn compression_is_requested_and_a_compressed_answer_is_read() {
        let server = Server::answering(encoded(200, "gzip", compressed(JSON))).await;
        let client = server.client().build().unwrap();
        let updated = client.send(&Probe::patch()).await.unwrap();
        assert_eq!(updated.representation().unwrap()["id"], "4711");
        assert_eq!(server.received()[0].headers()["accept-encoding"], "gzip");
    }

    #[tokio::test]
    async fn gzip_has_two_names_in_any_letter_case_and_in_lists() {
        for encoding in [
            "gzip",
            "x-gzip",
            "GZIP",
            "X-GZip",
            "identity, x-gzip",
            ",gzip , identity",
        ] {
            assert_read(encoded(200, encoding, compressed(JSON))).await;
        }
    }

    #[tokio::test]
    async fn a_body_that_was_compressed_twice_is_read() {
        let twice = compressed(&compressed(JSON));
        assert_read(encoded(200, "gzip, x-gzip", twice.clone())).await;
        let mut answer = encoded(200, "gzip", twice);
        let again = "gzip".parse().unwrap();
        answer.headers_mut().append("content-encoding", again);
        assert_read(answer).await;
    }

    #[tokio::test]
    async fn a_body_that_was_compressed_five_times_is_not_decoded() {
        let body = (0..5).fold(JSON.to_vec(), |body, _| compressed(&body));
        let error = sent(encoded(200, "gzip,gzip,gzip,gzip,gzip", body))
            .await
            .unwrap_err();
        assert!(
            error.message().contains("`gzip, gzip, gzip, gzip, gzip`"),
            "{error}"
        );
    }

    #[tokio::test]
    async fn all_members_of_a_body_are_read() {
        let body = [compressed(&JSON[..5]), compressed(&JSON[5..])].concat();
        assert_read(encoded(200, "gzip", body)).await;
    }

    #[tokio::test]
    async fn an_empty_body_is_not_compressed_whatever_the_header_says() {
        for status in [200, 204] {
            let response = sent(encoded(status, "gzip", "")).await.unwrap();
            assert_eq!(*response.value(), Updated::NoContent);
        }
    }

    #[tokio::test]
    async fn the_size_limit_applies_to_the_decompressed_answer() {
        for (body, limit) in [(JSON.to_vec(), 12), (vec![b' '; 1 << 20], 100_000)] {
            let server = Server::answering(encoded(200, "gzip", compressed(&body))).await;
            let transport = |limit| DefaultTransport::builder().max_response_size(limit).build();
            let client = server.client().transport(transport(limit).unwrap());
            let client = client.build().unwrap();
            let error = client.send(&Probe::patch()).await.unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Transport);
            let message = format!("the answer is larger than the limit of {limit} bytes");
            assert_eq!(error.message(), message);
            assert_eq!(error.attempts(), 1);
            let client = server.client().transport(transport(body.len()).unwrap());
            let client = client.build().unwrap();
            client.send(&Probe::patch()).await.unwrap();
        }
    }

    #[tokio::test]
    async fn an_invalid_truncated_or_overlong_compressed_body_is_an_unexpected_answer() {
        let whole = compressed(JSON);
        let truncated = whole[..whole.len() - 3].to_vec();
        let mut damaged = whole.clone();
        damaged[12] ^= 0xff;
        let overlong = [&whole[..], b"garbage after the end"].concat();
        for body in [
            b"garbage".to_vec(),
            JSON.to_vec(),
            truncated,
            damaged,
            overlong,
        ] {
            let error = sent(encoded(200, "gzip", body)).await.unwrap_err();
            assert_eq!(error.kind(), ErrorKind::UnexpectedAnswer);
            assert_eq!(error.status().unwrap(), 200);
            let message = "the body of the answer is not the gzip that it is said to be";
            assert_eq!(error.message(), message);
            assert_eq!(error.attempts(), 1);
        }
    }

    #[tokio::test]
    async fn a_compressed_error_of_the_service_has_its_code() {
        let body = compressed(br#"{"error":{"code":"tooMany","message":"wait"}}"#);
        let error = sent(encoded(429, "x-gzip", body)).await.unwrap_err();
        assert_eq!(error.code(), Some("tooMany"));
        assert!(error.is_throttled());
    }
}
