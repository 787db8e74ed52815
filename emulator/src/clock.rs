use std::fmt;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant, SystemTime};

use tokio::sync::Notify;

use crate::sync::lock;

/// The last second that a timestamp with a four-digit year can express, in seconds since the Unix epoch.
const LAST_SECOND: u64 = 253_402_300_799;

/// The clock of an emulator, which a test can control.
///
/// Everything in the emulator that depends on time uses this clock: the timestamps of resources, the `Date` of a response,
/// the dates in `Retry-After`, the [budgets](crate::When::over) and delays of faults, and the time at which a request
/// [was received](crate::RecordedRequest::received_at). A clone is a handle to the same clock.
///
/// By default, an emulator uses the [system's clock](Self::system). A [manual clock](Self::manual) stands still until the test
/// [advances](Self::advance) it, so that no test has to wait or depends on the speed of the machine:
///
/// ```
/// use std::time::Duration;
///
/// use graph_resource::{Client, graph_resource};
/// use graph_resource_emulator::{Clock, Emulator};
/// use serde_json::json;
///
/// #[graph_resource(path = "/users/{user_id}/todo/lists")]
/// pub struct TodoTaskList {
///     #[graph(key)]
///     pub id: String,
///     pub display_name: String,
///     #[graph(read_only)]
///     pub created_date_time: Option<String>,
///     #[graph(read_only)]
///     pub last_modified_date_time: Option<String>,
/// }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let clock = Clock::manual();
/// let emulator = Emulator::builder().clock(clock.clone()).serve::<TodoTaskList>().start()?;
/// let id = emulator.insert("/users/adele/todo/lists", json!({ "displayName": "Groceries" }))?;
/// let client = Client::builder().base_url(emulator.url()).token("any").build()?;
///
/// let list = TodoTaskList::get("adele", &id).send(&client).await?;
/// assert_eq!(list.last_modified_date_time, list.created_date_time);
///
/// clock.advance(Duration::from_secs(60));
/// TodoTaskList::update("adele", &id).display_name("Food").send(&client).await?;
/// let list = TodoTaskList::get("adele", &id).send(&client).await?;
/// assert!(list.last_modified_date_time > list.created_date_time);
/// # Ok(())
/// # }
/// ```
///
/// A response that a fault [delays](crate::Fault::delayed) or [stalls](crate::Fault::stalled) waits for this clock, too: with a
/// manual clock, it is sent once the test has advanced the clock far enough.
///
/// ```
/// use std::time::Duration;
///
/// use graph_resource::{Client, graph_resource};
/// use graph_resource_emulator::{Clock, Emulator, Fault, When};
///
/// #[graph_resource(path = "/users/{user_id}/mailboxSettings")]
/// pub struct MailboxSettings {
///     pub time_zone: Option<String>,
/// }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let clock = Clock::manual();
/// let emulator = Emulator::builder().clock(clock.clone()).serve::<MailboxSettings>().start()?;
/// emulator.inject(Fault::answer().delayed(Duration::from_secs(30)), When::next(1))?;
///
/// let client = Client::builder().base_url(emulator.url()).token("any").build()?;
/// let response = tokio::spawn(async move { MailboxSettings::get("adele").send(&client).await });
/// while emulator.requests().is_empty() {
///     tokio::task::yield_now().await;
/// }
/// clock.advance(Duration::from_secs(30));
/// response.await??;
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct Clock(Arc<Inner>);

struct Inner {
    source: Source,
    /// The time at which the clock started.
    origin: SystemTime,
    origin_instant: Instant,
    /// The time after which the clock stands still: a later one cannot be formatted.
    limit: Duration,
    advanced: Mutex<Duration>,
    on_advance: Notify,
}

/// The source of the time of a clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Source {
    System,
    /// The clock of Tokio, which showed this when the clock started.
    Tokio(tokio::time::Instant),
    /// Only the test.
    Manual,
}

impl Clock {
    /// Creates a clock that runs like that of the system.
    ///
    /// [`advance`](Self::advance) makes it skip ahead of the system.
    pub fn system() -> Self {
        Self::new(Source::System, SystemTime::now())
    }

