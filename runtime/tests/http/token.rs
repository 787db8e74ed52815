use std::sync::atomic::{AtomicUsize, Ordering};

use graph_resource::{AccessToken, ErrorKind, TokenRequest};

use crate::common::{Probe, answer};
use crate::server::Server;

const SECRET: &str = "hunter2";

#[tokio::test]
async fn the_token_the_body_and_the_user_agent_arrive() {
    let server = Server::answering(answer(204, "")).await;
    let client = server.client().token(SECRET).build().unwrap();
    client.send(&Probe::patch()).await.unwrap();

    let [request] = <[_; 1]>::try_from(server.received()).unwrap();
    assert_eq!(request.method(), "PATCH");
    assert_eq!(request.uri(), "/v1.0/probes/4711");
    assert_eq!(request.headers()["authorization"], "Bearer hunter2");
    let version = env!("CARGO_PKG_VERSION");
    let user_agent = format!("graph-resource/{version}");
    assert_eq!(request.headers()["user-agent"], user_agent);
    assert_eq!(request.headers()["content-type"], "application/json");
    assert_eq!(request.body(), r#"{"version":null}"#);
}

#[tokio::test]
async fn a_token_without_expiry_is_requested_for_every_request() {
    static ASKED: AtomicUsize = AtomicUsize::new(0);
    let server = Server::answering(answer(204, "")).await;
    let provider = |request: TokenRequest| async move {
        assert!(request.scope().starts_with("http://127.0.0.1:"));
        let number = ASKED.fetch_add(1, Ordering::Relaxed);
        Ok(AccessToken::new(format!("token-{number}")))
    };
    let client = server.client().token_provider(provider).build().unwrap();
    client.send(&Probe::get()).await.unwrap();
    client.send(&Probe::get()).await.unwrap();

    let tokens: Vec<_> = server
        .received()
        .iter()
        .map(|request| request.headers()["authorization"].clone())
        .collect();
    assert_eq!(tokens, ["Bearer token-0", "Bearer token-1"]);
}

#[tokio::test]
async fn a_client_without_a_token_can_send_to_loopback() {
    let server = Server::answering(answer(204, "")).await;
    let client = server.client().user_agent("mine/1").build().unwrap();
    client.send(&Probe::get()).await.unwrap();

    let [request] = <[_; 1]>::try_from(server.received()).unwrap();
    assert!(!request.headers().contains_key("authorization"));
    assert_eq!(request.headers()["user-agent"], "mine/1");
}

#[tokio::test]
async fn no_output_contains_the_token() {
    let server = Server::answering(answer(401, SECRET)).await;
    let builder = server.client().token(SECRET);
    let builder_output = format!("{builder:?}");
    let client = builder.build().unwrap();
    let sending = client.send(&Probe::get());
    let pending_output = format!("{client:?} {sending:?}");
    let refused = sending.await.unwrap_err();
    assert!(refused.is_unauthorized());

    let closing = Server::raw(b"").await;
    let client = closing.client().token(SECRET).build().unwrap();
    let unanswered = client.send(&Probe::get()).await.unwrap_err();
    assert_eq!(unanswered.kind(), ErrorKind::Transport);

    let failed = [refused, unanswered].map(|error| format!("{error} {error:?} {error:#?}"));
    for output in [builder_output, pending_output].iter().chain(&failed) {
        assert!(!output.contains(SECRET), "{output}");
    }
}
