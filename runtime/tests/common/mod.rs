//! A request and an answer for the tests of the client.

use bytes::Bytes;
use graph_resource::{Endpoint, Error, Request, Retry, Updated};
use serde_json::Value;

/// A hand-written request, since the client has to work with any implementation.
#[derive(Clone)]
pub(crate) struct Probe {
    pub(crate) method: http::Method,
    pub(crate) body: &'static str,
    /// The origin, if it is not that of the client's endpoint.
    pub(crate) origin: Option<String>,
    pub(crate) retry: Option<Retry>,
    /// The preference of the request.
    pub(crate) prefer: Option<&'static str>,
}

impl Probe {
    pub(crate) const TEMPLATE: &'static str = "/probes/{id}";

    pub(crate) fn patch() -> Self {
        Self {
            method: http::Method::PATCH,
            body: r#"{"version":null}"#,
            origin: None,
            retry: None,
            prefer: None,
        }
    }

    pub(crate) fn get() -> Self {
        Self {
            method: http::Method::GET,
            body: "",
            origin: None,
            retry: None,
            prefer: None,
        }
    }
}

impl Request for Probe {
    type Answer = Updated<Value>;

    fn to_http_request(&self, endpoint: &Endpoint) -> Result<http::Request<Bytes>, Error> {
        let origin = self.origin.clone().unwrap_or_else(|| endpoint.to_string());
        let mut request = http::Request::builder()
            .method(self.method.clone())
            .uri(format!("{origin}/probes/4711"))
            .header("content-type", "application/json")
            .body(Bytes::from_static(self.body.as_bytes()))
            .unwrap();
        if let Some(prefer) = self.prefer {
            let value = http::HeaderValue::from_static(prefer);
            request.headers_mut().insert("prefer", value);
        }
        if let Some(retry) = self.retry {
            request.extensions_mut().insert(retry);
        }
        Ok(request)
    }

    fn path_template(&self) -> &'static str {
        Self::TEMPLATE
    }

    fn read_answer(response: &http::Response<Bytes>) -> Result<Self::Answer, Error> {
        Updated::read(response)
    }
}

/// Creates an answer with a status and a body.
pub(crate) fn answer(status: u16, body: impl Into<Bytes>) -> http::Response<Bytes> {
    http::Response::builder()
        .status(status)
        .body(body.into())
        .unwrap()
}
