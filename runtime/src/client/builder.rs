use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use http::{HeaderValue, Uri};

use super::auth::Credential;
use super::auth::{AccessToken, TokenProvider};
use super::retry::Retrier;
use super::{Client, Inner};
use crate::endpoint::{ApiVersion, Cloud, Endpoint};
use crate::error::Error;
use crate::request::Retry;
use crate::transport::{Transport, prepare_error};

const USER_AGENT: HeaderValue =
    HeaderValue::from_static(concat!("graph-resource/", env!("CARGO_PKG_VERSION")));

/// Sets up a [`Client`]: by default for the global cloud at `v1.0`, over `ReqwestTransport`.
///
/// Setters never fail; [`build`](Self::build) reports everything that is wrong.
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
/// assert!(error.message().starts_with("both a cloud and a base URL are given"));
/// ```
#[derive(Default)]
#[must_use = "nothing is set up before `build`"]
pub struct ClientBuilder {
    retry: Retry,
    #[cfg(feature = "retry")]
    max_in_flight: Option<u32>,
    #[cfg(feature = "retry")]
    total_timeout: Option<Duration>,
    cloud: Option<Cloud>,
    base_url: Option<String>,
    version: ApiVersion,
    credential: Credential,
    transport: Option<Box<dyn Transport>>,
    timeout: Option<Duration>,
    user_agent: Option<String>,
}

impl ClientBuilder {
    /// The deployment of Microsoft Graph. The default is [`Cloud::Global`].
    pub const fn cloud(mut self, cloud: Cloud) -> Self {
        self.cloud = Some(cloud);
        self
    }

    /// The base URL in the place of a cloud's, such as that of a test server: `http://127.0.0.1:8080`. It has no version at its end.
    ///
    /// It must be `https`, unless its host is a loopback one.
    pub fn base_url(mut self, url: impl Into<String>) -> Self {
        self.base_url = Some(url.into());
        self
    }

    /// The version for resources that do not name theirs. The default is [`ApiVersion::V1`].
    pub const fn api_version(mut self, version: ApiVersion) -> Self {
        self.version = version;
        self
    }

    /// A token to send with every request. It takes the place of an earlier `token` or `token_provider`.
    ///
    /// A client with neither can send to loopback hosts only; any other request is an [`ErrorKind::Credential`](crate::ErrorKind::Credential).
    pub fn token(mut self, token: impl Into<AccessToken>) -> Self {
        self.credential = Credential::token(token.into());
        self
    }

    /// What to ask for tokens, which the client keeps until shortly before they expire. It takes the place of an earlier `token` or
    /// `token_provider`.
    pub fn token_provider(mut self, provider: impl TokenProvider) -> Self {
        self.credential = Credential::provider(provider);
        self
    }

    /// A credential to ask for tokens, such as one of [`azure_identity`](https://docs.rs/azure_identity), of any version of `azure_core`
    /// from 1.0 on. It takes the place of an earlier `token` or `token_provider`.
    ///
    /// `azure_core` has no way to pass on the claims of a challenge. Where the service demands claims, the credential is asked anew without
    /// them. If it gives another token than the refused one, the request is sent once more with that; if not, the `401` is the answer, and
    /// [`Error::claims`] says what is demanded.
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

    /// What to send with, in the place of `ReqwestTransport`.
    pub fn transport(mut self, transport: impl Transport) -> Self {
        self.transport = Some(Box::new(transport));
        self
    }

