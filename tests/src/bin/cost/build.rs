//! Whole builds of a program that sends one PATCH: clean, and after its `main.rs` was touched.

use std::path::Path;

use crate::generate::{self, Member};
use crate::samples::Samples;
use crate::table::{Row, Table, Target};
use crate::{Options, Result, crates, wrapper};

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
    let client = Client::builder().token("TOKEN").build()?;
    let updated = CloudPcDeviceImage::update("1").display_name("TOUCHED").send(&client).await?;
    println!("{updated:?}");
    Ok(())
}
"#;

const REQWEST: &str = r#"use serde::{Deserialize, Serialize};

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

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = reqwest::Client::new();
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

const TOKIO: &str = "tokio = { version = \"1\", features = [\"macros\", \"rt\"] }\n";
const ROUNDS: usize = 3;

pub(crate) fn measure(_: &Options, table: &mut Table) -> Result<()> {
    let folder = crates::target()?.join("hello");
    let runtime = crates::runtime();
    let members = [
        (
            "hello-ours",
            format!("graph-resource = {{ path = \"{runtime}\" }}\n{TOKIO}"),
            OURS,
        ),
        (
            "hello-reqwest",
            format!(
                "reqwest = {{ version = \"0.13\", default-features = false, features = [\"json\", \"rustls\"] }}\nserde = {{ version = \"1\", features = [\"derive\"] }}\n{TOKIO}"
            ),
            REQWEST,
        ),
    ];
    let members = members.map(|(name, dependencies, code)| Member {
        name: name.to_owned(),
        dependencies,
        file: "main.rs",
        code: code.to_owned(),
    });
    generate::workspace(&folder, &members)?;
    crates::succeed(crates::cargo(&folder, &folder.join("target")).arg("fetch"))?;
    let [mut clean, mut touched] = [(); 2].map(|()| [Samples::default(), Samples::default()]);
    for round in 0..ROUNDS {
        for (index, member) in members.iter().enumerate() {
            let target = folder.join(format!("target-{}", member.name));
            if round < 2 {
                let _ = std::fs::remove_dir_all(&target);
                clean[index].push(build(&folder, &target, &member.name)?);
            }
            let code = member.code.replace("TOUCHED", &format!("touched {round}"));
            generate::write(&folder.join(&member.name).join("src/main.rs"), &code)?;
            touched[index].push(build(&folder, &target, &member.name)?);
        }
    }
    let [ours, reqwest] = clean;
    table.push(Row {
        name: "clean release build of a program that sends a PATCH".to_owned(),
        unit: "s of CPU",
        ours,
        baseline: Some(("reqwest and serde by hand", reqwest)),
        target: Target::Ratio(1.1),
        open: false,
    });
    let [ours, reqwest] = touched;
    table.push(Row {
        name: "its release build after `main.rs` was touched".to_owned(),
        unit: "s of CPU",
        ours,
        baseline: Some(("reqwest and serde by hand", reqwest)),
        target: Target::Absolute(4.0),
        open: false,
    });
    Ok(())
}

fn build(folder: &Path, target: &Path, name: &str) -> Result<f64> {
    wrapper::cpu_time(crates::cargo(folder, target).args(["build", "--release", "--package", name]))
}
