use std::io;
use std::sync::Arc;

use bytes::Bytes;
use graph_resource::{BoxFuture, Transport, TransportError};
use http::header::HOST;
use http::uri::Authority;
use http::{HeaderValue, Request, Response};

use crate::graph::service::Service;
use crate::http::delivery::Ending;

/// A transport to an emulator in the same process: see [`Emulator::transport`](crate::Emulator::transport).
#[derive(Debug, Clone)]
pub struct EmulatorTransport(pub(crate) Arc<Service>);

impl Transport for EmulatorTransport {
    fn send(
        &self,
        mut request: Request<Bytes>,
    ) -> BoxFuture<'static, Result<Response<Bytes>, TransportError>> {
        let service = Arc::clone(&self.0);
        Box::pin(async move {
            let authority = request.uri().authority().map(Authority::as_str);
            if let Some(host) = authority.and_then(|host| HeaderValue::try_from(host).ok()) {
                request.headers_mut().insert(HOST, host);
            }
            let (response, delivery) = service.handle(request);
            let clock = &service.settings.clock;
            clock
                .sleep_until(delivery.begins_at.max(delivery.continues_at))
                .await;
            if delivery.ending == Ending::Complete {
                return Ok(response);
            }
            let message = "a fault ends the connection";
            Err(io::Error::new(io::ErrorKind::ConnectionReset, message).into())
        })
    }
}
