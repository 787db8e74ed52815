use std::fmt;

/// A version of Microsoft Graph.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum ApiVersion {
    /// `v1.0`: generally available, for applications in production.
    #[default]
    V1,
    /// `beta`: in preview, and subject to change.
    Beta,
}

impl ApiVersion {
    /// Returns the version as a path segment.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::V1 => "v1.0",
            Self::Beta => "beta",
        }
    }
}

impl fmt::Display for ApiVersion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
