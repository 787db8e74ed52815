use std::collections::BTreeSet;
use std::fmt;
use std::sync::{Mutex, PoisonError};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use http::uri::PathAndQuery;
use http::{HeaderMap, Method};
use serde_core::de::{Deserialize, Deserializer, Error as _};
use serde_core::ser::{Serialize, SerializeStruct, Serializer};
use serde_json::{Map, Value};

use super::Request;
use super::headers::{too_many, valid};
use crate::body::StreamedOnce;
use crate::encoding::decode;
use crate::endpoint::{ApiVersion, Endpoint};
use crate::error::{Error, ErrorKind};

/// A request of any kind as data. It can be stored, sent later or by another process, and be one of many kinds in a
/// [`Bulk`](crate::Bulk).
///
/// It has what the request sends: the method, the path with the version and the query, headers and body, without the token. It
/// belongs to no service: each endpoint builds it for itself. A retry policy is not a part of it. The answer is that of HTTP.
///
/// The body is stored as it is, with whatever is secret in it.
///
/// ```
/// use graph_resource::{Bulk, Client, Endpoint, Error, StoredRequest, graph_resource};
///
/// #[graph_resource(path = "/users")]
/// #[derive(Debug)]
/// pub struct User {
///     #[graph(key)]
///     pub id: String,
///     pub department: Option<String>,
/// }
///
/// # fn example(graph: &Endpoint) -> Result<(), Box<dyn std::error::Error>> {
/// let requests = [
///     StoredRequest::new(&User::update("ada").department("R&D"), graph)?,
///     StoredRequest::new(&User::delete("bob"), graph)?,
/// ];
/// let stored = serde_json::to_string(&requests)?;
/// let requests: Vec<StoredRequest> = serde_json::from_str(&stored)?;
/// assert_eq!(requests[1].method(), "DELETE");
/// assert_eq!(requests[1].path(), "/v1.0/users/bob");
/// # Ok(())
/// # }
/// # example(&Endpoint::new(graph_resource::Cloud::Global)).unwrap();
/// ```
#[derive(Clone, PartialEq)]
pub struct StoredRequest {
    method: Method,
    template: &'static str,
    /// The path below that of the service, with the version and the query.
    path: String,
    headers: HeaderMap,
    body: Bytes,
}

impl StoredRequest {
    /// Stores what a request sends to a service.
    ///
    /// # Errors
    ///
    /// Those of [`Request::to_http_request`], and [`ErrorKind::InvalidRequest`] if the request goes to another service.
    pub fn new<R: Request>(request: &R, endpoint: &Endpoint) -> Result<Self, Error> {
        let template = request.path_template();
        let (parts, body) = request.to_http_request(endpoint)?.into_parts();
        if parts.extensions.get::<StreamedOnce>().is_some() {
            let message = "the body of the request is a stream, which cannot be stored";
            let error = Error::new(ErrorKind::InvalidRequest, message);
            return Err(error.with_request(&parts.method, template));
        }
        let root = root(endpoint)?;
        let path = parts.uri.path_and_query().map(PathAndQuery::as_str);
        let path = path.and_then(|path| path.strip_prefix(root.path().trim_end_matches('/')));
        let is_same = parts.uri.authority() == root.authority();
        let path = path.filter(|path| is_same && path.starts_with('/'));
        let path = path.ok_or_else(|| {
            let message = "the request goes to another service, and cannot be stored";
            Error::new(ErrorKind::InvalidRequest, message).with_request(&parts.method, template)
        })?;
        Ok(Self {
            method: parts.method,
            template,
            path: path.to_owned(),
            headers: parts.headers,
            body,
        })
    }

    /// Returns the method.
    pub const fn method(&self) -> &Method {
        &self.method
    }

    /// Returns the path below the base URL of a service, with the version and the query, percent-encoded.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// Returns the headers.
    pub const fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// Returns the body.
    pub const fn body(&self) -> &Bytes {
        &self.body
    }

