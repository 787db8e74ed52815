use std::cmp::{Ordering, Reverse};
use std::collections::{BinaryHeap, HashMap, VecDeque};
use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use futures_util::StreamExt;
use futures_util::stream::FuturesUnordered;
use http::{HeaderMap, StatusCode};
use tokio::time::{Instant, Sleep, sleep_until};

use super::journal::{Journal, JournalEntry};
use super::pace::{Hints, Report};
use super::queue::{Queue, Waiting, lane_of};
use crate::client::{Answered, Client, Item, Verdict};
use crate::error::{Error, ErrorKind};
use crate::flow::envelope::{Carried, exchange, is_of_mailbox};
use crate::transport::BoxFuture;

/// A journal that the batches in flight share.
pub(super) type SharedJournal = Arc<dyn Journal>;

/// The result of an entry in the journal, whose error several requests have.
type Recorded = Result<(), Arc<io::Error>>;

/// The part of a run that does not depend on the types of tags and requests, which it knows by their indexes.
pub(super) struct Engine {
    client: Client,
    queue: Queue,
    in_flight: FuturesUnordered<BoxFuture<'static, Arrived>>,
    /// `true` for the index of each request in flight.
    flying: Vec<bool>,
    /// The lane of the last request, which most requests share.
    last_lane: Option<(&'static str, Arc<str>)>,
    /// The requests that wait by themselves before they are sent again.
    postponed: BinaryHeap<Reverse<Postponed>>,
    /// The requests with a key of which another one has no outcome yet, in their order.
    behind: HashMap<Arc<str>, VecDeque<Waiting>>,
    /// The keys and the names in the journal of those requests that have some.
    keys: HashMap<usize, Arc<str>>,
    names: HashMap<usize, String>,
    outcomes: VecDeque<(usize, Result<Box<Answered>, Error>)>,
    journal: Option<SharedJournal>,
    /// The reason why nothing more is sent.
    broken: Option<Arc<io::Error>>,
    is_stopped: bool,
    timer: Option<Pin<Box<Sleep>>>,
    pub(super) repeated: u64,
}

/// A request that is sent again at a time.
struct Postponed {
    at: Instant,
    waiting: Waiting,
}

/// A batch that has come back.
struct Arrived {
    judged: Vec<(Carried<usize>, Verdict)>,
    lanes: Vec<(Arc<str>, u64)>,
    journal: Recorded,
}

/// A request that has no outcome.
pub(super) struct Left {
    pub(super) index: usize,
    /// `true` if it may have been executed.
    pub(super) is_unknown: bool,
}

impl Engine {
    pub(super) fn new(client: Client, queue: Queue, journal: Option<SharedJournal>) -> Self {
        Self {
            client,
            queue,
            in_flight: FuturesUnordered::new(),
            flying: Vec::new(),
            last_lane: None,
            postponed: BinaryHeap::new(),
            behind: HashMap::new(),
            keys: HashMap::new(),
            names: HashMap::new(),
            outcomes: VecDeque::new(),
            journal,
            broken: None,
            is_stopped: false,
            timer: None,
            repeated: 0,
        }
    }

    pub(super) const fn client(&self) -> &Client {
        &self.client
    }

    pub(super) const fn journal(&self) -> Option<&SharedJournal> {
        self.journal.as_ref()
    }

    /// Returns whether the engine still sends requests.
    pub(super) const fn is_sending(&self) -> bool {
        self.broken.is_none() && !self.is_stopped
    }

    /// Sends nothing more from now on.
    pub(super) const fn stop(&mut self) {
        self.is_stopped = true;
    }

    /// Adds a request, with its key if it has to keep an order, and its name in the journal if there is one.
    pub(super) fn push(
        &mut self,
        index: usize,
        item: Item,
        workload: Option<&str>,
        order: Option<String>,
        name: Option<String>,
    ) {
        if let Some(name) = name {
            self.names.insert(index, name);
        }
        let waiting = Waiting {
            index,
            lane: self.lane_of(&item, workload),
            item,
        };
        let Some(key) = order else {
            return self.queue.push(waiting);
        };
        let key: Arc<str> = key.into();
        self.keys.insert(index, Arc::clone(&key));
        if let Some(behind) = self.behind.get_mut(&key) {
            behind.push_back(waiting);
        } else {
            self.behind.insert(key, VecDeque::new());
            self.queue.push(waiting);
        }
    }

