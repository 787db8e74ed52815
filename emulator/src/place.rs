use std::fmt::Write;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// What stays as it is in a segment: RFC 3986's unreserved characters.
const SEGMENT: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// Where a collection or a singleton lives: its path below the version, parameters filled.
#[derive(Debug)]
pub(crate) struct Place(Vec<Segment>);

/// One segment of a place.
#[derive(Debug)]
pub(crate) enum Segment {
    /// A name as the template spells it.
    Name(&'static str),
    /// The value of a parameter, decoded.
    Value(String),
}

impl Place {
    pub(crate) const fn new(segments: Vec<Segment>) -> Self {
        Self(segments)
    }

    /// The path, encoded.
    pub(crate) fn path(&self) -> String {
        let segments = self.0.iter();
        segments.fold(String::new(), |path, segment| match segment {
            Segment::Name(name) => path + "/" + name,
            Segment::Value(value) => path + "/" + &encode(value),
        })
    }

    /// What tells this place from all others: the path, of whose names the letter case does not count.
    pub(crate) fn id(&self) -> String {
        let segments = self.0.iter();
        segments.fold(String::new(), |id, segment| match segment {
            Segment::Name(name) => id + "/" + &name.to_ascii_lowercase(),
            Segment::Value(value) => id + "/" + &encode(value),
        })
    }

    /// The path as the fragment of `@odata.context` has it: `users('adele')/todo/lists`.
    pub(crate) fn context(&self) -> String {
        let mut context = String::new();
        for segment in &self.0 {
            // Writing to a string does not fail.
            let _ = match segment {
                Segment::Name(name) if context.is_empty() => write!(context, "{name}"),
                Segment::Name(name) => write!(context, "/{name}"),
                Segment::Value(value) => {
                    write!(context, "('{}')", encode(&value.replace('\'', "''")))
                }
            };
        }
        context
    }
}

impl Segment {
    pub(crate) fn into_text(self) -> String {
        match self {
            Self::Name(name) => name.to_owned(),
            Self::Value(value) => value,
        }
    }
}

/// The text as a segment of a path.
pub(crate) fn encode(text: &str) -> String {
    utf8_percent_encode(text, SEGMENT).to_string()
}

/// The segments of an encoded path that begins with `/`, or none where it is not properly encoded UTF-8.
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
    fn a_path_decodes_to_its_segments_or_not_at_all() {
        let decoded = decode("/users/a%2Fb%23c//%C3%BC").unwrap();
        assert_eq!(decoded, ["users", "a/b#c", "", "ü"]);
        for path in [
            "users", "", "*", "/%", "/%f", "/a%zz", "/%FF", "/%C3", "/%+1",
        ] {
            assert_eq!(decode(path), None, "{path}");
        }
    }

    #[test]
    fn a_place_is_known_by_its_path_whatever_the_case_of_its_names() {
        let place = Place::new(vec![
            Segment::Name("Users"),
            Segment::Value("O'Neil/Ü".into()),
            Segment::Name("todo"),
            Segment::Name("Lists"),
        ]);
        assert_eq!(place.path(), "/Users/O%27Neil%2F%C3%9C/todo/Lists");
        assert_eq!(place.id(), "/users/O%27Neil%2F%C3%9C/todo/lists");
        assert_eq!(place.context(), "Users('O%27%27Neil%2F%C3%9C')/todo/Lists");
    }
}