    /// Reads a request from JSON, or returns what is wrong with it.
    fn from_json(json: &Map<String, Value>) -> Result<Self, String> {
        let text = |name: &str| {
            let text = json.get(name).and_then(Value::as_str);
            text.ok_or_else(|| format!("a stored request has a text `{name}`"))
        };
        let method = Method::try_from(text("method")?);
        let path = text("path")?;
        let is_relative = |segment: &str| {
            let segment = segment.to_ascii_lowercase().replace("%2e", ".");
            segment == "." || segment == ".."
        };
        let (segments, _) = path.split_once('?').unwrap_or((path, ""));
        if !path.starts_with('/') || segments.split('/').any(is_relative) {
            return Err("the path of a stored request begins with `/` and has no `..`".to_owned());
        }
        let body = match (json.get("body"), json.get("base64")) {
            (Some(Value::String(body)), None) => Bytes::from(body.clone()),
            (None, Some(Value::String(body))) => {
                let body = decode(body).map_err(|_| "the body of a stored request is no base64")?;
                body.into()
            }
            (None, None) => Bytes::new(),
            _ => return Err("the body of a stored request is one text".to_owned()),
        };
        Ok(Self {
            method: method.map_err(|_| "the method of a stored request is not valid")?,
            template: known_template(text("template")?),
            path: path.to_owned(),
            headers: headers(json.get("headers"))?,
            body,
        })
    }
}

/// Reads headers, which are pairs of a name and a value.
fn headers(json: Option<&Value>) -> Result<HeaderMap, String> {
    let pairs = json.and_then(Value::as_array);
    let pairs = pairs.ok_or("the headers of a stored request are a list")?;
    if let Some(problem) = too_many(pairs.len()) {
        return Err(problem);
    }
    let mut headers = HeaderMap::with_capacity(pairs.len());
    for pair in pairs {
        let texts = match pair.as_array().map(Vec::as_slice) {
            Some([name, value]) => name.as_str().zip(value.as_str()),
            _ => None,
        };
        let (name, value) = texts.ok_or("a header of a stored request is a pair of texts")?;
        let (name, value) = valid(name, value)?;
        headers.append(name, value);
    }
    Ok(headers)
}

/// Returns the URL of a service without a version.
fn root(endpoint: &Endpoint) -> Result<http::Uri, Error> {
    endpoint
        .clone()
        .with_version(ApiVersion::None)
        .uri(None, "/", &[])
}

/// The number of templates that are kept.
const MAX_TEMPLATES: usize = 1000;

/// Returns a template that lives as long as the program, as those that are written in it do.
///
/// A program has few of them. Those above the limit, which only a stranger can have written, have the name of none.
fn known_template(template: &str) -> &'static str {
    static TEMPLATES: Mutex<BTreeSet<&'static str>> = Mutex::new(BTreeSet::new());
    const OTHER: &str = "/{stored}";
    let mut templates = TEMPLATES.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = templates.get(template) {
        return known;
    }
    let is_text = template.len() <= 1024 && template.chars().all(|c| c.is_ascii_graphic());
    if templates.len() >= MAX_TEMPLATES || !is_text {
        return OTHER;
    }
    let template: &'static str = Box::leak(template.into());
    templates.insert(template);
    template
}

impl Request for StoredRequest {
    type Answer = http::Response<Bytes>;

    fn to_http_request(&self, endpoint: &Endpoint) -> Result<http::Request<Bytes>, Error> {
        let service = endpoint.clone().with_version(ApiVersion::None);
        let uri = service
            .uri(None, &self.path, &[])
            .map_err(|error| error.with_request(&self.method, self.template))?;
        let mut request = http::Request::new(self.body.clone());
        *request.method_mut() = self.method.clone();
        *request.uri_mut() = uri;
        *request.headers_mut() = self.headers.clone();
        Ok(request)
    }

    fn path_template(&self) -> &'static str {
        self.template
    }

    fn read_answer(response: &http::Response<Bytes>) -> Result<Self::Answer, Error> {
        Ok(response.clone())
    }
}

impl Serialize for StoredRequest {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let headers: Vec<_> = self
            .headers
            .iter()
            .map(|(name, value)| (name.as_str(), String::from_utf8_lossy(value.as_bytes())))
            .collect();
        let mut stored = serializer.serialize_struct("StoredRequest", 5)?;
        stored.serialize_field("method", self.method.as_str())?;
        stored.serialize_field("template", self.template)?;
        stored.serialize_field("path", &self.path)?;
        stored.serialize_field("headers", &headers)?;
        match std::str::from_utf8(&self.body) {
            Ok("") => stored.skip_field("body")?,
            Ok(body) => stored.serialize_field("body", body)?,
            Err(_) => stored.serialize_field("base64", &STANDARD.encode(&self.body))?,
        }
        stored.end()
    }
}

impl<'de> Deserialize<'de> for StoredRequest {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let json = Map::deserialize(deserializer)?;
        Self::from_json(&json).map_err(D::Error::custom)
    }
}

/// Shows neither the ids in the path nor headers and body.
impl fmt::Debug for StoredRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "StoredRequest({} {})", self.method, self.template)
    }
}
