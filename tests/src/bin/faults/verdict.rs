//! Compares the outcome of a request with the promise.

use std::error::Error as StdError;
use std::time::Duration;

use graph_resource::{Error, ErrorKind};
use graph_resource_emulator::RecordedRequest;

use crate::client::ATTEMPTS;
use crate::operation::Operation;
use crate::promise::{Failure, Promise};
use crate::rows::Kind;
use crate::trial::Outcome;

/// The maximum number of redirects.
const REDIRECTS: usize = 5;

/// Returns the broken promises in words; none if all were kept.
pub(crate) fn judge(
    outcome: &Outcome,
    promise: Promise,
    kind: Kind,
    operation: Operation,
) -> Vec<String> {
    let mut flaws = Vec::new();
    flaws.extend(soundness(outcome, operation));
    flaws.extend(sameness(&outcome.requests));
    flaws.extend(patience(outcome));
    flaws.extend(silence(outcome));
    let ending = match promise {
        Promise::Sound => None,
        _ if kind == Kind::Nobody => unreachable(outcome),
        Promise::Unharmed => ends(outcome, Ok(()), 1),
        Promise::Repeated(failure) => repeated(outcome, failure),
        Promise::Reported(Failure::Status(401)) => again_unauthorized(outcome),
        Promise::Reported(failure) => ends(outcome, Err(failure), 1),
        Promise::Followed => followed(outcome),
        Promise::Renewed => ends(outcome, Ok(()), 2),
        Promise::Gone(failure) => gone(outcome, failure),
    };
    flaws.extend(ending);
    flaws
}

impl Outcome {
    pub(crate) fn executions(&self) -> usize {
        let requests = self.requests.iter();
        requests.filter(|request| request.was_executed()).count()
    }

    pub(crate) const fn is_acknowledged(&self) -> bool {
        self.result.is_ok()
    }

    /// The shortest time between a fault and the next request, beyond what was told with it.
    pub(crate) fn slack(&self) -> Option<(Duration, Duration)> {
        let pairs = self.requests.windows(2).filter_map(|pair| {
            let told = self.told_with(&pair[0])?;
            let waited = pair[1].received_at().duration_since(pair[0].received_at());
            Some((told, waited))
        });
        pairs.min_by_key(|(told, waited)| waited.saturating_sub(*told))
    }

    fn told_with(&self, request: &RecordedRequest) -> Option<Duration> {
        let met = request.fault()?;
        let told = self.told.iter().find(|(fault, _)| fault == met);
        told.map(|(_, told)| *told).filter(|told| !told.is_zero())
    }
}

/// Nothing that did not happen is acknowledged, nothing is lost, nothing is done twice that must not be.
fn soundness(outcome: &Outcome, operation: Operation) -> Vec<String> {
    let mut flaws = Vec::new();
    let executions = outcome.executions();
    if outcome.is_acknowledged() && executions == 0 {
        flaws.push("acknowledged, and never executed".to_owned());
    }
    if outcome.is_acknowledged() && outcome.is_done == Some(false) {
        flaws.push("acknowledged, and the store does not show it".to_owned());
    }
    if matches!(outcome.result, Ok(false)) {
        flaws.push("the answer is not the one of the service".to_owned());
    }
    let once = matches!(
        operation,
        Operation::Create | Operation::UpdateIf | Operation::Delete
    );
    if once && executions > 1 {
        flaws.push(format!("executed {executions} times"));
    }
    if !operation.is_read()
        && outcome
            .is_done
            .is_some_and(|is_done| is_done != (executions > 0))
    {
        flaws.push("the log and the store are not of one mind".to_owned());
    }
    if outcome.requests.len() > ATTEMPTS + REDIRECTS {
        flaws.push(format!("{} requests", outcome.requests.len()));
    }
    if outcome.strayed > 0 {
        flaws.push("a request went to another host".to_owned());
    }
    flaws
}

/// All attempts are one request: same method, URL, body and id.
fn sameness(requests: &[RecordedRequest]) -> Option<String> {
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
    differs.map(|other| format!("{other:?} is not the same request as {first:?}"))
}

