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

/// Long enough for loopback on a busy machine, short enough to wait for.
const A_MOMENT: Duration = Duration::from_millis(200);

/// Once: these are about what one exchange comes to.
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
async fn an_answer_of_just_the_limit_arrives_and_a_larger_one_does_not() {
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
async fn an_answer_that_does_not_announce_its_size_is_bounded_as_well() {
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
async fn an_answer_that_announces_the_impossible_is_refused_at_once() {
    let server =
        Server::raw(b"HTTP/1.1 200 OK\r\ncontent-length: 18446744073709551614\r\n\r\n{}").await;
    let error = sent_with_limit(&server, 1024).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Transport);
}

#[tokio::test]
async fn a_refused_connection_is_an_error_of_the_transport() {
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
async fn an_answer_that_breaks_off_is_an_error_that_tells_its_status() {
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

/// Its status and its headers say what there is to do.
#[tokio::test]
async fn an_error_of_the_service_that_breaks_off_or_is_too_large_is_still_that_error() {
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

#[tokio::test]
async fn an_answer_that_stops_halfway_is_a_timeout_that_keeps_its_status() {
    for (status, kind) in [(200, ErrorKind::Timeout), (503, ErrorKind::Service)] {
        let head = format!("HTTP/1.1 {status} X\r\ncontent-length: 100\r\n\r\n{{");
        let server = Server::stalling(head).await;
        let client = client(&server).timeout(A_MOMENT).build().unwrap();
        let error = client.send(&Probe::patch()).await.unwrap_err();
        assert_eq!(error.kind(), kind);
        assert_eq!(error.status().unwrap(), status);
    }
}

#[tokio::test]
async fn what_broke_off_is_sent_again() {
    let server = Server::start(|number| async move {
        if number < 3 {
            std::future::pending::<()>().await;
        }
        answer(204, "")
    })
    .await;
    let retry = Retry::default().backoff(A_MOMENT / 20, A_MOMENT);
    let client = server.client().timeout(A_MOMENT).retry(retry);
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
async fn what_is_not_http_is_an_error_of_the_transport() {
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
async fn a_server_without_tls_cannot_be_reached_by_https() {
    let server = Server::answering(answer(204, "")).await;
    let url = server.url().replace("http:", "https:");
    let client = Client::builder()
        .base_url(url)
        .retry(Retry::never())
        .build()
        .unwrap();
    let error = client.send(&Probe::patch()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Transport);
    assert_eq!(error.message(), "the service cannot be reached");
    assert!(server.received().is_empty());
}

#[tokio::test]
async fn an_answer_that_takes_too_long_is_a_timeout() {
    let server = Server::start(|_| std::future::pending()).await;
    let client = client(&server).timeout(A_MOMENT).build().unwrap();
    let error = client.send(&Probe::patch()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Timeout);
    assert_eq!(
        error.to_string(),
        "no complete answer arrived in time [PATCH /probes/{id}]"
    );
}

#[tokio::test]
async fn a_request_that_is_given_up_leaves_the_client_as_it_was() {
    let server = Server::start(|number| async move {
        if number == 1 {
            std::future::pending::<()>().await;
        }
        answer(204, "")
    })
    .await;
    let client = client(&server).build().unwrap();
    let given_up = tokio::time::timeout(A_MOMENT, client.send(&Probe::patch())).await;
    assert!(given_up.is_err());
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

/// What comes of the future if it is polled no more often than this, and then dropped.
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

#[tokio::test]
async fn a_request_can_be_dropped_at_any_point_and_leaves_the_client_as_it_was() {
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
        let next = tokio::time::timeout(10 * A_MOMENT, client.send(&Probe::patch()));
        next.await.unwrap().unwrap();
        dropped += 1;
    }
    assert!(dropped > 5, "it is done after {dropped} polls");
}
