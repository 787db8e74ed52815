//! Batches: requests in the body of another one ("Combine multiple HTTP requests using JSON batching").

use std::collections::{BTreeMap, HashMap, HashSet};

use bytes::Bytes;
use http::header::{AUTHORIZATION, CONTENT_TYPE, HOST};
use http::{HeaderMap, HeaderName, HeaderValue, Method, Request, Response, StatusCode};
use serde_json::value::RawValue;
use serde_json::{Map, Value, json};

use crate::http::headers;
use crate::http::response;
use crate::text::truncate;

use super::error::GraphError;

/// The largest number of requests in a batch.
const MAX_REQUESTS: usize = 20;

/// A request in a batch.
pub(super) struct BatchedRequest {
    id: String,
    /// The ids of the requests that it depends on, in lower case.
    depends_on: Vec<String>,
    request: Request<Bytes>,
}

/// Returns the version of a path that is that of a batch.
pub(super) fn version_of_batch(path: &str) -> Option<&str> {
    let version = path.strip_prefix('/')?.strip_suffix("/$batch")?;
    (!version.contains('/')).then_some(version)
}

/// Reads the requests of a batch, each with the headers that it needs of the whole.
pub(super) fn read(
    whole: &Request<Bytes>,
    version: &str,
) -> Result<Vec<BatchedRequest>, GraphError> {
    if whole.method() != Method::POST {
        return Err(GraphError::method_not_allowed("POST".to_owned()));
    }
    if !headers::is_json(whole.headers()) {
        return Err(GraphError::body_not_json());
    }
    let body: BTreeMap<String, Box<RawValue>> = parse(whole.body())?;
    let requests = body
        .get("requests")
        .ok_or_else(|| invalid("it has no `requests`"))?;
    let requests: Vec<BTreeMap<String, Box<RawValue>>> = parse(requests.get().as_bytes())?;
    if requests.is_empty() {
        return Err(invalid("it has no requests"));
    }
    if requests.len() > MAX_REQUESTS {
        let message = format!("it has {} requests, and the limit is 20", requests.len());
        return Err(invalid(&message));
    }
    let mut batched: Vec<BatchedRequest> = Vec::with_capacity(requests.len());
    let mut ids = HashSet::new();
    for request in requests {
        let request = read_request(&request, whole, version)?;
        // Ids differ in more than the case of their letters.
        if !ids.insert(request.id.to_lowercase()) {
            let id = truncate(&request.id);
            return Err(invalid(&format!("two requests have the id '{id}'")));
        }
        batched.push(request);
    }
    in_order(batched, &ids)
}

/// Returns the requests in an order in which each comes after those that it depends on.
fn in_order(
    mut requests: Vec<BatchedRequest>,
    ids: &HashSet<String>,
) -> Result<Vec<BatchedRequest>, GraphError> {
    let depends_on = requests.iter().flat_map(|request| &request.depends_on);
    if let Some(unknown) = depends_on.into_iter().find(|id| !ids.contains(*id)) {
        let unknown = truncate(unknown);
        return Err(invalid(&format!(
            "a request depends on '{unknown}', which is none"
        )));
    }
    let mut ordered: Vec<BatchedRequest> = Vec::with_capacity(requests.len());
    let mut before = HashSet::new();
    while !requests.is_empty() {
        let next = requests
            .iter()
            .position(|request| request.depends_on.iter().all(|id| before.contains(id)))
            .ok_or_else(|| invalid("requests depend on each other in a circle"))?;
        let next = requests.remove(next);
        before.insert(next.id.to_lowercase());
        ordered.push(next);
    }
    Ok(ordered)
}

/// Answers a batch, whose requests `execute` answers. A request that depends on one that failed is not executed.
pub(super) fn respond(
    requests: Vec<BatchedRequest>,
    execute: impl Fn(Request<Bytes>) -> Option<Response<Bytes>>,
    failed_dependency: impl Fn() -> Response<Bytes>,
) -> Response<Bytes> {
    let mut succeeded: HashMap<String, bool> = HashMap::new();
    let mut responses = Vec::with_capacity(requests.len());
    for BatchedRequest {
        id,
        depends_on,
        request,
    } in requests
    {
        let has_succeeded = |id: &String| succeeded.get(id) == Some(&true);
        let response = if depends_on.iter().all(has_succeeded) {
            execute(request)
        } else {
            Some(failed_dependency())
        };
        let is_success = response
            .as_ref()
            .is_some_and(|each| each.status().is_success());
        succeeded.insert(id.to_lowercase(), is_success);
        responses.extend(response.map(|response| written(&id, &response)));
    }
    response::json(StatusCode::OK, &json!({ "responses": responses }))
}

