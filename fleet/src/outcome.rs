use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use graph_resource::{Error, Request};
use http::{HeaderName, HeaderValue, Response};
use serde::{Deserialize, Serialize};

/// What has become of a [`Job`](crate::Job).
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Outcome {
    /// The tag of the job.
    pub tag: String,
    /// The place of the outcome among all outcomes of the fleet, from 1, for
    /// [`Fleet::outcomes_after`](crate::Fleet::outcomes_after).
    pub sequence: u64,
    /// The answer of the service, or why there is none. [`read_as`](Self::read_as) returns it in its type.
    pub result: Result<Response<Bytes>, Failure>,
}

impl Outcome {
    /// Reads the answer as that of a kind of request.
    ///
    /// ```
    /// use graph_resource::{Get, graph_resource};
    /// use graph_resource_fleet::Outcome;
    ///
    /// # #[graph_resource(path = "/users")]
    /// # #[derive(Debug)]
    /// # pub struct User {
    /// #     #[graph(key)]
    /// #     pub id: String,
    /// #     pub department: Option<String>,
    /// # }
    /// fn show(outcome: &Outcome) -> Result<(), graph_resource::Error> {
    ///     match &outcome.result {
    ///         Ok(_) => println!("{:?}", outcome.read_as::<Get<User>>().transpose()?),
    ///         Err(failure) if failure.is_unknown_outcome => println!("look at {} again", outcome.tag),
    ///         Err(failure) => println!("{}: {failure}", outcome.tag),
    ///     }
    ///     Ok(())
    /// }
    /// ```
    ///
    /// # Errors
    ///
    /// Those of [`Request::read_answer`].
    pub fn read_as<R: Request>(&self) -> Option<Result<R::Answer, Error>> {
        self.result.as_ref().ok().map(R::read_answer)
    }
}

/// Why a job has failed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Failure {
    /// The message, which names the request by its path template.
    pub message: String,
    /// The status of the answer, if there was one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<u16>,
    /// The code of the error, as the service says it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// `true` if the request may have been executed: see [`graph_resource::Error::is_unknown_outcome`].
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_unknown_outcome: bool,
}

impl std::fmt::Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Failure {}

impl From<&Error> for Failure {
    fn from(error: &Error) -> Self {
        Self {
            message: error.to_string(),
            status: error.status().map(|status| status.as_u16()),
            code: error.code().map(str::to_owned),
            is_unknown_outcome: error.is_unknown_outcome(),
        }
    }
}

impl Failure {
    pub(crate) fn of_job(message: String) -> Self {
        Self {
            message,
            status: None,
            code: None,
            is_unknown_outcome: false,
        }
    }
}

/// An outcome as it is stored.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
enum Stored {
    Answer(Answer),
    Failure(Failure),
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Answer {
    status: u16,
    headers: Vec<(String, String)>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    body: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    base64: Option<String>,
}

/// Writes the result of a job.
pub(crate) fn write(result: &Result<Response<Bytes>, Failure>) -> serde_json::Result<Bytes> {
    let stored = match result {
        Ok(answer) => Stored::Answer(Answer::new(answer)),
        Err(failure) => Stored::Failure(failure.clone()),
    };
    serde_json::to_vec(&stored).map(Bytes::from)
}

/// Reads the result of a job, or returns what is wrong with it.
pub(crate) fn read(stored: &[u8]) -> Result<Result<Response<Bytes>, Failure>, String> {
    match serde_json::from_slice(stored).map_err(|error| error.to_string())? {
        Stored::Answer(answer) => answer.into_response().map(Ok),
        Stored::Failure(failure) => Ok(Err(failure)),
    }
}

impl Answer {
    fn new(response: &Response<Bytes>) -> Self {
        let headers = response.headers().iter().map(|(name, value)| {
            let value = String::from_utf8_lossy(value.as_bytes());
            (name.as_str().to_owned(), value.into_owned())
        });
        let (body, base64) = match std::str::from_utf8(response.body()) {
            Ok("") => (None, None),
            Ok(text) => (Some(text.to_owned()), None),
            Err(_) => (None, Some(STANDARD.encode(response.body()))),
        };
        Self {
            status: response.status().as_u16(),
            headers: headers.collect(),
            body,
            base64,
        }
    }

    fn into_response(self) -> Result<Response<Bytes>, String> {
        let body = match (self.body, self.base64) {
            (body, None) => Bytes::from(body.unwrap_or_default()),
            (None, Some(body)) => {
                let body = STANDARD.decode(body);
                body.map_err(|_| "the body of the answer is no base64")?
                    .into()
            }
            _ => return Err("the answer has two bodies".to_owned()),
        };
        let mut response = Response::new(body);
        *response.status_mut() = self
            .status
            .try_into()
            .map_err(|_| "the status of the answer is none of HTTP")?;
        for (name, value) in self.headers {
            let pair = HeaderName::try_from(name)
                .ok()
                .zip(HeaderValue::try_from(value).ok());
            let (name, value) = pair.ok_or("a header of the answer is none of HTTP")?;
            response.headers_mut().append(name, value);
        }
        Ok(response)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(status: u16, body: &'static [u8]) -> Response<Bytes> {
        let builder = Response::builder().status(status).header("etag", "W/\"1\"");
        builder.body(Bytes::from_static(body)).unwrap()
    }

    #[test]
    fn an_answer_is_read_as_it_was_written() {
        for body in [&b""[..], b"{\"id\": 1.10}", &[0xff, 0]] {
            let written = write(&Ok(answer(200, body))).unwrap();
            let read = read(&written).unwrap().unwrap();
            assert_eq!(read.body(), body);
            assert_eq!(read.status(), 200);
            assert_eq!(read.headers()["etag"], "W/\"1\"");
        }
    }

    #[test]
    fn a_failure_is_read_as_it_was_written() {
        let failure = Failure {
            status: Some(404),
            code: Some("itemNotFound".to_owned()),
            is_unknown_outcome: true,
            ..Failure::of_job("404 Not Found".to_owned())
        };
        let written = write(&Err(failure.clone())).unwrap();
        assert_eq!(read(&written).unwrap().unwrap_err(), failure);
    }

    #[test]
    fn what_is_no_outcome_is_refused() {
        for stored in [
            "",
            "{}",
            r#"{"answer":{"status":1,"headers":[]}}"#,
            r#"{"answer":{"status":200,"headers":[["a b","c"]]}}"#,
            r#"{"answer":{"status":200,"headers":[],"base64":"?"}}"#,
            r#"{"answer":{"status":200,"headers":[],"base64":"","body":""}}"#,
        ] {
            assert!(read(stored.as_bytes()).is_err(), "{stored}");
        }
    }
}
