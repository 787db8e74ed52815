//! The rule that links and redirects must not leave the origin of the client, since requests carry its token.

use std::borrow::Cow;
use std::fmt;

use http::Uri;
use http::uri::{Authority, PathAndQuery, Scheme};
use iri_string::types::{UriAbsoluteStr, UriReferenceStr};
use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

use super::base_url::is_loopback;
use super::version::is_version;
use crate::error::{Error, ErrorKind};

/// The characters that no URL contains. All others in a link are kept: links are opaque, and may be signed.
const INVALID_IN_URL: &AsciiSet = &CONTROLS.add(b' ').add(b'"').add(b'<').add(b'>').add(b'`');

/// Resolves a link from the resource at `base`: an absolute URL, or a relative reference (RFC 3986, section 5.2).
///
/// Graph writes links such as `/teams('1')/operations('2')`, which begin with `/` and have no version. They are below `root`, the path of
/// the service with the version.
///
/// If the link leaves the origin, the error names both origins. It contains no other part of the link, whose query may be a secret.
pub(crate) fn resolve(base: &Uri, root: &str, link: &str) -> Result<Uri, Error> {
    let link = encode_invalid(link);
    let path_and_query = if link.is_empty() {
        return Err(invalid_link());
    } else if has_origin(&link) {
        resolve_absolute(base, &link)?
    } else {
        resolve_relative(base, root, &link)?
    };
    let mut parts = base.clone().into_parts();
    parts.path_and_query = Some(path_and_query);
    Uri::from_parts(parts).map_err(|error| invalid_link().with_source(error))
}

/// Encodes the characters that no URL contains.
pub(super) fn encode_invalid(link: &str) -> String {
    utf8_percent_encode(link, INVALID_IN_URL).to_string()
}

/// Adds percent-encoded options to the query of a URL.
pub(crate) fn add_query(url: Uri, query: &str) -> Result<Uri, Error> {
    let separator = if url.query().is_some() { '&' } else { '?' };
    let path_and_query = url.path_and_query().map_or("/", PathAndQuery::as_str);
    let path_and_query = PathAndQuery::try_from(format!("{path_and_query}{separator}{query}"))
        .map_err(|error| invalid_link().with_source(error))?;
    let mut parts = url.into_parts();
    parts.path_and_query = Some(path_and_query);
    Uri::from_parts(parts).map_err(|error| invalid_link().with_source(error))
}

/// Returns the path of the service with the version of a request, which is that of `service_root` unless the path has another.
pub(crate) fn root_of<'a>(service_root: &'a Uri, request: &'a Uri) -> &'a str {
    let path = request.path();
    if !ends_in_version(service_root.path()) {
        return service_root.path().trim_end_matches('/');
    }
    let base = base_path(service_root.path());
    let version = path
        .strip_prefix(base)
        .and_then(|path| path.strip_prefix('/'))
        .and_then(|path| path.split('/').next())
        .filter(|segment| is_version(segment));
    match version {
        Some(version) => path
            .get(..=base.len() + version.len())
            .unwrap_or(service_root.path()),
        None => service_root.path(),
    }
}

/// Returns whether the path of the service has a version.
pub(super) fn ends_in_version(root: &str) -> bool {
    root.rsplit('/').next().is_some_and(is_version)
}

/// Returns the path of the service without the version.
fn base_path(root: &str) -> &str {
    root.rsplit_once('/').map_or("", |(base, _)| base)
}

/// Checks that `uri` has the scheme, host and port of `home`, and no credentials.
pub(crate) fn ensure_same_origin(home: &Uri, uri: &Uri) -> Result<(), Error> {
    if is_same_origin(home, uri) {
        return Ok(());
    }
    let (other, own) = (Origin(uri), Origin(home));
    let message = if has_credentials(uri) {
        format!(
            "nothing was sent to `{other}`: the URL contains credentials, and the origin of the client is `{own}`"
        )
    } else {
        format!("nothing was sent to `{other}`: it is not the origin of the client, `{own}`")
    };
    Err(Error::new(ErrorKind::InvalidRequest, message))
}

/// Returns the URL of a link to another origin, or `None` if the link stays at that of `home` or is no absolute URL.
///
/// It must be `https`, without credentials. A service at a loopback host, such as an emulator, may refer to other ports of loopback hosts.
pub(crate) fn elsewhere(home: &Uri, link: &str) -> Option<Result<Uri, Error>> {
    let uri = link.parse::<Uri>().ok()?;
    let is_absolute = uri.scheme().is_some() && uri.authority().is_some();
    if !is_absolute || is_same_origin(home, &uri) {
        return None;
    }
    Some(ensure_secure(home, &uri).map(|()| uri))
}

