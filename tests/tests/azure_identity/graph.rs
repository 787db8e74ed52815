//! A Graph that is a closure, since only the token matters here.

use std::sync::{Arc, Mutex};

use azure_core::credentials::TokenCredential;
use bytes::Bytes;
use graph_resource::{Body, Client, Cloud, graph_resource};

#[graph_resource(path = "/me")]
#[derive(Debug)]
pub(crate) struct Me {
    pub(crate) id: String,
}

/// Accepts every token except those that it is told to refuse.
#[derive(Clone, Default)]
pub(crate) struct Graph {
    tokens: Arc<Mutex<Vec<String>>>,
    revoked: &'static str,
}

impl Graph {
    pub(crate) fn that_revoked(revoked: &'static str) -> Self {
        Self {
            revoked,
            ..Self::default()
        }
    }

    pub(crate) fn client(&self, credential: Arc<dyn TokenCredential>) -> Client {
        let graph = self.clone();
        let transport = move |request: http::Request<Body>| {
            let response = graph.answer(&request);
            async { Ok(response) }
        };
        let builder = Client::builder().cloud(Cloud::China).transport(transport);
        builder.azure_credential(credential).build().unwrap()
    }

    fn answer(&self, request: &http::Request<Body>) -> http::Response<Bytes> {
        let header = &request.headers()["authorization"];
        assert!(header.is_sensitive());
        let token = header.to_str().unwrap().strip_prefix("Bearer ").unwrap();
        self.tokens.lock().unwrap().push(token.to_owned());
        let response = http::Response::builder();
        if token == self.revoked {
            // `{"a":1}`
            let challenge = r#"Bearer error="insufficient_claims", claims="eyJhIjoxfQ==""#;
            let response = response.status(401).header("www-authenticate", challenge);
            response.body(Bytes::new()).unwrap()
        } else {
            response.body(Bytes::from(r#"{"id":"1"}"#)).unwrap()
        }
    }

    /// The tokens that came.
    pub(crate) fn tokens(&self) -> Vec<String> {
        self.tokens.lock().unwrap().clone()
    }
}
