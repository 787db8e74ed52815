//! Many concurrent updates through one client, to a service that throttles.

mod service;

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use graph_resource::{Error, ErrorKind};

pub(crate) use self::service::{SERVE, ThrottleMode, serve};
use self::service::{Service, Started, WINDOW, budget};
use crate::client::{self, Adapter};
use crate::operation::Note;
use crate::{Result, memory};

const TIMEOUT: Duration = Duration::from_secs(100);

/// Sends `count` updates concurrently, and returns whether all of them end and as many are executed as are acknowledged.
pub(crate) async fn run(adapter: Adapter, mode: ThrottleMode, count: usize) -> Result<bool> {
    let (service, Started { url, ids }) = Service::start(count, mode)?;
    let client = client::with_short_delays(&url, adapter.transport(TIMEOUT)?).build()?;
    memory::reset_peak();
    let before = memory::peak();
    let begin = Instant::now();
    let updates = ids
        .iter()
        .map(|id| tokio::spawn(Note::update(id).count(1).send(&client)));
    let updates: Vec<_> = updates.collect();
    let (mut acknowledged, mut errors) = (0, BTreeMap::new());
    for update in updates {
        match update.await? {
            Ok(_) => acknowledged += 1,
            Err(error) => *errors.entry(describe(&error)).or_insert(0) += 1,
        }
    }
    let (took, after) = (begin.elapsed(), memory::peak());
    let ended = service.end()?;
    println!(
        "{count} concurrent updates through one client over {adapter}, of which the service (Retry-After: {mode}) executes {} in {WINDOW:?}: \
         {acknowledged} acknowledged, {} executed, {} stored; {} requests in {:.1} s ({:.0}/s); memory {before}, peak {after}",
        budget(count),
        ended.executed,
        ended.stored,
        ended.requests,
        took.as_secs_f64(),
        rate(ended.requests, took),
    );
    for (error, times) in &errors {
        println!("  {times} × {error}");
    }
    let reported: usize = errors.values().sum();
    let is_counted = acknowledged == ended.executed && acknowledged == ended.stored;
    Ok(acknowledged + reported == count && is_counted)
}

/// Describes an error without ids and times, so that equal errors can be counted.
fn describe(error: &Error) -> String {
    match error.kind() {
        ErrorKind::Service => error.status().unwrap_or_default().to_string(),
        kind => format!("{kind:?}: {}", error.message()),
    }
}

/// Returns the number per second.
fn rate(count: usize, took: Duration) -> f64 {
    let count = u32::try_from(count).unwrap_or(u32::MAX);
    f64::from(count) / took.as_secs_f64()
}
