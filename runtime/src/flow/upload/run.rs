use std::path::PathBuf;
use std::pin::{Pin, pin};

use http::StatusCode;
use tokio::io::{AsyncRead, AsyncSeek};

use super::fragment::Fragment;
use super::journal::UploadJournal;
use super::session::{ExpectedRange, UploadSession};
use super::source::Source;
use super::uploaded::Uploaded;
use crate::client::Client;
use crate::error::{Error, ErrorKind};
use crate::request::{Request, Retry};

/// The unit of fragments: each but the last one is a multiple of it.
pub(super) const FRAGMENT_UNIT: u64 = 320 << 10;

/// A run of an upload.
pub(super) struct Run<Q, S> {
    begin: Q,
    source: S,
    journal: Option<UploadJournal>,
    rules: Rules,
}

/// How a run goes on.
pub(super) struct Rules {
    pub(super) client: Client,
    /// The size of a fragment in bytes.
    pub(super) fragment: u64,
    pub(super) retry: Retry,
}

/// The result of a step.
enum Step {
    /// The service expects these bytes.
    Next(ExpectedRange),
    Finished(Box<Uploaded>),
}

impl<Q, S> Run<Q, S> {
    pub(super) fn new(begin: Q, source: S, journal: Option<PathBuf>, rules: Rules) -> Self {
        Self {
            begin,
            source,
            journal: journal.map(UploadJournal::new),
            rules,
        }
    }
}

impl<Q, S> Run<Q, S>
where
    Q: Request<Answer = UploadSession>,
    S: AsyncRead + AsyncSeek + Unpin,
{
    /// Uploads the source. Returns `None` if it was stopped.
    pub(super) async fn run(
        self,
        mut show: impl FnMut(u64, u64),
        stop: impl Future<Output = ()>,
    ) -> Result<Option<Uploaded>, Error> {
        let Self {
            begin,
            source,
            mut journal,
            rules,
        } = self;
        let mut transfer = Transfer {
            source: Source::new(source).await?,
            journal: journal.as_mut(),
        };
        let session = rules.session(&begin, &mut transfer).await?;
        let uploaded = {
            let upload = pin!(rules.upload(&session, &mut transfer, &mut show));
            first_of(upload, pin!(stop)).await
        };
        match (uploaded, &mut journal) {
            (None, journal) => {
                session.cancel(&rules.client).await?;
                if let Some(journal) = journal {
                    journal.remove().await?;
                }
                Ok(None)
            }
            (Some(Ok(uploaded)), journal) => {
                if let Some(journal) = journal {
                    journal.remove().await?;
                }
                Ok(Some(uploaded))
            }
            (Some(Err(error)), Some(journal)) => {
                journal.finish().await?;
                Err(error)
            }
            (Some(Err(error)), None) => {
                // The error says why the upload failed. Nobody could go on with the session.
                let _ = session.cancel(&rules.client).await;
                Err(error)
            }
        }
    }
}

/// A source, and how far it was uploaded.
struct Transfer<'j, S> {
    source: Source<S>,
    journal: Option<&'j mut UploadJournal>,
}

impl<S: AsyncRead + AsyncSeek + Unpin> Transfer<'_, S> {
    /// Records how far the service has come. The bytes are those of the last fragment, from `start` on.
    async fn record(
        &mut self,
        session: &UploadSession,
        confirmed: u64,
        start: u64,
        fragment: &[u8],
    ) -> Result<(), Error> {
        let Some(journal) = &mut self.journal else {
            return Ok(());
        };
        self.source.hash_to(confirmed, start, fragment).await?;
        let state = self.source.confirmed();
        journal.write(session.url(), &state).await
    }
}

impl Rules {
    /// Returns the session of an earlier run, or begins one.
    async fn session<S: AsyncRead + AsyncSeek + Unpin>(
        &self,
        begin: &impl Request<Answer = UploadSession>,
        transfer: &mut Transfer<'_, S>,
    ) -> Result<UploadSession, Error> {
        if let Some(journal) = &mut transfer.journal
            && let Some((url, confirmed)) = journal.read()?
        {
            transfer.source.ensure_same(&confirmed).await?;
            match UploadSession::at(url).state(&self.client).await {
                Ok(session) => return Ok(session),
                Err(error) if is_gone(&error) => journal.remove().await?,
                Err(error) => return Err(error),
            }
        }
        Ok(self.client.execute(begin).await?.into_parts().0)
    }

