use std::fmt;
use std::sync::Mutex;
use std::time::Instant;

use bytes::Bytes;
use http::header::{AUTHORIZATION, HeaderValue};
use http::{HeaderMap, Method, Request, Response};
use serde_json::Value;

use crate::{Fault, lock};

/// All requests so far, in the order of their answers.
#[derive(Debug, Default)]
pub(crate) struct Log(Mutex<Vec<RecordedRequest>>);

impl Log {
    /// Keeps all but the token.
    pub(crate) fn record(&self, mut recorded: RecordedRequest) {
        for (name, value) in recorded.request.headers_mut() {
            if name == AUTHORIZATION {
                *value = masked(value);
            }
        }
        lock(&self.0).push(recorded);
    }

    pub(crate) fn all(&self) -> Vec<RecordedRequest> {
        lock(&self.0).clone()
    }

    pub(crate) fn clear(&self) {
        lock(&self.0).clear();
    }
}

/// The credentials without all but their scheme.
fn masked(value: &HeaderValue) -> HeaderValue {
    let scheme = value.to_str().ok().and_then(|value| value.split_once(' '));
    let masked =
        scheme.and_then(|(scheme, _)| HeaderValue::try_from(format!("{scheme} [redacted]")).ok());
    masked.unwrap_or(HeaderValue::from_static("[redacted]"))
}

/// A request that the emulator received, and how it answered.
///
/// The token in `Authorization` is masked; a body over the limit is cut off there.
///
/// ```
/// use graph_resource_emulator::Emulator;
///
/// let emulator = Emulator::builder().start()?;
/// // … after the app has sent something:
/// for request in emulator.requests() {
///     println!("{} {} {}", request.method(), request.path(), request.response().status());
/// }
/// # Ok::<(), graph_resource_emulator::EmulatorError>(())
/// ```
#[derive(Clone)]
pub struct RecordedRequest {
    pub(crate) request: Request<Bytes>,
    pub(crate) response: Response<Bytes>,
    pub(crate) fault: Option<Fault>,
    pub(crate) was_executed: bool,
    pub(crate) received_at: Instant,
}

impl RecordedRequest {
    /// The method.
    pub fn method(&self) -> &Method {
        self.request.method()
    }

    /// The path, the version included, encoded as it was sent.
    pub fn path(&self) -> &str {
        self.request.uri().path()
    }

    /// What stands behind `?`, encoded as it was sent.
    pub fn query(&self) -> Option<&str> {
        self.request.uri().query()
    }

    /// All headers.
    pub fn headers(&self) -> &HeaderMap {
        self.request.headers()
    }

    /// The first header of this name, if it is text.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers().get(name)?.to_str().ok()
    }

    /// The body.
    pub fn body(&self) -> &Bytes {
        self.request.body()
    }

    /// The body as JSON, if it is JSON.
    pub fn json(&self) -> Option<Value> {
        serde_json::from_slice(self.body()).ok()
    }

    /// The answer.
    ///
    /// Where a fault has kept it from the client, it is the one that was lost, and of status 444 if there was none.
    pub fn response(&self) -> &Response<Bytes> {
        &self.response
    }

    /// What went wrong with it, if anything was [made to](crate::Emulator::inject).
    pub const fn fault(&self) -> Option<&Fault> {
        self.fault.as_ref()
    }

    /// Whether the emulator did what it asks for: it was not refused, and no fault came before.
    pub const fn was_executed(&self) -> bool {
        self.was_executed
    }

    /// When all of it had arrived. The difference between two is how long a client has waited before it tried again.
    pub const fn received_at(&self) -> Instant {
        self.received_at
    }
}

impl fmt::Debug for RecordedRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RecordedRequest")
            .field("method", self.method())
            .field("uri", self.request.uri())
            .field("body", self.body())
            .field("status", &self.response.status())
            .field("fault", &self.fault)
            .field("was_executed", &self.was_executed)
            .finish_non_exhaustive()
    }
}
