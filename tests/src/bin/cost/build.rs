//! Whole builds of a program that sends one PATCH: clean, and after its `main.rs` was touched.

use std::path::Path;

use crate::generate::{self, Member};
use crate::samples::Samples;
use crate::table::{Row, Table, Target};
use crate::{Options, Result, crates, wrapper};

/// The program over each client, which `TRANSPORT` names.
const OURS: &str = r#"use graph_resource::{Client, graph_resource};

#[graph_resource(path = "/deviceManagement/virtualEndpoint/deviceImages", version = "beta")]
#[derive(Debug)]
pub struct CloudPcDeviceImage {
    #[graph(key)]
    pub id: String,
    pub display_name: Option<String>,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder().token("TOKEN")TRANSPORT.build()?;
    let updated = CloudPcDeviceImage::update("1").display_name("TOUCHED").send(&client).await?;
    println!("{updated:?}");
    Ok(())
}
"#;

const TYPES: &str = r#"use serde::{Deserialize, Serialize};

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Patch {
    display_name: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
#[allow(dead_code)]
struct CloudPcDeviceImage {
    id: String,
    display_name: Option<String>,
}

"#;

const REQWEST: &str = r#"#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = CLIENT;
    let response = client
        .patch("https://graph.microsoft.com/beta/deviceManagement/virtualEndpoint/deviceImages/1")
        .bearer_auth("TOKEN")
        .json(&Patch { display_name: Some("TOUCHED".to_owned()) })
        .send()
        .await?
        .error_for_status()?;
    let image: CloudPcDeviceImage = response.json().await?;
    println!("{image:?}");
    Ok(())
}
"#;

const CLIENT: &str = "reqwest::Client::new()";
/// Without a provider that is installed for the whole process.
const CLIENT_WITH_RING: &str = "{
        use rustls_platform_verifier::BuilderVerifierExt;
        let provider = rustls::crypto::ring::default_provider();
        let tls = rustls::ClientConfig::builder_with_provider(provider.into())
            .with_safe_default_protocol_versions()?
            .with_platform_verifier()?
            .with_no_client_auth();
        reqwest::Client::builder().tls_backend_preconfigured(tls).build()?
    }";

const HYPER: &str = r#"use http_body_util::{BodyExt, Full};
use hyper_util::client::legacy::Client;
use hyper_util::rt::TokioExecutor;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let connector = hyper_rustls::HttpsConnectorBuilder::new()
        .with_platform_verifier()
        .https_only()
        .enable_http1()
        .build();
    let client = Client::builder(TokioExecutor::new()).build(connector);
    let body = serde_json::to_vec(&Patch { display_name: Some("TOUCHED".to_owned()) })?;
    let request = hyper::Request::patch("https://graph.microsoft.com/beta/deviceManagement/virtualEndpoint/deviceImages/1")
        .header("authorization", "Bearer TOKEN")
        .header("content-type", "application/json")
        .body(Full::new(bytes::Bytes::from(body)))?;
    let response = client.request(request).await?;
    if !response.status().is_success() {
        return Err(response.status().to_string().into());
    }
    let body = response.into_body().collect().await?.to_bytes();
    let image: CloudPcDeviceImage = serde_json::from_slice(&body)?;
    println!("{image:?}");
    Ok(())
}
"#;

