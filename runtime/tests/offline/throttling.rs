//! Tests of many tasks that share a client: the order in which they are sent, and the part of the service that throttles.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use bytes::Bytes;
use fastrand::Rng;
use graph_resource::{
    AccessToken, Body, Client, ClientBuilder, Endpoint, Error, ErrorKind, Request, Retry,
    TokenRequest, Updated,
};
use serde_json::Value;
use tokio::runtime::{Builder, Runtime};
use tokio::time::Instant;

use crate::common::{Probe, answer};
use crate::retry::{Outcome, Script, asking, status};

const SECOND: Duration = Duration::from_secs(1);

/// A `GET` of a resource with this path template.
struct At(&'static str, Option<Retry>);

const MAIL: At = At("/users/{id}/messages/{id}", None);
const CALENDAR: At = At("/users/{id}/events", None);
const DEVICES: At = At("/deviceManagement/virtualEndpoint/deviceImages/{id}", None);

impl Request for At {
    type Answer = Updated<Value>;

    fn to_http_request(&self, endpoint: &Endpoint) -> Result<http::Request<Bytes>, Error> {
        let retry = self.1;
        let probe = Probe {
            retry,
            ..Probe::get()
        };
        probe.to_http_request(endpoint)
    }

    fn path_template(&self) -> &'static str {
        self.0
    }

    fn read_answer(response: &http::Response<Bytes>) -> Result<Self::Answer, Error> {
        Updated::read(response)
    }
}

/// A client whose service takes a random while for each answer.
fn slow_client(seed: u64) -> ClientBuilder {
    let random = std::sync::Mutex::new(Rng::with_seed(seed));
    let transport = move |_: http::Request<Body>| {
        let micros = random.lock().unwrap().u64(200..600);
        async move {
            tokio::time::sleep(Duration::from_micros(micros)).await;
            Ok(answer(204, ""))
        }
    };
    Client::builder().token("any").transport(transport)
}

/// Runs equal loops until they have sent `total` requests, and returns how many each of them has sent.
async fn loops(client: Client, count: usize, retry: Option<Retry>, total: usize) -> Vec<usize> {
    let all = Arc::new(AtomicUsize::new(0));
    let tasks: Vec<_> = (0..count)
        .map(|_| {
            let (client, all) = (client.clone(), Arc::clone(&all));
            tokio::spawn(async move {
                let probe = Probe {
                    retry,
                    ..Probe::get()
                };
                let mut sent = 0;
                while all.fetch_add(1, Ordering::Relaxed) < total {
                    client.send(&probe).await.unwrap();
                    sent += 1;
                }
                sent
            })
        })
        .collect();
    let mut sent = Vec::new();
    for task in tasks {
        sent.push(task.await.unwrap());
    }
    sent
}

/// Asserts that each loop has at least these hundredths of its share.
fn assert_fair(sent: &[usize], hundredths: usize, name: &str) {
    let share = sent.iter().sum::<usize>() / sent.len();
    let least = sent.iter().min().unwrap();
    assert!(least * 100 >= share * hundredths, "{name}: {sent:?}");
}

fn single_thread() -> Runtime {
    let mut builder = Builder::new_current_thread();
    builder.enable_time().start_paused(true).build().unwrap()
}

fn many_threads() -> Runtime {
    let mut builder = Builder::new_multi_thread();
    builder.worker_threads(4).enable_time().build().unwrap()
}

#[test]
fn equal_loops_get_equal_shares() {
    for seed in 0..50 {
        for retry in [None, Some(Retry::never())] {
            let client = slow_client(seed).max_in_flight(4).build().unwrap();
            let sent = single_thread().block_on(loops(client, 8, retry, 400));
            assert_fair(&sent, 90, &format!("current_thread, seed {seed}"));
        }
    }
}

#[test]
fn equal_loops_get_equal_shares_of_many_threads() {
    for seed in 0..8 {
        for retry in [None, Some(Retry::never())] {
            let client = slow_client(seed).max_in_flight(4).build().unwrap();
            let sent = many_threads().block_on(loops(client, 8, retry, 400));
            // The system may suspend a thread for a while.
            assert_fair(&sent, 50, &format!("multi_thread, seed {seed}"));
        }
    }
}

