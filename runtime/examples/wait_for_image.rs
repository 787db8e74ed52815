//! Waits until a device image is ready, while the service works on it, and notices when it has failed.
//!
//! ```console
//! cargo run --example wait_for_image                          # an embedded emulator answers
//! GRAPH_TOKEN=… cargo run --example wait_for_image -- ID      # READS an image, with the permission CloudPC.Read.All
//! ```

use std::env;
use std::error::Error;
use std::sync::Arc;
use std::time::Duration;

use graph_resource::{Client, ErrorKind, graph_enum, graph_resource};
use graph_resource_emulator::Emulator;
use serde_json::json;
use tokio::time::sleep;

/// A custom image that Cloud PCs are provisioned from.
#[graph_resource(
    path = "/deviceManagement/virtualEndpoint/deviceImages",
    version = "beta"
)]
#[derive(Debug)]
struct CloudPcDeviceImage {
    #[graph(key)]
    id: String,
    display_name: Option<String>,
    #[graph(read_only)]
    status: Option<CloudPcDeviceImageStatus>,
    #[graph(read_only)]
    status_details: Option<String>,
}

/// How far an image is.
#[graph_enum]
enum CloudPcDeviceImageStatus {
    Pending,
    Ready,
    Failed,
    #[graph(unknown)]
    Unknown(String),
}

/// How often the state of an image is read.
#[derive(Clone, Copy)]
struct Pace {
    first: Duration,
    longest: Duration,
    timeout: Duration,
}

const OF_A_SERVICE: Pace = Pace {
    first: Duration::from_secs(5),
    longest: Duration::from_secs(60),
    timeout: Duration::from_secs(3_600),
};

/// For the emulator, which works on an image for a moment only.
const OF_AN_EMULATOR: Pace = Pace {
    first: Duration::from_millis(20),
    longest: Duration::from_millis(50),
    timeout: Duration::from_secs(1),
};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    if let Ok(token) = env::var("GRAPH_TOKEN") {
        let client = Client::builder().token(token).build()?;
        let id = env::args().nth(1).ok_or("say which image: `-- ID`")?;
        println!("{:?}", wait(&client, &id, OF_A_SERVICE).await?);
        return Ok(());
    }
    let emulator = Arc::new(Emulator::builder().serve::<CloudPcDeviceImage>().start()?);
    for id in ["good", "bad", "slow"] {
        put(&emulator, id, "pending", None)?;
    }
    let client = Client::builder()
        .base_url(emulator.url())
        .token("any")
        .build()?;

    let service = Arc::clone(&emulator);
    let work = tokio::spawn(async move {
        sleep(Duration::from_millis(100)).await;
        put(&service, "good", "ready", None)?;
        put(&service, "bad", "failed", Some("osVersionNotSupported"))
    });
    let image = wait(&client, "good", OF_AN_EMULATOR).await?;
    println!("{} is ready", image.display_name.unwrap_or_default());
    assert_eq!(image.status, Some(CloudPcDeviceImageStatus::Ready));
    let reads = emulator.requests().len();
    println!("its state was read {reads} times");
    assert!((2..=20).contains(&reads));

    let image = wait(&client, "bad", OF_AN_EMULATOR).await?;
    assert_eq!(image.status, Some(CloudPcDeviceImageStatus::Failed));
    let details = image.status_details.unwrap_or_default();
    println!("another one has failed: {details}");
    assert_eq!(details, "osVersionNotSupported");
    work.await??;

    // Nobody works on this one. The error has what was read last.
    let Err(error) = wait(&client, "slow", OF_AN_EMULATOR).await else {
        return Err("an image that is pending was not waited for".into());
    };
    println!("the third one: {error}");
    assert_eq!(error.kind(), ErrorKind::NotReached);
    let last = error.raw_body().ok_or("there is no last state")?;
    assert!(last.windows(7).any(|part| part == b"pending"));
    Ok(())
}

/// Waits until the service has finished an image, well or not. A wait for `Ready` would not end for one that has failed.
async fn wait(
    client: &Client,
    id: &str,
    pace: Pace,
) -> Result<CloudPcDeviceImage, graph_resource::Error> {
    CloudPcDeviceImage::get(id)
        .wait_until(|image| image.status != Some(CloudPcDeviceImageStatus::Pending))
        .with_delay(pace.first, pace.longest)
        .with_timeout(pace.timeout)
        .send(client)
        .await
}

/// Puts an image into the emulator, as the work of the service does.
fn put(
    emulator: &Emulator,
    id: &str,
    status: &str,
    details: Option<&str>,
) -> Result<(), graph_resource_emulator::EmulatorError> {
    let path = format!("/deviceManagement/virtualEndpoint/deviceImages/{id}");
    let image = json!({ "displayName": "24H2", "status": status, "statusDetails": details });
    emulator.put(&path, image)
}
