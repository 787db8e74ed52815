//! The mistakes that a path can have, and what to write instead.

use std::ops::Range;

/// A mistake in part of a path.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct PathError {
    /// The characters that are wrong.
    pub(super) range: Range<usize>,
    pub(super) wrong: String,
    pub(super) help: String,
}

impl PathError {
    pub(super) fn new(
        range: Range<usize>,
        wrong: impl Into<String>,
        help: impl Into<String>,
    ) -> Self {
        let (wrong, help) = (wrong.into(), help.into());
        Self { range, wrong, help }
    }

    pub(super) fn no_leading_slash(text: &str) -> Self {
        if let Some((_, address)) = text.split_once("://") {
            let help = format!(
                "write only the part after the version, `{}`: the client knows the host",
                path_of(address)
            );
            return Self::new(0..text.len(), "the path is a complete URL", help);
        }
        if text.is_empty() {
            return Self::new(0..0, "the path is empty", "write `/users`");
        }
        let first = 0..text.chars().next().map_or(0, char::len_utf8);
        Self::new(
            first,
            "the path does not begin with `/`",
            format!("write `/{text}`"),
        )
    }

    pub(super) fn version_in_path(version: &str) -> Self {
        Self::new(
            1..version.len() + 1,
            format!("the path begins with the version `{version}`"),
            format!("remove it, and write `version = \"{version}\"` next to `path`"),
        )
    }

    pub(super) fn empty_segment(slash: Range<usize>) -> Self {
        Self::new(
            slash,
            "a segment of the path is empty",
            "remove one `/`: each segment of a path has a name",
        )
    }

    pub(super) fn duplicate_parameter(range: Range<usize>, name: &str) -> Self {
        Self::new(
            range,
            format!("duplicate parameter `{name}`"),
            "give each parameter its own name",
        )
    }

    pub(super) fn partial_segment(range: Range<usize>, parameter: &str) -> Self {
        Self::new(
            range,
            "a parameter must be a whole segment",
            format!(
                "write `/{parameter}/`, with nothing before or after the braces, or as an argument: `name(argument='{parameter}')`"
            ),
        )
    }

    pub(super) fn adjacent_parameters(range: Range<usize>) -> Self {
        Self::new(
            range,
            "nothing separates two parameters",
            "make each a segment, as in `/{year}/{no}`, or name them, as in `(year={year},no={no})`",
        )
    }

    pub(super) fn rest_without_end(range: Range<usize>, parameter: &str) -> Self {
        Self::new(
            range,
            "a parameter with `*` takes several segments, and nothing says where it ends",
            format!("write `{parameter}:` if it is a path in a drive, or put it at the end"),
        )
    }

    pub(super) fn second_rest(range: Range<usize>) -> Self {
        Self::new(
            range,
            "a path has one parameter with `*`",
            "remove the `*`: the value is one segment then",
        )
    }

    pub(super) fn foreign_parameter(range: Range<usize>, written: &str, name: &str) -> Self {
        Self::new(
            range,
            format!("`{written}` is text, not a parameter"),
            format!("write `{{{name}}}`: a parameter stands in braces"),
        )
    }

    pub(super) fn unclosed_brace(range: Range<usize>) -> Self {
        Self::new(range, "this `{` is never closed", "add a `}`")
    }

    pub(super) fn unopened_brace(range: Range<usize>) -> Self {
        Self::new(range, "this `}` has no opening `{`", "add a `{` before it")
    }

    pub(super) fn unmatched_braces(range: Range<usize>) -> Self {
        Self::new(
            range,
            "the braces do not match",
            "write each parameter as one segment: `/{user_id}/`",
        )
    }

    pub(super) fn unnamed_parameter(range: Range<usize>) -> Self {
        Self::new(
            range,
            "the parameter has no name",
            "name it, for example `{user_id}`: it becomes an argument of the generated functions",
        )
    }

    pub(super) fn invalid_parameter(range: Range<usize>, name: &str) -> Self {
        Self::new(
            range,
            format!("`{name}` is not a valid parameter name"),
            "name a parameter like a Rust variable, for example `{user_id}`",
        )
    }

    pub(super) fn not_snake_case(range: Range<usize>, name: &str, snake_case: &str) -> Self {
        Self::new(
            range,
            format!("the parameter `{name}` is not in snake case"),
            format!("write `{{{snake_case}}}`"),
        )
    }

    pub(super) fn invalid_character(range: Range<usize>, character: char) -> Self {
        let (wrong, help) = match character {
            '?' => (
                "the path contains a query",
                "remove it: a query belongs to a single request, `.with_query(…)`",
            ),
            '#' => (
                "the path contains a fragment",
                "remove it: a fragment is never sent",
            ),
            character if character.is_whitespace() => ("the path contains a space", "remove it"),
            '%' => (
                "the path is percent-encoded",
                "write a `{parameter}`: its values are encoded when a request is made",
            ),
            character => {
                return Self::new(
                    range,
                    format!("a path cannot contain `{}`", character.escape_debug()),
                    "write a `{parameter}` for the part that varies",
                );
            }
        };
        Self::new(range, wrong, help)
    }
}

/// Returns the path of `address`, which begins with the host, without the version.
fn path_of(address: &str) -> &str {
    let path = address.find('/').map_or("/users", |host| &address[host..]);
    let version = ["/v1.0", "/beta"]
        .iter()
        .find_map(|version| path.strip_prefix(version));
    version.filter(|rest| rest.starts_with('/')).unwrap_or(path)
}
