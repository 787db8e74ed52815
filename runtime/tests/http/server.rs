//! Servers on loopback: one with given answers, and one that violates HTTP in a given way.

use std::convert::Infallible;
use std::future::Future;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use bytes::Bytes;
use graph_resource::{Client, ClientBuilder};
use http_body_util::{BodyExt, Full};
use hyper::body::Incoming;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

/// The requests that a server received.
type Log = Arc<Mutex<Vec<http::Request<Bytes>>>>;

pub(crate) struct Server {
    address: SocketAddr,
    log: Log,
}

impl Server {
    /// Starts a server that answers each request with the result of `answer` for its number.
    pub(crate) async fn start<F, Fut>(answer: F) -> Self
    where
        F: Fn(usize) -> Fut + Clone + Send + Sync + 'static,
        Fut: Future<Output = http::Response<Bytes>> + Send + 'static,
    {
        Self::deciding(move |number, _| answer(number)).await
    }

    /// Starts a server that answers each request with the result of `answer` for its number and content.
    pub(crate) async fn deciding<F, Fut>(answer: F) -> Self
    where
        F: Fn(usize, http::Request<Bytes>) -> Fut + Clone + Send + Sync + 'static,
        Fut: Future<Output = http::Response<Bytes>> + Send + 'static,
    {
        let log = Log::default();
        let seen = Arc::clone(&log);
        let address = listen(move |stream| serve(stream, answer.clone(), Arc::clone(&seen))).await;
        Self { address, log }
    }

    /// Starts a server that answers every request with `answer`.
    pub(crate) async fn answering(answer: http::Response<Bytes>) -> Self {
        Self::start(move |_| std::future::ready(answer.clone())).await
    }

    /// Starts a server that writes `bytes` when a request begins to arrive, and closes the connection.
    pub(crate) async fn raw(bytes: &'static [u8]) -> Self {
        let address = listen(move |mut stream| async move {
            let _ = stream.read(&mut [0; 4096]).await;
            let _ = stream.write_all(bytes).await;
            let _ = stream.shutdown().await;
        })
        .await;
        Self {
            address,
            log: Log::default(),
        }
    }

    /// Starts a server that writes `text` when a request begins to arrive, and then stalls.
    pub(crate) async fn stalling(text: String) -> Self {
        let address = listen(move |mut stream| {
            let text = text.clone();
            async move {
                let _ = stream.read(&mut [0; 4096]).await;
                let _ = stream.write_all(text.as_bytes()).await;
                std::future::pending::<()>().await;
            }
        })
        .await;
        Self {
            address,
            log: Log::default(),
        }
    }

    /// Starts a server that writes `head` when a request begins to arrive, and then a byte per second for ever.
    pub(crate) async fn trickling(head: &'static str) -> Self {
        let address = listen(move |mut stream| async move {
            let _ = stream.read(&mut [0; 4096]).await;
            let _ = stream.write_all(head.as_bytes()).await;
            while stream.write_all(b" ").await.is_ok() {
                tokio::time::sleep(Duration::from_secs(1)).await;
            }
        })
        .await;
        Self {
            address,
            log: Log::default(),
        }
    }

    pub(crate) fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    pub(crate) fn client(&self) -> ClientBuilder {
        Client::builder().base_url(self.url())
    }

    pub(crate) fn received(&self) -> Vec<http::Request<Bytes>> {
        self.log.lock().unwrap().clone()
    }
}

/// Accepts connections until the runtime of the test ends.
async fn listen<F, Fut>(serve: F) -> SocketAddr
where
    F: Fn(TcpStream) -> Fut + Send + 'static,
    Fut: Future<Output = ()> + Send + 'static,
{
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(serve(stream));
        }
    });
    address
}

async fn serve<F, Fut>(stream: TcpStream, answer: F, log: Log)
where
    F: Fn(usize, http::Request<Bytes>) -> Fut + Send + Sync + 'static,
    Fut: Future<Output = http::Response<Bytes>> + Send + 'static,
{
    let service = service_fn(|request: http::Request<Incoming>| async {
        let (parts, body) = request.into_parts();
        let body = body.collect().await.unwrap().to_bytes();
        let request = http::Request::from_parts(parts, body);
        let number = {
            let mut log = log.lock().unwrap();
            log.push(request.clone());
            log.len()
        };
        Ok::<_, Infallible>(answer(number, request).await.map(Full::new))
    });
    // Some tests close the connection, which is an error here.
    let _ = hyper::server::conn::http1::Builder::new()
        .serve_connection(TokioIo::new(stream), service)
        .await;
}
