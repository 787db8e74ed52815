use std::str::FromStr;

use graph_resource::{EdmType, Operation, Property};

use crate::text::truncate;

use super::expand;
use super::filter::{self, Filter, Order, Search};
use super::properties::Properties;
use super::query_error::QueryError;
use super::select::{parse_select, unknown_property};

pub(crate) const SELECT: &str = "$select";
const EXPAND: &str = "$expand";
pub(crate) const TOP: &str = "$top";
const SKIP: &str = "$skip";
const COUNT: &str = "$count";
const FILTER: &str = "$filter";
const ORDER_BY: &str = "$orderby";
const SEARCH: &str = "$search";
pub(crate) const SKIP_TOKEN: &str = "$skiptoken";
pub(crate) const DELTA_TOKEN: &str = "$deltatoken";

/// The system query options whose names may lack the `$` ("Use query parameters to customize responses").
const OPTIONAL_PREFIX: &[&str] = &[
    "apply",
    "compute",
    "count",
    "deltatoken",
    "expand",
    "filter",
    "format",
    "levels",
    "orderby",
    "search",
    "select",
    "skip",
    "skiptoken",
    "top",
];

/// The limit for relationships that are expanded in one another.
const MAX_EXPAND_DEPTH: usize = 3;

/// The largest page size that a request may ask for.
const MAX_PAGE_SIZE: usize = 999;

/// The system query options of a request.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Query {
    /// The names of the selected properties, or `None` for all.
    pub(crate) select: Option<Vec<&'static str>>,
    /// The relationships whose items the answer contains.
    pub(crate) expand: Vec<Expanded>,
    /// The requested page size.
    pub(crate) top: Option<usize>,
    /// The position after which the page begins.
    pub(crate) after: u64,
    /// The number of items to leave out before the first page.
    pub(crate) skip: u64,
    /// `true` if the page says how many items there are.
    pub(crate) count: bool,
    pub(crate) filter: Option<Filter>,
    pub(crate) order: Vec<Order>,
    pub(crate) search: Option<Search>,
    /// The token of the state whose changes are asked for.
    pub(crate) delta_token: Option<String>,
}

/// A relationship in `$expand`.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Expanded {
    pub(crate) property: Property,
    /// The options for the related items.
    pub(crate) query: Query,
}

impl Query {
    /// Returns whether the items are chosen or ordered, so that a page is a part of another list than the stored one.
    pub(crate) fn arranges(&self) -> bool {
        self.filter.is_some() || self.search.is_some() || !self.order.is_empty() || self.skip > 0
    }

    /// Returns whether directory objects answer the query only with `ConsistencyLevel: eventual` ("Advanced query capabilities on directory
    /// objects"), and whether it must also ask for the count.
    pub(crate) fn advanced(&self) -> (bool, bool) {
        let filter = self.filter.as_ref();
        let is_advanced =
            filter.is_some_and(|filter| filter.is_advanced() || !self.order.is_empty());
        (is_advanced || self.search.is_some(), is_advanced)
    }

    /// Parses the system query options. Other options are ignored.
    pub(crate) fn parse(
        query: &str,
        types: &dyn Properties,
        operation: Operation,
    ) -> Result<Self, QueryError> {
        let parsed = Self::of_text(query, types, operation)?;
        match parsed.delta_token {
            None => Ok(parsed),
            Some(_) => Err(QueryError::Unsupported(DELTA_TOKEN.to_owned())),
        }
    }

    /// Parses the options of the function `delta`: those of a list that it supports, and its token.
    pub(crate) fn parse_delta(query: &str, types: &dyn Properties) -> Result<Self, QueryError> {
        let parsed = Self::of_text(query, types, Operation::List)?;
        if parsed.arranges() || parsed.count {
            let options = "$filter, $orderby, $search, $skip and $count of delta";
            return Err(QueryError::Unsupported(options.to_owned()));
        }
        Ok(parsed)
    }

    fn of_text(
        query: &str,
        types: &dyn Properties,
        operation: Operation,
    ) -> Result<Self, QueryError> {
        let options = form_urlencoded::parse(query.as_bytes());
        let options = options.filter_map(|(name, value)| Some((system_option(&name)?, value)));
        Self::of_options(options, types, operation, 0)
    }

