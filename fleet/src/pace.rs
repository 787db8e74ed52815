use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, SystemTime};

use async_nats::jetstream::kv::{Entry, Operation, Store, Watch};
use futures_util::StreamExt;
use graph_resource::SharedPace;
use serde::{Deserialize, Serialize};
use tokio::sync::mpsc::{Receiver, Sender, channel};
use tokio::task::{AbortHandle, spawn};
use tokio::time::{Instant, sleep};

use crate::error::Error;
use crate::names::{key, text_of};

/// What the workers of a fleet are told by a service that throttles, in a bucket of NATS.
///
/// Each lane has an entry: how long it is to wait from the time on at which the entry was written. Clocks of different machines need not
/// agree: a wait counts from the arrival of its entry. Only that of an entry which was there before is shortened by its age.
#[derive(Debug)]
pub(crate) struct NatsPace {
    lanes: Lanes,
    news: Sender<(String, Duration)>,
    task: AbortHandle,
}

type Lanes = Arc<Mutex<HashMap<String, Instant>>>;

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Wait {
    wait_ms: u64,
}

/// The longest wait that is believed.
const MAX_WAIT: Duration = Duration::from_secs(86_400);

/// The number of lanes above which those are forgotten that wait no longer.
const MAX_LANES: usize = 4096;

/// The time between two attempts to watch a bucket.
const PAUSE: Duration = Duration::from_secs(1);

impl NatsPace {
    pub(crate) async fn open(bucket: Store) -> Result<Self, Error> {
        let watch = bucket.watch_with_history(">").await;
        let watch = watch.map_err(Error::at("watching the waits of the fleet"))?;
        let lanes = Lanes::default();
        let (news, received) = channel(64);
        let task = spawn(share(bucket, watch, Arc::clone(&lanes), received)).abort_handle();
        Ok(Self { lanes, news, task })
    }
}

impl Drop for NatsPace {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl SharedPace for NatsPace {
    fn throttled(&self, lane: &str, wait: Duration) {
        // What is lost when there is much to tell is no more than a hint.
        let _ = self.news.try_send((lane.to_owned(), wait));
    }

    fn wait(&self, lane: &str) -> Option<Duration> {
        let lanes = self.lanes.lock().unwrap_or_else(PoisonError::into_inner);
        let wait = lanes.get(lane)?.duration_since(Instant::now());
        (!wait.is_zero()).then_some(wait)
    }
}

/// Writes what this process is told, and reads what others are told, as long as there is someone who asks for it.
async fn share(
    bucket: Store,
    mut watch: Watch,
    lanes: Lanes,
    mut news: Receiver<(String, Duration)>,
) {
    let mut is_current = false;
    loop {
        tokio::select! {
            told = news.recv() => {
                let Some((lane, wait)) = told else {
                    return;
                };
                let wait_ms = u64::try_from(wait.as_millis()).unwrap_or(u64::MAX);
                if let Ok(value) = serde_json::to_vec(&Wait { wait_ms }) {
                    // A bucket that cannot be reached leaves each worker to what it is told itself.
                    let _ = bucket.put(key(&lane), value.into()).await;
                }
            }
            entry = watch.next() => if let Some(Ok(entry)) = entry {
                let age = if is_current { Duration::ZERO } else { age(&entry) };
                is_current = is_current || entry.seen_current;
                note(&lanes, &entry, age);
            } else {
                sleep(PAUSE).await;
                if let Ok(again) = bucket.watch(">").await {
                    (watch, is_current) = (again, true);
                }
            },
        }
    }
}

/// Returns how old an entry is, by the clocks of two machines.
fn age(entry: &Entry) -> Duration {
    let created = SystemTime::from(entry.created);
    created.elapsed().unwrap_or_default()
}

fn note(lanes: &Lanes, entry: &Entry, age: Duration) {
    if entry.operation != Operation::Put {
        return;
    }
    let wait = serde_json::from_slice::<Wait>(&entry.value);
    let (Some(lane), Ok(Wait { wait_ms })) = (text_of(&entry.key), wait) else {
        return;
    };
    let wait = Duration::from_millis(wait_ms).min(MAX_WAIT);
    let now = Instant::now();
    let until = now + wait.saturating_sub(age);
    let mut lanes = lanes.lock().unwrap_or_else(PoisonError::into_inner);
    if lanes.len() >= MAX_LANES {
        lanes.retain(|_, until| *until > now);
    }
    let known = lanes.entry(lane).or_insert(until);
    *known = until.max(*known);
}
