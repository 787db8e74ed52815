//! What becomes of single jobs.

use std::error::Error as _;
use std::future::pending;
use std::time::Duration;

use futures_util::{StreamExt, stream};
use graph_resource::{Client, Get, Retry, SharedPace, StoredRequest, TokenError, graph_resource};
use graph_resource_emulator::{Emulator, Fault, RecordedRequest, When};
use graph_resource_fleet::{Fleet, Job, Outcome};
use serde_json::json;
use tokio::time::sleep;

use crate::nats::Nats;

#[graph_resource(path = "/users")]
#[derive(Debug)]
struct User {
    #[graph(key)]
    id: String,
    department: Option<String>,
}

const HOUR: Duration = Duration::from_secs(3600);
const POLL: Duration = Duration::from_millis(5);

/// Waits until a wait has arrived.
async fn until_known(pace: &dyn SharedPace, lane: &str) -> Duration {
    loop {
        if let Some(wait) = pace.wait(lane) {
            return wait;
        }
        sleep(POLL).await;
    }
}

struct Setting {
    nats: Nats,
    emulator: Emulator,
    client: Client,
    fleet: Fleet,
}

async fn start() -> Setting {
    let nats = Nats::start();
    let emulator = Emulator::builder().serve::<User>().start().unwrap();
    emulator.insert("/users", json!({ "id": "ada" })).unwrap();
    let client = Client::builder().base_url(emulator.url()).token("any");
    let client = client.retry(Retry::never()).build().unwrap();
    let fleet = Fleet::builder("users").open(nats.connect().await);
    Setting {
        fleet: fleet.await.unwrap(),
        nats,
        emulator,
        client,
    }
}

impl Setting {
    fn stored<R: graph_resource::Request>(&self, request: &R) -> StoredRequest {
        StoredRequest::new(request, self.client.endpoint()).unwrap()
    }

    async fn submit(&self, jobs: Vec<Job>) -> (u64, u64) {
        let submitted = self.fleet.submit(stream::iter(jobs)).await.unwrap();
        (submitted.new, submitted.known)
    }

    /// Works until no job is left, and returns the outcomes.
    async fn work(&self, outcomes: usize) -> Vec<Outcome> {
        let worker = self.fleet.worker(&self.client).await.unwrap();
        let done = async {
            while self.fleet.backlog().await.unwrap() > 0 {
                sleep(POLL).await;
            }
        };
        worker.run_until(done).await.unwrap();
        let stored = self.fleet.outcomes_after(0).await.unwrap();
        stored.map(Result::unwrap).take(outcomes).collect().await
    }
}

#[tokio::test]
async fn an_answer_is_read_in_its_type() {
    let setting = start().await;
    setting
        .emulator
        .insert("/users", json!({ "id": "bob", "department": "R&D" }))
        .unwrap();
    let get = setting.stored(&User::get("bob"));
    setting.submit(vec![Job::new("a tag", get)]).await;
    let outcomes = setting.work(1).await;
    assert_eq!(outcomes[0].tag, "a tag");
    let answer = outcomes[0].read_as::<Get<User>>().unwrap().unwrap();
    assert_eq!(answer.department.as_deref(), Some("R&D"));
}

#[tokio::test]
async fn a_refusal_is_the_outcome_of_its_job() {
    let setting = start().await;
    let update = setting.stored(&User::update("eve").department("R&D"));
    setting.submit(vec![Job::new("eve", update)]).await;
    let outcomes = setting.work(1).await;
    let failure = outcomes[0].result.as_ref().unwrap_err();
    assert_eq!(failure.status, Some(404));
    assert!(!failure.is_unknown_outcome);
}

#[tokio::test]
async fn a_tag_that_waits_is_not_submitted_again() {
    let setting = start().await;
    let update = setting.stored(&User::update("ada").department("R&D"));
    let jobs = || vec![Job::new("ada", update.clone())];
    assert_eq!(setting.submit(jobs()).await, (1, 0));
    assert_eq!(setting.submit(jobs()).await, (0, 1));
}

#[tokio::test]
async fn a_tag_with_an_outcome_is_not_sent_again() {
    let setting = start().await;
    let update = setting.stored(&User::update("ada").department("R&D"));
    for _ in 0..2 {
        setting.submit(vec![Job::new("ada", update.clone())]).await;
        assert_eq!(setting.work(1).await.len(), 1);
    }
    let requests = setting.emulator.requests().into_iter();
    assert_eq!(requests.filter(RecordedRequest::is_in_batch).count(), 1);
}

