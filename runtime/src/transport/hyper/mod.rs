mod builder;
mod connect;

use std::fmt;
use std::time::Duration;

use bytes::Bytes;
use http::uri::Scheme;
use http_body_util::{BodyExt, Full};
use hyper::body::{Body as _, Incoming};
use hyper_util::client::legacy::{Client, Error as ClientError};
use tokio::time::{Instant, timeout_at};

pub use self::builder::HyperTransportBuilder;
use self::connect::Connect;
use super::body::Body;
use super::failure::Failure;
use super::{BoxFuture, Transport, TransportError, is_timeout};
use crate::error::Error;

const HAS_TLS: bool = cfg!(feature = "hyper-rustls");

/// A [`Transport`] over `hyper`, without what `reqwest` adds (feature `hyper`; with `hyper-rustls` it can do `https`).
///
/// It takes half the instructions of `ReqwestTransport` per exchange, and speaks HTTP/1.1. It follows no redirects, knows no proxies, and
/// bounds the time of an exchange and the size of an answer. Its futures are polled within a Tokio runtime. It is what a
/// [`Client`](crate::Client) makes by itself where the feature `reqwest` is off.
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
    client: Client<Connect, Full<Bytes>>,
    timeout: Duration,
    max_response_size: usize,
}

impl HyperTransport {
    /// A transport with the default limits.
    ///
    /// # Errors
    ///
    /// Those of [`HyperTransportBuilder::build`].
    pub fn new() -> Result<Self, Error> {
        Self::builder().build()
    }

    /// Sets up a transport.
    pub fn builder() -> HyperTransportBuilder {
        HyperTransportBuilder::default()
    }
}

async fn exchange(
    transport: HyperTransport,
    request: http::Request<Bytes>,
) -> Result<http::Response<Bytes>, Failure> {
    if !HAS_TLS && request.uri().scheme() == Some(&Scheme::HTTPS) {
        return Err(Failure::NoTls);
    }
    let deadline = Instant::now() + transport.timeout;
    let answer = transport.client.request(request.map(Full::new));
    let answer = timeout_at(deadline, answer)
        .await
        .map_err(|elapsed| Failure::TimedOut(elapsed.into()))?;
    let (parts, mut body) = answer.map_err(sending)?.into_parts();
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
    let (source, is_late): (TransportError, _) = loop {
        match timeout_at(deadline, incoming.frame()).await {
            Ok(None) => return Ok(head.map(|()| body.into_bytes())),
            // What is no data is a trailer, which says nothing here.
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
    let answer = head.map(|()| body.into_bytes());
    Err(Failure::broken_off(answer, source, is_late))
}

fn sending(error: ClientError) -> Failure {
    if is_timeout(&error) {
        Failure::TimedOut(error.into())
    } else if error.is_connect() {
        Failure::Unreachable(error.into())
    } else {
        Failure::Unanswered(error.into())
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
}

impl fmt::Debug for HyperTransport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HyperTransport")
            .field("timeout", &self.timeout)
            .field("max_response_size", &self.max_response_size)
            .finish_non_exhaustive()
    }
}