const TOKIO: &str = "tokio = { version = \"1\", features = [\"macros\", \"rt\"] }\n";
const SERDE: &str = "serde = { version = \"1\", features = [\"derive\"] }\n";
const BARE_REQWEST: &str = "reqwest = { version = \"0.13\", default-features = false, features = [\"json\", \"rustls\"] }\n";
const BARE_REQWEST_WITH_RING: &str = "reqwest = { version = \"0.13\", default-features = false, features = [\"json\", \"rustls-no-provider\"] }
rustls = { version = \"0.23\", default-features = false, features = [\"ring\", \"std\", \"tls12\"] }
rustls-platform-verifier = { version = \"0.7\", default-features = false }
";
/// With the same features as ours.
const BARE_HYPER: &str = "bytes = \"1\"
http-body-util = \"0.1\"
hyper = { version = \"1\", default-features = false, features = [\"client\", \"http1\"] }
hyper-rustls = { version = \"0.27\", default-features = false, features = [\"aws-lc-rs\", \"http1\", \"rustls-platform-verifier\", \"tls12\"] }
hyper-util = { version = \"0.1\", default-features = false, features = [\"client-legacy\", \"http1\", \"tokio\"] }
serde_json = \"1\"
";
const ROUNDS: usize = 3;
/// Whole builds take minutes, and differ little.
const CLEAN_ROUNDS: usize = 2;

pub(crate) fn measure(_: &Options, table: &mut Table) -> Result<()> {
    let members = members();
    let folder = crates::target()?.join("hello");
    generate::workspace(&folder, &members)?;
    crates::succeed(crates::cargo(&folder, &folder.join("target")).arg("fetch"))?;
    let [mut clean, mut touched] = [(); 2].map(|()| members.each_ref().map(|_| Samples::default()));
    for round in 0..ROUNDS {
        for (index, member) in members.iter().enumerate() {
            let target = folder.join(format!("target-{}", member.name));
            if round < CLEAN_ROUNDS {
                let _ = std::fs::remove_dir_all(&target);
                clean[index].push(build(&folder, &target, &member.name)?);
            }
            let code = member.code.replace("TOUCHED", &format!("touched {round}"));
            generate::write(&folder.join(&member.name).join("src/main.rs"), &code)?;
            touched[index].push(build(&folder, &target, &member.name)?);
        }
    }
    report(
        table,
        clean,
        "clean release build of a program that sends a PATCH",
        Target::Ratio(1.1),
    );
    report(
        table,
        touched,
        "its release build after `main.rs` was touched",
        Target::Absolute(4.0),
    );
    Ok(())
}

/// The programs, each of ours followed by the one that it is compared with.
fn members() -> [Member; 6] {
    [
        ours("reqwest", "", ""),
        bare("reqwest", BARE_REQWEST, &REQWEST.replace("CLIENT", CLIENT)),
        ours(
            "ring",
            ", default-features = false, features = [\"rustls-ring\"]",
            "",
        ),
        bare(
            "ring",
            BARE_REQWEST_WITH_RING,
            &REQWEST.replace("CLIENT", CLIENT_WITH_RING),
        ),
        ours(
            "hyper",
            ", default-features = false, features = [\"hyper-rustls\"]",
            ".transport(graph_resource::HyperTransport::new()?)",
        ),
        bare("hyper", BARE_HYPER, HYPER),
    ]
}

fn ours(name: &str, features: &str, transport: &str) -> Member {
    Member {
        name: format!("hello-ours-{name}"),
        dependencies: format!(
            "graph-resource = {{ path = \"{}\"{features} }}\n{TOKIO}",
            crates::runtime()
        ),
        file: "main.rs",
        code: OURS.replace("TRANSPORT", transport),
    }
}

fn bare(name: &str, dependencies: &str, code: &str) -> Member {
    Member {
        name: format!("hello-{name}"),
        dependencies: format!("{dependencies}{SERDE}{TOKIO}"),
        file: "main.rs",
        code: format!("{TYPES}{code}"),
    }
}

fn report(table: &mut Table, samples: [Samples; 6], what: &str, target: Target) {
    let [reqwest, bare_reqwest, ring, bare_ring, hyper, bare_hyper] = samples;
    for (over, ours, name, baseline) in [
        (
            "reqwest",
            reqwest,
            "reqwest and serde by hand",
            bare_reqwest,
        ),
        (
            "reqwest with ring",
            ring,
            "reqwest with ring and serde by hand",
            bare_ring,
        ),
        ("hyper", hyper, "hyper-util and serde by hand", bare_hyper),
    ] {
        table.push(Row {
            name: format!("{what}, over {over}"),
            unit: "s of CPU",
            ours,
            baseline: Some((name, baseline)),
            target,
            open: false,
        });
    }
}

fn build(folder: &Path, target: &Path, name: &str) -> Result<f64> {
    wrapper::cpu_time(crates::cargo(folder, target).args(["build", "--release", "--package", name]))
}
