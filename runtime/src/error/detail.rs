/// One of the [`details`](crate::Error::details) of an error: what is wrong with one part of a request.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ErrorDetail {
    pub(super) code: Option<String>,
    pub(super) message: Option<String>,
    pub(super) target: Option<String>,
}

impl ErrorDetail {
    /// Returns the code.
    pub fn code(&self) -> Option<&str> {
        self.code.as_deref()
    }

    /// Returns the message.
    pub fn message(&self) -> Option<&str> {
        self.message.as_deref()
    }

    /// Returns the part of the request that the detail is about, such as the name of a property.
    pub fn target(&self) -> Option<&str> {
        self.target.as_deref()
    }
}
