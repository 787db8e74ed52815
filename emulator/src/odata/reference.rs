use graph_resource::ApiVersion;

use super::{key_segment, path};

/// Characters that a path contains only percent-encoded, and those that end it.
const NOT_IN_A_PATH: [char; 13] = [
    '?', '#', '\\', '"', '<', '>', '^', '`', '{', '|', '}', '[', ']',
];

/// Returns the segments of the path below the version to which the URL of a reference leads.
///
/// These are the forms of one reference: `https://graph.microsoft.com/v1.0/users/1`, `users/1`, `/users/1`, `/v1.0/users('1')`. The host is
/// not checked, since a test can refer to the service that the emulator stands for.
pub(crate) fn segments(url: &str) -> Option<Vec<String>> {
    if url.contains(NOT_IN_A_PATH) || url.contains(char::is_whitespace) {
        return None;
    }
    let (path, is_absolute) = match url.split_once("://") {
        Some((scheme, rest)) => {
            let is_http = ["https", "http"]
                .iter()
                .any(|each| scheme.eq_ignore_ascii_case(each));
            let (host, path) = rest.split_once('/')?;
            (is_http && !host.is_empty()).then_some((path, true))?
        }
        None => (url.strip_prefix('/').unwrap_or(url), false),
    };
    let mut segments = path::decode(&format!("/{path}"))?;
    if segments.first().is_some_and(|first| is_version(first)) {
        segments.remove(0);
    } else if is_absolute {
        return None;
    }
    let is_entity = !segments.is_empty() && segments.iter().all(|segment| is_name_or_key(segment));
    is_entity.then_some(segments)
}

/// Splits the path of an item whose resource is not served into that of its collection and its key.
pub(crate) fn split_key(segments: &[String]) -> Option<(Vec<String>, String)> {
    let (last, parents) = segments.split_last()?;
    if let Some((name, predicate)) = key_segment::split(last) {
        let mut collection = parents.to_vec();
        collection.push(name.to_owned());
        return Some((collection, predicate.untyped()?));
    }
    (!parents.is_empty() || last == "me").then(|| (parents.to_vec(), last.clone()))
}

fn is_version(segment: &str) -> bool {
    let versions = [ApiVersion::V1, ApiVersion::Beta];
    versions
        .iter()
        .any(|version| version.as_str().eq_ignore_ascii_case(segment))
}

fn is_name_or_key(segment: &str) -> bool {
    !segment.is_empty() && !segment.starts_with('$') && segment != "." && segment != ".."
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reference_is_absolute_or_relative_to_the_version_or_the_host() {
        for url in [
            "https://graph.microsoft.com/v1.0/users/a%2Fb",
            "http://127.0.0.1:8080/beta/users/a%2Fb",
            "HTTPS://graph.microsoft.us/V1.0/users/a%2Fb",
            "users/a%2Fb",
            "/users/a%2Fb",
            "/beta/users/a%2Fb",
        ] {
            let expected = Some(vec!["users".to_owned(), "a/b".to_owned()]);
            assert_eq!(segments(url), expected, "{url}");
        }
        let quoted = Some(vec!["users('O''Neil')".to_owned()]);
        assert_eq!(segments("users('O''Neil')"), quoted);
    }

    #[test]
    fn anything_else_is_no_reference() {
        for url in [
            "",
            "/",
            "users/",
            "//users/1",
            "https://graph.microsoft.com",
            "https://graph.microsoft.com/v1.0",
            "https://graph.microsoft.com/users/1",
            "https:///v1.0/users/1",
            "ftp://graph.microsoft.com/v1.0/users/1",
            "users/1?$select=id",
            "users/1#x",
            "users/1/$ref",
            "users/../groups/1",
            "users/%zz",
            "users/ 1",
            "[\"users/1\"]",
            "https://graph.microsoft.com/v1.0//users/1",
        ] {
            assert_eq!(segments(url), None, "{url}");
        }
    }
}
