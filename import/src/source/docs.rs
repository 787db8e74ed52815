//! Descriptions of the metadata as documentation of Rust.

/// Returns the lines of a doc comment, each with what begins it.
pub(super) fn comment(description: Option<&str>, default: &str) -> String {
    let text = description.map_or_else(|| default.to_owned(), escape);
    let text = if text.is_empty() { default } else { &text };
    format!("/// {text}\n")
}

/// Escapes what rustdoc would take for a link or for HTML, and puts URLs in angle brackets.
fn escape(description: &str) -> String {
    let words = description.split_whitespace().map(escape_word);
    words.collect::<Vec<_>>().join(" ")
}

fn escape_word(word: &str) -> String {
    let start = word.find("https://").or_else(|| word.find("http://"));
    if let Some((before, url)) = start.map(|start| word.split_at(start)) {
        let end = url.find(['>', ')', ']', '"', '\'', '<', '(', '[', '`', ',', ';']);
        let (url, after) = url.split_at(end.unwrap_or(url.len()));
        let trimmed = url.trim_end_matches(['.', ':', '!', '?']);
        let rest = url.get(trimmed.len()..).unwrap_or_default();
        return format!(
            "{}<{trimmed}>{rest}{}",
            escape_text(before),
            escape_text(after)
        );
    }
    escape_text(word)
}

fn escape_text(text: &str) -> String {
    text.chars().fold(String::new(), |mut escaped, character| {
        if "\\[]<>`*_#|".contains(character) {
            escaped.push('\\');
        }
        escaped.push(character);
        escaped
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_rustdoc_would_take_for_markup_is_escaped() {
        for (text, expected) in [
            ("The  name.\nNot null", "The name. Not null"),
            ("A [list] of <b>", r"A \[list\] of \<b\>"),
            ("See https://aka.ms/x.", "See <https://aka.ms/x>."),
            ("(http://a.b/c)", "(<http://a.b/c>)"),
            ("a_b", r"a\_b"),
        ] {
            assert_eq!(escape(text), expected);
        }
    }

    #[test]
    fn a_description_that_is_missing_or_blank_has_a_default() {
        assert_eq!(comment(None, "It."), "/// It.\n");
        assert_eq!(comment(Some(" "), "It."), "/// It.\n");
    }
}
