use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use http::{HeaderValue, Uri};

use super::auth::{AccessToken, Credential, TokenProvider};
use super::default_headers::DefaultHeaders;
use super::handle::Client;
use super::inner::{Connection, Inner, Limits};
use super::monitor_hosts::MonitorHosts;
use crate::endpoint::{ApiVersion, Cloud, Endpoint};
use crate::error::Error;
use crate::request::Retry;
use crate::transport::{Transport, prepare_error};

const USER_AGENT: HeaderValue =
    HeaderValue::from_static(concat!("graph-resource/", env!("CARGO_PKG_VERSION")));

/// A builder of a [`Client`], by default for the global cloud with version `v1.0`, over `ReqwestTransport`.
///
/// Setters never fail; [`build`](Self::build) reports all mistakes.
///
/// ```
/// use graph_resource::{Client, Cloud, ErrorKind};
///
/// let error = Client::builder()
///     .cloud(Cloud::China)
///     .base_url("http://127.0.0.1:8080")
///     .build()
///     .unwrap_err();
/// assert_eq!(error.kind(), ErrorKind::Configuration);
/// assert!(error.message().starts_with("both a cloud and a base URL are set"));
/// ```
#[derive(Default)]
#[must_use = "a builder does nothing until `build` is called"]
pub struct ClientBuilder {
    retry: Retry,
    limits: Limits,
    monitor_hosts: MonitorHosts,
    cloud: Option<Cloud>,
    base_url: Option<String>,
    http_host: Option<String>,
    version: ApiVersion,
    extension_app: Option<String>,
    credential: Credential,
    transport: Option<Box<dyn Transport>>,
    timeout: Option<Duration>,
    user_agent: Option<String>,
}

impl Client {
    /// Creates a builder.
    pub fn builder() -> ClientBuilder {
        ClientBuilder::default()
    }
}

impl ClientBuilder {
    /// Sets the deployment of Microsoft Graph. The default is [`Cloud::Global`].
    pub const fn cloud(mut self, cloud: Cloud) -> Self {
        self.cloud = Some(cloud);
        self
    }

    /// Sets the base URL, instead of a cloud: for example `http://127.0.0.1:8080` for a test server. It must not end in a version.
    ///
    /// It must be `https`, unless its host is a loopback address or named by [`allow_http`](Self::allow_http).
    pub fn base_url(mut self, url: impl Into<String>) -> Self {
        self.base_url = Some(url.into());
        self
    }

    /// Lets the [`base_url`](Self::base_url) be `http` if its host and port are exactly `host`, such as `graph.internal:8080`.
    ///
    /// Tokens are then sent in clear text, for everyone on the way to read: it is for a network that is protected by other means, such as a
    /// sidecar that adds TLS. No token goes to another host, whatever a link or a redirect says.
    ///
    /// ```
    /// use graph_resource::Client;
    ///
    /// let client = Client::builder()
    ///     .base_url("http://graph.internal:8080")
    ///     .allow_http("graph.internal:8080")
    ///     .token("…")
    ///     .build()?;
    /// # Ok::<(), graph_resource::Error>(())
    /// ```
    pub fn allow_http(mut self, host: impl Into<String>) -> Self {
        self.http_host = Some(host.into());
        self
    }

    /// Lets the state of operations be asked for at a host other than that of the service, such as `monitor.contoso.com`, or `*.contoso.com` for
    /// all below it. Those of `SharePoint`, `OneDrive` and Office are known without it.
    ///
    /// Such a host gets the URL that the service has given out, without the token. Any other host is not asked.
    pub fn monitor_host(mut self, host: impl AsRef<str>) -> Self {
        self.monitor_hosts.add(host.as_ref());
        self
    }

    /// Sets the version for resources that do not declare one. The default is [`ApiVersion::V1`]. An OData service other than Microsoft Graph
    /// has [`ApiVersion::None`].
    pub const fn api_version(mut self, version: ApiVersion) -> Self {
        self.version = version;
        self
    }

    /// Sets the application whose directory extensions are read and written: the id of the one that registered them, a GUID.
    ///
    /// The name of a property with `#[graph(extension)]` contains it. Without it, a request that names such a property fails with an
    /// [`ErrorKind::InvalidRequest`](crate::ErrorKind::InvalidRequest).
    pub fn extension_app(mut self, app_id: impl Into<String>) -> Self {
        self.extension_app = Some(app_id.into());
        self
    }

