//! Many updates at a time through one client, at a service that throttles hard.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use graph_resource::{Error, ErrorKind};
use graph_resource_emulator::{Emulator, Fault, RetryAfter, When};
use serde_json::json;

use crate::client::{self, Adapter};
use crate::memory;
use crate::operation::{NOTES, Note};

/// In how many windows of time the service takes all of them, and how long one is.
const WINDOWS: usize = 50;
const WINDOW: Duration = Duration::from_millis(100);
const TIMEOUT: Duration = Duration::from_secs(100);

/// What the service says to those that come too often.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Service {
    /// How long to wait, exactly.
    Exact,
    /// Nothing more.
    Silent,
}

/// Sends `count` updates at once. It is right that all of them end, and that as many are executed as are acknowledged.
pub(crate) async fn run(adapter: Adapter, service: Service, count: usize) -> Result<bool, Error> {
    let emulator = Emulator::builder().serve::<Note>().start().unwrap();
    let ids = (0..count).map(|number| {
        let note = json!({ "title": number.to_string(), "count": 0 });
        emulator.insert(NOTES, note).unwrap()
    });
    let ids: Vec<_> = ids.collect();
    let budget = count.div_ceil(WINDOWS);
    let throttled = match service {
        Service::Exact => Fault::status(429).retry_after(RetryAfter::Window),
        Service::Silent => Fault::status(429),
    };
    emulator
        .inject(throttled, When::over(budget as u64, WINDOW))
        .unwrap();
    let client = client::quick(emulator.url(), adapter.transport(TIMEOUT)?).build()?;

    let before = memory::peak();
    let begin = Instant::now();
    let updates = ids
        .iter()
        .map(|id| tokio::spawn(Note::update(id).count(1).send(&client)));
    let updates: Vec<_> = updates.collect();
    let (mut acknowledged, mut errors) = (0, BTreeMap::new());
    for update in updates {
        match update.await.unwrap() {
            Ok(_) => acknowledged += 1,
            Err(error) => *errors.entry(describe(&error)).or_insert(0) += 1,
        }
    }
    let took = begin.elapsed();

    let requests = emulator.requests();
    let executed = requests
        .iter()
        .filter(|request| request.was_executed())
        .count();
    let stored = ids.iter().filter(|id| {
        let note = emulator.get(&format!("{NOTES}/{id}"));
        note.is_some_and(|note| note["count"] == 1)
    });
    let stored = stored.count();
    println!(
        "{count} updates at once through one client over {adapter}, of which the service takes {budget} in {WINDOW:?} ({service:?}): \
         {acknowledged} acknowledged, {executed} executed, {stored} stored, {} requests in {:.1} s ({:.0} requests/s); \
         peak memory {before} before, {} after, the log of the service included",
        requests.len(),
        took.as_secs_f64(),
        rate(requests.len(), took),
        memory::peak(),
    );
    for (error, times) in &errors {
        println!("  {times} × {error}");
    }
    let reported: usize = errors.values().sum();
    Ok(acknowledged + reported == count && acknowledged == executed && executed == stored)
}

/// Short enough to be counted: no ids, no times.
fn describe(error: &Error) -> String {
    match error.kind() {
        ErrorKind::Service => error.status().unwrap_or_default().to_string(),
        kind => format!("{kind:?}: {}", error.message()),
    }
}

/// How many there were in a second.
fn rate(count: usize, took: Duration) -> f64 {
    let count = u32::try_from(count).unwrap_or(u32::MAX);
    f64::from(count) / took.as_secs_f64()
}
