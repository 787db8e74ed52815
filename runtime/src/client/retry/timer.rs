use std::future::poll_fn;
use std::panic::catch_unwind;
use std::pin::pin;
use std::task::Poll;
use std::time::Duration;

use tokio::time::{Instant, sleep, timeout_at};

/// A time that no request takes, and that can be added to any clock without overflow: thirty years, as in Tokio.
const FAR: Duration = Duration::from_secs(30 * 365 * 24 * 60 * 60);

/// Returns whether the current thread can wait, which takes the timers of a Tokio runtime. A transport may use another runtime.
///
/// A runtime without timers can be recognized only by the panic of `sleep`.
pub(super) fn is_available() -> bool {
    tokio::runtime::Handle::try_current().is_ok()
        && catch_unwind(|| drop(sleep(Duration::ZERO))).is_ok()
}

/// Returns the instant after `time`, or one in the far future if a clock cannot represent it.
pub(super) fn after(time: Duration) -> Instant {
    Instant::now() + time.min(FAR)
}

/// Waits for a future until the deadline, and returns `None` if it is not ready by then. Without timers, there is no deadline.
pub(super) async fn wait_until<F: Future>(deadline: Instant, future: F) -> Option<F::Output> {
    if is_available() {
        timeout_at(deadline, future).await.ok()
    } else {
        Some(future.await)
    }
}

/// Waits for a future at most for `time`, and returns `None` if it is not ready by then.
///
/// The clock is not read for a future that is ready at once, as most are.
pub(super) async fn wait_at_most<F: Future>(time: Duration, future: F) -> Option<F::Output> {
    let mut future = pin!(future);
    let first = poll_fn(|context| Poll::Ready(future.as_mut().poll(context)));
    match first.await {
        Poll::Ready(output) => Some(output),
        // Boxed, so that the timer, which few requests need, does not enlarge the future of every request.
        Poll::Pending => Box::pin(wait_until(after(time), future)).await,
    }
}
