use std::borrow::Cow;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::literal::{Key, in_quotes, is_bare};

/// The characters that are encoded in a path segment: all but the unreserved ones of RFC 3986, and delimiters that are frequent in ids and
/// have no meaning in an OData path.
const SEGMENT: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~')
    .remove(b'@')
    .remove(b',')
    .remove(b'=')
    .remove(b'!');

/// The characters that are encoded in an argument of a function. Quotes are around texts there.
const ARGUMENT: &AsciiSet = &SEGMENT.remove(b'\'').remove(b':');

/// The address of a resource: a percent-encoded path after the version, and the template that it was built from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Address {
    path: Cow<'static, str>,
    template: &'static str,
    problem: Option<String>,
}

impl Address {
    /// Creates an address: replaces the `{parameters}` of `template` by `values`, in order. The value of `{*path}` consists of several segments.
    ///
    /// A value that cannot be part of the path is recorded, and reported when the request is built.
    pub(crate) fn new(template: &'static str, values: &[&dyn Key]) -> Self {
        if values.is_empty() {
            return Self {
                path: Cow::Borrowed(template),
                template,
                problem: None,
            };
        }
        let mut path = String::with_capacity(template.len() + 40 * values.len());
        let mut problem = None;
        let mut values = values.iter();
        for piece in template.split('{') {
            let Some((parameter, literal)) = piece.split_once('}') else {
                path.push_str(piece);
                continue;
            };
            if let Some(value) = values.next() {
                let text = value.to_text();
                problem = problem.or(match parameter.strip_prefix('*') {
                    Some(parameter) => push_segments(&mut path, parameter, &text),
                    None => push_segment(&mut path, parameter, text),
                });
            }
            path.push_str(literal);
        }
        Self {
            path: Cow::Owned(path),
            template,
            problem,
        }
    }

    /// Returns the address of an item of this collection. `template` is that of the collection with the place of the key after it.
    pub(crate) fn then(&self, template: &'static str, key: &dyn Key) -> Self {
        let place = template.strip_prefix(self.template).unwrap_or_default();
        let item = Self::new(place, &[key]);
        Self {
            path: Cow::Owned(format!("{}{}", self.path, item.path)),
            template,
            problem: self.problem.clone().or(item.problem),
        }
    }

    /// Adds what stands after the path, and begins with `/`. The template stays that of the resource.
    pub(crate) fn push(&mut self, segment: &'static str) {
        self.path.to_mut().push_str(segment);
    }

    /// Adds the name of a content as a segment. The template stays that of the resource.
    pub(crate) fn push_media(&mut self, name: &str) {
        let is_valid =
            |character: char| character.is_ascii_alphanumeric() || "$_.-".contains(character);
        if name.is_empty() || !name.chars().all(is_valid) {
            let name = name.escape_debug();
            self.problem = Some(format!(
                "`{name}` is not the name of a content, such as `$value`"
            ));
            return;
        }
        let path = self.path.to_mut();
        path.push('/');
        path.push_str(name);
    }

    /// Adds a key as a segment. The template stays that of the resource.
    pub(crate) fn push_key(&mut self, key: &dyn Key) {
        let segment = Self::new("/{related_id}", &[key]);
        self.path.to_mut().push_str(&segment.path);
        self.problem = self.problem.take().or(segment.problem);
    }

    /// Adds the arguments of a function: names and literals.
    pub(crate) fn push_arguments(&mut self, arguments: &[(&str, String)]) {
        if arguments.is_empty() {
            return;
        }
        let path = self.path.to_mut();
        for (index, (name, literal)) in arguments.iter().enumerate() {
            path.push(if index == 0 { '(' } else { ',' });
            path.extend(utf8_percent_encode(name, SEGMENT));
            path.push('=');
            path.extend(utf8_percent_encode(literal, ARGUMENT));
        }
        path.push(')');
    }

    /// Sets the reason why the address is invalid.
    pub(crate) fn set_problem(&mut self, problem: String) {
        self.problem = Some(problem);
    }

    /// Returns the percent-encoded path after the version.
    pub(crate) fn path(&self) -> &str {
        &self.path
    }

    /// Returns the path with its parameters in braces, which contains no data and is therefore safe to log.
    pub(crate) const fn template(&self) -> &'static str {
        self.template
    }

    /// Returns the reason why the address is invalid, if it is.
    pub(crate) fn problem(&self) -> Option<&str> {
        self.problem.as_deref()
    }
}

/// Adds a value as one segment, or as an argument in it. Returns the reason why it cannot be one, if there is one.
fn push_segment(path: &mut String, parameter: &str, text: Cow<'_, str>) -> Option<String> {
    let problem = segment_problem(parameter, &text, path);
    let is_quoted = path.ends_with('\'');
    let text = if is_quoted { in_quotes(text) } else { text };
    path.extend(utf8_percent_encode(&text, SEGMENT));
    problem
}

/// Adds the segments of a path in a drive, each percent-encoded. It may begin with a `/`, as paths of files do.
fn push_segments(path: &mut String, parameter: &str, text: &str) -> Option<String> {
    let segments = text.strip_prefix('/').unwrap_or(text);
    let mut problem = None;
    for (index, segment) in segments.split('/').enumerate() {
        if index > 0 {
            path.push('/');
        }
        problem = problem.or_else(|| match segment {
            "" => Some(format!(
                "`{parameter}` is empty or has an empty segment: the request would go to another resource"
            )),
            segment => segment_problem(parameter, segment, ""),
        });
        path.extend(utf8_percent_encode(segment, SEGMENT));
    }
    problem
}

