//! The items that a query chooses, in its order.

use std::cmp::Ordering;

use crate::odata::query::Query;
use crate::store::Properties;

/// Items of a page, and what stands beside them.
pub(super) struct Part<T> {
    pub(super) items: Vec<T>,
    /// The position after which the next page begins, if there is one.
    pub(super) next: Option<u64>,
}

/// Returns the items that the query chooses, without its order.
pub(super) fn chosen<T>(
    query: &Query,
    mut items: Vec<T>,
    properties: impl Fn(&T) -> &Properties,
) -> Vec<T> {
    let (filter, search) = (query.filter.as_ref(), query.search.as_ref());
    items.retain(|item| {
        let properties = properties(item);
        filter.is_none_or(|filter| filter.matches(properties))
            && search.is_none_or(|search| search.matches(properties))
    });
    items
}

/// Returns a page of the items that the query has chosen, in its order. A position is a number of items then.
pub(super) fn arranged<T>(
    query: &Query,
    mut items: Vec<T>,
    page_size: usize,
    properties: impl Fn(&T) -> &Properties,
) -> Part<T> {
    items.sort_by(|one, other| {
        let mut orders = query.order.iter();
        let order = orders.find_map(|order| {
            let order = order.compare(properties(one), properties(other));
            order.is_ne().then_some(order)
        });
        order.unwrap_or(Ordering::Equal)
    });
    let start = match query.after {
        0 => query.skip,
        after => after,
    };
    let start = usize::try_from(start)
        .unwrap_or(usize::MAX)
        .min(items.len());
    let end = start.saturating_add(page_size).min(items.len());
    let next = (end < items.len()).then_some(end as u64);
    items.truncate(end);
    Part {
        items: items.split_off(start),
        next,
    }
}
