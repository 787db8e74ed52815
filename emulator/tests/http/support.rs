//! Resources to serve, and functions that send requests without changing anything about them.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::sync::LazyLock;
use std::time::Duration;

use graph_resource::edm::PropertyValue;
use graph_resource::{
    ApiVersion, EdmType, Operation, Property, ResourceInfo, TypeInfo, UpdateMethod, graph_complex,
};
use graph_resource_emulator::{Clock, Emulator, EmulatorBuilder};
use reqwest::redirect::Policy;
use reqwest::{Client, Method, RequestBuilder};
use serde_json::Value;

pub(crate) use serde_json::json;

static IMAGE_TYPE: TypeInfo = TypeInfo::new(
    "#microsoft.graph.cloudPcDeviceImage",
    true,
    &[
        Property::new("id", EdmType::String).key().read_only(),
        Property::new("displayName", EdmType::String).required(),
        Property::new("version", EdmType::String).nullable(),
        Property::new("sourceImageResourceId", EdmType::String)
            .nullable()
            .create_only(),
        Property::new("secret", EdmType::String)
            .nullable()
            .write_only(),
        Property::new("status", EdmType::String)
            .nullable()
            .read_only(),
        Property::new("createdDateTime", EdmType::String)
            .nullable()
            .read_only(),
        Property::new("lastModifiedDateTime", EdmType::String)
            .nullable()
            .read_only(),
    ],
);

/// The collection of images, which is served only at `beta`.
pub(crate) const IMAGES: &str = "/deviceManagement/virtualEndpoint/deviceImages";
pub(crate) static IMAGE: ResourceInfo = ResourceInfo::new(
    &IMAGE_TYPE,
    IMAGES,
    "/deviceManagement/virtualEndpoint/deviceImages/{id}",
)
.at(ApiVersion::Beta);

/// The content of a task.
#[graph_complex]
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct ItemBody {
    pub(crate) content: Option<String>,
    pub(crate) content_type: Option<String>,
}

static TASK_TYPE: TypeInfo = TypeInfo::new(
    "#microsoft.graph.todoTask",
    true,
    &[
        Property::new("key", EdmType::String).key(),
        Property::new("title", EdmType::String).nullable(),
        Property::new("count", EdmType::Int32).nullable(),
        Property::new("body", ItemBody::EDM_TYPE).nullable(),
    ],
);

/// Tasks with a key that the client may set, which are served at both versions.
pub(crate) static TASK: ResourceInfo = ResourceInfo::new(
    &TASK_TYPE,
    "/users/{user_id}/tasks",
    "/users/{user_id}/tasks/{key}",
);

static SETTINGS_TYPE: TypeInfo = TypeInfo::new(
    "#microsoft.graph.mailboxSettings",
    false,
    &[
        Property::new("timeZone", EdmType::String).nullable(),
        Property::new("lastModifiedDateTime", EdmType::String).read_only(),
    ],
);

/// A singleton that is updated with `PUT`.
pub(crate) static SETTINGS: ResourceInfo = ResourceInfo::new(
    &SETTINGS_TYPE,
    "/users/{user_id}/mailboxSettings",
    "/users/{user_id}/mailboxSettings",
)
.updated_by(UpdateMethod::Put)
.with_operations(&[Operation::Get, Operation::Update]);

pub(crate) fn builder() -> EmulatorBuilder {
    Emulator::builder()
        .serve_info(&IMAGE)
        .serve_info(&TASK)
        .serve_info(&SETTINGS)
}

pub(crate) fn start() -> Emulator {
    builder().start().unwrap()
}

/// Starts an emulator with one image, and returns the path of the image below the version.
pub(crate) fn start_with_image() -> (Emulator, String) {
    insert_image(start())
}

/// Starts an emulator with one image and a clock that stands still.
pub(crate) fn start_with_image_and_clock() -> (Emulator, String, Clock) {
    let clock = Clock::manual();
    let (emulator, path) = insert_image(builder().clock(clock.clone()).start().unwrap());
    (emulator, path, clock)
}

fn insert_image(emulator: Emulator) -> (Emulator, String) {
    let image = json!({ "displayName": "Windows 11", "version": "1", "status": "ready" });
    let id = emulator.insert(IMAGES, image).unwrap();
    (emulator, format!("{IMAGES}/{id}"))
}

