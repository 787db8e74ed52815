use http::HeaderMap;
use http::header::{HeaderName, IF_MATCH, IF_NONE_MATCH};

use super::headers::values;

/// Returns whether the entity tag of a resource meets the conditions of a write: `If-Match` and `If-None-Match`.
pub(crate) fn allow_write(headers: &HeaderMap, etag: &str) -> bool {
    let matches_required = !headers.contains_key(IF_MATCH) || has_etag(headers, IF_MATCH, etag);
    matches_required && !has_etag(headers, IF_NONE_MATCH, etag)
}

/// Returns whether a list of entity tags contains this one. The comparison is weak, as all tags of Microsoft Graph are.
fn has_etag(headers: &HeaderMap, name: HeaderName, etag: &str) -> bool {
    values(headers, name)
        .any(|value| value.trim() == "*" || quoted(value).any(|tag| quoted(etag).eq([tag])))
}

/// Returns the quoted parts of a list of entity tags.
fn quoted(tags: &str) -> impl Iterator<Item = &str> {
    tags.split('"').skip(1).step_by(2)
}

#[cfg(test)]
mod tests {
    use http::HeaderValue;

    use super::*;

    #[test]
    fn a_condition_names_the_entity_tag_alone_or_in_a_list() {
        let etag = "W/\"JzEt\"";
        let headers = |name, value| HeaderMap::from_iter([(name, HeaderValue::from_static(value))]);
        for (value, is_met) in [
            ("W/\"JzEt\"", true),
            ("\"JzEt\"", true),
            (" * ", true),
            ("W/\"a,b\", W/\"JzEt\"", true),
            ("W/\"JzEu\"", false),
            ("JzEt", false),
            ("\"", false),
            ("", false),
        ] {
            let result = allow_write(&headers(IF_MATCH, value), etag);
            assert_eq!(result, is_met, "{value}");
        }
        assert!(!allow_write(&headers(IF_NONE_MATCH, "*"), etag));
    }
}
