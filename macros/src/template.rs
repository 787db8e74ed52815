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

    /// Parses `literal`. What is wrong is reported at the characters themselves.
    pub(crate) fn parse(literal: &LitStr, mistakes: &Mistakes) -> Self {
        let text = literal.value();
        for flaw in flaws(&text) {
            report(literal, &text, &flaw, mistakes);
        }
        let parameters = parameters(&text)
            .iter()
            .map(|parameter| Ident::new(parameter, literal.span()))
            .collect();
        Self { text, parameters }
    }

    /// Reports what is wrong with `parameter` beyond the path, and leaves it out.
    pub(crate) fn reject(
        &mut self,
        parameter: &Ident,
        literal: &LitStr,
        wrong: String,
        help: &str,
        mistakes: &Mistakes,
    ) {
        let braced = format!("{{{parameter}}}");
        let start = self.text.find(&braced).unwrap_or_default();
        let flaw = Flaw {
            at: start..self.text.len().min(start + braced.len()),
            wrong,
            help: help.to_owned(),
        };
        report(literal, &self.text, &flaw, mistakes);
        self.parameters.retain(|other| other != parameter);
    }
}

/// Stable Rust has no spans inside of a literal, so the message shows the place.
fn report(literal: &LitStr, text: &str, flaw: &Flaw, mistakes: &Mistakes) {
    // The literal's own text begins after its quote; with escapes or `r#` in it, offsets would be off.
    let is_plain = literal.token().to_string().len() == text.len() + 2;
    let span = is_plain
        .then(|| literal.token().subspan(flaw.at.start + 1..=flaw.at.end))
        .flatten()
        .unwrap_or_else(|| literal.span());
    let picture = picture(text, &flaw.at);
    mistakes.push(syn::Error::new(
        span,
        format_args!("{}\n{picture}help: {}", flaw.wrong, flaw.help),
    ));
}

/// `text`, with carets below the part `at`.
fn picture(text: &str, at: &Range<usize>) -> String {
    if text.is_empty() {
        return String::new();
    }
    let shown = |part: &str| part.escape_debug().to_string();
    let (before, marked) = (shown(&text[..at.start]), shown(&text[at.clone()]));
    let carets = "^".repeat(marked.chars().count().max(1));
    format!(
        "\n  {}\n  {}{carets}\n\n",
        shown(text),
        " ".repeat(before.chars().count())
    )
}

/// The names of the parameters, as far as they can be made out: also of those with flaws, so that the functions of the resource
/// take the arguments that they will take once the path is right.
fn parameters(text: &str) -> Vec<String> {
    let mut parameters: Vec<String> = Vec::new();
    let segments = text.split(['/', '?', '#']);
    for name in segments.flat_map(|segment| segment.split('{').skip(1)) {
        let name = name::to_snake_case(name.split('}').next().unwrap_or_default());
        if is_variable(&name) && !parameters.contains(&name) {
            parameters.push(name);
        }
    }
    parameters
}

fn flaws(text: &str) -> Vec<Flaw> {
    let Some(path) = text.strip_prefix('/') else {
        return vec![no_leading_slash(text)];
    };
    let mut flaws = Vec::new();
    let mut seen = Vec::new();
    let mut start = 1;
    for segment in path.split('/') {
        let at = start..start + segment.len();
        start = at.end + 1;
        match parse_segment(segment, at.clone()) {
            Ok(Some(parameter)) if seen.contains(&parameter) => flaws.push(Flaw {
                at,
                wrong: format!("the parameter `{parameter}` occurs twice"),
                help: "give each parameter a name of its own".to_owned(),
            }),
            Ok(parameter) => seen.extend(parameter),
            Err(flaw) => flaws.push(flaw),
        }
        // A query or a fragment goes on to the end, whatever it has in common with a path.
        if segment.contains(['?', '#']) {
            break;
        }
    }
    flaws.extend(version_in_path(path));
    flaws
}

