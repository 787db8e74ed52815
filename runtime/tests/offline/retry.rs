//! Tests of retries. The clock of the test is paused, and skips waits.

use std::collections::VecDeque;
use std::io;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use bytes::Bytes;
use graph_resource::{
    Body, BoxFuture, Client, ClientBuilder, Error, ErrorKind, Retry, Transport, TransportError,
    Updated,
};
use http::Method;
use http::header::HeaderValue;
use serde_json::Value;
use tokio::time::Instant;

use crate::common::{Probe, answer};
use crate::whole;

const SECOND: Duration = Duration::from_secs(1);

/// The outcome of one attempt.
#[derive(Clone)]
pub(crate) enum Outcome {
    Answer(http::Response<Bytes>),
    Error(io::ErrorKind),
    Never,
}

/// A transport that returns scripted outcomes, the last of them repeatedly, and records what was sent when.
#[derive(Clone)]
pub(crate) struct Script(Arc<Mutex<ScriptState>>);

struct ScriptState {
    script: VecDeque<Outcome>,
    sent: Vec<(Instant, http::Request<Bytes>)>,
}

impl Script {
    pub(crate) fn new(script: impl IntoIterator<Item = Outcome>) -> Self {
        Self(Arc::new(Mutex::new(ScriptState {
            script: script.into_iter().collect(),
            sent: Vec::new(),
        })))
    }

    pub(crate) fn client(&self) -> ClientBuilder {
        Client::builder().token("any").transport(self.clone())
    }

    pub(crate) fn attempts(&self) -> usize {
        self.0.lock().unwrap().sent.len()
    }

    pub(crate) fn sent(&self) -> Vec<http::Request<Bytes>> {
        let state = self.0.lock().unwrap();
        state
            .sent
            .iter()
            .map(|(_, request)| request.clone())
            .collect()
    }

    /// Returns the wait before each attempt after the first.
    fn waits(&self) -> Vec<Duration> {
        let state = self.0.lock().unwrap();
        let times = state.sent.windows(2);
        times.map(|pair| pair[1].0 - pair[0].0).collect()
    }
}

impl Transport for Script {
    fn send(
        &self,
        request: http::Request<Body>,
    ) -> BoxFuture<'static, Result<http::Response<Body>, TransportError>> {
        let mut state = self.0.lock().unwrap();
        state.sent.push((Instant::now(), whole(request)));
        let outcome = if state.script.len() > 1 {
            state.script.pop_front()
        } else {
            state.script.front().cloned()
        };
        Box::pin(async move {
            match outcome.unwrap() {
                Outcome::Answer(answer) => Ok(answer.map(Body::from)),
                Outcome::Error(kind) => Err(io::Error::from(kind).into()),
                Outcome::Never => std::future::pending().await,
            }
        })
    }
}

pub(crate) fn status(status: u16) -> Outcome {
    Outcome::Answer(answer(status, ""))
}

pub(crate) fn asking(status: u16, retry_after: &str) -> Outcome {
    let mut answer = answer(status, "");
    let value = HeaderValue::try_from(retry_after).unwrap();
    answer.headers_mut().insert("retry-after", value);
    Outcome::Answer(answer)
}

fn probe(method: Method) -> Probe {
    Probe {
        method,
        ..Probe::patch()
    }
}

async fn sent(script: &Script, request: &Probe) -> Result<Updated<Value>, Error> {
    script.client().build().unwrap().send(request).await
}

#[tokio::test(start_paused = true)]
async fn the_wait_is_that_of_the_service_and_up_to_a_tenth_more() {
    for (retry_after, milliseconds) in [
        ("2.128", 2128),
        ("37", 37_000),
        ("120", 120_000),
        ("5,5", 5000),
        (".25", 250),
    ] {
        for failure in [408, 429, 503, 504, 509] {
            let script = Script::new([asking(failure, retry_after), status(204)]);
            sent(&script, &Probe::patch()).await.unwrap();
            let least = Duration::from_millis(milliseconds);
            let [wait] = script.waits()[..] else {
                panic!("{retry_after}: {} attempts", script.attempts())
            };
            // The timers of Tokio have a resolution of a millisecond.
            let most = least.mul_f64(1.1) + Duration::from_millis(2);
            assert!((least..=most).contains(&wait), "{retry_after}: {wait:?}");
        }
    }
}

