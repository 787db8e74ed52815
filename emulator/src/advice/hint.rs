use std::fmt;

use http::Method;

/// A hint at what a client could do better, from [`Emulator::advice`](crate::Emulator::advice).
///
/// Its [`Display`](fmt::Display) is one line: the request, what is wrong with it, and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Advice {
    pub(super) kind: AdviceKind,
    pub(super) method: Method,
    pub(super) path: String,
}

/// The kinds of [`Advice`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum AdviceKind {
    /// A read without `$select` gets the default properties: more than it needs, and perhaps not the one that it needs ("Use query parameters
    /// to customize responses").
    NoSelect,
    /// The `$skiptoken` or `$deltatoken` of a request is from no link of the service ("Paging Microsoft Graph data in your app").
    InventedToken,
    /// A request was repeated before the time in `Retry-After` ("Microsoft Graph throttling guidance").
    EarlyRetry,
    /// A write without `If-Match` was rejected, because the type needs it.
    NoIfMatch,
    /// No request has followed the link to the next page, although the first one did not limit the number of items with `$top`.
    UnreadPages,
    /// Many items were read one by one, which a list, `$expand` or `$batch` reads at once.
    ManyReads,
}

impl AdviceKind {
    const fn text(self) -> &'static str {
        match self {
            Self::NoSelect => "is without `$select`: name the properties that are needed",
            Self::InventedToken => {
                "has a token from no link of the service: follow `@odata.nextLink` and `@odata.deltaLink` as they are"
            }
            Self::EarlyRetry => "was sent before the time in `Retry-After`: wait for it",
            Self::NoIfMatch => "is without `If-Match`: send the entity tag of the item",
            Self::UnreadPages => {
                "has a next page that was not read: follow `@odata.nextLink` to the end, or limit the list with `$top`"
            }
            Self::ManyReads => {
                "is one of many reads of its kind: read the items with a list, `$expand` or `$batch`"
            }
        }
    }
}

impl Advice {
    /// Returns what could be better.
    pub const fn kind(&self) -> AdviceKind {
        self.kind
    }

    /// Returns the method of the first request that the hint is about.
    pub const fn method(&self) -> &Method {
        &self.method
    }

    /// Returns the path of the first request that the hint is about, with the version and without the query.
    pub fn path(&self) -> &str {
        &self.path
    }
}

impl fmt::Display for Advice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} {}", self.method, self.path, self.kind.text())
    }
}