/// Checks the URL of an origin to which no token is sent.
pub(crate) fn ensure_secure(home: &Uri, uri: &Uri) -> Result<(), Error> {
    let is_local = |uri: &Uri| {
        let is_http = uri.scheme() == Some(&Scheme::HTTP);
        is_http && uri.host().is_some_and(is_loopback)
    };
    let is_secure = uri.scheme() == Some(&Scheme::HTTPS) && uri.host().is_some();
    if !has_credentials(uri) && (is_secure || is_local(home) && is_local(uri)) {
        return Ok(());
    }
    let other = Origin(uri);
    let message = format!(
        "nothing was sent to `{other}`: a URL outside of the service must be `https`, without credentials"
    );
    Err(Error::new(ErrorKind::InvalidRequest, message))
}

fn is_same_origin(home: &Uri, uri: &Uri) -> bool {
    // The fast path for nearly all requests; `home` has no credentials. Authorities are compared as texts, without letter case below.
    let is_same_text =
        home.authority().map(Authority::as_str) == uri.authority().map(Authority::as_str);
    if is_same_text && home.scheme() == uri.scheme() {
        return true;
    }
    let host = |uri: &Uri| uri.host().map(str::to_ascii_lowercase);
    home.scheme() == uri.scheme()
        && host(home) == host(uri)
        && port(home) == port(uri)
        && !has_credentials(uri)
}

/// Returns the port, which defaults to that of the scheme.
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

fn has_credentials(uri: &Uri) -> bool {
    uri.authority()
        .is_some_and(|authority| authority.as_str().contains('@'))
}

/// Displays scheme, host and port, without credentials.
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

/// Returns whether the link has a scheme or begins with a host.
pub(super) fn has_origin(link: &str) -> bool {
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

fn resolve_absolute(base: &Uri, link: &str) -> Result<PathAndQuery, Error> {
    let url = match (link.strip_prefix("//"), base.scheme()) {
        (Some(_), Some(scheme)) => format!("{scheme}:{link}").parse(),
        _ => link.parse::<Uri>(),
    };
    let url = url.map_err(|error| invalid_link().with_source(error))?;
    if url.scheme().is_none() {
        return Err(invalid_link());
    }
    ensure_same_origin(base, &url)?;
    url.into_parts().path_and_query.ok_or_else(invalid_link)
}

fn resolve_relative(base: &Uri, root: &str, link: &str) -> Result<PathAndQuery, Error> {
    let path_and_query = if link.starts_with('/') {
        PathAndQuery::try_from(with_version(root, link).as_ref())
    } else {
        let base = format!("http://base{}", base.path());
        let base = UriAbsoluteStr::new(&base).map_err(|error| invalid_link().with_source(error))?;
        let link = UriReferenceStr::new(link).map_err(|error| invalid_link().with_source(error))?;
        let url = link.resolve_against(base).to_string();
        PathAndQuery::try_from(url.strip_prefix("http://base").unwrap_or_default())
    };
    path_and_query.map_err(|error| invalid_link().with_source(error))
}

/// Puts a path that has no version below `root`, if that has one.
pub(super) fn with_version<'a>(root: &str, link: &'a str) -> Cow<'a, str> {
    if !ends_in_version(root) {
        return Cow::Borrowed(link);
    }
    let below_base = link.strip_prefix(base_path(root));
    let path = below_base
        .filter(|path| path.starts_with('/'))
        .unwrap_or(link);
    let mut segments = path.split(['/', '?', '#']);
    let first = segments.nth(1).unwrap_or_default();
    if is_version(first) {
        Cow::Borrowed(link)
    } else {
        Cow::Owned(format!("{root}{path}"))
    }
}

