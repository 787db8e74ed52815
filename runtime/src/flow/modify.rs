use std::fmt;

use bytes::Bytes;
use http::header::ETAG;
use serde_json::{Map, Value};

use crate::answer::{self, Modified, Outcome};
use crate::client::Client;
use crate::encoding::without_bom;
use crate::endpoint::Endpoint;
use crate::error::Error;
use crate::model::{Patch, PropertyWriter, WriteProperties, other_type};
use crate::odata::names;
use crate::request::{Get, Request, Update, Write, WriteRequest};
use crate::resource::{Resource, Updatable};

/// The default number of conflicts after which the item is read and edited again.
const MAX_CONFLICTS: u32 = 4;

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
    edit: F,
    max_conflicts: u32,
}

impl<R: Resource> Get<R> {
    /// Reads the item, edits it, and sends the difference as an update with `If-Match`. If somebody else has changed the item in between, it
    /// is read and edited again, so that no change is lost: `edit` can be called several times, each time with the current item.
    ///
    /// The update names the type that the item has, if that is derived from the type of the struct.
    ///
    /// Changes of properties that an update must not contain are ignored. If nothing else is changed, nothing is sent. The headers of this
    /// request, such as `Prefer`, are also sent with the update; its query options are not. Properties that `$select` omits are absent in
    /// `edit`.
    pub const fn modify<F: FnMut(&mut R)>(self, edit: F) -> Modify<R, F>
    where
        R: Updatable,
    {
        Modify {
            get: self,
            edit,
            max_conflicts: MAX_CONFLICTS,
        }
    }
}

impl<R: Updatable, F: FnMut(&mut R)> Modify<R, F> {
    /// Sets the number of conflicts after which the item is read and edited again. The default is 4; with 0, the first conflict is an error.
    pub const fn with_max_conflicts(mut self, max_conflicts: u32) -> Self {
        self.max_conflicts = max_conflicts;
        self
    }

    /// Reads, edits and updates the item until no concurrent change interferes. Dropping the future abandons the modification, whose update
    /// the service may have executed by then.
    ///
    /// # Errors
    ///
    /// Those of the read and of the update. After too many conflicts, the last one is returned, for which [`Error::is_edit_conflict`] is true.
    /// If the item has no etag, the error is an [`ErrorKind::UnexpectedAnswer`](crate::ErrorKind::UnexpectedAnswer) and nothing is updated,
    /// since the change of somebody else could be lost. If that is acceptable, get the item, change a clone, and send the patch `between` them
    /// as an update.
    pub fn send(
        mut self,
        client: &Client,
    ) -> impl Future<Output = Result<Modified<R>, Error>> + use<R, F> {
        let client = client.clone();
        async move {
            let request = Read(self.get);
            loop {
                let mut read = client.execute(&request).await?;
                (self.edit)(&mut read.value.after);
                let patch = R::Patch::between(&read.value.before, &read.value.after);
                if patch.is_empty() {
                    return Ok(Modified::Unchanged(read.value.before));
                }
                let Some(etag) = etag(read.response()) else {
                    return Err(read.reject(NO_ETAG));
                };
                let (Edited { before, after }, response) = read.into_parts();
                drop(after);
                let body = response.into_body();
                let update = request.update(etag, patch, other_type(&body, R::TYPE));
                match client.execute(&update).await {
                    Ok(updated) => {
                        let etag = etag_header(updated.response()).map(str::to_owned);
                        let expected = || expected(before, &body, etag, update.patch);
                        return Ok(modified(updated.value, expected));
                    }
                    Err(error) if error.is_edit_conflict() && self.max_conflicts > 0 => {
                        self.max_conflicts -= 1;
                    }
                    Err(error) => return Err(error),
                }
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

/// A request that reads the item twice from the same answer, since a resource need not be `Clone`.
struct Read<R>(Get<R>);

/// An item before and after it is edited.
struct Edited<R> {
    before: R,
    after: R,
}

impl<R: Resource> Request for Read<R> {
    type Answer = Edited<R>;

    fn to_http_request(&self, endpoint: &Endpoint) -> Result<http::Request<Bytes>, Error> {
        self.0.to_http_request(endpoint)
    }

    fn path_template(&self) -> &'static str {
        self.0.path_template()
    }

    fn read_answer(response: &http::Response<Bytes>) -> Result<Edited<R>, Error> {
        Ok(Edited {
            before: answer::read(response)?,
            after: answer::read(response)?,
        })
    }
}

impl<R: Updatable> Read<R> {
    fn update(
        &self,
        etag: String,
        patch: R::Patch,
        odata_type: Option<String>,
    ) -> ConditionalUpdate<R> {
        let mut write = Write::update(self.0.parts.to_write(etag));
        if let Some(odata_type) = odata_type {
            write.name_type(&odata_type);
        }
        ConditionalUpdate { write, patch }
    }
}

/// An update with `If-Match`.
struct ConditionalUpdate<R: Resource> {
    write: Write<Update>,
    patch: R::Patch,
}

impl<R: Resource> WriteProperties for ConditionalUpdate<R> {
    fn write(&self, writer: &mut PropertyWriter<'_>) {
        self.patch.write(writer);
    }
}

impl<R: Resource> WriteRequest for ConditionalUpdate<R> {
    type Resource = R;
    type Kind = Update;

    fn write_to(&self) -> &Write<Update> {
        &self.write
    }
}

fn modified<R>(outcome: Outcome<R>, expected: impl FnOnce() -> R) -> Modified<R> {
    match outcome {
        Outcome::Representation(resource) => Modified::Updated(resource),
        Outcome::NoContent => Modified::Updated(expected()),
        Outcome::Accepted => Modified::Accepted(expected()),
    }
}

/// Returns the resource as it is expected after an update without a representation in the answer, and with the new etag.
fn expected<R: Resource>(before: R, body: &[u8], etag: Option<String>, patch: R::Patch) -> R {
    let mut resource = with_etag(body, etag).unwrap_or(before);
    patch.apply_to(&mut resource);
    resource
}

fn with_etag<R: Resource>(body: &[u8], etag: Option<String>) -> Option<R> {
    let mut resource: Map<String, Value> = serde_json::from_slice(without_bom(body)).ok()?;
    match etag {
        Some(etag) => resource.insert(names::ETAG.to_owned(), Value::String(etag)),
        None => resource.remove(names::ETAG),
    };
    serde_json::from_slice(&serde_json::to_vec(&resource).ok()?).ok()
}

/// Returns the etag in the header, or else that in the resource.
fn etag(response: &http::Response<Bytes>) -> Option<String> {
    if let Some(etag) = etag_header(response) {
        return Some(etag.to_owned());
    }
    let resource: Value = serde_json::from_slice(without_bom(response.body())).ok()?;
    Some(resource.get(names::ETAG)?.as_str()?.to_owned())
}

fn etag_header(response: &http::Response<Bytes>) -> Option<&str> {
    response.headers().get(ETAG)?.to_str().ok()
}