    /// Creates a clock that runs like that of the Tokio runtime of the test, which stands still after `tokio::time::pause`, and jumps while
    /// all tasks sleep.
    ///
    /// It is for the [transport without a socket](crate::Emulator::transport): the server behind the [URL](crate::Emulator::url) has a
    /// runtime of its own, whose time goes on.
    ///
    /// ```
    /// use std::time::Duration;
    ///
    /// use graph_resource::{Client, graph_resource};
    /// use graph_resource_emulator::{Clock, Emulator, RateLimit};
    ///
    /// #[graph_resource(path = "/users/{user_id}/mailboxSettings")]
    /// pub struct MailboxSettings {
    ///     pub time_zone: Option<String>,
    /// }
    ///
    /// # #[tokio::main(flavor = "current_thread", start_paused = true)]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let emulator = Emulator::builder()
    ///     .serve::<MailboxSettings>()
    ///     .rate_limit(RateLimit::new(1, Duration::from_secs(60)))
    ///     .clock(Clock::tokio())
    ///     .start()?;
    /// let client = Client::builder().base_url(emulator.url()).transport(emulator.transport()).token("any").build()?;
    ///
    /// // The second request waits for a minute, which takes no time.
    /// MailboxSettings::get("adele").send(&client).await?;
    /// MailboxSettings::get("adele").send(&client).await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn tokio() -> Self {
        let now = tokio::time::Instant::now();
        Self::new(Source::Tokio(now), SystemTime::now())
    }

    /// Creates a clock that shows the current time of the system, and stands still until it is [advanced](Self::advance).
    pub fn manual() -> Self {
        Self::new(Source::Manual, SystemTime::now())
    }

    /// Creates a clock that shows `time`, and stands still until it is [advanced](Self::advance).
    ///
    /// With a fixed time, all dates in responses are the same in each run of a test. A time outside of the years 1970 to 9999
    /// is replaced by the nearest one inside.
    ///
    /// ```
    /// use std::time::{Duration, SystemTime};
    ///
    /// use graph_resource_emulator::{Clock, Emulator};
    ///
    /// let clock = Clock::manual_at(SystemTime::UNIX_EPOCH + Duration::from_secs(1_767_225_600)); // 2026-01-01T00:00:00Z
    /// let emulator = Emulator::builder().clock(clock).start()?;
    /// # Ok::<(), graph_resource_emulator::EmulatorError>(())
    /// ```
    pub fn manual_at(time: SystemTime) -> Self {
        Self::new(Source::Manual, time)
    }

    fn new(source: Source, origin: SystemTime) -> Self {
        let first = SystemTime::UNIX_EPOCH;
        let last = first.checked_add(Duration::from_secs(LAST_SECOND));
        let last = last.unwrap_or(first);
        let origin = origin.clamp(first, last);
        Self(Arc::new(Inner {
            source,
            origin,
            origin_instant: Instant::now(),
            limit: last.duration_since(origin).unwrap_or_default(),
            advanced: Mutex::default(),
            on_advance: Notify::new(),
        }))
    }

    /// Returns the time that the clock shows.
    pub fn now(&self) -> SystemTime {
        let now = self.0.origin.checked_add(self.elapsed());
        now.unwrap_or(self.0.origin)
    }

    /// Moves the clock forward, and sends the responses that have waited for this time.
    ///
    /// ```
    /// use std::time::Duration;
    ///
    /// use graph_resource_emulator::Clock;
    ///
    /// let clock = Clock::manual();
    /// let before = clock.now();
    /// clock.advance(Duration::from_secs(90));
    /// assert_eq!(clock.now().duration_since(before)?, Duration::from_secs(90));
    /// # Ok::<(), std::time::SystemTimeError>(())
    /// ```
    pub fn advance(&self, duration: Duration) {
        {
            let mut advanced = lock(&self.0.advanced);
            *advanced = advanced.saturating_add(duration);
        }
        self.0.on_advance.notify_waiters();
    }

    /// Returns the time since the clock started.
    pub(crate) fn elapsed(&self) -> Duration {
        let advanced = *lock(&self.0.advanced);
        let elapsed = match self.0.source {
            Source::System => advanced.saturating_add(self.0.origin_instant.elapsed()),
            Source::Tokio(origin) => advanced.saturating_add(origin.elapsed()),
            Source::Manual => advanced,
        };
        elapsed.min(self.0.limit)
    }

    /// Converts a time since the clock started to an instant.
    pub(crate) fn instant(&self, elapsed: Duration) -> Instant {
        let instant = self.0.origin_instant.checked_add(elapsed);
        instant.unwrap_or(self.0.origin_instant)
    }

    /// Waits until this much time has passed since the clock started.
    pub(crate) async fn sleep_until(&self, deadline: Duration) {
        loop {
            // It notices every advance from here on, even before it is polled.
            let advance = self.0.on_advance.notified();
            let remaining = deadline.saturating_sub(self.elapsed());
            if remaining.is_zero() {
                return;
            }
            if self.0.source == Source::Manual {
                advance.await;
            } else {
                // Both a timeout and an advance are reasons to look at the clock again.
                let _ = tokio::time::timeout(remaining, advance).await;
            }
        }
    }
}

