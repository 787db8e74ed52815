use reqwest::{NoProxy, Proxy, Url};

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
///
/// `reqwest` ignores a proxy that it does not understand, and connects directly. Such a URL is therefore refused here.
pub(super) fn parse(name: &str, url: &str) -> Result<Proxy, Error> {
    let refuse =
        |why: &str| Error::configuration(format!("{name} is not the URL of a proxy: {why}"));
    let url = match url.split_once("://") {
        Some((scheme, _)) if !is_supported(scheme) => return Err(refuse(SCHEMES)),
        Some(_) => Url::parse(url),
        None => Url::parse(&format!("http://{url}")),
    };
    let url = url.map_err(|_| refuse(FORM))?;
    if !matches!(url.path(), "" | "/") || url.query().is_some() || url.fragment().is_some() {
        return Err(refuse(ONLY_HOST));
    }
    if !is_understood(&url) {
        return Err(refuse(FORM));
    }
    Proxy::https(url).map_err(|_| refuse(FORM))
}

const SCHEMES: &str =
    "only the schemes `http` and `https` are supported, such as in `http://proxy.example:8080`";
const FORM: &str = "it must have the form `http://user:password@proxy.example:8080`";
const ONLY_HOST: &str = "it must end after the port, as in `http://proxy.example:8080`";

fn is_supported(scheme: &str) -> bool {
    ["http", "https"]
        .iter()
        .any(|known| scheme.eq_ignore_ascii_case(known))
}

/// Returns whether the HTTP client, which parses the URL once more, finds a host in it.
fn is_understood(url: &Url) -> bool {
    let uri: Result<http::Uri, _> = url.as_str().parse();
    uri.is_ok_and(|uri| uri.host().is_some_and(|host| !host.is_empty()))
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

    #[test]
    fn a_proxy_of_any_supported_form_is_accepted() {
        for url in [
            "http://proxy.example:8080",
            "HTTPS://proxy.example",
            "http://user:p%40ss@proxy.example:8080/",
            "http://user:p{a|s^s@proxy.example",
            "http://[::1]:8080",
            "proxy.example:8080",
            "user:password@proxy.example:8080",
            "127.0.0.1:8080",
        ] {
            parse("`proxy`", url).unwrap();
        }
    }

    #[test]
    fn a_proxy_that_would_be_ignored_is_an_error_that_keeps_its_password() {
        for (url, why) in [
            ("htps://user:hunter2@proxy.example", SCHEMES),
            ("ftp://user:hunter2@proxy.example", SCHEMES),
            ("socks5h://user:hunter2@proxy.example:1080", SCHEMES),
            ("socks5://user:hunter2@proxy.example:1080", SCHEMES),
            ("://user:hunter2@proxy.example", SCHEMES),
            (" http://user:hunter2@proxy.example", SCHEMES),
            ("http://user:hunter2@proxy.example:99999", FORM),
            ("http://", FORM),
            ("http://user:hunter2@", FORM),
            ("https:/user:hunter2@proxy.example", ONLY_HOST),
            ("http://proxy.example/hunter2.pac", ONLY_HOST),
            ("http://proxy.example:8080?hunter2", ONLY_HOST),
            ("proxy.example:8080#hunter2", ONLY_HOST),
        ] {
            let error = parse("`proxy`", url).unwrap_err();
            let expected = format!("`proxy` is not the URL of a proxy: {why}");
            assert_eq!(error.message(), expected, "{url}");
            assert!(!format!("{error:?}").contains("hunter2"), "{error:?}");
            assert!(with(&[("ALL_PROXY", url)]).is_err(), "{url}");
        }
    }
}
