//! Jobs are neither lost nor doubled when workers are killed.

use std::collections::{BTreeMap, BTreeSet};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use futures_util::{StreamExt, stream};
use graph_resource::{Client, StoredRequest, graph_resource};
use graph_resource_emulator::{Emulator, RateLimit, RecordedRequest};
use graph_resource_fleet::{Fleet, Job, Outcome};
use serde_json::json;

use crate::nats::Nats;

const LISTS: &str = "/users/ada/todo/lists";

/// The jobs. One of ten creates, the others update.
const JOBS: u32 = 10_000;

const fn is_create(number: u32) -> bool {
    number.is_multiple_of(10)
}

#[graph_resource(path = "/users/ada/todo/lists")]
#[derive(Debug)]
struct TodoList {
    #[graph(key)]
    id: String,
    display_name: String,
}

fn job(number: u32, client: &Client) -> Job {
    let tag = number.to_string();
    let graph = client.endpoint();
    let request = if is_create(number) {
        StoredRequest::new(&TodoList::create().display_name(&*tag), graph)
    } else {
        StoredRequest::new(&TodoList::update(&tag).display_name(&*tag), graph)
    };
    Job::new(tag, request.unwrap())
}

fn start_worker(emulator: &Emulator, nats: &Nats, pace: &str) -> Child {
    Command::new(env!("CARGO_BIN_EXE_fleet_worker"))
        .args([emulator.url(), nats.url(), "lists", pace])
        .stdin(Stdio::piped())
        .spawn()
        .unwrap()
}

async fn wait_for_backlog(fleet: &Fleet, jobs: u32) {
    while fleet.backlog().await.unwrap() > u64::from(jobs) {
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

/// Sends the jobs with three workers, of which two are killed.
async fn run(pace: &str, seed: u64) {
    let mut random = fastrand::Rng::with_seed(seed);
    let nats = Nats::start();
    let emulator = Emulator::builder()
        .serve::<TodoList>()
        .rate_limit(RateLimit::new(1_500, Duration::from_secs(2)).without_headers())
        .start()
        .unwrap();
    for number in (0..JOBS).filter(|number| !is_create(*number)) {
        let list = json!({ "id": number.to_string(), "displayName": "" });
        emulator.insert(LISTS, list).unwrap();
    }
    let client = Client::builder().base_url(emulator.url()).token("any");
    let client = client.build().unwrap();
    let fleet = Fleet::builder("lists").redeliver_after(Duration::from_secs(2));
    let fleet = fleet.open(nats.connect().await).await.unwrap();
    let jobs = (0..JOBS).map(|number| job(number, &client));
    let submitted = fleet.submit(stream::iter(jobs)).await.unwrap();
    assert_eq!(submitted.new, u64::from(JOBS));

    let mut workers = [(); 3].map(|()| start_worker(&emulator, &nats, pace));
    for (victim, left) in [(0, 5_000..9_000), (1, 1_000..5_000)] {
        wait_for_backlog(&fleet, random.u32(left)).await;
        workers[victim].kill().unwrap();
    }
    let outcomes = fleet.outcomes_after(0).await.unwrap();
    let outcomes = outcomes.map(Result::unwrap).take(JOBS as usize);
    let outcomes: Vec<Outcome> = outcomes.collect().await;
    wait_for_backlog(&fleet, 0).await;
    drop(workers[2].stdin.take());
    assert!(workers[2].wait().unwrap().success());

    let all: BTreeSet<_> = outcomes.iter().map(|outcome| &*outcome.tag).collect();
    assert_eq!(all.len(), JOBS as usize, "each job has one outcome");
    let requests = emulator.requests().into_iter();
    let requests: Vec<_> = requests.filter(RecordedRequest::is_in_batch).collect();
    let mut executed = BTreeMap::<String, u32>::new();
    for request in requests.iter().filter(|request| request.was_executed()) {
        let name = request.json().unwrap()["displayName"].clone();
        *executed
            .entry(name.as_str().unwrap().to_owned())
            .or_default() += 1;
    }
    for outcome in &outcomes {
        let executed = executed.get(&outcome.tag).copied().unwrap_or(0);
        match &outcome.result {
            Ok(_) if is_create(outcome.tag.parse().unwrap()) => assert_eq!(executed, 1),
            Ok(_) => assert!(executed >= 1, "{} is lost", outcome.tag),
            Err(failure) => {
                assert!(failure.is_unknown_outcome, "{failure}");
                assert!(is_create(outcome.tag.parse().unwrap()), "{failure}");
                assert!(executed <= 1, "{} was executed twice", outcome.tag);
            }
        }
    }
    let refused = requests.iter().filter(|request| !request.was_executed());
    let unknown = outcomes.iter().filter(|outcome| outcome.result.is_err());
    let repeated: u32 = executed.values().map(|times| times - 1).sum();
    println!(
        "{pace}: {} of {} requests refused, {} creates unknown, {repeated} updates repeated",
        refused.count(),
        requests.len(),
        unknown.count()
    );
}

#[tokio::test]
async fn each_job_has_one_outcome_when_two_of_three_workers_are_killed() {
    run("shared", 1).await;
}

#[tokio::test]
async fn each_job_has_one_outcome_when_workers_do_not_share_what_they_are_told() {
    run("alone", 2).await;
}
