use http::Method;

use super::parts::{Outgoing, RequestParts};
use crate::__private::Built;
use crate::object::write::{self, WriteProperties};
use crate::{Endpoint, Resource};

/// What makes a patch a create: an address, headers, query options, and the properties that only a create may carry.
///
/// The create builder of a resource is its patch with this: `CloudPcDeviceImageCreate` is `CloudPcDeviceImagePatch<Create>`.
#[derive(Debug, Clone, PartialEq)]
pub struct Create<Only = ()> {
    parts: RequestParts,
    only: Only,
}

impl<Only: WriteProperties> Create<Only> {
    /// Called by generated code.
    #[doc(hidden)]
    pub const fn new(parts: RequestParts, only: Only) -> Self {
        Self { parts, only }
    }

    /// Called by generated code.
    #[doc(hidden)]
    pub const fn only_mut(&mut self) -> &mut Only {
        &mut self.only
    }

    /// Called by generated code.
    #[doc(hidden)]
    pub fn to_http_request<R: Resource>(
        &self,
        patch: &dyn WriteProperties,
        endpoint: &Endpoint,
    ) -> Built {
        let written = write::body(
            &(&self.only as &dyn WriteProperties, patch),
            R::INFO.type_info(),
            Some(endpoint),
        );
        self.parts.with_written(Method::POST, endpoint, written)
    }
}

impl<Only> Outgoing for Create<Only> {
    fn parts(&self) -> &RequestParts {
        &self.parts
    }

    fn parts_mut(&mut self) -> &mut RequestParts {
        &mut self.parts
    }
}
