use http::Uri;

use super::progress::Progress;
use crate::endpoint::{ApiVersion, Endpoint, origin};
use crate::error::{Error, ErrorKind};

/// The links that a request follows instead of its address. They are opaque, and followed only within the origin.
#[derive(Clone, PartialEq, Default)]
pub(super) struct Links {
    /// The link that replaces the address.
    start: Option<String>,
    /// The link to a later page.
    next: Option<String>,
    progress: Progress,
}

impl Links {
    pub(super) fn to(link: String) -> Self {
        Self {
            start: Some(link),
            next: None,
            progress: Progress::default(),
        }
    }

    /// Adds the link to the next page. A relative one is resolved against the first page, because all pages share its path.
    pub(super) fn and_next(mut self, link: &str) -> Self {
        let current = self.next.as_deref().or(self.start.as_deref());
        self.progress.advance(current, link);
        self.next = Some(link.to_owned());
        self
    }

    /// Returns the links without their query options.
    pub(super) fn without_query(&self) -> Self {
        let path = |link: &String| link.split(['?', '#']).next().unwrap_or_default().to_owned();
        Self {
            start: self.start.as_ref().map(path),
            next: self.next.as_ref().map(path),
            progress: Progress::default(),
        }
    }

    /// Iterates over the query options of the links.
    pub(super) fn query_options(&self) -> impl Iterator<Item = &str> {
        let links = self.start.iter().chain(&self.next);
        let queries = links.filter_map(|link| Some(link.split_once('?')?.1));
        queries.flat_map(|query| query.split('&'))
    }

    /// Returns the URL, with `query` after the options of the link.
    pub(super) fn resolve(
        &self,
        endpoint: &Endpoint,
        version: Option<ApiVersion>,
        path: &str,
        query: &[&str],
    ) -> Result<Uri, Error> {
        if self.progress.is_repeated() {
            return Err(repeated_link());
        }
        let root = endpoint.uri(version, "/", &[])?;
        let root_path = root.path().trim_end_matches('/');
        let mut url = match &self.start {
            None => endpoint.uri(version, path, &[])?,
            Some(link) => origin::resolve(&root, root_path, link)?,
        };
        if let Some(link) = &self.next {
            url = origin::resolve(&url, root_path, link)?;
        }
        let mut options = query.iter().filter(|options| !options.is_empty());
        options.try_fold(url, |url, options| origin::add_query(url, options))
    }
}

#[cold]
fn repeated_link() -> Error {
    Error::new(
        ErrorKind::InvalidRequest,
        "the link to the next page leads to a page that was read already: the service would repeat its pages for ever",
    )
}
