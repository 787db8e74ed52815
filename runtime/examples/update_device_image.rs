//! Updates a device image, and shows everything that happens: the request as it goes over the wire, the answer, and the typed
//! result.

use std::env;
use std::error::Error as StdError;
use std::process::ExitCode;

use graph_resource::{Body, Client, ErrorKind, ReqwestTransport, Resource, Transport, Updated};
use graph_resource::{graph_enum, graph_resource};
use graph_resource_emulator::Emulator;
use http::HeaderMap;
use serde_json::json;
use time::OffsetDateTime;

const HELP: &str = "\
Updates a Cloud PC device image in Microsoft Graph, and shows what goes over the wire.

    cargo run --example update_device_image
        against an emulator, which the example starts on a loopback port
    GRAPH_TOKEN=… cargo run --example update_device_image -- ID
        against Microsoft Graph: CHANGES the image with this id

Environment:
    GRAPH_TOKEN      an access token with the permission CloudPC.ReadWrite.All
    GRAPH_BASE_URL   another service than https://graph.microsoft.com, without the version
";

/// A custom image that Cloud PCs are provisioned from.
#[graph_resource(
    path = "/deviceManagement/virtualEndpoint/deviceImages",
    version = "beta"
)]
#[derive(Debug, Clone, PartialEq)]
pub struct CloudPcDeviceImage {
    /// Given by the service.
    #[graph(key)]
    pub id: String,
    /// The name that is shown to users.
    pub display_name: Option<String>,
    /// Such as `Windows 11 Enterprise`.
    pub operating_system: Option<String>,
    /// Such as `26100.2314`.
    pub os_build_number: Option<String>,
    /// Such as `0.0.1`.
    pub version: Option<String>,
    /// Written by the service.
    #[graph(read_only)]
    pub last_modified_date_time: Option<OffsetDateTime>,
    /// How far the image is.
    pub status: Option<CloudPcDeviceImageStatus>,
    /// Why the image failed.
    pub status_details: Option<CloudPcDeviceImageStatusDetails>,
    /// The image in Azure that this one is made from.
    pub source_image_resource_id: Option<String>,
}

/// How far an image is.
#[graph_enum]
pub enum CloudPcDeviceImageStatus {
    /// It is being uploaded.
    Pending,
    /// Cloud PCs can be provisioned from it.
    Ready,
    /// It could not be uploaded.
    Failed,
    /// A member that was added later.
    #[graph(unknown)]
    Unknown(String),
}

/// Why an image failed.
#[graph_enum]
pub enum CloudPcDeviceImageStatusDetails {
    /// The service failed.
    InternalServerError,
    /// The image in Azure does not exist.
    SourceImageNotFound,
    /// A member that was added later.
    #[graph(unknown)]
    Unknown(String),
}

