//! Relative links in answers, which are relative to the context URL of the answer ("OData JSON Format", Relative URLs).

use iri_string::types::{UriAbsoluteStr, UriReferenceStr};

use super::origin::{encode_invalid, has_origin, with_version};

/// Completes a relative link by the context URL of its answer. Without one, links are relative to the URL of the request.
///
/// A link that is only a query stays as it is: below the context URL, it would lead to the metadata. So does a link that is no URL.
pub(crate) fn complete(context: &str, link: &mut Option<String>) {
    let completed = link.as_deref().and_then(|link| completed(context, link));
    if completed.is_some() {
        *link = completed;
    }
}

fn completed(context: &str, link: &str) -> Option<String> {
    if link.is_empty() || link.starts_with(['?', '#']) || has_origin(link) {
        return None;
    }
    let metadata = context.split(['?', '#']).next().unwrap_or_default();
    if !has_origin(metadata) {
        let (folder, _) = metadata.rsplit_once('/')?;
        return (!link.starts_with('/')).then(|| format!("{folder}/{link}"));
    }
    let (origin, path) = split_origin(metadata)?;
    if !link.starts_with('/') {
        return Some(format!("{origin}{}", resolved(path, link)?));
    }
    let (root, _) = path.rsplit_once('/')?;
    Some(format!("{origin}{}", with_version(root, link)))
}

/// Splits an absolute URL into its origin, or its host alone, and its path.
fn split_origin(url: &str) -> Option<(&str, &str)> {
    let host = url.find("//")? + "//".len();
    let path = url.get(host..)?.find('/')? + host;
    url.split_at_checked(path)
}

/// Resolves a link against a path (RFC 3986, section 5.2).
fn resolved(path: &str, link: &str) -> Option<String> {
    let base = format!("http://base{}", encode_invalid(path));
    let link = encode_invalid(link);
    let url = UriReferenceStr::new(&link).ok()?;
    let url = url
        .resolve_against(UriAbsoluteStr::new(&base).ok()?)
        .to_string();
    url.strip_prefix("http://base").map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn assert_completed(context: &str, cases: &[(&str, &str)]) {
        for (link, expected) in cases {
            let mut completed = Some((*link).to_owned());
            complete(context, &mut completed);
            assert_eq!(completed.as_deref(), Some(*expected), "{context} {link}");
        }
    }

    #[test]
    fn a_relative_link_is_below_the_folder_of_the_context_url() {
        let context = "https://graph.microsoft.com/v1.0/$metadata#users(id)";
        assert_completed(
            context,
            &[
                (
                    "users?$skiptoken=a%2e'(b)",
                    "https://graph.microsoft.com/v1.0/users?$skiptoken=a%2e'(b)",
                ),
                ("../beta/users", "https://graph.microsoft.com/beta/users"),
                ("./a:b", "https://graph.microsoft.com/v1.0/a:b"),
                (
                    "users?a=<\u{fc}>",
                    "https://graph.microsoft.com/v1.0/users?a=%3C%C3%BC%3E",
                ),
            ],
        );
        assert_completed(
            "//graph.microsoft.com/v1.0/$metadata",
            &[("users", "//graph.microsoft.com/v1.0/users")],
        );
    }

    #[test]
    fn a_path_is_below_the_version_of_the_context_url() {
        let cases = [
            ("/teams('1')?a=b", "https://host/graph/v1.0/teams('1')?a=b"),
            ("/graph/v1.0/teams", "https://host/graph/v1.0/teams"),
            ("/graph/beta/teams", "https://host/graph/beta/teams"),
        ];
        assert_completed("https://host/graph/v1.0/$metadata#teams", &cases);
        let cases = [(
            "/odata/v4/catalog/Books",
            "https://host/odata/v4/catalog/Books",
        )];
        assert_completed("https://host/odata/v4/catalog/$metadata#Books", &cases);
    }

    #[test]
    fn a_relative_context_url_is_itself_relative_to_the_request() {
        assert_completed(
            "$metadata#Books",
            &[("Books?$skiptoken=1", "Books?$skiptoken=1")],
        );
        let cases = [
            ("Books?$skiptoken=1", "../../Books?$skiptoken=1"),
            ("/v1.0/Books", "/v1.0/Books"),
        ];
        assert_completed("../../$metadata#Books", &cases);
        assert_completed("/v1.0/$metadata#users", &[("users?a=b", "/v1.0/users?a=b")]);
    }

    #[test]
    fn an_absolute_link_a_query_and_a_link_without_a_context_are_kept() {
        let links = [
            "https://other.example/x",
            "//other.example/x",
            "?$skiptoken=x",
            "#x",
            "",
        ];
        for link in links {
            assert_completed("https://host/v1.0/$metadata#users", &[(link, link)]);
        }
        for context in ["", "https://host", "users", "%zz"] {
            assert_completed(context, &[("users?a=b", "users?a=b")]);
        }
    }

    #[test]
    fn the_origin_of_the_context_url_is_kept_whatever_it_is() {
        let context = "https://evil.example/v1.0/$metadata#users";
        let cases = [
            ("users", "https://evil.example/v1.0/users"),
            ("/users", "https://evil.example/v1.0/users"),
        ];
        assert_completed(context, &cases);
    }
}
