//! Path templates, such as `/users/{user_id}/todo/lists`.

use std::ops::Range;

use proc_macro2::Ident;
use syn::LitStr;

use crate::diagnostics::Mistakes;
use crate::name;

/// A path below the version, checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Template {
    pub(crate) text: String,
    /// The parameters, in order.
    pub(crate) parameters: Vec<Ident>,
}

/// Something wrong with part of a path.
#[derive(Debug, PartialEq, Eq)]
struct Flaw {
    at: Range<usize>,
    wrong: String,
    help: String,
}

impl Template {
    /// Where there is no path to go by.
    pub(crate) const fn missing() -> Self {
        Self {
            text: String::new(),
            parameters: Vec::new(),
        }
    }

    /// Parses `literal`. What is wrong is reported at the characters themselves, and left out of the result.
    pub(crate) fn parse(literal: &LitStr, mistakes: &Mistakes) -> Self {
        let text = literal.value();
        let (parameters, flaws) = parse(&text);
        for flaw in flaws {
            report(literal, &text, &flaw, mistakes);
        }
        let parameters = parameters
            .iter()
            .map(|parameter| Ident::new(parameter, literal.span()))
            .collect();
        Self { text, parameters }
    }
}

/// Stable Rust has no spans inside of a literal, so the message shows the place.
fn report(literal: &LitStr, text: &str, flaw: &Flaw, mistakes: &Mistakes) {
    // The literal's own text begins after its quote; with escapes or `r#` in it, offsets would be off.
    let is_plain = literal.token().to_string().len() == text.len() + 2;
    let span = is_plain
        .then(|| literal.token().subspan(flaw.at.start + 1..flaw.at.end + 1))
        .flatten()
        .unwrap_or_else(|| literal.span());
    let before = text[..flaw.at.start].chars().count();
    let marked = text[flaw.at.clone()].chars().count().max(1);
    let picture = format!("  {text}\n  {}{}", " ".repeat(before), "^".repeat(marked));
    mistakes.push(syn::Error::new(
        span,
        format_args!("{}\n\n{picture}\nhelp: {}", flaw.wrong, flaw.help),
    ));
}

fn parse(text: &str) -> (Vec<String>, Vec<Flaw>) {
    let mut flaws = Vec::new();
    let mut parameters = Vec::new();
    let Some(path) = text.strip_prefix('/') else {
        flaws.push(no_leading_slash(text));
        return (parameters, flaws);
    };
    let mut start = 1;
    for segment in path.split('/') {
        let at = start..start + segment.len();
        start = at.end + 1;
        match parse_segment(segment, at.clone()) {
            Ok(None) => {}
            Ok(Some(parameter)) if parameters.contains(&parameter) => flaws.push(Flaw {
                at,
                wrong: format!("the parameter `{parameter}` occurs twice"),
                help: "give each parameter a name of its own".to_owned(),
            }),
            Ok(Some(parameter)) => parameters.push(parameter),
            Err(flaw) => flaws.push(flaw),
        }
    }
    flaws.extend(version_in_path(path));
    (parameters, flaws)
}

fn no_leading_slash(text: &str) -> Flaw {
    let at = 0..text.chars().next().map_or(0, char::len_utf8);
    if text.contains("://") {
        return Flaw {
            at: 0..text.len(),
            wrong: "the path is a whole URL".to_owned(),
            help: "write only what follows the version, such as `/deviceManagement/virtualEndpoint/deviceImages`: \
                   the client knows the host"
                .to_owned(),
        };
    }
    Flaw {
        at,
        wrong: if text.is_empty() {
            "the path is empty"
        } else {
            "the path does not begin with `/`"
        }
        .to_owned(),
        help: format!("write `/{}`", if text.is_empty() { "users" } else { text }),
    }
}

fn version_in_path(path: &str) -> Option<Flaw> {
    let version = path
        .split('/')
        .next()
        .filter(|first| ["v1.0", "beta"].contains(first))?;
    Some(Flaw {
        at: 1..version.len() + 1,
        wrong: format!("the path begins with the version `{version}`"),
        help: format!("leave it out, and write `version = \"{version}\"` beside `path`"),
    })
}

/// The parameter that the segment is, if it is one.
fn parse_segment(segment: &str, at: Range<usize>) -> Result<Option<String>, Flaw> {
    let flaw = |at: Range<usize>, wrong: &str, help: String| {
        Err(Flaw {
            at,
            wrong: wrong.to_owned(),
            help,
        })
    };
    if segment.is_empty() {
        let help = "remove one `/`: each part of a path has a name".to_owned();
        return flaw(
            at.start - 1..at.start,
            "a segment of the path is empty",
            help,
        );
    }
    if let Some(bad) = segment
        .char_indices()
        .find(|(_, character)| !may_stand_in_path(*character))
    {
        return Err(bad_character(bad, at.start));
    }
    let braces: Vec<_> = segment.match_indices(['{', '}']).collect();
    match braces[..] {
        [] => Ok(None),
        [(0, "{"), (end, "}")] if end + 1 == segment.len() => {
            parameter(&segment[1..end], at).map(Some)
        }
        [(open, "{"), (close, "}")] if open < close => flaw(
            at.start + open..at.start + close + 1,
            "a parameter is a whole segment",
            format!(
                "write `/{}/`, with nothing before or after the braces",
                &segment[open..=close]
            ),
        ),
        [(open, "{"), ..] if !segment.contains('}') => flaw(
            at.start + open..at.start + open + 1,
            "this `{` is never closed",
            "add a `}`".to_owned(),
        ),
        [(close, "}"), ..] => flaw(
            at.start + close..at.start + close + 1,
            "this `}` closes nothing",
            "add a `{` before it".to_owned(),
        ),
        _ => flaw(
            at,
            "the braces do not match",
            "write each parameter as one segment: `/{user_id}/`".to_owned(),
        ),
    }
}

