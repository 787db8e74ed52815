//! Checks the outcome of a request against a promise.

use std::error::Error as StdError;
use std::time::Duration;

use graph_resource::{Error, ErrorKind};
use graph_resource_emulator::RecordedRequest;

use crate::client::ATTEMPTS;
use crate::operation::Operation;
use crate::promise::{Failure, Promise};
use crate::rows::Kind;
use crate::test_bed::Outcome;

/// The maximum number of redirects.
const REDIRECTS: usize = 5;

/// Returns descriptions of all violations.
pub(crate) fn violations(
    outcome: &Outcome,
    promise: Promise,
    kind: Kind,
    operation: Operation,
) -> Vec<String> {
    let mut violations = Vec::new();
    violations.extend(check_executions(outcome, operation));
    violations.extend(check_attempts_are_equal(&outcome.requests));
    violations.extend(check_waits(outcome));
    violations.extend(check_reported_wait(outcome));
    let ending = match promise {
        Promise::Sound => None,
        _ if kind == Kind::Unreachable => unreachable(outcome),
        Promise::Unharmed => ends(outcome, Ok(()), 1),
        Promise::Repeated(failure) => repeated(outcome, failure),
        Promise::Reported(Failure::Status(401)) => unauthorized(outcome),
        Promise::Reported(failure) => ends(outcome, Err(failure), 1),
        Promise::Followed => followed(outcome),
        Promise::Renewed => ends(outcome, Ok(()), 2),
        Promise::Gone(failure) => gone(outcome, failure),
    };
    violations.extend(ending);
    violations
}

impl Outcome {
    pub(crate) fn executions(&self) -> usize {
        let requests = self.requests.iter();
        requests.filter(|request| request.was_executed()).count()
    }

    pub(crate) const fn is_acknowledged(&self) -> bool {
        self.result.is_ok()
    }

    /// Returns the requested and the actual wait with the smallest difference.
    pub(crate) fn closest_wait(&self) -> Option<(Duration, Duration)> {
        let pairs = self.requests.windows(2).filter_map(|pair| {
            let retry_after = self.retry_after_of(&pair[0])?;
            let waited = pair[1].received_at().duration_since(pair[0].received_at());
            Some((retry_after, waited))
        });
        pairs.min_by_key(|(retry_after, waited)| waited.saturating_sub(*retry_after))
    }

    fn retry_after_of(&self, request: &RecordedRequest) -> Option<Duration> {
        let met = request.fault()?;
        let waits = self.waits.iter().find(|(fault, _)| fault == met);
        waits.map(|(_, wait)| *wait).filter(|wait| !wait.is_zero())
    }
}

/// Checks that every acknowledged request was executed, and that no request was executed twice that must not be.
fn check_executions(outcome: &Outcome, operation: Operation) -> Vec<String> {
    let mut violations = Vec::new();
    let executions = outcome.executions();
    if outcome.is_acknowledged() && executions == 0 {
        violations.push("acknowledged, and never executed".to_owned());
    }
    if outcome.is_acknowledged() && outcome.is_done == Some(false) {
        violations.push("acknowledged, and the store does not show it".to_owned());
    }
    if matches!(outcome.result, Ok(false)) {
        violations.push("the value differs from the answer of the service".to_owned());
    }
    let once = matches!(
        operation,
        Operation::Create | Operation::UpdateIf | Operation::Delete
    );
    if once && executions > 1 {
        violations.push(format!("executed {executions} times"));
    }
    if !operation.is_read()
        && outcome
            .is_done
            .is_some_and(|is_done| is_done != (executions > 0))
    {
        violations.push("the log and the store contradict each other".to_owned());
    }
    // Each attempt follows redirects of its own.
    if outcome.requests.len() > ATTEMPTS * (1 + REDIRECTS) {
        violations.push(format!("{} requests", outcome.requests.len()));
    }
    if outcome.requests_to_other_origin > 0 {
        violations.push("a request was sent to another host".to_owned());
    }
    violations
}

/// Checks that all attempts have the same method, URL, body and id.
fn check_attempts_are_equal(requests: &[RecordedRequest]) -> Option<String> {
    let (first, others) = requests.split_first()?;
    let id = first.header("client-request-id");
    if id.is_none() {
        return Some("there is no client-request-id".to_owned());
    }
    let differs = others.iter().find(|other| {
        other.method() != first.method()
            || other.path() != first.path()
            || other.body() != first.body()
            || other.header("client-request-id") != id
            || other.header("if-match") != first.header("if-match")
    });
    differs.map(|other| format!("{other:?} differs from {first:?}"))
}

/// Checks that no wait was shorter than the service asked for.
fn check_waits(outcome: &Outcome) -> Option<String> {
    let (retry_after, waited) = outcome.closest_wait()?;
    (waited < retry_after).then(|| format!("asked to wait {retry_after:?}, waited {waited:?}"))
}

