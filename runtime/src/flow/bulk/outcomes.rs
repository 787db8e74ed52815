use std::fmt::{self, Display};
use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::task::{Context, Poll};

use futures_util::{Stream, StreamExt};

use super::cancelled::Cancelled;
use super::engine::{Engine, Left};
use super::item::BulkItem;
use super::journal::JournalState;
use super::progress::{Meter, Progress};
use crate::answer::Response;
use crate::client::{Answered, Item};
use crate::error::{Error, ErrorKind};
use crate::request::Request;

/// The outcomes of a [`Bulk`](crate::Bulk), in the order in which they come, each with the tag of its request.
///
/// It is a `Stream` as well. The run goes on while it is polled: a consumer that takes its time holds it up.
#[must_use = "the requests are sent only while outcomes are asked for"]
pub struct Outcomes<'s, T, R: Request> {
    engine: Engine,
    source: Option<Source<'s, T, R>>,
    /// The tags of the requests without an outcome, by their indexes.
    tags: Vec<Option<T>>,
    free: Vec<usize>,
    window: usize,
    progress: Progress,
    meter: Meter,
}

type Source<'s, T, R> = Pin<Box<dyn Stream<Item = BulkItem<T, R>> + Send + 's>>;

/// An outcome as it is returned.
type Outcome<T, R> = (T, Result<<R as Request>::Answer, Error>);

impl<'s, T: Display + 's, R: Request + 's> Outcomes<'s, T, R> {
    pub(super) fn new<S>(engine: Engine, source: S, window: usize) -> Self
    where
        S: Stream<Item: Into<BulkItem<T, R>>> + Send + 's,
    {
        Self {
            engine,
            source: Some(Box::pin(source.map(Into::into))),
            tags: Vec::new(),
            free: Vec::new(),
            window,
            progress: Progress::default(),
            meter: Meter::new(),
        }
    }

