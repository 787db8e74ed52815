use super::parts::{Outgoing, RequestParts};
use crate::__private::Built;
use crate::object::write::{self, WriteProperties};
use crate::{Endpoint, Resource};

/// What makes a patch an upsert: an address by an alternate key, headers and query options.
///
/// The upsert builder of a resource is its patch with this: `ApplicationUpsert` is `ApplicationPatch<Upsert>`. It is an update with
/// `Prefer: create-if-missing` ("Upsert" of the Microsoft Graph REST API guidelines), and is sent even if it sets nothing, for that may create.
#[derive(Debug, Clone, PartialEq)]
pub struct Upsert {
    parts: RequestParts,
}

impl Upsert {
    /// Called by generated code.
    #[doc(hidden)]
    pub fn new(mut parts: RequestParts) -> Self {
        parts.push_header("prefer".into(), "create-if-missing".into());
        Self { parts }
    }

    /// Called by generated code.
    #[doc(hidden)]
    pub fn only_if(&mut self, condition: &'static str) {
        self.parts.set_condition(condition, "*".into());
    }

    /// Called by generated code.
    #[doc(hidden)]
    pub fn to_http_request<R: Resource>(
        &self,
        patch: &impl WriteProperties,
        endpoint: &Endpoint,
    ) -> Built {
        let written = write::body(patch, R::INFO.type_info(), Some(endpoint));
        let method = R::INFO.update_method().into();
        self.parts.with_written(method, endpoint, written)
    }
}

impl Outgoing for Upsert {
    fn parts(&self) -> &RequestParts {
        &self.parts
    }

    fn parts_mut(&mut self) -> &mut RequestParts {
        &mut self.parts
    }
}