#[tokio::test(start_paused = true)]
async fn a_date_is_compared_to_the_clock_of_the_service() {
    let Outcome::Answer(mut late) = asking(429, "Sun, 06 Nov 1994 08:50:37 GMT") else {
        unreachable!()
    };
    let date = HeaderValue::from_static("Sun, 06 Nov 1994 08:49:37 GMT");
    late.headers_mut().insert("date", date);
    let script = Script::new([Outcome::Answer(late), status(204)]);
    sent(&script, &Probe::patch()).await.unwrap();
    assert!((60 * SECOND..=67 * SECOND).contains(&script.waits()[0]));
}

#[tokio::test(start_paused = true)]
async fn without_a_valid_wait_the_delay_is_that_of_the_policy_and_doubles() {
    for retry_after in ["0", "-1", "abc", "", "Sun, 06 Nov 1994 08:49:37 GMT"] {
        let script = Script::new([asking(429, retry_after)]);
        sent(&script, &Probe::patch()).await.unwrap_err();
        let waits = script.waits();
        assert_eq!(waits.len(), 4);
        for (wait, milliseconds) in waits.into_iter().zip([500, 1000, 2000, 4000]) {
            let least = Duration::from_millis(milliseconds);
            assert!(
                (least..=2 * least + SECOND / 500).contains(&wait),
                "{wait:?}"
            );
        }
    }
}

#[tokio::test(start_paused = true)]
async fn a_wait_beyond_the_time_of_the_policy_is_an_immediate_error() {
    for retry_after in ["181", "1000000000", "99999999999999999999999"] {
        let script = Script::new([asking(429, retry_after), status(204)]);
        let before = Instant::now();
        let error = sent(&script, &Probe::patch()).await.unwrap_err();
        assert_eq!(before.elapsed(), Duration::ZERO);
        assert!(error.is_throttled());
        assert!(error.retry_after().unwrap() >= 181 * SECOND);
        assert_eq!(error.attempts(), 1);
    }
}

#[tokio::test(start_paused = true)]
async fn the_time_of_the_policy_counts_from_the_first_attempt() {
    let script = Script::new([asking(429, "50")]);
    let error = sent(&script, &Probe::patch()).await.unwrap_err();
    assert_eq!(error.attempts(), 4);
    assert_eq!(
        error.to_string(),
        "the service answered 429 Too Many Requests without a body [PATCH /probes/{id}] [4 attempts]"
    );
}

#[tokio::test(start_paused = true)]
async fn a_request_is_sent_at_most_max_attempts_times() {
    for (attempts, expected) in [(0, 1), (1, 1), (2, 2), (7, 7)] {
        let script = Script::new([asking(429, "1")]);
        let retry = Retry::default().max_attempts(attempts);
        let client = script.client().retry(retry).build().unwrap();
        let error = client.send(&Probe::patch()).await.unwrap_err();
        assert_eq!(script.attempts(), expected);
        assert_eq!(error.attempts() as usize, expected);
    }
}

#[tokio::test(start_paused = true)]
async fn only_transient_failures_are_retried() {
    for code in [400, 401, 403, 404, 409, 412, 428, 500, 501, 502, 507] {
        let script = Script::new([asking(code, "1"), status(204)]);
        let error = sent(&script, &Probe::get()).await.unwrap_err();
        assert_eq!(error.status().unwrap(), code);
        assert_eq!(script.attempts(), 1, "{code}");
    }
}

#[tokio::test(start_paused = true)]
async fn after_a_possible_execution_only_idempotent_requests_are_retried() {
    let possibly_executed = [
        status(504),
        asking(504, "1"),
        status(503),
        asking(503, "1"),
        Outcome::Error(io::ErrorKind::ConnectionReset),
        Outcome::Error(io::ErrorKind::TimedOut),
    ];
    for outcome in possibly_executed {
        for (method, is_repeated) in [
            (Method::GET, true),
            (Method::DELETE, true),
            (Method::PATCH, true),
            (Method::PUT, true),
            (Method::POST, false),
        ] {
            let script = Script::new([outcome.clone(), status(204)]);
            let result = sent(&script, &probe(method.clone())).await;
            assert_eq!(result.is_ok(), is_repeated, "{method}");
            assert_eq!(script.attempts(), 1 + usize::from(is_repeated), "{method}");
        }
    }
}