    fn lane_of(&mut self, item: &Item, workload: Option<&str>) -> Arc<str> {
        let template = item.template();
        if workload.is_some() || item.workload().is_some() || is_of_mailbox(template) {
            return lane_of(item, workload);
        }
        match &self.last_lane {
            Some((last, lane)) if *last == template => Arc::clone(lane),
            _ => {
                let lane = lane_of(item, workload);
                self.last_lane = Some((template, Arc::clone(&lane)));
                lane
            }
        }
    }

    fn set_flying(&mut self, index: usize, is_flying: bool) {
        if index >= self.flying.len() {
            self.flying.resize(index + 1, false);
        }
        self.flying[index] = is_flying;
    }

    /// Adds the outcome of a request that is not sent.
    pub(super) fn push_outcome(&mut self, index: usize, outcome: Result<Box<Answered>, Error>) {
        self.outcomes.push_back((index, outcome));
    }

    /// Returns an outcome that is there.
    pub(super) fn pop_outcome(&mut self) -> Option<(usize, Result<Box<Answered>, Error>)> {
        self.outcomes.pop_front()
    }

    /// Returns whether there is nothing left to do.
    pub(super) fn is_idle(&self) -> bool {
        let is_waiting = self.queue.len() > 0 || !self.postponed.is_empty();
        self.in_flight.is_empty() && self.outcomes.is_empty() && !(is_waiting && self.is_sending())
    }

    /// Takes in what has arrived, and sends what may be sent. Pending if there is nothing to do before something happens.
    pub(super) fn poll(&mut self, context: &mut Context<'_>) -> Poll<()> {
        loop {
            while let Poll::Ready(Some(arrived)) = self.in_flight.poll_next_unpin(context) {
                self.settle(arrived);
            }
            if let Some(cause) = self.broken.clone() {
                self.fail_waiting(&cause);
            }
            let next = self.dispatch(Instant::now());
            // A request is sent when it is polled first, which is now and not when the outcomes that are there have been taken.
            let mut has_arrived = false;
            while let Poll::Ready(Some(arrived)) = self.in_flight.poll_next_unpin(context) {
                self.settle(arrived);
                has_arrived = true;
            }
            if has_arrived && self.outcomes.is_empty() {
                continue;
            }
            if !self.outcomes.is_empty() || self.is_idle() {
                return Poll::Ready(());
            }
            let Some(next) = next else {
                return Poll::Pending;
            };
            let timer = self
                .timer
                .get_or_insert_with(|| Box::pin(sleep_until(next)));
            if timer.deadline() != next {
                timer.as_mut().reset(next);
            }
            if timer.as_mut().poll(context).is_pending() {
                return Poll::Pending;
            }
        }
    }

    /// Sends all batches that may be sent now. Returns when to look again.
    fn dispatch(&mut self, now: Instant) -> Option<Instant> {
        if !self.is_sending() {
            return None;
        }
        while let Some(Reverse(first)) = self.postponed.peek()
            && first.at <= now
        {
            if let Some(Reverse(Postponed { waiting, .. })) = self.postponed.pop() {
                self.queue.put_back(waiting);
            }
        }
        let of_lanes = loop {
            match self.queue.next_batch(now) {
                Ok(batch) => self.send(batch),
                Err(again) => break again,
            }
        };
        let of_postponed = self.postponed.peek().map(|Reverse(first)| first.at);
        [of_lanes, of_postponed].into_iter().flatten().min()
    }

    fn send(&mut self, batch: Vec<(Waiting, u64)>) {
        let mut carried = Vec::with_capacity(batch.len());
        let mut lanes: Vec<(Arc<str>, u64)> = Vec::with_capacity(batch.len());
        for (Waiting { index, item, lane }, period) in batch {
            self.set_flying(index, true);
            self.repeated += u64::from(item.attempts() > 0);
            lanes.push((lane, period));
            carried.push(Carried {
                item,
                after: Vec::new(),
                tag: index,
            });
        }
        let client = self.client.clone();
        let Some(journal) = self.journal.clone() else {
            self.in_flight.push(Box::pin(async move {
                Arrived {
                    judged: exchange(&client, carried).await,
                    lanes,
                    journal: Ok(()),
                }
            }));
            return;
        };
        let name = |each: &Carried<usize>| self.names.get(&each.tag).cloned();
        let names: Vec<_> = carried.iter().map(name).collect();
        self.in_flight.push(Box::pin(async move {
            let (judged, journal) = journaled(&client, carried, names, &journal).await;
            Arrived {
                judged,
                lanes,
                journal,
            }
        }));
    }

