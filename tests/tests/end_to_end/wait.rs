//! Waiting for a state of an item, on a clock that is held.

use std::time::Duration;

use graph_resource::{Client, ErrorKind, Retry, graph_resource};
use graph_resource_emulator::{Emulator, Fault, When};
use serde_json::json;
use tokio::time::{Instant, sleep};

use crate::support::start_paused;

#[graph_resource(path = "/images")]
#[derive(Debug, Clone, PartialEq)]
struct Image {
    #[graph(key)]
    id: String,
    #[graph(read_only)]
    status: Option<String>,
}

fn is_ready(image: &Image) -> bool {
    image.status.as_deref() == Some("ready")
}

fn start() -> (Emulator, Client) {
    let (emulator, client) = start_paused(Emulator::builder().serve::<Image>());
    (emulator, client.retry(Retry::never()).build().unwrap())
}

fn set_status(emulator: &Emulator, status: &str) {
    let image = json!({ "status": status });
    emulator.put("/images/1", image).unwrap();
}

#[tokio::test(start_paused = true)]
async fn a_state_that_is_there_is_returned_at_once() {
    let (emulator, client) = start();
    set_status(&emulator, "ready");
    let start = Instant::now();
    let image = Image::get("1").wait_until(is_ready).send(&client).await;
    assert!(is_ready(&image.unwrap()));
    assert_eq!(start.elapsed(), Duration::ZERO);
}

#[tokio::test(start_paused = true)]
async fn an_item_is_read_until_it_has_the_state() {
    let (emulator, client) = start();
    set_status(&emulator, "pending");
    let change = async {
        sleep(Duration::from_secs(20)).await;
        set_status(&emulator, "ready");
    };
    let wait = Image::get("1").wait_until(is_ready).send(&client);
    let (image, ()) = tokio::join!(wait, change);
    assert!(is_ready(&image.unwrap()));
    // The delays are 1, 1.5, 2.25, … seconds, each more or less a fifth.
    let reads = emulator.requests().len();
    assert!((6..=10).contains(&reads), "{reads} reads");
}

#[tokio::test(start_paused = true)]
async fn the_error_after_the_time_has_the_last_state() {
    let (emulator, client) = start();
    set_status(&emulator, "pending");
    let start = Instant::now();
    let wait = Image::get("1")
        .wait_until(is_ready)
        .with_timeout(Duration::from_secs(60));
    let error = wait.send(&client).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::NotReached);
    let body = String::from_utf8(error.raw_body().unwrap().to_vec()).unwrap();
    assert!(body.contains("pending"), "{body}");
    assert!(start.elapsed() <= Duration::from_secs(60));
}

#[tokio::test(start_paused = true)]
async fn a_missing_item_is_an_error_unless_it_may_be_missing() {
    let (emulator, client) = start();
    let error = Image::get("1").wait_until(is_ready).send(&client).await;
    assert!(error.unwrap_err().is_not_found());
    assert_eq!(emulator.requests().len(), 1);

    let create = async {
        sleep(Duration::from_secs(5)).await;
        set_status(&emulator, "pending");
    };
    let wait = Image::get("1").wait_until_visible().send(&client);
    let (image, ()) = tokio::join!(wait, create);
    assert_eq!(image.unwrap().status.as_deref(), Some("pending"));
}

#[tokio::test(start_paused = true)]
async fn an_item_that_stays_missing_is_an_error_after_the_time() {
    let (_emulator, client) = start();
    let wait = Image::get("1")
        .wait_until_visible()
        .with_timeout(Duration::from_secs(5));
    assert!(wait.send(&client).await.unwrap_err().is_not_found());
}

#[tokio::test(start_paused = true)]
async fn a_wait_that_the_service_asks_for_is_kept() {
    let (emulator, client) = start();
    let missing = Fault::status(404).retry_after(Duration::from_secs(20));
    emulator.inject(missing, When::next(1)).unwrap();
    set_status(&emulator, "ready");
    let start = Instant::now();
    let image = Image::get("1").wait_until_visible().send(&client).await;
    assert!(is_ready(&image.unwrap()));
    assert!(start.elapsed() >= Duration::from_secs(20));
}

#[tokio::test(start_paused = true)]
async fn delays_are_as_they_are_set() {
    let (emulator, client) = start();
    set_status(&emulator, "pending");
    let second = Duration::from_secs(1);
    let wait = Image::get("1")
        .wait_until(is_ready)
        .with_delay(second, second)
        .with_timeout(30 * second);
    wait.send(&client).await.unwrap_err();
    let reads = emulator.requests().len();
    assert!((25..=38).contains(&reads), "{reads} reads");
}
