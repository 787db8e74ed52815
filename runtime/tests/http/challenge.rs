//! Tests that tokens of a provider are requested once, and replaced if the service demands it.

use std::error::Error as _;

use bytes::Bytes;
use graph_resource::{Client, ErrorKind};
use serde_json::json;

use crate::common::{Probe, answer};
use crate::identity::Identity;
use crate::server::Server;

/// `{"access_token":{"nbf":{"essential":true, "value":"1604106651"}}}`
const CLAIMS: &str =
    "eyJhY2Nlc3NfdG9rZW4iOnsibmJmIjp7ImVzc2VudGlhbCI6dHJ1ZSwgInZhbHVlIjoiMTYwNDEwNjY1MSJ9fX0=";
const CLAIMS_JSON: &str = r#"{"access_token":{"nbf":{"essential":true, "value":"1604106651"}}}"#;

fn challenge(authorization_uri: &str) -> http::Response<Bytes> {
    let value = format!(
        r#"Bearer realm="", authorization_uri="{authorization_uri}", client_id="00000003-0000-0000-c000-000000000000", error="insufficient_claims", claims="{CLAIMS}""#
    );
    let mut response = answer(
        401,
        r#"{"error":{"code":"InvalidAuthenticationToken","message":"Revoked."}}"#,
    );
    response
        .headers_mut()
        .insert("www-authenticate", value.parse().unwrap());
    response
}

/// Starts a service that has revoked `token-1`.
async fn revoking_server() -> Server {
    Server::deciding(|_, request: http::Request<Bytes>| async move {
        if request.headers()["authorization"] == "Bearer token-1" {
            challenge("https://login.microsoftonline.com/common/oauth2/authorize")
        } else {
            answer(204, "")
        }
    })
    .await
}

fn tokens(server: &Server) -> Vec<String> {
    let requests = server.received();
    let headers = requests
        .iter()
        .map(|request| request.headers()["authorization"].to_str());
    headers.map(|header| header.unwrap().to_owned()).collect()
}

async fn send_concurrently(client: &Client, count: usize) -> Result<(), graph_resource::Error> {
    let requests: Vec<_> = (0..count)
        .map(|_| tokio::spawn(client.send(&Probe::patch())))
        .collect();
    for request in requests {
        request.await.unwrap()?;
    }
    Ok(())
}

#[tokio::test]
async fn many_requests_share_one_token() {
    let identity = Identity::start().await;
    let server = Server::answering(answer(204, "")).await;
    let client = server
        .client()
        .token_provider(identity.provider())
        .build()
        .unwrap();
    send_concurrently(&client, 50).await.unwrap();
    send_concurrently(&client, 50).await.unwrap();

    let scope = format!("{}/.default", server.url());
    assert_eq!(
        identity.asked(),
        [json!({ "scope": scope, "claims": null })]
    );
    assert_eq!(tokens(&server), ["Bearer token-1"; 100]);
}

#[tokio::test]
async fn a_challenge_is_answered_and_the_request_is_repeated_unchanged() {
    let identity = Identity::start().await;
    let server = revoking_server().await;
    let client = server
        .client()
        .token_provider(identity.provider())
        .build()
        .unwrap();
    client.send(&Probe::patch()).await.unwrap();
    client.send(&Probe::get()).await.unwrap();

    let scope = format!("{}/.default", server.url());
    assert_eq!(
        identity.asked(),
        [
            json!({ "scope": scope, "claims": null }),
            json!({ "scope": scope, "claims": CLAIMS_JSON }),
        ]
    );
    assert_eq!(
        tokens(&server),
        ["Bearer token-1", "Bearer token-2", "Bearer token-2"]
    );
    let [refused, repeated, _] = <[_; 3]>::try_from(server.received()).unwrap();
    assert_eq!(refused.method(), repeated.method());
    assert_eq!(refused.uri(), repeated.uri());
    assert_eq!(refused.body(), repeated.body());
    for (name, value) in refused.headers() {
        if name != "authorization" {
            assert_eq!(repeated.headers().get(name), Some(value), "{name}");
        }
    }
    assert_eq!(refused.headers().len(), repeated.headers().len());
}

