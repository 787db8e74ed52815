use std::borrow::Cow;

use bytes::Bytes;
use http::header::{CONTENT_ENCODING, CONTENT_TYPE};
use http::{HeaderValue, Response};

use crate::http::response::set_header;

/// A body that replaces that of a response, with its media type.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Replacement {
    pub(super) media_type: Cow<'static, str>,
    pub(super) bytes: Bytes,
}

impl Replacement {
    pub(super) fn apply(&self, response: &mut Response<Bytes>) {
        response.headers_mut().remove(CONTENT_TYPE);
        if !self.media_type.is_empty() {
            set_header(response, CONTENT_TYPE, &self.media_type);
        }
        *response.body_mut() = self.bytes.clone();
    }
}

/// A damage to a body that its length does not reveal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Damage {
    Truncated,
    ByteOrderMark,
    NotGzip,
}

impl Damage {
    pub(super) fn apply(self, response: &mut Response<Bytes>) {
        let body = response.body_mut();
        match self {
            Self::Truncated => body.truncate(body.len() / 2),
            Self::ByteOrderMark => *body = [b"\xEF\xBB\xBF", &body[..]].concat().into(),
            Self::NotGzip => {
                let gzip = HeaderValue::from_static("gzip");
                response.headers_mut().insert(CONTENT_ENCODING, gzip);
            }
        }
    }
}
