//! The parameters of challenges in `WWW-Authenticate` (RFC 9110, section 11.6.1), as services send them.
//!
//! The parser is tolerant: a parameter that is malformed, such as a text of several words without quotation marks, is skipped alone. An item
//! of the list names another scheme only if a parameter follows it, since any other words may be part of such a text.

use std::borrow::Cow;

const BEARER: &str = "Bearer";

/// One parameter of a challenge.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Parameter<'a> {
    /// The scheme of the challenge, which is empty if the line does not begin with one.
    scheme: &'a str,
    name: &'a str,
    pub(super) value: Cow<'a, str>,
}

impl Parameter<'_> {
    /// Returns whether this is the parameter `name` of a `Bearer` challenge.
    pub(super) fn is_of_bearer(&self, name: &str) -> bool {
        self.scheme.eq_ignore_ascii_case(BEARER) && self.name.eq_ignore_ascii_case(name)
    }
}

/// Iterates over the well-formed parameters of all challenges in one line.
pub(super) struct Parameters<'a> {
    scheme: &'a str,
    rest: &'a str,
}

impl<'a> Parameters<'a> {
    pub(super) const fn new(line: &'a str) -> Self {
        Self {
            scheme: "",
            rest: line,
        }
    }

    /// Consumes the scheme of another challenge, if an item begins with one.
    fn read_scheme(&mut self) {
        let (scheme, rest) = split_token(self.rest);
        let next = skip_space(rest);
        let is_word = !scheme.is_empty() && (next.len() < rest.len() || is_end_of_item(rest));
        let is_first = self.scheme.is_empty();
        if is_word && (is_first || value(next).is_some() || scheme.eq_ignore_ascii_case(BEARER)) {
            self.scheme = scheme;
            self.rest = next;
        }
    }

    /// Consumes one parameter. Returns `None` if it is malformed.
    fn read_parameter(&mut self) -> Option<Parameter<'a>> {
        let (name, _) = split_token(self.rest);
        let text = value(self.rest)?;
        let (value, rest) = match text.strip_prefix('"') {
            Some(text) => split_quoted(text)?,
            None => split_unquoted(text),
        };
        self.rest = rest;
        (is_end_of_item(rest) || is_before_parameter(rest)).then_some(Parameter {
            scheme: self.scheme,
            name,
            value,
        })
    }

    /// Skips what is malformed, up to the next item or parameter.
    fn skip(&mut self) {
        while let Some(at) = self.rest.find([',', ' ', '\t']) {
            self.rest = self.rest.get(at..).unwrap_or_default();
            if self.rest.starts_with(',') || is_before_parameter(self.rest) {
                return;
            }
            self.rest = skip_space(self.rest);
        }
        self.rest = "";
    }
}

impl<'a> Iterator for Parameters<'a> {
    type Item = Parameter<'a>;

    fn next(&mut self) -> Option<Parameter<'a>> {
        loop {
            self.rest = self.rest.trim_start_matches([',', ' ', '\t']);
            if self.rest.is_empty() {
                return None;
            }
            self.read_scheme();
            match self.read_parameter() {
                Some(parameter) => return Some(parameter),
                None => self.skip(),
            }
        }
    }
}

fn skip_space(text: &str) -> &str {
    text.trim_start_matches([' ', '\t'])
}

fn is_end_of_item(text: &str) -> bool {
    let text = skip_space(text);
    text.is_empty() || text.starts_with(',')
}

/// Returns whether a parameter follows after a space, where a comma is missing.
fn is_before_parameter(text: &str) -> bool {
    let next = skip_space(text);
    next.len() < text.len() && value(next).is_some()
}

/// Splits off a token, which is empty if there is none (RFC 9110, section 5.6.2).
fn split_token(text: &str) -> (&str, &str) {
    let is_token = |character: char| {
        character.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~".contains(character)
    };
    let end = text.find(|character| !is_token(character));
    text.split_at(end.unwrap_or(text.len()))
}

