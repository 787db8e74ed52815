//! A simple form of `$search`: words in quotes, each in any property or in one, joined by `AND` and `OR`.

use serde_json::Value;

use super::value::folded;
use crate::odata::properties::Properties as Types;
use crate::odata::query_error::QueryError;
use crate::odata::select::unknown_property;
use crate::store::Properties;
use crate::text::truncate;

/// A search: one of these lists, of which each word must be found.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Search(Vec<Vec<Word>>);

#[derive(Debug, PartialEq, Eq)]
struct Word {
    /// The property in which it is searched, or nothing for all texts of the item.
    property: Option<&'static str>,
    text: String,
}

/// Parses the value of `$search`.
pub(crate) fn parse(value: &str, types: &dyn Types) -> Result<Search, QueryError> {
    let mut lists = vec![Vec::new()];
    let mut rest = value.trim();
    loop {
        let (text, after) = quoted(rest).ok_or_else(|| unsupported(value))?;
        let word = word(&text, types)?;
        if let Some(list) = lists.last_mut() {
            list.push(word);
        }
        rest = after.trim_start();
        if rest.is_empty() {
            return Ok(Search(lists));
        }
        rest = if let Some(next) = rest.strip_prefix("AND ") {
            next.trim_start()
        } else if let Some(next) = rest.strip_prefix("OR ") {
            lists.push(Vec::new());
            next.trim_start()
        } else {
            return Err(unsupported(value));
        };
    }
}

fn unsupported(value: &str) -> QueryError {
    QueryError::Unsupported(format!("$search={}", truncate(value)))
}

/// Splits a text in quotes, in which quotes are escaped by `\`, from what follows it.
fn quoted(text: &str) -> Option<(String, &str)> {
    let mut decoded = String::new();
    let mut characters = text.strip_prefix('"')?.char_indices();
    while let Some((index, character)) = characters.next() {
        match character {
            '"' => return Some((decoded, &text[index + 2..])),
            '\\' => decoded.push(characters.next()?.1),
            other => decoded.push(other),
        }
    }
    None
}

fn word(text: &str, types: &dyn Types) -> Result<Word, QueryError> {
    let Some((name, part)) = text.split_once(':') else {
        return Ok(Word {
            property: None,
            text: folded(text),
        });
    };
    let property = types
        .property(name)
        .ok_or_else(|| unknown_property(name, types))?;
    Ok(Word {
        property: Some(property.name()),
        text: folded(part),
    })
}

impl Search {
    /// Returns whether the search finds an item.
    pub(crate) fn matches(&self, item: &Properties) -> bool {
        let mut lists = self.0.iter();
        lists.any(|words| words.iter().all(|word| word.is_in(item)))
    }
}

impl Word {
    fn is_in(&self, item: &Properties) -> bool {
        let contains = |value: &Value| {
            let text = value.as_str().map(folded);
            text.is_some_and(|text| text.contains(&self.text))
        };
        match self.property {
            Some(name) => item.get(name).is_some_and(contains),
            None => item
                .iter()
                .any(|(name, value)| !name.starts_with('@') && contains(value)),
        }
    }
}
