mod edit;
mod expected;
mod read;
mod removed;
mod resolution;
mod rounds;

use std::borrow::Cow;
use std::fmt;

use bytes::Bytes;

use crate::answer::{Modified, Outcome};
use crate::client::Client;
use crate::error::Error;
use crate::model::{Patch, other_type};
use crate::request::Get;
use crate::resource::{Resource, Updatable};

use edit::Edit;
use expected::{expected, is_whole, overlaid};
use read::{Edited, Read, etag, etag_header};
use resolution::{Doubt, Resolution};
use rounds::Rounds;

/// The default number of conflicts after which the item is read and edited again. A hundred tasks that edit one item at the same time need
/// some fifteen.
const MAX_CONFLICTS: u32 = 30;

const NO_ETAG: &str = "the answer has no etag: nothing was updated, since an update without one could overwrite the change of somebody else";

/// A modification of one item: it is read, edited, and updated if it has not been changed in between. Created by [`Get::modify`].
///
/// ```
/// use graph_resource::{Client, Error, Modified, graph_resource};
///
/// #[graph_resource(path = "/planner/tasks")]
/// #[derive(Debug)]
/// pub struct PlannerTask {
///     #[graph(key)]
///     pub id: String,
///     pub title: String,
///     pub percent_complete: Option<i32>,
/// }
///
/// /// Adds ten percent, even if others change the task at the same time.
/// async fn advance(client: &Client, id: &str) -> Result<PlannerTask, Error> {
///     let modified = PlannerTask::get(id)
///         .modify(|task| task.percent_complete = task.percent_complete.map(|done| (done + 10).min(100)))
///         .send(client)
///         .await?;
///     Ok(modified.into_inner())
/// }
/// # use graph_resource_emulator::Emulator;
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let emulator = Emulator::builder().serve::<PlannerTask>().start()?;
/// # let id = emulator.insert("/planner/tasks", serde_json::json!({ "title": "Pack", "percentComplete": 50 }))?;
/// # let client = Client::builder().base_url(emulator.url()).token("any").build()?;
/// # assert_eq!(advance(&client, &id).await?.percent_complete, Some(60));
/// # assert!(emulator.requests()[1].header("if-match").is_some());
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until it is sent"]
#[derive(Clone)]
pub struct Modify<R, F> {
    get: Get<R>,
    update_headers: Vec<(Cow<'static, str>, Cow<'static, str>)>,
    edit: F,
    max_conflicts: u32,
}

impl<R: Resource> Get<R> {
    /// Reads the item, edits it, and sends the difference as an update with `If-Match`. If somebody else has changed the item in between, it
    /// is read and edited again, after a delay with jitter, so that no change is lost: `edit` can be called several times, each time with the
    /// current item.
    ///
    /// The update names the type that the item has, if that is derived from the type of the struct.
    ///
    /// Changes of properties that an update must not contain are ignored. If nothing else is changed, nothing is sent. The headers of this
    /// request, such as `Prefer`, are also sent with the update; its query options are not.
    ///
    /// The item is read with every property that an update may carry. If the request states a `$select` without one of them, or none at all,
    /// the error is an [`ErrorKind::InvalidRequest`](crate::ErrorKind::InvalidRequest): an edit of what was not read would be lost.
    ///
    /// An update that replaces the item, such as a `PUT`, carries the whole of the edited item.
    ///
    /// A part that `edit` removes from a complex value which the update replaces must be declared with `#[graph(write_null)]`. Otherwise the
    /// update would not mention it, and a service that merges such values would keep it: the update is not sent, and the error names the part.
    pub const fn modify<F: FnMut(&mut R)>(self, edit: F) -> Modify<R, F>
    where
        R: Updatable,
    {
        Modify {
            get: self,
            update_headers: Vec::new(),
            edit,
            max_conflicts: MAX_CONFLICTS,
        }
    }
}

impl<R: Updatable, F: FnMut(&mut R)> Modify<R, F> {
    /// Sets the number of conflicts after which the item is read and edited again. The default is 30; with 0, the first conflict is an error.
    pub const fn with_max_conflicts(mut self, max_conflicts: u32) -> Self {
        self.max_conflicts = max_conflicts;
        self
    }

