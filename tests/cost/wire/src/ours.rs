//! With this project.

use std::hint::black_box;

use graph_resource::{
    Client, HyperTransport, ReqwestTransport, Transport, Updated, graph_enum, graph_resource,
};

#[graph_resource(
    path = "/deviceManagement/virtualEndpoint/deviceImages",
    version = "beta"
)]
#[derive(Debug, Clone, PartialEq)]
pub struct CloudPcDeviceImage {
    #[graph(key)]
    pub id: String,
    pub display_name: Option<String>,
    pub operating_system: Option<String>,
    pub os_build_number: Option<String>,
    pub version: Option<String>,
    pub status: Option<Status>,
    pub status_details: Option<String>,
    pub source_image_resource_id: Option<String>,
}

#[graph_enum]
pub enum Status {
    Pending,
    Ready,
    Failed,
    #[graph(unknown)]
    Unknown(String),
}

fn over(transport: impl Transport) -> Client {
    Client::builder()
        .base_url(crate::base_url())
        .token(crate::TOKEN)
        .transport(transport)
        .build()
        .expect("there can be a client")
}

fn over_reqwest() -> Client {
    over(ReqwestTransport::new().expect("there can be a transport"))
}

fn over_hyper() -> Client {
    over(HyperTransport::new().expect("there can be a transport"))
}

fn update(client: &Client) -> impl Future<Output = ()> + use<> {
    let sending = CloudPcDeviceImage::update(crate::ID)
        .display_name("Windows 11 Enterprise 24H2")
        .clear_version()
        .send(client);
    async move {
        let updated = sending.await.expect("the server answers");
        assert!(matches!(updated, Updated::Representation(_)));
        black_box(updated);
    }
}

fn round_trips(client: &Client, times: u64) {
    crate::block_on(async {
        for _ in 0..times {
            update(client).await;
        }
    });
}

pub fn round_trip_over_reqwest(times: u64) {
    round_trips(&over_reqwest(), times);
}

pub fn round_trip_over_hyper(times: u64) {
    round_trips(&over_hyper(), times);
}

pub fn in_flight_over_hyper(times: u64) {
    let client = over_hyper();
    crate::block_on(crate::throughput::in_flight(times, || update(&client)));
}

pub fn in_flight_over_reqwest(times: u64) {
    let client = over_reqwest();
    crate::block_on(crate::throughput::in_flight(times, || update(&client)));
}

/// Clients for `https`, which set up TLS.
pub fn construction_over_reqwest(times: u64) {
    for _ in 0..times {
        let transport = ReqwestTransport::new().expect("there can be a transport");
        let client = Client::builder()
            .token(crate::TOKEN)
            .transport(transport)
            .build();
        black_box(client.expect("there can be a client"));
    }
}

/// Clients that nobody uses, over one transport.
pub fn idle(times: u64) {
    let transport = ReqwestTransport::builder().build();
    let transport = std::sync::Arc::new(transport.expect("there can be a transport"));
    for _ in 0..times {
        let client = Client::builder()
            .base_url(crate::base_url())
            .token(crate::TOKEN)
            .transport(std::sync::Arc::clone(&transport))
            .build();
        std::mem::forget(black_box(client));
    }
}
