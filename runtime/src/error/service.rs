use http::StatusCode;

use super::Error;

impl Error {
    /// The status of the answer.
    pub fn status(&self) -> Option<StatusCode> {
        self.0.answer.as_ref().map(|answer| answer.status)
    }

    /// Graph's error code.
    pub fn code(&self) -> Option<&str> {
        self.0.answer.as_ref()?.graph.code.as_deref()
    }

    /// The service's id of the request.
    pub fn request_id(&self) -> Option<&str> {
        self.0
            .answer
            .as_ref()?
            .headers
            .get("request-id")?
            .to_str()
            .ok()
    }
}
