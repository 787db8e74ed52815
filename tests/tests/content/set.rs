use futures_util::stream;
use graph_resource::{Batch, Body, ErrorKind, StoredRequest};
use graph_resource_emulator::{Fault, When};

use crate::support::{DriveItem, FILE, builder, client, clients, numbered};

#[tokio::test]
async fn bytes_replace_the_content_and_are_sent_again_after_a_failure() {
    let emulator = builder().start().unwrap();
    let client = client(&emulator);
    emulator
        .inject(Fault::status(503).retry_after("0.001"), When::next(1))
        .unwrap();
    let set = DriveItem::content("d", "f").set("text/plain", "new");
    set.send(&client).await.unwrap();
    assert_eq!(emulator.content(FILE).unwrap(), "new");
    let requests = emulator.requests();
    assert_eq!(requests.len(), 2);
    assert_eq!(requests[1].header("content-type"), Some("text/plain"));
}

#[tokio::test]
async fn a_stream_is_sent_with_its_length() {
    let emulator = builder().start().unwrap();
    let content = numbered(1_000_000);
    for client in clients(&emulator) {
        let body = streamed(&content).with_length(content.len() as u64);
        let set = DriveItem::content("d", "f").set("video/mp4", body);
        set.send(&client).await.unwrap();
        assert!(emulator.content(FILE).unwrap() == content);
        let request = emulator.requests().pop().unwrap();
        assert_eq!(request.header("content-length"), Some("1000000"));
    }
}

#[tokio::test]
async fn a_stream_is_sent_once() {
    let emulator = builder().start().unwrap();
    for client in clients(&emulator) {
        emulator.clear_requests();
        emulator
            .inject(Fault::status(503).retry_after("0.001"), When::next(1))
            .unwrap();
        let set = DriveItem::content("d", "f").set("video/mp4", streamed(&numbered(10)));
        let error = set.send(&client).await.unwrap_err();
        assert_eq!(error.status().unwrap().as_u16(), 503);
        assert_eq!(emulator.requests().len(), 1);
    }
}

#[tokio::test]
async fn a_stream_that_breaks_off_is_an_error_and_no_content() {
    let emulator = builder().start().unwrap();
    for client in clients(&emulator) {
        let pieces = stream::iter([Ok("half".into()), Err("the disk is gone".into())]);
        let body = Body::stream(pieces).with_length(8);
        let set = DriveItem::content("d", "f").set("video/mp4", body);
        let error = set.send(&client).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Transport);
        assert_eq!(emulator.content(FILE), None);
    }
}

fn streamed(content: &[u8]) -> Body {
    let pieces: Vec<_> = content
        .chunks(10_000)
        .map(|piece| Ok(piece.to_vec().into()))
        .collect();
    Body::stream(stream::iter(pieces))
}

#[tokio::test]
async fn a_stream_is_neither_stored_nor_part_of_a_batch() {
    let emulator = builder().start().unwrap();
    let client = client(&emulator);
    let set = || DriveItem::content("d", "f").set("video/mp4", streamed(&numbered(10)));
    let stored = StoredRequest::new(&set(), client.endpoint());
    assert_eq!(stored.unwrap_err().kind(), ErrorKind::InvalidRequest);
    let mut batch = Batch::new();
    let item = batch.push(set());
    let error = batch.send(&client).await.take(item).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidRequest);
    assert_eq!(emulator.requests().len(), 0);
}
