use std::fmt;
use std::future::{Future, pending};
use std::path::PathBuf;

use tokio::io::{AsyncRead, AsyncSeek};

use super::run::{FRAGMENT_UNIT, Rules, Run, stopped};
use super::session::UploadSession;
use super::uploaded::Uploaded;
use crate::client::Client;
use crate::error::Error;
use crate::request::{Request, Retry};

/// The largest fragment.
const MAX_FRAGMENT: u64 = 60 << 20;

/// The fragments of an upload that sets nothing: 10 MiB, as the documentation advises for fast connections.
const DEFAULT_FRAGMENT: u64 = 10 << 20;

/// An upload of a file in fragments, which goes on after failures, and in another process if it has a [journal](Self::with_journal).
///
/// It begins with the request for the session, an action whose result is an [`UploadSession`], and reads from a source that can seek, such as
/// a `tokio::fs::File`.
///
/// ```
/// use graph_resource::{Client, Upload, UploadSession, graph_action, graph_resource};
///
/// #[graph_action(
///     path = "/drives/{drive_id}/items/{parent_id}:/{file_name}:/createUploadSession",
///     returns = UploadSession
/// )]
/// pub struct CreateUploadSession {}
///
/// #[graph_resource(path = "/drives/{drive_id}/items")]
/// #[derive(Debug)]
/// pub struct DriveItem {
///     #[graph(key)]
///     pub id: String,
///     pub size: Option<i64>,
/// }
///
/// # use graph_resource_emulator::{CallAnswer, Emulator};
/// # use serde_json::json;
/// # use std::io::Cursor;
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let emulator = Emulator::builder()
/// #     .serve_uploads("/drives/{drive_id}/items/{parent_id}:/{file_name}:/createUploadSession", |upload| {
/// #         CallAnswer::json(json!({ "id": "01X", "size": upload.content().len() }))
/// #     })
/// #     .start()?;
/// # let client = Client::builder().base_url(emulator.url()).token("any").build()?;
/// # let file = Cursor::new(vec![7; 1_000_000]);
/// let begin = CreateUploadSession::call("b!1", "root", "big.vhdx");
/// let uploaded = Upload::new(begin, file)
///     .send_with_progress(&client, |sent, total| println!("{sent} of {total} bytes"))
///     .await?;
/// let item: DriveItem = uploaded.item()?;
/// assert_eq!(item.size, Some(1_000_000));
/// # Ok(())
/// # }
/// ```
///
/// # What is sent where
///
/// The service gives out the URL of the session, at whatever host it is. It is asked over `https`, without the token and without the headers of
/// the application: the URL itself is the secret. No more than one fragment is in memory.
///
/// # Failures
///
/// After a failure, the service is asked which bytes it expects next, and the upload goes on there, as often as the [`Retry`] allows without
/// progress. It waits as long as a `Retry-After` asks for. If it fails for good and has no journal, the session is deleted.
#[must_use = "nothing is sent until `send`"]
pub struct Upload<Q, S> {
    begin: Q,
    source: S,
    fragment: u64,
    journal: Option<PathBuf>,
    retry: Retry,
}