/// The service that the example talks to.
struct Service {
    client: Client,
    /// The image to update.
    id: String,
    /// Kept alive while the example runs.
    _emulator: Option<Emulator>,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let argument = env::args().nth(1);
    if matches!(argument.as_deref(), Some("--help" | "-h")) {
        print!("{HELP}");
        return ExitCode::SUCCESS;
    }
    match run(argument).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn run(id: Option<String>) -> Result<(), Box<dyn StdError>> {
    let Service {
        client,
        id,
        _emulator,
    } = match env::var("GRAPH_TOKEN") {
        Ok(token) => live_service(token, id)?,
        Err(_) => emulated_service(id)?,
    };

    title("1. An update of all seven properties that can be written");
    let update = CloudPcDeviceImage::update(&id)
        .display_name("Windows 11 Enterprise 24H2")
        .operating_system("Windows 11 Enterprise")
        .os_build_number("26100.2314")
        .version("2.0.0")
        .status(CloudPcDeviceImageStatus::Failed)
        .status_details(CloudPcDeviceImageStatusDetails::SourceImageNotFound)
        .source_image_resource_id(
            "/subscriptions/0ac520ee-14c0-480f-b6c9-0a90c585ffff/resourceGroups/Images/providers/Microsoft.Compute/images/24h2",
        );
    send(update, &client).await;

    title("2. A property is cleared: JSON null");
    send(CloudPcDeviceImage::update(&id).clear_version(), &client).await;

    title("3. An id that does not exist");
    let unknown = "00000000-0000-0000-0000-000000000000";
    send(
        CloudPcDeviceImage::update(unknown).display_name("Nobody's"),
        &client,
    )
    .await;

    title("4. An update that changes nothing");
    send(CloudPcDeviceImage::update(&id), &client).await;
    Ok(())
}

/// Sends the update and prints its outcome. An error is a result like any other here.
async fn send(update: CloudPcDeviceImageUpdate, client: &Client) {
    match update.send(client).await {
        Ok(Updated::Representation(image)) => println!("=> the image as it is now:\n{image:#?}"),
        Ok(Updated::NoContent) => println!("=> done; the service answered nothing"),
        Ok(_) => println!("=> accepted; the service will do it"),
        Err(error) if error.kind() == ErrorKind::EmptyPatch => println!("=> not sent: {error}"),
        Err(error) => {
            println!("=> error: {error}");
            let mut source = error.source();
            while let Some(cause) = source {
                println!("   because: {cause}");
                source = cause.source();
            }
        }
    }
}

fn emulated_service(id: Option<String>) -> Result<Service, Box<dyn StdError>> {
    if let Some(id) = id {
        return Err(format!(
            "the emulator has no image `{id}`: set GRAPH_TOKEN to update one of a real service"
        )
        .into());
    }
    let emulator = Emulator::builder().serve::<CloudPcDeviceImage>().start()?;
    let image = json!({
        "displayName": "Windows 11 Enterprise 23H2",
        "operatingSystem": "Windows 11 Enterprise",
        "osBuildNumber": "22631.4460",
        "version": "1.0.0",
        "lastModifiedDateTime": "2020-11-03T07:03:44.97Z",
        "status": "ready",
        "statusDetails": null,
    });
    let id = emulator.insert(CloudPcDeviceImage::INFO.path(), image)?;
    println!(
        "An emulator of Microsoft Graph is at {}, with one device image in it: {id}",
        emulator.url()
    );
    let client = Client::builder()
        .base_url(emulator.url())
        .token("a-token-that-nobody-checks")
        .transport(printed(ReqwestTransport::new()?))
        .build()?;
    Ok(Service {
        client,
        id,
        _emulator: Some(emulator),
    })
}

fn live_service(token: String, id: Option<String>) -> Result<Service, Box<dyn StdError>> {
    let id = id.ok_or(
        "say which image to update, by its id: `cargo run --example update_device_image -- ID`",
    )?;
    let builder = Client::builder()
        .token(token)
        .transport(printed(ReqwestTransport::new()?));
    let builder = match env::var("GRAPH_BASE_URL") {
        Ok(url) => builder.base_url(url),
        Err(_) => builder,
    };
    Ok(Service {
        client: builder.build()?,
        id,
        _emulator: None,
    })
}

/// A transport that prints what goes through it, to `inner` and back.
fn printed(inner: ReqwestTransport) -> impl Transport {
    move |request: http::Request<Body>| {
        println!("{} {}", request.method(), request.uri());
        print_headers(request.headers());
        print_body(request.body());
        let answer = inner.send(request);
        async move {
            let answer = answer.await?;
            println!("\n{:?} {}", answer.version(), answer.status());
            print_headers(answer.headers());
            print_body(answer.body());
            println!();
            Ok(answer)
        }
    }
}

fn print_headers(headers: &HeaderMap) {
    for (name, value) in headers {
        // A header that holds a secret says so.
        let text = if value.is_sensitive() {
            "Bearer ***"
        } else {
            value.to_str().unwrap_or("(not text)")
        };
        println!("{name}: {text}");
    }
}

/// The body as it is, but for white space: the order of properties is part of what is shown.
fn print_body(body: &Body) {
    let Some(body) = body.as_bytes() else {
        return println!("\n(a stream)");
    };
    let mut pretty = Vec::new();
    let mut json = serde_json::Deserializer::from_slice(body);
    let written =
        serde_transcode::transcode(&mut json, &mut serde_json::Serializer::pretty(&mut pretty));
    match written {
        _ if body.is_empty() => {}
        Ok(()) => println!("\n{}", String::from_utf8_lossy(&pretty)),
        Err(_) => println!("\n({} bytes that are not JSON)", body.len()),
    }
}

fn title(text: &str) {
    println!("\n{text}\n{}\n", "-".repeat(text.len()));
}
