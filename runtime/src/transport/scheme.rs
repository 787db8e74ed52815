/// Returns whether the URL needs TLS.
pub(super) fn is_https(uri: &http::Uri) -> bool {
    uri.scheme() == Some(&http::uri::Scheme::HTTPS)
}
