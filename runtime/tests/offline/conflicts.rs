//! Concurrent changes of one item. The clock of the test is paused, and skips waits.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use crate::whole;
use bytes::Bytes;
use graph_resource::{
    Body, BoxFuture, Client, Error, Get, Modified, Retry, Transport, TransportError, graph_resource,
};
use http::{Method, Request, Response};
use serde_json::Value;
use tokio::time::{Instant, sleep};

#[graph_resource(path = "/counters", emit_type = "never")]
#[derive(Debug, Clone, PartialEq)]
struct Counter {
    #[graph(key)]
    id: String,
    count: i32,
    note: Option<String>,
}

/// What happens to one write, in order.
#[derive(Clone, Copy)]
enum Step {
    /// It is executed and answered, if its condition holds.
    Write,
    /// It is executed, and answered with this status.
    WriteThenFail(u16),
    /// It is answered with this status.
    Fail(u16),
    /// Somebody else has changed the item before.
    Other(fn(&mut Counter)),
}

#[derive(Clone)]
struct Service(Arc<Mutex<State>>);

struct State {
    item: Counter,
    version: u32,
    steps: Vec<Step>,
    /// The greatest time that a request and an answer take each.
    latency: Duration,
    requests: Vec<Request<Bytes>>,
}

impl Service {
    fn new(steps: impl IntoIterator<Item = Step>) -> Self {
        let item = Counter {
            id: "1".to_owned(),
            count: 50,
            note: None,
        };
        let mut steps: Vec<_> = steps.into_iter().collect();
        steps.reverse();
        Self(Arc::new(Mutex::new(State {
            item,
            version: 1,
            steps,
            latency: Duration::ZERO,
            requests: Vec::new(),
        })))
    }

    fn client(&self) -> Client {
        Client::builder()
            .token("any")
            .transport(self.clone())
            .build()
            .unwrap()
    }

    fn count(&self) -> i32 {
        self.0.lock().unwrap().item.count
    }

    fn requests(&self, method: &Method) -> Vec<Request<Bytes>> {
        let requests = &self.0.lock().unwrap().requests;
        requests
            .iter()
            .filter(|request| request.method() == method)
            .cloned()
            .collect()
    }
}

impl State {
    fn answer(&mut self, request: Request<Bytes>) -> Response<Bytes> {
        let response = if request.method() == Method::GET {
            self.representation()
        } else {
            self.write(&request)
        };
        self.requests.push(request);
        response
    }

    fn write(&mut self, request: &Request<Bytes>) -> Response<Bytes> {
        let mut step = self.steps.pop().unwrap_or(Step::Write);
        while let Step::Other(change) = step {
            change(&mut self.item);
            self.version += 1;
            step = self.steps.pop().unwrap_or(Step::Write);
        }
        if let Step::Fail(status) = step {
            return status_only(status);
        }
        let condition = request.headers().get("if-match");
        if condition.is_some_and(|etag| *etag != *self.etag()) {
            return status_only(412);
        }
        let changes: Value = serde_json::from_slice(request.body()).unwrap();
        if let Some(count) = changes.get("count") {
            self.item.count = serde_json::from_value(count.clone()).unwrap();
        }
        self.version += 1;
        match step {
            Step::WriteThenFail(status) => status_only(status),
            _ => self.representation(),
        }
    }

    fn etag(&self) -> String {
        format!("\"{}\"", self.version)
    }

    fn representation(&self) -> Response<Bytes> {
        let body = serde_json::to_vec(&self.item).unwrap();
        Response::builder()
            .header("etag", self.etag())
            .body(body.into())
            .unwrap()
    }
}

fn status_only(status: u16) -> Response<Bytes> {
    Response::builder()
        .status(status)
        .body(Bytes::new())
        .unwrap()
}

impl Transport for Service {
    fn send(
        &self,
        request: Request<Body>,
    ) -> BoxFuture<'static, Result<Response<Body>, TransportError>> {
        let state = Arc::clone(&self.0);
        Box::pin(async move {
            let latency = state.lock().unwrap().latency;
            sleep(latency.mul_f64(fastrand::f64())).await;
            let response = state.lock().unwrap().answer(whole(request));
            sleep(latency.mul_f64(fastrand::f64())).await;
            Ok(response.map(Body::from))
        })
    }
}

async fn add_ten(service: &Service, get: Get<Counter>) -> Result<Modified<Counter>, Error> {
    get.modify(|counter| counter.count += 10)
        .send(&service.client())
        .await
}