#[tokio::test(start_paused = true)]
async fn without_an_execution_every_request_is_retried() {
    let not_executed = [
        status(429),
        asking(429, "1"),
        Outcome::Error(io::ErrorKind::ConnectionRefused),
    ];
    for outcome in not_executed {
        for method in [Method::GET, Method::DELETE, Method::PATCH, Method::POST] {
            let script = Script::new([outcome.clone(), status(204)]);
            sent(&script, &probe(method)).await.unwrap();
            assert_eq!(script.attempts(), 2);
        }
    }
}

#[tokio::test(start_paused = true)]
async fn after_a_possible_execution_a_post_is_retried_if_the_policy_assumes_idempotency() {
    for outcome in [status(504), status(503), asking(503, "1")] {
        let script = Script::new([outcome, status(204)]);
        let retry = Retry::default().assume_idempotent();
        let client = script.client().retry(retry).build().unwrap();
        client.send(&probe(Method::POST)).await.unwrap();
        assert_eq!(script.attempts(), 2);
    }
}

#[tokio::test(start_paused = true)]
async fn a_post_that_is_not_repeated_reports_the_wait() {
    let script = Script::new([asking(503, "5"), status(204)]);
    let error = sent(&script, &probe(Method::POST)).await.unwrap_err();
    assert_eq!(error.status().unwrap(), 503);
    assert_eq!(error.retry_after(), Some(5 * SECOND));
    assert_eq!(error.attempts(), 1);
}

#[tokio::test(start_paused = true)]
async fn a_transport_error_that_is_not_an_io_error_is_final() {
    let transport = |_| async { Err::<http::Response<Body>, _>("no script for this".into()) };
    let client = Client::builder().token("any").transport(transport).build();
    let error = client.unwrap().send(&Probe::get()).await.unwrap_err();
    assert_eq!(error.attempts(), 1);
}

#[tokio::test(start_paused = true)]
async fn all_attempts_send_the_same_bytes_with_the_same_id() {
    let script = Script::new([asking(429, "1"), status(503), status(204)]);
    sent(&script, &Probe::patch()).await.unwrap();
    let sent = script.sent();
    assert_eq!(sent.len(), 3);
    assert_eq!(sent[0].headers()["client-request-id"].len(), 36);
    for request in &sent {
        assert_eq!(request.body(), Probe::patch().body);
        assert_eq!(request.headers(), sent[0].headers());
        assert_eq!(request.uri(), sent[0].uri());
    }
}

#[tokio::test(start_paused = true)]
async fn an_error_without_an_answer_has_the_client_request_id() {
    let script = Script::new([Outcome::Error(io::ErrorKind::ConnectionReset)]);
    let error = sent(&script, &Probe::patch()).await.unwrap_err();
    let id = script.sent()[4].headers()["client-request-id"].clone();
    assert_eq!(error.client_request_id().unwrap(), id);
    assert_eq!(error.attempts(), 5);
}

#[tokio::test(start_paused = true)]
async fn retries_of_many_tasks_do_not_multiply_an_outage() {
    let script = Script::new([status(503)]);
    let client = script.client().build().unwrap();
    let tasks: Vec<_> = (0..1000)
        .map(|_| tokio::spawn(client.send(&Probe::patch())))
        .collect();
    for task in tasks {
        task.await.unwrap().unwrap_err();
    }
    assert_eq!(script.attempts(), 1100);
}

#[tokio::test(start_paused = true)]
async fn throttling_of_one_request_delays_the_others_of_the_client() {
    let script = Script::new([asking(429, "37"), status(204)]);
    let client = script.client().build().unwrap();
    let first = tokio::spawn(client.send(&Probe::patch()));
    tokio::time::sleep(SECOND).await;
    assert_eq!(script.attempts(), 1);
    let before = Instant::now();
    client.send(&Probe::get()).await.unwrap();
    assert!(before.elapsed() >= 36 * SECOND);
    first.await.unwrap().unwrap();
}

#[tokio::test(start_paused = true)]
async fn throttling_without_a_wait_delays_the_others_as_well() {
    let script = Script::new([status(429), status(204)]);
    let retry = Retry::default().backoff(7 * SECOND, 7 * SECOND);
    let client = script.client().retry(retry).build().unwrap();
    let first = tokio::spawn(client.send(&Probe::patch()));
    tokio::time::sleep(SECOND).await;
    let before = Instant::now();
    client.send(&Probe::get()).await.unwrap();
    assert!(before.elapsed() >= 6 * SECOND);
    first.await.unwrap().unwrap();
}

