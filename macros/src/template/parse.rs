//! Parses a path: its parameters and its mistakes.

use std::ops::Range;

use proc_macro2::Ident;

use super::error::PathError;
use crate::name;

/// Returns the names of the parameters, including those with mistakes wherever the name is recognizable.
pub(super) fn parameters(text: &str) -> Vec<String> {
    let mut parameters: Vec<String> = Vec::new();
    let segments = text.split(['/', '?', '#']);
    let names = segments.flat_map(|segment| {
        let foreign = foreign_parameter(segment);
        foreign.into_iter().chain(segment.split('{').skip(1))
    });
    for name in names {
        let name = name.split('}').next().unwrap_or_default();
        let name = name::to_snake_case(name.strip_prefix('*').unwrap_or(name));
        if is_variable(&name) && !parameters.contains(&name) {
            parameters.push(name);
        }
    }
    parameters
}

/// Returns every mistake in the path.
pub(super) fn errors(text: &str) -> Vec<PathError> {
    let Some(path) = text.strip_prefix('/') else {
        return vec![PathError::no_leading_slash(text)];
    };
    let mut errors = Vec::new();
    let mut seen = Vec::new();
    let mut start = 1;
    for segment in path.split('/') {
        let range = start..start + segment.len();
        start = range.end + 1;
        match parse_segment(segment, range) {
            Ok(parameters) => {
                for Parameter { name, range } in parameters {
                    if seen.contains(&name) {
                        errors.push(PathError::duplicate_parameter(range, &name));
                    } else {
                        seen.push(name);
                    }
                }
            }
            Err(error) => errors.push(error),
        }
        // A query or a fragment extends to the end, even if it contains a `/`.
        if segment.contains(['?', '#']) {
            break;
        }
    }
    errors.extend(misplaced_rest(text));
    let version = path.split('/').next().filter(|first| is_version(first));
    errors.extend(version.map(PathError::version_in_path));
    errors
}

/// Finds the parameter with a `*` that is not at the end: it takes several segments, so only a `:` tells where it ends, as in
/// `root:/{*path}:/children` ("Addressing resources in a drive").
fn misplaced_rest(text: &str) -> Option<PathError> {
    let start = text.find("{*")?;
    let end = start + text[start..].find('}')? + 1;
    if !(text[end..].is_empty() || text[end..].starts_with(':')) {
        return Some(PathError::rest_without_end(start..end, &text[start..end]));
    }
    let second = end + text[end..].find("{*")?;
    let second_end = second + text[second..].find('}')? + 1;
    Some(PathError::second_rest(second..second_end))
}

fn is_version(segment: &str) -> bool {
    ["v1.0", "beta"].contains(&segment)
}

/// A parameter in a segment.
struct Parameter {
    name: String,
    range: Range<usize>,
}

/// Parses a segment, and returns the parameters in it.
fn parse_segment(segment: &str, range: Range<usize>) -> Result<Vec<Parameter>, PathError> {
    let within = |from: usize, to: usize| range.start + from..range.start + to;
    if segment.is_empty() {
        return Err(PathError::empty_segment(range.start - 1..range.start));
    }
    let invalid = segment
        .char_indices()
        .find(|(_, character)| !is_allowed(*character));
    if let Some((offset, character)) = invalid {
        let range = within(offset, offset + character.len_utf8());
        return Err(PathError::invalid_character(range, character));
    }
    if let Some(name) = foreign_parameter(segment) {
        let name = name::to_snake_case(name);
        return Err(PathError::foreign_parameter(range, segment, &name));
    }
    let braces: Vec<_> = segment.match_indices(['{', '}']).collect();
    let mut parameters = Vec::new();
    let mut end = 0;
    for pair in braces.chunks(2) {
        let (open, close) = match pair {
            [(open, "{"), (close, "}")] => (*open, *close),
            [(open, "{"), ..] if !segment[open + 1..].contains('}') => {
                return Err(PathError::unclosed_brace(within(*open, open + 1)));
            }
            [(close, "}"), ..] => {
                return Err(PathError::unopened_brace(within(*close, close + 1)));
            }
            _ => return Err(PathError::unmatched_braces(range)),
        };
        let before = &segment[end..open];
        let rest = &segment[close + 1..];
        if rest.starts_with('{') {
            let end = rest.find('}').map_or(rest.len(), |close| close + 1);
            return Err(PathError::adjacent_parameters(within(
                open,
                close + 1 + end,
            )));
        }
        let after = &rest[..rest.find('{').unwrap_or(rest.len())];
        let at = within(open, close + 1);
        if !(is_whole(&segment[..open], rest) || is_argument(before, after)) {
            return Err(PathError::partial_segment(at, &segment[open..=close]));
        }
        let name = parse_parameter(&segment[open + 1..close], at.clone())?;
        parameters.push(Parameter { name, range: at });
        end = close + 1;
    }
    Ok(parameters)
}

