use std::io::{ErrorKind, Read, Write};
use std::time::{Duration, Instant};

use graph_resource_emulator::{Emulator, Fault};

use super::{start_with, version};
use crate::support::*;

/// Sends a PATCH, and reads to the end of the connection: what arrived, and how it ended.
fn patch_raw(emulator: &Emulator, path: &str) -> (Vec<u8>, Option<ErrorKind>) {
    let body = r#"{"version":"2"}"#;
    let request = format!(
        "PATCH /beta{path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer t\r\nConnection: close\r\n\
         Content-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    );
    let mut stream = connect(emulator);
    stream.write_all(request.as_bytes()).unwrap();
    let mut answer = Vec::new();
    let end = stream.read_to_end(&mut answer);
    (answer, end.err().map(|error| error.kind()))
}

#[test]
fn nothing_arrives_before_the_server_acts() {
    for (fault, end) in [
        (Fault::hang_up(), None),
        (Fault::hang_up().reset(), Some(ErrorKind::ConnectionReset)),
    ] {
        let (emulator, path) = start_with(fault);
        assert_eq!(patch_raw(&emulator, &path), (Vec::new(), end));
        assert_eq!(version(&emulator, &path), "1");
    }
}

#[test]
fn nothing_arrives_of_what_the_server_did() {
    for (fault, end) in [
        (Fault::hang_up().after_acting(), None),
        (
            Fault::hang_up().reset().after_acting(),
            Some(ErrorKind::ConnectionReset),
        ),
    ] {
        let (emulator, path) = start_with(fault);
        assert_eq!(patch_raw(&emulator, &path), (Vec::new(), end));
        assert_eq!(version(&emulator, &path), "2");
    }
}

#[test]
fn the_connection_ends_in_the_middle_of_the_body() {
    for (fault, end) in [
        (Fault::answer().cut_off(), None),
        (
            Fault::answer().cut_off().reset(),
            Some(ErrorKind::ConnectionReset),
        ),
    ] {
        let (emulator, path) = start_with(fault);
        let (answer, ended) = patch_raw(&emulator, &path);
        assert!(answer.starts_with(b"HTTP/1.1 200 OK\r\n"));
        assert_eq!(ended, end);
        assert_eq!(version(&emulator, &path), "2");
    }
}

#[test]
fn an_answer_without_a_body_has_no_middle_and_is_lost() {
    for fault in [Fault::status(204).cut_off(), Fault::status(200).too_short()] {
        let (emulator, path) = start_with(fault);
        assert_eq!(patch_raw(&emulator, &path), (Vec::new(), None));
    }
}

#[tokio::test]
async fn the_next_request_finds_the_server_as_ever() {
    let (emulator, path) = start_with(Fault::hang_up().reset());
    patch_raw(&emulator, &path);
    assert_eq!(get(&emulator, &path).await.status, 200);
}

#[tokio::test]
async fn a_delayed_answer_begins_later_and_others_do_not_wait_for_it() {
    const DELAY: Duration = Duration::from_millis(300);
    let (emulator, path) = start_with(Fault::answer().delayed(DELAY));
    let begin = Instant::now();
    let delayed = tokio::spawn(request(&emulator, "GET", &path).send());
    while emulator.requests().is_empty() {
        tokio::task::yield_now().await;
    }
    assert_eq!(get(&emulator, &path).await.status, 200);
    assert!(begin.elapsed() < DELAY);
    assert_eq!(delayed.await.unwrap().unwrap().status(), 200);
    assert!(begin.elapsed() >= DELAY);
}

#[tokio::test]
async fn a_stalled_body_begins_at_once_and_is_whole_later() {
    const STALL: Duration = Duration::from_millis(300);
    let (emulator, path) = start_with(Fault::answer().stalled(STALL));
    let begin = Instant::now();
    let mut response = request(&emulator, "GET", &path).send().await.unwrap();
    let mut body = response.chunk().await.unwrap().unwrap().to_vec();
    assert!(begin.elapsed() < STALL);
    while let Some(chunk) = response.chunk().await.unwrap() {
        body.extend_from_slice(&chunk);
    }
    assert!(begin.elapsed() >= STALL);
    let body: serde_json::Value = serde_json::from_slice(&body).unwrap();
    assert_eq!(body["version"], "1");
}

#[tokio::test]
async fn an_answer_without_a_body_that_stalls_comes_later_as_a_whole() {
    const STALL: Duration = Duration::from_millis(100);
    let (emulator, path) = start_with(Fault::answer().stalled(STALL));
    let begin = Instant::now();
    assert_eq!(delete(&emulator, &path).await.status, 204);
    assert!(begin.elapsed() >= STALL);
}
