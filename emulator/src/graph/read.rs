use bytes::Bytes;
use http::{Response, StatusCode};

use crate::http::response::json;
use crate::odata::query::next_page;
use crate::store::Store;

use super::call::Call;
use super::error::GraphError;
use super::representation::Page;

pub(super) fn list(call: &Call<'_>, store: &Store) -> Response<Bytes> {
    let page_size = call.settings.page_size;
    let limit = call.query.top.map_or(page_size, |top| top.min(page_size));
    let slice = store.slice(&call.target.path.id(), call.query.after, limit);
    let items = slice.items.into_iter();
    let page = Page {
        context: call.context_url(""),
        next_link: slice.next.map(|position| next_link(call, position)),
        value: items.map(|item| call.representation(item, None)).collect(),
    };
    json(StatusCode::OK, &page)
}

pub(super) fn get(call: &Call<'_>, store: &Store) -> Result<Response<Bytes>, GraphError> {
    let item = call.item(store)?;
    Ok(call.item_response(StatusCode::OK, item))
}

fn next_link(call: &Call<'_>, position: u64) -> String {
    let query = call.request.uri().query().unwrap_or_default();
    let query = next_page(query, position);
    call.url(&format!("{}?{query}", call.target.path.encoded()))
}
