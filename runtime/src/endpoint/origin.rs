//! Where a link may lead: nowhere but to the origin of the client, which is where its token goes. The one place that says so.

use std::fmt;

use http::Uri;
use http::uri::{PathAndQuery, Scheme};
use iri_string::types::{UriAbsoluteStr, UriReferenceStr};
use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

use crate::error::{Error, ErrorKind};

/// What no URL holds. All else in a link is kept as it came: it is opaque, and may be signed.
const NOT_IN_A_URL: &AsciiSet = &CONTROLS.add(b' ').add(b'"').add(b'<').add(b'>').add(b'`');

/// The URL that a link names which was found at `base`: an absolute one, or a relative reference (RFC 3986, section 5.2).
///
/// An error names the two origins, if that is what is wrong, and nothing else out of the link, whose query may be a secret.
pub(crate) fn resolve(base: &Uri, link: &str) -> Result<Uri, Error> {
    let link = utf8_percent_encode(link, NOT_IN_A_URL).to_string();
    let path_and_query = if link.is_empty() {
        return Err(no_url());
    } else if names_an_origin(&link) {
        of_absolute(base, &link)?
    } else {
        of_relative(base, &link)?
    };
    let mut parts = base.clone().into_parts();
    parts.path_and_query = Some(path_and_query);
    Uri::from_parts(parts).map_err(|error| no_url().with_source(error))
}

/// Refuses a URL of another scheme, host or port than `home`, and one with a user in it.
pub(crate) fn stays_at(home: &Uri, uri: &Uri) -> Result<(), Error> {
    if is_same(home, uri) {
        return Ok(());
    }
    let (there, here) = (Origin(uri), Origin(home));
    let message = if has_user(uri) {
        format!(
            "a URL of `{there}` with credentials in it was not followed by the client of `{here}`"
        )
    } else {
        format!(
            "`{there}` is another origin than that of the client, `{here}`: nothing is sent there"
        )
    };
    Err(Error::new(ErrorKind::InvalidRequest, message))
}

fn is_same(home: &Uri, uri: &Uri) -> bool {
    // As nearly all are; `home` has no user.
    if home.scheme() == uri.scheme() && home.authority() == uri.authority() {
        return true;
    }
    let host = |uri: &Uri| uri.host().map(str::to_ascii_lowercase);
    home.scheme() == uri.scheme()
        && host(home) == host(uri)
        && port(home) == port(uri)
        && !has_user(uri)
}

/// The port, be it written or that of the scheme.
fn port(uri: &Uri) -> Option<&str> {
    let authority = uri.authority()?.as_str();
    let after_host = authority
        .rsplit_once(']')
        .map_or(authority, |(_, after)| after);
    match after_host.rsplit_once(':') {
        Some((_, port)) if !port.is_empty() => Some(port),
        _ if uri.scheme() == Some(&Scheme::HTTPS) => Some("443"),
        _ => Some("80"),
    }
}

fn has_user(uri: &Uri) -> bool {
    uri.authority()
        .is_some_and(|authority| authority.as_str().contains('@'))
}

/// Scheme, host and port for a message, without a user.
struct Origin<'a>(&'a Uri);

impl fmt::Display for Origin<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (scheme, authority) = (self.0.scheme_str(), self.0.authority());
        let host = authority.map_or("", |authority| authority.as_str());
        let host = host.rsplit('@').next().unwrap_or_default();
        match scheme {
            Some(scheme) => write!(f, "{scheme}://{host}"),
            None => f.write_str(host),
        }
    }
}

/// Whether the link has a scheme, or begins with a host.
fn names_an_origin(link: &str) -> bool {
    let is_scheme = |text: &str| {
        text.starts_with(|first: char| first.is_ascii_alphabetic())
            && text
                .chars()
                .all(|character| character.is_ascii_alphanumeric() || "+-.".contains(character))
    };
    link.starts_with("//")
        || link
            .split_once(':')
            .is_some_and(|(scheme, _)| is_scheme(scheme))
}

fn of_absolute(base: &Uri, link: &str) -> Result<PathAndQuery, Error> {
    let url = match (link.strip_prefix("//"), base.scheme()) {
        (Some(_), Some(scheme)) => format!("{scheme}:{link}").parse(),
        _ => link.parse::<Uri>(),
    };
    let url = url.map_err(|error| no_url().with_source(error))?;
    if url.scheme().is_none() {
        return Err(no_url());
    }
    stays_at(base, &url)?;
    url.into_parts().path_and_query.ok_or_else(no_url)
}

fn of_relative(base: &Uri, link: &str) -> Result<PathAndQuery, Error> {
    let path_and_query = if link.starts_with('/') {
        PathAndQuery::try_from(link)
    } else {
        let base = format!("http://base{}", base.path());
        let base = UriAbsoluteStr::new(&base).map_err(|error| no_url().with_source(error))?;
        let link = UriReferenceStr::new(link).map_err(|error| no_url().with_source(error))?;
        let url = link.resolve_against(base).to_string();
        PathAndQuery::try_from(url.strip_prefix("http://base").unwrap_or_default())
    };
    path_and_query.map_err(|error| no_url().with_source(error))
}

