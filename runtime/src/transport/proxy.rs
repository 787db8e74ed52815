//! The proxy for `https`, which the application or the environment names.

use std::ffi::OsString;

use http::uri::Authority;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::redacted::Redacted;
use crate::endpoint::has_valid_port;
use crate::error::Error;

/// The environment variables that name a proxy for `https`. The first that is set is used.
const VARIABLES: [&str; 4] = ["HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"];

/// The environment variables that name the hosts without a proxy. The first that is set is used.
const EXCEPTIONS: [&str; 2] = ["NO_PROXY", "no_proxy"];

const HTTP: [&str; 2] = ["http", "https"];
const SOCKS: [&str; 4] = ["socks4", "socks4a", "socks5", "socks5h"];

/// The characters that are encoded in a user name and a password: all that no URL contains there. What is encoded already is kept.
const USER_INFO: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~')
    .remove(b'!')
    .remove(b'$')
    .remove(b'&')
    .remove(b'\'')
    .remove(b'(')
    .remove(b')')
    .remove(b'*')
    .remove(b'+')
    .remove(b',')
    .remove(b';')
    .remove(b'=')
    .remove(b':')
    .remove(b'%');

/// A proxy, and the hosts that are reached without it.
#[derive(Debug, Clone)]
pub(super) struct Proxy {
    url: Redacted<String>,
    exceptions: Option<String>,
}

impl Proxy {
    /// Returns the given proxy, or else the one that the environment names for `https`.
    ///
    /// HTTP clients can read the environment by themselves, but would then also send requests for loopback hosts, with their tokens in clear
    /// text, through `HTTP_PROXY`; and they ignore a proxy that they do not understand, and connect directly.
    pub(super) fn resolve(given: Option<&Redacted<String>>) -> Result<Option<Self>, Error> {
        match given {
            Some(Redacted(url)) => Self::parse("proxy", url).map(Some),
            None => Self::from_env(|name| std::env::var_os(name)),
        }
    }

    fn from_env(variable: impl Fn(&str) -> Option<OsString>) -> Result<Option<Self>, Error> {
        let found = VARIABLES.into_iter().find_map(|name| {
            variable(name)
                .filter(|url| !url.is_empty())
                .map(|url| (name, url))
        });
        let Some((name, url)) = found else {
            return Ok(None);
        };
        let url = url.into_string().map_err(|_| refused(name, FORM))?;
        let mut proxy = Self::parse(name, &url)?;
        let exceptions = EXCEPTIONS.into_iter().find_map(variable);
        proxy.exceptions = exceptions.map(|hosts| hosts.to_string_lossy().into_owned());
        Ok(Some(proxy))
    }

    /// Parses the URL of a proxy, which errors call `name`. They do not contain the URL: it may contain a password.
    fn parse(name: &str, url: &str) -> Result<Self, Error> {
        let (scheme, rest) = url.split_once("://").unwrap_or(("http", url));
        let scheme = scheme.to_ascii_lowercase();
        if !is_supported(&scheme) {
            return Err(refused(name, SCHEMES));
        }
        let (authority, path) =
            rest.split_at(rest.find(['/', '?', '#', '\\']).unwrap_or(rest.len()));
        if !matches!(path, "" | "/") {
            return Err(refused(name, ONLY_HOST));
        }
        let (user, host) = match authority.rsplit_once('@') {
            Some((user, host)) => (format!("{}@", utf8_percent_encode(user, USER_INFO)), host),
            None => (String::new(), authority),
        };
        let host: Authority = host.parse().map_err(|_| refused(name, FORM))?;
        if host.host().is_empty() || !has_valid_port(&host) {
            return Err(refused(name, FORM));
        }
        let is_socks = SOCKS.contains(&scheme.as_str());
        let port = if is_socks && host.port().is_none() {
            ":1080"
        } else {
            ""
        };
        Ok(Self {
            url: Redacted(format!("{scheme}://{user}{host}{port}")),
            exceptions: None,
        })
    }

    /// Returns the URL, with the user name and the password.
    pub(super) fn url(&self) -> &str {
        &self.url.0
    }

    /// Returns the hosts that are reached without the proxy, in the form of `NO_PROXY`.
    pub(super) fn exceptions(&self) -> Option<&str> {
        self.exceptions.as_deref()
    }
}

fn is_supported(scheme: &str) -> bool {
    HTTP.contains(&scheme) || (cfg!(feature = "socks") && SOCKS.contains(&scheme))
}

#[cold]
fn refused(name: &str, why: &str) -> Error {
    Error::configuration(format!("`{name}` is not the URL of a proxy: {why}"))
}

/// Returns the error for a proxy that the HTTP client does not understand.
#[cold]
pub(super) fn not_understood() -> Error {
    Error::configuration(format!(
        "the HTTP client does not understand the URL of the proxy: {FORM}"
    ))
}

#[cfg(feature = "socks")]
const SCHEMES: &str = "only the schemes `http`, `https`, `socks4`, `socks4a`, `socks5` and `socks5h` are supported, such as in \
     `http://proxy.example:8080`";
#[cfg(not(feature = "socks"))]
const SCHEMES: &str = "only the schemes `http` and `https` are supported, such as in `http://proxy.example:8080`, and those of SOCKS with the \
     feature `socks`";
