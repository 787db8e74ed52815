use std::borrow::Cow;
use std::fmt::{self, Display};
use std::marker::PhantomData;
use std::str::FromStr;

use serde_core::de::{self, Visitor};
use serde_core::{Deserialize, Deserializer, Serializer};

use super::schema::EdmType;
use super::value::{Form, PropertyValue};
use crate::json::{Input, ValueError};

impl PropertyValue for String {
    const EDM_TYPE: EdmType = EdmType::String;

    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::deserialize(deserializer)
    }

    // Most values are strings.
    #[inline]
    fn from_input(input: Input<'_, '_>) -> Result<Self, ValueError> {
        match input.as_text() {
            Some(text) => Ok(text.to_owned()),
            None => Err(input.unexpected("a string")),
        }
    }

    fn write<S: Serializer>(&self, serializer: S, _: Form<'_>) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self)
    }
}

impl PropertyValue for Cow<'_, str> {
    const EDM_TYPE: EdmType = EdmType::String;

    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Cow::Owned)
    }

    fn write<S: Serializer>(&self, serializer: S, _: Form<'_>) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self)
    }
}

/// The number of characters of a text that an error quotes.
const MAX_QUOTED: usize = 100;

/// A text in an error: in backquotes, shortened, and on one line, because it may be logged.
pub(super) struct Quoted<'a>(pub(super) &'a str);

impl Display for Quoted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut characters = self.0.chars();
        let quoted = characters.by_ref().take(MAX_QUOTED);
        write!(
            f,
            "`{}",
            quoted.flat_map(char::escape_debug).collect::<String>()
        )?;
        f.write_str(if characters.next().is_some() {
            "…`"
        } else {
            "`"
        })
    }
}

/// Parses a string by `FromStr`.
pub(super) fn parse<'de, T, D>(deserializer: D, expected: &'static str) -> Result<T, D::Error>
where
    T: FromStr<Err: Display>,
    D: Deserializer<'de>,
{
    visit(deserializer, expected, |text| {
        text.parse()
            .map_err(|error| format!("{error}: {}", Quoted(text)))
    })
}

/// Parses a string by `read`.
pub(super) fn visit<'de, T, D: Deserializer<'de>>(
    deserializer: D,
    expected: &'static str,
    read: impl FnOnce(&str) -> Result<T, String>,
) -> Result<T, D::Error> {
    struct Text<T, F> {
        expected: &'static str,
        read: F,
        value: PhantomData<T>,
    }

    impl<T, F: FnOnce(&str) -> Result<T, String>> Visitor<'_> for Text<T, F> {
        type Value = T;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str(self.expected)
        }

        fn visit_str<E: de::Error>(self, text: &str) -> Result<T, E> {
            let expected = self.expected;
            (self.read)(text)
                .map_err(|error| E::custom(format_args!("{error}, expected {expected}")))
        }
    }

    deserializer.deserialize_str(Text {
        expected,
        read,
        value: PhantomData,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_in_an_error_is_short_and_on_one_line() {
        assert_eq!(Quoted("24H2").to_string(), "`24H2`");
        assert_eq!(Quoted("a\nb\u{2028}").to_string(), "`a\\nb\\u{2028}`");
        let long = Quoted(&"x".repeat(101)).to_string();
        assert_eq!(long, format!("`{}…`", "x".repeat(100)));
    }
}
