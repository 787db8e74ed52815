use std::borrow::Cow;
use std::fmt;

use http::header::{
    ACCEPT, AUTHORIZATION, CONTENT_LENGTH, CONTENT_TYPE, HOST, IF_MATCH, TRANSFER_ENCODING,
};
use http::{HeaderMap, HeaderName, HeaderValue};

use crate::odata::names::CLIENT_REQUEST_ID;

/// The most headers of a request. Servers accept fewer, and a [`HeaderMap`] panics when it overflows.
const MAX_HEADERS: usize = 1000;

/// `Accept`, `Content-Type`, and the headers that client and transport add: `Authorization`, `User-Agent`, `client-request-id`, `Host`
/// and `Content-Length`.
const USUAL_HEADERS: usize = 7;

const JSON: HeaderValue = HeaderValue::from_static("application/json");

/// The headers that bind a request to a state of the item.
const CONDITIONS: [&str; 2] = ["if-match", "if-none-match"];

/// The headers of a request, unchecked. They are validated when the request is built.
#[derive(Clone, PartialEq, Default)]
pub(super) struct Headers(Vec<(Cow<'static, str>, Cow<'static, str>)>);

impl Headers {
    pub(super) const fn new() -> Self {
        Self(Vec::new())
    }

    pub(super) fn push(&mut self, name: Cow<'static, str>, value: Cow<'static, str>) {
        self.0.push((name, value));
    }

    /// Returns whether there is a header of this name.
    pub(super) fn contains(&self, name: &str) -> bool {
        self.0
            .iter()
            .any(|(each, _)| each.eq_ignore_ascii_case(name))
    }

    /// Binds the request to one state of the item, instead of an earlier condition.
    pub(super) fn set_condition(&mut self, name: &'static str, value: String) {
        let is_condition = |name: &str| {
            CONDITIONS
                .iter()
                .any(|known| name.eq_ignore_ascii_case(known))
        };
        self.0.retain(|(name, _)| !is_condition(name));
        self.push(Cow::Borrowed(name), Cow::Owned(value));
    }

    /// Builds the header map. Headers that cannot be sent are added to `problems`.
    pub(super) fn to_map(&self, has_body: bool, problems: &mut Vec<String>) -> HeaderMap {
        if let Some(problem) = too_many(self.0.len()) {
            problems.push(problem);
            return HeaderMap::new();
        }
        let mut headers = HeaderMap::with_capacity(self.0.len() + USUAL_HEADERS);
        headers.insert(ACCEPT, JSON);
        if has_body {
            headers.insert(CONTENT_TYPE, JSON);
        }
        for (name, value) in &self.0 {
            match valid(name, value) {
                Ok((name, value)) if is_single(&name) => {
                    headers.insert(name, value);
                }
                Ok((name, value)) => {
                    headers.append(name, value);
                }
                Err(problem) => problems.push(problem),
            }
        }
        headers
    }
}

/// Shows only the names, because values can be secrets.
impl fmt::Debug for Headers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list()
            .entries(self.0.iter().map(|(name, _)| name))
            .finish()
    }
}

/// Returns the problem with the number of headers of a request, if there is one.
pub(crate) fn too_many(count: usize) -> Option<String> {
    (count > MAX_HEADERS)
        .then(|| format!("the request has {count} headers: no more than {MAX_HEADERS} can be sent"))
}

/// Returns whether the header has one value, of which the last counts.
fn is_single(name: &HeaderName) -> bool {
    [ACCEPT, CONTENT_TYPE, CLIENT_REQUEST_ID].contains(name)
}

/// Validates a header. Messages do not repeat its value, which can be a secret.
pub(crate) fn valid(name: &str, value: &str) -> Result<(HeaderName, HeaderValue), String> {
    let header_name = HeaderName::try_from(name)
        .map_err(|_| format!("`{}` is not the name of a header", name.escape_debug()))?;
    if [AUTHORIZATION, CONTENT_LENGTH, HOST, TRANSFER_ENCODING].contains(&header_name) {
        return Err(format!(
            "the header `{header_name}` is set by the client itself"
        ));
    }
    if header_name == IF_MATCH && value.is_empty() {
        return Err(
            "there is no etag for `if-match`, without which the request could overwrite what another has changed"
                .to_owned(),
        );
    }
    let header_value = HeaderValue::try_from(value).map_err(|_| {
        format!("the value of the header `{header_name}` has characters that cannot be sent")
    })?;
    Ok((header_name, header_value))
}
