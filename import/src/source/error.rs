use std::fmt;

/// The reason why no source can be written.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum SourceError {
    /// The metadata has no type of this name.
    UnknownType {
        /// The name.
        name: String,
        /// The name that was probably meant.
        nearest: Option<String>,
    },
    /// The named types have no property of this name.
    UnknownProperty {
        /// The name.
        name: String,
        /// The name that was probably meant.
        nearest: Option<String>,
    },
    /// An entity type has several addresses of the same length, or the chosen one is none of them.
    Address {
        /// The type.
        name: String,
        /// The path that was asked for.
        path: Option<String>,
        /// Its addresses.
        candidates: Vec<String>,
    },
    /// What was written is no Rust, which is a mistake of this program.
    Invalid {
        /// What the parser says.
        message: String,
    },
}

impl fmt::Display for SourceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownType { name, nearest } => {
                write!(f, "the metadata has no type `{name}`")?;
                did_you_mean(f, nearest.as_deref())
            }
            Self::UnknownProperty { name, nearest } => {
                write!(f, "no named type has a property `{name}`")?;
                did_you_mean(f, nearest.as_deref())
            }
            Self::Address {
                name,
                path: Some(path),
                candidates,
            } => {
                write!(f, "`{path}` is no address of `{name}`, which has:")?;
                list(f, candidates)
            }
            Self::Address {
                name,
                path: None,
                candidates,
            } => {
                write!(
                    f,
                    "`{name}` has several addresses: choose one with `--path`"
                )?;
                list(f, candidates)
            }
            Self::Invalid { message } => {
                write!(f, "the source that was written is no Rust: {message}")
            }
        }
    }
}

fn did_you_mean(f: &mut fmt::Formatter<'_>, nearest: Option<&str>) -> fmt::Result {
    match nearest {
        Some(nearest) => write!(f, ": did you mean `{nearest}`?"),
        None => Ok(()),
    }
}

fn list(f: &mut fmt::Formatter<'_>, candidates: &[String]) -> fmt::Result {
    candidates
        .iter()
        .try_for_each(|candidate| write!(f, "\n  {candidate}"))
}

impl std::error::Error for SourceError {}