    /// Returns the next outcome, or `None` after the last one.
    ///
    /// It can be dropped and called again: no outcome is lost.
    #[allow(
        clippy::should_implement_trait,
        reason = "it is a future, and no iterator"
    )]
    pub fn next(&mut self) -> impl Future<Output = Option<(T, Result<R::Answer, Error>)>> {
        poll_fn(|context| self.poll_outcome(context))
    }

    /// Returns the progress so far.
    pub fn progress(&self) -> Progress {
        let total = match &self.source {
            None => Some(0),
            Some(source) => match source.size_hint() {
                (least, Some(most)) if least == most => u64::try_from(least).ok(),
                _ => None,
            },
        };
        let waiting = self.waiting() as u64;
        let progress = self.progress;
        let taken = progress.done + progress.failed + waiting;
        Progress {
            waiting,
            repeated: self.engine.repeated,
            total: total.map(|left| left + taken),
            ..progress
        }
        .at_rate(self.meter.rate())
    }

    /// Takes no more requests from the source, and sends no more batches. Outcomes of those on their way still come. After the last one,
    /// [`cancel`](Self::cancel) returns what was not sent.
    pub const fn stop(&mut self) {
        self.engine.stop();
    }

    /// Ends the run at once. Together with the outcomes that were returned, the answer says what has become of each request that was taken
    /// from the source.
    pub fn cancel(mut self) -> Cancelled<T, R::Answer> {
        let mut outcomes = Vec::new();
        while let Some((index, outcome)) = self.engine.pop_outcome() {
            outcomes.extend(self.outcome(index, outcome));
        }
        let (mut not_sent, mut unknown) = (Vec::new(), Vec::new());
        for Left { index, is_unknown } in self.engine.left() {
            let list = if is_unknown {
                &mut unknown
            } else {
                &mut not_sent
            };
            list.extend(self.tags.get_mut(index).and_then(Option::take));
        }
        Cancelled {
            outcomes,
            not_sent,
            unknown,
        }
    }

    const fn waiting(&self) -> usize {
        self.tags.len() - self.free.len()
    }

    fn poll_outcome(&mut self, context: &mut Context<'_>) -> Poll<Option<Outcome<T, R>>> {
        loop {
            while let Some((index, outcome)) = self.engine.pop_outcome() {
                if let Some(outcome) = self.outcome(index, outcome) {
                    return Poll::Ready(Some(outcome));
                }
            }
            let is_filled = self.fill(context);
            let polled = self.engine.poll(context);
            match (polled, is_filled) {
                (Poll::Ready(()), _) if !self.engine.is_idle() => {}
                (Poll::Ready(()), Poll::Ready(())) if self.source.is_none() => {
                    return Poll::Ready(None);
                }
                (Poll::Ready(()), Poll::Ready(())) if !self.engine.is_sending() => {
                    return Poll::Ready(None);
                }
                // The source has more, for which there is room again.
                (Poll::Ready(()), Poll::Ready(())) => {}
                _ => return Poll::Pending,
            }
        }
    }

    /// Takes requests from the source as far as there is room. Pending if the source is.
    fn fill(&mut self, context: &mut Context<'_>) -> Poll<()> {
        while self.engine.is_sending() && self.waiting() < self.window {
            let Some(source) = &mut self.source else {
                break;
            };
            match source.poll_next_unpin(context) {
                Poll::Ready(Some(item)) => self.take_in(item),
                Poll::Ready(None) => self.source = None,
                Poll::Pending => return Poll::Pending,
            }
        }
        Poll::Ready(())
    }

    fn take_in(&mut self, item: BulkItem<T, R>) {
        let BulkItem {
            tag,
            request,
            order,
            workload,
        } = item;
        let journal = self.engine.journal();
        let recorded = journal.map(|journal| (journal, tag.to_string()));
        let state = recorded.as_ref().map(|(journal, name)| journal.state(name));
        let state = state.unwrap_or(JournalState::New);
        let name = recorded.map(|(_, name)| name);
        if state == JournalState::Acknowledged {
            self.progress.done += 1;
            return;
        }
        let client = self.engine.client();
        let template = request.path_template();
        let built = request.to_http_request(client.endpoint());
        let item = Item::new(built, template, client).map(Item::waiting_for_service);
        let index = self.keep(tag);
        match item {
            Ok(item) if state == JournalState::Unknown && !item.is_idempotent() => {
                let message = "an earlier run has sent the request, and was ended before it recorded an answer";
                let error = item.error(ErrorKind::Transport, message).with_doubt(true);
                self.engine.push_outcome(index, Err(error));
            }
            Ok(item) => self
                .engine
                .push(index, item, workload.as_deref(), order, name),
            Err(error) => self.engine.push_outcome(index, Err(error)),
        }
    }

    /// Keeps a tag until its outcome comes, and returns its index.
    fn keep(&mut self, tag: T) -> usize {
        if let Some(index) = self.free.pop() {
            self.tags[index] = Some(tag);
            return index;
        }
        self.tags.push(Some(tag));
        self.tags.len() - 1
    }

    /// Completes an outcome with the tag, and counts it.
    fn outcome(
        &mut self,
        index: usize,
        outcome: Result<Box<Answered>, Error>,
    ) -> Option<Outcome<T, R>> {
        let tag = self.tags.get_mut(index)?.take()?;
        self.free.push(index);
        self.meter.count(1);
        let outcome = outcome.and_then(|answered| answered.read(R::read_answer));
        match &outcome {
            Ok(_) => self.progress.done += 1,
            Err(_) => self.progress.failed += 1,
        }
        Some((tag, outcome.map(Response::into_value)))
    }
}

/// Tags and requests are moved, and never pinned.
impl<T, R: Request> Unpin for Outcomes<'_, T, R> {}

impl<'s, T: Display + 's, R: Request + 's> Stream for Outcomes<'s, T, R> {
    type Item = (T, Result<R::Answer, Error>);

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.get_mut().poll_outcome(context)
    }
}

impl<T, R: Request> fmt::Debug for Outcomes<'_, T, R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Outcomes")
            .field("progress", &self.progress)
            .finish_non_exhaustive()
    }
}
