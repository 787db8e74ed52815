/// Returns whether the current thread can wait, which takes the timers of a Tokio runtime. A transport may use another runtime.
pub(super) fn is_available() -> bool {
    tokio::runtime::Handle::try_current().is_ok()
}
