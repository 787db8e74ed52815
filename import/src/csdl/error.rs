use std::fmt;
use std::io;

/// The reason why a document is no metadata that can be read.
#[derive(Debug)]
#[non_exhaustive]
pub enum CsdlError {
    /// The file cannot be read.
    File(io::Error),
    /// The document is larger than [`Metadata::MAX_SIZE`](super::Metadata::MAX_SIZE).
    TooLarge {
        /// Its size in bytes.
        size: u64,
    },
    /// The document is not what it should be at a position.
    Invalid {
        /// The line, counted from 1.
        line: usize,
        /// The column in characters, counted from 1.
        column: usize,
        /// What is wrong.
        message: String,
    },
    /// A name stands for nothing in the document.
    Dangling {
        /// What refers to it.
        from: String,
        /// The name.
        name: String,
    },
}

impl fmt::Display for CsdlError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(error) => write!(f, "the metadata cannot be read: {error}"),
            Self::TooLarge { size } => {
                let most = super::Metadata::MAX_SIZE;
                write!(
                    f,
                    "the metadata has {size} bytes: no more than {most} are read"
                )
            }
            Self::Invalid {
                line,
                column,
                message,
            } => write!(f, "{line}:{column}: {message}"),
            Self::Dangling { from, name } => {
                write!(f, "`{from}` refers to `{name}`, which is not declared")
            }
        }
    }
}

impl std::error::Error for CsdlError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::File(error) => Some(error),
            _ => None,
        }
    }
}
