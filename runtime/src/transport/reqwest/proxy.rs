use reqwest::{NoProxy, Proxy};

use crate::error::Error;

/// The environment variables that name a proxy for `https`. The first that is set is used.
const VARIABLES: [&str; 4] = ["HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"];

/// Returns the proxy that the environment names for `https`.
///
/// `reqwest` can read the environment by itself, but would then also send requests for loopback hosts, with their tokens in clear text,
/// through `HTTP_PROXY`.
pub(super) fn from_env(variable: impl Fn(&str) -> Option<String>) -> Result<Option<Proxy>, Error> {
    let found = VARIABLES.into_iter().find_map(|name| {
        variable(name)
            .filter(|url| !url.is_empty())
            .map(|url| (name, url))
    });
    let Some((name, url)) = found else {
        return Ok(None);
    };
    let proxy = parse(&format!("`{name}`"), &url)?;
    Ok(Some(proxy.no_proxy(NoProxy::from_env())))
}

/// Parses the URL of a proxy, which errors call `name`. They do not contain the URL: it may contain a password.
pub(super) fn parse(name: &str, url: &str) -> Result<Proxy, Error> {
    Proxy::https(url).map_err(|error| {
        Error::configuration(format!("{name} is not the URL of a proxy"))
            .with_source(error.without_url())
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that panics has failed")]
mod tests {
    use super::*;

    fn with(variables: &[(&str, &str)]) -> Result<Option<Proxy>, Error> {
        from_env(|name| {
            let found = variables.iter().find(|(known, _)| *known == name);
            found.map(|(_, value)| (*value).to_owned())
        })
    }

    #[test]
    fn the_environment_names_the_proxy() {
        for name in VARIABLES {
            assert!(with(&[(name, "http://proxy:8080")]).unwrap().is_some());
        }
    }

    #[test]
    fn an_empty_variable_and_http_proxy_are_ignored() {
        let variables = [("HTTPS_PROXY", ""), ("HTTP_PROXY", "http://proxy:8080")];
        assert!(with(&variables).unwrap().is_none());
    }

    #[test]
    fn an_invalid_proxy_url_is_an_error_that_does_not_contain_the_password() {
        let error = with(&[("HTTPS_PROXY", "http://user:hunter2@:x:y")]).unwrap_err();
        assert!(error.to_string().starts_with("`HTTPS_PROXY` is not"));
        assert!(!format!("{error:?}").contains("hunter2"));
    }
}
