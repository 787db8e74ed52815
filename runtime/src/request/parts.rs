use std::borrow::Cow;
use std::fmt;

use bytes::Bytes;
use http::header::{
    ACCEPT, AUTHORIZATION, CONTENT_LENGTH, CONTENT_TYPE, HOST, IF_MATCH, TRANSFER_ENCODING,
};
use http::{HeaderMap, HeaderName, HeaderValue, Method};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::link::Links;
use crate::__private::Built;
use crate::address::Address;
use crate::object::TypeInfo;
use crate::object::write::Written;
use crate::{ApiVersion, Endpoint, Error, ErrorKind, ResourceInfo, Retry};

/// What stays as it is in a query: `$` begins OData's own options.
const QUERY: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~')
    .remove(b'$')
    .remove(b',')
    .remove(b'@');

/// `Accept`, `Content-Type`, and what client and transport add: `Authorization`, `User-Agent`, `client-request-id`, `Host` and
/// `Content-Length`.
const USUAL_HEADERS: usize = 7;

/// The client's own id of a request, which Graph repeats and support can ask for ("Best practices for working with Microsoft Graph").
pub(crate) const CLIENT_REQUEST_ID: HeaderName = HeaderName::from_static("client-request-id");

const JSON: HeaderValue = HeaderValue::from_static("application/json");

/// Headers that bind a request to a state of the item.
const CONDITIONS: [&str; 2] = ["if-match", "if-none-match"];

/// How deep in a resource an enum with members behind the sentinel is looked for. Types can be recursive.
const ENUM_DEPTH: u8 = 4;

/// What all requests have: an address, headers and query options.
#[derive(Clone, PartialEq)]
#[doc(hidden)]
pub struct RequestParts {
    address: Address,
    /// Links that lead elsewhere than the address. Few requests have some.
    links: Option<Box<Links>>,
    version: Option<ApiVersion>,
    headers: Vec<(Cow<'static, str>, Cow<'static, str>)>,
    query: String,
    retry: Option<Retry>,
}

impl RequestParts {
    pub const fn new(address: Address, version: Option<ApiVersion>) -> Self {
        Self {
            address,
            links: None,
            version,
            headers: Vec::new(),
            query: String::new(),
            retry: None,
        }
    }

    /// A request to where `link` leads, which is of the form of `template`.
    pub(crate) fn at(link: String, template: &'static str, info: &ResourceInfo) -> Self {
        let mut parts = Self::new(Address::new(template, &[]), info.version());
        parts.links = Some(Box::new(Links::to(link)));
        parts.preferring(info.type_info())
    }

    /// The same request for the next page: the link has the query options of this one in it.
    pub(crate) fn next(&self, link: &str) -> Self {
        let links = self.links.as_deref().cloned().unwrap_or_default();
        Self {
            address: self.address.clone(),
            links: Some(Box::new(links.and_next(link))),
            version: self.version,
            headers: self.headers.clone(),
            query: String::new(),
            retry: self.retry,
        }
    }

    pub fn push_header(&mut self, name: Cow<'static, str>, value: Cow<'static, str>) {
        self.headers.push((name, value));
    }

    pub fn push_query(&mut self, name: &str, value: &str) {
        if !self.query.is_empty() {
            self.query.push('&');
        }
        self.query.extend(utf8_percent_encode(name, QUERY));
        self.query.push('=');
        self.query.extend(utf8_percent_encode(value, QUERY));
    }

    pub const fn set_retry(&mut self, retry: Retry) {
        self.retry = Some(retry);
    }

    /// What writes to where this reads, if it is still as `etag` says. The query options of the read say what it answers with.
    pub(crate) fn to_write(&self, etag: String) -> Self {
        let mut parts = self.clone();
        parts.links = parts.links.map(|links| Box::new(links.without_query()));
        parts.query = String::new();
        parts.set_condition("if-match", etag);
        parts
    }

    /// Binds the request to a state of the item, and to no other.
    pub(crate) fn set_condition(&mut self, name: &'static str, value: String) {
        let is_condition = |name: &str| {
            CONDITIONS
                .iter()
                .any(|known| name.eq_ignore_ascii_case(known))
        };
        self.headers.retain(|(name, _)| !is_condition(name));
        self.push_header(Cow::Borrowed(name), Cow::Owned(value));
    }

    /// Asks for members behind `unknownFutureValue` where `object_type` has some ("Handling future members in evolvable enumerations").
    pub(crate) fn preferring(mut self, object_type: &TypeInfo) -> Self {
        if object_type.has_evolved_members(ENUM_DEPTH) {
            self.push_header(
                Cow::Borrowed("prefer"),
                Cow::Borrowed("include-unknown-enum-members"),
            );
        }
        self
    }

