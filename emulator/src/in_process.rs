use std::io;
use std::sync::Arc;

use graph_resource::{Body, BoxFuture, Transport, TransportError};
use http::header::HOST;
use http::uri::Authority;
use http::{HeaderValue, Request, Response};

use crate::graph::service::Service;
use crate::http::delivery::Ending;

/// A transport to an emulator in the same process: see [`Emulator::transport`](crate::Emulator::transport).
#[derive(Debug, Clone)]
pub struct EmulatorTransport(pub(crate) Arc<Service>);

/// The most bytes of a body that is a stream.
const MAX_STREAMED: usize = 256 << 20;

fn authority_of<B>(request: &Request<B>) -> Option<&str> {
    request.uri().authority().map(Authority::as_str)
}

impl Transport for EmulatorTransport {
    fn send(
        &self,
        mut request: Request<Body>,
    ) -> BoxFuture<'static, Result<Response<Body>, TransportError>> {
        let service = Arc::clone(&self.0);
        Box::pin(async move {
            let host = authority_of(&request);
            if let Some(host) = host.and_then(|host| HeaderValue::try_from(host).ok()) {
                request.headers_mut().insert(HOST, host);
            }
            let elsewhere = service.storage.url().strip_prefix("http://");
            let is_elsewhere = elsewhere.is_some() && authority_of(&request) == elsewhere;
            let (parts, body) = request.into_parts();
            let request = Request::from_parts(parts, body.collect(MAX_STREAMED).await?);
            let (response, delivery) = if is_elsewhere {
                service.handle_elsewhere(request)
            } else {
                service.handle(request)
            };
            let clock = &service.settings.clock;
            clock
                .sleep_until(delivery.begins_at.max(delivery.continues_at))
                .await;
            if delivery.ending == Ending::Complete {
                return Ok(response.map(Body::from));
            }
            let message = "a fault ends the connection";
            Err(io::Error::new(io::ErrorKind::ConnectionReset, message).into())
        })
    }
}
