use http::Uri;

use crate::endpoint::{ApiVersion, Endpoint, origin};
use crate::error::Error;

/// The links that a request follows instead of its address. They are opaque, and followed only within the origin.
#[derive(Clone, PartialEq, Default)]
pub(super) struct Links {
    /// The link that replaces the address.
    start: Option<String>,
    /// The link to a later page.
    next: Option<String>,
}

impl Links {
    pub(super) const fn to(link: String) -> Self {
        Self {
            start: Some(link),
            next: None,
        }
    }

    /// Adds the link to the next page. A relative one is resolved against the first page, because all pages share its path.
    pub(super) fn and_next(mut self, link: &str) -> Self {
        self.next = Some(link.to_owned());
        self
    }

    /// Returns the links without their query options.
    pub(super) fn without_query(&self) -> Self {
        let path = |link: &String| link.split(['?', '#']).next().unwrap_or_default().to_owned();
        Self {
            start: self.start.as_ref().map(path),
            next: self.next.as_ref().map(path),
        }
    }

    /// Returns the URL, with `query` after the options of the link.
    pub(super) fn resolve(
        &self,
        endpoint: &Endpoint,
        version: Option<ApiVersion>,
        path: &str,
        query: &str,
    ) -> Result<Uri, Error> {
        let mut url = match &self.start {
            None => endpoint.uri(version, path, "")?,
            Some(link) => origin::resolve(&endpoint.uri(version, "/", "")?, link)?,
        };
        if let Some(link) = &self.next {
            url = origin::resolve(&url, link)?;
        }
        if query.is_empty() {
            return Ok(url);
        }
        let separator = if url.query().is_some() { '&' } else { '?' };
        origin::resolve(&url, &format!("{}{separator}{query}", path_and_query(&url)))
    }
}

fn path_and_query(url: &Uri) -> &str {
    url.path_and_query().map_or("/", |text| text.as_str())
}