    fn settle(&mut self, arrived: Arrived) {
        let Arrived {
            judged,
            lanes,
            journal,
        } = arrived;
        if let Err(cause) = journal {
            self.broken.get_or_insert(cause);
        }
        let now = Instant::now();
        self.report(now, &judged, &lanes);
        for ((carried, verdict), (lane, _)) in judged.into_iter().zip(lanes) {
            let index = carried.tag;
            self.set_flying(index, false);
            match verdict {
                Verdict::Done(outcome) => self.finish(index, outcome),
                Verdict::Again { error, wait } => {
                    let waiting = Waiting {
                        index,
                        item: carried.item,
                        lane,
                    };
                    let is_closed = |engine: &mut Self| {
                        let pace = engine.queue.pace(&waiting.lane);
                        pace.is_some_and(|pace| pace.is_closed(now))
                    };
                    // The lane waits for all of its requests.
                    if is_refusal(&error) && is_closed(self) {
                        self.queue.put_back(waiting);
                    } else {
                        let at = now + wait;
                        self.postponed.push(Reverse(Postponed { at, waiting }));
                    }
                }
            }
        }
    }

    /// Tells the paces of the lanes what the answers to a batch say.
    fn report(
        &mut self,
        now: Instant,
        judged: &[(Carried<usize>, Verdict)],
        lanes: &[(Arc<str>, u64)],
    ) {
        let mut start = 0;
        // Requests of a lane stand together.
        for group in lanes.chunk_by(|first, second| first == second) {
            let Some(((lane, period), verdicts)) = group.first().zip(judged.get(start..)) else {
                return;
            };
            start += group.len();
            let mut report = Report {
                period: *period,
                ..Report::default()
            };
            // Without timers, nothing can wait.
            if Client::can_wait() {
                let verdicts = verdicts
                    .iter()
                    .take(group.len())
                    .map(|(_, verdict)| verdict);
                for verdict in verdicts.clone() {
                    note(&mut report, verdict);
                }
                // The last one knows what is left after all of them.
                let headers = verdicts.rev().find_map(headers_of);
                report.hints = headers.map(Hints::of).unwrap_or_default();
            }
            let wait = self
                .queue
                .pace(lane)
                .and_then(|pace| pace.answered(now, group.len(), &report));
            if let Some(wait) = wait.filter(|_| !report.is_outage) {
                self.queue.tell(lane, wait);
            }
        }
    }

    /// Notes the outcome of a request, after which the next one with its key is sent.
    fn finish(&mut self, index: usize, outcome: Result<Box<Answered>, Error>) {
        if self.journal.is_some() {
            self.names.remove(&index);
        }
        self.outcomes.push_back((index, outcome));
        if self.keys.is_empty() {
            return;
        }
        let Some(key) = self.keys.remove(&index) else {
            return;
        };
        match self.behind.get_mut(&key).and_then(VecDeque::pop_front) {
            Some(next) => self.queue.push(next),
            None => drop(self.behind.remove(&key)),
        }
    }

    /// Lets all requests fail that have not been sent, since the journal cannot be written.
    fn fail_waiting(&mut self, cause: &Arc<io::Error>) {
        for Waiting { index, item, .. } in self.take_waiting() {
            self.names.remove(&index);
            let error = not_recorded(&item, cause);
            self.outcomes.push_back((index, Err(error)));
        }
    }

    fn take_waiting(&mut self) -> Vec<Waiting> {
        let mut waiting = self.queue.drain();
        let postponed = std::mem::take(&mut self.postponed).into_iter();
        waiting.extend(postponed.map(|Reverse(postponed)| postponed.waiting));
        waiting.extend(std::mem::take(&mut self.behind).into_values().flatten());
        waiting.sort_unstable_by_key(|waiting| waiting.index);
        waiting
    }