/// Checks that the error returns the wait that the service asked for.
fn check_reported_wait(outcome: &Outcome) -> Option<String> {
    let error = outcome.result.as_ref().err()?;
    let expected = outcome.retry_after_of(outcome.requests.last()?)?;
    let reported = error.retry_after();
    (reported != Some(expected))
        .then(|| format!("asked to wait {expected:?}, and the error reports {reported:?}"))
}

fn ends(outcome: &Outcome, expected: Result<(), Failure>, requests: usize) -> Option<String> {
    let sent = outcome.requests.len();
    if sent != requests {
        return Some(format!(
            "{sent} requests instead of {requests}; {}",
            describe(outcome)
        ));
    }
    match (&outcome.result, expected) {
        (Ok(_), Ok(())) => None,
        (Err(error), Err(failure)) if matches(error, failure, outcome) => {
            let attempts = error.attempts() as usize;
            (attempts != sent).then(|| format!("{attempts} attempts of {sent} are reported"))
        }
        _ => Some(format!("expected {expected:?}: {}", describe(outcome))),
    }
}

fn repeated(outcome: &Outcome, failure: Failure) -> Option<String> {
    match outcome.times {
        Some(times) if times < ATTEMPTS => ends(outcome, Ok(()), times + 1),
        _ => ends(outcome, Err(failure), ATTEMPTS),
    }
}

fn followed(outcome: &Outcome) -> Option<String> {
    match outcome.times {
        Some(times) => ends(outcome, Ok(()), times + 1),
        None if outcome.is_acknowledged() => Some("an endless redirect was followed".to_owned()),
        None => {
            let sent = outcome.requests.len();
            (sent != REDIRECTS + 1).then(|| format!("{sent} requests; {}", describe(outcome)))
        }
    }
}

/// Checks that a repeated deletion got `404`, or the failure if no answer arrived.
fn gone(outcome: &Outcome, failure: Failure) -> Option<String> {
    let Err(error) = &outcome.result else {
        return Some("an answer that was lost is acknowledged".to_owned());
    };
    let is_reported = matches(error, Failure::Status(404), outcome)
        || (outcome.times.is_none() && matches(error, failure, outcome));
    let most = outcome.times.map_or(ATTEMPTS, |times| times + 1);
    let has_expected_count = (2..=most).contains(&outcome.requests.len());
    let is_gone = outcome.is_done == Some(true);
    let is_promised = is_reported && has_expected_count && is_gone;
    (!is_promised).then(|| format!("{} requests; {}", outcome.requests.len(), describe(outcome)))
}

/// Checks that the request was repeated at most once after a `401`.
fn unauthorized(outcome: &Outcome) -> Option<String> {
    let is_reported = match &outcome.result {
        Ok(_) => false,
        Err(error) => matches(error, Failure::Status(401), outcome),
    };
    let sent = outcome.requests.len();
    let is_promised = is_reported && sent <= 2;
    (!is_promised).then(|| format!("{sent} requests; {}", describe(outcome)))
}

fn unreachable(outcome: &Outcome) -> Option<String> {
    let Err(error) = &outcome.result else {
        return Some("a request to an unreachable server is acknowledged".to_owned());
    };
    let is_promised =
        matches(error, Failure::Lost, outcome) && error.attempts() as usize == ATTEMPTS;
    (!is_promised).then(|| format!("{} attempts; {}", error.attempts(), describe(outcome)))
}

fn matches(error: &Error, failure: Failure, outcome: &Outcome) -> bool {
    let status = error.status().map(|status| status.as_u16());
    match failure {
        Failure::Status(expected) => error.kind() == ErrorKind::Service && status == Some(expected),
        // The status may have arrived without the body.
        Failure::Lost => error.kind() == ErrorKind::Transport && status.is_none_or(is_success),
        Failure::Late => error.kind() == ErrorKind::Timeout && status.is_none_or(is_success),
        Failure::Unreadable => error.kind() == ErrorKind::UnexpectedAnswer,
        Failure::NotFollowed => status.is_some_and(|status| (300..400).contains(&status)),
        Failure::OtherOrigin => {
            let text = format!("{error}");
            let origin = host(&outcome.urls.origin);
            let is_named = |host: &str| text.contains(host);
            is_named(origin) && (is_named(host(&outcome.urls.other_origin)) || is_named("https"))
        }
    }
}

fn is_success(status: u16) -> bool {
    (200..300).contains(&status)
}

fn host(url: &str) -> &str {
    url.trim_start_matches("http://")
}

/// Describes the result that the client reports.
fn describe(outcome: &Outcome) -> String {
    match &outcome.result {
        Ok(_) => "it is acknowledged".to_owned(),
        Err(error) => {
            let sources = std::iter::successors(error.source(), |error| (*error).source());
            let sources: Vec<_> = sources.map(ToString::to_string).collect();
            let (kind, sources) = (error.kind(), sources.join(": "));
            format!("reported as {kind:?}: {error} ({sources})")
        }
    }
}
