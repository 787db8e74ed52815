//! The syntax of `$expand`: names, and options in parentheses.

use crate::text::truncate;

use super::query_error::QueryError;
use super::separated::split_outside;

/// A relationship in `$expand`.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Item<'t> {
    pub(super) name: &'t str,
    /// The names and values of its options.
    pub(super) options: Vec<(&'t str, &'t str)>,
}

/// Parses the value of `$expand`: `manager,members($select=id,displayName;$top=5)`.
pub(super) fn parse(value: &str) -> Result<Vec<Item<'_>>, QueryError> {
    split_outside(value, ',')
        .map(|item| parse_item(item.trim()))
        .collect()
}

fn parse_item(item: &str) -> Result<Item<'_>, QueryError> {
    let (name, options) = match item.split_once('(') {
        Some((name, rest)) => {
            let options = rest.strip_suffix(')');
            let options = options.ok_or_else(|| {
                let item = truncate(item);
                let message = format!("Invalid value for '$expand': '{item}' is not closed.");
                QueryError::Invalid(message)
            })?;
            (name, options.trim())
        }
        None => (item, ""),
    };
    if name == "*" || name.contains('/') {
        let feature = format!("$expand={}", truncate(name));
        return Err(QueryError::Unsupported(feature));
    }
    let options = split_outside(options, ';').filter(|option| !option.is_empty());
    let options = options.map(|option| {
        let (name, value) = option.split_once('=').unwrap_or((option, ""));
        (name.trim(), value.trim())
    });
    Ok(Item {
        name: name.trim(),
        options: options.collect(),
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that panics has failed")]
mod tests {
    use super::*;

    #[test]
    fn items_and_options_are_separated_outside_of_parentheses_and_quotes() {
        let items = parse("a, b($select=c,d; $expand=e($top=1;$skip=2);$filter=f eq ';),('),g()");
        let items = items.unwrap();
        let names: Vec<_> = items.iter().map(|item| item.name).collect();
        assert_eq!(names, ["a", "b", "g"]);
        assert_eq!(
            items[1].options,
            [
                ("$select", "c,d"),
                ("$expand", "e($top=1;$skip=2)"),
                ("$filter", "f eq ';),('"),
            ]
        );
        assert_eq!((items[0].options.len(), items[2].options.len()), (0, 0));
    }

    #[test]
    fn what_is_not_supported_is_not_ignored() {
        for value in ["*", "a,*", "owner/$ref"] {
            let parsed = parse(value);
            assert!(matches!(parsed, Err(QueryError::Unsupported(_))), "{value}");
        }
        for value in ["a(", "a($top=1"] {
            let parsed = parse(value);
            assert!(matches!(parsed, Err(QueryError::Invalid(_))), "{value}");
        }
    }
}
