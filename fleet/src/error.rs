use std::fmt;

type Source = Box<dyn std::error::Error + Send + Sync>;

/// An error of a [`Fleet`](crate::Fleet): a request that cannot be submitted, or a failure of NATS.
///
/// What Microsoft Graph says of a request is no such error, but the [`Outcome`](crate::Outcome) of its job.
#[derive(Debug)]
pub struct Error {
    message: String,
    source: Option<Source>,
}

impl Error {
    pub(crate) fn new(message: impl Into<String>) -> Self {
        Self {
            message: message.into(),
            source: None,
        }
    }

    /// Returns a function that adds to an error what could not be done.
    pub(crate) fn at<E: Into<Source>>(step: &'static str) -> impl FnOnce(E) -> Self {
        move |source| Self {
            message: format!("{step} failed"),
            source: Some(source.into()),
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.source.as_deref().map(|source| source as _)
    }
}
