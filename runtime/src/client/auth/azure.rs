use std::sync::Arc;
use std::time::{Duration, SystemTime};

use azure_core::credentials::{self, TokenCredential};

use super::token::{AccessToken, TokenError, TokenProvider, TokenRequest};
use crate::transport::BoxFuture;

/// A token provider that asks a credential of `azure_core`, which cannot be given claims.
pub(super) struct AzureCredential(pub(super) Arc<dyn TokenCredential>);

impl TokenProvider for AzureCredential {
    fn token(&self, request: TokenRequest) -> BoxFuture<'_, Result<AccessToken, TokenError>> {
        Box::pin(async move {
            let token = self.0.get_token(&[request.scope()], None).await?;
            Ok(convert(&token))
        })
    }
}

fn convert(token: &credentials::AccessToken) -> AccessToken {
    let access_token = AccessToken::new(token.token.secret());
    let expires_on = u64::try_from(token.expires_on.unix_timestamp())
        .ok()
        .and_then(|seconds| SystemTime::UNIX_EPOCH.checked_add(Duration::from_secs(seconds)));
    match expires_on {
        Some(time) => access_token.with_expires_on(time),
        None => access_token,
    }
}
