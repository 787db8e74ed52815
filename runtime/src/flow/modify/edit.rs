//! The update of a modification.

use bytes::Bytes;
use http::Method;

use super::removed;
use crate::answer::Outcome;
use crate::endpoint::Endpoint;
use crate::error::{Error, ErrorKind};
use crate::model::{self, Content, Patch, WriteProperties};
use crate::request::{Request, RequestParts};
use crate::resource::{ResourceInfo, Updatable};

/// An update with `If-Match`, in the form that the resource declares.
pub(super) struct Edit<R: Updatable> {
    parts: RequestParts,
    /// The item as it was read or, if the update replaces it, with the changes.
    item: R,
    pub(super) patch: R::Patch,
    /// The name of the type of the item, if it is not the declared one.
    odata_type: Option<String>,
}

impl<R: Updatable> Edit<R> {
    /// Creates the update that changes `before` by `patch`.
    pub(super) fn new(
        parts: RequestParts,
        before: R,
        patch: R::Patch,
        odata_type: Option<String>,
    ) -> Self {
        let mut item = before;
        if R::INFO.is_replaced() {
            patch.clone().apply_to(&mut item);
        }
        Self {
            parts,
            item,
            patch,
            odata_type,
        }
    }
}

impl<R: Updatable> Request for Edit<R> {
    type Answer = Outcome<R>;

    fn to_http_request(&self, endpoint: &Endpoint) -> Result<http::Request<Bytes>, Error> {
        let source = BodySource {
            item: &self.item,
            patch: &self.patch,
            odata_type: self.odata_type.as_deref(),
        };
        source.to_http_request(&self.parts, R::INFO, endpoint)
    }

    fn path_template(&self) -> &'static str {
        self.parts.path_template()
    }

    fn read_answer(response: &http::Response<Bytes>) -> Result<Outcome<R>, Error> {
        Outcome::read(response)
    }
}

/// The parts of a modification that its body is written from. It is independent of the type of the item, and so is compiled once.
struct BodySource<'a> {
    item: &'a dyn WriteProperties,
    patch: &'a dyn WriteProperties,
    odata_type: Option<&'a str>,
}

impl BodySource<'_> {
    fn to_http_request(
        &self,
        parts: &RequestParts,
        info: &ResourceInfo,
        endpoint: &Endpoint,
    ) -> Result<http::Request<Bytes>, Error> {
        let method = Method::from(info.update_method());
        if info.is_replaced() {
            let body = self.replacement(info, Some(endpoint));
            return parts.to_http_request(method, endpoint, Some(body));
        }
        let body = model::body(
            self.patch,
            info.type_info(),
            Some(endpoint),
            self.odata_type,
        );
        let body = body.map(|(body, _)| body);
        if let Ok(body) = &body {
            let before = || self.replacement(info, Some(endpoint));
            if let Some(problem) = removed::problem(info.type_info(), before, body) {
                let error = Error::new(ErrorKind::InvalidRequest, problem);
                return Err(error.with_request(&method, parts.path_template()));
            }
        }
        parts.to_http_request(method, endpoint, Some(body))
    }

    /// Writes the whole item as the body that replaces it.
    fn replacement(
        &self,
        info: &ResourceInfo,
        endpoint: Option<&Endpoint>,
    ) -> serde_json::Result<Vec<u8>> {
        let content = Content::Replacement {
            with_key: info.has_key_in_body(),
        };
        let written = model::resource_body(
            self.item,
            info.type_info(),
            content,
            endpoint,
            self.odata_type,
        );
        written.map(|(body, _)| body)
    }
}