    /// Sets a token that is sent with every request. It replaces an earlier `token` or `token_provider`.
    ///
    /// A client with neither can send to loopback hosts only; any other request fails with
    /// [`ErrorKind::Credential`](crate::ErrorKind::Credential).
    pub fn token(mut self, token: impl Into<AccessToken>) -> Self {
        self.credential = Credential::token(token.into());
        self
    }

    /// Sets the provider of tokens, which the client caches until shortly before they expire. It replaces an earlier `token` or
    /// `token_provider`.
    pub fn token_provider(mut self, provider: impl TokenProvider) -> Self {
        self.credential = Credential::provider(provider);
        self
    }

    /// Sets the credential that provides tokens, such as one of [`azure_identity`](https://docs.rs/azure_identity), of any version of
    /// `azure_core` from 1.0 on. It replaces an earlier `token` or `token_provider`.
    ///
    /// `azure_core` cannot pass on the claims of a challenge. If the service demands claims, the credential is asked again without them. If it
    /// returns another token than the refused one, the request is sent once more with that; if not, the `401` is returned, and
    /// [`Error::claims`] returns the claims.
    ///
    /// ```
    /// use std::sync::Arc;
    ///
    /// use azure_core::credentials::TokenCredential;
    /// use graph_resource::{Client, ClientBuilder};
    ///
    /// fn client_of(credential: Arc<dyn TokenCredential>) -> ClientBuilder {
    ///     Client::builder().azure_credential(credential)
    /// }
    /// ```
    #[cfg(feature = "azure-identity")]
    pub fn azure_credential(
        mut self,
        credential: Arc<dyn azure_core::credentials::TokenCredential>,
    ) -> Self {
        self.credential = Credential::azure(credential);
        self
    }

    /// Sets the transport, instead of `ReqwestTransport`.
    pub fn transport(mut self, transport: impl Transport) -> Self {
        self.transport = Some(Box::new(transport));
        self
    }

    /// Sets the timeout of one exchange, from connecting to the last byte of the answer. The default is 100 seconds.
    ///
    /// The default transport enforces it. A transport that is set with [`transport`](Self::transport) has a timeout of its own.
    pub const fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = Some(timeout);
        self
    }

    /// Sets the retry policy of requests that do not have one. The default is [`Retry::default`].
    pub const fn retry(mut self, retry: Retry) -> Self {
        self.retry = retry;
        self
    }

    /// Sets the maximum number of concurrent requests. Others wait for their turn in the order in which they were sent, for
    /// [`Retry::max_elapsed`] at most. The default is 256.
    ///
    /// If the service throttles a request, the client lowers the number for a while for those that go to the same part of the service
    /// ([`Retry::workload`]).
    #[cfg(feature = "retry")]
    pub const fn max_in_flight(mut self, requests: u32) -> Self {
        self.limits.max_in_flight = Some(requests);
        self
    }

    /// Sets the timeout of a request with its tokens, waits and attempts. By default there is none beyond [`timeout`](Self::timeout) and
    /// [`Retry::max_elapsed`].
    #[cfg(feature = "retry")]
    pub const fn total_timeout(mut self, timeout: Duration) -> Self {
        self.limits.total_timeout = Some(timeout);
        self
    }

    /// Sets the `User-Agent` of requests that do not have one. The default is `graph-resource/` and the version of this crate.
    pub fn user_agent(mut self, user_agent: impl Into<String>) -> Self {
        self.user_agent = Some(user_agent.into());
        self
    }

    /// Builds the client. Nothing is sent.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Configuration`](crate::ErrorKind::Configuration) with all mistakes: an invalid base URL, both a cloud and a base URL, an application that is no GUID, both
    /// a transport and a timeout, a user agent that is not a header value, no transport at all, or an `https` endpoint for which TLS
    /// cannot be set up, for example because the system has no certificates or rustls has no crypto provider.
    pub fn build(self) -> Result<Client, Error> {
        let mut problems = Vec::new();
        let endpoint = collect(
            endpoint(self.cloud, self.base_url, self.http_host, self.version),
            &mut problems,
        );
        let endpoint = match (endpoint, self.extension_app) {
            (Some((endpoint, home)), Some(app)) => {
                let endpoint = collect(endpoint.with_extension_app(&app), &mut problems);
                endpoint.map(|endpoint| (endpoint, home))
            }
            (endpoint, _) => endpoint,
        };
        let origin = endpoint.as_ref().map(|(_, home)| home);
        let transport = transport(self.transport, self.timeout, origin);
        let transport = collect(transport, &mut problems);
        let user_agent = collect(user_agent(self.user_agent), &mut problems);
        let (Some((endpoint, service_root)), Some(transport), Some(user_agent)) =
            (endpoint, transport, user_agent)
        else {
            return Err(Error::all(problems));
        };
        let connection = Connection {
            service_root,
            transport,
            user_agent,
            retry: self.retry,
            monitor_hosts: self.monitor_hosts,
            limits: self.limits,
        };
        Ok(Client::new(Inner {
            endpoint,
            headers: DefaultHeaders::default(),
            identity: Arc::new(connection.identity(self.credential)),
            connection: Arc::new(connection),
        }))
    }
}

