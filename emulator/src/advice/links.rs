//! The links of answers, and the tokens in them.

use http::Uri;
use serde_json::Value;

use crate::log::RecordedRequest;
use crate::odata::names;
use crate::odata::query::{DELTA_TOKEN, SKIP_TOKEN, option};

/// A token, with the path that it belongs to.
#[derive(Debug, PartialEq, Eq, Hash)]
pub(super) struct Token {
    path: String,
    value: String,
}

/// The links of an answer.
pub(super) struct Links {
    pub(super) next: Option<Token>,
    pub(super) delta: Option<Token>,
}

impl Links {
    /// Returns the links of the answer, unless a fault kept it from the client.
    pub(super) fn of(request: &RecordedRequest) -> Self {
        let body = request.response().body();
        let is_answer = request.response().status().is_success() && request.fault().is_none();
        let body = is_answer.then(|| serde_json::from_slice::<Value>(body).ok());
        let body = body.flatten().unwrap_or_default();
        let token = |name: &str| Token::of(&body.get(name)?.as_str()?.parse().ok()?);
        Self {
            next: token(names::NEXT_LINK),
            delta: token(names::DELTA_LINK),
        }
    }
}

impl Token {
    /// Returns the token of a URL that continues a list or its changes.
    pub(super) fn of(url: &Uri) -> Option<Self> {
        let query = url.query()?;
        let value = option(query, SKIP_TOKEN).or_else(|| option(query, DELTA_TOKEN))?;
        Some(Self {
            path: url.path().to_owned(),
            value,
        })
    }

    /// Returns whether a client may invent the token: the one for the state of now ("Use delta query to track changes").
    pub(super) fn is_latest(&self) -> bool {
        self.value == "latest"
    }
}
