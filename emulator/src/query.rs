use graph_resource::{Operation, TypeInfo};

use crate::refusal::{Refusal, excerpt};

const SELECT: &str = "$select";
const TOP: &str = "$top";
const SKIP_TOKEN: &str = "$skiptoken";

/// The largest page that can be asked for.
const LARGEST_PAGE: usize = 999;

/// The system query options of a request.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Query {
    /// The names of the properties to answer with, where not all.
    pub(crate) select: Option<Vec<&'static str>>,
    /// The size of a page.
    pub(crate) top: Option<usize>,
    /// The position after which a page begins.
    pub(crate) after: u64,
}

impl Query {
    /// Options that do not begin with `$` are none of the system's, and ignored.
    pub(crate) fn parse(
        query: &str,
        info: &TypeInfo,
        operation: Operation,
    ) -> Result<Self, Refusal> {
        let mut parsed = Self::default();
        let mut seen = Vec::new();
        for (name, value) in form_urlencoded::parse(query.as_bytes()) {
            let name = name.to_ascii_lowercase();
            if !name.starts_with('$') {
                continue;
            }
            if seen.contains(&name) {
                let message = format!(
                    "Query option '{}' was specified more than once.",
                    excerpt(&name)
                );
                return Err(Refusal::bad_request(message));
            }
            parsed.read(&name, &value, info, operation)?;
            seen.push(name);
        }
        Ok(parsed)
    }

    fn read(
        &mut self,
        name: &str,
        value: &str,
        info: &TypeInfo,
        operation: Operation,
    ) -> Result<(), Refusal> {
        match (name, operation) {
            (SELECT, operation) if operation != Operation::Delete => {
                self.select = select(value, info)?;
            }
            (TOP, Operation::List) => self.top = Some(top(value)?),
            (SKIP_TOKEN, Operation::List) => self.after = skip_token(value)?,
            (SELECT | TOP | SKIP_TOKEN, _) => {
                let message = format!("Query option '{name}' is not allowed in this request.");
                return Err(Refusal::bad_request(message));
            }
            _ => {
                return Err(Refusal::not_emulated(format_args!(
                    "the query option '{}'",
                    excerpt(name)
                )));
            }
        }
        Ok(())
    }
}

/// The query that asks for the items after `position`, and otherwise the same.
pub(crate) fn next(query: &str, position: u64) -> String {
    let is_kept = |option: &&str| {
        let name = form_urlencoded::parse(option.as_bytes()).next();
        name.is_some_and(|(name, _)| !name.eq_ignore_ascii_case(SKIP_TOKEN))
    };
    let kept = query.split('&').filter(is_kept);
    kept.map(|option| format!("{option}&"))
        .chain([format!("{SKIP_TOKEN}={position:x}")])
        .collect()
}

/// `*` is all properties.
fn select(value: &str, info: &TypeInfo) -> Result<Option<Vec<&'static str>>, Refusal> {
    let mut selected = Vec::new();
    for name in value.split(',').map(str::trim) {
        if name == "*" {
            return Ok(None);
        }
        let property = info
            .property(name)
            .ok_or_else(|| no_such_property(name, info))?;
        selected.push(property.name());
    }
    Ok(Some(selected))
}

fn no_such_property(name: &str, info: &TypeInfo) -> Refusal {
    Refusal::bad_request(format!(
        "Parsing OData Select and Expand failed: Could not find a property named '{}' on type '{}'.",
        excerpt(name),
        info.name()
    ))
}

fn top(value: &str) -> Result<usize, Refusal> {
    let size = value.parse().ok();
    size.filter(|size| (1..=LARGEST_PAGE).contains(size)).ok_or_else(|| {
        Refusal::bad_request(format!(
            "Invalid page size specified: '{}'. Must be between 1 and {LARGEST_PAGE} inclusive.",
            excerpt(value)
        ))
    })
}

fn skip_token(value: &str) -> Result<u64, Refusal> {
    u64::from_str_radix(value, 16).map_err(|_| {
        Refusal::bad_request("The value of '$skiptoken' is not one of an '@odata.nextLink'.")
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that panics has failed")]
mod tests {
    use graph_resource::{EdmType, Property};
    use http::StatusCode;

    use super::*;

    static TYPE: TypeInfo = TypeInfo::new(
        "#microsoft.graph.thing",
        true,
        &[
            Property::new("id", EdmType::String).key(),
            Property::new("name", EdmType::String),
        ],
    );

    fn parse(query: &str) -> Result<Query, StatusCode> {
        Query::parse(query, &TYPE, Operation::List).map_err(|refusal| refusal.status)
    }

    #[test]
    fn options_are_read_decoded_and_in_any_case() {
        let query = parse("%24Select=id,%20name&$TOP=5&foo=1&select=x&$skiptoken=ff").unwrap();
        assert_eq!(query.select, Some(vec!["id", "name"]));
        assert_eq!((query.top, query.after), (Some(5), 255));
        assert_eq!(parse("$select=name,*&&=&%").unwrap(), Query::default());
    }

    #[test]
    fn what_is_not_emulated_or_wrong_is_never_ignored() {
        for query in [
            "$filter=a",
            "$expand=b",
            "$orderby=c",
            "$skip=1",
            "$count=true",
            "$",
            "$x",
        ] {
            assert_eq!(parse(query), Err(StatusCode::NOT_IMPLEMENTED), "{query}");
        }
        for query in [
            "$select=",
            "$select=Name",
            "$select=name/x",
            "$top=0",
            "$top=-1",
            "$top=1000",
            "$top=x",
            "$skiptoken=z",
            "$skiptoken=",
            "$top=1&$top=1",
        ] {
            assert_eq!(parse(query), Err(StatusCode::BAD_REQUEST), "{query}");
        }
        let on_delete = Query::parse("$select=id", &TYPE, Operation::Delete);
        assert!(on_delete.is_err());
    }

    #[test]
    fn the_next_query_keeps_all_but_the_position() {
        assert_eq!(next("", 26), "$skiptoken=1a");
        assert_eq!(
            next("$top=2&%24skiptoken=5&a=b+c", 255),
            "$top=2&a=b+c&$skiptoken=ff"
        );
    }
}
