//! An identity platform on loopback, and a token provider that uses it.

use std::error::Error;

use bytes::Bytes;
use graph_resource::{AccessToken, TokenProvider, TokenRequest};
use http_body_util::{BodyExt, Full};
use hyper_util::rt::TokioIo;
use serde_json::Value;
use std::time::{Duration, SystemTime};
use tokio::net::TcpStream;

use crate::common::answer;
use crate::server::Server;

/// A server that issues `token-1`, `token-2` and so on, each for an hour.
pub(crate) struct Identity(Server);

impl Identity {
    pub(crate) async fn start() -> Self {
        let server = Server::start(|number| async move {
            answer(
                200,
                format!(
                    r#"{{"token_type":"Bearer","expires_in":3600,"access_token":"token-{number}"}}"#
                ),
            )
        });
        Self(server.await)
    }

    /// Starts a server that issues no tokens.
    pub(crate) async fn refusing() -> Self {
        Self(Server::answering(answer(400, r#"{"error":"invalid_client"}"#)).await)
    }

    pub(crate) fn provider(&self) -> impl TokenProvider + use<> {
        let url = self.0.url();
        move |request: TokenRequest| ask(url.clone(), request)
    }

    /// Returns the scope and the claims of each request to the server.
    pub(crate) fn asked(&self) -> Vec<Value> {
        let requests = self.0.received();
        requests
            .iter()
            .map(|request| serde_json::from_slice(request.body()).unwrap())
            .collect()
    }
}

async fn ask(
    url: String,
    request: TokenRequest,
) -> Result<AccessToken, Box<dyn Error + Send + Sync>> {
    let body = serde_json::json!({ "scope": request.scope(), "claims": request.claims() });
    let stream = TcpStream::connect(url.trim_start_matches("http://")).await?;
    let (mut sender, connection) =
        hyper::client::conn::http1::handshake(TokioIo::new(stream)).await?;
    tokio::spawn(connection);
    let request = http::Request::post("/tenant/oauth2/v2.0/token")
        .header("host", "localhost")
        .body(Full::new(Bytes::from(body.to_string())))?;
    let answer = sender.send_request(request).await?;
    let answer: Value = serde_json::from_slice(&answer.into_body().collect().await?.to_bytes())?;
    let token = answer["access_token"]
        .as_str()
        .ok_or_else(|| answer["error"].to_string())?;
    let lifetime = Duration::from_secs(answer["expires_in"].as_u64().ok_or("no lifetime")?);
    Ok(AccessToken::new(token).with_expires_on(SystemTime::now() + lifetime))
}
