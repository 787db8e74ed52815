use std::fmt::Write;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use crate::links::ItemId;

/// The characters to encode in a segment: all but RFC 3986's unreserved characters.
const SEGMENT: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// The path of a collection or a singleton below the version, with values for its parameters.
#[derive(Debug)]
pub(crate) struct ResourcePath(Vec<Segment>);

/// One segment of a path.
#[derive(Debug, Clone)]
pub(crate) enum Segment {
    /// A name as the template spells it.
    Name(&'static str),
    /// The value of a parameter, decoded.
    Value(String),
    /// A segment with parameters in it, or the segments of a path in a drive, decoded.
    Text(String),
}

impl ResourcePath {
    pub(super) const fn new(segments: Vec<Segment>) -> Self {
        Self(segments)
    }

    /// Returns the path, percent-encoded.
    pub(crate) fn encoded(&self) -> String {
        let segments = self.0.iter();
        segments.fold(String::new(), |path, segment| match segment {
            Segment::Name(name) => path + "/" + name,
            Segment::Value(value) => path + "/" + &encode(value),
            Segment::Text(text) => path + "/" + &encode_all(text),
        })
    }

    /// Returns the text that identifies this path: the encoded path, with its names in lower case.
    pub(crate) fn id(&self) -> String {
        let segments = self.0.iter();
        segments.fold(String::new(), |id, segment| match segment {
            Segment::Name(name) => id + "/" + &name.to_ascii_lowercase(),
            Segment::Value(value) => id + "/" + &encode(value),
            Segment::Text(text) => id + "/" + &encode_all(text),
        })
    }

    /// Returns the id with `{}` for each value.
    pub(crate) fn shape(&self) -> String {
        let segments = self.0.iter();
        segments.fold(String::new(), |shape, segment| match segment {
            Segment::Name(name) => shape + "/" + &name.to_ascii_lowercase(),
            Segment::Value(_) | Segment::Text(_) => shape + "/{}",
        })
    }

    /// Returns the path as the fragment of `@odata.context` has it: `users('adele')/todo/lists`.
    pub(crate) fn context(&self) -> String {
        let mut context = String::new();
        for segment in &self.0 {
            // Writing to a string does not fail.
            let _ = match segment {
                Segment::Name(name) if context.is_empty() => write!(context, "{name}"),
                Segment::Name(name) => write!(context, "/{name}"),
                Segment::Text(text) => write!(context, "/{}", encode_all(text)),
                Segment::Value(value) => {
                    write!(context, "('{}')", encode(&value.replace('\'', "''")))
                }
            };
        }
        context
    }
}

impl Segment {
    pub(super) fn into_text(self) -> String {
        match self {
            Self::Name(name) => name.to_owned(),
            Self::Value(value) | Self::Text(value) => value,
        }
    }
}

/// Percent-encodes segments, with the slashes between them.
fn encode_all(segments: &str) -> String {
    let segments: Vec<_> = segments.split('/').map(encode).collect();
    segments.join("/")
}

/// Percent-encodes a segment.
pub(crate) fn encode(segment: &str) -> String {
    utf8_percent_encode(segment, SEGMENT).to_string()
}

/// Returns the path of an item below the version, percent-encoded.
pub(crate) fn of_item(item: &ItemId) -> String {
    match item.key.as_str() {
        "" => item.collection.clone(),
        key => format!("{}/{}", item.collection, encode(key)),
    }
}

/// Decodes the segments of a path, or returns `None` if it does not begin with `/` or is not properly encoded UTF-8.
pub(crate) fn decode(path: &str) -> Option<Vec<String>> {
    let path = path.strip_prefix('/')?;
    path.split('/').map(decode_segment).collect()
}

fn decode_segment(segment: &str) -> Option<String> {
    let mut escapes = segment.split('%').skip(1);
    let is_hex = |escape: &str| {
        let digits = escape.as_bytes().get(..2);
        digits.is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit))
    };
    if !escapes.all(is_hex) {
        return None;
    }
    let text = percent_decode_str(segment).decode_utf8().ok()?;
    Some(text.into_owned())
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that panics has failed")]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_decoded_as_a_whole_or_rejected() {
        let decoded = decode("/users/a%2Fb%23c//%C3%BC").unwrap();
        assert_eq!(decoded, ["users", "a/b#c", "", "ü"]);
        for path in [
            "users", "", "*", "/%", "/%f", "/a%zz", "/%FF", "/%C3", "/%+1",
        ] {
            assert_eq!(decode(path), None, "{path}");
        }
    }

    #[test]
    fn names_are_not_case_sensitive_in_the_id_of_a_path() {
        let path = ResourcePath::new(vec![
            Segment::Name("Users"),
            Segment::Value("O'Neil/Ü".into()),
            Segment::Name("todo"),
            Segment::Name("Lists"),
        ]);
        assert_eq!(path.encoded(), "/Users/O%27Neil%2F%C3%9C/todo/Lists");
        assert_eq!(path.id(), "/users/O%27Neil%2F%C3%9C/todo/lists");
        assert_eq!(path.shape(), "/users/{}/todo/lists");
        assert_eq!(path.context(), "Users('O%27%27Neil%2F%C3%9C')/todo/Lists");
    }
}
