//! Error objects in answers with a status of success.

use bytes::Bytes;

use crate::edm::EdmType;
use crate::encoding::without_bom;
use crate::error::Error;

/// Returns the error of an answer whose whole body is an error object, unless the expected type has a property `error` itself.
///
/// Only a body that begins as an error object does is parsed here, so that other answers are parsed once.
pub(super) fn error_object(response: &http::Response<Bytes>, expected: EdmType) -> Option<Error> {
    let body = response.body();
    if may_be_error(body) && begins_with_error(body) && !declares_error(expected) {
        return Error::under_success(response);
    }
    None
}

/// Returns `false` for most answers by a few bytes, which is all that the check costs them.
#[inline]
const fn may_be_error(body: &[u8]) -> bool {
    match body {
        [b'{', b'"', b'@', .., end, b'}'] => matches!(*end, b'}' | b' ' | b'\t' | b'\r' | b'\n'),
        [b'{', b'"', first, ..] => matches!(*first, b'@' | b'e' | b'E' | b'o' | b'O'),
        _ => true,
    }
}

fn declares_error(expected: EdmType) -> bool {
    match expected {
        EdmType::Structured(info) => info.property("error").is_some(),
        EdmType::OneOf(types) => types.iter().any(|info| info.property("error").is_some()),
        EdmType::Nullable(value) => declares_error(*value),
        _ => false,
    }
}

/// Returns whether the first member of the object is an error. Control information may precede it if the object ends with a nested one.
#[cold]
fn begins_with_error(body: &[u8]) -> bool {
    let Some(members) = without_bom(body).trim_ascii_start().strip_prefix(b"{") else {
        return false;
    };
    match first_name(members) {
        Some(name) if name.starts_with(b"@") => ends_with_object(members) && is_next(members),
        Some(name) => is_error(name),
        None => false,
    }
}

/// Returns the rest of the object, from the name of its first member on.
fn first_name(members: &[u8]) -> Option<&[u8]> {
    members.trim_ascii_start().strip_prefix(b"\"")
}

fn is_error(name: &[u8]) -> bool {
    [&b"error\""[..], b"odata.error\""].iter().any(|error| {
        name.get(..error.len())
            .is_some_and(|name| name.eq_ignore_ascii_case(error))
    })
}

fn ends_with_object(members: &[u8]) -> bool {
    members
        .trim_ascii_end()
        .strip_suffix(b"}")
        .is_some_and(|members| members.trim_ascii_end().ends_with(b"}"))
}

/// Returns whether the first member that is not control information is an error.
fn is_next(mut members: &[u8]) -> bool {
    while let Some(name) = first_name(members) {
        if !name.starts_with(b"@") {
            return is_error(name);
        }
        match after_member(name) {
            Some(rest) => members = rest,
            None => return false,
        }
    }
    false
}

/// Returns what follows a member with a scalar value.
fn after_member(name: &[u8]) -> Option<&[u8]> {
    let value = after_text(name)?.trim_ascii_start().strip_prefix(b":")?;
    let value = value.trim_ascii_start();
    let rest = match value.strip_prefix(b"\"") {
        Some(text) => after_text(text)?,
        None => value,
    };
    let comma = rest.iter().position(|byte| *byte == b',')?;
    rest.get(comma + 1..)
}

/// Returns what follows the quotation mark at the end of a text.
fn after_text(text: &[u8]) -> Option<&[u8]> {
    let mut is_escaped = false;
    let end = text.iter().position(|byte| {
        let is_end = *byte == b'"' && !is_escaped;
        is_escaped = *byte == b'\\' && !is_escaped;
        is_end
    })?;
    text.get(end + 1..)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_body_that_begins_with_an_error_is_looked_at() {
        for body in [
            r#"{"error":{"code":"c"}}"#,
            "\u{feff} { \"Error\" : { } }",
            r#"{"odata.error":{"code":"c"}}"#,
            r#"{"@odata.context":"https://a/\"$metadata\\", "@x": 7 ,"error":{"code":"c"} } "#,
        ] {
            assert!(may_be_error(body.as_bytes()), "{body}");
            assert!(begins_with_error(body.as_bytes()), "{body}");
        }
        for body in [
            "",
            "{",
            "{}",
            "[]",
            "7",
            r#"{"errors":{}}"#,
            r#"{"err"#,
            r#"{"id":"1","error":{"code":"c"}}"#,
            r#"{"@odata.context":"u","id":"1","error":{}}"#,
            r#"{"@odata.context":"#,
            r#"{"@odata.context":{"a":"error"}}"#,
            r#"{"@a}}"#,
        ] {
            assert!(!begins_with_error(body.as_bytes()), "{body}");
        }
        for body in [r#"{"id":"1"}"#, r#"{"@odata.context":"u","a":1}"#] {
            assert!(!may_be_error(body.as_bytes()), "{body}");
        }
    }
}
