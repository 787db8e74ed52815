/// Returns the beginning of a text from a request, short enough for an error message.
pub(crate) fn truncate(text: &str) -> &str {
    const MAX_CHARS: usize = 200;
    let end = text.char_indices().nth(MAX_CHARS);
    end.map_or(text, |(end, _)| &text[..end])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_truncated_between_characters() {
        assert_eq!(truncate("short"), "short");
        let long = "ü".repeat(1000);
        assert_eq!(truncate(&long), "ü".repeat(200));
    }
}
