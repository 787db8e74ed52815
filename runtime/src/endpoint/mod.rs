//! The service that requests go to: its cloud, its base URL and version, and the origin that links must not leave.

mod cloud;
pub(crate) mod origin;

use std::fmt;

use http::Uri;
use http::uri::{Authority, PathAndQuery, Scheme};

pub use cloud::{ApiVersion, Cloud};

use crate::error::{Error, ErrorKind};

/// Where requests go: the base URL of a service, and the version for resources that do not name theirs.
///
/// ```
/// use graph_resource::{ApiVersion, Cloud, Endpoint};
///
/// let endpoint = Endpoint::new(Cloud::UsGovernment).with_version(ApiVersion::Beta);
/// assert_eq!(endpoint.to_string(), "https://graph.microsoft.us/beta");
///
/// let emulator = Endpoint::parse("http://127.0.0.1:8080")?;
/// assert_eq!(emulator.to_string(), "http://127.0.0.1:8080/v1.0");
/// assert!(Endpoint::parse("http://graph.microsoft.com").is_err()); // a token never travels in clear text
/// # Ok::<(), graph_resource::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Endpoint {
    scheme: Scheme,
    authority: Authority,
    base_path: String,
    version: ApiVersion,
}

impl Endpoint {
    /// The endpoint of a cloud, at `v1.0`.
    pub fn new(cloud: Cloud) -> Self {
        Self {
            scheme: Scheme::HTTPS,
            authority: Authority::from_static(cloud.host()),
            base_path: String::new(),
            version: ApiVersion::default(),
        }
    }

    /// The endpoint at a base URL, to which requests add `/v1.0/…`; the URL itself has no version.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Configuration`](crate::ErrorKind::Configuration) where the URL is none, has a query, credentials or no host, or is not `https`.
    /// `http` is accepted for loopback hosts only, since requests carry a bearer token.
    pub fn parse(base_url: &str) -> Result<Self, Error> {
        let refuse = |why: &str| Error::configuration(format!("the base URL `{base_url}` {why}"));
        let uri: Uri = base_url
            .parse()
            .map_err(|error| refuse(&format!("is not a URL: {error}")))?;
        let parts = uri.into_parts();
        let (Some(scheme), Some(authority)) = (parts.scheme, parts.authority) else {
            return Err(refuse(
                "is not absolute, such as `https://graph.microsoft.com`",
            ));
        };
        if authority.as_str().contains('@') {
            // The URL is not repeated, as what stands before the `@` is a secret.
            return Err(Error::configuration(
                "the base URL holds credentials: give a token to the client instead",
            ));
        }
        if scheme != Scheme::HTTPS && !(scheme == Scheme::HTTP && is_loopback(authority.host())) {
            return Err(refuse(
                "is not `https`, and only a loopback host may do without",
            ));
        }
        let path = parts.path_and_query;
        if path.as_ref().is_some_and(|path| path.query().is_some()) {
            return Err(refuse("has a query"));
        }
        let base_path = path
            .as_ref()
            .map_or("", PathAndQuery::path)
            .trim_end_matches('/')
            .to_owned();
        for version in [ApiVersion::V1, ApiVersion::Beta] {
            if base_path.rsplit('/').next() == Some(version.as_str()) {
                return Err(refuse(
                    "ends in a version, which requests add by themselves",
                ));
            }
        }
        Ok(Self {
            scheme,
            authority,
            base_path,
            version: ApiVersion::default(),
        })
    }

    /// The same endpoint at another version.
    #[must_use]
    pub fn with_version(mut self, version: ApiVersion) -> Self {
        self.version = version;
        self
    }

    /// The version for resources that do not name theirs.
    pub const fn version(&self) -> ApiVersion {
        self.version
    }

    /// The host, and the port if it is not the scheme's own.
    pub fn authority(&self) -> &str {
        self.authority.as_str()
    }

    /// The host alone.
    #[cfg(feature = "tracing")]
    pub(crate) fn host(&self) -> &str {
        self.authority.host()
    }

    /// The port, be it written or that of the scheme.
    #[cfg(feature = "tracing")]
    pub(crate) fn port(&self) -> u16 {
        let default = if self.scheme == Scheme::HTTP { 80 } else { 443 };
        self.authority.port_u16().unwrap_or(default)
    }

    /// Whether the host is this machine.
    pub(crate) fn is_loopback(&self) -> bool {
        is_loopback(self.authority.host())
    }

    /// The URL of `path_and_query` below the version. Both are encoded.
    pub(crate) fn uri(
        &self,
        version: Option<ApiVersion>,
        path: &str,
        query: &str,
    ) -> Result<Uri, Error> {
        let version = version.unwrap_or(self.version).as_str();
        // Exactly, so that the text becomes the URL's as it is.
        let query_length = if query.is_empty() { 0 } else { query.len() + 1 };
        let mut text = String::with_capacity(
            self.base_path.len() + 1 + version.len() + path.len() + query_length,
        );
        text.push_str(&self.base_path);
        text.push('/');
        text.push_str(version);
        text.push_str(path);
        if !query.is_empty() {
            text.push('?');
            text.push_str(query);
        }
        let mut parts = http::uri::Parts::default();
        parts.scheme = Some(self.scheme.clone());
        parts.authority = Some(self.authority.clone());
        let text = PathAndQuery::from_maybe_shared(bytes::Bytes::from(text));
        parts.path_and_query = Some(text.map_err(|error| no_url(&error))?);
        Uri::from_parts(parts).map_err(|error| no_url(&error))
    }
}

#[cold]
fn no_url(error: &dyn fmt::Display) -> Error {
    Error::new(
        ErrorKind::InvalidRequest,
        format!("the URL cannot be built: {error}"),
    )
}

impl fmt::Display for Endpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}://{}{}/{}",
            self.scheme, self.authority, self.base_path, self.version
        )
    }
}

impl fmt::Debug for Endpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Endpoint({self})")
    }
}

impl From<Cloud> for Endpoint {
    fn from(cloud: Cloud) -> Self {
        Self::new(cloud)
    }
}

fn is_loopback(host: &str) -> bool {
    let address = host.trim_start_matches('[').trim_end_matches(']');
    host == "localhost"
        || address
            .parse()
            .is_ok_and(|ip: std::net::IpAddr| ip.is_loopback())
}