    /// Adds a header to the update alone, such as `Prefer: return=minimal`. The headers of the read are sent with both.
    ///
    /// ```
    /// # use graph_resource::graph_resource;
    /// # #[graph_resource(path = "/planner/tasks")]
    /// # pub struct PlannerTask {
    /// #     #[graph(key)]
    /// #     pub id: String,
    /// #     pub percent_complete: Option<i32>,
    /// # }
    /// let modify = PlannerTask::get("1")
    ///     .modify(|task| task.percent_complete = Some(100))
    ///     .with_update_header("Prefer", "return=minimal");
    /// ```
    pub fn with_update_header(
        mut self,
        name: impl Into<Cow<'static, str>>,
        value: impl Into<Cow<'static, str>>,
    ) -> Self {
        self.update_headers.push((name.into(), value.into()));
        self
    }

    /// Reads, edits and updates the item until no concurrent change interferes. Dropping the future abandons the modification, whose update
    /// the service may have executed by then.
    ///
    /// A conflict that follows a repeat of the update can come from its own first attempt. The item is then read again and compared: if it is
    /// as it was sent, the modification is complete; if what was edited is as before, it is edited again; otherwise the error is returned, for
    /// which [`Error::is_unknown_outcome`] is true.
    ///
    /// # Errors
    ///
    /// Those of the read and of the update. After too many conflicts, the last one is returned, for which [`Error::is_edit_conflict`] is true;
    /// [`Error::conflicts`] returns their number, and [`Error::attempts`] that of all attempts.
    ///
    /// If the item has no etag, the error is an [`ErrorKind::UnexpectedAnswer`](crate::ErrorKind::UnexpectedAnswer) and nothing is updated,
    /// since the change of somebody else could be lost. If that is acceptable, get the item, change a clone, and send the patch `between` them
    /// as an update. An update that would not say what was removed is an [`ErrorKind::InvalidRequest`](crate::ErrorKind::InvalidRequest).
    pub fn send(
        mut self,
        client: &Client,
    ) -> impl Future<Output = Result<Modified<R>, Error>> + use<R, F> {
        let client = client.clone();
        async move {
            let request = Read::new(self.get, self.update_headers)?;
            let mut rounds = Rounds::new(self.max_conflicts);
            let mut doubt: Option<Doubt<R>> = None;
            loop {
                let mut read = rounds.count(client.execute(&request).await)?;
                if let Some(doubt) = doubt.take() {
                    match doubt.resolve(&mut read.value) {
                        Resolution::Executed => return Ok(Modified::Updated(read.value.before)),
                        Resolution::NotExecuted => {}
                        Resolution::Unknown(error) => return Err(rounds.complete(error)),
                    }
                }
                (self.edit)(&mut read.value.after);
                let patch = R::Patch::between(&read.value.before, &read.value.after);
                if patch.is_empty() {
                    return Ok(Modified::Unchanged(read.value.before));
                }
                let Some(etag) = etag(read.response()) else {
                    return Err(rounds.complete(read.reject(NO_ETAG)));
                };
                let (Edited { before, after }, response) = read.into_parts();
                drop(after);
                let odata_type = other_type(response.body(), R::TYPE);
                let update = Edit::new(request.to_update(etag), before, patch, odata_type);
                match rounds.count(client.execute(&update).await) {
                    Ok(updated) => {
                        let (outcome, answer) = updated.into_parts();
                        return modified(outcome, &answer, &response, update.patch);
                    }
                    Err(error) if error.is_outdated() => {
                        let error = rounds.conflict(error)?;
                        if error.is_unknown_outcome() {
                            doubt = Some(Doubt::new(&response, update.patch, error)?);
                        }
                    }
                    Err(error) => return Err(error),
                }
                Client::pause_after_conflict(rounds.conflicts()).await;
            }
        }
    }
}

impl<R, F> fmt::Debug for Modify<R, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Modify")
            .field("get", &self.get)
            .field("max_conflicts", &self.max_conflicts)
            .finish_non_exhaustive()
    }
}

/// Returns the resource after an update: as `answer` has it or, for what that lacks, as it was `read` and with the patch applied.
fn modified<R: Updatable>(
    outcome: Outcome<R>,
    answer: &http::Response<Bytes>,
    read: &http::Response<Bytes>,
    patch: R::Patch,
) -> Result<Modified<R>, Error> {
    let expected = |patch| expected(read, etag_header(answer).map(str::to_owned), patch);
    Ok(match outcome {
        Outcome::Representation(resource) if is_whole(answer, read) => Modified::Updated(resource),
        Outcome::Representation(_) | Outcome::Incomplete(_) => {
            Modified::Updated(overlaid(&expected(patch)?, answer)?)
        }
        Outcome::NoContent => Modified::Updated(expected(patch)?),
        Outcome::Accepted => Modified::Accepted(expected(patch)?),
    })
}
