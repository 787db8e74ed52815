use std::sync::Arc;

use http::header::{Entry, IF_MATCH, IF_NONE_MATCH};
use http::{HeaderMap, HeaderName, HeaderValue};

use crate::error::{Error, ErrorKind};
use crate::odata::names::{CLIENT_REQUEST_ID, PREFER};
use crate::request::valid_header;

/// The headers and preferences that a client adds to each request, or what is wrong with them.
///
/// The setters of a client never fail, so a mistake is reported by each request instead.
#[derive(Clone, Default)]
pub(super) struct DefaultHeaders(Option<Arc<Set>>);

#[derive(Clone, Default)]
struct Set {
    headers: HeaderMap,
    problems: Vec<String>,
}

impl DefaultHeaders {
    /// Adds a preference, or sets a header in place of an earlier one.
    pub(super) fn with(&self, name: &str, value: &str) -> Self {
        let mut set = self.0.as_deref().cloned().unwrap_or_default();
        match header(name, value) {
            Ok((name, value)) if name == PREFER => add_preference(&mut set.headers, value),
            Ok((name, value)) => {
                set.headers.insert(name, value);
            }
            Err(problem) => set.problems.push(problem),
        }
        Self(Some(Arc::new(set)))
    }

    /// Adds the headers to those of a request, which take precedence. Preferences are added to those of the request: of two that contradict
    /// each other, the first counts (RFC 7240, section 2).
    pub(super) fn add_to(&self, headers: &mut HeaderMap) -> Result<(), Error> {
        let Some(set) = &self.0 else {
            return Ok(());
        };
        if !set.problems.is_empty() {
            return Err(Error::new(
                ErrorKind::InvalidRequest,
                set.problems.join("; "),
            ));
        }
        for (name, value) in &set.headers {
            match headers.entry(name) {
                Entry::Vacant(entry) => {
                    entry.insert(value.clone());
                }
                Entry::Occupied(mut entry) if name == PREFER => entry.append(value.clone()),
                Entry::Occupied(_) => {}
            }
        }
        Ok(())
    }
}

/// Adds a preference to those before it, in one value, so that no header of the client has several.
fn add_preference(headers: &mut HeaderMap, preference: HeaderValue) {
    let Some(earlier) = headers.get(PREFER) else {
        headers.insert(PREFER, preference);
        return;
    };
    let both = [earlier.as_bytes(), preference.as_bytes()].join(&b", "[..]);
    if let Ok(both) = HeaderValue::from_bytes(&both) {
        headers.insert(PREFER, both);
    }
}

/// Validates a header that is meant for all requests.
fn header(name: &str, value: &str) -> Result<(HeaderName, HeaderValue), String> {
    let (name, value) = valid_header(name, value)?;
    if [IF_MATCH, IF_NONE_MATCH].contains(&name) || name == CLIENT_REQUEST_ID {
        return Err(format!(
            "the header `{name}` belongs to one request, not to a client"
        ));
    }
    Ok((name, value))
}