#[tokio::test(start_paused = true)]
async fn requests_that_are_never_repeated_count_as_well() {
    let script = Script::new([Outcome::Never]);
    let never = script.client().retry(Retry::never());
    let client = never.max_in_flight(3).build().unwrap();
    for _ in 0..10 {
        tokio::spawn(client.send(&Probe::get()));
    }
    tokio::time::sleep(SECOND).await;
    assert_eq!(script.attempts(), 3);
}

#[tokio::test(start_paused = true)]
async fn the_wait_for_its_turn_is_bounded_by_the_time_of_the_request() {
    for (retry, seconds) in [
        (Retry::default().max_elapsed(7 * SECOND), 7),
        (Retry::default(), 180),
        (Retry::never(), 180),
    ] {
        let script = Script::new([Outcome::Never]);
        let client = script.client().retry(retry).max_in_flight(1);
        let client = client.build().unwrap();
        tokio::spawn(client.send(&Probe::get()));
        tokio::task::yield_now().await;
        let before = Instant::now();
        let error = client.send(&Probe::get()).await.unwrap_err();
        assert_eq!(before.elapsed(), seconds * SECOND);
        assert_eq!(error.kind(), ErrorKind::Timeout);
        assert_eq!(error.attempts(), 0);
        assert_eq!(
            error.message(),
            "the request was not sent: the client has too many requests in flight, and other requests waited longer"
        );
    }
}

#[tokio::test(start_paused = true)]
async fn a_token_provider_that_hangs_does_not_hang_the_client() {
    let calls = Arc::new(AtomicUsize::new(0));
    let counter = Arc::clone(&calls);
    let provider = move |_: TokenRequest| {
        let hangs = counter.fetch_add(1, Ordering::Relaxed) == 0;
        async move {
            if hangs {
                std::future::pending::<()>().await;
            }
            Ok(AccessToken::new("late"))
        }
    };
    let script = Script::new([status(204)]);
    let retry = Retry::default().max_elapsed(7 * SECOND);
    let client = script.client().retry(retry).max_in_flight(1);
    let client = client.token_provider(provider).build().unwrap();
    let before = Instant::now();
    let error = client.send(&Probe::get()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Credential);
    assert_eq!(error.attempts(), 0);
    assert_eq!(before.elapsed(), 7 * SECOND);
    client.send(&Probe::get()).await.unwrap();
    assert_eq!(calls.load(Ordering::Relaxed), 2);
}

#[tokio::test(start_paused = true)]
async fn throttling_of_one_workload_does_not_delay_others() {
    for status_code in [429, 503] {
        for retry_after in ["300", "1700000000"] {
            let script = Script::new([asking(status_code, retry_after), status(204)]);
            let client = script.client().build().unwrap();
            let error = client.send(&MAIL).await.unwrap_err();
            assert_eq!(error.status().unwrap(), status_code);
            let before = Instant::now();
            client.send(&CALENDAR).await.unwrap();
            client.send(&DEVICES).await.unwrap();
            assert_eq!(before.elapsed(), Duration::ZERO);
        }
    }
}

#[tokio::test(start_paused = true)]
async fn throttling_in_one_name_does_not_delay_another() {
    let script = Script::new([asking(429, "300"), status(204)]);
    let client = script.client().build().unwrap();
    client.send(&MAIL).await.unwrap_err();
    let before = Instant::now();
    let other = client.with_token("other");
    other.send(&MAIL).await.unwrap();
    assert_eq!(before.elapsed(), Duration::ZERO);
    let same_name = client.with_header("x-app", "1");
    same_name.send(&MAIL).await.unwrap();
    assert_eq!(before.elapsed(), 60 * SECOND);
}

