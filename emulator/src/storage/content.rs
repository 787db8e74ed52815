use std::collections::BTreeMap;
use std::sync::Mutex;

use bytes::Bytes;
use http::header::{ACCEPT_RANGES, CONTENT_RANGE, CONTENT_TYPE, ETAG, IF_NONE_MATCH};
use http::{Method, Request, Response, StatusCode};

use crate::calls::Template;
use crate::http::response::{empty, set_header};
use crate::sync::lock;

use super::range::Asked;

/// The contents at the paths that have some.
#[derive(Debug, Default)]
pub(crate) struct Contents {
    templates: Vec<Template>,
    stored: Mutex<Stored>,
}

#[derive(Debug, Default)]
struct Stored {
    by_path: BTreeMap<String, Content>,
    /// The number of writes so far, which makes each entity tag unique.
    revision: u64,
}

#[derive(Debug)]
struct Content {
    media_type: String,
    bytes: Bytes,
    etag: String,
}

impl Contents {
    pub(crate) fn serve(&mut self, template: &str) {
        self.templates.push(Template::parse(template));
    }

    /// Returns the path after the version if there can be a content.
    pub(super) fn key(&self, path: &str) -> Option<String> {
        let after = path.strip_prefix('/')?;
        let (_, path) = after.split_once('/')?;
        self.key_of(&format!("/{path}"))
    }

    /// Returns a path without a version if there can be a content.
    pub(crate) fn key_of(&self, path: &str) -> Option<String> {
        let mut templates = self.templates.iter();
        let is_served = templates.any(|template| template.matches(path));
        is_served.then(|| path.to_owned())
    }

    pub(crate) fn put(&self, key: String, content_type: &str, bytes: Bytes) {
        let mut stored = lock(&self.stored);
        stored.revision += 1;
        let content = Content {
            media_type: content_type.to_owned(),
            bytes,
            etag: format!("\"{}\"", stored.revision),
        };
        stored.by_path.insert(key, content);
    }

    pub(crate) fn get(&self, key: &str) -> Option<Bytes> {
        let stored = lock(&self.stored);
        Some(stored.by_path.get(key)?.bytes.clone())
    }

    /// Answers a request for a content, or to replace it.
    pub(super) fn answer(&self, key: &str, request: &Request<Bytes>) -> Option<Response<Bytes>> {
        match *request.method() {
            Method::GET => {
                let stored = lock(&self.stored);
                Some(stored.by_path.get(key)?.answer(request))
            }
            Method::PUT => {
                let content_type = request.headers().get(CONTENT_TYPE);
                let content_type = content_type.and_then(|value| value.to_str().ok());
                let content_type = content_type.unwrap_or("application/octet-stream");
                self.put(key.to_owned(), content_type, request.body().clone());
                Some(empty(StatusCode::OK))
            }
            _ => None,
        }
    }
}

impl Content {
    fn answer(&self, request: &Request<Bytes>) -> Response<Bytes> {
        let headers = request.headers();
        let length = self.bytes.len();
        let is_known = headers.get(IF_NONE_MATCH);
        let mut response = if is_known.is_some_and(|value| *value == *self.etag) {
            empty(StatusCode::NOT_MODIFIED)
        } else {
            match Asked::of(headers, &self.etag, length) {
                Asked::Whole => {
                    let mut response = empty(StatusCode::OK);
                    *response.body_mut() = self.bytes.clone();
                    response
                }
                Asked::Part(range) => {
                    let mut response = empty(StatusCode::PARTIAL_CONTENT);
                    let last = range.end - 1;
                    let content_range = format!("bytes {}-{last}/{length}", range.start);
                    set_header(&mut response, CONTENT_RANGE, &content_range);
                    *response.body_mut() = self.bytes.slice(range);
                    response
                }
                Asked::Unsatisfiable => {
                    let mut response = empty(StatusCode::RANGE_NOT_SATISFIABLE);
                    set_header(&mut response, CONTENT_RANGE, &format!("bytes */{length}"));
                    response
                }
            }
        };
        if response.status().is_success() {
            set_header(&mut response, CONTENT_TYPE, &self.media_type);
        }
        set_header(&mut response, ETAG, &self.etag);
        set_header(&mut response, ACCEPT_RANGES, "bytes");
        response
    }
}
