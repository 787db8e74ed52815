use crate::body::{Body, StreamedAnswer};

/// The parts of an exchange that are streams.
#[derive(Debug, Clone, Copy)]
pub(super) struct Streams {
    request: bool,
    answer: bool,
}

impl Streams {
    pub(super) fn of(request: &http::Request<Body>) -> Self {
        Self {
            request: request.body().as_bytes().is_none(),
            answer: request.extensions().get::<StreamedAnswer>().is_some(),
        }
    }

    pub(super) const fn has_any(self) -> bool {
        self.request || self.answer
    }

    /// Returns whether the body of any answer is read as a whole.
    pub(super) const fn has_whole_answer(self) -> bool {
        !self.answer
    }

    /// Returns whether the body of an answer of this status is a stream.
    pub(super) fn has_streamed(self, status: http::StatusCode) -> bool {
        self.answer && status.is_success()
    }
}
