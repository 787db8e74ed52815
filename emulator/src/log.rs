use std::collections::VecDeque;
use std::fmt;
use std::sync::Mutex;
use std::time::Instant;

use bytes::Bytes;
use http::header::{AUTHORIZATION, HeaderValue};
use http::{HeaderMap, Method, Request, Response};
use serde_json::Value;

use crate::fault::definition::Fault;
use crate::sync::lock;

/// The largest size of all requests in the log.
const MAX_SIZE: usize = 256 << 20;

/// The requests that the emulator has answered, in this order. The oldest ones are forgotten when all of them become too large.
#[derive(Debug, Default)]
pub(crate) struct Log(Mutex<Requests>);

#[derive(Debug, Default)]
struct Requests {
    requests: VecDeque<RecordedRequest>,
    size: usize,
}

impl Requests {
    fn push(&mut self, request: RecordedRequest, limit: usize) {
        self.size += request.size();
        self.requests.push_back(request);
        while self.size > limit
            && self.requests.len() > 1
            && let Some(oldest) = self.requests.pop_front()
        {
            self.size -= oldest.size();
        }
    }
}

impl Log {
    /// Records a request without its token.
    pub(crate) fn record(&self, mut recorded: RecordedRequest) {
        for (name, value) in recorded.request.headers_mut() {
            if name == AUTHORIZATION {
                *value = redact(value);
            }
        }
        lock(&self.0).push(recorded, MAX_SIZE);
    }

    pub(crate) fn all(&self) -> Vec<RecordedRequest> {
        lock(&self.0).requests.iter().cloned().collect()
    }

    pub(crate) fn clear(&self) {
        *lock(&self.0) = Requests::default();
    }
}

/// Replaces credentials, except for their scheme.
fn redact(value: &HeaderValue) -> HeaderValue {
    let scheme = value.to_str().ok().and_then(|value| value.split_once(' '));
    let redacted =
        scheme.and_then(|(scheme, _)| HeaderValue::try_from(format!("{scheme} [redacted]")).ok());
    redacted.unwrap_or(HeaderValue::from_static("[redacted]"))
}

/// The place at which a request was received.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    Service,
    Batch,
    Elsewhere,
}

/// A request that the emulator has received, with its response.
///
/// The token in `Authorization` is redacted, and a body over the [limit](crate::EmulatorBuilder::body_limit) is cut off.
///
/// ```
/// use graph_resource::{Client, graph_resource};
/// use graph_resource_emulator::Emulator;
/// use serde_json::json;
///
/// #[graph_resource(path = "/users/{user_id}/mailboxSettings")]
/// pub struct MailboxSettings {
///     pub time_zone: Option<String>,
/// }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let emulator = Emulator::builder().serve::<MailboxSettings>().start()?;
/// let client = Client::builder().base_url(emulator.url()).token("any").build()?;
/// MailboxSettings::update("adele").time_zone("UTC").send(&client).await?;
///
/// let request = &emulator.requests()[0];
/// assert_eq!(request.method(), "PATCH");
/// assert_eq!(request.path(), "/v1.0/users/adele/mailboxSettings");
/// assert_eq!(request.json().unwrap()["timeZone"], json!("UTC"));
/// assert_eq!(request.header("authorization"), Some("Bearer [redacted]"));
/// assert_eq!(request.response().status(), 200);
/// assert!(request.was_executed());
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct RecordedRequest {
    pub(crate) request: Request<Bytes>,
    pub(crate) response: Response<Bytes>,
    pub(crate) fault: Option<Fault>,
    pub(crate) was_executed: bool,
    pub(crate) place: Place,
    pub(crate) received_at: Instant,
}

impl RecordedRequest {
    /// Returns about how many bytes the request and its response occupy.
    fn size(&self) -> usize {
        const OVERHEAD: usize = 1 << 10;
        let parts = [self.headers(), self.response.headers()];
        let headers = parts.into_iter().flatten();
        let headers: usize = headers
            .map(|(name, value)| name.as_str().len() + value.len())
            .sum();
        let uri = self.path().len() + self.query().map_or(0, str::len);
        OVERHEAD + headers + uri + self.body().len() + self.response.body().len()
    }

    /// Returns the method.
    pub fn method(&self) -> &Method {
        self.request.method()
    }

    /// Returns the path with the version, encoded as it was sent.
    pub fn path(&self) -> &str {
        self.request.uri().path()
    }

    /// Returns the query after the `?`, encoded as it was sent.
    pub fn query(&self) -> Option<&str> {
        self.request.uri().query()
    }

    /// Returns all headers.
    pub fn headers(&self) -> &HeaderMap {
        self.request.headers()
    }

    /// Returns the first header of this name, if it is text.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers().get(name)?.to_str().ok()
    }

    /// Returns the body.
    pub fn body(&self) -> &Bytes {
        self.request.body()
    }

    /// Returns the body as JSON, if it is valid JSON.
    pub fn json(&self) -> Option<Value> {
        serde_json::from_slice(self.body()).ok()
    }

    /// Returns the response.
    ///
    /// If a fault kept the response from the client, this is the lost one. If there was no response at all, its status is 444.
    pub fn response(&self) -> &Response<Bytes> {
        &self.response
    }

    /// Returns the [injected](crate::Emulator::inject) fault that the request encountered, if any.
    pub const fn fault(&self) -> Option<&Fault> {
        self.fault.as_ref()
    }

    /// Returns whether the emulator executed the request: it was not rejected, neither by a rule nor by a fault.
    pub const fn was_executed(&self) -> bool {
        self.was_executed
    }

    /// Returns whether the request came in the body of a batch. The batch itself is another request, which is recorded after those in it.
    pub const fn is_in_batch(&self) -> bool {
        matches!(self.place, Place::Batch)
    }

    /// Returns whether the request was sent to the second port of the emulator, which stands for other hosts.
    pub const fn is_elsewhere(&self) -> bool {
        matches!(self.place, Place::Elsewhere)
    }

    /// Returns the time at which the request had been received, by the emulator's [clock](crate::Clock).
    ///
    /// The difference between two of them says how long a client waited between its requests. If the clock is
    /// [manual](crate::Clock::manual) or was advanced, they cannot be compared to [`Instant::now`].
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

#[cfg(test)]
mod tests {
    use super::*;

    fn recorded(size: usize) -> RecordedRequest {
        RecordedRequest {
            request: Request::new(vec![0; size].into()),
            response: Response::default(),
            fault: None,
            was_executed: true,
            place: Place::Service,
            received_at: Instant::now(),
        }
    }

    #[test]
    fn the_oldest_requests_are_forgotten_when_all_of_them_become_too_large() {
        let mut log = Requests::default();
        for size in [1, 2, 3, 40_000, 5, 6] {
            log.push(recorded(size), 44_000);
        }
        let sizes: Vec<_> = log.requests.iter().map(|each| each.body().len()).collect();
        assert_eq!(sizes, [40_000, 5, 6]);
    }
}
