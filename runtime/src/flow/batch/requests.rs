use std::fmt;
use std::future::Future;

use bytes::Bytes;

use super::answers::BatchAnswers;
use super::handle::{BatchHandle, BatchItem, next_batch};
use super::pushed::Pushed;
use super::run::{Run, written};
use crate::client::Client;
use crate::endpoint::Endpoint;
use crate::error::Error;
use crate::request::Request;

/// Requests of any kind and number that are sent together, twenty at a time.
///
/// Each request is a request of its own: it has its own answer, headers, error and retries. A batch is no transaction. A request that is
/// [pushed after](Self::push_after) others is executed when they have succeeded.
///
/// ```
/// use graph_resource::{Batch, Client, Error, graph_resource};
///
/// #[graph_resource(path = "/users")]
/// #[derive(Debug)]
/// pub struct User {
///     #[graph(key)]
///     pub id: String,
///     pub display_name: Option<String>,
/// }
///
/// async fn rename(client: &Client) -> Result<(), Error> {
///     let mut batch = Batch::new();
///     let ada = batch.push(User::get("ada"));
///     let renamed = batch.push(User::update("bob").display_name("Robert"));
///     let deleted = batch.push_after([renamed], User::delete("charles"));
///
///     let mut answers = batch.send(client).await;
///     let ada: User = answers.take(ada)?;
///     println!("{:?}", ada.display_name);
///     answers.take(renamed)?;
///     answers.take(deleted)
/// }
/// # use graph_resource_emulator::Emulator;
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let emulator = Emulator::builder().serve::<User>().start()?;
/// # for id in ["ada", "bob", "charles"] {
/// #     emulator.insert("/users", serde_json::json!({ "id": id }))?;
/// # }
/// # let client = Client::builder().base_url(emulator.url()).token("any").build()?;
/// # rename(&client).await?;
/// # assert_eq!(emulator.get("/users/bob").unwrap()["displayName"], "Robert");
/// # assert_eq!(emulator.get("/users/charles"), None);
/// # Ok(())
/// # }
/// ```
///
/// For so many requests that they should not be in memory at once, see [`Bulk`](crate::Bulk).
#[must_use = "a batch does nothing until it is sent"]
pub struct Batch<'r> {
    id: u64,
    requests: Vec<Pushed<'r>>,
}

impl<'r> Batch<'r> {
    /// Creates a batch without requests.
    pub fn new() -> Self {
        Self {
            id: next_batch(),
            requests: Vec::new(),
        }
    }

    /// Adds a request. The handle returns its answer later, in its type.
    pub fn push<R: Request + Send + 'r>(&mut self, request: R) -> BatchHandle<R::Answer> {
        self.push_after([] as [BatchItem; 0], request)
    }

    /// Adds a request that is executed when all those before it have succeeded. If one of them fails, this one fails as well, and
    /// [says so](Error::is_failed_dependency).
    ///
    /// Graph returns no result of a request to another one: a request that needs the id of a new item is a second batch.
    ///
    /// ```
    /// # use graph_resource::{Batch, graph_resource};
    /// # #[graph_resource(path = "/users")]
    /// # pub struct User {
    /// #     #[graph(key)]
    /// #     pub id: String,
    /// #     pub account_enabled: Option<bool>,
    /// # }
    /// let mut batch = Batch::new();
    /// let disabled = batch.push(User::update("ada").account_enabled(false));
    /// let read = batch.push(User::get("ada"));
    /// // Handles of different types are a list of items.
    /// let deleted = batch.push_after([disabled.item(), read.item()], User::delete("ada"));
    /// ```
    pub fn push_after<R: Request + Send + 'r>(
        &mut self,
        after: impl IntoIterator<Item = impl Into<BatchItem>>,
        request: R,
    ) -> BatchHandle<R::Answer> {
        let mut is_foreign = false;
        let mut indexes = Vec::new();
        for BatchItem { batch, index } in after.into_iter().map(Into::into) {
            if batch != self.id {
                is_foreign = true;
            } else if !indexes.contains(&index) {
                indexes.push(index);
            }
        }
        let item = BatchItem {
            batch: self.id,
            index: self.requests.len(),
        };
        self.requests.push(Pushed {
            request: Box::new(request),
            after: indexes,
            is_foreign,
        });
        BatchHandle::new::<R>(item)
    }

    /// Returns the number of requests.
    pub const fn len(&self) -> usize {
        self.requests.len()
    }

    /// Returns whether there is no request.
    pub const fn is_empty(&self) -> bool {
        self.requests.is_empty()
    }

    /// Sends the requests, and returns their answers.
    ///
    /// The requests are split into batches of twenty, of which four are on their way at a time; requests that depend on each other stay together as far as there is
    /// room. A request that the service throttles or cannot execute for the moment is repeated by its own policy ([`Retry`](crate::Retry)),
    /// with those that depend on it. Requests to one mailbox are in one batch at a time, since Outlook executes no more than four of them
    /// at once ("Microsoft Graph service-specific throttling limits").
    ///
    /// There is no error of the whole: what prevents a batch from being sent is an error of each of its requests. Nothing is sent before the
    /// future is polled, and dropping it abandons the requests, which the service may have executed.
    pub fn send(self, client: &Client) -> impl Future<Output = BatchAnswers> + Send + use<> {
        let id = self.id;
        let run = Run::new(&self.requests, client);
        async move { BatchAnswers::new(id, run.answers().await) }
    }

    /// Builds the exact requests, except for what the client adds: `Authorization` and `User-Agent`, and a `client-request-id` for each request.
    /// They are in the order in which they are sent if all succeed.
    ///
    /// # Errors
    ///
    /// That of the first request that cannot be built.
    pub fn to_http_requests(
        &self,
        endpoint: &Endpoint,
    ) -> Result<Vec<http::Request<Bytes>>, Error> {
        written(&self.requests, endpoint)
    }
}

impl Default for Batch<'_> {
    fn default() -> Self {
        Self::new()
    }
}

/// Shows the path templates of the requests, and no data.
impl fmt::Debug for Batch<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let templates = self.requests.iter().map(|each| each.request.template());
        f.debug_list().entries(templates).finish()
    }
}
