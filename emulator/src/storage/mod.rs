//! What is no JSON: contents, and the files that are uploaded in fragments.
//!
//! Microsoft Graph leads to other hosts for these, at URLs with a secret. The emulator has a second port for them, which refuses tokens.

mod content;
mod range;
mod uploads;

use std::sync::OnceLock;

use bytes::Bytes;
use http::header::AUTHORIZATION;
use http::{Method, Request, Response};
use uuid::Uuid;

use crate::calls::{CallAnswer, Calls, Handler};

use content::Contents;
pub use uploads::FinishedUpload;
use uploads::Uploads;

/// The contents and uploads of an emulator, and what its second port answers.
#[derive(Debug)]
pub(crate) struct Storage {
    pub(crate) contents: Contents,
    pub(crate) uploads: Uploads,
    /// The calls that the second port answers.
    calls: Calls,
    /// Whether contents are at the second port.
    pub(crate) is_elsewhere: bool,
    url: OnceLock<String>,
    /// The secret in the URLs of contents.
    secret: String,
}

impl Default for Storage {
    fn default() -> Self {
        Self {
            contents: Contents::default(),
            uploads: Uploads::default(),
            calls: Calls::at_root(),
            is_elsewhere: false,
            url: OnceLock::new(),
            secret: Uuid::new_v4().simple().to_string(),
        }
    }
}

impl Storage {
    /// Lets the second port answer a call.
    pub(crate) fn add_call(&mut self, method: Method, path: &str, handler: Handler) {
        self.calls.add(method, path, handler);
    }

    /// Sets the URL of the second port.
    pub(crate) fn set_url(&self, url: String) {
        // It is set once, when the emulator starts.
        let _ = self.url.set(url);
    }

    /// Returns the URL of the second port.
    pub(crate) fn url(&self) -> &str {
        self.url.get().map_or("", String::as_str)
    }

    /// Answers a request to the first port if it is about a content, or begins an upload.
    pub(crate) fn answer(&self, request: &Request<Bytes>) -> Option<Response<Bytes>> {
        let path = request.uri().path();
        if request.method() == Method::POST {
            return self.uploads.begin(request, self.url());
        }
        let key = self.contents.key(path)?;
        if self.is_elsewhere && request.method() == Method::GET {
            let url = format!("{}/contents{key}?tempauth={}", self.url(), self.secret);
            return Some(CallAnswer::redirect(&url).into_response());
        }
        self.contents.answer(&key, request)
    }

    /// Answers a request to the second port, where a token is refused: it is for another host.
    pub(crate) fn answer_elsewhere(&self, request: &Request<Bytes>) -> Response<Bytes> {
        if request.headers().contains_key(AUTHORIZATION) {
            let message = "The token is for another host.";
            return CallAnswer::error(401, "unauthenticated", message).into_response();
        }
        if let Some(id) = request.uri().path().strip_prefix("/uploads/") {
            return self.uploads.answer(id, request);
        }
        let answer = match request.uri().path().strip_prefix("/contents") {
            Some(_) if !self.has_secret(request) => {
                let message = "The URL is not signed.";
                return CallAnswer::error(403, "accessDenied", message).into_response();
            }
            Some(key) => self.contents.answer(key, request),
            None => self.calls.answer(request),
        };
        answer.unwrap_or_else(|| {
            let message = "There is nothing at this URL.";
            CallAnswer::error(404, "itemNotFound", message).into_response()
        })
    }

    fn has_secret(&self, request: &Request<Bytes>) -> bool {
        let query = request.uri().query().unwrap_or_default();
        query.strip_prefix("tempauth=") == Some(&*self.secret)
    }
}
