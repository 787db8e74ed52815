use bytes::Bytes;
use http::Response;
use http::header::ETAG;
use serde_json::Value;

use crate::http::response::set_header;
use crate::odata::names;

/// A change to the entity tag of a response.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum EtagChange {
    Replaced(String),
    Removed,
}

impl EtagChange {
    /// Changes the header, and the control information of the body if it has any.
    pub(super) fn apply(&self, response: &mut Response<Bytes>) {
        match self {
            Self::Replaced(etag) => set_header(response, ETAG, etag),
            Self::Removed => drop(response.headers_mut().remove(ETAG)),
        }
        let Ok(Value::Object(mut object)) = serde_json::from_slice(response.body()) else {
            return;
        };
        if object.remove(names::ETAG).is_some() {
            if let Self::Replaced(etag) = self {
                object.insert(names::ETAG.into(), etag.as_str().into());
            }
            // Writing values with string keys to memory does not fail.
            *response.body_mut() = serde_json::to_vec(&object).unwrap_or_default().into();
        }
    }
}