    /// How long one exchange may take, from connecting to the last byte of the answer. The default is 100 seconds.
    ///
    /// It is `ReqwestTransport` that keeps time; a transport of yours has to by itself.
    pub const fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = Some(timeout);
        self
    }

    /// When a request that failed is sent again, unless the request says otherwise. The default is [`Retry::default`].
    pub const fn retry(mut self, retry: Retry) -> Self {
        self.retry = retry;
        self
    }

    /// How many requests may be under way at a time; others wait for their turn. The default is 256.
    ///
    /// Where the service throttles, the client goes below by itself for a while.
    #[cfg(feature = "retry")]
    pub const fn max_in_flight(mut self, requests: u32) -> Self {
        self.max_in_flight = Some(requests);
        self
    }

    /// How long a request may take in all: tokens, waits and all attempts together. There is no such bound by default, beyond what
    /// [`timeout`](Self::timeout) and [`Retry::max_elapsed`] come to.
    #[cfg(feature = "retry")]
    pub const fn total_timeout(mut self, timeout: Duration) -> Self {
        self.total_timeout = Some(timeout);
        self
    }

    /// The `User-Agent` of requests that do not have theirs. The default is `graph-resource/` and the version of this crate.
    pub fn user_agent(mut self, user_agent: impl Into<String>) -> Self {
        self.user_agent = Some(user_agent.into());
        self
    }

    /// The client. Nothing is sent.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Configuration`](crate::ErrorKind::Configuration) with all that is wrong: a base URL that is none, a cloud beside it,
    /// a timeout beside a transport, a user agent that no header can hold, no transport at all, or an `https` endpoint for which TLS
    /// cannot be set up, for example because the system has no certificates or rustls has no crypto provider.
    pub fn build(self) -> Result<Client, Error> {
        let mut problems = Vec::new();
        let endpoint = collect(endpoint(self.cloud, self.base_url), &mut problems);
        let origin = endpoint.as_ref().map(|(_, home)| home);
        let transport = transport(self.transport, self.timeout, origin);
        let transport = collect(transport, &mut problems);
        let user_agent = collect(user_agent(self.user_agent), &mut problems);
        let (Some((endpoint, home)), Some(transport), Some(user_agent)) =
            (endpoint, transport, user_agent)
        else {
            return Err(Error::all(problems));
        };
        Ok(Client(Arc::new(Inner {
            endpoint: endpoint.with_version(self.version),
            home,
            credential: self.credential,
            transport,
            user_agent,
            retry: self.retry,
            #[cfg(feature = "retry")]
            retrier: Retrier::new(self.max_in_flight, self.total_timeout),
            #[cfg(not(feature = "retry"))]
            retrier: Retrier,
        })))
    }
}

fn collect<T>(result: Result<T, Error>, problems: &mut Vec<Error>) -> Option<T> {
    result.map_err(|problem| problems.push(problem)).ok()
}

fn endpoint(cloud: Option<Cloud>, base_url: Option<String>) -> Result<(Endpoint, Uri), Error> {
    let endpoint = match (cloud, base_url) {
        (Some(_), Some(_)) => Err(Error::configuration(
            "both a cloud and a base URL are given, and each says where requests go: give one of them",
        )),
        (cloud, None) => Ok(Endpoint::new(cloud.unwrap_or_default())),
        (None, Some(url)) => Endpoint::parse(&url),
    }?;
    let home = endpoint.uri(None, "", "").map_err(|error| {
        Error::configuration(format!("`{endpoint}` is not a URL")).with_source(error)
    })?;
    Ok((endpoint, home))
}

fn transport(
    transport: Option<Box<dyn Transport>>,
    timeout: Option<Duration>,
    origin: Option<&Uri>,
) -> Result<Box<dyn Transport>, Error> {
    let transport = match (transport, timeout) {
        (Some(_), Some(_)) => Err(Error::configuration(
            "both a transport and a timeout are given, and only the transport can keep time: set the timeout there",
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
        "there is no transport: give the builder one, or enable the feature `reqwest` or `hyper` of `graph-resource`",
    ))
}

fn user_agent(user_agent: Option<String>) -> Result<HeaderValue, Error> {
    user_agent.map_or(Ok(USER_AGENT), |text| {
        HeaderValue::try_from(text).map_err(|_| {
            Error::configuration("the user agent has characters that no header can hold")
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