/// Returns whether a parameter between the two is the whole segment, apart from the colon after a path in a drive, as in `root:/{path}:`.
fn is_whole(before: &str, after: &str) -> bool {
    before.is_empty() && (after.is_empty() || after == ":")
}

/// Returns the name in a segment such as `:id` or `*rest`, which is a parameter in other frameworks.
///
/// A path in a drive, as in `root:/{path}:/content`, has its colons at the ends of segments.
fn foreign_parameter(segment: &str) -> Option<&str> {
    let name = segment.strip_prefix([':', '*'])?;
    is_variable(&name::to_snake_case(name)).then_some(name)
}

/// Returns whether a parameter between the two is an argument of a function, or a part of a key, as in `range(address='{address}')` and
/// `orders(year={year},no='{no}')`.
fn is_argument(before: &str, after: &str) -> bool {
    let opens = |before: &str| before.ends_with(['(', '=']);
    let closes = |after: &str| after.starts_with([')', ',']);
    match (before.strip_suffix('\''), after.strip_prefix('\'')) {
        (Some(before), Some(after)) => opens(before) && closes(after),
        (None, None) => opens(before) && closes(after),
        _ => false,
    }
}

fn parse_parameter(name: &str, range: Range<usize>) -> Result<String, PathError> {
    let name = name.strip_prefix('*').unwrap_or(name);
    let snake_case = name::to_snake_case(name);
    if name.is_empty() {
        Err(PathError::unnamed_parameter(range))
    } else if !is_variable(&snake_case) {
        Err(PathError::invalid_parameter(range, name))
    } else if snake_case != name {
        Err(PathError::not_snake_case(range, name, &snake_case))
    } else {
        Ok(snake_case)
    }
}

/// Returns whether `name` can be the name of a variable.
fn is_variable(name: &str) -> bool {
    // The characters are checked first because the compiler's lexer prints its own errors for text that it cannot read.
    name.starts_with(|first: char| first == '_' || first.is_ascii_alphabetic())
        && name
            .chars()
            .all(|character| character == '_' || character.is_ascii_alphanumeric())
        && syn::parse_str::<Ident>(name).is_ok()
}

