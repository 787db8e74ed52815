//! Lists in URLs, whose items can have separators in them.

/// Splits at the separators that are neither in parentheses nor in a quoted text.
pub(crate) fn split_outside(value: &str, separator: char) -> impl Iterator<Item = &str> {
    let mut depth = 0_usize;
    let mut is_quoted = false;
    value.split(move |character| {
        is_quoted ^= character == '\'';
        match character {
            '(' if !is_quoted => depth += 1,
            ')' if !is_quoted => depth = depth.saturating_sub(1),
            _ => {}
        }
        character == separator && depth == 0 && !is_quoted
    })
}
