use std::fmt;
use std::time::Duration;

use bytes::Bytes;
use http_body_util::BodyExt;
use hyper::body::{Body as _, Incoming};
use hyper_util::client::legacy::{Client, Error as ClientError};

use super::connect::Connect;
use super::tls::{self, Tls};
use crate::body::Body;
use crate::transport::chain::is_timeout;
use crate::transport::content_encoding;
use crate::transport::failure::Failure;
use crate::transport::interface::{BoxFuture, Transport, TransportError};
use crate::transport::pieces::{self, Pieces, ReadError};
use crate::transport::scheme::is_https;
use crate::transport::streams::Streams;
use crate::transport::time_limit::TimeLimit;

/// A [`Transport`] over `hyper`, without the additional features of `reqwest` (feature `hyper`; TLS requires `hyper-rustls` or
/// `hyper-rustls-ring`).
///
/// It takes half the instructions of `ReqwestTransport` per exchange, and speaks HTTP/1.1. It does not follow redirects, and limits the time
/// of an exchange and the size of a response, which applies to the decompressed body. Its futures must be polled within a Tokio runtime. It is
/// the default transport of a [`Client`](crate::Client) if the feature `reqwest` is off.
///
/// It uses the proxy that the environment variables `HTTPS_PROXY`, `ALL_PROXY` and `NO_PROXY` name, in upper or lower case, for `https`
/// only: `http` is limited to loopback hosts, and needs no proxy. A proxy that cannot be used is an error, never a direct connection.
///
/// It trusts the certificates of the system, and those added by `add_root_certificate`. On Linux and the BSDs, the environment variables
/// `SSL_CERT_FILE` (a file with certificates in PEM) and `SSL_CERT_DIR` (folders, separated by `:`, of which each file is read) replace
/// those of the distribution, also if only one of the two is set.
///
/// ```
/// use graph_resource::{Client, HyperTransport};
///
/// # #[cfg(feature = "hyper-rustls")] {
/// let client = Client::builder().token("…").transport(HyperTransport::new()?).build()?;
/// # }
/// # Ok::<(), graph_resource::Error>(())
/// ```
#[derive(Clone)]
pub struct HyperTransport {
    pub(super) client: Client<Connect, Body>,
    pub(super) tls: Tls,
    pub(super) timeout: Duration,
    pub(super) max_response_size: usize,
}

impl HyperTransport {
    fn load_tls(&self) -> Result<(), Failure> {
        if tls::IS_AVAILABLE {
            self.tls.load().map_err(Failure::Setup)
        } else {
            Err(Failure::NoTls)
        }
    }
}

async fn exchange(
    transport: HyperTransport,
    mut request: http::Request<Body>,
) -> Result<http::Response<Body>, Failure> {
    let streams = Streams::of(&request);
    if streams.has_whole_answer() {
        content_encoding::accept(&mut request);
    }
    if is_https(request.uri()) {
        transport.load_tls()?;
    }
    let limit = TimeLimit::start(transport.timeout, streams);
    let response = transport.client.request(limit.watch(request));
    let response = limit
        .wait(response)
        .await
        .map_err(|elapsed| Failure::Timeout(elapsed.into()))?;
    let (parts, incoming) = response.map_err(send_failure)?.into_parts();
    let head = http::Response::from_parts(parts, ());
    let announced = incoming.size_hint();
    let mut frames = Frames { incoming, limit };
    if streams.has_streamed(head.status()) {
        return Ok(head.map(|()| pieces::streamed(announced.exact(), frames)));
    }
    let size = transport.max_response_size;
    let response = pieces::read(head, announced.lower(), size, &mut frames).await?;
    Ok(response.map(Body::from))
}

/// The pieces of a body of `hyper`, which arrive within the time.
struct Frames {
    incoming: Incoming,
    limit: TimeLimit,
}

impl Pieces for Frames {
    async fn next(&mut self) -> Result<Option<Bytes>, ReadError> {
        self.limit.begin_step();
        let (source, is_timeout): (TransportError, _) = loop {
            match self.limit.wait(self.incoming.frame()).await {
                Ok(None) => return Ok(None),
                // Any other frame contains trailers, which are not used.
                Ok(Some(Ok(frame))) => {
                    if let Ok(piece) = frame.into_data() {
                        return Ok(Some(piece));
                    }
                }
                Ok(Some(Err(error))) => break (error.into(), false),
                Err(elapsed) => break (elapsed.into(), true),
            }
        };
        Err(ReadError { source, is_timeout })
    }
}

/// Returns the failure for an error before the response.
fn send_failure(error: ClientError) -> Failure {
    if is_timeout(&error) {
        Failure::Timeout(error.into())
    } else if error.is_connect() {
        Failure::Connect(error.into())
    } else {
        Failure::NoResponse(error.into())
    }
}

impl Transport for HyperTransport {
    fn send(
        &self,
        request: http::Request<Body>,
    ) -> BoxFuture<'static, Result<http::Response<Body>, TransportError>> {
        let transport = self.clone();
        Box::pin(async move { Ok(exchange(transport, request).await?) })
    }

    fn prepare(&self, origin: &http::Uri) -> Result<(), TransportError> {
        if !is_https(origin) {
            return Ok(());
        }
        match self.load_tls() {
            // Missing TLS is an error of the request, not of the client.
            Ok(()) | Err(Failure::NoTls) => Ok(()),
            Err(failure) => Err(failure.into()),
        }
    }
}

impl fmt::Debug for HyperTransport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HyperTransport")
            .field("timeout", &self.timeout)
            .field("max_response_size", &self.max_response_size)
            .finish_non_exhaustive()
    }
}
