#[cfg(feature = "retry")]
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderValue, Method, Response};
use tracing::field::{Empty, display};
use tracing::instrument::Instrumented;
use tracing::{Instrument, Span};

use crate::endpoint::Endpoint;
use crate::error::{Error, ErrorKind};

/// A span of one request, or of one attempt at it, which is what OpenTelemetry calls an HTTP client span ("Semantic conventions for HTTP
/// spans"). There is no `url.full`, since it holds ids.
pub(in crate::client) struct Observed(Span);

impl Observed {
    pub(in crate::client) fn request(
        method: &Method,
        template: &'static str,
        endpoint: &Endpoint,
        id: &HeaderValue,
    ) -> Self {
        Self(tracing::info_span!(
            target: "graph_resource",
            "request",
            otel.name = %format_args!("{method} {template}"),
            otel.kind = "internal",
            otel.status_code = Empty,
            http.request.method = %method,
            http.response.status_code = Empty,
            url.template = template,
            server.address = endpoint.host(),
            error.type = Empty,
            graph.client_request_id = id.to_str().unwrap_or_default(),
            graph.request_id = Empty,
            graph.attempts = Empty,
        ))
    }

    /// The attempt after `sent` others, in the span of its request.
    pub(in crate::client) fn attempt(
        method: &Method,
        template: &'static str,
        endpoint: &Endpoint,
        sent: u32,
    ) -> Self {
        let span = tracing::info_span!(
            target: "graph_resource",
            "attempt",
            otel.name = %format_args!("{method} {template}"),
            otel.kind = "client",
            otel.status_code = Empty,
            http.request.method = %method,
            http.request.resend_count = Empty,
            http.response.status_code = Empty,
            url.template = template,
            server.address = endpoint.host(),
            server.port = endpoint.port(),
            error.type = Empty,
            graph.request_id = Empty,
        );
        if sent > 0 {
            span.record("http.request.resend_count", sent);
        }
        Self(span)
    }

    /// The same future, in the span whenever it is polled.
    pub(in crate::client) fn around<F: Future>(&self, future: F) -> Instrumented<F> {
        future.instrument(self.0.clone())
    }

    /// What came of it.
    pub(in crate::client) fn ended(&self, answer: Result<&Response<Bytes>, &Error>) {
        let (status, id) = match answer {
            Ok(response) => (Some(response.status()), request_id(response)),
            Err(error) => (error.status(), error.request_id()),
        };
        if let Some(status) = status {
            self.0.record("http.response.status_code", status.as_u16());
        }
        if let Some(id) = id {
            self.0.record("graph.request_id", id);
        }
        if let Err(error) = answer {
            self.0.record("otel.status_code", "ERROR");
            match (error.kind(), status) {
                (ErrorKind::Service, Some(status)) => {
                    self.0.record("error.type", status.as_str());
                }
                (kind, _) => {
                    self.0
                        .record("error.type", display(format_args!("{kind:?}")));
                }
            }
        }
    }

    /// How many attempts it took.
    pub(in crate::client) fn took(&self, attempts: u32) {
        self.0.record("graph.attempts", attempts);
    }
}

fn request_id(response: &Response<Bytes>) -> Option<&str> {
    response.headers().get("request-id")?.to_str().ok()
}

/// An attempt failed, and there will be another.
#[cfg(feature = "retry")]
pub(in crate::client) fn waiting(error: &Error, asked: Option<Duration>, wait: Duration) {
    tracing::info!(
        target: "graph_resource",
        {
            http.response.status_code = error.status().map(|status| status.as_u16()),
            graph.retry_after = asked.map(|asked| asked.as_secs_f64()),
            graph.wait = wait.as_secs_f64(),
        },
        "will be sent again",
    );
}
