//! Retries: the decision whether a failed request is sent again, the wait before that, and the number of concurrent requests.

#[cfg(feature = "retry")]
mod budget;
#[cfg(feature = "retry")]
mod decision;
#[cfg(feature = "retry")]
mod delays;
#[cfg(feature = "retry")]
mod gate;
#[cfg(feature = "retry")]
mod idempotency;
#[cfg(feature = "batch")]
mod item;
#[cfg(feature = "retry")]
mod limiter;
#[cfg(not(feature = "retry"))]
mod once;
#[cfg(feature = "retry")]
mod retrier;
#[cfg(feature = "retry")]
mod scope;
#[cfg(feature = "retry")]
mod slots;
#[cfg(feature = "retry")]
mod timer;

#[cfg(feature = "batch")]
pub(super) use item::ItemRetry;
#[cfg(not(feature = "retry"))]
pub(super) use once::Retrier;
#[cfg(feature = "retry")]
pub(super) use retrier::Retrier;
