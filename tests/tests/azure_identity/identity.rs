//! An identity platform on loopback, which `azure_identity` would only contact over `https`: the transport sends every request to it.

use std::convert::Infallible;
use std::sync::{Arc, Mutex};

use azure_core::error::ErrorKind;
use azure_core::http::headers::Headers;
use azure_core::http::{AsyncRawResponse, Body, ClientOptions, HttpClient, Request};
use bytes::Bytes;
use graph_resource::{ReqwestTransport, Transport};
use http_body_util::{BodyExt, Full};
use hyper::body::Incoming;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::net::TcpListener;

/// Gives out `token-1`, `token-2` and so on, unless the client has another secret than `hunter2`.
#[derive(Clone)]
pub(crate) struct Identity {
    url: String,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Identity {
    pub(crate) async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let identity = Self {
            url: format!("http://{}", listener.local_addr().unwrap()),
            asked: Arc::default(),
        };
        tokio::spawn(identity.clone().serve(listener));
        identity
    }

    async fn serve(self, listener: TcpListener) {
        while let Ok((stream, _)) = listener.accept().await {
            let identity = self.clone();
            tokio::spawn(async move {
                let service = service_fn(|request| identity.answer(request));
                let connection = hyper::server::conn::http1::Builder::new();
                connection
                    .serve_connection(TokioIo::new(stream), service)
                    .await
            });
        }
    }

    async fn answer(
        &self,
        request: http::Request<Incoming>,
    ) -> Result<http::Response<Full<Bytes>>, Infallible> {
        let path = request.uri().path().to_owned();
        let form = request.into_body().collect().await.unwrap().to_bytes();
        let form = String::from_utf8(form.to_vec()).unwrap();
        let mut asked = self.asked.lock().unwrap();
        let (status, body) = if form.contains("client_secret=hunter2&") {
            let number = asked.len() + 1;
            (
                200,
                format!(
                    r#"{{"token_type":"Bearer","expires_in":3599,"ext_expires_in":3599,"access_token":"token-{number}"}}"#
                ),
            )
        } else {
            (
                401,
                r#"{"error":"invalid_client","error_description":"AADSTS7000215: Invalid client secret provided.","error_codes":[7000215]}"#.to_owned(),
            )
        };
        asked.push(format!("{path}?{form}"));
        let response = http::Response::builder().status(status);
        Ok(response.body(Full::new(body.into())).unwrap())
    }

    /// The requests for tokens: path and form.
    pub(crate) fn asked(&self) -> Vec<String> {
        self.asked.lock().unwrap().clone()
    }

    /// Returns options that make a credential send its requests to this server.
    pub(crate) fn client_options(&self) -> ClientOptions {
        let wire = Wire {
            url: self.url.clone(),
            transport: ReqwestTransport::builder().build().unwrap(),
        };
        ClientOptions {
            transport: Some(azure_core::http::Transport::new(Arc::new(wire))),
            ..ClientOptions::default()
        }
    }
}

#[derive(Debug)]
struct Wire {
    url: String,
    transport: ReqwestTransport,
}

#[async_trait::async_trait]
impl HttpClient for Wire {
    async fn execute_request(&self, request: &Request) -> azure_core::Result<AsyncRawResponse> {
        let Body::Bytes(body) = request.body() else {
            return Err(azure_core::Error::with_message(ErrorKind::Io, "a stream"));
        };
        let mut sent = http::Request::builder()
            .method(request.method().as_ref())
            .uri(format!("{}{}", self.url, request.url().path()));
        for (name, value) in request.headers().iter() {
            sent = sent.header(name.as_str(), value.as_str());
        }
        let answer = self
            .transport
            .send(sent.body(body.clone().into()).unwrap())
            .await;
        let answer = answer.map_err(|error| azure_core::Error::new(ErrorKind::Io, error))?;
        let status = answer.status().as_u16().into();
        let body = answer.into_body();
        Ok(AsyncRawResponse::from_bytes(
            status,
            Headers::new(),
            body.as_bytes().unwrap().clone(),
        ))
    }
}
