use std::{fmt, io};

/// Why an emulator does not start, or does not take what it is given.
#[derive(Debug)]
pub struct EmulatorError {
    message: String,
    source: Option<io::Error>,
}

impl EmulatorError {
    pub(crate) fn new(message: impl Into<String>) -> Self {
        Self {
            message: message.into(),
            source: None,
        }
    }

    pub(crate) fn not_started(source: io::Error) -> Self {
        Self {
            message: "the emulator cannot start".into(),
            source: Some(source),
        }
    }
}

impl fmt::Display for EmulatorError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for EmulatorError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.source.as_ref().map(|source| source as _)
    }
}
