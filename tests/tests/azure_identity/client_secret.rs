use std::error::Error as _;
use std::sync::Arc;

use azure_core::credentials::TokenCredential;
use azure_identity::{ClientSecretCredential, ClientSecretCredentialOptions};
use graph_resource::ErrorKind;

use crate::graph::{Graph, Me};
use crate::identity::Identity;

fn credential(identity: &Identity, secret: &'static str) -> Arc<dyn TokenCredential> {
    let options = ClientSecretCredentialOptions {
        client_options: identity.client_options(),
    };
    ClientSecretCredential::new("contoso", "app".into(), secret.into(), Some(options)).unwrap()
}

#[tokio::test]
async fn a_client_secret_is_exchanged_for_one_token_for_many_requests() {
    let identity = Identity::start().await;
    let graph = Graph::default();
    let client = graph.client(credential(&identity, "hunter2"));
    let requests: Vec<_> = (0..20)
        .map(|_| tokio::spawn(Me::get().send(&client)))
        .collect();
    for request in requests {
        assert_eq!(request.await.unwrap().unwrap().id, "1");
    }
    assert_eq!(graph.tokens(), ["token-1"; 20]);
    assert_eq!(
        identity.asked(),
        [
            "/contoso/oauth2/v2.0/token?client_id=app&client_secret=hunter2&grant_type=client_credentials&scope=https%3A%2F%2Fmicrosoftgraph.chinacloudapi.cn%2F.default"
        ]
    );
}

#[tokio::test]
async fn the_error_has_the_message_of_the_identity_platform_as_its_source_and_not_the_secret() {
    let identity = Identity::start().await;
    let graph = Graph::default();
    let client = graph.client(credential(&identity, "hunter3"));
    let error = Me::get().send(&client).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Credential);
    assert_eq!(
        error.to_string(),
        "the token provider returned an error [GET /me]"
    );
    let source = error.source().unwrap();
    assert!(source.is::<azure_core::Error>());
    assert!(
        source
            .to_string()
            .contains("Invalid client secret provided")
    );
    assert!(!format!("{error:?} {client:?} {source}").contains("hunter3"));
    assert_eq!(graph.tokens(), [""; 0]);
}

#[tokio::test]
async fn a_credential_that_keeps_to_its_token_leaves_the_claims_to_the_application() {
    let identity = Identity::start().await;
    let graph = Graph::that_revoked("token-1");
    let client = graph.client(credential(&identity, "hunter2"));
    let error = Me::get().send(&client).await.unwrap_err();
    assert!(error.is_unauthorized());
    assert_eq!(error.claims().as_deref(), Some(r#"{"a":1}"#));
    assert_eq!(graph.tokens(), ["token-1"]);
}
