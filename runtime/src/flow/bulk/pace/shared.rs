use std::time::Duration;

/// What several runs, perhaps in several processes, tell each other about a service that throttles them together.
///
/// A part of the service has the name of its lane: two segments of the path, such as `users/messages`, or the name that an item has been
/// given ([`BulkItem::with_workload`](crate::BulkItem::with_workload)).
///
/// ```
/// use std::collections::HashMap;
/// use std::sync::Mutex;
/// use std::time::{Duration, Instant};
///
/// use graph_resource::SharedPace;
///
/// /// The runs of one process.
/// #[derive(Default)]
/// struct OneProcess(Mutex<HashMap<String, Instant>>);
///
/// impl SharedPace for OneProcess {
///     fn throttled(&self, lane: &str, wait: Duration) {
///         self.0.lock().unwrap().insert(lane.to_owned(), Instant::now() + wait);
///     }
///
///     fn wait(&self, lane: &str) -> Option<Duration> {
///         let until = *self.0.lock().unwrap().get(lane)?;
///         until.checked_duration_since(Instant::now())
///     }
/// }
/// ```
pub trait SharedPace: Send + Sync + 'static {
    /// Tells the others that the service wants this lane to wait for so long.
    fn throttled(&self, lane: &str, wait: Duration);

    /// Returns how long the service wants this lane to wait, as another run was told.
    fn wait(&self, lane: &str) -> Option<Duration>;
}