/// The policy with which a conditional write is repeated although it may have been executed.
fn repeated() -> Get<Counter> {
    Counter::get("1").with_retry(Retry::default().assume_idempotent())
}

#[tokio::test(start_paused = true)]
async fn fifty_tasks_that_edit_one_item_at_the_same_time_all_succeed() {
    for seed in 0..5 {
        fastrand::seed(seed);
        let service = Service::new([]);
        service.0.lock().unwrap().latency = Duration::from_millis(300);
        let client = service.client();
        let tasks: Vec<_> = (0..50)
            .map(|_| {
                let modify = Counter::get("1").modify(|counter| counter.count += 1);
                tokio::spawn(modify.send(&client))
            })
            .collect();
        for task in tasks {
            task.await.unwrap().unwrap();
        }
        assert_eq!(service.count(), 100, "seed {seed}");
    }
}

fn others(counter: &mut Counter) {
    counter.count += 1;
}

#[tokio::test(start_paused = true)]
async fn after_too_many_conflicts_the_error_says_how_many_and_counts_every_attempt() {
    for (max, conflicts) in [(None, 31), (Some(2), 3), (Some(0), 1)] {
        let service = Service::new([Step::Other(others), Step::Write].repeat(40));
        let mut modify = Counter::get("1").modify(|counter| counter.count += 10);
        if let Some(max) = max {
            modify = modify.with_max_conflicts(max);
        }
        let error = modify.send(&service.client()).await.unwrap_err();
        assert!(
            error.is_edit_conflict() && !error.is_unknown_outcome(),
            "{error}"
        );
        assert_eq!(
            (error.conflicts(), error.attempts()),
            (conflicts, 2 * conflicts)
        );
        let plural = if conflicts == 1 { "" } else { "s" };
        let gave_up = format!("[gave up after {conflicts} conflict{plural}]");
        assert!(error.to_string().contains(&gave_up), "{error}");
        assert_eq!(service.requests(&Method::PATCH).len(), conflicts as usize);
    }
}

#[tokio::test(start_paused = true)]
async fn an_error_after_conflicts_tells_them_and_does_not_say_that_it_gave_up() {
    let service = Service::new([Step::Other(others), Step::Write, Step::Fail(403)]);
    let error = add_ten(&service, Counter::get("1")).await.unwrap_err();
    assert!(
        error.is_forbidden() && error.to_string().contains(" [after 1 conflict]"),
        "{error}"
    );
    assert_eq!(error.attempts(), 4);
}

#[tokio::test(start_paused = true)]
async fn without_a_conflict_there_is_no_wait_and_after_each_there_is_one() {
    let begin = Instant::now();
    add_ten(&Service::new([]), Counter::get("1")).await.unwrap();
    assert!(begin.elapsed() < Duration::from_millis(5));
    let begin = Instant::now();
    let service = Service::new([Step::Other(others), Step::Write].repeat(12));
    add_ten(&service, Counter::get("1")).await.unwrap();
    assert!(
        begin.elapsed() > Duration::from_secs(1),
        "{:?}",
        begin.elapsed()
    );
    assert_eq!(service.count(), 50 + 12 + 10);
}

#[tokio::test(start_paused = true)]
async fn a_header_can_be_given_to_the_update_alone() {
    let service = Service::new([]);
    let get = Counter::get("1").with_header("x-both", "b");
    let modify = get
        .modify(|counter| counter.count += 1)
        .with_update_header("x-update", "u")
        .with_update_header("If-Match", "\"never\"");
    modify.send(&service.client()).await.unwrap();
    let read = &service.requests(&Method::GET)[0];
    let update = &service.requests(&Method::PATCH)[0];
    assert_eq!(
        (&read.headers()["x-both"], read.headers().get("x-update")),
        (&"b".parse().unwrap(), None)
    );
    assert_eq!(
        (&update.headers()["x-both"], &update.headers()["x-update"]),
        (&"b".parse().unwrap(), &"u".parse().unwrap())
    );
    let conditions: Vec<_> = update.headers().get_all("if-match").iter().collect();
    assert_eq!(conditions, ["\"1\""]);
}

#[tokio::test(start_paused = true)]
async fn an_update_that_was_executed_although_it_failed_is_not_made_twice() {
    let service = Service::new([Step::WriteThenFail(503)]);
    let modified = add_ten(&service, repeated()).await.unwrap();
    assert!(
        matches!(&modified, Modified::Updated(counter) if counter.count == 60),
        "{modified:?}"
    );
    assert_eq!(service.count(), 60);
    assert_eq!(service.requests(&Method::PATCH).len(), 2);
}

