//! Operations that go on after their request was accepted.

use std::fmt;

use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, Method, StatusCode};
use serde_json::Value;

use super::polling::Polling;
use crate::answer::{Response, Returned, read_nothing};
use crate::client::Client;
use crate::encoding::is_blank;
use crate::endpoint::{Endpoint, origin};
use crate::error::{Error, ErrorKind};
use crate::request::{ExchangeKind, Request, RequestParts};

/// The headers that name an operation, the best first ("Long running operations pattern" of the Microsoft Graph REST API guidelines).
const HEADERS: [&str; 3] = ["operation-location", "azure-asyncoperation", "location"];

const FAILED: &str = "the operation has failed: the body of this error says how";
const TOO_LONG: &str =
    "the operation has not ended in time: the body of this error has its last state";

/// An operation that goes on after a request was accepted with `202`, such as the provisioning of a team.
///
/// ```
/// use graph_resource::{Client, LongOperation, graph_action};
///
/// #[graph_action(path = "/teams/{team_id}/clone", returns = LongOperation)]
/// pub struct CloneTeam {
///     pub display_name: String,
/// }
///
/// # use graph_resource_emulator::{CallAnswer, Emulator};
/// # use serde_json::json;
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let emulator = Emulator::builder()
/// #     .answer(http::Method::POST, "/teams/{team_id}/clone", |_| CallAnswer::accepted("/teams/1/operations/2"))
/// #     .answer(http::Method::GET, "/teams/1/operations/2", |_| {
/// #         CallAnswer::json(json!({ "status": "succeeded", "targetResourceId": "3" }))
/// #     })
/// #     .start()?;
/// # let client = Client::builder().base_url(emulator.url()).token("any").build()?;
/// let operation = CloneTeam::call("1", "Project X").send(&client).await?;
/// println!("{}", operation.url()); // can be stored: another process goes on with `LongOperation::at`
/// let ended = operation.wait(&client).await?;
/// assert_eq!(ended.body()["targetResourceId"], "3");
/// # Ok(())
/// # }
/// ```
///
/// The service is asked after a second, and then less and less often, up to every half minute, for ten minutes; not before the time in
/// `Retry-After`.
///
/// An action whose result it is starts it. [`of`](Self::of) finds it in any other answer, such as that of a create.
///
/// An operation at another origin than that of the client, such as the monitor of a copy in a drive, is asked for without the token, and only at
/// the hosts that [`ClientBuilder::monitor_host`](crate::ClientBuilder::monitor_host) knows.
#[derive(Clone, PartialEq, Eq)]
#[must_use = "an operation goes on without this, but its end is not awaited"]
pub struct LongOperation {
    url: String,
    polling: Polling,
}

/// What an operation has come to.
#[derive(Debug, Clone, PartialEq)]
pub struct OperationState {
    body: Value,
    progress: OperationProgress,
    location: Option<String>,
}

/// Whether an operation has ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum OperationProgress {
    /// It has not ended.
    Running,
    /// It has ended as it should.
    Succeeded,
    /// It has failed, or was cancelled.
    Failed,
}

impl LongOperation {
    /// Returns the operation that an answer names, in `Operation-Location`, `Azure-AsyncOperation` or `Location`.
    pub fn of<T>(response: &Response<T>) -> Option<Self> {
        Self::in_headers(response.headers())
    }

    fn in_headers(headers: &HeaderMap) -> Option<Self> {
        let named = |name| headers.get(name)?.to_str().ok();
        HEADERS.into_iter().find_map(named).map(Self::at)
    }

    /// Returns the operation at a URL.
    pub fn at(url: impl Into<String>) -> Self {
        Self {
            url: url.into(),
            polling: Polling::DEFAULT,
        }
    }

    /// Sets the delay before the second question, and the longest. Each one is about half as long again as the one before.
    pub const fn with_delay(mut self, first: Duration, longest: Duration) -> Self {
        self.polling.delay = first;
        self.polling.longest = longest;
        self
    }

    /// Sets the time after which [`wait`](Self::wait) fails. The service is asked once in any case.
    pub const fn with_timeout(mut self, time: Duration) -> Self {
        self.polling.timeout = time;
        self
    }

    /// Returns the URL, with which another process can go on.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Asks once what the operation has come to.
    ///
    /// # Errors
    ///
    /// Those of the request. A failure of the operation is no error here.
    pub fn state(
        &self,
        client: &Client,
    ) -> impl Future<Output = Result<OperationState, Error>> + use<> {
        let (client, request) = (client.clone(), self.request());
        async move { Ok(client.execute(&request).await?.into_parts().0) }
    }

    /// Waits until the operation has ended.
    ///
    /// # Errors
    ///
    /// Those of the requests. If the operation fails, an [`ErrorKind::OperationFailed`] with its [`code`](Error::code); if it takes too long, an
    /// [`ErrorKind::NotReached`]. The [`raw_body`](Error::raw_body) of both has the last state.
    pub fn wait(
        self,
        client: &Client,
    ) -> impl Future<Output = Result<OperationState, Error>> + use<> {
        self.wait_with_progress(client, |_| {})
    }

