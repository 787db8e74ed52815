//! By hand over `reqwest`.

use std::hint::black_box;
use std::time::Duration;

use reqwest::Client;
use reqwest::header::ACCEPT;
use reqwest::redirect::Policy;

use crate::hand::{self, CloudPcDeviceImage};

/// With the limits that a client of Graph needs.
fn client() -> Client {
    Client::builder()
        .redirect(Policy::none())
        .referer(false)
        .connect_timeout(Duration::from_secs(10))
        .timeout(Duration::from_secs(100))
        .user_agent("by-hand/1")
        .no_proxy()
        .build()
        .expect("there can be a client")
}

async fn update(client: Client, base: &str) {
    let response = client
        .patch(hand::url(base))
        .bearer_auth(crate::TOKEN)
        .header(ACCEPT, "application/json")
        .header("client-request-id", hand::id())
        .json(&hand::patch())
        .send()
        .await
        .and_then(reqwest::Response::error_for_status)
        .expect("the server answers");
    let image: CloudPcDeviceImage = response.json().await.expect("the answer can be read");
    black_box(image);
}

pub fn round_trip(times: u64) {
    let (client, base) = (client(), crate::base_url());
    crate::block_on(async {
        for _ in 0..times {
            update(client.clone(), &base).await;
        }
    });
}

pub fn in_flight(times: u64) {
    let (client, base): (_, &'static str) = (client(), crate::base_url().leak());
    crate::block_on(crate::throughput::in_flight(times, || {
        update(client.clone(), base)
    }));
}

pub fn construction(times: u64) {
    for _ in 0..times {
        black_box(client());
    }
}
