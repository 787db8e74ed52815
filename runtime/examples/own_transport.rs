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

use graph_resource::bytes::{Bytes, BytesMut};
use graph_resource::{BoxFuture, Client, Transport, TransportError, graph_resource, http};
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
        request: http::Request<Bytes>,
    ) -> BoxFuture<'static, Result<http::Response<Bytes>, TransportError>> {
        let client = self.0.clone();
        Box::pin(exchange(client, request))
    }
}

/// Sends a request, and reads the whole answer.
async fn exchange(
    client: reqwest::Client,
    request: http::Request<Bytes>,
) -> Result<http::Response<Bytes>, TransportError> {
    let request = reqwest::Request::try_from(request)?;
    let mut response = client.execute(request).await.map_err(failure)?;
    let mut answer = http::Response::new(());
    *answer.status_mut() = response.status();
    *answer.headers_mut() = std::mem::take(response.headers_mut());
    let mut body = BytesMut::new();
    while let Some(piece) = response.chunk().await.map_err(failure)? {
        if body.len() + piece.len() > MAX_SIZE {
            return Err("the answer is too large".into());
        }
        body.extend_from_slice(&piece);
    }
    Ok(answer.map(|()| body.freeze()))
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