    /// The URL at `endpoint`, without query options.
    pub(crate) fn url(&self, endpoint: &Endpoint) -> Result<http::Uri, Error> {
        if let Some(problem) = self.address.problem() {
            return Err(Error::new(ErrorKind::InvalidRequest, problem));
        }
        self.uri(endpoint, "")
    }

    fn uri(&self, endpoint: &Endpoint, query: &str) -> Result<http::Uri, Error> {
        match &self.links {
            None => endpoint.uri(self.version, self.address.path(), query),
            Some(links) => links.resolve(endpoint, self.version, self.address.path(), query),
        }
    }

    pub const fn path_template(&self) -> &'static str {
        self.address.template()
    }

    /// The request with all that was written, be it anything or nothing.
    pub(crate) fn with_written(
        &self,
        method: Method,
        endpoint: &Endpoint,
        written: Written,
    ) -> Built {
        let body = written.map(|(body, _)| body);
        self.to_http_request(method, endpoint, Some(body))
    }

    pub fn to_http_request(
        &self,
        method: Method,
        endpoint: &Endpoint,
        body: Option<serde_json::Result<Vec<u8>>>,
    ) -> Built {
        let mut problems = Vec::new();
        problems.extend(self.address.problem().map(str::to_owned));
        let headers = self.to_headers(body.is_some(), &mut problems);
        let body = body.transpose().unwrap_or_else(|error| {
            problems.push(format!("the body cannot be written: {error}"));
            None
        });
        let uri = self
            .uri(endpoint, &self.query)
            .map_err(|error| problems.push(error.message().to_owned()))
            .ok();
        match uri {
            Some(uri) if problems.is_empty() => {
                let mut request = http::Request::new(Bytes::from(body.unwrap_or_default()));
                *request.method_mut() = method;
                *request.uri_mut() = uri;
                *request.headers_mut() = headers;
                if let Some(retry) = self.retry {
                    request.extensions_mut().insert(retry);
                }
                Ok(request)
            }
            _ => Err(Error::new(ErrorKind::InvalidRequest, problems.join("; "))
                .with_request(&method, self.path_template())),
        }
    }

    fn to_headers(&self, has_body: bool, problems: &mut Vec<String>) -> HeaderMap {
        let mut headers = HeaderMap::with_capacity(self.headers.len() + USUAL_HEADERS);
        headers.insert(ACCEPT, JSON);
        if has_body {
            headers.insert(CONTENT_TYPE, JSON);
        }
        for (name, value) in &self.headers {
            match header(name, value) {
                Ok((name, value)) if is_single(&name) => {
                    headers.insert(name, value);
                }
                Ok((name, value)) => {
                    headers.append(name, value);
                }
                Err(problem) => problems.push(problem),
            }
        }
        headers
    }
}

/// Neither the ids in the path nor the values of headers and options.
impl fmt::Debug for RequestParts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let headers: Vec<_> = self.headers.iter().map(|(name, _)| name).collect();
        f.debug_struct("RequestParts")
            .field("path", &self.path_template())
            .field("headers", &headers)
            .finish_non_exhaustive()
    }
}

/// Something with [`RequestParts`].
pub trait Outgoing {
    /// The parts.
    fn parts(&self) -> &RequestParts;

    /// The parts, to be changed.
    fn parts_mut(&mut self) -> &mut RequestParts;
}

impl Outgoing for RequestParts {
    fn parts(&self) -> &RequestParts {
        self
    }

    fn parts_mut(&mut self) -> &mut RequestParts {
        self
    }
}

/// Whether the last value counts, and the others are not sent.
fn is_single(name: &HeaderName) -> bool {
    [ACCEPT, CONTENT_TYPE, CLIENT_REQUEST_ID].contains(name)
}

/// The value itself is not repeated in a message: headers carry secrets.
fn header(name: &str, value: &str) -> Result<(HeaderName, HeaderValue), String> {
    let header_name = HeaderName::try_from(name)
        .map_err(|_| format!("`{}` is not the name of a header", name.escape_debug()))?;
    if [AUTHORIZATION, CONTENT_LENGTH, HOST, TRANSFER_ENCODING].contains(&header_name) {
        return Err(format!(
            "the header `{header_name}` is set by the client, not by a request"
        ));
    }
    if header_name == IF_MATCH && value.is_empty() {
        return Err(
            "there is no etag for `if-match`, without which the request could overwrite what another has changed"
                .to_owned(),
        );
    }
    let header_value = HeaderValue::try_from(value).map_err(|_| {
        format!("the value of the header `{header_name}` has characters that cannot be sent")
    })?;
    Ok((header_name, header_value))
}
