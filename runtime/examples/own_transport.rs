//! Sends with a `reqwest::Client` that the application has set up by itself, and may share with other code.
//!
//! A transport of your own is needed for what `ReqwestTransport` has no setter for: another resolver of names, a middleware, a client certificate
//! from a hardware module, or a connection pool that already exists. Here, a Graph emulator answers:
//!
//! ```text
//! cargo run --example own_transport
//! ```

use std::error::Error;
use std::io;
use std::time::Duration;

use futures_util::stream;
use graph_resource::{
    Body, BoxFuture, Client, StreamedAnswer, Transport, TransportError, graph_resource, http,
};
use graph_resource_emulator::Emulator;
use serde_json::json;

/// The largest answer that is read.
const MAX_SIZE: usize = 16 * 1024 * 1024;

/// A transport over a client of the application.
struct OwnTransport(reqwest::Client);

impl OwnTransport {
    fn new() -> reqwest::Result<Self> {
        // A redirect must not carry the token to another host, and each exchange must end.
        let client = reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .connect_timeout(Duration::from_secs(10))
            .timeout(Duration::from_secs(30))
            .pool_max_idle_per_host(4);
        client.build().map(Self)
    }
}

impl Transport for OwnTransport {
    fn send(
        &self,
        request: http::Request<Body>,
    ) -> BoxFuture<'static, Result<http::Response<Body>, TransportError>> {
        let client = self.0.clone();
        Box::pin(exchange(client, request))
    }
}

/// Sends a request. The body of the answer is a stream if it may be, such as that of a file; any other is read as a whole.
async fn exchange(
    client: reqwest::Client,
    request: http::Request<Body>,
) -> Result<http::Response<Body>, TransportError> {
    let may_be_stream = request.extensions().get::<StreamedAnswer>().is_some();
    let request = reqwest::Request::try_from(request.map(reqwest::Body::wrap))?;
    let mut response = client.execute(request).await.map_err(failure)?;
    let mut answer = http::Response::new(());
    *answer.status_mut() = response.status();
    *answer.headers_mut() = std::mem::take(response.headers_mut());
    let is_stream = may_be_stream && answer.status().is_success();
    let body = Body::stream(stream::try_unfold(response, async |mut response| {
        let piece = response.chunk().await.map_err(failure)?;
        Ok(piece.map(|piece| (piece, response)))
    }));
    let body = if is_stream {
        body
    } else {
        body.collect(MAX_SIZE).await?.into()
    };
    Ok(answer.map(|()| body))
}

/// Says what kind of failure it was, by which the client decides whether it may send the request again. The URL is removed: its path and
/// query may contain ids, and the error may be logged.
fn failure(error: reqwest::Error) -> TransportError {
    let kind = if error.is_timeout() {
        io::ErrorKind::TimedOut
    } else if error.is_connect() {
        io::ErrorKind::ConnectionRefused // nothing was sent
    } else {
        io::ErrorKind::Other
    };
    io::Error::new(kind, error.without_url()).into()
}

#[graph_resource(path = "/users")]
#[derive(Debug)]
struct User {
    #[graph(key)]
    id: String,
    display_name: Option<String>,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let emulator = Emulator::builder().serve::<User>().start()?;
    let id = emulator.insert("/users", json!({ "displayName": "Megan" }))?;

    let client = Client::builder()
        .base_url(emulator.url())
        .token("any")
        .transport(OwnTransport::new()?)
        .build()?;
    let updated = User::update(&id)
        .display_name("Megan Bowen")
        .send(&client)
        .await?;
    let user = User::get(&id).send(&client).await?;
    println!("{updated:?}, {:?}", user.display_name);
    assert_eq!(user.display_name.as_deref(), Some("Megan Bowen"));
    Ok(())
}
