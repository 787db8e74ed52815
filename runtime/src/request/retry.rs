use std::time::Duration;

/// When a request that failed is sent again, and for how long.
///
/// A client has one ([`ClientBuilder::retry`](crate::ClientBuilder::retry)), and so may a request (`with_retry`).
///
/// What is repeated is an answer of status `429`, `503` or `504`, a connection that could not be made, and an exchange that broke off or took
/// too long ("Microsoft Graph throttling guidance"). What may have been done already, since the exchange broke off or timed out, or because
/// the status was `503` (with `Retry-After` or without) or `504`, is repeated only where doing it twice comes to the same: `GET`, `DELETE`, and
/// `PATCH` or `PUT` without `If-Match` and `If-None-Match`. A `DELETE` that was done and whose answer was lost can therefore end in `404`.
/// Other requests, such as a `POST`, are repeated after a `429` only, and where no connection could be made.
///
/// The wait is what the service asks for (`Retry-After`) and up to a tenth more, and never less; where it asks for nothing, it is a delay
/// that doubles each time, and up to as much again, so that many do not come back at once. Where the wait would end behind the time that
/// the policy allows, the error comes back at once, and its [`retry_after`](crate::Error::retry_after) tells what the service asked for.
///
/// Other requests wait with a throttled one if they go to the same part of the service ([`workload`](Self::workload)), as long as the service
/// asks for, and for a minute at most. Then one of them is sent as a probe, and its answer lets the others go on.
///
/// Nothing is repeated without the feature `retry`, which `reqwest` and `hyper` bring, nor outside of a Tokio runtime with timers.
///
/// ```
/// use std::time::Duration;
///
/// use graph_resource::{Client, Retry};
///
/// # #[cfg(feature = "rustls")] {
/// let patient = Retry::default().max_attempts(10).max_elapsed(Duration::from_secs(600));
/// let client = Client::builder().token("…").retry(patient).build()?;
/// # }
/// # Ok::<(), graph_resource::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[must_use = "a policy does nothing by itself"]
pub struct Retry {
    pub(crate) max_attempts: u32,
    pub(crate) max_elapsed: Duration,
    pub(crate) backoff: (Duration, Duration),
    pub(crate) is_idempotent: bool,
    #[cfg_attr(not(feature = "retry"), allow(dead_code, reason = "nothing waits"))]
    pub(crate) workload: Option<&'static str>,
}

impl Retry {
    /// The default of [`max_elapsed`](Self::max_elapsed).
    pub(crate) const MAX_ELAPSED: Duration = Duration::from_secs(180);

    /// Sends once, without waiting for a service that throttles, and reports what came of it.
    ///
    /// Like any request, it takes its turn if the client has too many in flight, and waits for that and for a token three minutes at most.
    pub const fn never() -> Self {
        Self {
            max_attempts: 1,
            max_elapsed: Duration::ZERO,
            backoff: (Duration::ZERO, Duration::ZERO),
            is_idempotent: false,
            workload: None,
        }
    }

    /// How many times the request is sent at most, the first time included. The default is 5; zero counts as one.
    pub const fn max_attempts(mut self, attempts: u32) -> Self {
        self.max_attempts = if attempts == 0 { 1 } else { attempts };
        self
    }

    /// How long after it was first tried the request may be sent for the last time. The default is three minutes.
    ///
    /// It bounds the waits, also those for the turn of the request and for a token; each exchange has the time of the transport (100 seconds by
    /// default) beside it, and [`ClientBuilder::total_timeout`](crate::ClientBuilder::total_timeout) bounds everything.
    pub const fn max_elapsed(mut self, time: Duration) -> Self {
        self.max_elapsed = time;
        self
    }

    /// The first delay where the service asks for none, and the longest. The default is from half a second to 30 seconds.
    pub const fn backoff(mut self, first: Duration, longest: Duration) -> Self {
        self.backoff = (first, longest);
        self
    }

    /// Sets the name of the part of the service that the request goes to. If the service throttles a request, others with the same name wait.
    ///
    /// By default, requests belong together if the first two segments of their path templates that are not parameters are the same, such as
    /// `users` and `messages` of `/users/{user_id}/messages/{id}`.
    pub const fn workload(mut self, name: &'static str) -> Self {
        self.workload = Some(name);
        self
    }

    /// Repeats also what may have been done already and does not come to the same when done twice: a `POST`, a conditional `PATCH`.
    ///
    /// It is right for a `POST` that finds or computes something, and for one that the service recognises when it comes again, such as by
    /// a `client-request-id`.
    pub const fn assume_idempotent(mut self) -> Self {
        self.is_idempotent = true;
        self
    }
}

impl Default for Retry {
    fn default() -> Self {
        Self {
            max_attempts: 5,
            max_elapsed: Self::MAX_ELAPSED,
            backoff: (Duration::from_millis(500), Duration::from_secs(30)),
            is_idempotent: false,
            workload: None,
        }
    }
}
