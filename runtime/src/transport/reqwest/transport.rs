use std::fmt;
use std::sync::Arc;

use ::reqwest::Url;
use bytes::Bytes;
use http::uri::{Authority, PathAndQuery, Scheme};
use percent_encoding::percent_decode_str;

use super::clients::Clients;
use crate::body::Body;
use crate::transport::content_encoding;
use crate::transport::failure::Failure;
use crate::transport::interface::{BoxFuture, Transport, TransportError};
use crate::transport::pieces::{self, Pieces, ReadError};
use crate::transport::scheme::is_https;
use crate::transport::streams::Streams;
use crate::transport::time_limit::{FAR, TimeLimit};

/// The default [`Transport`], over the HTTP client `reqwest` (feature `reqwest`).
///
/// A [`Client`](crate::Client) creates one by itself. Create one explicitly to change its limits, or to share its connections between
/// clients. Its futures must be polled within a Tokio runtime.
///
/// URLs are sent as they are, with two exceptions, which are due to the parser of `reqwest`: it encodes `'` in a query and braces in a path, and a
/// path with a dot segment or a backslash, which it would change, is an error. `HyperTransport` sends each URL byte for byte.
///
/// It does not follow redirects, and limits the time of an exchange and the size of a response, which applies to the decompressed body.
///
/// It uses the proxy that the environment variables `HTTPS_PROXY`, `ALL_PROXY` and `NO_PROXY` name, in upper or lower case, for `https`
/// only: `http` is limited to loopback hosts, and needs no proxy. A proxy that cannot be used is an error, never a direct connection.
///
/// TLS requires one of the features `rustls` (on by default), `rustls-ring`, `rustls-no-provider` and `native-tls`; without any, a request
/// to `https` is an error. It trusts the certificates of the system, and those added by
/// [`add_root_certificate`](super::ReqwestTransportBuilder::add_root_certificate). On Linux and the BSDs, the environment variables `SSL_CERT_FILE` (a file with
/// certificates in PEM) and `SSL_CERT_DIR` (folders, separated by `:`) change which ones are those of the system:
///
/// | | `rustls…` | `native-tls` (OpenSSL) |
/// | --- | --- | --- |
/// | neither | the file and the folder of the distribution | the same |
/// | one of the two | only that one | that one, instead of the file or the folder of the distribution |
/// | both | only these two | only these two |
/// | files in `SSL_CERT_DIR` | each file of the folder | files whose names `openssl rehash` has created |
///
/// ```
/// use std::sync::Arc;
/// use std::time::Duration;
///
/// use graph_resource::{Client, Cloud, ReqwestTransport};
///
/// # #[cfg(feature = "rustls")] {
/// let transport = ReqwestTransport::builder()
///     .timeout(Duration::from_secs(20))
///     .max_response_size(1024 * 1024)
///     .build()?;
/// let transport = Arc::new(transport);
/// let global = Client::builder().token("…").transport(Arc::clone(&transport)).build()?;
/// let china = Client::builder().cloud(Cloud::China).token("…").transport(transport).build()?;
/// # }
/// # Ok::<(), graph_resource::Error>(())
/// ```
#[derive(Clone)]
pub struct ReqwestTransport {
    pub(super) clients: Arc<Clients>,
}

async fn exchange(
    clients: &Clients,
    mut request: http::Request<Body>,
) -> Result<http::Response<Body>, Failure> {
    let streams = Streams::of(&request);
    if streams.has_whole_answer() {
        content_encoding::accept(&mut request);
    }
    let client = clients.get(is_https(request.uri()))?;
    let limits = clients.limits();
    // `reqwest` itself limits the time of a whole exchange.
    let limit = streams
        .has_any()
        .then(|| TimeLimit::start(limits.timeout, streams));
    let response = match &limit {
        None => client.execute(convert(request)?).await,
        Some(limit) => {
            let mut request = convert(limit.watch(request))?;
            *request.timeout_mut() = Some(FAR);
            let response = limit.wait(client.execute(request)).await;
            response.map_err(|elapsed| Failure::Timeout(elapsed.into()))?
        }
    };
    let mut response = response.map_err(send_failure)?;
    let announced = response.content_length();
    let mut head = http::Response::new(());
    *head.status_mut() = response.status();
    *head.version_mut() = response.version();
    *head.headers_mut() = std::mem::take(response.headers_mut());
    let mut chunks = Chunks { response, limit };
    if streams.has_streamed(head.status()) {
        return Ok(head.map(|()| pieces::streamed(announced, chunks)));
    }
    let announced = announced.unwrap_or(0);
    let response = pieces::read(head, announced, limits.max_response_size, &mut chunks).await?;
    Ok(response.map(Body::from))
}

