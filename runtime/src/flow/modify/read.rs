//! The read of a modification.

use std::borrow::Cow;

use bytes::Bytes;
use http::header::ETAG;
use serde_json::Value;

use crate::answer;
use crate::encoding::without_bom;
use crate::endpoint::Endpoint;
use crate::error::{Error, ErrorKind};
use crate::odata::names;
use crate::request::{Get, Request, RequestParts};
use crate::resource::Resource;

const NOT_WHOLE: &str = "an update replaces the item, and would clear what `$select` leaves out: read the item without `$select` to modify it";

/// A request that reads the item twice from the same answer, since a resource need not be `Clone`.
pub(super) struct Read<R> {
    get: Get<R>,
    /// The address and the headers of the update.
    update: RequestParts,
}

/// An item before and after it is edited.
pub(super) struct Edited<R> {
    pub(super) before: R,
    pub(super) after: R,
}

impl<R: Resource> Read<R> {
    /// Creates the request, unless an update would replace an item that was read in part.
    pub(super) fn new(
        get: Get<R>,
        update_headers: Vec<(Cow<'static, str>, Cow<'static, str>)>,
    ) -> Result<Self, Error> {
        if R::INFO.is_replaced() && get.parts.selects() {
            let error = Error::new(ErrorKind::InvalidRequest, NOT_WHOLE);
            return Err(error.with_request(&http::Method::GET, get.path_template()));
        }
        let mut update = get.parts.to_write();
        for (name, value) in update_headers {
            update.push_header(name, value);
        }
        Ok(Self { get, update })
    }

    /// Returns the address and the headers of the update of the state with this etag.
    pub(super) fn to_update(&self, etag: String) -> RequestParts {
        let mut parts = self.update.clone();
        parts.set_condition("if-match", etag);
        parts
    }
}

impl<R: Resource> Request for Read<R> {
    type Answer = Edited<R>;

    fn to_http_request(&self, endpoint: &Endpoint) -> Result<http::Request<Bytes>, Error> {
        self.get.to_http_request(endpoint)
    }

    fn path_template(&self) -> &'static str {
        self.get.path_template()
    }

    fn read_answer(response: &http::Response<Bytes>) -> Result<Edited<R>, Error> {
        Ok(Edited {
            before: answer::read(response)?,
            after: answer::read(response)?,
        })
    }
}

/// Returns the etag in the header, or else that in the resource.
pub(super) fn etag(response: &http::Response<Bytes>) -> Option<String> {
    if let Some(etag) = etag_header(response) {
        return Some(etag.to_owned());
    }
    let resource: Value = serde_json::from_slice(without_bom(response.body())).ok()?;
    Some(resource.get(names::ETAG)?.as_str()?.to_owned())
}

pub(super) fn etag_header(response: &http::Response<Bytes>) -> Option<&str> {
    response.headers().get(ETAG)?.to_str().ok()
}
