//! Any number of requests, in batches, against the emulator.

use std::collections::{HashMap, HashSet};
use std::fs;
use std::path::PathBuf;
use std::sync::Mutex;
use std::time::Duration;

use futures_util::{FutureExt, StreamExt, stream};
use graph_resource::{
    Batch, Bulk, BulkItem, Client, Error, ErrorKind, Retry, SharedPace, StoredRequest,
};
use graph_resource_emulator::{Emulator, EmulatorBuilder, Fault, RateLimit, RecordedRequest, When};
use serde_json::json;
use tokio::time::Instant;

use crate::support::*;

const SECOND: Duration = Duration::from_secs(1);

/// A file that is removed with the value.
struct Temporary(PathBuf);

impl Temporary {
    fn new() -> Self {
        let name = format!("graph-resource-{:016x}.journal", fastrand::u64(..));
        Self(std::env::temp_dir().join(name))
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        // A file that stays is no failure of the test.
        let _ = fs::remove_file(&self.0);
    }
}

fn start_throttled(limits: impl IntoIterator<Item = RateLimit>) -> (Emulator, Client) {
    let builder = Emulator::builder()
        .serve::<CloudPcDeviceImage>()
        .serve::<MailboxSettings>();
    let limits = limits.into_iter();
    let (emulator, client) = start_paused(limits.fold(builder, EmulatorBuilder::rate_limit));
    (emulator, client.build().unwrap())
}

fn insert(emulator: &Emulator, images: u32) {
    for id in 0..images {
        let image = json!({ "id": id.to_string(), "displayName": "Windows 11" });
        emulator.insert(IMAGES, image).unwrap();
    }
}

fn update(id: u32) -> (u32, CloudPcDeviceImageUpdate) {
    let version = format!("v{id}");
    (
        id,
        CloudPcDeviceImage::update(id.to_string()).version(version),
    )
}

fn in_batches(emulator: &Emulator) -> Vec<RecordedRequest> {
    let requests = emulator.requests().into_iter();
    requests.filter(RecordedRequest::is_in_batch).collect()
}

fn batches(emulator: &Emulator) -> usize {
    emulator.requests().len() - in_batches(emulator).len()
}

fn executed(emulator: &Emulator) -> usize {
    let requests = in_batches(emulator).into_iter();
    requests.filter(RecordedRequest::was_executed).count()
}

/// The share of the requests that were refused.
fn refused(emulator: &Emulator) -> f64 {
    let requests = in_batches(emulator);
    let refused = requests
        .iter()
        .filter(|each| each.response().status() == 429);
    ratio(refused.count(), requests.len())
}

fn ratio(part: usize, whole: usize) -> f64 {
    let [part, whole] = [part, whole].map(|number| f64::from(u32::try_from(number).unwrap()));
    part / whole
}

#[tokio::test]
async fn each_outcome_has_the_tag_of_its_request() {
    let (emulator, client) = start();
    insert(&emulator, 50);
    let mut outcomes = Bulk::new(&client).send((0..60).map(update));
    let mut seen = HashMap::new();
    while let Some((id, outcome)) = outcomes.next().await {
        assert!(seen.insert(id, outcome).is_none(), "{id} has two outcomes");
    }
    assert_eq!(seen.len(), 60);
    for (id, outcome) in seen {
        match outcome {
            Ok(updated) => {
                let image = updated.representation().unwrap();
                assert_eq!(image.version, Some(format!("v{id}")));
            }
            Err(error) => {
                assert!(id >= 50 && error.is_not_found(), "{id}: {error}");
            }
        }
    }
    assert_eq!(batches(&emulator), 3);
    let progress = outcomes.progress();
    assert_eq!(
        (progress.done, progress.failed, progress.waiting),
        (50, 10, 0)
    );
    assert_eq!(progress.total, Some(60));
}

#[tokio::test]
async fn requests_come_from_a_stream_as_there_is_room() {
    let (emulator, client) = start();
    insert(&emulator, 100);
    let taken = std::sync::atomic::AtomicU32::new(0);
    let source = stream::iter(0..100u32).inspect(|_| {
        taken.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
    });
    let mut outcomes = Bulk::new(&client)
        .with_window(30)
        .send_stream(source.map(update));
    assert!(outcomes.next().await.is_some());
    let before = taken.load(std::sync::atomic::Ordering::Relaxed);
    assert!(before <= 50, "{before} requests were taken from the source");
    assert_eq!(outcomes.count().await, 99);
    assert_eq!(executed(&emulator), 100);
}

