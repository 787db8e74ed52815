use std::fmt::{self, Display};
use std::io;
use std::path::Path;
use std::sync::Arc;

use futures_util::Stream;
use futures_util::stream;

use super::engine::Engine;
use super::item::BulkItem;
use super::journal::{FileJournal, Journal};
use super::outcomes::Outcomes;
use super::pace::SharedPace;
use super::queue::Queue;
use crate::client::Client;
use crate::request::Request;

/// Any number of requests of one type, or of several as [`StoredRequest`](crate::StoredRequest)s, packed into batches and sent at the speed that the service allows.
///
/// ```
/// use graph_resource::{Bulk, Client, graph_resource};
///
/// #[graph_resource(path = "/users")]
/// #[derive(Debug)]
/// pub struct User {
///     #[graph(key)]
///     pub id: String,
///     pub department: Option<String>,
/// }
///
/// async fn move_all(ids: Vec<String>, client: &Client) {
///     let updates = ids.into_iter().map(|id| (id.clone(), User::update(&id).department("R&D")));
///     let mut outcomes = Bulk::new(client).send(updates);
///     while let Some((id, outcome)) = outcomes.next().await {
///         if let Err(error) = outcome {
///             eprintln!("{id}: {error}");
///         }
///     }
///     println!("{} are moved", outcomes.progress().done);
/// }
/// # use graph_resource_emulator::Emulator;
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let emulator = Emulator::builder().serve::<User>().start()?;
/// # let ids: Vec<_> = (0..30).map(|id| id.to_string()).collect();
/// # for id in &ids {
/// #     emulator.insert("/users", serde_json::json!({ "id": id }))?;
/// # }
/// # let client = Client::builder().base_url(emulator.url()).token("any").build()?;
/// # move_all(ids, &client).await;
/// # assert_eq!(emulator.get("/users/29").unwrap()["department"], "R&D");
/// # Ok(())
/// # }
/// ```
///
/// Twenty requests are in a batch, and several batches are on their way at a time. Requests to different parts of the service have lanes of
/// their own ([`BulkItem::with_workload`]): if one is throttled, the others go on. A lane is as fast as its service accepts requests:
///
/// - It waits as long as a `429` asks for, and so does each request, as often as it takes. No attempts are counted for that.
/// - Where answers tell how much is left (`RateLimit-Remaining`), it uses that and no more.
/// - Elsewhere it finds out how many are accepted in which time, keeps to that, and tries more only now and then.
///
/// If few requests of a batch are refused, only those wait, and hold up no others. A request that fails in another way is repeated by its
/// policy ([`Retry`](crate::Retry)).
///
/// Memory is limited: no more requests are taken from the source than the [window](Self::with_window) has.
#[must_use = "nothing is sent before `send` is called, and its outcomes are asked for"]
pub struct Bulk {
    client: Client,
    window: usize,
    max_batches: u32,
    journal: Option<Arc<dyn Journal>>,
    shared: Option<Arc<dyn SharedPace>>,
}

impl Bulk {
    /// Creates a run that sends with this client.
    pub fn new(client: &Client) -> Self {
        Self {
            client: client.clone(),
            window: 8192,
            max_batches: 8,
            journal: None,
            shared: None,
        }
    }

    /// Sets the number of requests that are in memory at a time. The default is 8192.
    ///
    /// It is also the number of requests among which those of an idle lane can be found while another one is throttled. Zero counts as one.
    pub const fn with_window(mut self, requests: usize) -> Self {
        self.window = if requests == 0 { 1 } else { requests };
        self
    }

    /// Sets the largest number of batches of a lane that are on their way at a time. The default is 8; requests to a mailbox of Outlook are in
    /// one batch at a time in any case. Zero counts as one.
    pub const fn with_max_batches(mut self, batches: u32) -> Self {
        self.max_batches = batches;
        self
    }

    /// Records in a file what has become of each request, and leaves out what an earlier run has recorded there.
    ///
    /// The tags of the requests are their names in the journal: each must be another one, and the same one in each run. A request that was acknowledged is not sent again and has
    /// no outcome, but counts as done. A request that must not be executed twice, and of which an earlier run has recorded only
    /// that it was sent, is not sent either: its outcome is an error that [says so](crate::Error::is_unknown_outcome). All others are sent.
    ///
    /// # Errors
    ///
    /// Those of [`FileJournal::open`].
    pub fn with_journal(self, path: impl AsRef<Path>) -> io::Result<Self> {
        Ok(self.with_custom_journal(FileJournal::open(path)?))
    }

    /// Records elsewhere what has become of each request: see [`with_journal`](Self::with_journal).
    pub fn with_custom_journal(mut self, journal: impl Journal) -> Self {
        self.journal = Some(Arc::new(journal));
        self
    }

    /// Tells other runs when the service throttles, and waits when they were told so.
    pub fn with_shared_pace(mut self, pace: Arc<dyn SharedPace>) -> Self {
        self.shared = Some(pace);
        self
    }

    /// Sends the requests of an iterator: pairs of a tag and a request, or [`BulkItem`]s.
    ///
    /// Nothing is sent before the first outcome is asked for, and the run goes on only while outcomes are asked for.
    pub fn send<'s, T, R, I>(self, requests: I) -> Outcomes<'s, T, R>
    where
        T: Display + 's,
        R: Request + 's,
        I: IntoIterator<Item: Into<BulkItem<T, R>>, IntoIter: Send + 's>,
    {
        self.send_stream(stream::iter(requests))
    }

    /// Sends the requests of a stream, which are asked for as there is room for them.
    pub fn send_stream<'s, T, R, S>(self, requests: S) -> Outcomes<'s, T, R>
    where
        T: Display + 's,
        R: Request + 's,
        S: Stream<Item: Into<BulkItem<T, R>>> + Send + 's,
    {
        let queue = Queue::new(self.max_batches, self.shared);
        let engine = Engine::new(self.client, queue, self.journal);
        Outcomes::new(engine, requests, self.window)
    }
}

impl fmt::Debug for Bulk {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Bulk")
            .field("client", &self.client)
            .field("window", &self.window)
            .field("max_batches", &self.max_batches)
            .finish_non_exhaustive()
    }
}
