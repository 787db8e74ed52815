//! Updates in batches of twenty over loopback: with this project, and by hand.

use std::hint::black_box;

use futures_util::StreamExt;
use futures_util::stream::FuturesUnordered;
use graph_resource::{Batch, Bulk, Client, HyperTransport};
use http::Request;
use http::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE, USER_AGENT};
use http_body_util::{BodyExt, Full};
use serde::{Deserialize, Serialize};

use crate::hand;
use crate::hand_hyper::{self, Http};
use crate::ours::{CloudPcDeviceImage, CloudPcDeviceImageUpdate};

/// The updates in a batch, and the batches in flight.
const UPDATES: u64 = 20;
const IN_FLIGHT: u64 = 8;

fn client() -> Client {
    Client::builder()
        .base_url(crate::base_url())
        .token(crate::TOKEN)
        .transport(HyperTransport::new().expect("there can be a transport"))
        .build()
        .expect("there can be a client")
}

fn update() -> CloudPcDeviceImageUpdate {
    CloudPcDeviceImage::update(crate::ID)
        .display_name("Windows 11 Enterprise 24H2")
        .clear_version()
}

/// Batches one after the other.
pub fn batches(times: u64) {
    let client = client();
    crate::block_on(async {
        for _ in 0..times {
            let mut batch = Batch::new();
            let handles: Vec<_> = (0..UPDATES).map(|_| batch.push(update())).collect();
            let mut answers = batch.send(&client).await;
            for handle in handles {
                black_box(answers.take(handle).expect("the server answers"));
            }
        }
    });
}

fn bulk(times: u64, max_batches: u32) {
    let client = client();
    crate::block_on(async {
        let updates = (0..times * UPDATES).map(|number| (number, update()));
        let bulk = Bulk::new(&client).with_max_batches(max_batches);
        let mut outcomes = bulk.with_window(1000).send(updates);
        while let Some((number, outcome)) = outcomes.next().await {
            black_box((number, outcome.expect("the server answers")));
        }
    });
}

/// A run with one batch at a time.
pub fn bulk_in_turn(times: u64) {
    bulk(times, 1);
}

/// A run with eight batches at a time.
pub fn bulk_in_flight(times: u64) {
    bulk(times, 8);
}

#[derive(Serialize)]
struct Envelope {
    requests: Vec<Item>,
}

#[derive(Serialize)]
struct Item {
    id: String,
    method: &'static str,
    url: String,
    headers: Headers,
    body: hand::Patch,
}

#[derive(Serialize)]
struct Headers {
    #[serde(rename = "Content-Type")]
    content_type: &'static str,
    #[serde(rename = "client-request-id")]
    id: String,
}

#[derive(Deserialize)]
struct Answers {
    responses: Vec<Answer>,
}

#[derive(Deserialize)]
struct Answer {
    id: String,
    status: u16,
    body: hand::CloudPcDeviceImage,
}

async fn batch_by_hand(client: Http, url: String) {
    let item = |number: u64| Item {
        id: number.to_string(),
        method: "PATCH",
        url: format!("/{}/{}", crate::PATH, crate::ID),
        headers: Headers {
            content_type: "application/json",
            id: hand::id().to_str().expect("it is text").to_owned(),
        },
        body: hand::patch(),
    };
    let requests = (1..=UPDATES).map(item).collect();
    let body = serde_json::to_vec(&Envelope { requests }).expect("a batch can be written");
    let request = Request::post(url)
        .header(AUTHORIZATION, format!("Bearer {}", crate::TOKEN))
        .header(ACCEPT, "application/json")
        .header(CONTENT_TYPE, "application/json")
        .header(USER_AGENT, "by-hand/1")
        .header("client-request-id", hand::id())
        .body(Full::new(body.into()))
        .expect("it is a request");
    let response = client.request(request).await.expect("the server answers");
    assert!(response.status().is_success());
    let body = response.into_body().collect().await;
    let body = body.expect("the answer is whole").to_bytes();
    let answers: Answers = serde_json::from_slice(&body).expect("it can be read");
    for answer in answers.responses {
        assert!((200..300).contains(&answer.status));
        black_box((answer.id, answer.body));
    }
}

fn by_hand(times: u64, in_flight: u64) {
    let client = hand_hyper::client();
    let url = format!("{}/beta/$batch", crate::base_url());
    crate::block_on(async {
        let mut flying = FuturesUnordered::new();
        let mut left = times;
        while left > 0 || !flying.is_empty() {
            while left > 0 && flying.len() as u64 != in_flight {
                flying.push(batch_by_hand(client.clone(), url.clone()));
                left -= 1;
            }
            flying.next().await;
        }
    });
}

pub fn by_hand_in_turn(times: u64) {
    by_hand(times, 1);
}

pub fn by_hand_in_flight(times: u64) {
    by_hand(times, IN_FLIGHT);
}
