use std::time::Duration;

use crate::error::EmulatorError;
use crate::odata::path;

/// The condition on which a request encounters a [`Fault`](crate::Fault).
///
/// A constructor says which requests are chosen: all, the next ones, every nth, or some by chance. They can be restricted to a
/// [`method`](Self::method) and a [`path`](Self::path); other requests are not counted.
///
/// ```
/// use std::time::Duration;
///
/// use graph_resource_emulator::When;
///
/// let next_two_updates = When::next(2).method("PATCH");
/// let third_request = When::next(1).after(2);
/// let tenth_of_the_requests_for_lists = When::chance(0.1, 42).path("/users/adele/todo/lists");
/// let more_than_ten_per_second = When::over(10, Duration::from_secs(1));
/// ```
#[derive(Debug, Clone, PartialEq)]
#[must_use = "a condition has no effect without a fault"]
pub struct When {
    pub(super) schedule: Schedule,
    pub(super) skipped: u64,
    pub(super) method: Option<String>,
    pub(super) path: Option<String>,
    pub(super) is_elsewhere: bool,
}

/// The choice among the requests of a condition's method and path.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Schedule {
    Always,
    Next(u64),
    Every(u64),
    Chance { probability: f64, seed: u64 },
    Over { requests: u64, window: Duration },
    UntilAnotherToken,
}

impl When {
    const fn new(schedule: Schedule) -> Self {
        Self {
            schedule,
            skipped: 0,
            method: None,
            path: None,
            is_elsewhere: false,
        }
    }

    /// Chooses all requests.
    pub const fn always() -> Self {
        Self::new(Schedule::Always)
    }

    /// Chooses the next `count` requests.
    pub const fn next(count: u64) -> Self {
        Self::new(Schedule::Next(count))
    }

    /// Chooses every `n`th request: for 3, the third, the sixth, and so on.
    pub const fn every(n: u64) -> Self {
        Self::new(Schedule::Every(n))
    }

    /// Chooses each request with this probability, from 0 to 1. The same seed always chooses the same requests.
    pub const fn chance(probability: f64, seed: u64) -> Self {
        Self::new(Schedule::Chance { probability, seed })
    }

    /// Chooses the requests that exceed a budget of `requests` per `window` of time.
    ///
    /// A window begins with the first request after the previous one, by the emulator's [clock](crate::Clock).
    ///
    /// ```
    /// use std::time::Duration;
    ///
    /// use graph_resource_emulator::{Emulator, Fault, RetryAfter, When};
    ///
    /// # let emulator = Emulator::builder().start()?;
    /// let throttled = Fault::status(429).retry_after(RetryAfter::Window);
    /// emulator.inject(throttled, When::over(100, Duration::from_secs(1)))?;
    /// # Ok::<(), graph_resource_emulator::EmulatorError>(())
    /// ```
    pub const fn over(requests: u64, window: Duration) -> Self {
        Self::new(Schedule::Over { requests, window })
    }

    /// Chooses each request with the token of the first one, until a request has another token. All requests after that succeed.
    pub const fn until_another_token() -> Self {
        Self::new(Schedule::UntilAnotherToken)
    }

    /// Skips the first `count` requests. They are not counted.
    pub const fn after(mut self, count: u64) -> Self {
        self.skipped = count;
        self
    }

    /// Restricts the condition to requests with this method.
    pub fn method(mut self, method: impl Into<String>) -> Self {
        self.method = Some(method.into());
        self
    }

    /// Restricts the condition to requests for this path and those below it, without the version and percent-encoded.
    pub fn path(mut self, path: impl Into<String>) -> Self {
        self.path = Some(path.into());
        self
    }

    /// Restricts the condition to requests to the [second port](crate::Emulator::url_elsewhere).
    pub const fn elsewhere(mut self) -> Self {
        self.is_elsewhere = true;
        self
    }

    /// Checks that the condition is possible.
    pub(crate) fn validate(&self) -> Result<(), EmulatorError> {
        self.validate_schedule()?;
        match &self.path {
            Some(path) if path::decode(path).is_none() => {
                let message = format!(
                    "`{path}` is not a valid path: it must begin with `/` and be percent-encoded"
                );
                Err(EmulatorError::new(message))
            }
            _ => Ok(()),
        }
    }

    fn validate_schedule(&self) -> Result<(), EmulatorError> {
        match self.schedule {
            Schedule::Every(0) => Err(EmulatorError::new("`every(0)` chooses no request")),
            Schedule::Chance { probability, .. } if !(0.0..=1.0).contains(&probability) => {
                let message = format!("{probability} is not a probability: it must be from 0 to 1");
                Err(EmulatorError::new(message))
            }
            Schedule::Over { window, .. } if window.is_zero() => Err(EmulatorError::new(
                "the window of a budget must not be zero",
            )),
            _ => Ok(()),
        }
    }
}
