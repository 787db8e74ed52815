//! A service that throttles, and a neighbour that does not.

use std::time::{Duration, Instant};

use graph_resource::{Client, Error, Retry, graph_resource};
use graph_resource_emulator::{Emulator, Fault, When};
use serde_json::json;

use crate::Result;
use crate::client::{self, Adapter};
use crate::operation::{NOTES, Note};

/// The path of the neighbour, without the version.
const DEVICES: &str = "/deviceManagement/managedDevices";
/// The number of requests to the neighbour.
const REQUESTS: usize = 200;
/// A wait that no request to the neighbour may take, and that is much shorter than what the throttled service asks for.
const MOST: Duration = Duration::from_secs(5);

/// A resource of a service that does not throttle.
#[graph_resource(path = "/deviceManagement/managedDevices")]
#[derive(Debug, Clone)]
struct Device {
    #[graph(key)]
    id: String,
}

/// Throttles one service, and returns whether all requests to its neighbour are answered at once, and the throttled ones are reported with the
/// wait.
pub(crate) async fn run(adapter: Adapter, status: u16, retry_after: &'static str) -> Result<bool> {
    let emulator = Emulator::builder()
        .serve::<Note>()
        .serve::<Device>()
        .start()?;
    let note = emulator.insert(NOTES, json!({ "title": "throttled" }))?;
    let device = emulator.insert(DEVICES, json!({}))?;
    let path = format!("{NOTES}/{note}");
    let fault = Fault::status(status).retry_after(retry_after);
    emulator.inject(fault, When::always().path(path))?;

    let transport = adapter.transport(Duration::from_secs(20))?;
    let client = client::with_short_delays(emulator.url(), transport).build()?;
    let throttled = Note::get(&note).send(&client).await;
    let (answered, longest) = send_all(&client, &device).await;
    let soon = Retry::default().max_elapsed(Duration::from_secs(1));
    let refused = Note::get(&note).with_retry(soon).send(&client).await;
    println!(
        "{status} with Retry-After: {retry_after} to a note, over {adapter}: the next request for it is {}; of {REQUESTS} requests to another \
         service {answered} answered, the slowest in {:.3} s",
        describe(refused.as_ref().err()),
        longest.as_secs_f64(),
    );
    let is_reported = throttled.is_err_and(|error| error.status().is_some_and(|at| at == status));
    let is_held = refused.is_err_and(|error| error.is_throttled() && error.attempts() == 0);
    Ok(is_reported && is_held && answered == REQUESTS && longest < MOST)
}

/// Sends requests to the neighbour. Returns how many were answered, and the longest time.
async fn send_all(client: &Client, device: &str) -> (usize, Duration) {
    let sending = (0..REQUESTS).map(|_| {
        let request = Device::get(device).send(client);
        tokio::spawn(async move {
            let begin = Instant::now();
            (request.await.is_ok(), begin.elapsed())
        })
    });
    let (mut answered, mut longest) = (0, Duration::ZERO);
    for task in sending.collect::<Vec<_>>() {
        let (is_answered, took) = task.await.unwrap_or_default();
        answered += usize::from(is_answered);
        longest = longest.max(took);
    }
    (answered, longest)
}

fn describe(error: Option<&Error>) -> String {
    error.map_or_else(
        || "answered".to_owned(),
        |error| format!("reported as {:?}", error.kind()),
    )
}
