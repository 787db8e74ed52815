mod builder;
mod proxy;

use std::io;

use ::reqwest::Url;
use bytes::Bytes;
use http::uri::{Authority, PathAndQuery, Scheme};

pub use self::builder::ReqwestTransportBuilder;
use super::body::Body;
use super::failure::Failure;
use super::{BoxFuture, Transport, TransportError, is_of_kind};
use crate::error::Error;

/// Whether this build can do `https`. Another crate may have given `reqwest` TLS, but then nobody chose it for Graph.
const HAS_TLS: bool = cfg!(any(
    feature = "rustls",
    feature = "rustls-no-provider",
    feature = "native-tls"
));

/// The default [`Transport`], over the HTTP client `reqwest` (feature `reqwest`).
///
/// A [`Client`](crate::Client) makes one by itself; make it yourself to change its limits, or to share its connections between clients.
/// Its futures are polled within a Tokio runtime.
///
/// It follows no redirects, and bounds the time of an exchange and the size of an answer. Of the environment it honours
/// `HTTPS_PROXY`, `ALL_PROXY` and `NO_PROXY`, in either letter case; `http`, which is for loopback hosts, goes through no proxy.
/// Without one of the features `rustls` (on by default), `rustls-no-provider` and `native-tls` it refuses to send to `https`.
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
#[derive(Debug, Clone)]
pub struct ReqwestTransport {
    client: ::reqwest::Client,
    max_response_size: usize,
}

impl ReqwestTransport {
    /// A transport with the default limits.
    ///
    /// # Errors
    ///
    /// Those of [`ReqwestTransportBuilder::build`].
    pub fn new() -> Result<Self, Error> {
        Self::builder().build()
    }

    /// Sets up a transport.
    pub fn builder() -> ReqwestTransportBuilder {
        ReqwestTransportBuilder::default()
    }
}

async fn exchange(
    client: ::reqwest::Client,
    request: http::Request<Bytes>,
    limit: usize,
) -> Result<http::Response<Bytes>, Failure> {
    if !HAS_TLS && request.uri().scheme() == Some(&Scheme::HTTPS) {
        return Err(Failure::NoTls);
    }
    let request = convert(request)?;
    let mut response = client.execute(request).await.map_err(sending)?;
    let announced = response.content_length().unwrap_or(0);
    let mut head = http::Response::new(());
    *head.status_mut() = response.status();
    *head.version_mut() = response.version();
    *head.headers_mut() = std::mem::take(response.headers_mut());
    read_body(&mut response, announced, head, limit).await
}

async fn read_body(
    response: &mut ::reqwest::Response,
    announced: u64,
    head: http::Response<()>,
    limit: usize,
) -> Result<http::Response<Bytes>, Failure> {
    let announced = usize::try_from(announced).unwrap_or(usize::MAX);
    if announced > limit {
        return Err(Failure::too_large(head, limit));
    }
    let mut body = Body::new(announced);
    loop {
        match response.chunk().await {
            Ok(None) => return Ok(head.map(|()| body.into_bytes())),
            Ok(Some(chunk)) if chunk.len() > limit - body.len() => {
                return Err(Failure::too_large(head, limit));
            }
            Ok(Some(chunk)) => body.push(chunk),
            Err(error) if cfg!(feature = "gzip") && is_garbled(&error) => {
                return Err(Failure::garbled(head, error.without_url()));
            }
            Err(error) => {
                let is_late = error.is_timeout();
                let answer = head.map(|()| body.into_bytes());
                return Err(Failure::broken_off(answer, error.without_url(), is_late));
            }
        }
    }
}

/// What cannot be decompressed is bad input; a body that breaks off is another error, or none of I/O.
fn is_garbled(error: &::reqwest::Error) -> bool {
    [io::ErrorKind::InvalidData, io::ErrorKind::InvalidInput]
        .into_iter()
        .any(|kind| is_of_kind(error, kind))
}

/// The same request. The URL is put together by hand, which its `Display` takes a while for.
fn convert(request: http::Request<Bytes>) -> Result<::reqwest::Request, Failure> {
    let (mut parts, body) = request.into_parts();
    let uri = std::mem::take(&mut parts.uri).into_parts();
    let [scheme, authority, path] = [
        uri.scheme.as_ref().map_or("", Scheme::as_str),
        uri.authority.as_ref().map_or("", Authority::as_str),
        uri.path_and_query.as_ref().map_or("", PathAndQuery::as_str),
    ];
    let url = [scheme, "://", authority, path].concat();
    let url = Url::parse(&url).map_err(|_| Failure::NoUrl)?;
    let mut converted = ::reqwest::Request::new(parts.method, url);
    *converted.headers_mut() = parts.headers;
    *converted.body_mut() = Some(body.into());
    Ok(converted)
}

/// Of an error of sending. The URL is not kept: it holds ids.
fn sending(error: ::reqwest::Error) -> Failure {
    let error = error.without_url();
    if error.is_connect() && !error.is_timeout() {
        Failure::Unreachable(error.into())
    } else if error.is_timeout() {
        Failure::TimedOut(error.into())
    } else {
        Failure::Unanswered(error.into())
    }
}

impl Transport for ReqwestTransport {
    fn send(
        &self,
        request: http::Request<Bytes>,
    ) -> BoxFuture<'static, Result<http::Response<Bytes>, TransportError>> {
        let (client, limit) = (self.client.clone(), self.max_response_size);
        Box::pin(async move { Ok(exchange(client, request, limit).await?) })
    }
}
