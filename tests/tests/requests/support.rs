//! The resources of these tests.

use bytes::Bytes;
use graph_resource::{Cloud, Endpoint, Error, Request, graph_enum, graph_resource};

#[graph_resource(path = "/users/{user_id}/todo/lists", emit_type = "never")]
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct TodoList {
    #[graph(key)]
    pub(crate) id: String,
    pub(crate) display_name: Option<String>,
    pub(crate) state: Option<State>,
}

#[graph_enum]
pub(crate) enum State {
    Open,
    #[graph(unknown)]
    Unknown(String),
}

/// The request for the global cloud.
pub(crate) fn http(request: &impl Request) -> Result<http::Request<Bytes>, Error> {
    request.to_http_request(&Endpoint::new(Cloud::Global))
}

/// Returns what `request` sends as text: the first line, a line for each header, and the body.
pub(crate) fn text(request: &impl Request) -> String {
    let request = http(request).unwrap();
    let mut lines = vec![format!("{} {}", request.method(), request.uri())];
    let headers = request.headers().iter();
    let mut headers: Vec<_> = headers
        .map(|(name, value)| format!("{name}: {}", value.to_str().unwrap()))
        .collect();
    headers.sort();
    lines.extend(headers);
    lines.push(String::from_utf8(request.body().to_vec()).unwrap());
    lines.join("\n")
}
