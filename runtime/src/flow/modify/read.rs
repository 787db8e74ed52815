//! The read of a modification.

use std::borrow::Cow;

use bytes::Bytes;
use http::header::ETAG;
use serde_json::Value;

use crate::answer;
use crate::edm::schema::Property;
use crate::encoding::without_bom;
use crate::endpoint::Endpoint;
use crate::error::{Error, ErrorKind};
use crate::odata::names;
use crate::request::{Get, Request, RequestParts};
use crate::resource::{Resource, ResourceInfo};

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
    /// Creates the request, which reads every property that the update may carry.
    pub(super) fn new(
        mut get: Get<R>,
        update_headers: Vec<(Cow<'static, str>, Cow<'static, str>)>,
    ) -> Result<Self, Error> {
        if let Err(problem) = read_all(&mut get.parts, R::INFO) {
            let error = Error::new(ErrorKind::InvalidRequest, problem);
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

/// Asks for the properties that the struct declares. Fails if the request states that it reads fewer: what the service leaves out cannot be
/// distinguished from what has no value, so that an edit of it could be lost, and a replacement would clear it.
fn read_all(parts: &mut RequestParts, info: &'static ResourceInfo) -> Result<(), String> {
    let Some(selected) = parts.stated_select() else {
        if info.select().is_empty() || parts.has_select_of_resource() {
            return Ok(());
        }
        if parts.is_link() {
            parts.project(info);
            return Ok(());
        }
        return Err("`without_select` leaves it to the service what is read, and a change of what it leaves out would be lost: remove it to \
                    modify the item, or declare the struct with `select = \"never\"` if the service answers every property"
            .to_owned());
    };
    let is_missing = |property: &Property| {
        let is_written = property.is_updatable() && property.is_selectable();
        is_written && !selected.iter().any(|name| name == property.name())
    };
    let missing = info.type_info().all_properties().find(is_missing);
    missing.map_or(Ok(()), |property| {
        let name = property.name();
        Err(format!(
            "`$select` leaves out `{name}`, so that a change of it would be lost: to modify the item, read all that the struct declares, or \
             declare another struct for a part of it"
        ))
    })
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