/// A response with its body as JSON.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: reqwest::header::HeaderMap,
    pub(crate) json: Value,
}

impl Answer {
    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .map_or("", |value| value.to_str().unwrap())
    }

    pub(crate) fn code(&self) -> &str {
        self.json["error"]["code"].as_str().unwrap_or_default()
    }

    pub(crate) fn message(&self) -> &str {
        self.json["error"]["message"].as_str().unwrap_or_default()
    }

    /// Asserts that this is an error response in Graph's format.
    pub(crate) fn assert_rejected(&self, status: u16, code: &str) {
        assert_eq!((self.status, self.code()), (status, code), "{self:?}");
        let inner = &self.json["error"]["innerError"];
        assert!(!self.message().is_empty());
        assert_eq!(inner["request-id"], self.header("request-id"));
        assert_eq!(inner["date"].as_str().unwrap().len(), 19);
        assert!(self.header("content-type").starts_with("application/json"));
        assert!(!self.header("date").is_empty());
    }
}

/// Returns the client that all tests share, since creating one reads the certificates of the system.
///
/// It opens a connection for each request, because a connection belongs to the runtime of one test.
pub(crate) fn client() -> &'static Client {
    static CLIENT: LazyLock<Client> = LazyLock::new(|| {
        let builder = Client::builder().redirect(Policy::none());
        builder.pool_max_idle_per_host(0).build().unwrap()
    });
    &CLIENT
}

/// Sends a request as it is.
pub(crate) async fn send(request: RequestBuilder) -> Answer {
    let response = request.send().await.unwrap();
    let (status, headers) = (response.status().as_u16(), response.headers().clone());
    let body = response.bytes().await.unwrap();
    let json = if body.is_empty() {
        Value::Null
    } else {
        serde_json::from_slice(&body).unwrap()
    };
    Answer {
        status,
        headers,
        json,
    }
}

/// Returns a request with a token. `path` is a URL, or a path below `beta`.
pub(crate) fn request(emulator: &Emulator, method: &str, path: &str) -> RequestBuilder {
    let url = match path.strip_prefix("http") {
        Some(_) => path.to_owned(),
        None => format!("{}/beta{path}", emulator.url()),
    };
    let method = Method::from_bytes(method.as_bytes()).unwrap();
    client()
        .request(method, url)
        .header("Authorization", "Bearer token")
}

/// Returns a request with a token and a JSON body.
pub(crate) fn with_json(
    emulator: &Emulator,
    method: &str,
    path: &str,
    body: &Value,
) -> RequestBuilder {
    request(emulator, method, path)
        .header("Content-Type", "application/json")
        .body(body.to_string())
}

pub(crate) async fn get(emulator: &Emulator, path: &str) -> Answer {
    send(request(emulator, "GET", path)).await
}

pub(crate) async fn delete(emulator: &Emulator, path: &str) -> Answer {
    send(request(emulator, "DELETE", path)).await
}

pub(crate) async fn post(emulator: &Emulator, path: &str, body: Value) -> Answer {
    send(with_json(emulator, "POST", path, &body)).await
}

pub(crate) async fn patch(emulator: &Emulator, path: &str, body: Value) -> Answer {
    send(with_json(emulator, "PATCH", path, &body)).await
}

pub(crate) fn connect(emulator: &Emulator) -> TcpStream {
    let address = emulator.url().strip_prefix("http://").unwrap();
    let stream = TcpStream::connect(address).unwrap();
    stream
        .set_read_timeout(Some(Duration::from_secs(60)))
        .unwrap();
    stream
}

/// Sends raw bytes, and reads until the server closes the connection.
pub(crate) fn exchange(emulator: &Emulator, bytes: &[u8]) -> Vec<u8> {
    let mut stream = connect(emulator);
    // The server may have closed the connection already.
    let _ = stream.write_all(bytes);
    let mut answer = Vec::new();
    let _ = stream.read_to_end(&mut answer);
    answer
}

pub(crate) fn get_raw(path: &[u8]) -> Vec<u8> {
    [
        b"GET ",
        path,
        b" HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer t\r\nConnection: close\r\n\r\n",
    ]
    .concat()
}
