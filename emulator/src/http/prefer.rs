use http::HeaderMap;
use http::header::{HeaderName, IF_MATCH};

use super::headers::values;

const PREFER: HeaderName = HeaderName::from_static("prefer");

/// The preference for the content of a response: `Prefer: return=…`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Return {
    Minimal,
    Representation,
}

impl Return {
    /// Returns the preference as `Preference-Applied` repeats it.
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Minimal => "return=minimal",
            Self::Representation => "return=representation",
        }
    }

    /// Returns the preference of a request, the first one if there are several.
    pub(crate) fn from_headers(headers: &HeaderMap) -> Option<Self> {
        preferences(headers).find_map(Self::parse)
    }

    /// Parses a preference. Parameters after it (`return=minimal; foo`) have no meaning.
    fn parse(preference: &str) -> Option<Self> {
        let (name, value) = preference.split(';').next()?.split_once('=')?;
        if !name.trim().eq_ignore_ascii_case("return") {
            return None;
        }
        match value.trim().trim_matches('"') {
            value if value.eq_ignore_ascii_case("minimal") => Some(Self::Minimal),
            value if value.eq_ignore_ascii_case("representation") => Some(Self::Representation),
            _ => None,
        }
    }
}

/// Returns whether an update may create a missing item: `Prefer: create-if-missing`, unless `If-Match` requires one.
pub(crate) fn creates_if_missing(headers: &HeaderMap) -> bool {
    let prefers = preferences(headers).any(|preference| {
        let name = preference.split([';', '=']).next().unwrap_or_default();
        name.trim().eq_ignore_ascii_case("create-if-missing")
    });
    prefers && !headers.contains_key(IF_MATCH)
}

fn preferences(headers: &HeaderMap) -> impl Iterator<Item = &str> {
    values(headers, PREFER).flat_map(|value| value.split(','))
}

#[cfg(test)]
mod tests {
    use http::HeaderValue;

    use super::*;

    fn headers(values: &[&'static str]) -> HeaderMap {
        let values = values.iter().copied().map(HeaderValue::from_static);
        values.map(|value| (PREFER, value)).collect()
    }

    #[test]
    fn a_preference_is_found_in_lists_and_in_repeated_headers() {
        for (values, preferred) in [
            (&["return=minimal"][..], Some(Return::Minimal)),
            (
                &["respond-async, Return = \"representation\""],
                Some(Return::Representation),
            ),
            (
                &["odata.maxpagesize=5", "return=minimal; x=1"],
                Some(Return::Minimal),
            ),
            (
                &["return=minimal,return=representation"],
                Some(Return::Minimal),
            ),
            (&["return", "return=", "return=full", "=", ",,;", ""], None),
            (&[], None),
        ] {
            assert_eq!(
                Return::from_headers(&headers(values)),
                preferred,
                "{values:?}"
            );
        }
    }

    #[test]
    fn a_missing_item_is_created_if_preferred_and_not_required_to_exist() {
        for (values, creates) in [
            (&["create-if-missing"][..], true),
            (&["return=minimal, Create-If-Missing; x=1"], true),
            (&["return=minimal", "create-if-missing"], true),
            (
                &["create-if-missing-too", "return=create-if-missing"],
                false,
            ),
            (&[], false),
        ] {
            let mut headers = headers(values);
            assert_eq!(creates_if_missing(&headers), creates, "{values:?}");
            headers.insert(IF_MATCH, HeaderValue::from_static("*"));
            assert!(!creates_if_missing(&headers));
        }
    }
}
