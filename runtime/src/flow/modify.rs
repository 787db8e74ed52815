use std::fmt;

use bytes::Bytes;
use http::Method;
use http::header::ETAG;
use serde_json::{Map, Value};

use crate::answer::{self, Modified, Outcome};
use crate::client::Client;
use crate::encoding::without_bom;
use crate::endpoint::Endpoint;
use crate::error::{Error, ErrorKind};
use crate::model::{Patch, PropertyWriter, WriteProperties};
use crate::odata::names;
use crate::request::{Get, Request, RequestParts, Update, Write, WriteRequest};
use crate::resource::{Resource, Updatable};

/// How many conflicts are answered with another try, unless it is said otherwise.
const MAX_CONFLICTS: u32 = 4;

/// A change to one item as it is: read, edited, and written if nobody has changed it meanwhile. Made by [`Get::modify`].
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
/// /// Adds to what is done, whoever else does so at the same time.
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
    /// Reads the item, has `edit` change it, and sends what is different as an update with `If-Match`. If another has changed the item
    /// meanwhile, it is read again and edited again, so that no change is lost: `edit` must bring about the change from whatever it gets.
    ///
    /// What an update may not carry is not sent, whatever `edit` does to it; where nothing else is changed, nothing is sent. Headers of this
    /// request go with the update, too, such as a `Prefer`; its query options do not. What `$select` leaves out looks absent to `edit`.
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
    /// How many conflicts are answered with another try, 4 by default. With 0 the first is the last.
    pub const fn with_max_conflicts(mut self, max_conflicts: u32) -> Self {
        self.max_conflicts = max_conflicts;
        self
    }

    /// Reads, edits and writes, until nobody comes between. Dropping the future gives up: the update may or may not have been done by then.
    ///
    /// # Errors
    ///
    /// Those of the read and of the update. When there were too many conflicts, the last one comes back, and
    /// [`Error::is_edit_conflict`] is true of it. An answer without an etag is an [`ErrorKind::UnexpectedAnswer`], and nothing is sent, for
    /// the change of another could be lost. Where that is of no concern, do it by hand: get, change a clone, and send the `between` of both.
    pub fn send(
        mut self,
        client: &Client,
    ) -> impl Future<Output = Result<Modified<R>, Error>> + use<R, F> {
        let client = client.clone();
        async move {
            let read = Read(self.get);
            loop {
                let Original {
                    before,
                    mut after,
                    etag,
                    body,
                } = client.send(&read).await?;
                (self.edit)(&mut after);
                let patch = R::Patch::between(&before, &after);
                drop(after);
                if patch.is_empty() {
                    return Ok(Modified::Unchanged(before));
                }
                let update = read.update(etag, patch)?;
                match client.send_with_response(&update).await {
                    Ok(response) => {
                        let etag = response.etag().map(str::to_owned);
                        let expected = || expected(before, &body, etag, update.patch);
                        return Ok(match response.into_value() {
                            Outcome::Representation(resource) => Modified::Updated(resource),
                            Outcome::NoContent => Modified::Updated(expected()),
                            Outcome::Accepted => Modified::Accepted(expected()),
                        });
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

/// The read: a `Get` whose answer is read twice, since a resource need not be `Clone`.
struct Read<R>(Get<R>);

struct Original<R> {
    before: R,
    after: R,
    etag: Option<String>,
    body: Bytes,
}

impl<R: Resource> Request for Read<R> {
    type Answer = Original<R>;

    fn to_http_request(&self, endpoint: &Endpoint) -> Result<http::Request<Bytes>, Error> {
        self.0.to_http_request(endpoint)
    }

    fn path_template(&self) -> &'static str {
        self.0.path_template()
    }

    fn read_answer(response: &http::Response<Bytes>) -> Result<Original<R>, Error> {
        Ok(Original {
            before: answer::read(response)?,
            after: answer::read(response)?,
            etag: etag(response),
            body: response.body().clone(),
        })
    }
}

impl<R: Updatable> Read<R> {
    fn update(&self, etag: Option<String>, patch: R::Patch) -> Result<ConditionalUpdate<R>, Error> {
        let parts = &self.0.parts;
        match etag {
            Some(etag) => Ok(ConditionalUpdate {
                write: Write::update(parts.to_write(etag)),
                patch,
            }),
            None => Err(no_etag(parts)),
        }
    }
}

/// The update with `If-Match`.
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

/// What an update that was answered with nothing has made of the resource. Its etag is no longer the one of before.
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

/// The header, or what the resource itself says.
fn etag(response: &http::Response<Bytes>) -> Option<String> {
    let header = response.headers().get(ETAG);
    if let Some(etag) = header.and_then(|value| value.to_str().ok()) {
        return Some(etag.to_owned());
    }
    let resource: Value = serde_json::from_slice(without_bom(response.body())).ok()?;
    Some(resource.get(names::ETAG)?.as_str()?.to_owned())
}

#[cold]
fn no_etag(parts: &RequestParts) -> Error {
    let message = "the answer has no etag, without which the change of another could be lost: nothing was sent";
    Error::new(ErrorKind::UnexpectedAnswer, message)
        .with_request(&Method::GET, parts.path_template())
}
