//! Every fault, met by the requests that lead to other origins: content behind a redirect, the fragments of an upload, and the monitor of an
//! operation. Whatever happens, the token does not go there.

use std::fmt;
use std::io::Cursor;
use std::sync::Arc;

use graph_resource::{
    Client, Error, LongOperation, Transport, Upload, UploadSession, graph_action, graph_resource,
};
use graph_resource_emulator::{CallAnswer, Emulator, RecordedRequest, When};
use serde_json::{Value, json};
use tokio::sync::Semaphore;
use tokio::task::JoinSet;

use crate::client::{self, Adapter};
use crate::promise::{Failure, Promise};
use crate::rows::{Kind, Row, Urls};

/// The number of runs at a time. Most of them wait.
const MAX_CONCURRENT: usize = 24;
/// The token, which is looked for at other origins.
const TOKEN: &str = "marked-token-6f1d";
/// A header of the application, which is for the service alone.
const HEADER: (&str, &str) = ("x-application", "marked-header-6f1d");
/// The secret in the URL of a monitor, which no error shows.
const SECRET: &str = "marked-secret-6f1d";

const FILE: &str = "/drives/d/items/f/content";
const CONTENT: &[u8] = &[7; 700_000];

#[graph_resource(path = "/drives/{drive_id}/items", media(content = "content"))]
#[derive(Debug)]
struct DriveItem {
    #[graph(key)]
    id: String,
    size: Option<i64>,
}

#[graph_action(
    path = "/drives/{drive_id}/items/{item_id}/createUploadSession",
    returns = UploadSession
)]
struct CreateUploadSession {}

#[graph_action(path = "/drives/{drive_id}/items/{item_id}/copy", returns = LongOperation)]
struct Copy {}

/// What leads to another origin.
#[derive(Debug, Clone, Copy)]
enum Path {
    Content,
    Upload,
    Monitor,
}

/// Where the fault is met.
#[derive(Debug, Clone, Copy)]
enum Place {
    Service,
    Elsewhere,
}

#[derive(Clone, Copy)]
struct Case {
    row: &'static Row,
    path: Path,
    place: Place,
    adapter: Adapter,
    /// The number of requests that meet the fault, or `None` for all.
    times: Option<u64>,
}

impl fmt::Display for Case {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            row,
            path,
            place,
            adapter,
            times,
        } = self;
        let name = row.name;
        write!(
            f,
            "{name}, {path:?}, at the {place:?}, over {adapter}, {times:?} times"
        )
    }
}

