use bytes::Bytes;
use http::header::{CONTENT_ENCODING, CONTENT_TYPE, ETAG};
use http::{HeaderValue, Response};
use serde_json::Value;

use super::{Content, Etag};
use crate::answer::add_header;

/// What happens to a body, and cannot be seen from its length.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Damage {
    Truncated,
    Bom,
    NotGzip,
}

impl Damage {
    pub(super) fn apply(self, response: &mut Response<Bytes>) {
        let body = response.body_mut();
        match self {
            Self::Truncated => body.truncate(body.len() / 2),
            Self::Bom => *body = [b"\xEF\xBB\xBF", &body[..]].concat().into(),
            Self::NotGzip => {
                let gzip = HeaderValue::from_static("gzip");
                response.headers_mut().insert(CONTENT_ENCODING, gzip);
            }
        }
    }
}

/// Puts another body in.
pub(super) fn replace(response: &mut Response<Bytes>, content: &Content) {
    response.headers_mut().remove(CONTENT_TYPE);
    if !content.media_type.is_empty() {
        add_header(response, CONTENT_TYPE, &content.media_type);
    }
    *response.body_mut() = content.bytes.clone();
}

/// Puts another entity tag in, or none: into the header, and into the object of the body where that has one.
pub(super) fn replace_etag(response: &mut Response<Bytes>, etag: &Etag) {
    match etag {
        Etag::Other(etag) => add_header(response, ETAG, etag),
        Etag::Missing => drop(response.headers_mut().remove(ETAG)),
    }
    let Ok(Value::Object(mut object)) = serde_json::from_slice(response.body()) else {
        return;
    };
    if object.remove("@odata.etag").is_some() {
        if let Etag::Other(etag) = etag {
            object.insert("@odata.etag".into(), etag.as_str().into());
        }
        // Writing values with string keys to memory does not fail.
        *response.body_mut() = serde_json::to_vec(&object).unwrap_or_default().into();
    }
}
