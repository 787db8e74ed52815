use std::io::{ErrorKind, Read, Write};
use std::time::Duration;

use graph_resource_emulator::{Emulator, Fault};

use super::{start_with, start_with_clock, version};
use crate::support::*;

/// Sends a `PATCH`, and returns the received bytes and the error that ended the connection.
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
fn a_connection_ends_before_the_request_is_executed() {
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
fn a_connection_ends_after_the_request_is_executed() {
    for (fault, end) in [
        (Fault::hang_up().after_execution(), None),
        (
            Fault::hang_up().reset().after_execution(),
            Some(ErrorKind::ConnectionReset),
        ),
    ] {
        let (emulator, path) = start_with(fault);
        assert_eq!(patch_raw(&emulator, &path), (Vec::new(), end));
        assert_eq!(version(&emulator, &path), "2");
    }
}

#[test]
fn a_connection_ends_in_the_middle_of_the_body() {
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
fn a_response_without_a_body_is_lost_as_a_whole() {
    for fault in [Fault::status(204).cut_off(), Fault::status(200).too_short()] {
        let (emulator, path) = start_with(fault);
        assert_eq!(patch_raw(&emulator, &path), (Vec::new(), None));
    }
}

#[tokio::test]
async fn the_request_after_a_reset_succeeds() {
    let (emulator, path) = start_with(Fault::hang_up().reset());
    patch_raw(&emulator, &path);
    assert_eq!(get(&emulator, &path).await.status, 200);
}

const DELAY: Duration = Duration::from_secs(3600);

/// Waits until the emulator has received a request.
async fn wait_for_request(emulator: &Emulator) {
    while emulator.requests().is_empty() {
        tokio::task::yield_now().await;
    }
}

#[tokio::test]
async fn a_delayed_response_begins_later_and_does_not_block_others() {
    let (emulator, path, clock) = start_with_clock(Fault::answer().delayed(DELAY));
    let delayed = tokio::spawn(request(&emulator, "GET", &path).send());
    wait_for_request(&emulator).await;
    assert_eq!(get(&emulator, &path).await.status, 200);
    clock.advance(DELAY.checked_sub(Duration::from_nanos(1)).unwrap());
    assert_eq!(get(&emulator, &path).await.status, 200);
    assert!(!delayed.is_finished());
    clock.advance(Duration::from_nanos(1));
    assert_eq!(delayed.await.unwrap().unwrap().status(), 200);
}

#[tokio::test]
async fn a_stalled_body_begins_at_once_and_is_completed_later() {
    let (emulator, path, clock) = start_with_clock(Fault::answer().stalled(DELAY));
    let mut response = request(&emulator, "GET", &path).send().await.unwrap();
    let length = usize::try_from(response.content_length().unwrap()).unwrap();
    let mut body = response.chunk().await.unwrap().unwrap().to_vec();
    assert!(body.len() < length);
    clock.advance(DELAY);
    while let Some(chunk) = response.chunk().await.unwrap() {
        body.extend_from_slice(&chunk);
    }
    assert_eq!(body.len(), length);
    let body: serde_json::Value = serde_json::from_slice(&body).unwrap();
    assert_eq!(body["version"], "1");
}

#[tokio::test]
async fn a_stalled_response_without_a_body_is_delayed_as_a_whole() {
    let (emulator, path, clock) = start_with_clock(Fault::answer().stalled(DELAY));
    let stalled = tokio::spawn(request(&emulator, "DELETE", &path).send());
    wait_for_request(&emulator).await;
    assert_eq!(get(&emulator, &path).await.status, 404);
    assert!(!stalled.is_finished());
    clock.advance(DELAY);
    assert_eq!(stalled.await.unwrap().unwrap().status(), 204);
}

#[tokio::test]
async fn an_emulator_stops_while_a_response_is_delayed() {
    let (emulator, path, _clock) = start_with_clock(Fault::answer().delayed(DELAY));
    let delayed = tokio::spawn(request(&emulator, "GET", &path).send());
    wait_for_request(&emulator).await;
    drop(emulator);
    assert!(delayed.await.unwrap().is_err());
}
