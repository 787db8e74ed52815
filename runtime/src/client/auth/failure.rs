use std::error::Error as StdError;
use std::sync::Arc;

use crate::error::{Error, ErrorKind};

/// The reason why no token is available, which all requests that waited for it share.
#[derive(Clone)]
pub(super) struct TokenFailure {
    message: &'static str,
    source: Option<Arc<dyn StdError + Send + Sync>>,
}

impl TokenFailure {
    pub(super) const fn new(
        message: &'static str,
        source: Option<Arc<dyn StdError + Send + Sync>>,
    ) -> Self {
        Self { message, source }
    }
}

impl From<TokenFailure> for Error {
    fn from(failure: TokenFailure) -> Self {
        let error = Self::new(ErrorKind::Credential, failure.message);
        match failure.source {
            Some(source) => error.with_shared_source(source),
            None => error,
        }
    }
}