#[cold]
fn no_url() -> Error {
    Error::new(
        ErrorKind::InvalidRequest,
        "the link cannot be followed, because it is no URL",
    )
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that panics has failed")]
mod tests {
    use super::*;

    const BASE: &str = "https://graph.microsoft.com/v1.0/users/1/lists?$top=2";

    fn resolve(link: &str) -> Result<String, Error> {
        super::resolve(&Uri::from_static(BASE), link).map(|uri| uri.to_string())
    }

    #[test]
    fn a_link_to_the_same_origin_is_kept_as_it_came() {
        for link in [
            "https://graph.microsoft.com/v1.0/users?$skiptoken=X%2e%27a'(b)|{c}",
            "https://graph.microsoft.com/beta/a/../b/%2E%2e/c//d?x=a+b%20c&&=",
        ] {
            assert_eq!(resolve(link).unwrap(), link);
        }
    }

    #[test]
    fn the_same_origin_is_known_in_other_letters_and_with_its_port() {
        for link in [
            "HTTPS://GRAPH.microsoft.COM/v1.0/me?a=B",
            "https://graph.microsoft.com:443/v1.0/me?a=B",
            "https://graph.microsoft.com:/v1.0/me?a=B",
            "//graph.microsoft.com/v1.0/me?a=B",
            "https://graph.microsoft.com/v1.0/me?a=B#fragment",
        ] {
            let url = "https://graph.microsoft.com/v1.0/me?a=B";
            assert_eq!(resolve(link).unwrap(), url, "{link}");
        }
    }

    #[test]
    fn a_relative_link_is_resolved() {
        for (link, expected) in [
            ("/v1.0/me?a=b", "/v1.0/me?a=b"),
            ("/../me", "/../me"),
            ("?$skiptoken=x", "/v1.0/users/1/lists?$skiptoken=x"),
            ("lists?$skiptoken=x", "/v1.0/users/1/lists?$skiptoken=x"),
            ("../2/lists", "/v1.0/users/2/lists"),
            ("../../../../../me", "/me"),
            ("./a:b", "/v1.0/users/1/a:b"),
        ] {
            let expected = format!("https://graph.microsoft.com{expected}");
            assert_eq!(resolve(link).unwrap(), expected, "{link}");
        }
    }

    #[test]
    fn what_no_url_holds_is_encoded() {
        let url = resolve("https://graph.microsoft.com/v1.0/a b?c=<\u{fc}>\"\n").unwrap();
        let expected = "https://graph.microsoft.com/v1.0/a%20b?c=%3C%C3%BC%3E%22%0A";
        assert_eq!(url, expected);
    }

    #[test]
    fn another_origin_is_refused_with_both_names_and_no_query() {
        for (link, named) in [
            ("http://graph.microsoft.com", "http://graph.microsoft.com"),
            ("https://graph.microsoft.us", "https://graph.microsoft.us"),
            (
                "https://graph.microsoft.com.evil.example",
                "https://graph.microsoft.com.evil.example",
            ),
            (
                "https://graph.microsoft.com:8443",
                "https://graph.microsoft.com:8443",
            ),
            (
                "https://graph.microsoft.com.",
                "https://graph.microsoft.com.",
            ),
            (
                "https://hunter2@graph.microsoft.com",
                "https://graph.microsoft.com",
            ),
            (
                "https://graph.microsoft.com:hunter2@evil.example",
                "https://evil.example",
            ),
            ("//evil.example", "https://evil.example"),
            ("ftp://graph.microsoft.com", "ftp://graph.microsoft.com"),
        ] {
            let error = resolve(&format!("{link}/v1.0/hunter2?token=hunter2")).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::InvalidRequest, "{link}");
            for name in [named, "`https://graph.microsoft.com`"] {
                assert!(error.message().contains(name), "{error}");
            }
            assert!(!format!("{error} {error:?}").contains("hunter2"), "{error}");
        }
    }

    #[test]
    fn what_is_no_url_is_refused_and_not_repeated() {
        for link in [
            "",
            "https://",
            "https:///hunter2",
            "https:hunter2",
            "mailto:hunter2@evil.example",
            "javascript:hunter2()",
            "evil.example:443/hunter2",
            "https://graph.microsoft.com\\@evil.example/hunter2",
            "https://[::1/hunter2",
            "%zz/hunter2",
        ] {
            let error = resolve(link).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::InvalidRequest, "{link}");
            assert!(!format!("{error} {error:?}").contains("hunter2"), "{error}");
        }
    }

    #[test]
    fn what_looks_like_another_host_in_a_path_stays_a_path() {
        for link in ["/\\evil.example/x", "\\\\evil.example/x", "/@evil.example"] {
            let Ok(url) = resolve(link) else { continue };
            let url: Uri = url.parse().unwrap();
            assert_eq!(url.host(), Some("graph.microsoft.com"), "{link}");
        }
    }

    #[test]
    fn a_request_stays_at_its_origin_at_any_path() {
        let home = Uri::from_static("http://127.0.0.1:8080/graph/v1.0");
        let goes = |uri: &'static str| stays_at(&home, &Uri::from_static(uri)).is_ok();
        assert!(goes("http://127.0.0.1:8080/beta/me?$select=id"));
        assert!(!goes("http://127.0.0.1:8081/beta/me"));
        assert!(!goes("http://127.0.0.1/beta/me"));
        assert!(!goes("http://[::1]:8080/beta/me"));
        assert!(!goes("/beta/me"));
        let home = Uri::from_static("http://[::1]/v1.0");
        assert!(stays_at(&home, &Uri::from_static("http://[::1]:80/me")).is_ok());
        assert!(stays_at(&home, &Uri::from_static("http://[::2]/me")).is_err());
    }
}