/// Returns the reason why a value cannot be a path segment, if there is one.
///
/// An empty segment addresses the collection, and HTTP clients remove a dot segment, encoded or not (WHATWG URL). The service decodes the
/// text in parentheses before it parses it, so a value without quotes must not contain another argument.
fn segment_problem(parameter: &str, text: &str, before: &str) -> Option<String> {
    match text {
        "" => Some(format!(
            "`{parameter}` is empty: the request would go to another resource"
        )),
        "." | ".." => Some(format!(
            "`{parameter}` is `{text}`, which cannot be a segment of a path"
        )),
        text if before.ends_with(['=', '(']) && !is_bare(text) => Some(format!(
            "`{parameter}` is neither a number nor a GUID, as a parameter without quotes must be"
        )),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEMPLATE: &str = "/users/{user_id}/todo/lists/{id}";

    #[test]
    fn every_id_is_encoded_as_one_segment() {
        for (id, segment) in [
            ("AAMkAD=", "AAMkAD="),
            ("a/b", "a%2Fb"),
            ("../users", "..%2Fusers"),
            ("x?y=z", "x%3Fy=z"),
            ("a#b", "a%23b"),
            ("%2e%2e", "%252e%252e"),
            ("O'Neil", "O%27Neil"),
            ("$count", "%24count"),
            ("a b", "a%20b"),
            ("\0\n", "%00%0A"),
            ("a+b&c", "a%2Bb%26c"),
            ("a:b(c)", "a%3Ab%28c%29"),
            ("übung", "%C3%BCbung"),
            ("🦀", "%F0%9F%A6%80"),
            (
                "adele_contoso.com#EXT#@x.com",
                "adele_contoso.com%23EXT%23@x.com",
            ),
        ] {
            let address = Address::new(TEMPLATE, &[&"me", &id]);
            assert_eq!(address.path(), format!("/users/me/todo/lists/{segment}"));
            assert_eq!(address.problem(), None);
        }
    }

    #[test]
    fn a_value_that_cannot_be_a_segment_is_recorded_with_the_name_of_its_parameter() {
        for id in ["", ".", ".."] {
            let address = Address::new(TEMPLATE, &[&id, &"1"]);
            assert!(
                address
                    .problem()
                    .is_some_and(|problem| problem.starts_with("`user_id` is ")),
                "{id:?}"
            );
        }
    }

    #[test]
    fn quotes_in_a_quoted_argument_are_doubled() {
        let template = "/worksheets/{sheet}/range(address='{address}')/format";
        let address = Address::new(template, &[&"Q'1", &"'Q'!A1"]);
        assert_eq!(
            address.path(),
            "/worksheets/Q%271/range(address='%27%27Q%27%27!A1')/format"
        );
    }

    #[test]
    fn a_path_in_a_drive_keeps_its_slashes_and_encodes_its_segments() {
        let template = "/me/drive/root:/{*path}:/children";
        for (path, encoded) in [
            ("a", "a"),
            (
                "Documents/Q1 2026/50%#?.txt",
                "Documents/Q1%202026/50%25%23%3F.txt",
            ),
            ("/Documents", "Documents"),
            ("a:/children", "a%3A/children"),
            ("...", "..."),
        ] {
            let address = Address::new(template, &[&path]);
            let expected = format!("/me/drive/root:/{encoded}:/children");
            assert_eq!((address.path(), address.problem()), (&*expected, None));
        }
        for path in [
            "", "/", "a/", "a//b", "//a", ".", "..", "a/../b", "a/./b", "a/..",
        ] {
            let address = Address::new(template, &[&path]);
            let problem = address.problem().unwrap_or_default();
            assert!(problem.starts_with("`path` is "), "{path:?}: {problem}");
        }
    }

    #[test]
    fn the_parts_of_a_key_stay_in_their_places() {
        let template = "/orders(year={year},no='{no}')/lines";
        let address = Address::new(template, &[&2026, &"a',year=1"]);
        assert_eq!(
            address.path(),
            "/orders(year=2026,no='a%27%27,year=1')/lines"
        );
        assert_eq!(address.problem(), None);
        let address = Address::new(template, &[&"1,no='x'", &"a"]);
        assert!(address.problem().is_some());
    }

    #[test]
    fn an_argument_without_quotes_cannot_add_another_argument() {
        let template = "/charts/item(index={index})";
        for index in ["-1", "1.5e+3", "5E3B4E06-4c1f-4b0a-8b0c-1f3f0d5b0b51"] {
            assert_eq!(Address::new(template, &[&index]).problem(), None);
        }
        for index in ["1,name='x'", "1)/users(2", "a b", "'1'", "\u{fc}"] {
            assert_eq!(
                Address::new(template, &[&index]).problem(),
                Some(
                    "`index` is neither a number nor a GUID, as a parameter without quotes must be"
                ),
                "{index}"
            );
        }
    }

    #[test]
    fn an_address_without_parameters_borrows_its_template() {
        let address = Address::new("/me", &[]);
        assert!(matches!(address.path, Cow::Borrowed("/me")));
    }
}
