use bytes::Bytes;
use http::Method;
use http::header::{IF_MATCH, IF_NONE_MATCH};

use crate::request::Retry;

/// The effect of executing a request twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Idempotency {
    /// It has the same effect as executing the request once.
    Idempotent,
    /// It has another effect: a second item, or a refusal because the item has changed.
    NotIdempotent,
}

impl Idempotency {
    /// Determines the idempotency of a request of a policy, which can state it.
    pub(super) fn of_request(policy: &Retry, request: &http::Request<Bytes>) -> Self {
        if policy.is_idempotent {
            Self::Idempotent
        } else {
            Self::of(request)
        }
    }

    /// Determines the idempotency of a request from its method, its conditions (RFC 9110, section 9.2.2) and its body. A `PATCH` of Graph
    /// contains values, not differences, unless it adds to a relationship.
    pub(super) fn of(request: &http::Request<Bytes>) -> Self {
        let is_conditional = [IF_MATCH, IF_NONE_MATCH]
            .iter()
            .any(|name| request.headers().contains_key(name));
        match *request.method() {
            Method::GET | Method::HEAD | Method::OPTIONS | Method::DELETE => Self::Idempotent,
            Method::PUT if !is_conditional => Self::Idempotent,
            Method::PATCH if !is_conditional && !adds_references(request.body()) => {
                Self::Idempotent
            }
            _ => Self::NotIdempotent,
        }
    }
}

/// Returns whether a body has, at any depth, a list of references, which an update adds to a relationship ("OData JSON Format", Bind
/// Operation).
fn adds_references(body: &[u8]) -> bool {
    // A string value that contains this text has a backslash before the quotation mark.
    const BIND: &[u8] = b"@odata.bind\"";
    let mut names = body.windows(BIND.len()).enumerate();
    names.any(|(start, name)| {
        let after = body.get(start + BIND.len()..).unwrap_or_default();
        let value = after.trim_ascii_start().strip_prefix(b":");
        name == BIND && value.is_some_and(|value| value.trim_ascii_start().starts_with(b"["))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_of_references_is_found_at_any_depth() {
        for body in [
            r#"{"members@odata.bind":["https://graph.microsoft.com/v1.0/users/1"]}"#,
            r#"{"a":[{"b":{"members@odata.bind" : [ "users/1" ]}}]}"#,
        ] {
            assert!(adds_references(body.as_bytes()), "{body}");
        }
    }

    #[test]
    fn one_reference_and_text_are_not_lists_of_references() {
        for body in [
            "",
            r#"{"manager@odata.bind":"https://graph.microsoft.com/v1.0/users/1"}"#,
            r#"{"manager@odata.bind":null,"tags":["a"]}"#,
            r#"{"note":"members@odata.bind\":[\"1\"]"}"#,
            r#"{"note":"members@odata.bind"}"#,
            r#""@odata.bind""#,
        ] {
            assert!(!adds_references(body.as_bytes()), "{body}");
        }
    }
}
