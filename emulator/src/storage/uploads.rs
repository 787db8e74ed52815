use std::collections::{BTreeMap, HashMap};
use std::fmt;
use std::sync::Mutex;

use bytes::{Bytes, BytesMut};
use http::header::CONTENT_RANGE;
use http::{Method, Request, Response, StatusCode};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::calls::{CallAnswer, Template};
use crate::http::response::{empty, json as json_response};
use crate::odata::path;
use crate::sync::lock;

use super::range::of_fragment;

/// Each fragment but the last one is a multiple of this many bytes ("driveItem: createUploadSession").
const FRAGMENT_UNIT: usize = 320 << 10;

/// The largest fragment.
const MAX_FRAGMENT: usize = 60 << 20;

/// The end of every session. The emulator ends none by itself.
const EXPIRATION: &str = "2099-12-31T23:59:59Z";

/// A file that was uploaded in a session: see [`EmulatorBuilder::serve_uploads`](crate::EmulatorBuilder::serve_uploads).
#[derive(Debug)]
pub struct FinishedUpload {
    in_path: BTreeMap<String, String>,
    request: Value,
    content: Bytes,
}

impl FinishedUpload {
    /// Returns the value of a parameter of the path, decoded.
    pub fn in_path(&self, parameter: &str) -> Option<&str> {
        self.in_path.get(parameter).map(String::as_str)
    }

    /// Returns the body with which the session was created. It is `null` if there was none.
    pub const fn request(&self) -> &Value {
        &self.request
    }

    /// Returns the content of the file.
    pub const fn content(&self) -> &Bytes {
        &self.content
    }
}

/// A function that answers the last fragment of a file.
pub(crate) type Finish = Box<dyn Fn(&FinishedUpload) -> CallAnswer + Send + Sync>;

/// The upload sessions of an emulator.
#[derive(Default)]
pub(crate) struct Uploads {
    served: Vec<(Template, Finish)>,
    open: Mutex<Open>,
}

#[derive(Debug, Default)]
struct Open {
    sessions: HashMap<String, Session>,
    /// The number of fragments that will be lost.
    to_lose: usize,
}

#[derive(Debug)]
struct Session {
    /// The position of the function that ends it.
    served: usize,
    in_path: BTreeMap<String, String>,
    request: Value,
    fragments: Vec<Bytes>,
    received: usize,
}

impl Uploads {
    pub(crate) fn serve(&mut self, template: &str, finish: Finish) {
        self.served.push((Template::parse(template), finish));
    }

    /// Lets the next fragments be lost although they are answered.
    pub(crate) fn lose(&self, fragments: usize) {
        lock(&self.open).to_lose = fragments;
    }

    /// Returns the number of sessions that were begun, and neither finished nor cancelled.
    pub(crate) fn open_count(&self) -> usize {
        lock(&self.open).sessions.len()
    }

    /// Ends all sessions.
    pub(crate) fn expire(&self) {
        lock(&self.open).sessions.clear();
    }

    /// Answers a request that begins an upload.
    pub(super) fn begin(&self, request: &Request<Bytes>, url: &str) -> Option<Response<Bytes>> {
        if self.served.is_empty() {
            return None;
        }
        let segments = path::decode(request.uri().path())?;
        let segments = segments.iter().map(String::as_str);
        let segments: Vec<&str> = segments.filter(|it| !it.is_empty()).skip(1).collect();
        let mut served = self.served.iter().enumerate();
        let (served, in_path) = served.find_map(|(index, (template, _))| {
            let (values, _) = template.fill(&segments)?;
            Some((index, values))
        })?;
        let session = Session {
            served,
            in_path,
            request: serde_json::from_slice(request.body()).unwrap_or_default(),
            fragments: Vec::new(),
            received: 0,
        };
        let id = Uuid::new_v4().simple().to_string();
        let body = json!({
            "uploadUrl": format!("{url}/uploads/{id}"),
            "expirationDateTime": EXPIRATION,
            "nextExpectedRanges": ["0-"],
        });
        lock(&self.open).sessions.insert(id, session);
        Some(json_response(StatusCode::OK, &body))
    }

