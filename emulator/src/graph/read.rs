use bytes::Bytes;
use http::header::CONTENT_TYPE;
use http::{HeaderValue, Response, StatusCode};

use crate::http::response::{empty, json};
use crate::odata::query::{Query, next_page};
use crate::store::{Item, Store};

use super::advanced::counts;
use super::call::Call;
use super::error::GraphError;
use super::expansion::expanded;
use super::representation::{Page, Representation};

const TEXT: HeaderValue = HeaderValue::from_static("text/plain");

/// Items of a page, and what stands beside them.
struct Part<'s> {
    items: Vec<&'s Item>,
    /// The position after which the next page begins, if there is one.
    next: Option<u64>,
}

pub(super) fn list(call: &Call<'_>, store: &Store) -> Response<Bytes> {
    let part = if call.query.arranges() {
        arranged_part(call, store)
    } else {
        let slice = store.slice(&call.target.path.id(), call.query.after, call.page_size());
        Part {
            items: slice.items,
            next: slice.next,
        }
    };
    let count = counts(call).then(|| found(&call.query, store, &call.target.path.id()).len());
    let items = part.items.into_iter().map(|item| Representation {
        expanded: expanded(call, item, store),
        ..call.representation(item)
    });
    let page = Page {
        context: call.context_url(""),
        count,
        next_link: part.next.map(|position| next_link(call, position)),
        value: items.collect(),
    };
    json(StatusCode::OK, &page)
}

/// Returns a page of the items that the query chooses, in its order. A position is a number of items then.
fn arranged_part<'s>(call: &Call<'_>, store: &'s Store) -> Part<'s> {
    let mut items = found(&call.query, store, &call.target.path.id());
    items.sort_by(|one, other| {
        let orders = call.query.order.iter();
        let order = orders
            .map(|order| order.compare(&one.properties, &other.properties))
            .find(|order| order.is_ne());
        order.unwrap_or(std::cmp::Ordering::Equal)
    });
    let start = match call.query.after {
        0 => call.query.skip,
        after => after,
    };
    let start = usize::try_from(start)
        .unwrap_or(usize::MAX)
        .min(items.len());
    let end = start.saturating_add(call.page_size()).min(items.len());
    let next = (end < items.len()).then_some(end as u64);
    Part {
        items: items.drain(start..end).collect(),
        next,
    }
}

/// Returns the items that the query chooses, without its order.
fn found<'s>(query: &Query, store: &'s Store, collection: &str) -> Vec<&'s Item> {
    let mut items = store.slice(collection, 0, usize::MAX).items;
    items.retain(|item| {
        let filter = query.filter.as_ref();
        let search = query.search.as_ref();
        filter.is_none_or(|filter| filter.matches(&item.properties))
            && search.is_none_or(|search| search.matches(&item.properties))
    });
    items
}

/// Answers the number of items in the collection ("OData Protocol", Requesting the Number of Items in a Collection).
pub(super) fn count(call: &Call<'_>, store: &Store) -> Response<Bytes> {
    let count = found(&call.query, store, &call.target.path.id()).len();
    let mut response = empty(StatusCode::OK);
    *response.body_mut() = Bytes::from(count.to_string());
    response.headers_mut().insert(CONTENT_TYPE, TEXT);
    response
}

pub(super) fn get(call: &Call<'_>, store: &Store) -> Result<Response<Bytes>, GraphError> {
    let item = call.item(store)?;
    let expanded = expanded(call, item, store);
    Ok(call.expanded_response(StatusCode::OK, item, expanded))
}

fn next_link(call: &Call<'_>, position: u64) -> String {
    let query = call.request.uri().query().unwrap_or_default();
    let query = next_page(query, position);
    call.url(&format!("{}?{query}", call.target.path.encoded()))
}
