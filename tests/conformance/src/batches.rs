//! Documented batches, built and read by this project.
//!
//! A batch is written again from its requests, and has to equal the documented one. Of a documented answer, each request has to get its own part.

use std::fmt;
use std::future::Future;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use bytes::Bytes;
use graph_resource::{Batch, BatchHandle, Client, Cloud, Endpoint, Error, Request};
use http::{HeaderName, HeaderValue};
use serde_json::{Map, Value, json};

/// The results of a run.
#[derive(Debug, Default)]
pub struct Batches {
    pub passed: usize,
    /// What differs, by the name of the example.
    pub failed: Vec<(String, String)>,
}

/// A request as it is documented, whose answer is read as it came.
struct Documented {
    method: String,
    url: String,
    headers: Map<String, Value>,
    body: Value,
}

/// A status, headers, and a body.
type Answer = (u16, Map<String, Value>, Value);

impl Request for Documented {
    type Answer = Answer;

    fn to_http_request(&self, endpoint: &Endpoint) -> Result<http::Request<Bytes>, Error> {
        let mut request = http::Request::builder()
            .method(&*self.method)
            .uri(format!("{endpoint}{}", self.url));
        for (name, value) in &self.headers {
            request = request.header(name, value.as_str().unwrap_or_default());
        }
        let body = match &self.body {
            Value::Null => Bytes::new(),
            body => body.to_string().into(),
        };
        Ok(request.body(body).expect("the documented request is one"))
    }

    fn path_template(&self) -> &'static str {
        "/documented"
    }

    fn read_answer(response: &http::Response<Bytes>) -> Result<Answer, Error> {
        let body = serde_json::from_slice(response.body()).unwrap_or_default();
        Ok((
            response.status().as_u16(),
            written(response.headers()),
            body,
        ))
    }
}

fn written(headers: &http::HeaderMap) -> Map<String, Value> {
    let headers = headers.iter();
    headers
        .map(|(name, value)| (name.to_string(), value.to_str().unwrap_or_default().into()))
        .collect()
}

/// Returns the requests of a documented batch, whose URLs may be left out, so that each has one of its own.
fn requests(batch: &Value) -> Vec<Value> {
    let mut requests = batch["requests"].as_array().cloned().unwrap_or_default();
    for request in &mut requests {
        let id = request["id"].as_str().unwrap_or_default().to_owned();
        let url = request["url"].as_str().unwrap_or_default();
        // Parameters in braces are no part of a URL.
        let url = url
            .replace("...", &format!("/documented/{id}"))
            .replace(['{', '}'], "");
        request["url"] = url.into();
    }
    requests
}

fn push(batch: &mut Batch<'_>, requests: &[Value]) -> Vec<(String, BatchHandle<Answer>)> {
    let mut handles: Vec<(String, BatchHandle<Answer>)> = Vec::new();
    for request in requests {
        let text = |name: &str| request[name].as_str().unwrap_or_default().to_owned();
        let after = request["dependsOn"].as_array().into_iter().flatten();
        let after: Vec<_> = after
            .filter_map(|id| handles.iter().find(|(other, _)| id == other))
            .map(|(_, handle)| *handle)
            .collect();
        let documented = Documented {
            method: text("method"),
            url: text("url"),
            headers: request["headers"].as_object().cloned().unwrap_or_default(),
            body: request["body"].clone(),
        };
        handles.push((text("id"), batch.push_after(after, documented)));
    }
    handles
}

/// Builds a documented batch, and returns how it differs.
fn build(documented: &Value) -> Option<String> {
    let requests = requests(documented);
    let mut batch = Batch::new();
    push(&mut batch, &requests);
    let built = match batch.to_http_requests(&Endpoint::new(Cloud::Global)) {
        Ok(built) => built,
        Err(error) => return Some(error.to_string()),
    };
    let bodies: Vec<Value> = built
        .iter()
        .map(|request| serde_json::from_slice(request.body()).unwrap_or_default())
        .collect();
    let expected = vec![json!({ "requests": requests })];
    (bodies != expected).then(|| format!("built is {bodies:?}, documented is {expected:?}"))
}

/// Reads a documented answer to a batch, and returns how it differs.
fn read(documented: &Value) -> Option<String> {
    let answers = documented["responses"].as_array()?;
    let mut ids: Vec<_> = answers
        .iter()
        .map(|answer| answer["id"].as_str().unwrap_or_default())
        .collect();
    ids.sort_unstable();
    let requests: Vec<_> = ids
        .iter()
        .map(|id| json!({ "id": id, "method": "GET", "url": format!("/documented/{id}") }))
        .collect();
    let body = Bytes::from(documented.to_string());
    let client = Client::builder()
        .token("any")
        .transport(move |_| {
            let response = http::Response::new(body.clone());
            std::future::ready(Ok(response))
        })
        .build()
        .expect("there can be a client");
    let mut batch = Batch::new();
    let handles = push(&mut batch, &requests);
    let Poll::Ready(mut taken) =
        pin!(batch.send(&client)).poll(&mut Context::from_waker(Waker::noop()))
    else {
        return Some("the batch does not end".to_owned());
    };
    handles.into_iter().find_map(|(id, handle)| {
        let answer = answers.iter().find(|answer| answer["id"] == *id)?;
        let expected = (
            answer["status"].as_u64()?,
            lower_case(&answer["headers"]),
            answer["body"].clone(),
        );
        let read = match taken.take(handle) {
            Ok(answer) => answer,
            Err(error) => match (error.status(), error.raw_body()) {
                (Some(status), Some(body)) => (
                    status.as_u16(),
                    error.headers().map(written).unwrap_or_default(),
                    serde_json::from_slice(body).unwrap_or_default(),
                ),
                _ => return Some(format!("{id}: {error}")),
            },
        };
        let read = (u64::from(read.0), read.1, read.2);
        (read != expected).then(|| format!("{id}: read is {read:?}, documented is {expected:?}"))
    })
}

fn lower_case(headers: &Value) -> Map<String, Value> {
    let headers = headers.as_object().into_iter().flatten();
    headers
        .filter_map(|(name, value)| {
            let name: HeaderName = name.parse().ok()?;
            let value: HeaderValue = value.as_str()?.parse().ok()?;
            Some((name.to_string(), value.to_str().ok()?.into()))
        })
        .collect()
}

/// Tries documented batches and answers to batches. Other examples do not count.
pub fn run<'e>(examples: impl IntoIterator<Item = (&'e str, &'e Value)>) -> Batches {
    let mut batches = Batches::default();
    for (name, example) in examples {
        let difference = if example["requests"].is_array() {
            build(example)
        } else if example["responses"].is_array() {
            read(example)
        } else {
            continue;
        };
        match difference {
            Some(difference) => batches.failed.push((name.to_owned(), difference)),
            None => batches.passed += 1,
        }
    }
    batches
}

impl fmt::Display for Batches {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (name, difference) in &self.failed {
            writeln!(f, "  {name}\n    {difference}")?;
        }
        let (passed, failed) = (self.passed, self.failed.len());
        writeln!(
            f,
            "{passed} documented batches and answers to batches passed, {failed} failed"
        )
    }
}
