use hyper_util::client::proxy::matcher::Matcher;

use crate::error::Error;
use crate::transport::proxy::{self, Proxy};

/// Converts a proxy. `hyper-util` ignores one that it does not understand, which is an error here.
pub(super) fn matcher(proxy: &Proxy) -> Result<Matcher, Error> {
    let matcher = || Matcher::builder().https(proxy.url().to_owned());
    let any = http::Uri::from_static("https://graph.microsoft.com");
    if matcher().build().intercept(&any).is_none() {
        return Err(proxy::not_understood());
    }
    let exceptions = proxy.exceptions().unwrap_or_default();
    Ok(matcher().no(exceptions.to_owned()).build())
}
