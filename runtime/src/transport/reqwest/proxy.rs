use reqwest::{NoProxy, Proxy, Url};

use crate::error::Error;
use crate::transport::proxy;

/// Converts a proxy. `reqwest` parses its URL twice, with two parsers, and ignores a proxy that the second one does not understand.
pub(super) fn convert(proxy: &proxy::Proxy) -> Result<Proxy, Error> {
    let url = Url::parse(proxy.url()).map_err(|_| proxy::not_understood())?;
    if !is_understood(&url) {
        return Err(proxy::not_understood());
    }
    let converted = Proxy::https(url).map_err(|_| proxy::not_understood())?;
    let exceptions = proxy.exceptions().and_then(NoProxy::from_string);
    Ok(converted.no_proxy(exceptions))
}

fn is_understood(url: &Url) -> bool {
    let uri: Result<http::Uri, _> = url.as_str().parse();
    uri.is_ok_and(|uri| uri.host().is_some_and(|host| !host.is_empty()))
}