    /// Reads options by their names in lower case and with their `$`, each of which can be given once.
    fn of_options<V: AsRef<str>>(
        options: impl Iterator<Item = (String, V)>,
        types: &dyn Properties,
        operation: Operation,
        depth: usize,
    ) -> Result<Self, QueryError> {
        let mut query = Self::default();
        let mut seen = Vec::new();
        for (name, value) in options {
            if seen.contains(&name) {
                let name = truncate(&name);
                let message = format!("Query option '{name}' was specified more than once.");
                return Err(QueryError::Invalid(message));
            }
            query.set(&name, value.as_ref(), types, operation, depth)?;
            seen.push(name);
        }
        Ok(query)
    }

    fn set(
        &mut self,
        name: &str,
        value: &str,
        types: &dyn Properties,
        operation: Operation,
        depth: usize,
    ) -> Result<(), QueryError> {
        match (name, operation) {
            (SELECT, operation) if operation != Operation::Delete => {
                self.select = parse_select(value, types)?;
            }
            (EXPAND, Operation::List | Operation::Get) => {
                self.expand = parse_expand(value, types, depth + 1)?;
            }
            (TOP, Operation::List) => self.top = Some(parse_top(value)?),
            (SKIP, Operation::List) => self.skip = parse_value(name, value)?,
            (COUNT, Operation::List) => self.count = parse_value(name, value)?,
            (FILTER, Operation::List) => self.filter = Some(filter::parse(value, types)?),
            (ORDER_BY, Operation::List) => self.order = filter::parse_order(value, types)?,
            (SEARCH, Operation::List) => self.search = Some(filter::parse_search(value, types)?),
            (SKIP_TOKEN, Operation::List) => self.after = parse_skip_token(value)?,
            (DELTA_TOKEN, Operation::List) => self.delta_token = Some(value.to_owned()),
            (SELECT | EXPAND | TOP | SKIP | COUNT | FILTER | ORDER_BY | SEARCH | SKIP_TOKEN, _) => {
                let message = format!("Query option '{name}' is not allowed in this request.");
                return Err(QueryError::Invalid(message));
            }
            _ => return Err(QueryError::Unsupported(truncate(name).to_owned())),
        }
        Ok(())
    }
}

fn parse_expand(
    value: &str,
    types: &dyn Properties,
    depth: usize,
) -> Result<Vec<Expanded>, QueryError> {
    if depth > MAX_EXPAND_DEPTH {
        let message = format!("'$expand' is nested more than {MAX_EXPAND_DEPTH} levels deep.");
        return Err(QueryError::Invalid(message));
    }
    let mut expanded: Vec<Expanded> = Vec::new();
    for item in expand::parse(value)? {
        let property = types
            .property(item.name)
            .filter(|each| each.is_navigation());
        let property = property.ok_or_else(|| unknown_property(item.name, types))?;
        let operation = match property.edm_type() {
            EdmType::Collection(_) | EdmType::Untyped => Operation::List,
            _ => Operation::Get,
        };
        let mut options = Vec::new();
        for (name, value) in item.options {
            match system_option(name) {
                Some(name) if ![COUNT, SKIP_TOKEN, DELTA_TOKEN].contains(&name.as_str()) => {
                    options.push((name, value));
                }
                _ => {
                    let feature = format!("$expand={}({})", item.name, truncate(name));
                    return Err(QueryError::Unsupported(feature));
                }
            }
        }
        let options = options.into_iter();
        let query = Query::of_options(options, &property.edm_type(), operation, depth)?;
        if !expanded.iter().any(|other| other.property == property) {
            expanded.push(Expanded { property, query });
        }
    }
    Ok(expanded)
}

/// Returns the URL of the link to remove, `$id` ("OData Protocol", Remove a Reference to an Entity). There is no other option then.
pub(crate) fn entity_id(query: &str) -> Result<Option<String>, QueryError> {
    let mut id = None;
    for (name, value) in form_urlencoded::parse(query.as_bytes()) {
        match name.to_ascii_lowercase().as_str() {
            "$id" | "@id" => id = Some(value.into_owned()),
            other => {
                if let Some(name) = system_option(other) {
                    return Err(QueryError::Unsupported(truncate(&name).to_owned()));
                }
            }
        }
    }
    Ok(id)
}

