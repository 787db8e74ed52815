use std::io::{ErrorKind, Read, Write};
use std::net::TcpStream;

use graph_resource_emulator::{Clock, Emulator, EmulatorError};

use crate::support::*;

const fn assert_send_and_sync<T: Send + Sync + 'static>() {}

const _: () = {
    assert_send_and_sync::<Clock>();
    assert_send_and_sync::<Emulator>();
    assert_send_and_sync::<EmulatorError>();
};

#[test]
fn an_emulator_starts_and_stops_outside_of_a_runtime() {
    let emulator = start();
    let address = emulator.url().strip_prefix("http://").unwrap().to_owned();
    assert!(TcpStream::connect(&address).is_ok());
    drop(emulator);
    assert!(TcpStream::connect(&address).is_err());
}

#[tokio::test]
async fn an_emulator_stops_inside_a_runtime_while_a_connection_is_open() {
    let emulator = start();
    let url = format!("{}/beta{IMAGES}", emulator.url());
    let mut connection = connect(&emulator);
    let request =
        format!("GET /beta{IMAGES} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer t\r\n\r\n");
    connection.write_all(request.as_bytes()).unwrap();
    let mut status = [0; 15];
    connection.read_exact(&mut status).unwrap();
    assert_eq!(&status, b"HTTP/1.1 200 OK");
    drop(emulator);
    assert!(client().get(&url).send().await.is_err());
    // The connection is closed or reset, not just silent.
    if let Err(error) = connection.read_to_end(&mut Vec::new()) {
        assert_eq!(error.kind(), ErrorKind::ConnectionReset);
    }
}

#[tokio::test]
async fn emulators_share_nothing() {
    let (one, other) = (start(), start());
    one.insert(IMAGES, json!({ "displayName": "x" })).unwrap();
    assert_eq!(get(&other, IMAGES).await.json["value"], json!([]));
    assert_ne!(one.url(), other.url());
}
