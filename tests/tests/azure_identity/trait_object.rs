use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use azure_core::credentials::{AccessToken, TokenCredential, TokenRequestOptions};
use azure_core::time::{Duration, OffsetDateTime};

use crate::graph::{Graph, Me};

/// A credential without a cache, whose tokens live for so many seconds.
#[derive(Debug)]
struct Fixed {
    seconds: i64,
    asked: AtomicUsize,
}

impl Fixed {
    fn living_for(seconds: i64) -> Arc<Self> {
        let asked = AtomicUsize::new(0);
        Arc::new(Self { seconds, asked })
    }
}

#[async_trait::async_trait]
impl TokenCredential for Fixed {
    async fn get_token(
        &self,
        scopes: &[&str],
        _: Option<TokenRequestOptions<'_>>,
    ) -> azure_core::Result<AccessToken> {
        assert_eq!(scopes, ["https://microsoftgraph.chinacloudapi.cn/.default"]);
        let number = self.asked.fetch_add(1, Ordering::Relaxed) + 1;
        let expires_on = OffsetDateTime::now_utc() + Duration::seconds(self.seconds);
        Ok(AccessToken::new(format!("token-{number}"), expires_on))
    }
}

#[tokio::test]
async fn its_token_is_kept_for_as_long_as_it_says() {
    for (seconds, tokens) in [
        (3600, ["token-1", "token-1", "token-1"]),
        (0, ["token-1", "token-2", "token-3"]),
        (-100_000_000_000, ["token-1", "token-2", "token-3"]),
    ] {
        let graph = Graph::default();
        let client = graph.client(Fixed::living_for(seconds));
        for _ in 0..3 {
            Me::get().send(&client).await.unwrap();
        }
        assert_eq!(graph.tokens(), tokens);
    }
}

#[tokio::test]
async fn a_challenge_is_answered_by_a_new_token_of_it() {
    let graph = Graph::that_revoked("token-1");
    let client = graph.client(Fixed::living_for(3600));
    Me::get().send(&client).await.unwrap();
    Me::get().send(&client).await.unwrap();
    assert_eq!(graph.tokens(), ["token-1", "token-2", "token-2"]);
}