    /// Answers a request to the URL of a session: a fragment, a question for its state, or its end.
    pub(super) fn answer(&self, id: &str, request: &Request<Bytes>) -> Response<Bytes> {
        let finished = {
            let mut open = lock(&self.open);
            let Open { sessions, to_lose } = &mut *open;
            let Some(session) = sessions.get_mut(id) else {
                return NOT_FOUND.into_response();
            };
            match *request.method() {
                Method::GET => return session.state(StatusCode::OK),
                Method::DELETE => {
                    sessions.remove(id);
                    return empty(StatusCode::NO_CONTENT);
                }
                Method::PUT => match session.receive(request, to_lose) {
                    Err(refusal) => return refusal.into_response(),
                    Ok(false) => return session.state(StatusCode::ACCEPTED),
                    Ok(true) => sessions.remove(id),
                },
                _ => {
                    return Refusal(405, "invalidRequest", "The method is not allowed.")
                        .into_response();
                }
            }
        };
        let Some(session) = finished else {
            return NOT_FOUND.into_response();
        };
        let served = session.served;
        let upload = session.finish();
        match self.served.get(served) {
            Some((_, finish)) => finish(&upload).into_response(),
            None => empty(StatusCode::CREATED),
        }
    }
}

impl Session {
    fn state(&self, status: StatusCode) -> Response<Bytes> {
        let body = json!({
            "expirationDateTime": EXPIRATION,
            "nextExpectedRanges": [format!("{}-", self.received)],
        });
        json_response(status, &body)
    }

    /// Receives a fragment, and returns whether it is the last one.
    fn receive(&mut self, request: &Request<Bytes>, to_lose: &mut usize) -> Result<bool, Refusal> {
        let bytes = request.body();
        let range = request.headers().get(CONTENT_RANGE);
        let range = range.and_then(|value| of_fragment(value.to_str().ok()?));
        let Some((range, total)) = range.filter(|(range, _)| range.len() == bytes.len()) else {
            let message = "The Content-Range header is missing, or is not that of the body.";
            return Err(Refusal(400, "invalidRequest", message));
        };
        let is_last = range.end == total;
        if bytes.len() > MAX_FRAGMENT {
            let message = "The fragment is larger than 60 MiB.";
            return Err(Refusal(413, "invalidRequest", message));
        }
        if !is_last && !bytes.len().is_multiple_of(FRAGMENT_UNIT) {
            let message = "The fragment is not a multiple of 320 KiB.";
            return Err(Refusal(400, "invalidRequest", message));
        }
        if range.start != self.received {
            let message = "The fragment is not the one that is expected.";
            return Err(Refusal(416, "invalidRange", message));
        }
        if *to_lose > 0 {
            *to_lose -= 1;
            return Ok(false);
        }
        self.fragments.push(bytes.clone());
        self.received = range.end;
        Ok(is_last)
    }

    fn finish(self) -> FinishedUpload {
        let mut content = BytesMut::with_capacity(self.received);
        for fragment in &self.fragments {
            content.extend_from_slice(fragment);
        }
        FinishedUpload {
            in_path: self.in_path,
            request: self.request,
            content: content.freeze(),
        }
    }
}

/// The reason why a fragment is refused: status, code and message.
#[derive(Debug, Clone, Copy)]
struct Refusal(u16, &'static str, &'static str);

const NOT_FOUND: Refusal = Refusal(404, "itemNotFound", "The upload session was not found.");

impl Refusal {
    fn into_response(self) -> Response<Bytes> {
        let Self(status, code, message) = self;
        CallAnswer::error(status, code, message).into_response()
    }
}

impl fmt::Debug for Uploads {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let served = self.served.iter().map(|(template, _)| template);
        f.debug_list().entries(served).finish()
    }
}
