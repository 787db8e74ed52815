use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use super::Body;

/// A body that is streamed, and can be taken once, among the extensions of a request or an answer whose own body is empty.
///
/// Requests and answers are bytes, which are cloned for each attempt and kept in errors. A stream can be neither.
#[derive(Clone)]
pub(crate) struct StreamedOnce(Arc<Mutex<Option<Body>>>);

impl StreamedOnce {
    pub(crate) fn new(body: Body) -> Self {
        Self(Arc::new(Mutex::new(Some(body))))
    }

    /// Takes the body, unless it was taken before.
    pub(crate) fn take(&self) -> Option<Body> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}

impl fmt::Debug for StreamedOnce {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("StreamedOnce").finish_non_exhaustive()
    }
}
