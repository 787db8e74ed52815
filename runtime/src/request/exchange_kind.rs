/// What an exchange does that no other does. It is among the extensions of the request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ExchangeKind {
    /// The answer is content, or refers to another origin where that is, which is asked once, without the token.
    Content,
    /// The same for content that is read as a stream.
    StreamedContent,
    /// The service has given out the URL, whose secret replaces the token. It is asked without a token, and without the headers of the client.
    #[cfg(feature = "retry")]
    WithoutToken,
}

impl ExchangeKind {
    /// Returns whether the content can be at another origin.
    pub(crate) fn is_of_content<B>(request: &http::Request<B>) -> bool {
        matches!(
            Self::of(request),
            Some(Self::Content | Self::StreamedContent)
        )
    }

    /// Returns whether the request is sent without a token.
    pub(crate) fn is_without_token<B>(request: &http::Request<B>) -> bool {
        Self::of(request).is_some() && !Self::is_of_content(request)
    }

    fn of<B>(request: &http::Request<B>) -> Option<Self> {
        request.extensions().get().copied()
    }
}