    async fn upload<S: AsyncRead + AsyncSeek + Unpin>(
        &self,
        session: &UploadSession,
        transfer: &mut Transfer<'_, S>,
        show: &mut impl FnMut(u64, u64),
    ) -> Result<Uploaded, Error> {
        let total = transfer.source.length();
        let begin = ExpectedRange {
            start: 0,
            end: None,
        };
        let mut next = session.first_range().unwrap_or(begin);
        transfer.record(session, next.start, 0, &[]).await?;
        show(next.start, total);
        let mut furthest = next.start;
        let mut failures = 0;
        loop {
            let start = next.start;
            if start >= total {
                let message = "the service expects more bytes than the source has";
                return Err(Error::new(ErrorKind::UnexpectedAnswer, message));
            }
            let end = self.end_of(next, total);
            let bytes = transfer.source.read(start, end - start).await?;
            let fragment = Fragment {
                session,
                bytes: bytes.clone(),
                start,
                total,
            };
            let (step, failure) = match self.send(&fragment, end == total).await {
                Ok(step) => (Some(step), None),
                Err(error) => (None, Some(error)),
            };
            match step {
                Some(Step::Finished(uploaded)) => {
                    show(total, total);
                    return Ok(*uploaded);
                }
                Some(Step::Next(expected)) => next = expected,
                None => {}
            }
            if next.start > furthest {
                furthest = next.start;
                failures = 0;
                transfer.record(session, furthest, start, &bytes).await?;
                show(furthest, total);
                continue;
            }
            failures += 1;
            let wait = failure.as_ref().and_then(Error::retry_after);
            if !Client::pause_before_resume(&self.retry, failures, wait).await {
                return Err(failure.unwrap_or_else(no_progress));
            }
            if let Some(failure) = failure {
                next = self.expected_after(session, failure, end == total).await?;
            }
        }
    }

    /// Returns the end of the fragment that begins a range.
    fn end_of(&self, next: ExpectedRange, total: u64) -> u64 {
        let end = next.end.unwrap_or(total).min(total);
        let whole = end.min(next.start.saturating_add(self.fragment));
        let units = (whole - next.start) / FRAGMENT_UNIT * FRAGMENT_UNIT;
        if whole == total || units == 0 {
            whole
        } else {
            next.start + units
        }
    }

    /// Sends a fragment. An error is returned if the upload may go on after it, and kept otherwise.
    async fn send(&self, fragment: &Fragment<'_>, is_last: bool) -> Result<Step, Error> {
        let answer = self.client.execute(fragment).await?;
        let status = answer.response().status();
        if is_last && status != StatusCode::ACCEPTED {
            return Ok(Step::Finished(Box::new(Uploaded::new(answer))));
        }
        let state = match UploadSession::read_state(answer.response()) {
            Ok(state) => state,
            Err(error) => return Err(answer.reject_with(error)),
        };
        let end = fragment.start + fragment.bytes.len() as u64;
        let next = state.first_range().unwrap_or(ExpectedRange {
            start: end,
            end: None,
        });
        Ok(Step::Next(next))
    }

    /// Asks what the service expects after a failure, or returns the error if the upload cannot go on.
    async fn expected_after(
        &self,
        session: &UploadSession,
        failure: Error,
        was_last: bool,
    ) -> Result<ExpectedRange, Error> {
        let may_go_on = match failure.status() {
            Some(StatusCode::RANGE_NOT_SATISFIABLE) => true,
            Some(status) => status.is_server_error() || failure.is_throttled(),
            None => matches!(failure.kind(), ErrorKind::Transport | ErrorKind::Timeout),
        };
        if !may_go_on {
            return Err(failure);
        }
        match session.state(&self.client).await {
            Ok(state) => state.first_range().ok_or(failure),
            // The session ends with the last fragment, whose answer was lost.
            Err(error) if is_gone(&error) && was_last => Err(failure.with_doubt(true)),
            Err(error) => Err(error),
        }
    }
}

/// Returns whether the service knows no session at the URL.
fn is_gone(error: &Error) -> bool {
    let status = error.status();
    error.is_not_found() || status == Some(StatusCode::GONE)
}

/// Returns the output of the work, or `None` if `stop` was ready before.
async fn first_of<T>(
    mut work: Pin<&mut impl Future<Output = T>>,
    mut stop: Pin<&mut impl Future<Output = ()>>,
) -> Option<T> {
    std::future::poll_fn(|context| {
        if stop.as_mut().poll(context).is_ready() {
            return std::task::Poll::Ready(None);
        }
        work.as_mut().poll(context).map(Some)
    })
    .await
}

#[cold]
fn no_progress() -> Error {
    let message =
        "the upload makes no progress: the service expects the same bytes again and again";
    Error::new(ErrorKind::UnexpectedAnswer, message)
}

#[cold]
pub(super) fn stopped() -> Error {
    Error::new(ErrorKind::NotReached, "the upload was stopped")
}
