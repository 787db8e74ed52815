//! A client without a network.

use bytes::Bytes;
use graph_resource::Client;

/// A client whose every answer is `200` with this body.
pub(crate) fn client_answering(body: impl Into<Bytes>) -> Client {
    client_answering_with(200, body)
}

/// A client whose every answer has this status and this body.
pub(crate) fn client_answering_with(status: u16, body: impl Into<Bytes>) -> Client {
    let body = body.into();
    Client::builder()
        .token("token")
        .transport(move |_: http::Request<graph_resource::Body>| {
            let response = http::Response::builder()
                .status(status)
                .header("content-type", "application/json; charset=utf-8")
                .body(body.clone())
                .unwrap();
            async move { Ok(response) }
        })
        .build()
        .unwrap()
}
