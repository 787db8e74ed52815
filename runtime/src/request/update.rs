use super::parts::{Outgoing, RequestParts};
use crate::__private::Built;
use crate::object::write::{self, WriteProperties};
use crate::{Endpoint, Error, ErrorKind, Resource};

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
        patch: &impl WriteProperties,
        endpoint: &Endpoint,
    ) -> Built {
        let method = R::INFO.update_method().into();
        let body = match write::to_json_unless_empty(patch, R::INFO.type_info(), endpoint) {
            Ok(Some(body)) => Ok(body),
            Ok(None) if self.allows_empty => Ok(b"{}".to_vec()),
            Ok(None) => return Err(Self::empty().with_request(&method, self.parts.path_template())),
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
