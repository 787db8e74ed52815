use std::borrow::Cow;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::literal::Key;

/// What stays as it is in a path segment: RFC 3986's unreserved characters, and those delimiters that are frequent in ids and
/// have no meaning of their own in an OData path.
const SEGMENT: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~')
    .remove(b'@')
    .remove(b',')
    .remove(b'=')
    .remove(b'!');

/// Where a request goes: a path below the version, encoded, and the template that it was made from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Address {
    path: Cow<'static, str>,
    template: &'static str,
    problem: Option<String>,
}

impl Address {
    /// Called by generated code: puts `values` in the place of the `{parameters}` of `template`, in order.
    ///
    /// A value that cannot be a segment is remembered, and reported when the request is built.
    #[doc(hidden)]
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
                problem = problem.or_else(|| not_a_segment(parameter, &text, &path));
                let text = in_quotes(text, &path);
                path.extend(utf8_percent_encode(&text, SEGMENT));
            }
            path.push_str(literal);
        }
        Self {
            path: Cow::Owned(path),
            template,
            problem,
        }
    }

    /// The path below the version, percent-encoded.
    pub(crate) fn path(&self) -> &str {
        &self.path
    }

    /// The path with its parameters in braces, which holds nothing of the data: fit for logs.
    pub(crate) const fn template(&self) -> &'static str {
        self.template
    }

    /// Why the address is not one, if so.
    pub(crate) fn problem(&self) -> Option<&str> {
        self.problem.as_deref()
    }
}

/// A value behind a quote is a string literal of OData, in which a quote is written twice (OData URL Conventions, Primitive Literals).
fn in_quotes<'a>(text: Cow<'a, str>, before: &str) -> Cow<'a, str> {
    if before.ends_with('\'') && text.contains('\'') {
        return text.replace('\'', "''").into();
    }
    text
}

/// An empty segment addresses the collection, and a dot segment, encoded or not, is resolved away by HTTP clients (WHATWG URL). The service
/// decodes what is in parentheses before it parses it, so without quotes it must not look like another argument.
fn not_a_segment(parameter: &str, text: &str, before: &str) -> Option<String> {
    match text {
        "" => Some(format!(
            "`{parameter}` is empty: the request would go to another resource"
        )),
        "." | ".." => Some(format!(
            "`{parameter}` is `{text}`, which cannot be a segment of a path"
        )),
        text if before.ends_with(['=', '(']) && !text.chars().all(is_bare) => Some(format!(
            "`{parameter}` is neither a number nor a GUID, and stands without quotes"
        )),
        _ => None,
    }
}

/// Whether the character occurs in literals without quotes: numbers, GUIDs, dates and names.
fn is_bare(character: char) -> bool {
    character.is_ascii_alphanumeric() || "-+.:_~".contains(character)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEMPLATE: &str = "/users/{user_id}/todo/lists/{id}";

    #[test]
    fn every_id_stays_one_segment() {
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
    fn what_cannot_be_a_segment_is_remembered_with_the_name_of_its_parameter() {
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
    fn an_argument_in_quotes_doubles_its_own() {
        let template = "/worksheets/{sheet}/range(address='{address}')/format";
        let address = Address::new(template, &[&"Q'1", &"'Q'!A1"]);
        assert_eq!(
            address.path(),
            "/worksheets/Q%271/range(address='%27%27Q%27%27!A1')/format"
        );
    }

    #[test]
    fn an_argument_without_quotes_cannot_become_another() {
        let template = "/charts/item(index={index})";
        for index in ["-1", "1.5e+3", "5E3B4E06-4c1f-4b0a-8b0c-1f3f0d5b0b51"] {
            assert_eq!(Address::new(template, &[&index]).problem(), None);
        }
        for index in ["1,name='x'", "1)/users(2", "a b", "'1'", "\u{fc}"] {
            assert_eq!(
                Address::new(template, &[&index]).problem(),
                Some("`index` is neither a number nor a GUID, and stands without quotes"),
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
