use bytes::Bytes;
use http::Method;

use super::RequestParts;
use super::update::unwritable;
use crate::object::write::{self, WriteObject};
use crate::{Endpoint, Error};

/// The HTTP request of a create with the properties of `body`. Called by generated code.
pub fn to_http_request<B: WriteObject>(
    parts: &RequestParts,
    body: &B,
    endpoint: &Endpoint,
) -> Result<http::Request<Bytes>, Error> {
    let body = write::to_json(body)
        .map_err(|error| unwritable(error).with_request(&Method::POST, parts.path_template()))?;
    parts.to_http_request(Method::POST, endpoint, Some(body))
}
