use std::sync::OnceLock;

use reqwest::redirect::Policy;
use reqwest::{Client, ClientBuilder, Proxy};

use super::tls;
use crate::error::Error;
use crate::transport::failure::Failure;
use crate::transport::limits::Limits;
use crate::transport::once::get_or_try_init;

/// The HTTP clients of a transport, one for each scheme, created at first use.
///
/// A client for `https` loads the certificates of the system, which takes longer than a typical test against a local server. The
/// client for `http` does without.
pub(super) struct Clients {
    limits: Limits,
    proxy: Option<Proxy>,
    certificates: tls::Certificates,
    http: OnceLock<Client>,
    https: OnceLock<Client>,
}

impl Clients {
    pub(super) const fn new(
        limits: Limits,
        proxy: Option<Proxy>,
        certificates: tls::Certificates,
    ) -> Self {
        Self {
            limits,
            proxy,
            certificates,
            http: OnceLock::new(),
            https: OnceLock::new(),
        }
    }

    pub(super) const fn limits(&self) -> &Limits {
        &self.limits
    }

    /// Returns the client for `https`, or the one for any other scheme.
    pub(super) fn get(&self, is_https: bool) -> Result<&Client, Failure> {
        if !is_https {
            get_or_try_init(&self.http, || self.create_http()).map_err(Failure::Setup)
        } else if tls::IS_AVAILABLE {
            get_or_try_init(&self.https, || self.create_https()).map_err(Failure::Setup)
        } else {
            // Without TLS, `reqwest` would send the request to a proxy in clear text.
            Err(Failure::NoTls)
        }
    }

    fn create_http(&self) -> Result<Client, Error> {
        build(tls::without_certificates(self.builder())?)
    }

    fn create_https(&self) -> Result<Client, Error> {
        let builder = tls::with_certificates(self.builder(), &self.certificates)?;
        build(match &self.proxy {
            Some(proxy) => builder.proxy(proxy.clone()),
            None => builder,
        })
    }

    fn builder(&self) -> ClientBuilder {
        // A redirect must never carry the token to another origin. Answers are decompressed by this crate, whatever features of `reqwest`
        // other crates enable.
        Client::builder()
            .redirect(Policy::none())
            .no_gzip()
            .no_brotli()
            .no_zstd()
            .no_deflate()
            .referer(false)
            .connect_timeout(self.limits.connect_timeout)
            .timeout(self.limits.timeout)
            .no_proxy()
    }
}

fn build(builder: ClientBuilder) -> Result<Client, Error> {
    builder.build().map_err(|error| {
        Error::configuration("the HTTP client cannot be set up").with_source(error)
    })
}