impl Default for Clock {
    /// Returns a [system clock](Clock::system).
    fn default() -> Self {
        Self::system()
    }
}

impl fmt::Debug for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Clock")
            .field("source", &self.0.source)
            .field("now", &self.now())
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use std::future::Future;
    use std::pin::pin;
    use std::task::{Context, Waker};

    use super::*;

    const SECOND: Duration = Duration::from_secs(1);

    #[test]
    fn a_manual_clock_moves_only_when_it_is_advanced() {
        let clock = Clock::manual();
        let shared = clock.clone();
        assert_eq!(clock.elapsed(), Duration::ZERO);
        shared.advance(SECOND);
        assert_eq!(clock.elapsed(), SECOND);
        assert_eq!(
            clock.instant(SECOND) - clock.instant(Duration::ZERO),
            SECOND
        );
    }

    #[test]
    fn a_system_clock_runs_and_can_skip_ahead() {
        let clock = Clock::system();
        clock.advance(60 * SECOND);
        assert!(clock.elapsed() >= 60 * SECOND);
        let before = clock.elapsed();
        while clock.elapsed() == before {
            std::hint::spin_loop();
        }
        assert!(clock.elapsed() > before);
    }

    #[test]
    fn every_time_can_be_formatted() {
        let last = SystemTime::UNIX_EPOCH + Duration::from_secs(LAST_SECOND);
        let clock = Clock::manual();
        clock.advance(Duration::MAX);
        clock.advance(Duration::MAX);
        assert_eq!(clock.now(), last);
        assert_eq!(
            httpdate::fmt_http_date(clock.now()),
            "Fri, 31 Dec 9999 23:59:59 GMT"
        );
        assert_eq!(Clock::manual_at(last + 9 * SECOND).now(), last);
        let epoch = SystemTime::UNIX_EPOCH;
        assert_eq!(Clock::manual_at(epoch - SECOND).now(), epoch);
    }

    #[test]
    fn a_sleep_ends_when_the_clock_has_been_advanced_far_enough() {
        let clock = Clock::manual();
        let mut context = Context::from_waker(Waker::noop());
        let mut sleep = pin!(clock.sleep_until(3 * SECOND));
        assert!(sleep.as_mut().poll(&mut context).is_pending());
        clock.advance(2 * SECOND);
        assert!(sleep.as_mut().poll(&mut context).is_pending());
        clock.advance(SECOND);
        assert!(sleep.as_mut().poll(&mut context).is_ready());
    }

    #[tokio::test]
    async fn an_advance_ends_a_sleep_on_a_system_clock() {
        let clock = Clock::system();
        let other = clock.clone();
        let sleep = tokio::spawn(async move { other.sleep_until(3600 * SECOND).await });
        clock.advance(3600 * SECOND);
        assert!(sleep.await.is_ok());
    }
}
