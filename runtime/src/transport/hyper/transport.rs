use std::fmt;
use std::time::Duration;

use bytes::Bytes;
use http_body_util::{BodyExt, Full};
use hyper::body::{Body as _, Incoming};
use hyper_util::client::legacy::{Client, Error as ClientError};
use tokio::time::{Instant, timeout_at};

use super::connect::Connect;
use super::tls::{self, Tls};
use crate::transport::body::Body;
use crate::transport::chain::is_timeout;
use crate::transport::failure::Failure;
use crate::transport::interface::{BoxFuture, Transport, TransportError};
use crate::transport::scheme::is_https;

/// A [`Transport`] over `hyper`, without the additional features of `reqwest` (feature `hyper`; TLS requires `hyper-rustls` or
/// `hyper-rustls-ring`).
///
/// It takes half the instructions of `ReqwestTransport` per exchange, and speaks HTTP/1.1. It does not follow redirects, does not support
/// proxies, and limits the time of an exchange and the size of a response. Its futures must be polled within a Tokio runtime. It is the
/// default transport of a [`Client`](crate::Client) if the feature `reqwest` is off.
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
    pub(super) client: Client<Connect, Full<Bytes>>,
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
    request: http::Request<Bytes>,
) -> Result<http::Response<Bytes>, Failure> {
    if is_https(request.uri()) {
        transport.load_tls()?;
    }
    let deadline = Instant::now() + transport.timeout;
    let response = transport.client.request(request.map(Full::new));
    let response = timeout_at(deadline, response)
        .await
        .map_err(|elapsed| Failure::Timeout(elapsed.into()))?;
    let (parts, mut body) = response.map_err(send_failure)?.into_parts();
    let head = http::Response::from_parts(parts, ());
    read_body(&mut body, deadline, head, transport.max_response_size).await
}

async fn read_body(
    incoming: &mut Incoming,
    deadline: Instant,
    head: http::Response<()>,
    limit: usize,
) -> Result<http::Response<Bytes>, Failure> {
    let announced = incoming.size_hint().lower();
    let announced = usize::try_from(announced).unwrap_or(usize::MAX);
    if announced > limit {
        return Err(Failure::too_large(head, limit));
    }
    let mut body = Body::new(announced);
    let (source, is_timeout): (TransportError, _) = loop {
        match timeout_at(deadline, incoming.frame()).await {
            Ok(None) => return Ok(head.map(|()| body.into_bytes())),
            // Any other frame holds trailers, which are not used.
            Ok(Some(Ok(frame))) => match frame.into_data() {
                Ok(piece) if piece.len() > limit - body.len() => {
                    return Err(Failure::too_large(head, limit));
                }
                Ok(piece) => body.push(piece),
                Err(_) => {}
            },
            Ok(Some(Err(error))) => break (error.into(), false),
            Err(elapsed) => break (elapsed.into(), true),
        }
    };
    let partial = head.map(|()| body.into_bytes());
    Err(Failure::incomplete(partial, source, is_timeout))
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
        request: http::Request<Bytes>,
    ) -> BoxFuture<'static, Result<http::Response<Bytes>, TransportError>> {
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