/// The pieces of a body of `reqwest`. The URL is removed from its errors: it may contain ids.
struct Chunks {
    response: ::reqwest::Response,
    limit: Option<TimeLimit>,
}

impl Pieces for Chunks {
    async fn next(&mut self) -> Result<Option<Bytes>, ReadError> {
        let chunk = self.response.chunk();
        let chunk = match &self.limit {
            None => chunk.await,
            Some(limit) => {
                limit.begin_step();
                limit.wait(chunk).await.map_err(|elapsed| ReadError {
                    source: elapsed.into(),
                    is_timeout: true,
                })?
            }
        };
        chunk.map_err(|error| ReadError {
            is_timeout: error.is_timeout(),
            source: error.without_url().into(),
        })
    }
}

/// Converts a request. The URL is concatenated from its parts, which is faster than its `Display`.
fn convert(request: http::Request<Body>) -> Result<::reqwest::Request, Failure> {
    let (mut parts, body) = request.into_parts();
    let uri = std::mem::take(&mut parts.uri).into_parts();
    let [scheme, authority, path] = [
        uri.scheme.as_ref().map_or("", Scheme::as_str),
        uri.authority.as_ref().map_or("", Authority::as_str),
        uri.path_and_query.as_ref().map_or("", PathAndQuery::as_str),
    ];
    let url = [scheme, "://", authority, path].concat();
    let url = Url::parse(&url).map_err(|_| Failure::InvalidUrl)?;
    if !has_path(&url, path) {
        return Err(Failure::ChangedUrl);
    }
    let mut request = ::reqwest::Request::new(parts.method, url);
    *request.headers_mut() = parts.headers;
    *request.body_mut() = Some(match body.into_bytes() {
        Ok(bytes) => bytes.into(),
        Err(streamed) => ::reqwest::Body::wrap(streamed),
    });
    Ok(request)
}

/// Returns whether the URL leads to `path_and_query`, apart from characters that it has encoded. The parser of URLs removes dot segments,
/// and takes a backslash for a slash.
fn has_path(url: &Url, path_and_query: &str) -> bool {
    let (path, query) = match path_and_query.split_once('?') {
        Some((path, query)) => (path, Some(query)),
        None => (path_and_query, None),
    };
    let is_same = |given: &str, parsed: &str| {
        given == parsed || percent_decode_str(given).eq(percent_decode_str(parsed))
    };
    is_same(path, url.path()) && is_same(query.unwrap_or_default(), url.query().unwrap_or_default())
}

/// Returns the failure for an error before the response. The URL is removed: it may contain ids.
fn send_failure(error: ::reqwest::Error) -> Failure {
    let error = error.without_url();
    if error.is_connect() && !error.is_timeout() {
        Failure::Connect(error.into())
    } else if error.is_timeout() {
        Failure::Timeout(error.into())
    } else {
        Failure::NoResponse(error.into())
    }
}

impl Transport for ReqwestTransport {
    fn send(
        &self,
        request: http::Request<Body>,
    ) -> BoxFuture<'static, Result<http::Response<Body>, TransportError>> {
        let clients = Arc::clone(&self.clients);
        Box::pin(async move { Ok(exchange(&clients, request).await?) })
    }

    fn prepare(&self, origin: &http::Uri) -> Result<(), TransportError> {
        match self.clients.get(is_https(origin)) {
            // Missing TLS is an error of the request, not of the client.
            Ok(_) | Err(Failure::NoTls) => Ok(()),
            Err(failure) => Err(failure.into()),
        }
    }
}

impl fmt::Debug for ReqwestTransport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let limits = self.clients.limits();
        f.debug_struct("ReqwestTransport")
            .field("timeout", &limits.timeout)
            .field("max_response_size", &limits.max_response_size)
            .finish_non_exhaustive()
    }
}
