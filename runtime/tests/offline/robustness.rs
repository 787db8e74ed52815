//! Tests that no input causes a panic: each parser gets every prefix of a sample, and randomly damaged copies.

use bytes::Bytes;
use fastrand::Rng;
use graph_resource::{
    ApiVersion, Body, Change, Client, Created, Endpoint, Page, Request, Retry, Updated,
};
use serde_json::Value;

use crate::common::{Probe, answer};

const SEED: u64 = 0x6772_6170_6800;
const ROUNDS: usize = 2000;

/// Calls `parse` with every prefix of `sample`, and with randomly damaged copies.
fn feed(sample: &[u8], mut parse: impl FnMut(&[u8])) {
    for end in 0..=sample.len() {
        parse(&sample[..end]);
    }
    let mut random = Rng::with_seed(SEED);
    for _ in 0..ROUNDS {
        parse(&damaged(sample, &mut random));
    }
}

fn damaged(sample: &[u8], random: &mut Rng) -> Vec<u8> {
    let mut bytes = sample.to_vec();
    for _ in 0..random.usize(1..8) {
        let at = random.usize(0..=bytes.len());
        match random.u8(0..3) {
            0 => bytes.insert(at, random.u8(..)),
            1 if at < bytes.len() => bytes[at] = random.u8(..),
            2 if at < bytes.len() => drop(bytes.drain(at..random.usize(at..bytes.len()))),
            _ => bytes.extend(std::iter::repeat_with(|| random.u8(..)).take(at % 32)),
        }
    }
    bytes
}

const ERROR: &[u8] = b"\xef\xbb\xbf{\"error\":{\"code\":\"c\",\"message\":{\"value\":\"m\"},\"details\":[{\"message\":\"d\"}],\
    \"innerError\":{\"code\":\"i\",\"request-id\":\"r\",\"innererror\":{\"code\":\"j\"}}}}";

#[tokio::test]
async fn any_bytes_are_an_error_of_the_service() {
    let mut bodies = Vec::new();
    feed(ERROR, |body| bodies.push(Bytes::copy_from_slice(body)));
    for body in bodies {
        let client = Client::builder()
            .token("a")
            .retry(Retry::never())
            .transport(move |_: http::Request<Body>| {
                let mut refused = answer(503, body.clone());
                for name in ["retry-after", "request-id", "content-type"] {
                    if let Ok(value) = http::HeaderValue::from_bytes(&body) {
                        refused.headers_mut().insert(name, value);
                    }
                }
                async move { Ok(refused) }
            })
            .build()
            .unwrap();
        let error = client.send(&Probe::get()).await.unwrap_err();
        let line = format!("{error} {error:?}");
        assert!(!line.chars().any(char::is_control), "{line:?}");
        assert!(!error.message().is_empty());
        let _ = (
            error.retry_after(),
            error.inner_codes().count(),
            error.client_request_id(),
        );
    }
}

#[tokio::test]
async fn any_retry_after_is_a_wait_that_a_clock_can_represent() {
    for sample in [
        "2.128",
        "Sun, 06 Nov 1994 08:49:37 GMT",
        "Sunday, 06-Nov-94 08:49:37 GMT",
        "5, 7",
        "-1",
    ] {
        let mut values = Vec::new();
        feed(sample.as_bytes(), |value| values.push(value.to_vec()));
        for value in values {
            let Ok(value) = http::HeaderValue::from_bytes(&value) else {
                continue;
            };
            let client = Client::builder()
                .token("a")
                .retry(Retry::never())
                .transport(move |_: http::Request<Body>| {
                    let mut refused = answer(429, "");
                    refused.headers_mut().insert("date", value.clone());
                    refused.headers_mut().insert("retry-after", value.clone());
                    async move { Ok(refused) }
                })
                .build()
                .unwrap();
            let error = client.send(&Probe::get()).await.unwrap_err();
            if let Some(wait) = error.retry_after() {
                assert!(
                    std::time::Instant::now().checked_add(wait).is_some(),
                    "{wait:?}"
                );
            }
        }
    }
}

#[test]
fn any_text_is_a_base_url_or_an_error() {
    for sample in [
        "https://graph.microsoft.com",
        "http://[::1]:8080/graph/v1.0",
        "https://user:secret@host:443/a?b#c",
    ] {
        feed(sample.as_bytes(), |bytes| {
            let Ok(endpoint) = Endpoint::parse(&String::from_utf8_lossy(bytes)) else {
                return;
            };
            let endpoint = endpoint.with_version(ApiVersion::Beta);
            assert!(endpoint.to_string().ends_with("/beta"));
            let _ = Probe::get().to_http_request(&endpoint);
        });
    }
}

#[test]
fn any_bytes_are_an_answer_or_an_error() {
    let page = br#"{"@odata.nextLink":"https://graph.microsoft.com/v1.0/x","@odata.count":"7","value":[{"id":"a"},null]}"#;
    feed(page, |body| {
        let _ = serde_json::from_slice::<Page<Value>>(body);
        let _ = serde_json::from_slice::<Change<String>>(body);
        for status in [200, 201, 202, 204] {
            let answer = answer(status, Bytes::copy_from_slice(body));
            let _ = Updated::<Value>::read(&answer);
            let _ = Created::<Option<Vec<u8>>>::read(&answer);
        }
    });
}
