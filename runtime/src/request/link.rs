use http::Uri;

use crate::{ApiVersion, Endpoint, Error, origin};

/// Where a request goes instead of its address: links of answers, which are opaque, and followed only within the origin.
#[derive(Clone, PartialEq, Default)]
pub(super) struct Links {
    /// In the place of the address.
    start: Option<String>,
    /// To a page behind that.
    next: Option<String>,
}

impl Links {
    pub(super) const fn to(link: String) -> Self {
        Self {
            start: Some(link),
            next: None,
        }
    }

    /// A relative link is seen from where the pages began: all of them are at that path.
    pub(super) fn and_next(mut self, link: &str) -> Self {
        self.next = Some(link.to_owned());
        self
    }

    /// The same places, without the options by which something was read there.
    pub(super) fn without_query(&self) -> Self {
        let path = |link: &String| link.split(['?', '#']).next().unwrap_or_default().to_owned();
        Self {
            start: self.start.as_ref().map(path),
            next: self.next.as_ref().map(path),
        }
    }

    /// The URL, with the options that were added to the link's own.
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