/// Never less than told.
fn patience(outcome: &Outcome) -> Option<String> {
    let (told, waited) = outcome.slack()?;
    (waited < told).then(|| format!("told to wait {told:?}, waited {waited:?}"))
}

/// An error says how long the service asked to wait.
fn silence(outcome: &Outcome) -> Option<String> {
    let error = outcome.result.as_ref().err()?;
    let told = outcome.told_with(outcome.requests.last()?)?;
    let said = error.retry_after();
    (said != Some(told)).then(|| format!("told to wait {told:?}, and the error says {said:?}"))
}

fn ends(outcome: &Outcome, expected: Result<(), Failure>, requests: usize) -> Option<String> {
    let sent = outcome.requests.len();
    if sent != requests {
        return Some(format!(
            "{sent} requests, where {requests} would do; {}",
            word(outcome)
        ));
    }
    match (&outcome.result, expected) {
        (Ok(_), Ok(())) => None,
        (Err(error), Err(failure)) if is(error, failure, outcome) => {
            let attempts = error.attempts() as usize;
            (attempts != sent).then(|| format!("{attempts} attempts of {sent} are reported"))
        }
        _ => Some(format!("expected {expected:?}: {}", word(outcome))),
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
        None if outcome.is_acknowledged() => Some("followed without end".to_owned()),
        None => {
            let sent = outcome.requests.len();
            (sent != REDIRECTS + 1).then(|| format!("{sent} requests; {}", word(outcome)))
        }
    }
}

/// The repeated request found nothing, or its answer was lost.
fn gone(outcome: &Outcome, failure: Failure) -> Option<String> {
    let Err(error) = &outcome.result else {
        return Some("an answer that was lost is acknowledged".to_owned());
    };
    let is_reported = is(error, Failure::Status(404), outcome)
        || (outcome.times.is_none() && is(error, failure, outcome));
    let most = outcome.times.map_or(ATTEMPTS, |times| times + 1);
    let is_as_often = (2..=most).contains(&outcome.requests.len());
    let is_gone = outcome.is_done == Some(true);
    let is_promised = is_reported && is_as_often && is_gone;
    (!is_promised).then(|| format!("{} requests; {}", outcome.requests.len(), word(outcome)))
}

/// With another token or without: once more at most.
fn again_unauthorized(outcome: &Outcome) -> Option<String> {
    let is_reported = match &outcome.result {
        Ok(_) => false,
        Err(error) => is(error, Failure::Status(401), outcome),
    };
    let sent = outcome.requests.len();
    let is_promised = is_reported && sent <= 2;
    (!is_promised).then(|| format!("{sent} requests; {}", word(outcome)))
}

fn unreachable(outcome: &Outcome) -> Option<String> {
    let Err(error) = &outcome.result else {
        return Some("a server that there is not is acknowledged".to_owned());
    };
    let is_promised = is(error, Failure::Lost, outcome) && error.attempts() as usize == ATTEMPTS;
    (!is_promised).then(|| format!("{} attempts; {}", error.attempts(), word(outcome)))
}

fn is(error: &Error, failure: Failure, outcome: &Outcome) -> bool {
    let status = error.status().map(|status| status.as_u16());
    match failure {
        Failure::Status(expected) => error.kind() == ErrorKind::Service && status == Some(expected),
        // The status may be known where the body is not.
        Failure::Lost => error.kind() == ErrorKind::Transport && status.is_none_or(is_success),
        Failure::Late => error.kind() == ErrorKind::Timeout && status.is_none_or(is_success),
        Failure::Unreadable => error.kind() == ErrorKind::UnexpectedAnswer,
        Failure::NotFollowed => status.is_some_and(|status| (300..400).contains(&status)),
        Failure::Elsewhere => {
            let text = format!("{error}");
            let home = host(&outcome.places.home);
            let is_named = |host: &str| text.contains(host);
            is_named(home) && (is_named(host(&outcome.places.elsewhere)) || is_named("https"))
        }
    }
}

fn is_success(status: u16) -> bool {
    (200..300).contains(&status)
}

fn host(url: &str) -> &str {
    url.trim_start_matches("http://")
}

/// Describes the result of the client.
fn word(outcome: &Outcome) -> String {
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