#[tokio::test(start_paused = true)]
async fn an_update_that_was_not_executed_is_made_again() {
    let change_note: fn(&mut Counter) = |counter| counter.note = Some("of another".to_owned());
    let service = Service::new([Step::Fail(503), Step::Other(change_note), Step::Write]);
    let modified = add_ten(&service, repeated()).await.unwrap().into_inner();
    assert_eq!(
        (modified.count, modified.note.as_deref()),
        (60, Some("of another"))
    );
    assert_eq!(service.count(), 60);
}

#[tokio::test(start_paused = true)]
async fn an_update_that_was_executed_is_recognized_beside_a_change_of_another_property() {
    let change_note: fn(&mut Counter) = |counter| counter.note = Some("of another".to_owned());
    let service = Service::new([
        Step::WriteThenFail(504),
        Step::Other(change_note),
        Step::Write,
    ]);
    add_ten(&service, repeated()).await.unwrap();
    assert_eq!(service.count(), 60);
}

#[tokio::test(start_paused = true)]
async fn an_update_whose_outcome_cannot_be_known_is_an_error_of_its_own() {
    let service = Service::new([Step::WriteThenFail(503), Step::Other(others), Step::Write]);
    let error = add_ten(&service, repeated()).await.unwrap_err();
    assert!(
        error.is_unknown_outcome() && error.is_precondition_failed(),
        "{error}"
    );
    assert!(!error.is_edit_conflict());
    assert_eq!(
        (service.count(), error.attempts(), error.conflicts()),
        (61, 4, 1)
    );
}

#[tokio::test(start_paused = true)]
async fn a_conflict_after_a_repeat_of_a_conditional_write_is_an_unknown_outcome() {
    for (first, is_unknown) in [
        (Step::WriteThenFail(503), true),
        (Step::WriteThenFail(504), true),
        (Step::WriteThenFail(408), true),
        (Step::Fail(503), true),
        (Step::Fail(429), false),
    ] {
        let service = Service::new([first, Step::Other(others), Step::Write]);
        let update = Counter::update("1").count(60).with_if_match("\"1\"");
        let policy = Retry::default().assume_idempotent();
        let error = update
            .with_retry(policy)
            .send(&service.client())
            .await
            .unwrap_err();
        assert_eq!(
            (error.is_precondition_failed(), error.attempts()),
            (true, 2)
        );
        assert_eq!(error.is_unknown_outcome(), is_unknown, "{error}");
        assert_eq!(error.is_edit_conflict(), !is_unknown, "{error}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_write_that_failed_says_whether_it_may_have_been_executed() {
    for (status, is_unknown) in [
        (400, false),
        (404, false),
        (408, true),
        (412, false),
        (429, false),
        (500, true),
        (501, false),
        (502, true),
        (503, true),
        (504, true),
        (509, false),
    ] {
        let service = Service::new([Step::Fail(status)]);
        let update = Counter::update("1").count(60).with_retry(Retry::never());
        let error = update.send(&service.client()).await.unwrap_err();
        assert_eq!(error.is_unknown_outcome(), is_unknown, "{error}");
    }
    let error = Counter::update("")
        .count(1)
        .send(&Service::new([]).client())
        .await
        .unwrap_err();
    assert!(!error.is_unknown_outcome(), "nothing was sent");
}

#[graph_resource(path = "/groups", emit_type = "never")]
#[derive(Debug)]
struct Group {
    #[graph(key)]
    id: String,
    #[graph(navigation, bind)]
    members: Vec<Counter>,
    #[graph(navigation, bind)]
    owner: Option<Box<Counter>>,
}

#[tokio::test(start_paused = true)]
async fn an_update_that_adds_references_is_not_repeated_if_it_may_have_been_executed() {
    let adds = || Group::update("1").members([Counter::get("2")]);
    let sets = || Group::update("1").owner(Counter::get("2"));
    for (update, status, attempts) in [
        (adds(), 503, 1),
        (adds(), 504, 1),
        (adds(), 429, 2),
        (sets(), 503, 2),
        (
            adds().with_retry(Retry::default().assume_idempotent()),
            503,
            2,
        ),
    ] {
        let service = Service::new([Step::Fail(status)]);
        let result = update
            .with_return_minimal()
            .send_with_response(&service.client())
            .await;
        assert_eq!(service.requests(&Method::PATCH).len(), attempts, "{status}");
        assert_eq!(result.is_err() && attempts == 1, attempts == 1);
    }
}