/// Returns what follows the name and the equals sign of a parameter.
fn value(parameter: &str) -> Option<&str> {
    let (name, rest) = split_token(parameter);
    let value = skip_space(rest).strip_prefix('=')?;
    (!name.is_empty()).then(|| skip_space(value))
}

/// Splits a value without quotation marks off, which may have other characters than a token, such as those of a URL.
fn split_unquoted(text: &str) -> (Cow<'_, str>, &str) {
    let end = text.find([',', ' ', '\t']).unwrap_or(text.len());
    let (value, rest) = text.split_at(end);
    (Cow::Borrowed(value), rest)
}

/// Splits a quoted string off, after its first quotation mark (RFC 9110, section 5.6.4).
fn split_quoted(text: &str) -> Option<(Cow<'_, str>, &str)> {
    let mut unescaped = String::new();
    let mut rest = text;
    loop {
        let (part, after) = rest.split_at(rest.find(['"', '\\'])?);
        let mut characters = after.chars();
        if characters.next() == Some('"') {
            let value = if unescaped.is_empty() {
                Cow::Borrowed(part)
            } else {
                Cow::Owned(unescaped + part)
            };
            return Some((value, characters.as_str()));
        }
        unescaped.push_str(part);
        unescaped.push(characters.next()?);
        rest = characters.as_str();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns the parameters of a line as `scheme.name=value`.
    fn of(line: &str) -> Vec<String> {
        Parameters::new(line)
            .map(
                |Parameter {
                     scheme,
                     name,
                     value,
                 }| format!("{scheme}.{name}={value}"),
            )
            .collect()
    }

    #[test]
    fn well_formed_challenges_are_read_completely() {
        for (line, expected) in [
            ("", &[][..]),
            ("Negotiate", &[]),
            (r#"Basic realm="a, b=c""#, &["Basic.realm=a, b=c"]),
            (
                r#"Bearer a=1 , b = "\"\\é""#,
                &["Bearer.a=1", "Bearer.b=\"\\é"],
            ),
            (
                r#"Negotiate, Basic realm="", ,Bearer a="1",b=2"#,
                &["Basic.realm=", "Bearer.a=1", "Bearer.b=2"],
            ),
        ] {
            assert_eq!(of(line), expected, "{line}");
        }
    }

    #[test]
    fn a_malformed_parameter_is_skipped_alone() {
        for malformed in [
            "x=Token has expired",
            "x=Token has expired. Please sign in",
            "x=expired, please sign in",
            "x=expired, sorry",
            "x=\"the \"aud\" claim, is wrong\"",
            "x=\"1\"2",
            "x",
            "\"x\"",
            "=x",
            "x:y",
            "é=1",
            "{\"x\":1}",
        ] {
            let line = format!("Bearer a=1, {malformed}, b=\"2\"");
            let found = of(&line);
            let others = found
                .iter()
                .filter(|parameter| !parameter.starts_with("Bearer.x="));
            assert_eq!(
                others.collect::<Vec<_>>(),
                ["Bearer.a=1", "Bearer.b=2"],
                "{line}"
            );
            let first = of(&format!("Bearer {malformed}, b=\"2\""));
            assert_eq!(
                first.last().map(String::as_str),
                Some("Bearer.b=2"),
                "{line}"
            );
        }
        assert_eq!(
            of("Bearer a=1, x=\"no end, b=2"),
            ["Bearer.a=1", "Bearer.b=2"]
        );
    }

    #[test]
    fn a_url_needs_no_quotation_marks_and_a_parameter_no_comma() {
        let line = r#"Bearer realm="" authorization_uri=https://login.example/a?b=c error="e""#;
        let expected = [
            "Bearer.realm=",
            "Bearer.authorization_uri=https://login.example/a?b=c",
            "Bearer.error=e",
        ];
        assert_eq!(of(line), expected);
    }
}
