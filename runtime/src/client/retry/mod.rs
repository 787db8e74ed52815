//! Whether a request that failed is sent again, and when.

#[cfg(feature = "retry")]
mod budget;
#[cfg(feature = "retry")]
mod delays;
#[cfg(not(feature = "retry"))]
mod once;
#[cfg(feature = "retry")]
mod pace;
#[cfg(feature = "retry")]
mod remedy;
#[cfg(feature = "retry")]
mod retrier;

/// Whether there is a Tokio runtime, whose timers waiting takes. Without one, as with a transport of another runtime, nobody waits.
#[cfg(feature = "retry")]
fn can_wait() -> bool {
    tokio::runtime::Handle::try_current().is_ok()
}

#[cfg(not(feature = "retry"))]
pub(super) use once::Retrier;
#[cfg(feature = "retry")]
pub(super) use retrier::Retrier;
