use std::{fmt, io};

/// An error of an [`Emulator`](crate::Emulator): it could not start, or a method rejected its arguments.
///
/// ```
/// use graph_resource_emulator::Emulator;
/// use serde_json::json;
///
/// let emulator = Emulator::builder().start()?;
/// let error = emulator.insert("/users", json!({ "displayName": "Adele" })).unwrap_err();
/// assert_eq!(error.to_string(), "nothing is served at `/users`");
/// # Ok::<(), graph_resource_emulator::EmulatorError>(())
/// ```
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
