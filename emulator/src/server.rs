//! The socket: HTTP/1.1 on loopback, on a thread of its own.

use std::error::Error as StdError;
use std::future::poll_fn;
use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, mpsc};
use std::thread::JoinHandle;

use bytes::{Bytes, BytesMut};
use http::{Request, Response};
use http_body_util::BodyExt;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;
use tokio::sync::oneshot;

use crate::deliver::{Body, deliver};
use crate::service::Service;

/// A running server. Stops when dropped.
#[derive(Debug)]
pub(crate) struct Server {
    pub(crate) address: SocketAddr,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    pub(crate) fn start(service: Arc<Service>) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        listener.set_nonblocking(true)?;
        let address = listener.local_addr()?;
        let (stop, stopped) = oneshot::channel();
        let (ready, is_ready) = mpsc::channel();
        let thread = std::thread::Builder::new()
            .name("graph-emulator".into())
            .spawn(move || run(listener, service, stopped, &ready))?;
        // The sender is gone without a word only if the thread is.
        is_ready.recv().map_err(io::Error::other)??;
        Ok(Self {
            address,
            stop: Some(stop),
            thread: Some(thread),
        })
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            // A server that panicked is stopped, too.
            let _ = thread.join();
        }
    }
}

/// The thread of the server: tells whether it could start, then serves until `stopped`.
fn run(
    listener: TcpListener,
    service: Arc<Service>,
    stopped: oneshot::Receiver<()>,
    ready: &mpsc::Sender<io::Result<()>>,
) {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build();
    let runtime = match runtime {
        Ok(runtime) => runtime,
        Err(error) => return drop(ready.send(Err(error))),
    };
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::from_std(listener);
        let started = listener.map(|listener| drop(tokio::spawn(accept(listener, service))));
        drop(ready.send(started));
        // Ends when the sender is dropped, also where nothing was started. What still runs ends with the runtime.
        let _ = stopped.await;
    });
}

async fn accept(listener: tokio::net::TcpListener, service: Arc<Service>) {
    loop {
        match listener.accept().await {
            Ok((stream, _)) => drop(tokio::spawn(serve(stream, Arc::clone(&service)))),
            // Out of file handles, or a client that is gone again: others get their turn.
            Err(_) => tokio::task::yield_now().await,
        }
    }
}

async fn serve(stream: TcpStream, service: Arc<Service>) {
    // Without it, small answers are only slower.
    let _ = stream.set_nodelay(true);
    let resets = AtomicBool::new(false);
    let handler = service_fn(|request| Box::pin(answer(request, &service, &resets)));
    let mut connection = http1::Builder::new().serve_connection(TokioIo::new(stream), handler);
    // An error is the client's, whose bytes are no HTTP or who hung up; or a fault ends the connection.
    let _ = poll_fn(|context| connection.poll_without_shutdown(context)).await;
    let stream = connection.into_parts().io.into_inner();
    if resets.load(Ordering::Relaxed) {
        // What is closed without lingering is reset.
        let _ = stream.set_zero_linger();
    }
}

async fn answer(
    request: Request<Incoming>,
    service: &Service,
    resets: &AtomicBool,
) -> Result<Response<Body>, Box<dyn StdError + Send + Sync>> {
    let (head, body) = request.into_parts();
    let body = read(body, service.settings.body_limit).await?;
    let (response, delivery) = service.handle(Request::from_parts(head, body));
    resets.store(delivery.reset, Ordering::Relaxed);
    Ok(deliver(response, delivery).await?)
}

/// Reads a whole body, and keeps one byte more than the limit: a client that is still sending does not listen.
async fn read(mut body: Incoming, limit: usize) -> Result<Bytes, hyper::Error> {
    let mut kept = BytesMut::new();
    while let Some(frame) = body.frame().await {
        if let Some(data) = frame?.data_ref() {
            let room = limit.saturating_add(1) - kept.len();
            kept.extend_from_slice(&data[..data.len().min(room)]);
        }
    }
    Ok(kept.freeze())
}
