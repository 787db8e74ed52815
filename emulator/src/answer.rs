use bytes::Bytes;
use http::header::{CONTENT_TYPE, DATE, HeaderName};
use http::{HeaderMap, HeaderValue, Response, StatusCode};
use serde_core::Serialize;
use serde_json::json;
use uuid::Uuid;

use crate::refusal::Refusal;
use crate::stamp;

const JSON: HeaderValue = HeaderValue::from_static(
    "application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8",
);
const REQUEST_ID: HeaderName = HeaderName::from_static("request-id");
const CLIENT_REQUEST_ID: HeaderName = HeaderName::from_static("client-request-id");
const ODATA_VERSION: HeaderName = HeaderName::from_static("odata-version");

/// An answer without a body.
pub(crate) fn empty(status: StatusCode) -> Response<Bytes> {
    let mut response = Response::new(Bytes::new());
    *response.status_mut() = status;
    response
}

/// An answer with a JSON body.
pub(crate) fn json(status: StatusCode, body: &impl Serialize) -> Response<Bytes> {
    let mut response = empty(status);
    // Writing values with string keys to memory does not fail.
    *response.body_mut() = serde_json::to_vec(body).unwrap_or_default().into();
    response.headers_mut().insert(CONTENT_TYPE, JSON);
    response
}

/// Adds a header, if `value` can be one.
pub(crate) fn add_header(response: &mut Response<Bytes>, name: HeaderName, value: &str) {
    if let Ok(value) = HeaderValue::try_from(value) {
        response.headers_mut().insert(name, value);
    }
}

/// The ids by which a request is found again.
pub(crate) struct Ids {
    request: String,
    client: Option<HeaderValue>,
}

impl Ids {
    pub(crate) fn new(request: &HeaderMap) -> Self {
        Self {
            request: Uuid::new_v4().to_string(),
            client: request.get(CLIENT_REQUEST_ID).cloned(),
        }
    }

    /// Graph's error body.
    pub(crate) fn refusal(&self, refusal: Refusal) -> Response<Bytes> {
        let client = self.client.as_ref().and_then(|id| id.to_str().ok());
        let now = stamp::now();
        let body = json!({
            "error": {
                "code": refusal.code,
                "message": refusal.message,
                "innerError": {
                    "date": now.get(.."2026-01-01T00:00:00".len()),
                    "request-id": self.request,
                    "client-request-id": client.unwrap_or(&self.request),
                },
            },
        });
        let mut response = json(refusal.status, &body);
        if let Some((name, value)) = refusal.header {
            add_header(&mut response, name, &value);
        }
        response
    }

    /// Adds what every answer carries.
    pub(crate) fn sign(&self, response: &mut Response<Bytes>) {
        let date = httpdate::fmt_http_date(std::time::SystemTime::now());
        add_header(response, DATE, &date);
        add_header(response, ODATA_VERSION, "4.0");
        add_header(response, REQUEST_ID, &self.request);
        if let Some(id) = &self.client {
            response.headers_mut().insert(CLIENT_REQUEST_ID, id.clone());
        }
    }
}