#[tokio::test]
async fn a_challenge_to_many_requests_is_answered_by_one_token() {
    let identity = Identity::start().await;
    let server = revoking_server().await;
    let client = server
        .client()
        .token_provider(identity.provider())
        .build()
        .unwrap();
    send_concurrently(&client, 100).await.unwrap();
    assert_eq!(identity.asked().len(), 2);
}

#[tokio::test]
async fn a_repeated_challenge_is_returned_as_an_error() {
    let identity = Identity::start().await;
    let server = Server::answering(challenge("https://login.microsoftonline.com/")).await;
    let client = server
        .client()
        .token_provider(identity.provider())
        .build()
        .unwrap();
    let error = client.send(&Probe::patch()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Service);
    assert_eq!(error.code(), Some("InvalidAuthenticationToken"));
    assert_eq!(error.claims().as_deref(), Some(CLAIMS_JSON));
    assert_eq!(tokens(&server), ["Bearer token-1", "Bearer token-2"]);
}

#[tokio::test]
async fn with_a_fixed_token_the_claims_are_left_to_the_application() {
    let server = Server::answering(challenge("https://login.microsoftonline.com/")).await;
    let client = server.client().token("token-1").build().unwrap();
    let error = client.send(&Probe::patch()).await.unwrap_err();
    assert!(error.is_unauthorized());
    assert_eq!(error.claims().as_deref(), Some(CLAIMS_JSON));
    assert_eq!(server.received().len(), 1);
}

#[tokio::test]
async fn a_401_without_claims_is_an_error_and_the_next_request_has_another_token() {
    let identity = Identity::start().await;
    let server = Server::answering(answer(401, "")).await;
    let client = server
        .client()
        .token_provider(identity.provider())
        .build()
        .unwrap();
    for _ in 0..2 {
        let error = client.send(&Probe::get()).await.unwrap_err();
        assert!(error.is_unauthorized());
        assert_eq!(error.claims(), None);
    }
    assert_eq!(tokens(&server), ["Bearer token-1", "Bearer token-2"]);
}

#[tokio::test]
async fn nothing_is_sent_if_the_identity_platform_refuses_a_token() {
    let identity = Identity::refusing().await;
    let server = Server::answering(answer(204, "")).await;
    let client = server
        .client()
        .token_provider(identity.provider())
        .build()
        .unwrap();
    let error = client.send(&Probe::get()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Credential);
    assert_eq!(error.source().unwrap().to_string(), r#""invalid_client""#);
    assert!(server.received().is_empty());
}

#[tokio::test]
async fn a_challenge_does_not_send_the_token_to_its_authorization_uri() {
    let identity = Identity::start().await;
    let elsewhere = Server::answering(answer(204, "")).await;
    let server = Server::answering(challenge(&elsewhere.url())).await;
    let client = server
        .client()
        .token_provider(identity.provider())
        .build()
        .unwrap();
    client.send(&Probe::patch()).await.unwrap_err();
    assert!(elsewhere.received().is_empty());
    let asked = identity.asked();
    assert!(
        asked
            .iter()
            .all(|asked| !asked.to_string().contains("token-"))
    );
}

#[tokio::test]
async fn a_request_to_another_origin_is_refused_before_a_token_is_requested() {
    let identity = Identity::start().await;
    let server = Server::answering(answer(204, "")).await;
    let elsewhere = Server::answering(answer(204, "")).await;
    let client = server
        .client()
        .token_provider(identity.provider())
        .build()
        .unwrap();
    let request = Probe {
        origin: Some(elsewhere.url()),
        ..Probe::get()
    };
    client.send(&request).await.unwrap_err();
    assert!(elsewhere.received().is_empty());
    assert!(identity.asked().is_empty());
}
