use bytes::Bytes;
use http::{Response, StatusCode};

use crate::http::response::json;
use crate::odata::query::next_page;
use crate::store::Store;

use super::call::Call;
use super::error::GraphError;
use super::expansion::expanded;
use super::representation::{Page, Representation};

pub(super) fn list(call: &Call<'_>, store: &Store) -> Response<Bytes> {
    let slice = store.slice(&call.target.path.id(), call.query.after, call.page_size());
    let items = slice.items.into_iter().map(|item| Representation {
        expanded: expanded(call, item, store),
        ..call.representation(item)
    });
    let page = Page {
        context: call.context_url(""),
        next_link: slice.next.map(|position| next_link(call, position)),
        value: items.collect(),
    };
    json(StatusCode::OK, &page)
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