fn collect<T>(result: Result<T, Error>, problems: &mut Vec<Error>) -> Option<T> {
    result.map_err(|problem| problems.push(problem)).ok()
}

fn endpoint(
    cloud: Option<Cloud>,
    base_url: Option<String>,
    http_host: Option<String>,
    version: ApiVersion,
) -> Result<(Endpoint, Uri), Error> {
    let endpoint = match (cloud, base_url) {
        (Some(_), Some(_)) => Err(Error::configuration(
            "both a cloud and a base URL are set: set only one of them",
        )),
        (cloud, None) => Ok(Endpoint::new(cloud.unwrap_or_default())),
        (None, Some(url)) => match http_host {
            Some(host) => Endpoint::parse_allowing_http(&url, &host),
            None => Endpoint::parse(&url),
        },
    }?;
    let endpoint = endpoint.with_version(version);
    let service_root = endpoint.uri(None, "", &[]).map_err(|error| {
        Error::configuration(format!("`{endpoint}` is not a valid URL")).with_source(error)
    })?;
    Ok((endpoint, service_root))
}

fn transport(
    transport: Option<Box<dyn Transport>>,
    timeout: Option<Duration>,
    origin: Option<&Uri>,
) -> Result<Box<dyn Transport>, Error> {
    let transport = match (transport, timeout) {
        (Some(_), Some(_)) => Err(Error::configuration(
            "both a transport and a timeout are set: set the timeout of the transport instead",
        )),
        (Some(transport), None) => Ok(transport),
        (None, timeout) => default_transport(timeout),
    }?;
    if let Some(origin) = origin {
        transport.prepare(origin).map_err(prepare_error)?;
    }
    Ok(transport)
}

#[cfg(feature = "reqwest")]
fn default_transport(timeout: Option<Duration>) -> Result<Box<dyn Transport>, Error> {
    let builder = crate::transport::ReqwestTransport::builder();
    let builder = match timeout {
        Some(timeout) => builder.timeout(timeout),
        None => builder,
    };
    Ok(Box::new(builder.build()?))
}

#[cfg(all(feature = "hyper", not(feature = "reqwest")))]
fn default_transport(timeout: Option<Duration>) -> Result<Box<dyn Transport>, Error> {
    let builder = crate::transport::HyperTransport::builder();
    let builder = match timeout {
        Some(timeout) => builder.timeout(timeout),
        None => builder,
    };
    Ok(Box::new(builder.build()?))
}

#[cfg(not(any(feature = "hyper", feature = "reqwest")))]
fn default_transport(_: Option<Duration>) -> Result<Box<dyn Transport>, Error> {
    Err(Error::configuration(
        "the client has no transport: set one, or enable the feature `reqwest` or `hyper` of `graph-resource`",
    ))
}

fn user_agent(user_agent: Option<String>) -> Result<HeaderValue, Error> {
    user_agent.map_or(Ok(USER_AGENT), |text| {
        HeaderValue::try_from(text).map_err(|_| {
            Error::configuration(
                "the user agent contains characters that are not allowed in a header",
            )
        })
    })
}

impl fmt::Debug for ClientBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClientBuilder")
            .field("cloud", &self.cloud)
            .field("version", &self.version)
            .field("credential", &self.credential)
            .field("timeout", &self.timeout)
            .field("retry", &self.retry)
            .field("user_agent", &self.user_agent)
            .finish_non_exhaustive()
    }
}