impl<Q, S> Upload<Q, S>
where
    Q: Request<Answer = UploadSession> + Send,
    S: AsyncRead + AsyncSeek + Unpin + Send,
{
    /// Creates the upload of a source. The request begins the session.
    pub fn new(begin: Q, source: S) -> Self {
        Self {
            begin,
            source,
            fragment: DEFAULT_FRAGMENT,
            journal: None,
            retry: Retry::default(),
        }
    }

    /// Sets the size of the fragments in bytes, which is rounded down to a multiple of 320 KiB, and is at least that and at most 60 MiB. By default,
    /// it is 10 MiB. Attachments of Outlook have at most 4 MB.
    pub fn with_fragment_size(mut self, bytes: u64) -> Self {
        let units = bytes.clamp(FRAGMENT_UNIT, MAX_FRAGMENT) / FRAGMENT_UNIT;
        self.fragment = units * FRAGMENT_UNIT;
        self
    }

    /// Keeps the state of the upload in a file, from which the same program goes on after it was stopped, however that happened.
    ///
    /// If the file exists, the upload goes on: the source is read again up to where it was, and its length and a hash of that part are
    /// compared. If it does not exist, or the service has ended the session, a session begins. The file is removed when the upload has
    /// succeeded.
    ///
    /// The file has the URL of the session, with which anybody can write to it. On Unix, only its owner can read it.
    pub fn with_journal(mut self, path: impl Into<PathBuf>) -> Self {
        self.journal = Some(path.into());
        self
    }

    /// Sets how often and how long the upload tries to go on without progress.
    pub fn with_retry(mut self, retry: Retry) -> Self {
        self.retry = retry;
        self
    }

    /// Uploads the source.
    ///
    /// # Errors
    ///
    /// Those of the requests. An [`ErrorKind::LocalIo`](crate::ErrorKind::LocalIo) if the source cannot be read, an
    /// [`ErrorKind::Journal`](crate::ErrorKind::Journal) if the journal cannot be used or is of another source, and an
    /// [`ErrorKind::InvalidRequest`](crate::ErrorKind::InvalidRequest) if the source is empty, for which there are no sessions.
    pub fn send(
        self,
        client: &Client,
    ) -> impl Future<Output = Result<Uploaded, Error>> + use<Q, S> {
        self.send_with_progress(client, |_, _| {})
    }

    /// Uploads the source, and shows how many bytes the service has, and how many there are.
    ///
    /// # Errors
    ///
    /// Those of [`send`](Self::send).
    pub fn send_with_progress<F: FnMut(u64, u64)>(
        self,
        client: &Client,
        show: F,
    ) -> impl Future<Output = Result<Uploaded, Error>> + use<Q, S, F> {
        let client = client.clone();
        async move {
            let uploaded = self.into_run(client).run(show, pending()).await?;
            uploaded.ok_or_else(stopped)
        }
    }

    /// Uploads the source until `stop` is ready: then the session is deleted, with all that was sent, and the result is `None`.
    ///
    /// ```
    /// use graph_resource::{Client, Error, Request, Upload, UploadSession};
    ///
    /// async fn upload_for_a_minute<Q: Request<Answer = UploadSession> + Send>(
    ///     begin: Q,
    ///     file: tokio::fs::File,
    ///     client: &Client,
    /// ) -> Result<bool, Error> {
    ///     let minute = tokio::time::sleep(std::time::Duration::from_secs(60));
    ///     let uploaded = Upload::new(begin, file).send_until(client, minute, |_, _| {}).await?;
    ///     Ok(uploaded.is_some())
    /// }
    /// ```
    ///
    /// # Errors
    ///
    /// Those of [`send`](Self::send), and those of the request that deletes the session.
    pub fn send_until<F, T>(
        self,
        client: &Client,
        stop: T,
        show: F,
    ) -> impl Future<Output = Result<Option<Uploaded>, Error>> + use<Q, S, F, T>
    where
        F: FnMut(u64, u64),
        T: Future<Output = ()>,
    {
        let client = client.clone();
        async move { self.into_run(client).run(show, stop).await }
    }
}

impl<Q, S> Upload<Q, S> {
    fn into_run(self, client: Client) -> Run<Q, S> {
        let rules = Rules {
            client,
            fragment: self.fragment,
            retry: self.retry,
        };
        Run::new(self.begin, self.source, self.journal, rules)
    }
}

impl<Q: fmt::Debug, S> fmt::Debug for Upload<Q, S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Upload")
            .field("begin", &self.begin)
            .field("fragment", &self.fragment)
            .field("journal", &self.journal)
            .finish_non_exhaustive()
    }
}
