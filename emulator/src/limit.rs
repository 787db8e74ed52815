use std::sync::Mutex;
use std::time::Duration;

use bytes::Bytes;
use http::header::{HeaderName, RETRY_AFTER};
use http::{Response, StatusCode};

use crate::http::response::set_header;
use crate::odata::key_segment::separate_keys;
use crate::odata::path;
use crate::sync::lock;

const LIMIT: HeaderName = HeaderName::from_static("ratelimit-limit");
const REMAINING: HeaderName = HeaderName::from_static("ratelimit-remaining");
const RESET: HeaderName = HeaderName::from_static("ratelimit-reset");
const RESOURCE_UNIT: HeaderName = HeaderName::from_static("x-ms-resource-unit");
const PERCENTAGE: HeaderName = HeaderName::from_static("x-ms-throttle-limit-percentage");

/// A limit of the requests that a workload answers in a time ("Microsoft Graph throttling guidance").
///
/// A request above it is answered with `429`, and with a `Retry-After` until the end of the time in whole seconds. The time begins with the first
/// request after the end of the one before. It goes by the [clock](crate::Clock) of the emulator. The requests of a batch count, the batch itself does
/// not.
///
/// ```
/// use std::time::Duration;
///
/// use graph_resource::{Client, Retry, graph_resource};
/// use graph_resource_emulator::{Clock, Emulator, RateLimit};
///
/// #[graph_resource(path = "/users/{user_id}/mailboxSettings")]
/// #[derive(Debug)]
/// pub struct MailboxSettings {
///     pub time_zone: Option<String>,
/// }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let clock = Clock::manual();
/// let emulator = Emulator::builder()
///     .serve::<MailboxSettings>()
///     .rate_limit(RateLimit::new(1, Duration::from_secs(10)).below("/users"))
///     .clock(clock.clone())
///     .start()?;
/// let client = Client::builder().base_url(emulator.url()).token("any").retry(Retry::never()).build()?;
///
/// MailboxSettings::get("adele").send(&client).await?;
/// let error = MailboxSettings::get("adele").send(&client).await.unwrap_err();
/// assert_eq!(error.retry_after(), Some(Duration::from_secs(10)));
///
/// clock.advance(Duration::from_secs(10));
/// MailboxSettings::get("adele").send(&client).await?;
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone)]
#[must_use = "a limit has no effect until an emulator has it"]
pub struct RateLimit {
    requests: u64,
    window: Duration,
    path: Vec<String>,
    has_headers: bool,
}

impl RateLimit {
    /// Creates a limit of so many requests in this time, for all paths.
    pub const fn new(requests: u32, time: Duration) -> Self {
        Self {
            requests: requests as u64,
            window: time,
            path: Vec::new(),
            has_headers: true,
        }
    }

    /// Limits only the requests to this path and to those below it, without the version: `/users`. Of several limits for a path, the first
    /// one counts.
    pub fn below(mut self, path: impl AsRef<str>) -> Self {
        let segments = path::decode(path.as_ref()).unwrap_or_default();
        let segments = separate_keys(&segments).into_iter();
        self.path = segments.filter(|segment| !segment.is_empty()).collect();
        self
    }

    /// Leaves out the headers that say how much is left: `RateLimit-Limit`, `RateLimit-Remaining`, `RateLimit-Reset`, `x-ms-resource-unit`, and
    /// `x-ms-throttle-limit-percentage` from four fifths of the limit on. Many workloads of Microsoft Graph do not have them.
    pub const fn without_headers(mut self) -> Self {
        self.has_headers = false;
        self
    }
}

/// The limits of an emulator, and what has been used of them.
#[derive(Debug, Default)]
pub(crate) struct RateLimits(Vec<(RateLimit, Mutex<Window>)>);

/// The time that a limit is about, and the requests in it.
#[derive(Debug, Clone, Copy, Default)]
struct Window {
    since: Option<Duration>,
    requests: u64,
}

/// The use of a limit by a request.
#[derive(Debug)]
pub(crate) struct Used {
    limit: u64,
    requests: u64,
    remaining_time: Duration,
    has_headers: bool,
}

impl RateLimits {
    pub(crate) fn add(&mut self, limit: RateLimit) {
        self.0.push((limit, Mutex::default()));
    }

    /// Counts a request to a path at a time of the [clock](crate::clock::Clock::elapsed), unless nothing limits it.
    pub(crate) fn use_one(&self, path: &str, now: Duration) -> Option<Used> {
        if self.0.is_empty() || path.ends_with("/$batch") {
            return None;
        }
        let segments = separate_keys(&path::decode(path).unwrap_or_default());
        let below_version = segments.get(1..).unwrap_or_default();
        let mut limits = self.0.iter();
        let (limit, window) = limits.find(|(limit, _)| below_version.starts_with(&limit.path))?;
        let mut window = lock(window);
        let since = window
            .since
            .filter(|since| now.saturating_sub(*since) < limit.window);
        if since.is_none() {
            *window = Window {
                since: Some(now),
                requests: 0,
            };
        }
        window.requests += 1;
        let elapsed = now.saturating_sub(since.unwrap_or(now));
        Some(Used {
            limit: limit.requests,
            requests: window.requests,
            remaining_time: limit.window.saturating_sub(elapsed),
            has_headers: limit.has_headers,
        })
    }
}

impl Used {
    /// Returns whether the request is above the limit.
    pub(crate) const fn is_refused(&self) -> bool {
        self.requests > self.limit
    }

    pub(crate) fn set_headers(&self, response: &mut Response<Bytes>) {
        let seconds = self.remaining_time.as_secs_f64().ceil().to_string();
        if self.is_refused() && response.status() == StatusCode::TOO_MANY_REQUESTS {
            set_header(response, RETRY_AFTER, &seconds);
        }
        if !self.has_headers {
            return;
        }
        let remaining = self.limit.saturating_sub(self.requests);
        set_header(response, LIMIT, &self.limit.to_string());
        set_header(response, REMAINING, &remaining.to_string());
        set_header(response, RESET, &seconds);
        set_header(response, RESOURCE_UNIT, "1");
        let hundredths = self.requests.saturating_mul(100) / self.limit.max(1);
        if hundredths >= 80 {
            let percentage = format!("{}.{:02}", hundredths / 100, hundredths % 100);
            set_header(response, PERCENTAGE, &percentage);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(limits: &RateLimits, path: &str, seconds: u64) -> Option<bool> {
        let used = limits.use_one(path, Duration::from_secs(seconds));
        used.map(|used| used.is_refused())
    }

    #[test]
    fn requests_above_the_limit_are_refused_until_its_time_ends() {
        let mut limits = RateLimits::default();
        limits.add(RateLimit::new(2, Duration::from_secs(10)));
        let answers = [5, 6, 7, 14, 15].map(|at| refused(&limits, "/v1.0/users", at));
        let expected = [false, false, true, true, false];
        assert_eq!(answers, expected.map(Some));
    }

    #[test]
    fn a_limit_is_for_its_path_and_what_is_below() {
        let mut limits = RateLimits::default();
        limits.add(RateLimit::new(0, Duration::from_secs(10)).below("/users"));
        for (path, expected) in [
            ("/v1.0/users", Some(true)),
            ("/beta/users('a')/messages", Some(true)),
            ("/v1.0/groups", None),
            ("/v1.0/$batch", None),
        ] {
            assert_eq!(refused(&limits, path, 0), expected, "{path}");
        }
    }
}