fn read_request(
    members: &BTreeMap<String, Box<RawValue>>,
    whole: &Request<Bytes>,
    version: &str,
) -> Result<BatchedRequest, GraphError> {
    let text = |name: &str| -> Result<String, GraphError> {
        let value = members.get(name).map(|value| value.get());
        let value = value.ok_or_else(|| invalid(&format!("a request has no `{name}`")))?;
        serde_json::from_str(value)
            .map_err(|_| invalid(&format!("the `{name}` of a request is not text")))
    };
    let (id, method, url) = (text("id")?, text("method")?, text("url")?);
    let method = Method::try_from(method.to_uppercase().as_str())
        .map_err(|_| invalid("a request has an invalid method"))?;
    let path = url.trim_start_matches('/');
    if path.split('?').next() == Some("$batch") {
        return Err(invalid("a batch in a batch is not supported"));
    }
    let mut request = Request::new(Bytes::new());
    *request.uri_mut() = format!("/{version}/{path}").parse().map_err(|_| {
        invalid(&format!(
            "the url of the request '{}' is invalid",
            truncate(&id)
        ))
    })?;
    *request.headers_mut() = read_headers(members.get("headers").map(|headers| headers.get()))?;
    for name in [AUTHORIZATION, HOST] {
        if let Some(value) = whole.headers().get(&name) {
            request.headers_mut().insert(name, value.clone());
        }
    }
    if let Some(body) = members.get("body").map(|body| body.get())
        && body != "null"
    {
        if !request.headers().contains_key(CONTENT_TYPE) {
            let message = format!(
                "the request '{}' has a body, but no Content-Type header",
                truncate(&id)
            );
            return Err(invalid(&message));
        }
        *request.body_mut() = read_body(body, request.headers());
    }
    *request.method_mut() = method;
    let depends_on = match members.get("dependsOn").map(|ids| ids.get()) {
        None | Some("null") => Vec::new(),
        Some(ids) => serde_json::from_str::<Vec<String>>(ids)
            .map_err(|_| invalid("`dependsOn` is not a list of ids"))?,
    };
    let depends_on = depends_on.iter().map(|id| id.to_lowercase()).collect();
    Ok(BatchedRequest {
        id,
        depends_on,
        request,
    })
}

fn read_headers(json: Option<&str>) -> Result<HeaderMap, GraphError> {
    let headers = json.filter(|json| *json != "null").unwrap_or("{}");
    let headers: BTreeMap<String, String> = serde_json::from_str(headers)
        .map_err(|_| invalid("the headers of a request are not texts"))?;
    let mut map = HeaderMap::new();
    for (name, value) in headers {
        let header = (HeaderName::try_from(&name), HeaderValue::try_from(&value));
        let (Ok(name), Ok(value)) = header else {
            let name = truncate(&name);
            return Err(invalid(&format!("the header '{name}' is invalid")));
        };
        map.insert(name, value);
    }
    Ok(map)
}

/// Returns the body of a request: JSON as it is, or bytes in base64.
fn read_body(json: &str, headers: &HeaderMap) -> Bytes {
    use base64::Engine as _;

    let text = serde_json::from_str::<String>(json).ok();
    let bytes = text
        .filter(|_| !headers::is_json(headers))
        .and_then(|text| {
            let text = text.replace('-', "+").replace('_', "/");
            base64::engine::general_purpose::STANDARD.decode(text).ok()
        });
    bytes.map_or_else(|| Bytes::copy_from_slice(json.as_bytes()), Bytes::from)
}

/// Writes a response as an element of the list.
fn written(id: &str, response: &Response<Bytes>) -> Value {
    let mut written = Map::new();
    written.insert("id".to_owned(), id.into());
    written.insert("status".to_owned(), response.status().as_u16().into());
    let headers: Map<String, Value> = response
        .headers()
        .iter()
        .map(|(name, value)| {
            (
                title(name),
                String::from_utf8_lossy(value.as_bytes()).into(),
            )
        })
        .collect();
    written.insert("headers".to_owned(), headers.into());
    let body = response.body();
    let body = if body.is_empty() {
        Value::Null
    } else if headers::is_json(response.headers()) {
        serde_json::from_slice(body).unwrap_or_else(|_| text(body))
    } else {
        text(body)
    };
    written.insert("body".to_owned(), body);
    written.into()
}

/// Returns a body that is not JSON as text in base64.
fn text(body: &[u8]) -> Value {
    use base64::Engine as _;

    base64::engine::general_purpose::STANDARD
        .encode(body)
        .into()
}

/// Returns the name of a header with capital letters, as most services write it in a batch.
fn title(name: &HeaderName) -> String {
    let parts = name.as_str().split('-').map(|part| {
        let (first, rest) = part.split_at(part.len().min(1));
        first.to_uppercase() + rest
    });
    parts.collect::<Vec<_>>().join("-")
}

fn parse<'b, T: serde_core::Deserialize<'b>>(json: &'b [u8]) -> Result<T, GraphError> {
    serde_json::from_slice(json).map_err(|error| invalid(&error.to_string()))
}

fn invalid(reason: &str) -> GraphError {
    GraphError::malformed(format!("Invalid batch payload format: {reason}."))
}
