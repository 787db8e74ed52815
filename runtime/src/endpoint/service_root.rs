use std::fmt;

use http::Uri;
use http::uri::{Authority, PathAndQuery, Scheme};

use super::base_url::{self, is_loopback};
use super::cloud::Cloud;
use super::version::ApiVersion;
use crate::error::{Error, ErrorKind};
use crate::odata::ExtensionApp;

/// The destination of requests: the base URL of a service, and the version for resources that do not declare one. Another OData service
/// than Microsoft Graph has [`ApiVersion::None`].
///
/// ```
/// use graph_resource::{ApiVersion, Cloud, Endpoint};
///
/// let endpoint = Endpoint::new(Cloud::UsGovernment).with_version(ApiVersion::Beta);
/// assert_eq!(endpoint.to_string(), "https://graph.microsoft.us/beta");
///
/// let emulator = Endpoint::parse("http://127.0.0.1:8080")?;
/// assert_eq!(emulator.to_string(), "http://127.0.0.1:8080/v1.0");
/// assert!(Endpoint::parse("http://graph.microsoft.com").is_err()); // a token is never sent in clear text
/// # Ok::<(), graph_resource::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Endpoint {
    scheme: Scheme,
    authority: Authority,
    base_path: String,
    version: ApiVersion,
    extension_app: Option<ExtensionApp>,
}

impl Endpoint {
    /// Creates the endpoint of a cloud, with version `v1.0`.
    pub fn new(cloud: Cloud) -> Self {
        Self {
            scheme: Scheme::HTTPS,
            authority: Authority::from_static(cloud.host()),
            base_path: String::new(),
            version: ApiVersion::default(),
            extension_app: None,
        }
    }

    /// Parses a base URL, which must not contain a version: requests append `/v1.0/…`.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Configuration`](crate::ErrorKind::Configuration) if the URL is invalid, has a query, a fragment, credentials, a port above
    /// 65535 or no host, ends in a version, or is not `https`. `http` is accepted for loopback hosts only, since requests carry a bearer
    /// token. The message contains no credentials, and no malformed URL that could contain some.
    pub fn parse(base_url: &str) -> Result<Self, Error> {
        Self::parse_with(base_url, None)
    }

    /// Parses a base URL that may be `http`, if its host and port are exactly `host`, such as `graph.internal:8080`.
    ///
    /// Tokens are then sent in clear text, for everyone on the way to read: it is for a network that is protected by other means, such as a
    /// sidecar that adds TLS.
    ///
    /// ```
    /// use graph_resource::Endpoint;
    ///
    /// let endpoint = Endpoint::parse_allowing_http("http://graph.internal:8080", "graph.internal:8080")?;
    /// assert_eq!(endpoint.to_string(), "http://graph.internal:8080/v1.0");
    /// assert!(Endpoint::parse_allowing_http("http://graph.internal", "graph.internal:8080").is_err());
    /// # Ok::<(), graph_resource::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Those of [`parse`](Self::parse).
    pub fn parse_allowing_http(base_url: &str, host: &str) -> Result<Self, Error> {
        Self::parse_with(base_url, Some(host))
    }

    fn parse_with(base_url: &str, http_host: Option<&str>) -> Result<Self, Error> {
        let (scheme, authority, path) = base_url::parse(base_url, http_host)?;
        Ok(Self {
            scheme,
            authority,
            base_path: path.trim_end_matches('/').to_owned(),
            version: ApiVersion::default(),
            extension_app: None,
        })
    }

    /// Returns the same endpoint with another version.
    #[must_use]
    pub fn with_version(mut self, version: ApiVersion) -> Self {
        self.version = version;
        self
    }

    /// Returns the same endpoint with the application whose directory extensions the requests mean: the one that registered them.
    ///
    /// A property that a struct declares with `#[graph(extension)]` has a name with the id of this application, which is a GUID, with hyphens
    /// or without. [`ClientBuilder::extension_app`](crate::ClientBuilder::extension_app) sets it for a client.
    ///
    /// ```
    /// use graph_resource::{Cloud, Endpoint, graph_resource};
    ///
    /// #[graph_resource(path = "/users")]
    /// pub struct User {
    ///     #[graph(key)]
    ///     pub id: String,
    ///     #[graph(extension)]
    ///     pub uid_number: Option<i32>,
    /// }
    ///
    /// let graph = Endpoint::new(Cloud::Global).with_extension_app("25883231-668a-43a7-80b2-5685c3f874bc")?;
    /// let request = User::update("1").uid_number(1001).to_http_request(&graph)?;
    /// assert!(request.body().ends_with(br#""extension_25883231668a43a780b25685c3f874bc_uidNumber":1001}"#));
    /// # Ok::<(), graph_resource::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Configuration`](crate::ErrorKind::Configuration) if `app_id` is not a GUID.
    pub fn with_extension_app(mut self, app_id: &str) -> Result<Self, Error> {
        let app = ExtensionApp::parse(app_id).ok_or_else(|| {
            let shown: String = app_id.chars().take(40).collect();
            let shown = shown.escape_debug();
            Error::configuration(format!(
                "`{shown}` is not the id of an application: write a GUID, such as `25883231-668a-43a7-80b2-5685c3f874bc`"
            ))
        })?;
        self.extension_app = Some(app);
        Ok(self)
    }

