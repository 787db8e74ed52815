use super::parts::{Outgoing, RequestParts};
use crate::__private::Built;
use crate::object::write::{self, WriteProperties, Written};
use crate::{Endpoint, Error, ErrorKind, Resource, ResourceInfo};

/// What makes a patch an update: an address, headers and query options.
///
/// The update builder of a resource is its patch with this: `CloudPcDeviceImageUpdate` is `CloudPcDeviceImagePatch<Update>`.
#[derive(Debug, Clone, PartialEq)]
pub struct Update {
    parts: RequestParts,
    allows_empty: bool,
}

impl Update {
    /// Called by generated code.
    #[doc(hidden)]
    pub const fn new(parts: RequestParts) -> Self {
        Self {
            parts,
            allows_empty: false,
        }
    }

    /// Called by generated code.
    #[doc(hidden)]
    pub const fn allow_empty(&mut self) {
        self.allows_empty = true;
    }

    /// Called by generated code.
    #[doc(hidden)]
    pub fn to_http_request<R: Resource>(
        &self,
        patch: &dyn WriteProperties,
        endpoint: &Endpoint,
    ) -> Built {
        let written = write::body(patch, R::INFO.type_info(), Some(endpoint));
        self.finish(R::INFO, written, endpoint)
    }

    fn finish(&self, info: &ResourceInfo, written: Written, endpoint: &Endpoint) -> Built {
        let method = info.update_method().into();
        let body = match written {
            Ok((_, false)) if !self.allows_empty => {
                return Err(Self::empty().with_request(&method, self.parts.path_template()));
            }
            Ok((_, false)) => Ok(b"{}".to_vec()),
            Ok((body, true)) => Ok(body),
            Err(error) => Err(error),
        };
        self.parts.to_http_request(method, endpoint, Some(body))
    }

    #[cold]
    fn empty() -> Error {
        let message = "the patch changes nothing, so nothing was sent (`with_allow_empty` sends it all the same)";
        Error::new(ErrorKind::EmptyPatch, message)
    }
}

impl Outgoing for Update {
    fn parts(&self) -> &RequestParts {
        &self.parts
    }

    fn parts_mut(&mut self) -> &mut RequestParts {
        &mut self.parts
    }
}
