use std::fmt;

/// A version of Microsoft Graph.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum ApiVersion {
    /// `v1.0`: generally available, for applications in production.
    #[default]
    V1,
    /// `beta`: in preview, and subject to change.
    Beta,
    /// None: paths are directly below the base URL, as in an OData service other than Microsoft Graph. Of a client or an endpoint, it also
    /// overrides the versions that resources declare.
    ///
    /// ```
    /// use graph_resource::{ApiVersion, Endpoint, graph_resource};
    ///
    /// #[graph_resource(path = "/Books", odata_type = "CatalogService.Books", emit_type = "never", operations(list))]
    /// struct Book {
    ///     #[graph(key, rename = "ID")]
    ///     id: i32,
    ///     title: Option<String>,
    /// }
    ///
    /// let service = Endpoint::parse("http://localhost:4004/odata/v4/catalog")?;
    /// let request = Book::list().to_http_request(&service.with_version(ApiVersion::None))?;
    /// assert_eq!(request.uri().path(), "/odata/v4/catalog/Books");
    /// # Ok::<(), graph_resource::Error>(())
    /// ```
    None,
}

impl ApiVersion {
    /// Returns the version as a path segment, which is empty if there is none.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::V1 => "v1.0",
            Self::Beta => "beta",
            Self::None => "",
        }
    }
}

impl fmt::Display for ApiVersion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Returns whether a segment of a path is a version of Microsoft Graph, such as `v1.0`, `v2.0` or `beta`, in any letter case.
pub(crate) fn is_version(segment: &str) -> bool {
    let is_number = |number: &str| {
        number.starts_with(|first: char| first.is_ascii_digit())
            && number.chars().all(|c| c.is_ascii_digit() || c == '.')
    };
    segment.eq_ignore_ascii_case(ApiVersion::Beta.as_str())
        || segment.strip_prefix(['v', 'V']).is_some_and(is_number)
}
