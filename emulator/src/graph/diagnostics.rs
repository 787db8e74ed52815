use std::time::SystemTime;

use bytes::Bytes;
use http::header::{DATE, HeaderName};
use http::{HeaderMap, HeaderValue, Response};
use serde_json::json;
use uuid::Uuid;

use crate::http::response::{self, set_header};

use super::error::GraphError;
use super::timestamps;

const REQUEST_ID: HeaderName = HeaderName::from_static("request-id");
const CLIENT_REQUEST_ID: HeaderName = HeaderName::from_static("client-request-id");
const ODATA_VERSION: HeaderName = HeaderName::from_static("odata-version");

/// The ids and the date that identify a request in its response.
pub(super) struct Diagnostics {
    request_id: String,
    client_request_id: Option<HeaderValue>,
    date: SystemTime,
}

impl Diagnostics {
    pub(super) fn new(request: &HeaderMap, date: SystemTime) -> Self {
        Self {
            request_id: Uuid::new_v4().to_string(),
            client_request_id: request.get(CLIENT_REQUEST_ID).cloned(),
            date,
        }
    }

    /// Creates a response with Graph's error body.
    pub(super) fn error_response(&self, error: GraphError) -> Response<Bytes> {
        let client_request_id = self.client_request_id.as_ref();
        let client_request_id = client_request_id.and_then(|id| id.to_str().ok());
        let timestamp = timestamps::format(self.date);
        let body = json!({
            "error": {
                "code": error.code,
                "message": error.message,
                "innerError": {
                    "date": timestamp.get(.."2026-01-01T00:00:00".len()),
                    "request-id": self.request_id,
                    "client-request-id": client_request_id.unwrap_or(&self.request_id),
                },
            },
        });
        let mut response = response::json(error.status, &body);
        if let Some((name, value)) = error.header {
            set_header(&mut response, name, &value);
        }
        response
    }

    /// Sets the headers that every response has.
    pub(super) fn set_headers(&self, response: &mut Response<Bytes>) {
        set_header(response, DATE, &httpdate::fmt_http_date(self.date));
        set_header(response, ODATA_VERSION, "4.0");
        set_header(response, REQUEST_ID, &self.request_id);
        if let Some(id) = &self.client_request_id {
            response.headers_mut().insert(CLIENT_REQUEST_ID, id.clone());
        }
    }
}