const FORM: &str = "it must have the form `http://user:password@proxy.example:8080`";
const ONLY_HOST: &str = "it must end after the port, as in `http://proxy.example:8080`";

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that panics has failed")]
mod tests {
    use super::*;

    fn with(variables: &[(&str, &str)]) -> Result<Option<Proxy>, Error> {
        Proxy::from_env(|name| {
            let found = variables.iter().find(|(known, _)| *known == name);
            found.map(|(_, value)| value.into())
        })
    }

    #[test]
    fn the_environment_names_the_proxy_and_its_exceptions() {
        for name in VARIABLES {
            for exceptions in EXCEPTIONS {
                let variables = [(name, "http://proxy:8080"), (exceptions, "a.example")];
                let proxy = with(&variables).unwrap().unwrap();
                assert_eq!(proxy.url(), "http://proxy:8080");
                assert_eq!(proxy.exceptions(), Some("a.example"));
            }
        }
    }

    #[test]
    fn an_empty_variable_and_http_proxy_are_ignored() {
        let variables = [("HTTPS_PROXY", ""), ("HTTP_PROXY", "http://proxy:8080")];
        assert!(with(&variables).unwrap().is_none());
    }

    #[cfg(unix)]
    #[test]
    fn a_variable_that_is_not_text_is_an_error() {
        use std::os::unix::ffi::OsStringExt;

        let error = Proxy::from_env(|_| Some(OsString::from_vec(b"http://\xff".to_vec())));
        let message = format!("`HTTPS_PROXY` is not the URL of a proxy: {FORM}");
        assert_eq!(error.unwrap_err().message(), message);
    }

    #[test]
    fn a_proxy_of_any_supported_form_is_accepted() {
        for (given, url) in [
            ("http://proxy.example:8080", "http://proxy.example:8080"),
            ("HTTPS://proxy.example", "https://proxy.example"),
            (
                "http://user:p%40ss@proxy.example:8080/",
                "http://user:p%40ss@proxy.example:8080",
            ),
            (
                "http://user:p{a|s^s@proxy.example",
                "http://user:p%7Ba%7Cs%5Es@proxy.example",
            ),
            (
                "http://a@b.example:p@ss@proxy.example",
                "http://a%40b.example:p%40ss@proxy.example",
            ),
            ("http://[::1]:8080", "http://[::1]:8080"),
            ("proxy.example:8080", "http://proxy.example:8080"),
            (
                "user:password@proxy.example:8080",
                "http://user:password@proxy.example:8080",
            ),
            ("127.0.0.1:8080", "http://127.0.0.1:8080"),
        ] {
            let proxy = Proxy::parse("proxy", given).unwrap();
            assert_eq!(proxy.url(), url);
            assert!(!format!("{proxy:?}").contains("proxy.example"), "{proxy:?}");
        }
    }

    #[cfg(feature = "socks")]
    #[test]
    fn a_socks_proxy_has_the_port_1080_by_default() {
        for scheme in SOCKS {
            for (port, expected) in [("", ":1080"), (":9050", ":9050")] {
                let proxy = Proxy::parse("proxy", &format!("{scheme}://a:b@proxy.example{port}"));
                let url = format!("{scheme}://a:b@proxy.example{expected}");
                assert_eq!(proxy.unwrap().url(), url);
            }
        }
    }

    #[test]
    fn a_proxy_that_would_be_ignored_is_an_error_that_keeps_its_password() {
        let mut cases = vec![
            ("htps://user:hunter2@proxy.example", SCHEMES),
            ("ftp://user:hunter2@proxy.example", SCHEMES),
            ("socks6://user:hunter2@proxy.example:1080", SCHEMES),
            ("://user:hunter2@proxy.example", SCHEMES),
            (" http://user:hunter2@proxy.example", SCHEMES),
            ("http://user:hunter2@proxy.example:99999", FORM),
            ("http://user:hunter2@proxy.example:0", FORM),
            ("http://user:hunter2@proxy.example:", FORM),
            ("http://user:hunter2@proxy example", FORM),
            ("http://", FORM),
            ("http://user:hunter2@", FORM),
            ("https:/user:hunter2@proxy.example", ONLY_HOST),
            ("http://proxy.example/hunter2.pac", ONLY_HOST),
            ("http://proxy.example:8080?hunter2", ONLY_HOST),
            ("proxy.example:8080#hunter2", ONLY_HOST),
            ("http://proxy.example\\hunter2", ONLY_HOST),
        ];
        if !cfg!(feature = "socks") {
            cases.push(("socks5h://user:hunter2@proxy.example:1080", SCHEMES));
            cases.push(("socks5://user:hunter2@proxy.example:1080", SCHEMES));
        }
        for (url, why) in cases {
            let error = Proxy::parse("proxy", url).unwrap_err();
            let expected = format!("`proxy` is not the URL of a proxy: {why}");
            assert_eq!(error.message(), expected, "{url}");
            assert!(!format!("{error:?}").contains("hunter2"), "{error:?}");
            assert!(with(&[("ALL_PROXY", url)]).is_err(), "{url}");
        }
    }
}
