//! The item after an update without a representation in the answer.

use bytes::Bytes;
use serde_json::{Map, Value};

use crate::answer;
use crate::encoding::without_bom;
use crate::error::Error;
use crate::model::Patch;
use crate::odata::names;
use crate::resource::Resource;

/// Returns the resource in `response` as it is expected after an update, and with the new etag.
pub(super) fn expected<R: Resource>(
    response: &http::Response<Bytes>,
    etag: Option<String>,
    patch: R::Patch,
) -> Result<R, Error> {
    let mut resource = match with_etag(response.body(), etag) {
        Some(resource) => resource,
        None => answer::read(response)?,
    };
    patch.apply_to(&mut resource);
    Ok(resource)
}

fn with_etag<R: Resource>(body: &[u8], etag: Option<String>) -> Option<R> {
    let mut resource: Map<String, Value> = serde_json::from_slice(without_bom(body)).ok()?;
    match etag {
        Some(etag) => resource.insert(names::ETAG.to_owned(), Value::String(etag)),
        None => resource.remove(names::ETAG),
    };
    serde_json::from_slice(&serde_json::to_vec(&resource).ok()?).ok()
}