fn no_leading_slash(text: &str) -> Flaw {
    let at = 0..text.chars().next().map_or(0, char::len_utf8);
    if let Some((_, address)) = text.split_once("://") {
        return Flaw {
            at: 0..text.len(),
            wrong: "the path is a whole URL".to_owned(),
            help: format!(
                "write only what follows the version, `{}`: the client knows the host",
                path_of(address)
            ),
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

/// What follows the host and the version.
fn path_of(address: &str) -> &str {
    let path = address.find('/').map_or("/users", |host| &address[host..]);
    let version = ["/v1.0", "/beta"]
        .iter()
        .find_map(|version| path.strip_prefix(version));
    version.filter(|rest| rest.starts_with('/')).unwrap_or(path)
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

/// The parameter that the segment is or has, if there is one.
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
        [(open, "{"), (close, "}")]
            if open < close && is_argument(&segment[..open], &segment[close + 1..]) =>
        {
            parameter(
                &segment[open + 1..close],
                at.start + open..at.start + close + 1,
            )
            .map(Some)
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

/// Whether a parameter between the two is the argument of a function or an alternate key: `range(address='{address}')`.
fn is_argument(before: &str, after: &str) -> bool {
    let is_closed = |after: &str| after == ")";
    match (before.strip_suffix('\''), after.strip_prefix('\'')) {
        (Some(before), Some(after)) => before.ends_with(['(', '=']) && is_closed(after),
        (None, None) => before.ends_with(['(', '=']) && is_closed(after),
        _ => false,
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
    if !is_variable(&snake) {
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

/// Whether a variable can have the name.
fn is_variable(name: &str) -> bool {
    // Asked first, because the compiler's lexer prints errors of its own for what it cannot read.
    name.starts_with(|first: char| first == '_' || first.is_ascii_alphabetic())
        && name
            .chars()
            .all(|character| character == '_' || character.is_ascii_alphanumeric())
        && syn::parse_str::<Ident>(name).is_ok()
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
        super::flaws(text)
            .into_iter()
            .map(|flaw| (text[flaw.at.clone()].to_owned(), flaw.wrong))
            .collect()
    }

    #[test]
    fn parameters_come_in_order() {
        let path = "/users/{user_id}/todo/lists/{list_id}/tasks";
        assert_eq!(parameters(path), ["user_id", "list_id"]);
        assert_eq!(flaws(path), []);
    }

    #[test]
    fn the_parameters_of_a_path_with_flaws_are_made_out() {
        for path in [
            "https://graph.microsoft.com/v1.0/users/{user_id}",
            "users/{user_id}",
            "/users/{userId}",
            "/users/{user_id",
            "/users/id-{user_id}",
            "/users/{user_id}/x/{user_id}",
            "/users//{user_id}?$filter=a",
        ] {
            assert_eq!(parameters(path), ["user_id"], "{path}");
        }
    }

    #[test]
    fn a_picture_marks_the_characters_of_a_flaw() {
        assert_eq!(picture("/a b", &(2..3)), "\n  /a b\n    ^\n\n");
        assert_eq!(picture("/a\n", &(2..3)), "\n  /a\\n\n    ^^\n\n");
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
    fn a_parameter_may_be_an_argument() {
        for path in [
            "/worksheets/{sheet}/range(address='{address}')/format",
            "/applications(appId='{app_id}')",
            "/charts/item(index={index})",
            "/users('{user_id}')",
        ] {
            assert_eq!(flaws(path), [], "{path}");
        }
        for path in [
            "/users('{user_id})",
            "/users{user_id})",
            "/users('{a}','{b}')",
            "/range(x='a{b}')",
        ] {
            assert_eq!(flaws(path).len(), 1, "{path}");
        }
        assert_eq!(parameters("/range(address='{address}')"), ["address"]);
    }

    #[test]
    fn every_mistake_of_a_path_is_found() {
        assert_eq!(flaws("/a b/{/{}").len(), 3);
    }
}