#[tokio::test(start_paused = true)]
async fn a_throttled_run_takes_as_long_as_the_rate_allows_and_loses_nothing() {
    for has_headers in [true, false] {
        let limit = RateLimit::new(100, SECOND);
        let limit = if has_headers {
            limit
        } else {
            limit.without_headers()
        };
        let (emulator, client) = start_throttled([limit]);
        insert(&emulator, 3000);
        let started = Instant::now();
        let mut outcomes = Bulk::new(&client).send((0..3000).map(update));
        let mut done = HashSet::new();
        while let Some((id, outcome)) = outcomes.next().await {
            outcome.unwrap();
            assert!(done.insert(id));
        }
        let took = started.elapsed().as_secs_f64();
        assert_eq!(done.len(), 3000);
        assert_eq!(executed(&emulator), 3000);
        assert!(took < 33.0, "{took} s, headers: {has_headers}");
        let refused = refused(&emulator);
        assert!(
            refused < 0.05,
            "{refused} were refused, headers: {has_headers}"
        );
    }
}

#[tokio::test(start_paused = true)]
async fn workloads_do_not_slow_each_other_down() {
    let slow = RateLimit::new(10, SECOND).below("/users").without_headers();
    let fast = RateLimit::new(50, SECOND).without_headers();
    let (emulator, client) = start_throttled([slow, fast]);
    insert(&emulator, 1500);
    let started = Instant::now();
    let mut last = HashMap::new();
    let requests = (0..3000u32).map(|number| {
        let id = (number / 2).to_string();
        let is_fast = number % 2 == 0;
        let path = if is_fast {
            format!("{IMAGES}/{id}")
        } else {
            format!("/users/{id}")
        };
        BulkItem::new(is_fast, Anything(path)).with_workload(if is_fast { "fast" } else { "slow" })
    });
    let mut outcomes = Bulk::new(&client).send(requests);
    while let Some((is_fast, outcome)) = outcomes.next().await {
        // What is at the path does not matter to the limits.
        drop(outcome);
        last.insert(is_fast, started.elapsed().as_secs_f64());
    }
    let (fast, slow) = (last[&true], last[&false]);
    assert!(fast < 1500.0 / 50.0 / 0.9, "{fast} s");
    assert!(slow < 1500.0 / 10.0 / 0.9, "{slow} s");
}

/// A request to any path.
struct Anything(String);

impl graph_resource::Request for Anything {
    type Answer = ();

    fn to_http_request(
        &self,
        endpoint: &graph_resource::Endpoint,
    ) -> Result<http::Request<bytes::Bytes>, Error> {
        let endpoint = endpoint
            .clone()
            .with_version(graph_resource::ApiVersion::Beta);
        let request = http::Request::get(format!("{endpoint}{}", self.0));
        Ok(request.body(bytes::Bytes::new()).unwrap())
    }

    fn path_template(&self) -> &'static str {
        "/anything"
    }

    fn read_answer(_: &http::Response<bytes::Bytes>) -> Result<(), Error> {
        Ok(())
    }
}

#[tokio::test(start_paused = true)]
async fn a_straggler_does_not_hold_up_the_rest() {
    let (emulator, client) = start_throttled([]);
    insert(&emulator, 500);
    let when = When::next(1).path(format!("{IMAGES}/7"));
    emulator
        .inject(Fault::status(429).retry_after("300"), when)
        .unwrap();
    let started = Instant::now();
    let mut outcomes = Bulk::new(&client).send((0..500).map(update));
    let mut order = Vec::new();
    while let Some((id, outcome)) = outcomes.next().await {
        outcome.unwrap();
        if order.len() < 499 {
            assert!(started.elapsed() < SECOND);
        }
        order.push(id);
    }
    assert_eq!(order.last(), Some(&7));
    assert!(started.elapsed() >= 300 * SECOND);
    assert_eq!(outcomes.progress().repeated, 1);
}

#[tokio::test(start_paused = true)]
async fn requests_with_one_key_keep_their_order() {
    let (emulator, client) = start_throttled([]);
    insert(&emulator, 3);
    let when = When::next(1).path(format!("{IMAGES}/1"));
    emulator.inject(Fault::status(503), when).unwrap();
    let requests = (0..30u32).map(|number| {
        let id = (number % 3).to_string();
        let request = CloudPcDeviceImage::update(&id).version(number.to_string());
        BulkItem::new(number, request).in_order_of(id)
    });
    let outcomes = Bulk::new(&client).send(requests);
    assert_eq!(
        outcomes
            .filter(|(_, outcome)| std::future::ready(outcome.is_ok()))
            .count()
            .await,
        30
    );
    let mut last = HashMap::new();
    for request in in_batches(&emulator)
        .iter()
        .filter(|request| request.was_executed())
    {
        let version: u32 = request.json().unwrap()["version"]
            .as_str()
            .unwrap()
            .parse()
            .unwrap();
        let before = last.insert(request.path().to_owned(), version);
        assert!(before.is_none_or(|before| before < version));
    }
    assert_eq!(last.len(), 3);
}