/// Returns whether a segment may contain the character: those of RFC 3986, section 3.3, and braces.
fn is_allowed(character: char) -> bool {
    character.is_ascii_alphanumeric() || "-._~!$&'()*+,;=:@{}".contains(character)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn errors(text: &str) -> Vec<(String, String)> {
        super::errors(text)
            .into_iter()
            .map(|error| (text[error.range.clone()].to_owned(), error.wrong))
            .collect()
    }

    #[test]
    fn parameters_are_returned_in_order() {
        let path = "/users/{user_id}/todo/lists/{list_id}/tasks";
        assert_eq!(parameters(path), ["user_id", "list_id"]);
        assert_eq!(errors(path), []);
    }

    #[test]
    fn parameters_are_recognized_in_a_path_with_errors() {
        for path in [
            "https://graph.microsoft.com/v1.0/users/{user_id}",
            "users/{user_id}",
            "/users/{userId}",
            "/users/{user_id",
            "/users/id-{user_id}",
            "/users/{user_id}/x/{user_id}",
            "/users//{user_id}?$filter=a",
            "/users/:user_id/notes",
            "/users/:userId/notes",
        ] {
            assert_eq!(parameters(path), ["user_id"], "{path}");
        }
    }

    #[test]
    fn each_error_is_found_at_its_characters() {
        for (path, at, wrong) in [
            ("users", "u", "the path does not begin with `/`"),
            ("", "", "the path is empty"),
            (
                "https://graph.microsoft.com/users",
                "https://graph.microsoft.com/users",
                "the path is a complete URL",
            ),
            ("/users/{user_id", "{", "this `{` is never closed"),
            ("/users/user_id}", "}", "this `}` has no opening `{`"),
            (
                "/users/{a}{b}",
                "{a}{b}",
                "nothing separates two parameters",
            ),
            (
                "/root:/{*path}/children",
                "{*path}",
                "a parameter with `*` takes several segments, and nothing says where it ends",
            ),
            (
                "/root:/{*path}:/copy:/{*to}",
                "{*to}",
                "a path has one parameter with `*`",
            ),
            (
                "/a/x{*path}",
                "{*path}",
                "a parameter must be a whole segment",
            ),
            ("/root:/{*}", "{*}", "the parameter has no name"),
            ("/users/x{a}", "{a}", "a parameter must be a whole segment"),
            ("/users/{}", "{}", "the parameter has no name"),
            (
                "/users/{userId}",
                "{userId}",
                "the parameter `userId` is not in snake case",
            ),
            ("/users/{1}", "{1}", "`1` is not a valid parameter name"),
            ("/users/{a}/x/{a}", "{a}", "duplicate parameter `a`"),
            ("/users?$top=1", "?", "the path contains a query"),
            ("/users#a", "#", "the path contains a fragment"),
            ("/device management", " ", "the path contains a space"),
            ("/users//x", "/", "a segment of the path is empty"),
            ("/users/", "/", "a segment of the path is empty"),
            ("/users/:id/notes", ":id", "`:id` is text, not a parameter"),
            ("/files/*rest", "*rest", "`*rest` is text, not a parameter"),
            (
                "/beta/users",
                "beta",
                "the path begins with the version `beta`",
            ),
            ("/\u{fc}ser", "\u{fc}", "a path cannot contain `\u{fc}`"),
            ("/a%20b", "%", "the path is percent-encoded"),
        ] {
            assert_eq!(errors(path), [(at.to_owned(), wrong.to_owned())], "{path}");
        }
    }

    #[test]
    fn a_parameter_can_be_an_argument() {
        for path in [
            "/worksheets/{sheet}/range(address='{address}')/format",
            "/applications(appId='{app_id}')",
            "/charts/item(index={index})",
            "/users('{user_id}')",
            "/orders(year={year},no='{no}')",
            "/me/drive/root:/{name}:/content",
            "/me/drive/root:/{*path}:/children",
            "/me/drive/root:/{*path}",
            "/sites/{host_name}:/{*path}:/lists",
        ] {
            assert_eq!(errors(path), [], "{path}");
        }
    }

    #[test]
    fn a_colon_at_the_end_of_a_segment_is_text() {
        for path in [
            "/me/drive/root:/content",
            "/drives/{id}/root:/notes.txt:/content",
        ] {
            assert_eq!(errors(path), [], "{path}");
        }
        for path in [
            "/users('{user_id})",
            "/users{user_id})",
            "/users('{a}','{b}')",
            "/range(x='a{b}')",
        ] {
            assert_eq!(errors(path).len(), 1, "{path}");
        }
        assert_eq!(parameters("/range(address='{address}')"), ["address"]);
    }

    #[test]
    fn every_error_of_a_path_is_found() {
        assert_eq!(errors("/a b/{/{}").len(), 3);
    }
}
