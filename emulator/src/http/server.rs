//! An HTTP/1.1 server on the loopback interface, with its own thread.

use std::error::Error as StdError;
use std::future::poll_fn;
use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, mpsc};
use std::thread::JoinHandle;
use std::time::Duration;

use bytes::{Bytes, BytesMut};
use http::{Request, Response};
use http_body_util::BodyExt;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;
use tokio::sync::oneshot;

use crate::clock::Clock;

use super::delivery::{Body, Delivery, deliver};

/// A function that answers a request.
pub(crate) type Handler = dyn Fn(Request<Bytes>) -> (Response<Bytes>, Delivery) + Send + Sync;

/// The parts of a server that all connections share.
pub(crate) struct Shared {
    pub(crate) handler: Box<Handler>,
    pub(crate) clock: Clock,
    /// The largest body that is passed to the handler; of a larger one, it gets one byte more than that.
    pub(crate) body_limit: usize,
}

/// A running server, which stops when it is dropped.
#[derive(Debug)]
pub(crate) struct Server {
    pub(crate) address: SocketAddr,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    /// Starts a server on a port, or on a free one if it is 0.
    pub(crate) fn start(shared: Shared, port: u16) -> io::Result<Self> {
        let shared = Arc::new(shared);
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
        listener.set_nonblocking(true)?;
        let address = listener.local_addr()?;
        let (stop, stopped) = oneshot::channel();
        let (ready, is_ready) = mpsc::channel();
        let thread = std::thread::Builder::new()
            .name("graph-emulator".into())
            .spawn(move || run(listener, shared, stopped, &ready))?;
        // Receiving fails only if the thread has ended without a message.
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
            // An error says that the thread panicked: the server is stopped in this case, too.
            let _ = thread.join();
        }
    }
}

/// Runs the server: reports whether it could start, then serves until `stopped`.
fn run(
    listener: TcpListener,
    shared: Arc<Shared>,
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
        let started = listener.map(|listener| {
            let next = async move || Ok(listener.accept().await?.0);
            let handle = move |stream| drop(tokio::spawn(serve(stream, Arc::clone(&shared))));
            drop(tokio::spawn(accept(next, handle)));
        });
        drop(ready.send(started));
        // It ends when the sender is dropped, even if nothing was started. Open connections end with the runtime.
        let _ = stopped.await;
    });
}

/// Accepts connections for ever. After an error, such as that no file handles are left, it pauses, for longer each time.
async fn accept<C>(next: impl AsyncFn() -> io::Result<C>, handle: impl Fn(C)) {
    const FIRST_PAUSE: Duration = Duration::from_millis(1);
    const LONGEST_PAUSE: Duration = Duration::from_millis(500);
    let mut pause = FIRST_PAUSE;
    loop {
        if let Ok(connection) = next().await {
            pause = FIRST_PAUSE;
            handle(connection);
        } else {
            tokio::time::sleep(pause).await;
            pause = (pause * 2).min(LONGEST_PAUSE);
        }
    }
}

async fn serve(stream: TcpStream, shared: Arc<Shared>) {
    // If this fails, small responses are merely slower.
    let _ = stream.set_nodelay(true);
    let resets = AtomicBool::new(false);
    let handler = service_fn(|request| Box::pin(respond(request, &shared, &resets)));
    let mut connection = http1::Builder::new().serve_connection(TokioIo::new(stream), handler);
    // An error means that the client sent invalid HTTP or hung up, or that a fault ends the connection.
    let _ = poll_fn(|context| connection.poll_without_shutdown(context)).await;
    let stream = connection.into_parts().io.into_inner();
    if resets.load(Ordering::Relaxed) {
        // Without lingering, closing a socket resets the connection.
        let _ = stream.set_zero_linger();
    }
}

async fn respond(
    request: Request<Incoming>,
    shared: &Shared,
    resets: &AtomicBool,
) -> Result<Response<Body>, Box<dyn StdError + Send + Sync>> {
    let (head, body) = request.into_parts();
    let body = read_body(body, shared.body_limit).await?;
    let (response, delivery) = (shared.handler)(Request::from_parts(head, body));
    resets.store(delivery.resets, Ordering::Relaxed);
    Ok(deliver(response, delivery, &shared.clock).await?)
}

/// Reads the body, and keeps one byte more than the limit.
///
/// It reads also what it does not keep, since a client that is still sending does not read the response. There is a limit for this, too:
/// after it, the connection is closed with the response.
async fn read_body(mut body: Incoming, limit: usize) -> Result<Bytes, hyper::Error> {
    const MAX_DISCARDED: usize = 64 << 20;
    let mut kept = BytesMut::new();
    let mut discarded = 0;
    while discarded <= MAX_DISCARDED
        && let Some(frame) = body.frame().await
    {
        if let Some(data) = frame?.data_ref() {
            let remaining = limit.saturating_add(1) - kept.len();
            let (keep, discard) = data.split_at(data.len().min(remaining));
            kept.extend_from_slice(keep);
            discarded += discard.len();
        }
    }
    Ok(kept.freeze())
}

#[cfg(test)]
mod tests {
    use std::future::pending;
    use std::sync::atomic::AtomicUsize;

    use super::*;

    /// Counts an attempt and returns its number. After the limit, it waits for ever, so that a loop without pauses ends with the test.
    async fn end_after(limit: usize, attempts: &AtomicUsize) -> usize {
        let attempt = attempts.fetch_add(1, Ordering::Relaxed);
        if attempt >= limit {
            pending::<()>().await;
        }
        attempt
    }

    #[tokio::test(start_paused = true)]
    async fn without_free_file_handles_the_server_pauses_between_its_attempts() {
        let attempts = AtomicUsize::new(0);
        let no_file_handles = async || {
            end_after(1_000, &attempts).await;
            Err::<(), _>(io::Error::from_raw_os_error(24))
        };
        let accepting = accept(no_file_handles, |()| {});
        let minute = Duration::from_secs(60);
        assert!(tokio::time::timeout(minute, accepting).await.is_err());
        let attempts = attempts.into_inner();
        assert!((100..140).contains(&attempts), "{attempts}");
    }

    #[tokio::test(start_paused = true)]
    async fn the_server_accepts_connections_again_after_errors() {
        let attempts = AtomicUsize::new(0);
        let every_third = async || match end_after(1_000, &attempts).await {
            attempt if attempt % 3 == 2 => Ok(attempt),
            _ => Err(io::ErrorKind::ConnectionAborted.into()),
        };
        let accepted = AtomicUsize::new(0);
        let accepting = accept(every_third, |_| {
            accepted.fetch_add(1, Ordering::Relaxed);
        });
        let _ = tokio::time::timeout(Duration::from_millis(100), accepting).await;
        let accepted = accepted.into_inner();
        assert!(accepted > 20, "{accepted}");
    }
}
