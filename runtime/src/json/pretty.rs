/// Formats compact JSON over several lines.
pub(crate) fn pretty(json: &str) -> String {
    let mut lines = String::with_capacity(2 * json.len());
    let (mut depth, mut quoted, mut escaped) = (0_usize, false, false);
    let mut characters = json.chars().peekable();
    let break_line = |lines: &mut String, depth| {
        lines.push('\n');
        lines.extend(std::iter::repeat_n("  ", depth));
    };
    while let Some(character) = characters.next() {
        if quoted {
            lines.push(character);
            quoted = escaped || character != '"';
            escaped = !escaped && character == '\\';
            continue;
        }
        let is_last = matches!(character, '}' | ']');
        if is_last {
            depth = depth.saturating_sub(1);
            if !lines.ends_with(['{', '[']) {
                break_line(&mut lines, depth);
            }
        }
        lines.push(character);
        quoted = character == '"';
        match character {
            ':' => lines.push(' '),
            ',' => break_line(&mut lines, depth),
            '{' | '[' => {
                depth += 1;
                if !matches!(characters.peek(), Some('}' | ']')) {
                    break_line(&mut lines, depth);
                }
            }
            _ => {}
        }
    }
    lines
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that panics has failed")]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    #[test]
    fn the_output_is_that_of_serde_json() {
        for value in [
            json!({}),
            json!([]),
            json!({ "a": [], "b": {}, "c": [1, [2], { "d": null }] }),
            json!({ "a\"b\\": "{[,:]}\\", "é": "\u{1}\n🦀", "x": [true, -1.5e3] }),
            Value::Null,
        ] {
            let expected = serde_json::to_string_pretty(&value).unwrap();
            assert_eq!(pretty(&value.to_string()), expected);
        }
    }
}
