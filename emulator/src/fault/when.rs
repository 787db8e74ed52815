use std::time::Duration;

use crate::{EmulatorError, place};

/// Which requests meet a [`Fault`](crate::Fault).
///
/// All of them, or those of a [`method`](Self::method) or a [`path`](Self::path); and of these the next, every nth, or some by chance.
///
/// ```
/// use std::time::Duration;
///
/// use graph_resource_emulator::When;
///
/// let the_first_two_updates = When::next(2).method("PATCH");
/// let the_third_one = When::next(1).after(2);
/// let a_tenth_of_the_writes_to_a_list = When::chance(0.1, 42).path("/users/adele/todo/lists");
/// let more_than_ten_in_a_second = When::over(10, Duration::from_secs(1));
/// ```
#[derive(Debug, Clone, PartialEq)]
#[must_use]
pub struct When {
    pub(super) schedule: Schedule,
    pub(super) skipped: u64,
    pub(super) method: Option<String>,
    pub(super) path: Option<String>,
}

/// Which of the requests that a condition is about.
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
        }
    }

    /// Every request.
    pub const fn always() -> Self {
        Self::new(Schedule::Always)
    }

    /// The next `count` requests.
    pub const fn next(count: u64) -> Self {
        Self::new(Schedule::Next(count))
    }

    /// Every `n`th request: of three the third, the sixth …
    pub const fn every(n: u64) -> Self {
        Self::new(Schedule::Every(n))
    }

    /// A request with this probability, from 0 to 1. For one seed it is always the same ones: the first and the fourth, say.
    pub const fn chance(probability: f64, seed: u64) -> Self {
        Self::new(Schedule::Chance { probability, seed })
    }

    /// What exceeds a budget of `requests` in a `window` of time, which begins with a request and is followed by the next one.
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

    /// Each request with the token of the first one. A request with another token is spared, and so are all after it.
    pub const fn until_another_token() -> Self {
        Self::new(Schedule::UntilAnotherToken)
    }

    /// Not the first `count` of the requests that this is about. They do not count.
    pub const fn after(mut self, count: u64) -> Self {
        self.skipped = count;
        self
    }

    /// Only requests of this method. Others do not count.
    pub fn method(mut self, method: impl Into<String>) -> Self {
        self.method = Some(method.into());
        self
    }

    /// Only requests to this path or to one below it, without the version and percent-encoded. Others do not count.
    pub fn path(mut self, path: impl Into<String>) -> Self {
        self.path = Some(path.into());
        self
    }

    /// What it says, if it can be so.
    pub(crate) fn check(&self) -> Result<(), EmulatorError> {
        let problem = match self.schedule {
            Schedule::Every(0) => Some("of requests, there is no 0th one".to_owned()),
            Schedule::Chance { probability, .. } if !(0.0..=1.0).contains(&probability) => Some(
                format!("{probability} is no probability: it is from 0 to 1"),
            ),
            Schedule::Over { window, .. } if window.is_zero() => {
                Some("a budget is for a time, and that is zero".to_owned())
            }
            _ => None,
        };
        let path = self
            .path
            .as_deref()
            .filter(|path| place::decode(path).is_none());
        let problem = problem.or_else(|| {
            path.map(|path| {
                format!("`{path}` is no path: it begins with `/` and is percent-encoded")
            })
        });
        problem.map_or(Ok(()), |problem| Err(EmulatorError::new(problem)))
    }
}
