//! The same PATCH with others' crates.

use std::hint::black_box;

use azure_core::http::headers::{ACCEPT, AUTHORIZATION, CONTENT_TYPE};
use azure_core::http::{ClientOptions, Context, Method, Pipeline, Request, Url};
use cost_scenario::Scenario;
use graph_rs_sdk::{GraphClient, GraphClientConfiguration};
use serde_json::{Value, json};

const ID: &str = "d2c440a0-5f4f-4a5d-a1d6-9f9a1b7e2a77";
const TOKEN: &str = "eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiJ9.eyJhdWQiOiJodHRwczovL2dyYXBoLm1pY3Jvc29mdC5jb20ifQ.c2lnbmF0dXJl";

fn base_url() -> String {
    let port = std::env::var("COST_PORT").expect("COST_PORT is the port of the server");
    format!("http://127.0.0.1:{port}")
}

fn block_on<T>(future: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("there can be a runtime")
        .block_on(future)
}

fn patch() -> Value {
    json!({
        "@odata.type": "#microsoft.graph.cloudPcDeviceImage",
        "displayName": "Windows 11 Enterprise 24H2",
        "version": null,
    })
}

/// With a pipeline as its own clients have one.
fn over_azure_core(times: u64) {
    let pipeline = Pipeline::new(
        Some("cost"),
        Some("0"),
        ClientOptions::default(),
        Vec::new(),
        Vec::new(),
        None,
    );
    let base = base_url();
    block_on(async {
        for _ in 0..times {
            let url = format!("{base}/beta/deviceManagement/virtualEndpoint/deviceImages/{ID}");
            let url = Url::parse(&url).expect("it is a URL");
            let mut request = Request::new(url, Method::Patch);
            request.insert_header(ACCEPT, "application/json");
            request.insert_header(CONTENT_TYPE, "application/json");
            request.insert_header(AUTHORIZATION, format!("Bearer {TOKEN}"));
            request.set_body(serde_json::to_vec(&patch()).expect("it can be written"));
            let response = pipeline.send(&Context::new(), &mut request, None).await;
            let (_, _, body) = response.expect("the server answers").deconstruct();
            let image: Value = serde_json::from_slice(&body).expect("it can be read");
            black_box(image);
        }
    });
}

/// An update of a user, since it has no device images: the body is the same.
fn over_graph_rs_sdk(times: u64) {
    let configuration = GraphClientConfiguration::new()
        .access_token(TOKEN)
        .https_only(false);
    let mut client = GraphClient::from(configuration);
    let base = Url::parse(&format!("{}/beta", base_url())).expect("it is a URL");
    client.use_test_endpoint(&base);
    block_on(async {
        for _ in 0..times {
            let request = client.user(ID).update_user(&patch());
            let response = request.send().await.expect("the server answers");
            let image: Value = response.json().await.expect("it can be read");
            black_box(image);
        }
    });
}

fn main() -> Result<(), String> {
    cost_scenario::run(&[
        Scenario {
            name: "azure_core::round_trip",
            run: over_azure_core,
        },
        Scenario {
            name: "graph_rs_sdk::round_trip",
            run: over_graph_rs_sdk,
        },
    ])
}
