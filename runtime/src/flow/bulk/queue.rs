use std::collections::{HashMap, VecDeque};
use std::sync::Arc;
use std::time::Duration;

use tokio::time::Instant;

use super::pace::{Pace, SharedPace};
use crate::client::{Client, Item};
use crate::flow::envelope::{MAX_ITEMS, mailbox};

/// The requests that wait to be sent, by lane.
pub(super) struct Queue {
    lanes: HashMap<Arc<str>, Lane>,
    /// The lanes in which requests wait, in the order in which it is their turn.
    turns: VecDeque<Arc<str>>,
    /// The number of requests that wait.
    waiting: usize,
    max_batches: u32,
    shared: Option<Arc<dyn SharedPace>>,
}

/// A part of the service that throttles by itself, and the requests that wait for it.
struct Lane {
    waiting: VecDeque<Waiting>,
    pace: Pace,
}

/// A request that waits to be sent.
pub(super) struct Waiting {
    pub(super) index: usize,
    pub(super) item: Item,
    pub(super) lane: Arc<str>,
}

/// The number of lanes above which those are forgotten that nothing is known about.
const MAX_LANES: usize = 1024;

/// The longest wait that another run is believed at a time. It can be added to any clock.
const MAX_WAIT: Duration = Duration::from_secs(86_400);

impl Queue {
    pub(super) fn new(max_batches: u32, shared: Option<Arc<dyn SharedPace>>) -> Self {
        Self {
            lanes: HashMap::new(),
            turns: VecDeque::new(),
            waiting: 0,
            max_batches,
            shared,
        }
    }

    pub(super) const fn len(&self) -> usize {
        self.waiting
    }

    /// Adds a request at the end of its lane.
    pub(super) fn push(&mut self, waiting: Waiting) {
        self.lane(&waiting).push_back(waiting);
    }

    /// Puts a request back that is to be sent again, before those that have not been sent.
    pub(super) fn put_back(&mut self, waiting: Waiting) {
        self.lane(&waiting).push_front(waiting);
    }

    fn lane(&mut self, waiting: &Waiting) -> &mut VecDeque<Waiting> {
        self.waiting += 1;
        if self.lanes.len() >= MAX_LANES && !self.lanes.contains_key(&waiting.lane) {
            self.lanes
                .retain(|_, lane| !(lane.waiting.is_empty() && lane.pace.is_unused()));
        }
        let new = || Lane {
            waiting: VecDeque::new(),
            // Requests to a mailbox are in one batch at a time: Graph passes four of a batch on to Outlook at once, which executes no
            // more of one mailbox.
            pace: Pace::new(match mailbox(&waiting.item) {
                Some(_) => 1,
                None => self.max_batches,
            }),
        };
        let lane = self.lanes.entry(Arc::clone(&waiting.lane));
        let lane = lane.or_insert_with(new);
        if lane.waiting.is_empty() {
            self.turns.push_back(Arc::clone(&waiting.lane));
        }
        &mut lane.waiting
    }

    /// Takes the requests of the next batch, each with the period of its lane. Otherwise, returns when to ask again, if that is known.
    pub(super) fn next_batch(
        &mut self,
        now: Instant,
    ) -> Result<Vec<(Waiting, u64)>, Option<Instant>> {
        let mut batch: Vec<(Waiting, u64)> = Vec::new();
        let mut again: Option<Instant> = None;
        for _ in 0..self.turns.len() {
            let Some(name) = self.turns.pop_front() else {
                break;
            };
            let Some(lane) = self.lanes.get_mut(&name) else {
                continue;
            };
            if let Some(wait) = self.shared.as_ref().and_then(|shared| shared.wait(&name))
                && Client::can_wait()
            {
                lane.pace.close(now + wait.min(MAX_WAIT));
            }
            let version = batch.first().map(|(first, _)| first.item.root());
            let is_other = |next: &Waiting| version.is_some_and(|root| root != next.item.root());
            if !lane.waiting.front().is_some_and(is_other) {
                let wanted = lane.waiting.len().min(MAX_ITEMS - batch.len());
                match lane.pace.allowed(now, wanted) {
                    Ok(number) => {
                        let taken = lane.take(number);
                        let period = lane.pace.sent(now, taken.len());
                        self.waiting -= taken.len();
                        batch.extend(taken.into_iter().map(|each| (each, period)));
                    }
                    Err(Some(at)) => again = Some(again.map_or(at, |again| again.min(at))),
                    Err(None) => {}
                }
            }
            if !lane.waiting.is_empty() {
                self.turns.push_back(name);
            }
            if batch.len() == MAX_ITEMS {
                break;
            }
        }
        if batch.is_empty() {
            Err(again)
        } else {
            Ok(batch)
        }
    }

    /// Returns the pace of a lane.
    pub(super) fn pace(&mut self, lane: &str) -> Option<&mut Pace> {
        self.lanes.get_mut(lane).map(|lane| &mut lane.pace)
    }

    /// Tells other runs that a lane is closed.
    pub(super) fn tell(&self, lane: &str, wait: Duration) {
        if let Some(shared) = &self.shared {
            shared.throttled(lane, wait);
        }
    }

    /// Takes all requests.
    pub(super) fn drain(&mut self) -> Vec<Waiting> {
        self.waiting = 0;
        self.turns.clear();
        let lanes = self.lanes.values_mut();
        lanes
            .flat_map(|lane| std::mem::take(&mut lane.waiting))
            .collect()
    }
}

impl Lane {
    /// Takes so many requests, as far as they have the same version.
    fn take(&mut self, number: usize) -> Vec<Waiting> {
        let mut taken: Vec<Waiting> = Vec::with_capacity(number);
        while taken.len() < number {
            let version = taken.first().map(|first| first.item.root());
            let is_same = |next: &Waiting| version.is_none_or(|root| root == next.item.root());
            if !self.waiting.front().is_some_and(is_same) {
                break;
            }
            taken.extend(self.waiting.pop_front());
        }
        taken
    }
}

/// Returns the name of the lane of a request.
pub(super) fn lane_of(item: &Item, workload: Option<&str>) -> Arc<str> {
    if let Some(name) = workload.or(item.workload()) {
        return name.into();
    }
    if let Some(mailbox) = mailbox(item) {
        return format!("outlook/{mailbox}").into();
    }
    item.scope().join("/").trim_end_matches('/').into()
}