#[tokio::test(start_paused = true)]
async fn throttling_of_one_workload_delays_its_other_requests_for_a_minute_at_most() {
    for (retry_after, seconds) in [("37", 37), ("300", 60), ("1700000000", 60)] {
        let script = Script::new([asking(429, retry_after), status(204)]);
        let client = script.client().build().unwrap();
        let once = Retry::default().max_attempts(1);
        client.send(&At(MAIL.0, Some(once))).await.unwrap_err();
        let before = Instant::now();
        client.send(&MAIL).await.unwrap();
        assert_eq!(before.elapsed(), seconds * SECOND, "{retry_after}");
        client.send(&MAIL).await.unwrap();
        assert_eq!(before.elapsed(), seconds * SECOND, "{retry_after}");
    }
}

#[tokio::test(start_paused = true)]
async fn the_throttled_request_waits_as_long_as_it_was_told() {
    let script = Script::new([asking(429, "150"), status(204)]);
    let client = script.client().build().unwrap();
    let before = Instant::now();
    let throttled = tokio::spawn(client.send(&MAIL));
    tokio::time::sleep(SECOND).await;
    client.send(&MAIL).await.unwrap();
    assert_eq!(before.elapsed(), 60 * SECOND);
    throttled.await.unwrap().unwrap();
    assert!(before.elapsed() >= 150 * SECOND);
}

#[tokio::test(start_paused = true)]
async fn a_single_probe_is_sent_to_a_service_that_throttles() {
    let script = Script::new([asking(429, "300")]);
    let client = script.client().build().unwrap();
    client.send(&MAIL).await.unwrap_err();
    let tasks: Vec<_> = (0..100).map(|_| tokio::spawn(client.send(&MAIL))).collect();
    tokio::time::sleep(61 * SECOND).await;
    assert_eq!(script.attempts(), 2);
    for task in tasks {
        let error = task.await.unwrap().unwrap_err();
        assert!(error.is_throttled());
    }
    assert!(script.attempts() <= 4, "{}", script.attempts());
}

#[tokio::test(start_paused = true)]
async fn requests_with_the_name_of_a_workload_wait_together() {
    let script = Script::new([asking(429, "30"), status(204)]);
    let client = script.client().build().unwrap();
    let exchange = Retry::default().workload("exchange");
    let once = exchange.max_attempts(1);
    client.send(&At(MAIL.0, Some(once))).await.unwrap_err();
    let before = Instant::now();
    client.send(&MAIL).await.unwrap();
    assert_eq!(before.elapsed(), Duration::ZERO);
    client.send(&At(CALENDAR.0, Some(exchange))).await.unwrap();
    assert_eq!(before.elapsed(), 30 * SECOND);
}

#[tokio::test(start_paused = true)]
async fn one_throttled_request_leaves_half_of_the_limit() {
    let script = Script::new([asking(429, "0"), status(204), Outcome::Never]);
    let client = script.client().max_in_flight(256).build().unwrap();
    client.send(&Probe::get()).await.unwrap();
    let before = script.attempts();
    for _ in 0..256 {
        tokio::spawn(client.send(&Probe::get()));
    }
    tokio::time::sleep(SECOND).await;
    assert_eq!(script.attempts() - before, 128);
}

#[tokio::test(start_paused = true)]
async fn times_without_a_limit_do_not_panic() {
    let script = Script::new([asking(429, "1"), status(503), status(204)]);
    let retry = Retry::default().max_elapsed(Duration::MAX);
    let client = script.client().retry(retry).total_timeout(Duration::MAX);
    client.build().unwrap().send(&Probe::get()).await.unwrap();
    assert_eq!(script.attempts(), 3);
}

#[test]
fn in_a_runtime_without_timers_a_request_is_sent_once_without_a_panic() {
    for mut builder in [Builder::new_current_thread(), Builder::new_multi_thread()] {
        let runtime = builder.build().unwrap();
        let script = Script::new([asking(429, "1")]);
        let client = script.client().total_timeout(SECOND).build().unwrap();
        let error = runtime.block_on(client.send(&MAIL)).unwrap_err();
        assert_eq!(error.status().unwrap(), 429);
        let error = runtime.block_on(client.send(&MAIL)).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::ThrottledByClient);
        assert_eq!(script.attempts(), 1);
    }
}