#[tokio::test(start_paused = true)]
async fn a_request_that_cannot_wait_for_the_end_of_throttling_is_not_sent() {
    let script = Script::new([asking(429, "50"), status(204)]);
    let retry = Retry::default().max_elapsed(49 * SECOND);
    let client = script.client().retry(retry).build().unwrap();
    client.send(&Probe::patch()).await.unwrap_err();
    let error = client.send(&Probe::patch()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::ThrottledByClient);
    assert!(error.is_throttled());
    assert_eq!(error.retry_after(), Some(50 * SECOND));
    assert_eq!(error.attempts(), 0);
    assert_eq!(script.attempts(), 1);
    assert_eq!(
        error.to_string(),
        "the request was not sent: the service asks this client to wait for 50 more seconds, which is longer than the request may take \
         [PATCH /probes/{id}]"
    );
}

#[tokio::test(start_paused = true)]
async fn the_policy_never_sends_once_without_waiting() {
    let script = Script::new([asking(429, "600")]);
    let client = script.client().build().unwrap();
    let never = Probe {
        retry: Some(Retry::never()),
        ..Probe::patch()
    };
    for attempts in 1..4 {
        let error = client.send(&never).await.unwrap_err();
        assert_eq!(error.status().unwrap(), 429);
        assert_eq!(script.attempts(), attempts);
    }
}

#[tokio::test(start_paused = true)]
async fn no_more_requests_than_the_maximum_are_in_flight() {
    let script = Script::new([Outcome::Never]);
    let client = script.client().max_in_flight(3).build().unwrap();
    let tasks: Vec<_> = (0..10)
        .map(|_| tokio::spawn(client.send(&Probe::get())))
        .collect();
    tokio::time::sleep(SECOND).await;
    assert_eq!(script.attempts(), 3);
    tasks[0].abort();
    tokio::time::sleep(SECOND).await;
    assert_eq!(script.attempts(), 4);
}

#[tokio::test(start_paused = true)]
async fn the_total_timeout_limits_attempts_and_waits_together() {
    for outcome in [Outcome::Never, asking(429, "9")] {
        let script = Script::new([outcome]);
        let client = script.client().total_timeout(30 * SECOND).build().unwrap();
        let before = Instant::now();
        let error = client.send(&Probe::get()).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Timeout);
        assert_eq!(before.elapsed(), 30 * SECOND);
        assert_eq!(error.attempts() as usize, script.attempts());
    }
}

#[tokio::test(start_paused = true)]
async fn a_request_that_is_dropped_while_it_waits_does_not_affect_later_requests() {
    let script = Script::new([asking(429, "9"), status(204)]);
    let client = script.client().build().unwrap();
    let abandoned = tokio::time::timeout(SECOND, client.send(&Probe::patch())).await;
    assert!(abandoned.is_err());
    client.send(&Probe::patch()).await.unwrap();
    assert_eq!(script.attempts(), 2);
}

#[tokio::test(start_paused = true)]
async fn the_policy_of_a_request_overrides_that_of_the_client() {
    let script = Script::new([asking(429, "1")]);
    let client = script.client().retry(Retry::never()).build().unwrap();
    let twice = Probe {
        retry: Some(Retry::default().max_attempts(2)),
        ..Probe::patch()
    };
    client.send(&twice).await.unwrap_err();
    assert_eq!(script.attempts(), 2);
}

/// Polls a future once, without a waker.
fn polled_once<F: Future>(future: F) -> Option<F::Output> {
    let mut context = Context::from_waker(Waker::noop());
    match Box::pin(future).as_mut().poll(&mut context) {
        Poll::Ready(output) => Some(output),
        Poll::Pending => None,
    }
}

#[test]
fn outside_of_a_tokio_runtime_a_request_is_sent_once_without_a_panic() {
    let script = Script::new([asking(429, "1")]);
    let client = script.client().total_timeout(SECOND).build().unwrap();
    let refused = polled_once(client.send(&Probe::patch()))
        .unwrap()
        .unwrap_err();
    assert_eq!(refused.status().unwrap(), 429);
    let throttled = polled_once(client.send(&Probe::patch()))
        .unwrap()
        .unwrap_err();
    assert_eq!(throttled.kind(), ErrorKind::ThrottledByClient);
    assert_eq!(script.attempts(), 1);
}
