//! Answers out of bytes, in the look of HTTP, so that a seed can be read: a status, headers, an empty line, a body.

use std::future::Future;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use bytes::Bytes;
use graph_resource::Client;
use http::{HeaderName, HeaderValue, Response, StatusCode};

/// The token that all clients here have, and that nothing may show.
pub const TOKEN: &str = "hunter2-hunter2";

/// The answer that `data` says, with a long run in the place of each `~`, so that short inputs try what is long. Whatever is no status, is
/// 200; whatever is no header, is left out. None where it says the token, which then may be shown.
#[must_use]
pub fn parse(data: &[u8]) -> Option<Response<Bytes>> {
    let run = |byte: &u8| {
        if *byte == b'~' {
            vec![b'x'; 5000]
        } else {
            vec![*byte]
        }
    };
    let data: &[u8] = &data.iter().take(4096).flat_map(run).collect::<Vec<_>>();
    if data
        .windows(TOKEN.len())
        .any(|window| window == TOKEN.as_bytes())
    {
        return None;
    }
    let (head, body) = split(data, b"\n\n");
    let mut lines = head.split(|byte| *byte == b'\n');
    let mut response = Response::new(Bytes::copy_from_slice(body));
    let status = lines
        .next()
        .and_then(|line| StatusCode::from_bytes(line).ok());
    *response.status_mut() = status.unwrap_or_default();
    for line in lines {
        let (name, value) = split(line, b":");
        if let (Ok(name), Ok(value)) = (
            HeaderName::from_bytes(name),
            HeaderValue::from_bytes(value.trim_ascii()),
        ) {
            response.headers_mut().append(name, value);
        }
    }
    Some(response)
}

/// What is before and behind the first `separator`.
fn split<'a>(data: &'a [u8], separator: &[u8]) -> (&'a [u8], &'a [u8]) {
    let at = data
        .windows(separator.len())
        .position(|window| window == separator);
    at.map_or((data, &[]), |at| {
        (&data[..at], &data[at + separator.len()..])
    })
}

/// A client that gets `response`, whatever it asks for, and asks nobody but its own service.
///
/// # Panics
///
/// A request goes to another origin.
pub fn client(response: &Response<Bytes>) -> Client {
    let response = response.clone();
    let transport = move |request: http::Request<Bytes>| {
        let origin = (request.uri().scheme_str(), request.uri().authority());
        let is_home =
            matches!(origin, (Some("https"), Some(host)) if host == "graph.microsoft.com");
        assert!(is_home, "the token would go to {}", request.uri());
        std::future::ready(Ok(response.clone()))
    };
    let client = Client::builder().token(TOKEN).transport(transport).build();
    client.expect("a token and a transport are a client")
}

/// The outcome of what waits for nothing.
///
/// # Panics
///
/// It waits.
pub fn now<T>(future: impl Future<Output = T>) -> T {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(outcome) => outcome,
        Poll::Pending => panic!("nothing is there to be waited for"),
    }
}
