//! Connections through a SOCKS proxy.

use http::Uri;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::client::legacy::connect::dns::{GaiResolver, Name};
use hyper_util::client::legacy::connect::proxy::{SocksV4, SocksV5};
use hyper_util::client::proxy::matcher::Intercept;
use tower_service::Service;

use crate::transport::interface::TransportError;

/// Returns whether the proxy speaks SOCKS, rather than HTTP.
pub(super) fn is_socks(proxy: &Intercept) -> bool {
    scheme(proxy).starts_with("socks")
}

/// Connects to the host of `uri`, whose name the proxy resolves, or this machine if the scheme of the proxy says so.
pub(super) async fn connect(
    http: HttpConnector,
    proxy: Intercept,
    uri: Uri,
) -> Result<<HttpConnector as Service<Uri>>::Response, TransportError> {
    let address = proxy.uri().clone();
    let uri = match scheme(&proxy) {
        "socks4" | "socks5" => resolve(&uri).await?,
        _ => uri,
    };
    if scheme(&proxy).starts_with("socks4") {
        return Ok(SocksV4::new(address, http).call(uri).await?);
    }
    let mut socks = SocksV5::new(address, http);
    if let Some((user, password)) = proxy.raw_auth() {
        socks = socks.with_auth(user.to_owned(), password.to_owned());
    }
    Ok(socks.call(uri).await?)
}

fn scheme(proxy: &Intercept) -> &str {
    proxy.uri().scheme_str().unwrap_or_default()
}

/// Replaces the name of the host by its first address, one of IPv4 if there is one, as SOCKS 4 requires.
async fn resolve(uri: &Uri) -> Result<Uri, TransportError> {
    let name: Name = uri.host().unwrap_or_default().parse()?;
    let addresses: Vec<_> = GaiResolver::new().call(name).await?.collect();
    let address = addresses.iter().find(|address| address.is_ipv4());
    let Some(mut address) = address.or(addresses.first()).copied() else {
        return Err("the name of the host has no address".into());
    };
    address.set_port(uri.port_u16().unwrap_or(443));
    Ok(Uri::builder()
        .scheme("https")
        .authority(address.to_string())
        .path_and_query("/")
        .build()?)
}
