//! Shows a mistake inside a literal.

use std::ops::Range;

use syn::LitStr;

use super::error::PathError;
use crate::diagnostics::Mistakes;

/// Reports `error`, which is about part of `text`, at `literal`. Stable Rust has no spans inside a literal, so the message
/// shows the characters.
pub(super) fn report(literal: &LitStr, text: &str, error: &PathError, mistakes: &Mistakes) {
    // The text begins after the opening quote. With escapes or a raw literal, its offsets do not apply.
    let is_plain = literal.token().to_string().len() == text.len() + 2;
    let span = is_plain
        .then(|| {
            let range = error.range.start + 1..=error.range.end;
            literal.token().subspan(range)
        })
        .flatten()
        .unwrap_or_else(|| literal.span());
    let marked = marked(text, &error.range);
    mistakes.push(syn::Error::new(
        span,
        format_args!("{}\n{marked}help: {}", error.wrong, error.help),
    ));
}

/// Returns `text` with carets below the characters in `range`.
fn marked(text: &str, range: &Range<usize>) -> String {
    if text.is_empty() {
        return String::new();
    }
    let shown = |part: &str| part.escape_debug().to_string();
    let (before, inside) = (shown(&text[..range.start]), shown(&text[range.clone()]));
    let carets = "^".repeat(inside.chars().count().max(1));
    format!(
        "\n  {}\n  {}{carets}\n\n",
        shown(text),
        " ".repeat(before.chars().count())
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn carets_mark_the_characters_of_an_error() {
        assert_eq!(marked("/a b", &(2..3)), "\n  /a b\n    ^\n\n");
        assert_eq!(marked("/a\n", &(2..3)), "\n  /a\\n\n    ^^\n\n");
    }
}