    /// Returns what is left of all requests without an outcome, in the order in which they came.
    pub(super) fn left(&mut self) -> Vec<Left> {
        let flying = std::mem::take(&mut self.flying).into_iter().enumerate();
        let flying = flying.filter(|(_, is_flying)| *is_flying);
        let flying = flying.map(|(index, _)| Left {
            index,
            is_unknown: true,
        });
        let waiting = self.take_waiting().into_iter().map(|waiting| Left {
            index: waiting.index,
            is_unknown: waiting.item.is_in_doubt(),
        });
        let mut left: Vec<_> = flying.chain(waiting).collect();
        left.sort_unstable_by_key(|left| left.index);
        left
    }
}

/// Sends a batch between the entries of a journal. Returns with it whether those could be written.
async fn journaled(
    client: &Client,
    carried: Vec<Carried<usize>>,
    names: Vec<Option<String>>,
    journal: &SharedJournal,
) -> (Vec<(Carried<usize>, Verdict)>, Recorded) {
    let sent = carried.iter().zip(&names);
    let sent = sent.filter(|(each, _)| !each.item.is_idempotent());
    let sent: Vec<_> = sent
        .filter_map(|(_, name)| name.clone().map(JournalEntry::Sent))
        .collect();
    if let Err(cause) = append(journal, sent).await {
        let judged = carried.into_iter().map(|each| {
            let error = not_recorded(&each.item, &cause);
            (each, Verdict::Done(Err(error)))
        });
        return (judged.collect(), Err(cause));
    }
    let judged = exchange(client, carried).await;
    let entries = judged
        .iter()
        .zip(names)
        .filter_map(|((each, verdict), name)| {
            let name = name?;
            match verdict {
                Verdict::Done(Ok(_)) => Some(JournalEntry::Acknowledged(name)),
                Verdict::Done(Err(error)) => {
                    let is_known = each.item.is_idempotent() || !error.is_unknown_outcome();
                    is_known.then_some(JournalEntry::Failed(name))
                }
                // It is sent again only after a wait, in which the run may be killed.
                Verdict::Again { .. } => {
                    let was_refused = !each.item.is_idempotent() && !each.item.is_in_doubt();
                    was_refused.then_some(JournalEntry::Failed(name))
                }
            }
        });
    let entries = entries.collect();
    let written = append(journal, entries).await;
    (judged, written)
}

async fn append(journal: &SharedJournal, entries: Vec<JournalEntry>) -> Recorded {
    if entries.is_empty() {
        return Ok(());
    }
    journal.append(entries).await.map_err(Arc::new)
}

/// Creates the error of a request that was not sent, because that cannot be recorded.
#[cold]
fn not_recorded(item: &Item, cause: &Arc<io::Error>) -> Error {
    let message = "the request was not sent, because the journal cannot be written";
    let error = item.error(ErrorKind::Journal, message);
    error.with_shared_source(Arc::clone(cause) as Arc<_>)
}

/// Adds to a report what one answer says.
fn note(report: &mut Report, verdict: &Verdict) {
    let Some(error) = verdict.error() else {
        report.accepted += 1;
        return;
    };
    match verdict {
        Verdict::Again { wait, .. } if is_refusal(error) => {
            report.refused += 1;
            let asked = error.retry_after().filter(|asked| !asked.is_zero());
            report.wait = report.wait.max(asked.unwrap_or(*wait));
        }
        Verdict::Again { wait, .. } if error.status().is_none() => {
            report.refused += 1;
            report.is_outage = true;
            report.wait = report.wait.max(*wait);
        }
        _ => report.accepted += 1,
    }
}

/// Returns the headers of an answer that say how much is left, if it has any.
fn headers_of(verdict: &Verdict) -> Option<&HeaderMap> {
    match verdict {
        Verdict::Done(Ok(answered)) => Some(answered.headers()),
        Verdict::Again { error, .. } if is_refusal(error) => error.headers(),
        _ => None,
    }
}

/// Returns whether the service has refused a request because of its load.
fn is_refusal(error: &Error) -> bool {
    error.is_throttled()
        || (error.status() == Some(StatusCode::SERVICE_UNAVAILABLE)
            && error
                .retry_after()
                .is_some_and(|wait| wait > Duration::ZERO))
}

impl PartialEq for Postponed {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Postponed {}

impl PartialOrd for Postponed {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Postponed {
    fn cmp(&self, other: &Self) -> Ordering {
        let key = |each: &Self| (each.at, each.waiting.index);
        key(self).cmp(&key(other))
    }
}
