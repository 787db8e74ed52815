//! URLs as they are compared. These spellings are the same to the service:
//!
//! - the order of the options, and their names without `$`,
//! - the letter case of names, and spaces, which are left out altogether,
//! - the name of the variable of a lambda expression,
//! - parentheses around a whole filter, and around what `not` negates,
//! - fractions of seconds that are zero,
//! - the version, a slash at the end of the path, and a key in parentheses.

use percent_encoding::percent_decode_str;

pub(super) fn of_url(url: &str) -> String {
    let (path, query) = url.split_once('?').unwrap_or((url, ""));
    let options = query.split('&').filter(|option| !option.is_empty());
    let mut options: Vec<_> = options.map(of_option).collect();
    options.sort_unstable();
    format!("{}?{}", of_path(path), options.join("&"))
}

pub(super) fn decoded(text: &str) -> String {
    percent_decode_str(&text.replace('+', " "))
        .decode_utf8_lossy()
        .into_owned()
}

fn of_path(path: &str) -> String {
    let path = path
        .strip_prefix("https://graph.microsoft.com")
        .unwrap_or(path);
    let path = ["/v1.0", "/beta"]
        .iter()
        .find_map(|version| path.strip_prefix(version))
        .unwrap_or(path);
    let path = decoded(path).replace("('", "/").replace("')", "");
    path.trim_end_matches('/').to_ascii_lowercase()
}

fn of_option(option: &str) -> String {
    let (name, value) = option.split_once('=').unwrap_or((option, ""));
    let name = decoded(name).to_ascii_lowercase();
    let value = decoded(value).to_lowercase();
    let mut value = with_equal_variables(&value);
    value.retain(|character| !character.is_whitespace());
    let inner = value.strip_prefix('(').and_then(|v| v.strip_suffix(')'));
    if let Some(inner) = inner.filter(|inner| !inner.contains(['(', ')'])) {
        value = inner.to_owned();
    }
    if let Some(inner) = value.strip_prefix("not(").and_then(|v| v.strip_suffix(')')) {
        value = format!("not{inner}");
    }
    value = value.replace(".000z", "z");
    // Nested options have names of their own.
    for option in ["select=", "expand=", "filter="] {
        value = value.replace(&format!("${option}"), option);
    }
    format!("{}={value}", name.trim_start_matches('$'))
}

/// Names the variables of `any` and `all` alike.
fn with_equal_variables(value: &str) -> String {
    let mut value = value.to_owned();
    for function in ["/any", "/all"] {
        let mut from = 0;
        while let Some(at) = value[from..].find(function) {
            from += at + function.len();
            let Some(start) = value[from..].find('(').map(|open| from + open + 1) else {
                break;
            };
            let Some(end) = value[start..].find(':').map(|colon| start + colon) else {
                break;
            };
            let variable = value[start..end].trim().to_owned();
            let is_name = !variable.is_empty() && variable.chars().all(char::is_alphanumeric);
            if is_name {
                let (before, rest) = value.split_at(start);
                value = format!("{before}{}", renamed(rest, &variable));
            }
        }
    }
    value
}

/// Replaces a word by `x`, where it stands alone or before a slash or a colon.
fn renamed(text: &str, word: &str) -> String {
    let mut output = String::new();
    let mut name = String::new();
    let mut is_quoted = false;
    for character in text.chars().chain([' ']) {
        is_quoted ^= character == '\'';
        if character.is_alphanumeric() && !is_quoted {
            name.push(character);
            continue;
        }
        let is_step = output.ends_with('/');
        output.push_str(if name == word && !is_step { "x" } else { &name });
        name.clear();
        output.push(character);
    }
    output.pop();
    output
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_that_are_the_same_to_the_service_are_equal() {
        for (one, other) in [
            ("/beta/me/?$top=1&select=Id", "/v1.0/me?$select=id&top=1"),
            ("/a?$filter=(b eq 1)", "/a?$filter=b%20eq+1"),
            (
                "/a?$filter=b/Any (c: c/d  eq 'c')",
                "/a?$filter=b/any(x:x/d eq 'c')",
            ),
            ("/a('1')/b?$top=1", "/a/1/b?$top=1"),
        ] {
            assert_eq!(of_url(one), of_url(other));
        }
    }

    #[test]
    fn other_values_are_not_equal() {
        for (one, other) in [
            ("/a?$top=1", "/a?$top=2"),
            ("/a?$filter=b eq 'c'", "/a?$filter=b eq 'd'"),
            ("/a?$filter=b/any(c:c eq 1)", "/a?$filter=b/any(x:d eq 1)"),
            ("/a?$filter=(b) or (c)", "/a?$filter=b) or (c"),
            ("/a/b?$top=1", "/a/c?$top=1"),
        ] {
            assert_ne!(of_url(one), of_url(other));
        }
    }
}
