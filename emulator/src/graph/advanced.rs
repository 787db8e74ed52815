//! Advanced queries, which directory objects answer from an index ("Advanced query capabilities on directory objects").

use http::HeaderMap;

use crate::odata::entity_types::EntityTypes;
use crate::odata::query::Query;

use super::error::GraphError;

/// The largest number of values in a list.
const MAX_LIST: usize = 15;

fn is_eventual(headers: &HeaderMap) -> bool {
    let level = headers.get("consistencylevel");
    level.is_some_and(|level| level.as_bytes().eq_ignore_ascii_case(b"eventual"))
}

/// Returns whether one of the types is that of directory objects.
pub(super) fn has_advanced_queries(types: &EntityTypes) -> bool {
    types
        .iter()
        .any(|each| each.type_info().has_advanced_queries())
}

/// Refuses an advanced query without what it needs. `counts` is true for the number of items alone.
pub(super) fn check(
    query: &Query,
    is_directory: bool,
    headers: &HeaderMap,
    counts: bool,
) -> Result<(), GraphError> {
    if !is_directory {
        return Ok(());
    }
    let filter = query.filter.as_ref();
    if filter.is_some_and(|filter| filter.longest_list() > MAX_LIST) {
        let message = format!(
            "Too many child clauses specified in search filter expression containing 'OR' operators: more than {MAX_LIST}."
        );
        return Err(GraphError::unsupported_query(message));
    }
    let (is_advanced, needs_count) = query.advanced();
    let is_missing = (is_advanced || counts) && !is_eventual(headers);
    if is_missing || (needs_count && !counts && !query.count) {
        let message = "Request needs the header 'ConsistencyLevel: eventual' and '$count=true'.";
        return Err(GraphError::unsupported_query(message));
    }
    Ok(())
}

/// Returns whether a page has the count. Directory objects ignore the option without the header.
pub(super) fn counts(query: &Query, is_directory: bool, headers: &HeaderMap) -> bool {
    query.count && (!is_directory || is_eventual(headers))
}
