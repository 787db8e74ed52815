//! Tests that no number of headers and no time limit causes a panic.

use bytes::Bytes;
use graph_resource::{Body, Client, ErrorKind, List, Request, Retry, graph_resource};
use http::{HeaderMap, HeaderName, HeaderValue};

use crate::common::{Probe, answer};

const COUNT: usize = 33_000;

#[graph_resource(path = "/things")]
#[derive(Debug)]
pub(crate) struct Thing {
    #[graph(key)]
    pub(crate) id: String,
}

/// Returns as many headers as a map can have, and many values of one.
fn headers() -> HeaderMap {
    let mut headers = HeaderMap::new();
    for name in [
        "www-authenticate",
        "retry-after",
        "request-id",
        "content-type",
    ] {
        for _ in 0..COUNT {
            headers.append(name, HeaderValue::from_static("a=b, c"));
        }
    }
    for number in 0..COUNT {
        let name = HeaderName::try_from(format!("x-{number}")).unwrap();
        if headers
            .try_append(name, HeaderValue::from_static("a"))
            .is_err()
        {
            break;
        }
    }
    headers
}

#[tokio::test]
async fn any_number_of_headers_of_an_answer_is_read() {
    for status in [200, 204, 302, 401, 429, 503] {
        let client = Client::builder()
            .token("a")
            .retry(Retry::never())
            .transport(move |_: http::Request<Body>| async move {
                let mut answer = answer(status, "{}");
                *answer.headers_mut() = headers();
                Ok(answer)
            })
            .build()
            .unwrap();
        match client.send_with_response(&Probe::get()).await {
            Ok(response) => assert!(response.headers().len() > COUNT),
            Err(error) => assert!(error.headers().unwrap().len() > COUNT),
        }
    }
}

#[tokio::test]
async fn too_many_headers_of_a_request_are_an_error() {
    let client = Client::builder()
        .token("a")
        .transport(|_: http::Request<Body>| async { Ok(answer(200, r#"{"value":[]}"#)) })
        .build()
        .unwrap();
    let with = |count: usize, name: fn(usize) -> String| {
        (0..count).fold(Thing::list(), |list, number| {
            list.with_header(name(number), "a")
        })
    };
    client.send(&with(900, |n| format!("x-{n}"))).await.unwrap();
    for name in [|n| format!("x-{n}"), |_| "x-same".to_owned()] {
        let error = client.send(&with(COUNT, name)).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidRequest);
        assert_eq!(
            error.message(),
            "the request has 33000 headers: no more than 1000 can be sent"
        );
    }
}

/// A request whose map of headers is full.
struct Full(List<Thing>);

impl Request for Full {
    type Answer = <List<Thing> as Request>::Answer;

    fn to_http_request(
        &self,
        endpoint: &graph_resource::Endpoint,
    ) -> Result<http::Request<Bytes>, graph_resource::Error> {
        let mut request = self.0.to_http_request(endpoint)?;
        *request.headers_mut() = headers();
        Ok(request)
    }

    fn path_template(&self) -> &'static str {
        self.0.path_template()
    }

    fn read_answer(
        response: &http::Response<Bytes>,
    ) -> Result<Self::Answer, graph_resource::Error> {
        List::<Thing>::read_answer(response)
    }
}

#[tokio::test]
async fn a_request_with_a_full_map_of_headers_is_an_error() {
    let client = Client::builder()
        .token("a")
        .transport(|_: http::Request<Body>| async { Ok(answer(204, "")) })
        .build()
        .unwrap();
    let error = client.send(&Full(Thing::list())).await.err().unwrap();
    assert_eq!(error.kind(), ErrorKind::InvalidRequest);
    assert_eq!(error.attempts(), 0);
}
