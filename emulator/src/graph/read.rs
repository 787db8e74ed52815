use bytes::Bytes;
use http::header::CONTENT_TYPE;
use http::{HeaderValue, Response, StatusCode};

use crate::http::response::{empty, json};
use crate::odata::query::{Query, next_page};
use crate::store::{Item, Store};

use super::advanced::{counts, has_advanced_queries};
use super::arrange::{Part, arranged, chosen};
use super::call::Call;
use super::error::GraphError;
use super::expansion::expanded;
use super::representation::{Page, Representation};

const TEXT: HeaderValue = HeaderValue::from_static("text/plain");

pub(super) fn list(call: &Call<'_>, store: &Store) -> Result<Response<Bytes>, GraphError> {
    let query = &call.query;
    let is_directory = has_advanced_queries(&call.target.types);
    let counts = counts(query, is_directory, call.request.headers());
    let collection = call.target.path.id();
    let chosen = if query.arranges() || counts {
        found(query, store, &collection)
    } else {
        Vec::new()
    };
    let count = counts.then_some(chosen.len());
    let part = if query.arranges() {
        arranged(query, chosen, call.page_size(), |item| &item.properties)
    } else {
        let slice = store.slice(&collection, query.after, call.page_size());
        Part {
            items: slice.items,
            next: slice.next,
        }
    };
    let items = part.items.into_iter().map(|item| {
        Ok(Representation {
            expanded: expanded(
                call,
                &call.item_id(item),
                &item.properties,
                &call.query,
                store,
            )?,
            ..call.representation(item)
        })
    });
    let page = Page {
        context: call.context_url(""),
        count,
        next_link: part.next.map(|position| next_link(call, position)),
        value: items.collect::<Result<_, GraphError>>()?,
    };
    Ok(json(StatusCode::OK, &page))
}

/// Returns the items of a collection that the query chooses, without its order.
fn found<'s>(query: &Query, store: &'s Store, collection: &str) -> Vec<&'s Item> {
    let items = store.slice(collection, 0, usize::MAX).items;
    chosen(query, items, |item| &item.properties)
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
    let expanded = expanded(
        call,
        &call.item_id(item),
        &item.properties,
        &call.query,
        store,
    )?;
    Ok(call.expanded_response(StatusCode::OK, item, expanded))
}

fn next_link(call: &Call<'_>, position: u64) -> String {
    let query = call.request.uri().query().unwrap_or_default();
    let query = next_page(query, position);
    call.url(&format!("{}?{query}", call.target.path.encoded()))
}
