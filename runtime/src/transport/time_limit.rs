use std::pin::pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use futures_util::StreamExt;
use tokio::time::error::Elapsed;
use tokio::time::{Instant, timeout_at};

use super::streams::Streams;
use crate::body::Body;

/// About 30 years, which each clock can represent.
pub(super) const FAR: Duration = Duration::from_secs(86_400 * 365 * 30);

/// The time limit of an exchange.
#[derive(Debug, Clone)]
pub(super) enum TimeLimit {
    /// The exchange ends at this time.
    Until(Instant),
    /// The exchange has streams, and each step of it has the time.
    EachStep {
        time: Duration,
        /// The beginning of the current step.
        since: Arc<Mutex<Instant>>,
    },
}

impl TimeLimit {
    /// Starts the time of an exchange.
    pub(super) fn start(time: Duration, streams: Streams) -> Self {
        let now = Instant::now();
        if streams.has_any() {
            let since = Arc::new(Mutex::new(now));
            Self::EachStep { time, since }
        } else {
            Self::Until(after(now, time))
        }
    }

    /// Starts the time of the next step.
    pub(super) fn begin_step(&self) {
        if let Self::EachStep { since, .. } = self {
            *since.lock().unwrap_or_else(PoisonError::into_inner) = Instant::now();
        }
    }

    /// Lets each piece of the body that is sent be a step.
    pub(super) fn watch(&self, request: http::Request<Body>) -> http::Request<Body> {
        if request.body().as_bytes().is_some() {
            return request;
        }
        let limit = self.clone();
        request.map(|body| {
            let length = body.length();
            let watched = Body::stream(body.inspect(move |_| limit.begin_step()));
            match length {
                Some(length) => watched.with_length(length),
                None => watched,
            }
        })
    }

    /// Waits for the future, within the time.
    pub(super) async fn wait<F: Future>(&self, future: F) -> Result<F::Output, Elapsed> {
        let mut future = pin!(future);
        loop {
            let deadline = self.deadline();
            match timeout_at(deadline, future.as_mut()).await {
                Ok(output) => return Ok(output),
                Err(elapsed) if self.deadline() == deadline => return Err(elapsed),
                Err(_) => {}
            }
        }
    }

    fn deadline(&self) -> Instant {
        match self {
            Self::Until(deadline) => *deadline,
            Self::EachStep { time, since } => {
                let since = *since.lock().unwrap_or_else(PoisonError::into_inner);
                after(since, *time)
            }
        }
    }
}

/// Returns the end of a time, or a time in the far future if no clock can represent the end.
fn after(start: Instant, time: Duration) -> Instant {
    start
        .checked_add(time)
        .or_else(|| start.checked_add(FAR))
        .unwrap_or(start)
}
