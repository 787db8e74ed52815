//! The headers of a request that have a say in what is done.

use http::HeaderMap;
use http::header::{AUTHORIZATION, CONTENT_TYPE, HeaderName, IF_MATCH, IF_NONE_MATCH};

use crate::refusal::Refusal;

const PREFER: HeaderName = HeaderName::from_static("prefer");

/// What a request prefers to be answered with: `Prefer: return=…`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Return {
    Minimal,
    Representation,
}

impl Return {
    /// The preference as `Preference-Applied` repeats it.
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Minimal => "return=minimal",
            Self::Representation => "return=representation",
        }
    }

    /// The first of several counts.
    pub(crate) fn preferred(headers: &HeaderMap) -> Option<Self> {
        values(headers, &PREFER)
            .flat_map(|value| value.split(','))
            .find_map(Self::parse)
    }

    /// Parameters behind a preference (`return=minimal; foo`) have no meaning.
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

/// Whether an update may create what is missing: `Prefer: create-if-missing`, unless `If-Match` asks for what exists.
pub(crate) fn creates_if_missing(headers: &HeaderMap) -> bool {
    let is_it = |preference: &str| {
        let name = preference.split([';', '=']).next().unwrap_or_default();
        name.trim().eq_ignore_ascii_case("create-if-missing")
    };
    let prefers = values(headers, &PREFER)
        .flat_map(|value| value.split(','))
        .any(is_it);
    prefers && !headers.contains_key(IF_MATCH)
}

/// Any token is good, as long as there is one.
pub(crate) fn check_authorization(headers: &HeaderMap) -> Result<(), Refusal> {
    let Some(value) = headers.get(AUTHORIZATION) else {
        return Err(Refusal::unauthorized("Access token is empty."));
    };
    let token = value.to_str().ok().and_then(|value| {
        let (scheme, token) = value.split_once(' ')?;
        scheme.eq_ignore_ascii_case("Bearer").then(|| token.trim())
    });
    match token {
        Some(token) if !token.is_empty() && !token.contains(' ') => Ok(()),
        _ => Err(Refusal::unauthorized(
            "Access token is malformed: 'Authorization: Bearer {token}' is expected.",
        )),
    }
}

pub(crate) fn check_content_type(headers: &HeaderMap) -> Result<(), Refusal> {
    let value = headers
        .get(CONTENT_TYPE)
        .and_then(|value| value.to_str().ok());
    let media_type = value.and_then(|value| value.split(';').next());
    match media_type {
        Some(media_type) if media_type.trim().eq_ignore_ascii_case("application/json") => Ok(()),
        _ => Err(Refusal::not_json()),
    }
}

/// `If-Match` and `If-None-Match` against the entity tag of what is to be written.
pub(crate) fn check_conditions(headers: &HeaderMap, etag: &str) -> Result<(), Refusal> {
    if headers.contains_key(IF_MATCH) && !names(headers, &IF_MATCH, etag) {
        return Err(Refusal::modified());
    }
    if names(headers, &IF_NONE_MATCH, etag) {
        return Err(Refusal::modified());
    }
    Ok(())
}

/// Whether a list of entity tags has this one. Compares weakly: all tags of Microsoft Graph are weak.
fn names(headers: &HeaderMap, name: &HeaderName, etag: &str) -> bool {
    values(headers, name)
        .any(|value| value.trim() == "*" || opaque(value).any(|tag| opaque(etag).eq([tag])))
}

/// What stands in quotes in a list of entity tags.
fn opaque(tags: &str) -> impl Iterator<Item = &str> {
    tags.split('"').skip(1).step_by(2)
}

fn values<'h>(headers: &'h HeaderMap, name: &HeaderName) -> impl Iterator<Item = &'h str> {
    let values = headers.get_all(name).into_iter();
    values.filter_map(|value| value.to_str().ok())
}

#[cfg(test)]
mod tests {
    use http::HeaderValue;

    use super::*;

    fn headers(name: &HeaderName, values: &[&'static str]) -> HeaderMap {
        let pairs = values
            .iter()
            .map(|value| (name.clone(), HeaderValue::from_static(value)));
        pairs.collect()
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
                Return::preferred(&headers(&PREFER, values)),
                preferred,
                "{values:?}"
            );
        }
    }

    #[test]
    fn a_condition_names_the_entity_tag_alone_or_in_a_list() {
        let etag = "W/\"JzEt\"";
        for (value, holds) in [
            ("W/\"JzEt\"", true),
            ("\"JzEt\"", true),
            (" * ", true),
            ("W/\"a,b\", W/\"JzEt\"", true),
            ("W/\"JzEu\"", false),
            ("JzEt", false),
            ("\"", false),
            ("", false),
        ] {
            let result = check_conditions(&headers(&IF_MATCH, &[value]), etag);
            assert_eq!(result.is_ok(), holds, "{value}");
        }
        assert!(check_conditions(&headers(&IF_NONE_MATCH, &["*"]), etag).is_err());
    }

    #[test]
    fn what_is_missing_is_created_where_it_is_preferred_and_not_to_be_there() {
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
            let mut headers = headers(&PREFER, values);
            assert_eq!(creates_if_missing(&headers), creates, "{values:?}");
            headers.insert(IF_MATCH, HeaderValue::from_static("*"));
            assert!(!creates_if_missing(&headers));
        }
    }

    #[test]
    fn a_token_is_one_word_behind_bearer() {
        for value in ["Bearer t", "bearer t", "BEARER  t"] {
            assert!(
                check_authorization(&headers(&AUTHORIZATION, &[value])).is_ok(),
                "{value}"
            );
        }
        for value in ["", "Bearer", "Bearer ", "Bearer a b", "Basic dDp0", "t"] {
            assert!(
                check_authorization(&headers(&AUTHORIZATION, &[value])).is_err(),
                "{value}"
            );
        }
    }
}