/// Returns the name of a system query option in lower case and with its `$`, or `None` for an option that a client has invented.
fn system_option(name: &str) -> Option<String> {
    let name = name.to_ascii_lowercase();
    if OPTIONAL_PREFIX.contains(&name.as_str()) {
        return Some(format!("${name}"));
    }
    name.starts_with('$').then_some(name)
}

/// Returns the value of a system query option, by its name in lower case and with its `$`.
pub(crate) fn option(query: &str, name: &str) -> Option<String> {
    let mut options = form_urlencoded::parse(query.as_bytes());
    let found = options.find(|(each, _)| system_option(each).as_deref() == Some(name));
    found.map(|(_, value)| value.into_owned())
}

/// Returns the query for the page after `position`, with all other options unchanged.
pub(crate) fn next_page(query: &str, position: u64) -> String {
    with_token(query, SKIP_TOKEN, position)
}

/// Returns the query with a token in place of the one that it has, and with all other options unchanged.
pub(crate) fn with_token(query: &str, name: &str, token: u64) -> String {
    let is_kept = |option: &&str| {
        let option = form_urlencoded::parse(option.as_bytes()).next();
        option.is_some_and(|(name, _)| {
            !matches!(
                system_option(&name).as_deref(),
                Some(SKIP_TOKEN | DELTA_TOKEN)
            )
        })
    };
    let kept = query.split('&').filter(is_kept);
    kept.map(|option| format!("{option}&"))
        .chain([format!("{name}={token:x}")])
        .collect()
}

fn parse_top(value: &str) -> Result<usize, QueryError> {
    let size = value.parse().ok();
    let size = size.filter(|size| (1..=MAX_PAGE_SIZE).contains(size));
    size.ok_or_else(|| {
        QueryError::Invalid(format!(
            "Invalid page size specified: '{}'. Must be between 1 and {MAX_PAGE_SIZE} inclusive.",
            truncate(value)
        ))
    })
}

fn parse_value<T: FromStr>(name: &str, value: &str) -> Result<T, QueryError> {
    value.parse().map_err(|_| {
        let value = truncate(value);
        QueryError::Invalid(format!("Invalid value for '{name}': '{value}'."))
    })
}

