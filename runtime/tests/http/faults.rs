use std::error::Error as _;
use std::task::Poll;
use std::time::Duration;

#[cfg(not(feature = "reqwest"))]
use graph_resource::HyperTransport as DefaultTransport;
#[cfg(feature = "reqwest")]
use graph_resource::ReqwestTransport as DefaultTransport;
use graph_resource::{Client, ClientBuilder, Error, ErrorKind, Retry};

use crate::common::{Probe, answer};
use crate::server::Server;

/// The time limit of an exchange. The tests that reach it run on a paused clock, which advances only while client and server are idle.
const TIMEOUT: Duration = Duration::from_secs(20);

/// Creates a client without retries, since these tests are about a single exchange.
fn client(server: &Server) -> ClientBuilder {
    server.client().retry(Retry::never())
}

async fn sent_with_limit(server: &Server, limit: usize) -> Result<(), Error> {
    let transport = DefaultTransport::builder()
        .max_response_size(limit)
        .build()?;
    let client = client(server).transport(transport).build()?;
    client.send(&Probe::get()).await.map(drop)
}

#[tokio::test]
async fn an_answer_up_to_the_size_limit_is_read_and_a_larger_one_is_an_error() {
    let server = Server::answering(answer(200, "\"12345678\"")).await;
    sent_with_limit(&server, 10).await.unwrap();
    let error = sent_with_limit(&server, 9).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Transport);
    assert_eq!(
        error.message(),
        "the answer is larger than the limit of 9 bytes"
    );
    assert_eq!(error.status().unwrap(), 200);
    assert!(error.raw_body().unwrap().is_empty());
}

#[tokio::test]
async fn the_size_limit_applies_to_an_answer_without_content_length() {
    let server = Server::raw(
        b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n4\r\n\"123\r\n4\r\n4567\r\n2\r\n8\"\r\n0\r\n\r\n",
    )
    .await;
    sent_with_limit(&server, 10).await.unwrap();
    let error = sent_with_limit(&server, 9).await.unwrap_err();
    assert_eq!(
        error.message(),
        "the answer is larger than the limit of 9 bytes"
    );
}

#[tokio::test]
async fn an_impossible_content_length_is_an_error() {
    let server =
        Server::raw(b"HTTP/1.1 200 OK\r\ncontent-length: 18446744073709551614\r\n\r\n{}").await;
    let error = sent_with_limit(&server, 1024).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Transport);
}

#[tokio::test]
async fn a_refused_connection_is_a_transport_error() {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    drop(listener);
    let client = Client::builder()
        .base_url(url)
        .retry(Retry::never())
        .build()
        .unwrap();
    let error = client.send(&Probe::patch()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Transport);
    assert_eq!(
        error.to_string(),
        "the service cannot be reached [PATCH /probes/{id}]"
    );
    assert!(!format!("{error:?}").contains("4711"));
    let root = std::iter::successors(error.source(), |error| (*error).source()).last();
    assert!(root.unwrap().is::<std::io::Error>());
}

#[tokio::test]
async fn a_truncated_answer_is_an_error_that_keeps_its_status() {
    let server = Server::raw(b"HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{\"id\":").await;
    let client = client(&server).build().unwrap();
    let error = client.send(&Probe::patch()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Transport);
    assert_eq!(
        error.to_string(),
        "200 OK: the answer broke off [PATCH /probes/{id}]"
    );
    assert_eq!(error.raw_body().unwrap(), "{\"id\":");
}

/// The status and the headers are sufficient to handle the error.
#[tokio::test]
async fn a_truncated_or_too_large_error_of_the_service_is_still_that_error() {
    for bytes in [
        &b"HTTP/1.1 429 Too Many\r\nretry-after: 2.5\r\ncontent-length: 100\r\n\r\n{\"error\":"[..],
        b"HTTP/1.1 429 Too Many\r\nretry-after: 2.5\r\ncontent-length: 99999999999\r\n\r\n{",
        b"HTTP/1.1 429 Too Many\r\nretry-after: 2.5\r\ntransfer-encoding: chunked\r\n\r\n4\r\n{}",
    ] {
        let server = Server::raw(bytes).await;
        let client = client(&server).build().unwrap();
        let error = client.send(&Probe::patch()).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Service);
        assert!(error.is_throttled());
        assert_eq!(error.retry_after(), Some(Duration::from_millis(2500)));
    }
}

#[tokio::test(start_paused = true)]
async fn an_answer_that_stalls_in_the_body_is_a_timeout_that_keeps_its_status() {
    for (status, kind) in [(200, ErrorKind::Timeout), (503, ErrorKind::Service)] {
        let head = format!("HTTP/1.1 {status} X\r\ncontent-length: 100\r\n\r\n{{");
        let server = Server::stalling(head).await;
        let client = client(&server).timeout(TIMEOUT).build().unwrap();
        let error = client.send(&Probe::patch()).await.unwrap_err();
        assert_eq!(error.kind(), kind);
        assert_eq!(error.status().unwrap(), status);
    }
}

/// Each byte arrives long before a limit that would apply to a single read.
#[tokio::test(start_paused = true)]
async fn an_answer_that_trickles_ends_at_the_time_limit() {
    const CHUNKED: &str = "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n100000\r\n";
    const SIZED: &str = "HTTP/1.1 200 OK\r\ncontent-length: 100000\r\n\r\n";
    const HEADERS: &str = "HTTP/1.1 200 OK\r\na: ";
    type Set = fn(ClientBuilder) -> ClientBuilder;
    let limits: [Set; 2] = [
        |client| client.timeout(TIMEOUT),
        |client| client.total_timeout(TIMEOUT),
    ];
    for head in [CHUNKED, SIZED, HEADERS] {
        for limit in limits {
            let server = Server::trickling(head).await;
            let client = limit(client(&server)).build().unwrap();
            let start = tokio::time::Instant::now();
            let error = client.send(&Probe::patch()).await.unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Timeout, "{error:?}");
            let elapsed = start.elapsed();
            assert!(elapsed >= TIMEOUT && elapsed < TIMEOUT * 2, "{elapsed:?}");
        }
    }
}

