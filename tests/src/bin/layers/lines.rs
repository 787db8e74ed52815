//! Lines of formatted source text.

/// The lines of `text` without the modules under `#[cfg(test)]`.
pub(crate) fn without_tests(text: &str) -> Vec<&str> {
    let (mut kept, mut lines) = (Vec::new(), text.lines());
    while let Some(line) = lines.next() {
        let is_test = line.trim_start().starts_with("#[cfg(test)]")
            || line.trim_start().starts_with("#[cfg(all(test");
        if !is_test {
            kept.push(line);
            continue;
        }
        let is_item = |line: &&str| !line.trim_start().starts_with("#[");
        let Some(item) = lines.by_ref().find(is_item) else {
            break;
        };
        if item.ends_with('{') {
            let end = end_of(item);
            lines.by_ref().find(|line| *line == end);
        }
    }
    kept
}

/// The items that `keyword` begins: how many lines each has, and its name.
pub(crate) fn items(lines: &[&str], keyword: &str) -> Vec<(usize, String)> {
    let mut items = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        let Some(name) = name(line, keyword) else {
            continue;
        };
        let end = end_of(line);
        let rest = lines[index..].iter();
        if line.ends_with('}') || line.ends_with(';') {
            items.push((1, name));
        } else if let Some(length) = rest.clone().position(|line| *line == end) {
            let is_declaration = rest
                .take(length)
                .any(|line| line.starts_with(&end.replace('}', ")")) && line.ends_with(';'));
            if !is_declaration {
                items.push((length + 1, name));
            }
        }
    }
    items
}

/// The name after `keyword`, if the line begins an item with it.
fn name(line: &str, keyword: &str) -> Option<String> {
    let (before, after) = line.split_once(keyword)?;
    let is_item = before.split_whitespace().all(|word| {
        word.starts_with("pub") || matches!(word, "async" | "const" | "crate)" | "super)")
    });
    let name: String = after
        .chars()
        .take_while(|c| c.is_alphanumeric() || *c == '_')
        .collect();
    (is_item && !name.is_empty()).then_some(name)
}

/// The line that closes the block of an item with this first line.
fn end_of(line: &str) -> String {
    let indent = line.len() - line.trim_start().len();
    format!("{}}}", &line[..indent])
}
