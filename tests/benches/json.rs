//! Bodies, requests and answers, for performance work: `cargo bench -p graph-resource-tests`, with plots in `target/criterion`.
//! The bin `cost` measures the figures that count.

use std::hint::black_box;

use bytes::Bytes;
use criterion::{Criterion, criterion_group, criterion_main};
use graph_resource::{Cloud, Endpoint, Get, List, Request, graph_resource};

#[graph_resource(path = "/deviceManagement/virtualEndpoint/deviceImages")]
#[derive(Debug, Clone, PartialEq)]
pub struct CloudPcDeviceImage {
    #[graph(key)]
    pub id: String,
    pub display_name: Option<String>,
    pub operating_system: Option<String>,
    pub os_build_number: Option<String>,
    pub version: Option<String>,
}

const ITEM: &str = r##"{"@odata.type":"#microsoft.graph.cloudPcDeviceImage","id":"1","displayName":"Windows 11 Enterprise 24H2","operatingSystem":"Windows 11 Enterprise","osBuildNumber":"24H2","version":null}"##;

fn writing(criterion: &mut Criterion) {
    let endpoint = Endpoint::new(Cloud::Global);
    criterion.bench_function("update to http request", |bencher| {
        let update = CloudPcDeviceImage::update("1")
            .display_name("Windows 11 Enterprise 24H2")
            .clear_version();
        bencher.iter(|| black_box(&update).to_http_request(&endpoint));
    });
}

fn reading(criterion: &mut Criterion) {
    let item = http::Response::new(Bytes::from_static(ITEM.as_bytes()));
    criterion.bench_function("answer to struct", |bencher| {
        bencher.iter(|| Get::<CloudPcDeviceImage>::read_answer(black_box(&item)));
    });
    let page = format!(r#"{{"value":[{}]}}"#, vec![ITEM; 100].join(","));
    let page = http::Response::new(Bytes::from(page));
    criterion.bench_function("page of 100 to structs", |bencher| {
        bencher.iter(|| List::<CloudPcDeviceImage>::read_answer(black_box(&page)));
    });
}

criterion_group!(benches, writing, reading);
criterion_main!(benches);
