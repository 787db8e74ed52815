//! By hand over the client of `hyper-util`.

use std::hint::black_box;

use bytes::Bytes;
use http::Request;
use http::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE, USER_AGENT};
use http_body_util::{BodyExt, Full};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;

use crate::hand::{self, CloudPcDeviceImage};

pub(crate) type Http = Client<HttpConnector, Full<Bytes>>;

pub(crate) fn client() -> Http {
    let mut connector = HttpConnector::new();
    connector.set_nodelay(true);
    Client::builder(TokioExecutor::new()).build(connector)
}

async fn update(client: Http, base: &str) {
    let body = serde_json::to_vec(&hand::patch()).expect("a patch can be written");
    let request = Request::patch(hand::url(base))
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
    let image: CloudPcDeviceImage = serde_json::from_slice(&body).expect("it can be read");
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