#[cold]
fn invalid_link() -> Error {
    Error::new(ErrorKind::InvalidRequest, "the link is not a valid URL")
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that panics has failed")]
mod tests {
    use super::*;

    const BASE: &str = "https://graph.microsoft.com/v1.0/users/1/lists?$top=2";

    fn resolve(link: &str) -> Result<String, Error> {
        super::resolve(&Uri::from_static(BASE), "/v1.0", link).map(|uri| uri.to_string())
    }

    #[test]
    fn a_link_to_the_same_origin_is_kept_unchanged() {
        for link in [
            "https://graph.microsoft.com/v1.0/users?$skiptoken=X%2e%27a'(b)|{c}",
            "https://graph.microsoft.com/beta/a/../b/%2E%2e/c//d?x=a+b%20c&&=",
        ] {
            assert_eq!(resolve(link).unwrap(), link);
        }
    }

    #[test]
    fn origins_are_compared_without_letter_case_and_with_default_ports() {
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
            ("/../me", "/v1.0/../me"),
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
    fn a_path_without_a_version_is_below_the_version() {
        for (base, root, link, expected) in [
            (
                "https://host/v1.0/teams",
                "/v1.0",
                "/teams('1')/operations('2')",
                "/v1.0/teams('1')/operations('2')",
            ),
            (
                "https://host/beta/x",
                "/beta",
                "/teams('1')",
                "/beta/teams('1')",
            ),
            (
                "https://host/beta/x",
                "/beta",
                "/v1.0/teams('1')",
                "/v1.0/teams('1')",
            ),
            ("https://host/v1.0/x", "/v1.0", "/beta?a=b", "/beta?a=b"),
            ("https://host/v1.0/x", "/v1.0", "/V1.0/me", "/V1.0/me"),
            ("https://host/v1.0/x", "/v1.0", "/v2.0/me", "/v2.0/me"),
            (
                "https://host/v1.0/x",
                "/v1.0",
                "/versions/1",
                "/v1.0/versions/1",
            ),
            (
                "https://host/v1.0/x",
                "/v1.0",
                "/me?$select=/v1.0/",
                "/v1.0/me?$select=/v1.0/",
            ),
            (
                "https://host/graph/v1.0/x",
                "/graph/v1.0",
                "/me",
                "/graph/v1.0/me",
            ),
            (
                "https://host/graph/v1.0/x",
                "/graph/v1.0",
                "/graph/me",
                "/graph/v1.0/me",
            ),
            (
                "https://host/graph/v1.0/x",
                "/graph/v1.0",
                "/graph/beta/me",
                "/graph/beta/me",
            ),
            (
                "https://host/graph/v1.0/x",
                "/graph/v1.0",
                "/v1.0/me",
                "/v1.0/me",
            ),
            (
                "https://host/odata/v4/catalog/Books",
                "/odata/v4/catalog",
                "/odata/v4/catalog/Books?a=b",
                "/odata/v4/catalog/Books?a=b",
            ),
            ("https://host/Books", "", "/Books", "/Books"),
            (
                "https://host/graph/v1.0/x",
                "/graph/v1.0",
                "/graphs/1",
                "/graph/v1.0/graphs/1",
            ),
        ] {
            let url = super::resolve(&Uri::from_static(base), root, link).unwrap();
            assert_eq!(url.to_string(), format!("https://host{expected}"), "{link}");
        }
    }

    #[test]
    fn the_root_of_a_request_has_its_version() {
        for (service_root, request, root) in [
            ("https://host/v1.0", "https://host/v1.0/me", "/v1.0"),
            ("https://host/v1.0", "https://host/beta/me?a=b", "/beta"),
            ("https://host/v1.0", "https://host/beta", "/beta"),
            ("https://host/v1.0", "https://host/other/me", "/v1.0"),
            ("https://host/a/v1.0", "https://host/a/beta/me", "/a/beta"),
            ("https://host/a/v1.0", "https://host/beta/me", "/a/v1.0"),
            ("https://host/odata", "https://host/odata/v4/x", "/odata"),
            ("https://host/", "https://host/v4/x", ""),
        ] {
            let [service_root, request] = [service_root, request].map(Uri::from_static);
            assert_eq!(root_of(&service_root, &request), root);
        }
    }

    #[test]
    fn characters_that_invalid_link_contains_are_encoded() {
        let url = resolve("https://graph.microsoft.com/v1.0/a b?c=<\u{fc}>\"\n").unwrap();
        let expected = "https://graph.microsoft.com/v1.0/a%20b?c=%3C%C3%BC%3E%22%0A";
        assert_eq!(url, expected);
    }

    #[test]
    fn another_origin_is_refused_with_both_origins_and_without_the_query() {
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
    fn an_invalid_url_is_refused_and_not_repeated() {
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
    fn a_path_that_resembles_another_host_stays_a_path() {
        for link in ["/\\evil.example/x", "\\\\evil.example/x", "/@evil.example"] {
            let Ok(url) = resolve(link) else { continue };
            let url: Uri = url.parse().unwrap();
            assert_eq!(url.host(), Some("graph.microsoft.com"), "{link}");
        }
    }

    #[test]
    fn any_path_of_the_same_origin_is_accepted() {
        let home = Uri::from_static("http://127.0.0.1:8080/graph/v1.0");
        let is_accepted =
            |uri: &'static str| ensure_same_origin(&home, &Uri::from_static(uri)).is_ok();
        assert!(is_accepted("http://127.0.0.1:8080/beta/me?$select=id"));
        assert!(!is_accepted("http://127.0.0.1:8081/beta/me"));
        assert!(!is_accepted("http://127.0.0.1/beta/me"));
        assert!(!is_accepted("http://[::1]:8080/beta/me"));
        assert!(!is_accepted("/beta/me"));
        let home = Uri::from_static("http://[::1]/v1.0");
        assert!(ensure_same_origin(&home, &Uri::from_static("http://[::1]:80/me")).is_ok());
        assert!(ensure_same_origin(&home, &Uri::from_static("http://[::2]/me")).is_err());
    }
}