    /// Waits until the operation has ended, and shows each state.
    ///
    /// ```
    /// use graph_resource::{Client, Error, LongOperation};
    ///
    /// async fn watch(operation: LongOperation, client: &Client) -> Result<(), Error> {
    ///     let show = |state: &graph_resource::OperationState| println!("{:?} %", state.percent());
    ///     operation.wait_with_progress(client, show).await?;
    ///     Ok(())
    /// }
    /// ```
    ///
    /// # Errors
    ///
    /// Those of [`wait`](Self::wait).
    pub fn wait_with_progress<F: FnMut(&OperationState)>(
        self,
        client: &Client,
        mut show: F,
    ) -> impl Future<Output = Result<OperationState, Error>> + use<F> {
        let client = client.clone();
        async move {
            let request = self.request();
            let mut pauses = self.polling.start();
            loop {
                let read = client.execute(&request).await?;
                show(&read.value);
                match read.value.progress {
                    OperationProgress::Succeeded => return Ok(read.into_parts().0),
                    OperationProgress::Failed => {
                        return Err(read.reject_failed(FAILED));
                    }
                    OperationProgress::Running => {}
                }
                let running = read.reject_as(ErrorKind::NotReached, TOO_LONG);
                if !pauses.next(running.retry_after()).await {
                    return Err(running);
                }
            }
        }
    }

    fn request(&self) -> Poll {
        Poll(self.url.clone())
    }
}

impl Returned for LongOperation {
    fn read(response: &http::Response<Bytes>) -> Result<Self, Error> {
        read_nothing(response)?;
        Self::in_headers(response.headers()).ok_or_else(|| {
            let message =
                "the answer names no operation, neither in `Operation-Location` nor in `Location`";
            Error::new(ErrorKind::UnexpectedAnswer, message)
        })
    }
}

/// Shows no query, which may have a secret in it.
impl fmt::Debug for LongOperation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let url = self.url.split(['?', '#']).next().unwrap_or_default();
        f.debug_tuple("LongOperation").field(&url).finish()
    }
}

impl OperationState {
    /// Returns whether the operation has ended.
    pub const fn progress(&self) -> OperationProgress {
        self.progress
    }

    /// Returns the percentage that is complete, if the service says it.
    pub fn percent(&self) -> Option<f64> {
        ["percentageComplete", "percentComplete"]
            .iter()
            .find_map(|name| self.body.get(name)?.as_f64())
    }

    /// Returns the URL of what was created, if the service says it in `Location`, `resourceLocation` or `targetResourceLocation`.
    pub fn location(&self) -> Option<&str> {
        let in_body = ["resourceLocation", "targetResourceLocation"]
            .iter()
            .find_map(|name| self.body.get(name)?.as_str());
        in_body.or(self.location.as_deref())
    }

    /// Returns the answer of the service, such as with the id or the location of what was created.
    pub const fn body(&self) -> &Value {
        &self.body
    }
}

/// What stands for the path of a monitor in errors and logs: its URL is a secret.
const MONITOR: &str = "/operation";

/// A request for the state of the operation at a URL.
struct Poll(String);

impl Request for Poll {
    type Answer = OperationState;

    fn to_http_request(&self, endpoint: &Endpoint) -> Result<http::Request<Bytes>, Error> {
        let root = endpoint.uri(None, "/", &[])?;
        let Some(elsewhere) = origin::elsewhere(&root, &self.0) else {
            let parts = RequestParts::operation(self.0.clone());
            return parts.to_http_request(Method::GET, endpoint, None);
        };
        let mut request = http::Request::new(Bytes::new());
        *request.uri_mut() =
            elsewhere.map_err(|error| error.with_request(&Method::GET, MONITOR))?;
        request.extensions_mut().insert(ExchangeKind::Monitor);
        Ok(request)
    }

    fn path_template(&self) -> &'static str {
        MONITOR
    }

    fn read_answer(response: &http::Response<Bytes>) -> Result<OperationState, Error> {
        let location = response.headers().get(http::header::LOCATION);
        let location = location.and_then(|value| Some(value.to_str().ok()?.to_owned()));
        let is_elsewhere = response.status() == StatusCode::SEE_OTHER;
        if is_blank(response.body()) || is_elsewhere {
            let progress = if response.status() == StatusCode::ACCEPTED {
                OperationProgress::Running
            } else {
                OperationProgress::Succeeded
            };
            return Ok(OperationState {
                body: Value::Null,
                progress,
                location,
            });
        }
        let body: Value = serde_json::from_slice(response.body()).map_err(|error| {
            let message = "the state of the operation is no JSON";
            Error::new(ErrorKind::UnexpectedAnswer, message).with_source(error)
        })?;
        let progress = progress(&body);
        Ok(OperationState {
            body,
            progress,
            location,
        })
    }
}

/// Returns the progress that a state names. A body without a status is what the operation was about.
fn progress(body: &Value) -> OperationProgress {
    let Some(status) = body.get("status").and_then(Value::as_str) else {
        let has_failed = body.get("error").is_some_and(Value::is_object);
        return if has_failed {
            OperationProgress::Failed
        } else {
            OperationProgress::Succeeded
        };
    };
    let is = |names: &[&str]| names.iter().any(|name| name.eq_ignore_ascii_case(status));
    if is(&["succeeded", "completed"]) {
        OperationProgress::Succeeded
    } else if is(&["failed", "canceled", "cancelled", "deleteFailed"]) {
        OperationProgress::Failed
    } else {
        OperationProgress::Running
    }
}
