use std::fmt;

use http::Uri;
use http::uri::{Authority, PathAndQuery, Scheme};
use percent_encoding::percent_decode_str;

use super::version::ApiVersion;
use crate::error::Error;

const EXAMPLE: &str = "https://graph.microsoft.com";

/// Splits a base URL into scheme, authority and path. `http_host` is the host that may use `http` although it is not a loopback one.
pub(super) fn parse(
    base_url: &str,
    http_host: Option<&str>,
) -> Result<(Scheme, Authority, String), Error> {
    if base_url.contains('@') {
        return Err(Error::configuration(
            "the base URL contains credentials: give the client a token instead",
        ));
    }
    // `http::Uri` drops a fragment.
    let (text, fragment) = match base_url.split_once('#') {
        Some((text, fragment)) => (text, Some(fragment)),
        None => (base_url, None),
    };
    let refuse = |why: &str| {
        let shown = Shown(text);
        Error::configuration(format!("the base URL {shown}{why}"))
    };
    let uri: Uri = text.parse().map_err(|error| {
        refuse(&format!(
            "is not a URL ({error}): write it like `{EXAMPLE}`"
        ))
    })?;
    let parts = uri.into_parts();
    let (Some(scheme), Some(authority)) = (parts.scheme, parts.authority) else {
        return Err(refuse(&format!("is not absolute, such as `{EXAMPLE}`")));
    };
    check_port(&authority)?;
    let path = parts
        .path_and_query
        .unwrap_or(PathAndQuery::from_static("/"));
    let is_allowed = http_host.is_some_and(|host| authority.as_str().eq_ignore_ascii_case(host));
    let problem = origin_problem(&scheme, &authority)
        .filter(|_| !(is_allowed && scheme == Scheme::HTTP))
        .or_else(|| path_problem(&path))
        .or_else(|| fragment.map(|_| "has a fragment: remove it, from the `#` on"));
    match problem {
        Some(problem) => Err(refuse(problem)),
        None => Ok((scheme, authority, path.path().to_owned())),
    }
}

/// The message does not contain the URL: what looks like a port may be a password without its host.
fn check_port(authority: &Authority) -> Result<(), Error> {
    if has_valid_port(authority) {
        return Ok(());
    }
    Err(Error::configuration(
        "the base URL has a port that is not a number from 1 to 65535: correct it, or remove it and its `:`",
    ))
}

fn origin_problem(scheme: &Scheme, authority: &Authority) -> Option<&'static str> {
    let is_safe =
        *scheme == Scheme::HTTPS || (*scheme == Scheme::HTTP && is_loopback(authority.host()));
    (!is_safe).then_some("is not `https`: only loopback hosts may use `http`, and a host that is named by `allow_http`")
}

fn path_problem(path: &PathAndQuery) -> Option<&'static str> {
    if path.query().is_some() {
        Some("has a query: remove it, from the `?` on")
    } else if ends_in_version(path.path()) {
        Some("ends in a version: remove it, since each request adds its own")
    } else {
        None
    }
}

/// Displays a base URL in a message, unless it cannot be parsed and may contain a password.
struct Shown<'a>(&'a str);

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (_, after_scheme) = self.0.split_once("://").unwrap_or(("", self.0));
        let is_parsed = self.0.parse::<Uri>().is_ok();
        if is_parsed || !after_scheme.contains([':', '@', '%']) {
            write!(f, "`{}` ", self.0.escape_debug())?;
        }
        Ok(())
    }
}

/// Returns whether the port is missing or a port of TCP that a service can have.
pub(crate) fn has_valid_port(authority: &Authority) -> bool {
    let after_host = authority.as_str().rsplit(']').next().unwrap_or_default();
    match after_host.rsplit_once(':') {
        Some((_, port)) => port.parse::<u16>().is_ok_and(|port| port != 0),
        None => true,
    }
}

