#[cfg(feature = "retry")]
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderValue, Method, Response};
use tracing::field::{Empty, display};
use tracing::instrument::Instrumented;
use tracing::{Instrument, Span};

use crate::endpoint::Endpoint;
use crate::error::{Error, ErrorKind};
use crate::odata::names::REQUEST_ID;

/// The span of one request, or of one attempt at it, which OpenTelemetry calls an HTTP client span ("Semantic conventions for HTTP spans").
/// It has no `url.full`, which would contain ids.
pub(in crate::client) struct HttpSpan(Span);

impl HttpSpan {
    /// Creates the span of a request with all its attempts.
    pub(in crate::client) fn for_request(
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

    /// Creates the span of one attempt, which follows `resends` others.
    pub(in crate::client) fn for_attempt(
        method: &Method,
        template: &'static str,
        endpoint: &Endpoint,
        resends: u32,
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
        if resends > 0 {
            span.record("http.request.resend_count", resends);
        }
        Self(span)
    }

    /// Enters the span whenever the future is polled.
    pub(in crate::client) fn instrument<F: Future>(&self, future: F) -> Instrumented<F> {
        future.instrument(self.0.clone())
    }

    /// Records the status, the service's request id and the kind of error.
    pub(in crate::client) fn record_outcome(&self, answer: Result<&Response<Bytes>, &Error>) {
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

    pub(in crate::client) fn record_attempts(&self, attempts: u32) {
        self.0.record("graph.attempts", attempts);
    }
}

fn request_id(response: &Response<Bytes>) -> Option<&str> {
    response.headers().get(REQUEST_ID)?.to_str().ok()
}

/// Logs that an attempt failed and will be repeated after `wait`.
#[cfg(feature = "retry")]
pub(in crate::client) fn log_retry(error: &Error, retry_after: Option<Duration>, wait: Duration) {
    tracing::info!(
        target: "graph_resource",
        {
            http.response.status_code = error.status().map(|status| status.as_u16()),
            graph.retry_after = retry_after.map(|wait| wait.as_secs_f64()),
            graph.wait = wait.as_secs_f64(),
        },
        "will be sent again",
    );
}
