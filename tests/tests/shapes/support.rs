//! Helpers for the tests of all shapes.

use bytes::Bytes;
use graph_resource::{Client, Cloud, Endpoint, Request};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// The request, as it goes to the global cloud.
pub(crate) fn sent(request: &impl Request) -> http::Request<Bytes> {
    request
        .to_http_request(&Endpoint::new(Cloud::Global))
        .unwrap()
}

/// The body of the request.
pub(crate) fn body(request: &impl Request) -> String {
    String::from_utf8(sent(request).into_body().to_vec()).unwrap()
}

/// Reads `json`.
pub(crate) fn read<T: DeserializeOwned>(json: Value) -> T {
    serde_json::from_value(json).unwrap()
}

/// Why `json` cannot be read as a `T`.
pub(crate) fn refusal<T: DeserializeOwned>(json: Value) -> String {
    match serde_json::from_value::<T>(json) {
        Ok(_) => panic!("it can be read"),
        Err(error) => error.to_string(),
    }
}

/// Reads `json` as text, in which the order counts, and writes it again.
pub(crate) fn rewritten<T: DeserializeOwned + Serialize>(json: &str) -> String {
    serde_json::to_string(&serde_json::from_str::<T>(json).unwrap()).unwrap()
}

/// Fails unless `json` is the same once it was read and written.
pub(crate) fn assert_unchanged<T: DeserializeOwned + Serialize>(json: &str) {
    assert_eq!(rewritten::<T>(json), json);
}

/// A client whose every answer is `200` with this body.
pub(crate) fn client_answering(body: &'static str) -> Client {
    Client::builder()
        .token("token")
        .transport(move |_: http::Request<graph_resource::Body>| {
            let response = http::Response::builder()
                .header("content-type", "application/json")
                .body(Bytes::from_static(body.as_bytes()))
                .unwrap();
            async move { Ok(response) }
        })
        .build()
        .unwrap()
}