#[tokio::test]
async fn what_fails_in_passing_comes_again() {
    let setting = start().await;
    let update = setting.stored(&User::update("ada").department("R&D"));
    setting.submit(vec![Job::new("ada", update)]).await;
    let once = When::next(1).method("PATCH");
    setting.emulator.inject(Fault::status(503), once).unwrap();
    let outcomes = setting.work(1).await;
    assert!(outcomes[0].result.is_ok(), "{:?}", outcomes[0].result);
}

#[tokio::test]
async fn what_is_no_job_is_an_outcome_that_says_so() {
    let setting = start().await;
    let nats = setting.nats.connect().await;
    nats.publish("users.jobs.stranger", "{}".into())
        .await
        .unwrap();
    nats.flush().await.unwrap();
    let outcomes = setting.work(1).await;
    let failure = outcomes[0].result.as_ref().unwrap_err();
    assert!(failure.message.contains("no job"), "{failure}");
    assert_eq!(outcomes[0].tag, "#1");
}

#[tokio::test]
async fn a_worker_without_a_token_gives_its_jobs_back() {
    let setting = start().await;
    let update = setting.stored(&User::update("ada").department("R&D"));
    setting.submit(vec![Job::new("ada", update)]).await;
    let refused = |_| async { Err(TokenError::from("no certificate")) };
    let client = setting.client.with_token_provider(refused);
    let worker = setting.fleet.worker(&client).await.unwrap();
    let error = worker.run_until(pending::<()>()).await.unwrap_err();
    let source = error.source().unwrap().to_string();
    assert!(source.contains("token"), "{source}");
    assert_eq!(setting.fleet.backlog().await.unwrap(), 1);
    let outcomes = setting.work(1).await;
    assert!(outcomes[0].result.is_ok(), "{:?}", outcomes[0].result);
}

#[tokio::test]
async fn a_tag_of_a_wrong_length_is_refused() {
    let setting = start().await;
    let update = setting.stored(&User::update("ada").department("R&D"));
    let jobs = stream::iter([Job::new("", update)]);
    let error = setting.fleet.submit(jobs).await.unwrap_err();
    assert!(error.to_string().contains("1 to 1024 bytes"), "{error}");
}

#[tokio::test]
async fn what_one_is_told_by_a_service_that_throttles_the_others_know() {
    let setting = start().await;
    let other = Fleet::builder("users").open(setting.nats.connect().await);
    let other = other.await.unwrap().shared_pace().await.unwrap();
    let one = setting.fleet.shared_pace().await.unwrap();
    assert_eq!(other.wait("users"), None);
    one.throttled("users", HOUR);
    let wait = until_known(&*other, "users").await;
    assert!(wait <= HOUR && wait > HOUR / 2, "{wait:?}");
    assert_eq!(other.wait("groups"), None);
    // Who comes later is told as well.
    let late = setting.fleet.shared_pace().await.unwrap();
    assert!(until_known(&*late, "users").await <= HOUR);
}

#[tokio::test]
async fn a_create_whose_worker_dies_before_the_answer_is_unknown_and_not_sent_again() {
    let setting = start().await;
    let second = Duration::from_secs(1);
    let fleet = Fleet::builder("short").redeliver_after(second);
    let fleet = fleet.open(setting.nats.connect().await).await.unwrap();
    let create = setting.stored(&User::create().department("R&D"));
    let jobs = stream::iter([Job::new("create", create)]);
    fleet.submit(jobs).await.unwrap();
    let stalled = Fault::hang_up().delayed(HOUR).after_execution();
    let when = When::next(1).method("POST");
    setting.emulator.inject(stalled, when).unwrap();
    let executed = || setting.emulator.requests().len();

    let worker = fleet.worker(&setting.client).await.unwrap();
    tokio::select! {
        done = worker.run_until(pending::<()>()) => panic!("{done:?}"),
        () = async { while executed() == 0 { sleep(POLL).await } } => {}
    }
    let sent = executed();
    let worker = fleet.worker(&setting.client).await.unwrap();
    let done = async {
        while fleet.backlog().await.unwrap() > 0 {
            sleep(POLL).await;
        }
    };
    worker.run_until(done).await.unwrap();
    let outcomes = fleet.outcomes_after(0).await.unwrap();
    let outcome: Vec<Outcome> = outcomes.map(Result::unwrap).take(1).collect().await;
    assert!(outcome[0].result.as_ref().unwrap_err().is_unknown_outcome);
    assert_eq!(executed(), sent);
}
