//! Bodies that are streams: their limits of time and size.

use std::time::Duration;

#[cfg(not(feature = "reqwest"))]
use graph_resource::HyperTransport as DefaultTransport;
#[cfg(feature = "reqwest")]
use graph_resource::ReqwestTransport as DefaultTransport;
use graph_resource::{Body, Client, Error, ErrorKind, Retry, graph_resource};
use tokio::io::{AsyncReadExt, AsyncWriteExt};

use crate::common::answer;
use crate::server::Server;

/// The time limit. The tests run on a paused clock, which advances only while client and server are idle.
const TIMEOUT: Duration = Duration::from_secs(20);

#[graph_resource(path = "/users/{user_id}/photo", media(content = "$value"))]
#[derive(Debug)]
struct ProfilePhoto {
    width: Option<i32>,
}

fn client(server: &Server) -> Client {
    let client = server.client().timeout(TIMEOUT).retry(Retry::never());
    client.build().unwrap()
}

async fn read(client: &Client) -> Result<usize, Error> {
    let photo = ProfilePhoto::content("ada").send(client).await?;
    Ok(photo.bytes(1 << 20).await?.len())
}

#[tokio::test(start_paused = true)]
async fn a_content_that_trickles_may_take_longer_than_the_time_limit() {
    let server = Server::trickling("HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n").await;
    let start = tokio::time::Instant::now();
    assert_eq!(read(&client(&server)).await.unwrap(), 100);
    assert!(start.elapsed() > 4 * TIMEOUT);
}

#[tokio::test(start_paused = true)]
async fn a_content_that_stalls_is_a_timeout() {
    let head = "HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{".to_owned();
    let server = Server::stalling(head).await;
    let start = tokio::time::Instant::now();
    let error = read(&client(&server)).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Timeout);
    assert!(start.elapsed() < 2 * TIMEOUT);
}

#[tokio::test(start_paused = true)]
async fn a_content_whose_head_does_not_arrive_is_a_timeout() {
    let server = Server::stalling("HTTP/1.1 200 OK\r\n".to_owned()).await;
    let error = read(&client(&server)).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Timeout);
}

#[tokio::test(start_paused = true)]
async fn an_error_instead_of_a_content_ends_at_the_time_limit() {
    let head = "HTTP/1.1 404 Not Found\r\ncontent-length: 100000\r\n\r\n";
    let server = Server::trickling(head).await;
    let error = read(&client(&server)).await.unwrap_err();
    assert_eq!(error.status().unwrap(), 404);
}

#[tokio::test]
async fn a_content_has_no_limit_of_size() {
    let server = Server::answering(answer(200, vec![7; 100_000])).await;
    let transport = DefaultTransport::builder()
        .max_response_size(10)
        .build()
        .unwrap();
    let client = server.client().transport(transport).build().unwrap();
    assert_eq!(read(&client).await.unwrap(), 100_000);
}

#[tokio::test(start_paused = true)]
async fn a_stream_may_take_longer_to_send_than_the_time_limit() {
    let server = Server::answering(answer(204, "")).await;
    let (body, mut sink) = slow_body();
    let feed = async move {
        for _ in 0..10 {
            sink.write_all(&[7; 1_000]).await.unwrap();
            tokio::time::sleep(TIMEOUT / 2).await;
        }
    };
    let set = ProfilePhoto::content("ada").set("image/jpeg", body);
    let client = client(&server);
    let (answer, ()) = tokio::join!(set.send(&client), feed);
    answer.unwrap();
    assert_eq!(server.received()[0].body().len(), 10_000);
}

#[tokio::test(start_paused = true)]
async fn a_stream_that_stalls_is_a_timeout() {
    let server = Server::answering(answer(204, "")).await;
    let (body, mut sink) = slow_body();
    sink.write_all(&[7; 1_000]).await.unwrap();
    let set = ProfilePhoto::content("ada").set("image/jpeg", body);
    let error = set.send(&client(&server)).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Timeout);
}

/// Returns a body, and what writes to it.
fn slow_body() -> (Body, tokio::io::DuplexStream) {
    let (sink, source) = tokio::io::duplex(1_000);
    let pieces = futures_util::stream::try_unfold(source, async |mut source| {
        let mut piece = vec![0; 1_000];
        let length = source.read(&mut piece).await?;
        piece.truncate(length);
        Ok((length > 0).then(|| (piece.into(), source)))
    });
    (Body::stream(pieces), sink)
}

#[tokio::test]
async fn a_content_that_arrives_compressed_is_an_error() {
    let mut compressed = answer(200, "gzip");
    let encoding = http::HeaderValue::from_static("gzip");
    compressed
        .headers_mut()
        .insert("content-encoding", encoding);
    let server = Server::answering(compressed).await;
    let error = read(&client(&server)).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::UnexpectedAnswer);
    assert_eq!(server.received()[0].headers().get("accept-encoding"), None);
}
