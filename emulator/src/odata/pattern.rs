/// A segment with parameters in it: `range(address='{address}')`, `orders(year={year},no='{no}')`, `{name}:`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Pattern {
    /// The texts around the parameters, in lower case: one more than there are parameters.
    texts: Vec<String>,
}

impl Pattern {
    pub(super) fn parse(segment: &str) -> Self {
        let mut texts = Vec::new();
        for piece in segment.split('{') {
            let text = piece.split_once('}').map_or(piece, |(_, text)| text);
            texts.push(text.to_ascii_lowercase());
        }
        Self { texts }
    }

    /// Returns whether a segment has the texts in order, and a value between two of them. The text of a value in quotes has its own quotes
    /// doubled.
    pub(super) fn matches(&self, segment: &str) -> bool {
        let Some((first, others)) = self.texts.split_first() else {
            return false;
        };
        let Some(mut rest) = strip(segment, first) else {
            return false;
        };
        for (index, text) in others.iter().enumerate() {
            let is_last = index + 1 == others.len();
            let Some(after) = after_value(rest, text, is_last) else {
                return false;
            };
            rest = after;
        }
        rest.is_empty()
    }
}

/// Returns what follows a value and the `text` after it, or `None` if there is no value, or not that text.
fn after_value<'s>(rest: &'s str, text: &str, is_last: bool) -> Option<&'s str> {
    let end = if text.starts_with('\'') {
        end_of_quoted(rest)?
    } else if is_last {
        rest.len().checked_sub(text.len())?
    } else {
        rest.to_ascii_lowercase().find(text)?
    };
    if end == 0 || !rest.is_char_boundary(end) {
        return None;
    }
    strip(&rest[end..], text)
}

/// Returns the position of the quote that ends the text.
fn end_of_quoted(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut index = 0;
    while index < bytes.len() {
        match (bytes[index], bytes.get(index + 1)) {
            (b'\'', Some(b'\'')) => index += 2,
            (b'\'', _) => return Some(index),
            _ => index += 1,
        }
    }
    None
}

/// Removes `text`, in any letter case, from the beginning of the segment.
fn strip<'s>(segment: &'s str, text: &str) -> Option<&'s str> {
    let start = segment.get(..text.len())?;
    start
        .eq_ignore_ascii_case(text)
        .then(|| &segment[text.len()..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_segment_has_the_texts_with_values_between_them() {
        for (pattern, segment, matches) in [
            ("range(address='{a}')", "range(address='A1')", true),
            ("range(address='{a}')", "Range(Address='A''1')", true),
            ("range(address='{a}')", "range(address='A'1')", false),
            ("range(address='{a}')", "range(address='')", false),
            ("range(address='{a}')", "range(address='A1'", false),
            (
                "orders(year={y},no='{n}')",
                "orders(year=2026,no='a,b')",
                true,
            ),
            ("orders(year={y},no='{n}')", "orders(year=2026)", false),
            ("orders(year={y},no='{n}')", "orders(year=,no='a')", false),
            ("item(index={i})", "item(index=-1)", true),
            ("{name}:", "a.txt:", true),
            ("{name}:", ":", false),
            ("{name}:", "a.txt", false),
            ("{name}:", "\u{fc}:", true),
        ] {
            let found = Pattern::parse(pattern).matches(segment);
            assert_eq!(found, matches, "{pattern} {segment}");
        }
    }
}
