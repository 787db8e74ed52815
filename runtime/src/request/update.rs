use bytes::Bytes;

use super::RequestParts;
use crate::object::write;
use crate::{Endpoint, Error, ErrorKind, Patch, Resource};

/// The HTTP request of an update with `patch`. Called by generated code.
pub fn to_http_request<R: Resource>(
    parts: &RequestParts,
    patch: &R::Patch,
    endpoint: &Endpoint,
) -> Result<http::Request<Bytes>, Error> {
    let method = R::INFO.update_method().into();
    let body = if !patch.is_empty() {
        write::to_json(patch)
            .map_err(|error| unwritable(error).with_request(&method, parts.path_template()))?
    } else if parts.allows_empty() {
        b"{}".to_vec()
    } else {
        let message = "the patch changes nothing, so nothing was sent (`with_allow_empty` sends it all the same)";
        return Err(
            Error::new(ErrorKind::EmptyPatch, message).with_request(&method, parts.path_template())
        );
    };
    parts.to_http_request(method, endpoint, Some(body))
}

pub(super) fn unwritable(error: serde_json::Error) -> Error {
    Error::new(
        ErrorKind::InvalidRequest,
        "a value cannot be written as JSON",
    )
    .with_source(error)
}
