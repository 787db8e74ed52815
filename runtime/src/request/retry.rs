use std::time::Duration;

/// A retry policy: whether, when and for how long a failed request is repeated.
///
/// A client has one ([`ClientBuilder::retry`](crate::ClientBuilder::retry)), and so may a request (`with_retry`).
///
/// A request is repeated after an answer of status `408`, `429`, `503`, `504` or `509`, if no connection could be made, and if an exchange was interrupted
/// or timed out ("Microsoft Graph throttling guidance"). A request that may have been executed, because the exchange was interrupted or
/// timed out or because the status was `408`, `503` (with `Retry-After` or without) or `504`, is repeated only if it is idempotent: `GET`, `DELETE`,
/// and `PATCH` or `PUT` without `If-Match` and `If-None-Match`, unless a `PATCH` adds references to a relationship. A `DELETE` that was executed and whose answer was lost can therefore end in
/// `404`. Other requests, such as a `POST`, are repeated only after a `429` or `509` and if no connection could be made.
///
/// The wait is the time that the service asks for (`Retry-After`) and up to a tenth more, and never less. Without `Retry-After`, it is a
/// delay that doubles each time, and up to as much again, so that many clients do not return at once. If the wait would exceed the time that
/// the policy allows, the error is returned at once, and its [`retry_after`](crate::Error::retry_after) is the time that the service asked
/// for.
///
/// Other requests wait with a throttled one if they go to the same part of the service ([`workload`](Self::workload)), as long as the service
/// asks for, and for a minute at most. Then one of them is sent as a probe, and its answer lets the others go on.
///
/// Without the feature `retry`, which `reqwest` and `hyper` enable, and outside of a Tokio runtime with timers, nothing is repeated.
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

    /// Creates a policy that never repeats, and does not wait for a service that throttles.
    ///
    /// Like any request, it waits for its turn if the client has too many in flight, and for a token, three minutes at most each.
    pub const fn never() -> Self {
        Self {
            max_attempts: 1,
            max_elapsed: Duration::ZERO,
            backoff: (Duration::ZERO, Duration::ZERO),
            is_idempotent: false,
            workload: None,
        }
    }

    /// Sets the maximum number of attempts, including the first. The default is 5; zero counts as one.
    pub const fn max_attempts(mut self, attempts: u32) -> Self {
        self.max_attempts = if attempts == 0 { 1 } else { attempts };
        self
    }

    /// Sets the time after the first attempt within which further attempts may begin. The default is three minutes.
    ///
    /// It limits the waits, including those for the turn of the request and for a token. Each exchange is limited by the transport (100
    /// seconds by default), and [`ClientBuilder::total_timeout`](crate::ClientBuilder::total_timeout) limits the whole.
    pub const fn max_elapsed(mut self, time: Duration) -> Self {
        self.max_elapsed = time;
        self
    }

    /// Sets the first and the longest delay if the service does not ask for one. The default is half a second and 30 seconds.
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

    /// Also repeats requests that are not idempotent and may have been executed: a `POST`, a conditional `PATCH`.
    ///
    /// Use it for a `POST` that only computes or searches, and for one that the service recognizes as a repetition, for example by its
    /// `client-request-id`.
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
