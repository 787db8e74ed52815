use std::borrow::Cow;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use http::header::{ACCEPT, CONTENT_TYPE};
use http::{HeaderMap, HeaderName, Method, Uri};

use super::read::{Part, read};
use crate::client::Item;
use crate::endpoint::Endpoint;
use crate::error::{Error, ErrorKind};
use crate::request::{Request, Retry};

/// A request that carries others.
pub(super) struct Envelope {
    url: Uri,
    body: Bytes,
}

impl Envelope {
    /// Writes the batch of these requests, which have the same version. Each has the positions of those that it depends on.
    pub(super) fn new<'a>(
        items: impl Iterator<Item = (&'a Item, &'a [usize])>,
    ) -> Result<Self, Error> {
        let mut url = None;
        let mut body = br#"{"requests":["#.to_vec();
        for (position, (item, after)) in items.enumerate() {
            if position > 0 {
                body.push(b',');
            } else {
                url = Some(item.batch_url()?);
            }
            write_item(&mut body, position, item, after);
        }
        body.extend_from_slice(b"]}");
        let empty = || Error::new(ErrorKind::InvalidRequest, "the batch has no requests");
        Ok(Self {
            url: url.ok_or_else(empty)?,
            body: body.into(),
        })
    }
}

/// Builds the request with the batch of these requests, for those who only want to see it.
pub(in crate::flow) fn envelope_of<'a>(
    items: impl Iterator<Item = (&'a Item, &'a [usize])>,
    endpoint: &Endpoint,
) -> Result<http::Request<Bytes>, Error> {
    Envelope::new(items)?.to_http_request(endpoint)
}

impl Request for Envelope {
    type Answer = Vec<Part>;

    fn to_http_request(&self, _: &Endpoint) -> Result<http::Request<Bytes>, Error> {
        let mut request = http::Request::new(self.body.clone());
        *request.method_mut() = Method::POST;
        *request.uri_mut() = self.url.clone();
        for name in [ACCEPT, CONTENT_TYPE] {
            let json = http::HeaderValue::from_static("application/json");
            request.headers_mut().insert(name, json);
        }
        // What can be repeated is each of the requests, by its own policy.
        request.extensions_mut().insert(Retry::never());
        Ok(request)
    }

    fn path_template(&self) -> &'static str {
        "/$batch"
    }

    fn read_answer(response: &http::Response<Bytes>) -> Result<Vec<Part>, Error> {
        read(response)
    }
}

/// Returns the id of the request at a position.
pub(super) const fn id(position: usize) -> usize {
    position + 1
}

fn write_item(json: &mut Vec<u8>, position: usize, item: &Item, after: &[usize]) {
    json.extend_from_slice(br#"{"id":""#);
    write_id(json, position);
    json.extend_from_slice(br#"","method":""#);
    json.extend_from_slice(item.method().as_str().as_bytes());
    json.extend_from_slice(br#"","url":"#);
    write_text(json, item.url());
    if !after.is_empty() {
        json.extend_from_slice(br#","dependsOn":["#);
        for (index, position) in after.iter().enumerate() {
            json.extend_from_slice(if index > 0 { br#",""# } else { br#"""# });
            write_id(json, *position);
            json.push(b'"');
        }
        json.push(b']');
    }
    write_headers(json, item.headers());
    if !item.body().is_empty() {
        json.extend_from_slice(br#","body":"#);
        if item.has_json() {
            json.extend_from_slice(item.body());
        } else {
            json.push(b'"');
            json.extend_from_slice(STANDARD.encode(item.body()).as_bytes());
            json.push(b'"');
        }
    }
    json.push(b'}');
}

fn write_headers(json: &mut Vec<u8>, headers: &HeaderMap) {
    let mut separator = br#","headers":{"#.as_slice();
    for name in headers.keys() {
        let mut values = headers.get_all(name).iter();
        let Some(first) = values.next() else { continue };
        // JSON is what a batch answers anyway.
        if name == ACCEPT && first.as_bytes() == b"application/json" {
            continue;
        }
        json.extend_from_slice(separator);
        separator = b",";
        write_text(json, name_of(name));
        json.push(b':');
        let mut value = match first.to_str() {
            Ok(text) => Cow::Borrowed(text),
            Err(_) => String::from_utf8_lossy(first.as_bytes()),
        };
        for other in values {
            let value = value.to_mut();
            value.push_str(", ");
            value.push_str(&String::from_utf8_lossy(other.as_bytes()));
        }
        write_text(json, &value);
    }
    if separator == b"," {
        json.push(b'}');
    }
}

/// Returns the name of a header as the documentation of Graph writes it, if it is one that is easily missed otherwise.
fn name_of(name: &HeaderName) -> &str {
    if name == CONTENT_TYPE {
        "Content-Type"
    } else {
        name.as_str()
    }
}

fn write_id(json: &mut Vec<u8>, position: usize) {
    let id = id(position);
    let digit = |digit: usize| b'0' + u8::try_from(digit % 10).unwrap_or_default();
    if id >= 10 {
        json.push(digit(id / 10));
    }
    json.push(digit(id));
}

fn write_text(json: &mut Vec<u8>, text: &str) {
    let start = json.len();
    // Writing text to memory does not fail.
    if serde_json::to_writer(&mut *json, text).is_err() {
        json.truncate(start);
        json.extend_from_slice(b"null");
    }
}