fn parse_skip_token(value: &str) -> Result<u64, QueryError> {
    u64::from_str_radix(value, 16).map_err(|_| {
        let message = "The value of '$skiptoken' does not come from an '@odata.nextLink'.";
        QueryError::Invalid(message.to_owned())
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that panics has failed")]
mod tests {
    use graph_resource::edm::PropertyValue;
    use graph_resource::{EdmType, Property, TypeInfo};

    use super::*;

    static TYPE: TypeInfo = TypeInfo::new(
        "#microsoft.graph.thing",
        true,
        &[
            Property::new("id", EdmType::String).key(),
            Property::new("name", EdmType::String),
        ],
    );

    fn parse(query: &str) -> Result<Query, QueryError> {
        Query::parse(query, &TYPE, Operation::List)
    }

    #[test]
    fn options_are_decoded_and_not_case_sensitive() {
        let query = parse("%24Select=id,%20name,id&$TOP=5&foo=1&$skiptoken=ff").unwrap();
        assert_eq!(query.select, Some(vec!["id", "name"]));
        assert_eq!((query.top, query.after), (Some(5), 255));
        assert_eq!(parse("$select=name,*&&=&%").unwrap(), Query::default());
    }

    #[test]
    fn the_dollar_sign_is_optional_in_the_names_of_system_options() {
        let query = parse("select=name&Top=5&skiptoken=ff").unwrap();
        assert_eq!(query.select, Some(vec!["name"]));
        assert_eq!((query.top, query.after), (Some(5), 255));
        let unsupported = QueryError::Unsupported("$apply".to_owned());
        assert_eq!(parse("apply=a"), Err(unsupported));
        assert_eq!(parse("skip=3&count=true"), parse("$skip=3&$Count=true"));
        assert!(matches!(parse("top=1&$top=1"), Err(QueryError::Invalid(_))));
        assert_eq!(next_page("skiptoken=1&top=2", 2), "top=2&$skiptoken=2");
    }

    #[test]
    fn unsupported_and_invalid_options_are_never_ignored() {
        for query in [
            "$apply=a",
            "$compute=c",
            "$deltatoken=latest",
            "$format=json",
            "$",
            "$x",
        ] {
            let name = query.split('=').next().unwrap();
            let unsupported = QueryError::Unsupported(name.to_owned());
            assert_eq!(parse(query), Err(unsupported));
        }
        for query in ["$select=name/x", "$select=microsoft.graph.other/x"] {
            let unsupported = QueryError::Unsupported(query.to_owned());
            assert_eq!(parse(query), Err(unsupported));
        }
        for query in [
            "$select=",
            "$select=Name",
            "$select=other/x",
            "$expand=name",
            "$top=0",
            "$top=-1",
            "$top=1000",
            "$top=x",
            "$skiptoken=z",
            "$skiptoken=",
            "$top=1&$top=1",
            "$skip=-1",
            "$count=yes",
            "$filter=",
            "$filter=other eq 1",
            "$orderby=other",
            "$orderby=name up",
            "$search=\"other:a\"",
        ] {
            assert!(
                matches!(parse(query), Err(QueryError::Invalid(_))),
                "{query}"
            );
        }
        let on_delete = Query::parse("$select=id", &TYPE, Operation::Delete);
        assert!(matches!(on_delete, Err(QueryError::Invalid(_))));
    }

    #[graph_resource::graph_complex]
    #[derive(Debug, Clone, PartialEq)]
    struct Part {
        id: Option<String>,
        name: Option<String>,
    }

    static OWNED: TypeInfo = TypeInfo::new(
        "#microsoft.graph.owned",
        true,
        &[
            Property::new("name", EdmType::String),
            Property::new("owner", Part::EDM_TYPE).navigation(),
            Property::new("parts", EdmType::Collection(&Part::EDM_TYPE)).navigation(),
        ],
    );

    #[test]
    fn an_expanded_relationship_has_options_of_its_own() {
        let query =
            "$expand=owner($select=id),parts($filter=name eq 'a';$orderby=name;$top=2),owner";
        let query = Query::parse(query, &OWNED, Operation::Get).unwrap();
        let names: Vec<_> = query
            .expand
            .iter()
            .map(|each| each.property.name())
            .collect();
        assert_eq!(names, ["owner", "parts"]);
        assert_eq!(query.expand[0].query.select, Some(vec!["id"]));
        let parts = &query.expand[1].query;
        assert_eq!((parts.top, parts.order.len()), (Some(2), 1));
        assert!(parts.filter.is_some());
    }

    #[test]
    fn an_option_that_a_relationship_does_not_have_is_never_ignored() {
        for (value, is_invalid) in [
            ("name", true),
            ("other", true),
            ("", true),
            ("owner,,parts", true),
            ("owner($top=1)", true),
            ("owner($select=other)", true),
            ("parts($filter=other eq 1)", true),
            ("parts($top=1;top=2)", true),
            ("parts($deltatoken=latest)", false),
            ("parts($count=true)", false),
            ("parts($levels=2)", false),
            ("parts(x=2)", false),
        ] {
            let query = Query::parse(&format!("$expand={value}"), &OWNED, Operation::Get);
            assert_eq!(
                matches!(query, Err(QueryError::Invalid(_))),
                is_invalid,
                "{value}"
            );
            assert_eq!(
                matches!(query, Err(QueryError::Unsupported(_))),
                !is_invalid,
                "{value}"
            );
        }
    }

    #[test]
    fn the_next_query_replaces_only_the_position() {
        assert_eq!(next_page("", 26), "$skiptoken=1a");
        assert_eq!(
            next_page("$top=2&%24skiptoken=5&a=b+c", 255),
            "$top=2&a=b+c&$skiptoken=ff"
        );
    }
}