#[tokio::test(start_paused = true)]
async fn an_outage_delays_a_run_and_fails_nothing_that_may_be_repeated() {
    let (emulator, client) = start_throttled([]);
    insert(&emulator, 1000);
    emulator
        .inject(Fault::hang_up(), When::next(6).path("/$batch"))
        .unwrap();
    let mut outcomes = Bulk::new(&client).send((0..1000).map(update));
    while let Some((id, outcome)) = outcomes.next().await {
        outcome.unwrap_or_else(|error| panic!("{id}: {error}"));
    }
    assert_eq!(executed(&emulator), 1000);
}

#[tokio::test(start_paused = true)]
async fn a_cancelled_run_says_what_has_become_of_each_request() {
    let (emulator, client) = start_throttled([]);
    insert(&emulator, 100);
    // The second batch is executed, and its answer does not come.
    let stuck = Fault::answer().delayed(3600 * SECOND);
    let when = When::next(1).after(1).path("/$batch");
    emulator.inject(stuck, when).unwrap();
    let bulk = Bulk::new(&client).with_max_batches(2);
    let mut outcomes = bulk.send((0..100).map(update));
    let (first, outcome) = outcomes.next().await.unwrap();
    outcome.unwrap();
    let cancelled = outcomes.cancel();

    let of_outcomes = cancelled.outcomes.iter().map(|(id, _)| *id);
    let lists = cancelled.not_sent.iter().chain(&cancelled.unknown).copied();
    let mut all: Vec<u32> = of_outcomes.chain(lists).chain([first]).collect();
    all.sort_unstable();
    assert_eq!(all, (0..100).collect::<Vec<_>>());
    assert!(cancelled.unknown.len() >= 20);
    let is_updated = |id: u32| stored(&emulator, &id.to_string()).unwrap()["version"].is_string();
    assert!(cancelled.unknown.iter().all(|id| is_updated(*id)));
    assert!(!cancelled.not_sent.iter().any(|id| is_updated(*id)));
    assert!(
        cancelled
            .outcomes
            .iter()
            .all(|(id, outcome)| outcome.is_ok() && is_updated(*id))
    );
}

#[tokio::test]
async fn requests_of_several_kinds_are_one_run_as_data() {
    let (emulator, client) = start();
    insert(&emulator, 2);
    let graph = client.endpoint();
    let requests = [
        ("update", StoredRequest::new(&update(0).1, graph)),
        (
            "delete",
            StoredRequest::new(&CloudPcDeviceImage::delete("1"), graph),
        ),
        (
            "get",
            StoredRequest::new(&CloudPcDeviceImage::get("7"), graph),
        ),
    ];
    let requests = requests.map(|(tag, request)| (tag, request.unwrap()));
    let outcomes = Bulk::new(&client).send(requests);
    let outcomes: HashMap<_, _> = outcomes.collect().await;
    assert_eq!(outcomes["update"].as_ref().unwrap().status(), 200);
    assert_eq!(outcomes["delete"].as_ref().unwrap().status(), 204);
    assert!(outcomes["get"].as_ref().unwrap_err().is_not_found());
    assert_eq!(stored(&emulator, "1"), None);
}

#[tokio::test]
async fn a_stopped_run_ends_with_what_is_on_its_way() {
    let (emulator, client) = start();
    insert(&emulator, 200);
    let mut outcomes = Bulk::new(&client)
        .with_max_batches(1)
        .send((0..200).map(update));
    assert!(outcomes.next().await.is_some());
    outcomes.stop();
    let mut more = 0;
    while let Some((_, outcome)) = outcomes.next().await {
        outcome.unwrap();
        more += 1;
    }
    let cancelled = outcomes.cancel();
    assert_eq!(cancelled.unknown, [0; 0]);
    assert_eq!(1 + more + cancelled.not_sent.len(), 200);
    assert_eq!(executed(&emulator), 1 + more);
}

#[tokio::test]
async fn a_run_goes_on_without_repeating_what_was_acknowledged() {
    let (emulator, client) = start();
    insert(&emulator, 90);
    let journal = Temporary::new();
    let run = || Bulk::new(&client).with_journal(&journal.0).unwrap();
    let mut outcomes = run().with_max_batches(1).send((0..100).map(update));
    for _ in 0..25 {
        drop(outcomes.next().await.unwrap());
    }
    drop(outcomes);
    emulator.clear_requests();
    let mut outcomes = run().send((0..100).map(update));
    let mut failed = 0;
    while let Some((_, outcome)) = outcomes.next().await {
        failed += usize::from(outcome.is_err());
    }
    assert_eq!(failed, 10);
    assert_eq!(outcomes.progress().done, 90);
    // At least the first batch was acknowledged.
    assert!(in_batches(&emulator).len() <= 80);
    drop(outcomes);
    emulator.clear_requests();
    // What has failed is tried again.
    let outcomes = run().send((0..100).map(update));
    assert_eq!(outcomes.count().await, 10);
    assert_eq!(in_batches(&emulator).len(), 10);
}