#[tokio::test(start_paused = true)]
async fn a_request_that_timed_out_is_sent_again() {
    let server = Server::start(|number| async move {
        if number < 3 {
            std::future::pending::<()>().await;
        }
        answer(204, "")
    })
    .await;
    let retry = Retry::default().backoff(TIMEOUT / 20, TIMEOUT);
    let client = server.client().timeout(TIMEOUT).retry(retry);
    let response = client
        .build()
        .unwrap()
        .send_with_response(&Probe::patch())
        .await;
    assert_eq!(response.unwrap().attempts(), 3);
    let bodies: Vec<_> = server
        .received()
        .into_iter()
        .map(http::Request::into_body)
        .collect();
    assert_eq!(bodies, [Probe::patch().body; 3]);
}

#[tokio::test]
async fn an_answer_that_is_not_http_is_a_transport_error() {
    for bytes in [
        &b""[..],
        b"HTTP/1.1 2",
        b"220 smtp.example ESMTP\r\n",
        b"\x16\x03\x01\x02",
    ] {
        let server = Server::raw(bytes).await;
        let client = client(&server).build().unwrap();
        let error = client.send(&Probe::patch()).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Transport);
        assert_eq!(error.message(), "no answer arrived");
    }
}

#[cfg(any(feature = "hyper-rustls", feature = "native-tls", feature = "rustls"))]
#[tokio::test]
async fn https_to_a_server_without_tls_is_a_transport_error() {
    let server = Server::answering(answer(204, "")).await;
    let url = server.url().replace("http:", "https:");
    let client = Client::builder()
        .base_url(url)
        .retry(Retry::never())
        .build()
        .unwrap();
    let error = client.send(&Probe::patch()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Transport);
    let message = error.message();
    assert!(
        message.starts_with("the service does not speak TLS"),
        "{message}"
    );
    assert!(server.received().is_empty());
}

#[tokio::test(start_paused = true)]
async fn a_late_answer_is_a_timeout() {
    let server = Server::start(|_| std::future::pending()).await;
    let client = client(&server).timeout(TIMEOUT).build().unwrap();
    let error = client.send(&Probe::patch()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Timeout);
    assert_eq!(
        error.to_string(),
        "no complete answer arrived in time [PATCH /probes/{id}]"
    );
}

#[tokio::test(start_paused = true)]
async fn an_abandoned_request_does_not_affect_later_requests() {
    let server = Server::start(|number| async move {
        if number == 1 {
            std::future::pending::<()>().await;
        }
        answer(204, "")
    })
    .await;
    let client = client(&server).build().unwrap();
    let abandoned = tokio::time::timeout(TIMEOUT, client.send(&Probe::patch())).await;
    assert!(abandoned.is_err());
    drop(client.send(&Probe::patch()));
    client.send(&Probe::patch()).await.unwrap();
    assert_eq!(server.received().len(), 2);
}

#[tokio::test]
async fn requests_can_be_spawned_and_outlive_their_client() {
    let server = Server::answering(answer(204, "")).await;
    let client = client(&server).build().unwrap();
    let requests: Vec<_> = (0..8)
        .map(|_| tokio::spawn(client.clone().send(&Probe::patch())))
        .collect();
    drop(client);
    for request in requests {
        request.await.unwrap().unwrap();
    }
    assert_eq!(server.received().len(), 8);
}

/// Polls the future at most the given number of times, and then drops it.
async fn polled<F: Future>(future: F, mut times: u32) -> Option<F::Output> {
    let mut future = Box::pin(future);
    std::future::poll_fn(|context| {
        if times == 0 {
            return Poll::Ready(None);
        }
        times -= 1;
        future.as_mut().poll(context).map(Some)
    })
    .await
}

#[tokio::test(start_paused = true)]
async fn a_request_can_be_dropped_at_any_await_without_affecting_later_requests() {
    let server = Server::start(|number| async move {
        let status = if number % 2 == 0 { 204 } else { 503 };
        let mut answer = answer(status, "");
        let wait = "0.001".parse().unwrap();
        answer.headers_mut().insert("retry-after", wait);
        answer
    })
    .await;
    let token = |_| async {
        tokio::task::yield_now().await;
        Ok("any".into())
    };
    let client = server.client().token_provider(token).max_in_flight(1);
    let client = client.build().unwrap();
    let mut dropped = 0;
    while polled(client.send(&Probe::patch()), dropped)
        .await
        .is_none()
    {
        let next = tokio::time::timeout(10 * TIMEOUT, client.send(&Probe::patch()));
        next.await.unwrap().unwrap();
        dropped += 1;
    }
    assert!(dropped > 5, "the request completed after {dropped} polls");
}

#[tokio::test]
async fn a_time_limit_that_no_clock_can_represent_is_none() {
    let server = Server::answering(answer(200, "{}")).await;
    for limit in [Duration::MAX, Duration::from_secs(u64::MAX / 2)] {
        let transport = DefaultTransport::builder()
            .timeout(limit)
            .connect_timeout(limit)
            .build()
            .unwrap();
        let client = client(&server).transport(transport).build().unwrap();
        client.send(&Probe::get()).await.unwrap();
        let client = self::client(&server).timeout(limit).build().unwrap();
        client.send(&Probe::get()).await.unwrap();
    }
}
