use std::net::TcpStream;

use graph_resource_emulator::{Emulator, EmulatorError};

use crate::support::*;

const fn assert_send_and_sync<T: Send + Sync + 'static>() {}

const _: () = {
    assert_send_and_sync::<Emulator>();
    assert_send_and_sync::<EmulatorError>();
};

#[test]
fn it_starts_and_stops_outside_of_any_runtime() {
    let emulator = start();
    let address = emulator.url().strip_prefix("http://").unwrap().to_owned();
    assert!(TcpStream::connect(&address).is_ok());
    drop(emulator);
    assert!(TcpStream::connect(&address).is_err());
}

#[tokio::test]
async fn it_stops_within_a_runtime_while_a_connection_is_open() {
    let emulator = start();
    let client = reqwest::Client::new();
    let url = format!("{}/beta{IMAGES}", emulator.url());
    let request = client.get(&url).header("Authorization", "Bearer t");
    assert_eq!(request.send().await.unwrap().status(), 200);
    drop(emulator);
    assert!(client.get(&url).send().await.is_err());
}

#[tokio::test]
async fn each_emulator_is_a_world_of_its_own() {
    let (one, other) = (start(), start());
    one.insert(IMAGES, json!({ "displayName": "x" })).unwrap();
    assert_eq!(get(&other, IMAGES).await.json["value"], json!([]));
    assert_ne!(one.url(), other.url());
}