#[tokio::test]
async fn what_was_sent_without_an_answer_is_reported_and_not_repeated() {
    let (_emulator, client) = start();
    let journal = Temporary::new();
    fs::write(&journal.0, "graph-resource journal 1\ns \"1\"\n").unwrap();
    let create = |tag: u32| (tag, CloudPcDeviceImage::create(new_image()));
    let bulk = Bulk::new(&client).with_journal(&journal.0).unwrap();
    let mut outcomes = bulk.send((0..3).map(create));
    let mut unknown = Vec::new();
    while let Some((tag, outcome)) = outcomes.next().await {
        if let Err(error) = outcome {
            assert!(error.is_unknown_outcome());
            assert_eq!(error.kind(), ErrorKind::Transport);
            unknown.push(tag);
        }
    }
    assert_eq!(unknown, [1]);
}

/// A pace that knows one lane that was throttled.
#[derive(Default)]
struct Told(Mutex<Option<(String, Instant)>>);

impl SharedPace for Told {
    fn throttled(&self, lane: &str, wait: Duration) {
        *self.0.lock().unwrap() = Some((lane.to_owned(), Instant::now() + wait));
    }

    fn wait(&self, lane: &str) -> Option<Duration> {
        let told = self.0.lock().unwrap();
        let (_, until) = told.as_ref().filter(|(told, _)| told == lane)?;
        until
            .checked_duration_since(Instant::now())
            .filter(|wait| !wait.is_zero())
    }
}

#[tokio::test(start_paused = true)]
async fn runs_that_share_a_pace_tell_each_other_when_to_wait() {
    let limit = RateLimit::new(20, 60 * SECOND).without_headers();
    let (emulator, client) = start_throttled([limit]);
    insert(&emulator, 40);
    let pace = std::sync::Arc::new(Told::default());
    let run = || Bulk::new(&client).with_shared_pace(pace.clone());
    let mut first = run().send((0..21).map(update));
    for _ in 0..20 {
        first.next().await.unwrap().1.unwrap();
    }
    assert!(first.next().now_or_never().is_none());
    let lane = pace.0.lock().unwrap().clone().unwrap().0;
    assert_eq!(lane, "deviceManagement/virtualEndpoint");
    emulator.clear_requests();
    let started = Instant::now();
    let outcomes = run().send((30..31).map(update));
    assert_eq!(outcomes.count().await, 1);
    assert!(started.elapsed() >= 59 * SECOND);
    assert!(refused(&emulator) < 0.001);
}

#[tokio::test]
async fn a_policy_without_repetitions_holds_in_a_run_as_well() {
    let (emulator, client) = start();
    insert(&emulator, 1);
    emulator
        .inject(Fault::status(429), When::next(1).method("PATCH"))
        .unwrap();
    let (tag, request) = update(0);
    let mut outcomes = Bulk::new(&client).send([(tag, request.with_retry(Retry::never()))]);
    let (_, outcome) = outcomes.next().await.unwrap();
    assert!(outcome.unwrap_err().is_throttled());
}

#[test]
fn without_timers_nothing_waits_and_nothing_panics() {
    let throttled = |id| {
        json!({ "id": id, "status": 429, "headers": { "Retry-After": "9", "RateLimit-Remaining": "0",
            "RateLimit-Reset": "9" } })
    };
    let ids = (1..=20).map(|id: u32| throttled(id.to_string()));
    let body = json!({ "responses": ids.collect::<Vec<_>>() }).to_string();
    let client = Client::builder()
        .token("token")
        .transport(move |_| {
            let response = http::Response::new(body.clone());
            std::future::ready(Ok(response))
        })
        .build()
        .unwrap();
    let mut outcomes = Bulk::new(&client).send((0..60).map(update));
    for _ in 0..60 {
        let (_, outcome) = outcomes.next().now_or_never().unwrap().unwrap();
        assert!(outcome.unwrap_err().is_throttled());
    }
    assert!(outcomes.next().now_or_never().unwrap().is_none());
    let mut batch = Batch::new();
    let handles: Vec<_> = (0..60).map(|id| batch.push(update(id).1)).collect();
    let mut answers = batch.send(&client).now_or_never().unwrap();
    assert!(answers.take(handles[59]).unwrap_err().is_throttled());
}