fn ends_in_version(path: &str) -> bool {
    let last = path.trim_end_matches('/').rsplit('/').next();
    let last = percent_decode_str(last.unwrap_or_default()).decode_utf8_lossy();
    [ApiVersion::V1, ApiVersion::Beta]
        .iter()
        .any(|version| last.eq_ignore_ascii_case(version.as_str()))
}

/// Returns whether the host is `localhost` or a loopback address.
pub(crate) fn is_loopback(host: &str) -> bool {
    let address = host.trim_start_matches('[').trim_end_matches(']');
    host == "localhost"
        || address
            .parse()
            .is_ok_and(|ip: std::net::IpAddr| ip.is_loopback())
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that panics has failed")]
mod tests {
    use super::*;
    use crate::error::ErrorKind;

    fn problem(url: &str) -> String {
        let error = parse(url, None).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Configuration, "{url}");
        assert!(!format!("{error} {error:?}").contains("hunter2"), "{error}");
        error.message().to_owned()
    }

    #[test]
    fn a_valid_base_url_is_split() {
        for (url, path) in [
            ("https://graph.microsoft.com", "/"),
            ("https://graph.microsoft.com:443/", "/"),
            ("http://[::1]:8080/graph", "/graph"),
            ("HTTPS://gateway.example/v1.0/graph/", "/v1.0/graph/"),
            ("https://gateway.example/versions", "/versions"),
            ("https://services.example/odata/v4", "/odata/v4"),
        ] {
            assert_eq!(parse(url, None).unwrap().2, path, "{url}");
        }
    }

    #[test]
    fn a_port_that_is_none_is_refused() {
        for url in [
            "https://host:99999",
            "https://host:65536/graph",
            "https://host:0",
            "https://host:",
            "https://[::1]:99999",
        ] {
            assert!(
                problem(url).starts_with("the base URL has a port that is not"),
                "{url}"
            );
        }
    }

    #[test]
    fn a_query_and_a_fragment_are_refused() {
        for (url, why) in [
            (
                "https://host/#fragment",
                "`https://host/` has a fragment: remove it, from the `#` on",
            ),
            (
                "https://host#hunter2",
                "`https://host` has a fragment: remove it, from the `#` on",
            ),
            (
                "https://host?a=b",
                "`https://host?a=b` has a query: remove it, from the `?` on",
            ),
        ] {
            assert_eq!(problem(url), format!("the base URL {why}"));
        }
    }

    #[test]
    fn a_version_at_the_end_is_refused_in_any_letter_case() {
        for end in [
            "v1.0",
            "V1.0",
            "V1.0/",
            "beta",
            "BETA//",
            "graph/Beta",
            "v1%2E0",
        ] {
            let url = format!("https://host/{end}");
            let why = "ends in a version: remove it, since each request adds its own";
            assert_eq!(problem(&url), format!("the base URL `{url}` {why}"));
        }
    }

    #[test]
    fn a_malformed_url_is_not_repeated() {
        for url in [
            "https://user:hunter2@host:99999",
            "https://user:hunter2@ho st",
            "https:\\\\user:hunter2@host",
            "https//user:hunter2@host",
            "user:hunter2@host",
            "https://user:hun ter2@host/hunter2",
            "https://user:hunter2",
            "https://user:hunter2%40host",
            "user:hunter2 /",
        ] {
            problem(url);
        }
    }

    #[test]
    fn one_host_and_port_may_use_http_if_it_is_named() {
        let allowed = "graph.internal:8080";
        for (url, is_allowed) in [
            ("http://graph.internal:8080", true),
            ("http://GRAPH.internal:8080/graph", true),
            ("https://graph.microsoft.com", true),
            ("http://graph.internal", false),
            ("http://graph.internal:80", false),
            ("http://sub.graph.internal:8080", false),
            ("ftp://graph.internal:8080", false),
        ] {
            assert_eq!(parse(url, Some(allowed)).is_ok(), is_allowed, "{url}");
        }
    }
}
