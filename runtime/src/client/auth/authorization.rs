use http::HeaderValue;

/// The token of one request.
pub(in crate::client) struct Authorization {
    pub(super) header: HeaderValue,
    pub(super) stage: ChallengeStage,
}

/// The progress of a request in answering claims challenges. It is limited, so that no service can keep a request going.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum ChallengeStage {
    /// The request has the current token.
    Initial,
    /// The request was challenged, and has a token that another request has obtained since.
    Successor,
    /// The request was challenged, and has a token with the demanded claims. Another refusal is the answer.
    Final,
}

impl Authorization {
    /// Creates the authorization of a request that was not challenged.
    pub(super) const fn initial(header: HeaderValue) -> Self {
        Self {
            header,
            stage: ChallengeStage::Initial,
        }
    }

    /// Returns the value of `Authorization`, which is marked as sensitive.
    pub(in crate::client) const fn header(&self) -> &HeaderValue {
        &self.header
    }
}