/// Runs all cases, and returns whether all promises were kept.
pub(crate) async fn run(chosen: &[&'static Row], is_short: bool) -> Result<bool, Error> {
    let timeout = std::time::Duration::from_secs(20);
    let permits = Arc::new(Semaphore::new(MAX_CONCURRENT));
    let mut runs = JoinSet::new();
    let cases = cases(chosen, is_short);
    let count = cases.len();
    let transports = [
        Adapter::Reqwest.transport(timeout)?,
        Adapter::Hyper.transport(timeout)?,
    ];
    for case in cases {
        let transport = Arc::clone(match case.adapter {
            Adapter::Reqwest => &transports[0],
            Adapter::Hyper => &transports[1],
        });
        let permits = Arc::clone(&permits);
        runs.spawn(async move {
            let _permit = permits.acquire_owned().await.unwrap();
            (case, run_case(case, transport).await)
        });
    }
    let (mut violations, mut succeeded, mut requests_elsewhere) = (0, 0, 0);
    while let Some(run) = runs.join_next().await {
        let (case, outcome) = run.unwrap();
        let outcome = outcome?;
        succeeded += usize::from(outcome.is_success);
        requests_elsewhere += outcome.requests_elsewhere;
        for violation in outcome.violations {
            violations += 1;
            println!("elsewhere: {case}: {violation}");
        }
    }
    println!(
        "elsewhere: {count} cases, {succeeded} succeeded, {requests_elsewhere} requests to other origins, {violations} violations"
    );
    Ok(violations == 0 && requests_elsewhere > 0)
}

fn cases(chosen: &[&'static Row], is_short: bool) -> Vec<Case> {
    let mut cases = Vec::new();
    let times = [Some(1), Some(2), None];
    let times = if is_short { &times[..1] } else { &times };
    for row in chosen.iter().filter(|row| row.kind == Kind::Plain) {
        for path in [Path::Content, Path::Upload, Path::Monitor] {
            for place in [Place::Service, Place::Elsewhere] {
                for adapter in Adapter::ALL {
                    cases.extend(times.iter().map(|times| Case {
                        row,
                        path,
                        place,
                        adapter,
                        times: *times,
                    }));
                }
            }
        }
    }
    cases
}

struct Outcome {
    is_success: bool,
    requests_elsewhere: usize,
    violations: Vec<String>,
}

async fn run_case(case: Case, transport: Arc<dyn Transport>) -> Result<Outcome, Error> {
    let (emulator, elsewhere) = start();
    let client = client::with_short_delays(emulator.url(), transport).token(TOKEN);
    let client = client.build()?.with_header(HEADER.0, HEADER.1);
    let urls = Urls {
        path: format!("/v1.0{FILE}"),
        origin: emulator.url().to_owned(),
        other_origin: elsewhere.url_elsewhere().to_owned(),
    };
    let when = case.times.map_or(When::always(), When::next);
    let fault = (case.row.fault)(&urls);
    match (case.place, case.path) {
        (Place::Service, _) => emulator.inject(fault, when),
        (Place::Elsewhere, Path::Monitor) => elsewhere.inject(fault, when.elsewhere()),
        (Place::Elsewhere, _) => emulator.inject(fault, when.elsewhere()),
    }
    .unwrap();
    let sent = match case.path {
        Path::Content => read(&client).await,
        Path::Upload => upload(&client).await,
        Path::Monitor => copy(&client).await,
    };

    let mut violations = Vec::new();
    let requests = [emulator.requests(), elsewhere.requests()].concat();
    let elsewhere: Vec<_> = requests.iter().filter(|each| each.is_elsewhere()).collect();
    for request in &elsewhere {
        if let Some(leak) = leak(request) {
            violations.push(format!("{} elsewhere has {leak}", request.method()));
        }
    }
    match &sent {
        Ok(true) => {}
        // Nothing in the head tells such an answer from the right one.
        Ok(false) if is_damaged(&case) => {}
        Ok(false) => violations.push("what arrived is not what was sent".to_owned()),
        Err(error) => {
            let shown = format!("{error} {error:?}");
            if [TOKEN, HEADER.1, SECRET, "tempauth="]
                .iter()
                .any(|secret| shown.contains(secret))
            {
                violations.push(format!("the error shows a secret: {shown}"));
            }
        }
    }
    Ok(Outcome {
        is_success: sent.is_ok(),
        requests_elsewhere: elsewhere.len(),
        violations,
    })
}

/// Returns whether the body of an answer is another one, with a status and headers of success.
fn is_damaged(Case { row, path, .. }: &Case) -> bool {
    let is_other_body = matches!(row.promises[0], Promise::Reported(Failure::Unreadable));
    match path {
        Path::Content => is_other_body || row.name == "with a BOM",
        // It is how the monitor of a drive says that the operation has ended.
        Path::Monitor => is_other_body || row.name.starts_with("303"),
        Path::Upload => false,
    }
}

/// Returns what a request has that was for the service alone.
fn leak(request: &RecordedRequest) -> Option<&'static str> {
    let has = |text: &str| {
        let headers = request.headers().values();
        let mut headers = headers.map(http::HeaderValue::as_bytes);
        let contains = |bytes: &[u8]| {
            bytes
                .windows(text.len())
                .any(|part| part == text.as_bytes())
        };
        headers.any(contains)
            || contains(request.path().as_bytes())
            || request.query().is_some_and(|query| query.contains(text))
    };
    if request.headers().contains_key("authorization") {
        Some("an Authorization")
    } else if has(TOKEN) {
        Some("the token")
    } else if has(HEADER.1) {
        Some("a header of the application")
    } else {
        None
    }
}

/// Starts the service, whose second port has contents and uploads, and another host with the monitors.
fn start() -> (Emulator, Emulator) {
    let elsewhere = Emulator::builder()
        .answer_elsewhere(http::Method::GET, "/monitor/1", |_| {
            CallAnswer::json(json!({ "status": "completed", "resourceId": "f" }))
        })
        .start()
        .unwrap();
    let emulator = Emulator::builder()
        .serve_content("/drives/{drive_id}/items/{item_id}/content")
        .contents_elsewhere()
        .serve_uploads(
            "/drives/{drive_id}/items/{item_id}/createUploadSession",
            |upload| {
                let is_same = upload.content() == CONTENT;
                CallAnswer::json(json!({ "id": "f", "size": i32::from(is_same) }))
            },
        );
    let monitor = format!("{}/monitor/1?sig={SECRET}", elsewhere.url_elsewhere());
    let emulator = emulator.answer(
        http::Method::POST,
        "/drives/{drive_id}/items/{item_id}/copy",
        move |_| CallAnswer::accepted(&monitor),
    );
    let emulator = emulator.start().unwrap();
    emulator
        .put_content(FILE, "application/octet-stream", CONTENT)
        .unwrap();
    (emulator, elsewhere)
}

async fn read(client: &Client) -> Result<bool, Error> {
    let content = DriveItem::content("d", "f").send(client).await?;
    Ok(content.bytes(1 << 20).await? == CONTENT)
}

async fn upload(client: &Client) -> Result<bool, Error> {
    let begin = CreateUploadSession::call("d", "f");
    let millisecond = std::time::Duration::from_millis(2);
    let retry = graph_resource::Retry::default().backoff(millisecond, millisecond);
    let uploaded = Upload::new(begin, Cursor::new(CONTENT))
        .with_fragment_size(320 << 10)
        .with_retry(retry)
        .send(client)
        .await?;
    let item: DriveItem = uploaded.item()?;
    Ok(item.size == Some(1) && item.id == "f")
}

async fn copy(client: &Client) -> Result<bool, Error> {
    let millisecond = std::time::Duration::from_millis(2);
    let copy = Copy::call("d", "f").send(client).await?;
    let ended = copy
        .with_delay(millisecond, millisecond)
        .wait(client)
        .await?;
    Ok(ended.body().get("resourceId").and_then(Value::as_str) == Some("f"))
}
