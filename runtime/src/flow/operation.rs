//! Operations that go on after their request was accepted.

use std::fmt;

use bytes::Bytes;
use serde_json::Value;

use super::polling::Polling;
use crate::answer::Response;
use crate::client::Client;
use crate::encoding::is_blank;
use crate::endpoint::Endpoint;
use crate::error::{Error, ErrorKind};
use crate::request::{Request, RequestParts};

/// The headers that name an operation, the best first ("Long running operations pattern" of the Microsoft Graph REST API guidelines).
const HEADERS: [&str; 2] = ["operation-location", "azure-asyncoperation"];

const FAILED: &str = "the operation has failed: the body of this error says how";
const TOO_LONG: &str =
    "the operation has not ended in time: the body of this error has its last state";

/// An operation that goes on after a request was accepted with `202`, such as the provisioning of a team.
///
/// ```
/// use graph_resource::{Client, LongOperation, graph_action};
///
/// #[graph_action(path = "/teams/{team_id}/clone")]
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
/// let accepted = CloneTeam::call("1", "Project X").send_with_response(&client).await?;
/// let operation = LongOperation::of(&accepted).ok_or("there is no operation")?;
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
/// An operation at another origin than that of the client, such as the monitor of a copy in a drive, is refused: it would be given the
/// token.
#[derive(Clone, PartialEq, Eq)]
#[must_use = "an operation goes on without this, but its end is not awaited"]
pub struct LongOperation {
    url: String,
}

/// What an operation has come to.
#[derive(Debug, Clone, PartialEq)]
pub struct OperationState {
    body: Value,
    progress: OperationProgress,
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
        let named = |name| response.headers().get(name)?.to_str().ok();
        let url = HEADERS.into_iter().find_map(named);
        url.or_else(|| response.location()).map(Self::at)
    }

    /// Returns the operation at a URL.
    pub fn at(url: impl Into<String>) -> Self {
        Self { url: url.into() }
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
            let mut pauses = Polling::DEFAULT.start();
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
        Poll(RequestParts::operation(self.url.clone()))
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

    /// Returns the answer of the service, such as with the id or the location of what was created.
    pub const fn body(&self) -> &Value {
        &self.body
    }
}

/// A request for the state of an operation.
struct Poll(RequestParts);

impl Request for Poll {
    type Answer = OperationState;

    fn to_http_request(&self, endpoint: &Endpoint) -> Result<http::Request<Bytes>, Error> {
        self.0.to_http_request(http::Method::GET, endpoint, None)
    }

    fn path_template(&self) -> &'static str {
        self.0.path_template()
    }

    fn read_answer(response: &http::Response<Bytes>) -> Result<OperationState, Error> {
        if is_blank(response.body()) {
            let progress = if response.status() == http::StatusCode::ACCEPTED {
                OperationProgress::Running
            } else {
                OperationProgress::Succeeded
            };
            return Ok(OperationState {
                body: Value::Null,
                progress,
            });
        }
        let body: Value = serde_json::from_slice(response.body()).map_err(|error| {
            let message = "the state of the operation is no JSON";
            Error::new(ErrorKind::UnexpectedAnswer, message).with_source(error)
        })?;
        let progress = progress(&body);
        Ok(OperationState { body, progress })
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