fn parameter(name: &str, at: Range<usize>) -> Result<String, Flaw> {
    let snake = name::to_snake_case(name);
    if name.is_empty() {
        let help =
            "name it, such as `{user_id}`: it becomes an argument of the resource's functions"
                .to_owned();
        return Err(Flaw {
            at,
            wrong: "the parameter has no name".to_owned(),
            help,
        });
    }
    if syn::parse_str::<Ident>(&snake).is_err() {
        let wrong = format!("`{name}` cannot be the name of a parameter");
        return Err(Flaw {
            at,
            wrong,
            help: "a parameter is named like a variable, such as `{user_id}`".to_owned(),
        });
    }
    if snake != name {
        let wrong = format!("the parameter `{name}` is not in snake case");
        return Err(Flaw {
            at,
            wrong,
            help: format!("write `{{{snake}}}`"),
        });
    }
    Ok(snake)
}

/// RFC 3986's characters of a segment, and braces.
fn may_stand_in_path(character: char) -> bool {
    character.is_ascii_alphanumeric() || "-._~!$&'()*+,;=:@{}".contains(character)
}

fn bad_character((offset, character): (usize, char), start: usize) -> Flaw {
    let at = start + offset..start + offset + character.len_utf8();
    let (wrong, help) = match character {
        '?' => (
            "the path has a query".to_owned(),
            "leave it out: a query belongs to one request, `.with_query(…)`",
        ),
        '#' => (
            "the path has a fragment".to_owned(),
            "leave it out: a fragment is never sent",
        ),
        character if character.is_whitespace() => ("the path has a space".to_owned(), "remove it"),
        '%' => (
            "the path is percent-encoded".to_owned(),
            "write a `{parameter}`: values are encoded when they enter the path",
        ),
        character => (
            format!("`{}` cannot stand in a path", character.escape_debug()),
            "write a `{parameter}` for what is not a fixed name",
        ),
    };
    Flaw {
        at,
        wrong,
        help: help.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn flaws(text: &str) -> Vec<(String, String)> {
        let (_, flaws) = parse(text);
        flaws
            .into_iter()
            .map(|flaw| (text[flaw.at.clone()].to_owned(), flaw.wrong))
            .collect()
    }

    #[test]
    fn parameters_come_in_order() {
        let (parameters, flaws) = parse("/users/{user_id}/todo/lists/{list_id}/tasks");
        assert_eq!(parameters, ["user_id", "list_id"]);
        assert_eq!(flaws, []);
    }

    #[test]
    fn each_mistake_is_found_at_its_characters() {
        for (path, at, wrong) in [
            ("users", "u", "the path does not begin with `/`"),
            ("", "", "the path is empty"),
            (
                "https://graph.microsoft.com/users",
                "https://graph.microsoft.com/users",
                "the path is a whole URL",
            ),
            ("/users/{user_id", "{", "this `{` is never closed"),
            ("/users/user_id}", "}", "this `}` closes nothing"),
            ("/users/{a}{b}", "{a}{b}", "the braces do not match"),
            ("/users/x{a}", "{a}", "a parameter is a whole segment"),
            ("/users/{}", "{}", "the parameter has no name"),
            (
                "/users/{userId}",
                "{userId}",
                "the parameter `userId` is not in snake case",
            ),
            ("/users/{1}", "{1}", "`1` cannot be the name of a parameter"),
            ("/users/{a}/x/{a}", "{a}", "the parameter `a` occurs twice"),
            ("/users?$top=1", "?", "the path has a query"),
            ("/users#a", "#", "the path has a fragment"),
            ("/device management", " ", "the path has a space"),
            ("/users//x", "/", "a segment of the path is empty"),
            ("/users/", "/", "a segment of the path is empty"),
            (
                "/beta/users",
                "beta",
                "the path begins with the version `beta`",
            ),
            ("/\u{fc}ser", "\u{fc}", "`\u{fc}` cannot stand in a path"),
            ("/a%20b", "%", "the path is percent-encoded"),
        ] {
            assert_eq!(flaws(path), [(at.to_owned(), wrong.to_owned())], "{path}");
        }
    }

    #[test]
    fn every_mistake_of_a_path_is_found() {
        assert_eq!(flaws("/a b/{/{}").len(), 3);
    }
}
