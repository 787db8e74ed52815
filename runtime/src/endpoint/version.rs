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

/// Returns whether a segment of a path is a version of Microsoft Graph, such as `v1.0`, `v2.0` or `beta`, in any letter case.
pub(crate) fn is_version(segment: &str) -> bool {
    let is_number = |number: &str| {
        number.starts_with(|first: char| first.is_ascii_digit())
            && number.chars().all(|c| c.is_ascii_digit() || c == '.')
    };
    segment.eq_ignore_ascii_case(ApiVersion::Beta.as_str())
        || segment.strip_prefix(['v', 'V']).is_some_and(is_number)
}