    /// Returns the name of a directory extension, to write it in a filter: `extension_25883231668a43a780b25685c3f874bc_uidNumber` for
    /// `uidNumber`. It is `None` if the endpoint has no [application](Self::with_extension_app).
    ///
    /// ```
    /// use graph_resource::{Cloud, Endpoint};
    ///
    /// let graph = Endpoint::new(Cloud::Global).with_extension_app("25883231-668a-43a7-80b2-5685c3f874bc")?;
    /// let name = graph.extension_name("uidNumber");
    /// assert_eq!(name.as_deref(), Some("extension_25883231668a43a780b25685c3f874bc_uidNumber"));
    /// # Ok::<(), graph_resource::Error>(())
    /// ```
    pub fn extension_name(&self, name: &str) -> Option<String> {
        self.extension_app?.name_of(&format!("extension_{name}"))
    }

    pub(crate) const fn extension_app(&self) -> Option<ExtensionApp> {
        self.extension_app
    }

    /// Returns the version for resources that do not declare one.
    pub const fn version(&self) -> ApiVersion {
        self.version
    }

    /// Returns the host, with the port if the base URL contains one.
    pub fn authority(&self) -> &str {
        self.authority.as_str()
    }

    /// Returns the host without the port.
    #[cfg(feature = "tracing")]
    pub(crate) fn host(&self) -> &str {
        self.authority.host()
    }

    /// Returns the port, which defaults to that of the scheme.
    #[cfg(feature = "tracing")]
    pub(crate) fn port(&self) -> u16 {
        let default = if self.scheme == Scheme::HTTP { 80 } else { 443 };
        self.authority.port_u16().unwrap_or(default)
    }

    /// Returns whether the host is this machine.
    pub(crate) fn is_loopback(&self) -> bool {
        is_loopback(self.authority.host())
    }

    /// Builds the URL of a path below the version. The path and the parts of the query, which may be empty, are percent-encoded already.
    pub(crate) fn uri(
        &self,
        version: Option<ApiVersion>,
        path: &str,
        query: &[&str],
    ) -> Result<Uri, Error> {
        let version = match self.version {
            ApiVersion::None => "",
            own => version.unwrap_or(own).as_str(),
        };
        // With the exact capacity, the text becomes part of the URL without another allocation.
        let query = query.iter().filter(|part| !part.is_empty());
        let query_length: usize = query.clone().map(|part| part.len() + 1).sum();
        let mut text = String::with_capacity(
            self.base_path.len() + 1 + version.len() + path.len() + query_length,
        );
        text.push_str(&self.base_path);
        if !version.is_empty() {
            text.push('/');
            text.push_str(version);
        }
        text.push_str(path);
        let mut separator = '?';
        for part in query {
            text.push(separator);
            text.push_str(part);
            separator = '&';
        }
        let mut parts = http::uri::Parts::default();
        parts.scheme = Some(self.scheme.clone());
        parts.authority = Some(self.authority.clone());
        let text = PathAndQuery::from_maybe_shared(bytes::Bytes::from(text));
        parts.path_and_query = Some(text.map_err(|error| invalid_url(&error))?);
        Uri::from_parts(parts).map_err(|error| invalid_url(&error))
    }
}

#[cold]
fn invalid_url(error: &dyn fmt::Display) -> Error {
    Error::new(
        ErrorKind::InvalidRequest,
        format!("the URL cannot be built: {error}"),
    )
}

impl fmt::Display for Endpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}://{}{}", self.scheme, self.authority, self.base_path)?;
        match self.version {
            ApiVersion::None => Ok(()),
            version => write!(f, "/{version}"),
        }
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

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that panics has failed")]
mod tests {
    use super::*;

    #[test]
    fn loopback_is_recognised_with_any_scheme_and_port() {
        for (url, loopback) in [
            ("http://127.0.0.1:8080", true),
            ("https://localhost", true),
            ("https://[::1]:8443/graph", true),
            ("https://graph.microsoft.com", false),
            ("https://localhost.example", false),
        ] {
            let endpoint = Endpoint::parse(url).unwrap();
            assert_eq!(endpoint.is_loopback(), loopback, "{url}");
        }
    }
}
