//! The item after an update whose answer has no representation, or a part of one.

use bytes::Bytes;
use serde_json::{Map, Value};

use crate::answer;
use crate::encoding::without_bom;
use crate::error::Error;
use crate::model::{Patch, StructuredType};
use crate::odata::names;
use crate::resource::Resource;

/// Returns the resource in `response` as it is expected after an update, and with the new etag.
pub(super) fn expected<R: Resource + StructuredType>(
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

fn with_etag<R: Resource + StructuredType>(body: &[u8], etag: Option<String>) -> Option<R> {
    let mut resource: Map<String, Value> = serde_json::from_slice(without_bom(body)).ok()?;
    match etag {
        Some(etag) => resource.insert(names::ETAG.to_owned(), Value::String(etag)),
        None => resource.remove(names::ETAG),
    };
    serde_json::from_slice(&serde_json::to_vec(&resource).ok()?).ok()
}

/// Returns whether the answer to an update has every property that the item had when it was read.
pub(super) fn is_whole(answer: &http::Response<Bytes>, read: &http::Response<Bytes>) -> bool {
    match (names(answer.body()), names(read.body())) {
        (Some(answer), Some(read)) => read
            .keys()
            .all(|name| name.starts_with('@') || answer.contains_key(name)),
        _ => true,
    }
}

fn names(body: &[u8]) -> Option<Map<String, Value>> {
    serde_json::from_slice(without_bom(body)).ok()
}

/// Replaces those properties of the `expected` resource that the answer to the update has.
pub(super) fn overlaid<R: Resource + StructuredType>(
    expected: &R,
    answer: &http::Response<Bytes>,
) -> Result<R, Error> {
    let overlaid = || {
        let mut resource = serde_json::to_value(expected).ok()?;
        let answered: Map<String, Value> =
            serde_json::from_slice(without_bom(answer.body())).ok()?;
        resource.as_object_mut()?.extend(answered);
        serde_json::from_slice(&serde_json::to_vec(&resource).ok()?).ok()
    };
    match overlaid() {
        Some(resource) => Ok(resource),
        None => answer::read(answer),
    }
}
