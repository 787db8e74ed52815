use http::{Request, StatusCode};

/// What an exchange does that no other does. It is among the extensions of the request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ExchangeKind {
    /// The answer is content, or refers to another origin where that is, which is asked once, without the token.
    Content,
    /// The same for content that is read as a stream.
    StreamedContent,
    /// The service has given out the URL, whose secret replaces the token. It is asked without a token, and without the headers of the client.
    #[cfg(feature = "upload")]
    WithoutToken,
    /// The same for the monitor of an operation, which must be at a host that the client trusts. `303` says that the operation has ended.
    #[cfg(feature = "retry")]
    Monitor,
}

impl ExchangeKind {
    /// Returns whether the content can be at another origin.
    pub(crate) fn is_of_content<B>(request: &Request<B>) -> bool {
        matches!(
            Self::of(request),
            Some(Self::Content | Self::StreamedContent)
        )
    }

    /// Returns whether the request is sent without a token.
    pub(crate) fn is_without_token<B>(request: &Request<B>) -> bool {
        Self::of(request).is_some() && !Self::is_of_content(request)
    }

    /// Returns whether the request is for the monitor of an operation.
    #[cfg(feature = "retry")]
    pub(crate) fn is_of_monitor<B>(request: &Request<B>) -> bool {
        Self::of(request) == Some(Self::Monitor)
    }

    #[cfg(not(feature = "retry"))]
    pub(crate) const fn is_of_monitor<B>(_: &Request<B>) -> bool {
        false
    }

    fn of<B>(request: &Request<B>) -> Option<Self> {
        request.extensions().get().copied()
    }
}

/// An extension of a request to which `304` is an answer, and no error.
#[derive(Debug, Clone, Copy)]
pub(crate) struct MayBeUnchanged;

/// Returns whether a response of this status is an answer to the request, and no error.
pub(crate) fn is_answer<B>(request: &Request<B>, status: StatusCode) -> bool {
    match status {
        StatusCode::NOT_MODIFIED => request.extensions().get::<MayBeUnchanged>().is_some(),
        StatusCode::SEE_OTHER => ExchangeKind::is_of_monitor(request),
        status => status.is_success(),
    }
}
