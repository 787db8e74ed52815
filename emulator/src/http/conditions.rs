use http::HeaderMap;
use http::header::{HeaderName, IF_MATCH, IF_NONE_MATCH};

use super::headers::values;

/// An error in the `If-Match` header of a write that must have one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum IfMatchError {
    Missing,
    /// It is no entity tag. `*` is none, either.
    Invalid,
}

/// Checks that a write names an entity tag in `If-Match`.
pub(crate) fn require_if_match(headers: &HeaderMap) -> Result<(), IfMatchError> {
    if !headers.contains_key(IF_MATCH) {
        return Err(IfMatchError::Missing);
    }
    let has_tag = values(headers, IF_MATCH).any(|value| entity_tags(value).next().is_some());
    has_tag.then_some(()).ok_or(IfMatchError::Invalid)
}

/// Returns whether the entity tag of a resource meets the conditions of a write: `If-Match` and `If-None-Match`.
pub(crate) fn allow_write(headers: &HeaderMap, etag: &str) -> bool {
    let matches_required = !headers.contains_key(IF_MATCH) || has_etag(headers, IF_MATCH, etag);
    matches_required && !has_etag(headers, IF_NONE_MATCH, etag)
}

/// Returns whether a list of entity tags contains this one, verbatim.
fn has_etag(headers: &HeaderMap, name: HeaderName, etag: &str) -> bool {
    values(headers, name)
        .any(|value| value.trim() == "*" || entity_tags(value).any(|tag| tag == etag))
}

/// Returns the entity tags of a list up to the first mistake: `"a"`, `W/"a,b"`.
fn entity_tags(list: &str) -> impl Iterator<Item = &str> {
    let mut rest = list;
    std::iter::from_fn(move || {
        rest = rest.trim_start_matches([' ', '\t', ',']);
        let opaque = rest.strip_prefix("W/").unwrap_or(rest).strip_prefix('"')?;
        let end = rest.len() - opaque.len() + opaque.find('"')? + 1;
        let (tag, after) = rest.split_at(end);
        rest = after;
        Some(tag)
    })
}

#[cfg(test)]
mod tests {
    use http::HeaderValue;

    use super::*;

    fn headers(name: HeaderName, value: &'static str) -> HeaderMap {
        HeaderMap::from_iter([(name, HeaderValue::from_static(value))])
    }

    #[test]
    fn a_condition_names_the_entity_tag_alone_or_in_a_list() {
        let etag = "W/\"JzEt\"";
        for (value, is_met) in [
            ("W/\"JzEt\"", true),
            (" * ", true),
            ("W/\"a,b\", W/\"JzEt\"", true),
            ("W/\"a\",W/\"JzEt\",", true),
            ("\"JzEt\"", false),
            ("w/\"JzEt\"", false),
            ("W/\"JzEu\"", false),
            ("W/\"JzEt", false),
            ("W/JzEt", false),
            ("JzEt, W/\"JzEt\"", false),
            ("\"", false),
            ("", false),
        ] {
            let result = allow_write(&headers(IF_MATCH, value), etag);
            assert_eq!(result, is_met, "{value}");
        }
        assert!(!allow_write(&headers(IF_NONE_MATCH, "*"), etag));
    }

    #[test]
    fn a_required_condition_is_an_entity_tag_and_not_a_star() {
        for (value, result) in [
            ("W/\"JzEt\"", Ok(())),
            ("\"\"", Ok(())),
            ("*", Err(IfMatchError::Invalid)),
            ("JzEt", Err(IfMatchError::Invalid)),
            ("", Err(IfMatchError::Invalid)),
        ] {
            assert_eq!(
                require_if_match(&headers(IF_MATCH, value)),
                result,
                "{value}"
            );
        }
        let missing = require_if_match(&headers(IF_NONE_MATCH, "*"));
        assert_eq!(missing, Err(IfMatchError::Missing));
    }
}
