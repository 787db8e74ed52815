//! Simulates 2 to 64 processes that share the budget of a tenant, in virtual time.
//!
//!     cargo run --release -p graph-resource-fleet --example simulation -- docs
//!
//! The runs, the client and the emulator are the real ones. The network, the stream of jobs and the bucket of waits are simulated, with
//! delays from a seeded generator: the same figures come out on every machine. It prints a table, and draws it into `fleet.svg` in
//! the folder that it is given.

use std::collections::HashMap;
use std::error::Error;
use std::ops::Range;
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use futures_util::stream;
use graph_resource::{
    BoxFuture, Bulk, Client, SharedPace, Transport, TransportError, graph_resource,
};
use graph_resource_emulator::{Clock, Emulator, RateLimit, RecordedRequest, UpdateAnswer};
use plotters::prelude::*;
use serde_json::json;
use tokio::time::{Instant, sleep};

const PROCESSES: [u32; 6] = [2, 4, 8, 16, 32, 64];

const UPDATES: u32 = 30_000;
const NINE_TENTHS: u32 = 27_000;

/// The budget, of which the service tells nothing before it refuses.
const BUDGET: (u32, Duration) = (1_000, Duration::from_secs(10));

/// The jobs that a process has in hand.
const IN_HAND: usize = 100;

/// The delays of a message to Microsoft Graph and of one to the bucket of waits, in milliseconds.
const TO_GRAPH: Range<u64> = 20..120;
const TO_BUCKET: Range<u64> = 1..10;

/// The time in which the processes start, in milliseconds.
const START: Range<u64> = 0..5_000;

#[graph_resource(path = "/users")]
#[derive(Debug)]
struct User {
    #[graph(key)]
    id: String,
    department: Option<String>,
}

type Random = Arc<Mutex<fastrand::Rng>>;

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn delay(random: &Random, range: Range<u64>) -> Duration {
    Duration::from_millis(lock(random).u64(range))
}

/// A transport with a delay in front of it.
struct Slow<T>(Arc<T>, Random);

impl<T: Transport> Transport for Slow<T> {
    fn send(
        &self,
        request: http::Request<graph_resource::Body>,
    ) -> BoxFuture<'static, Result<http::Response<graph_resource::Body>, TransportError>> {
        let transport = Arc::clone(&self.0);
        let delay = delay(&self.1, TO_GRAPH);
        Box::pin(async move {
            sleep(delay).await;
            transport.send(request).await
        })
    }
}

/// The bucket of waits, whose entries others see a little later.
struct Bucket {
    lanes: Mutex<HashMap<String, Vec<Entry>>>,
    random: Random,
}

struct Entry {
    seen_at: Instant,
    until: Instant,
}

impl SharedPace for Bucket {
    fn throttled(&self, lane: &str, wait: Duration) {
        let now = Instant::now();
        let entry = Entry {
            seen_at: now + delay(&self.random, TO_BUCKET),
            until: now + wait,
        };
        let mut lanes = lock(&self.lanes);
        let entries = lanes.entry(lane.to_owned()).or_default();
        entries.retain(|entry| entry.until > now);
        entries.push(entry);
    }

    fn wait(&self, lane: &str) -> Option<Duration> {
        let now = Instant::now();
        let lanes = lock(&self.lanes);
        let seen = lanes.get(lane)?.iter().filter(|entry| entry.seen_at <= now);
        let wait = seen.map(|entry| entry.until.duration_since(now)).max()?;
        (!wait.is_zero()).then_some(wait)
    }
}

/// The result of a simulation.
#[derive(Debug, Clone, Copy)]
struct Figures {
    processes: u32,
    is_shared: bool,
    /// The percentage of requests that were refused, and of those in the second half.
    refused: f64,
    refused_once_settled: f64,
    /// The updates in a second until nine tenths are done, as a share of those that the budget allows.
    throughput: f64,
    /// The time until all are done, as a multiple of the shortest that the budget allows.
    time: f64,
    /// Jain's index of the numbers of updates of the processes: 1 if all are equal.
    fairness: f64,
}

fn simulate(processes: u32, is_shared: bool) -> Result<Figures, Box<dyn Error>> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_time()
        .start_paused(true)
        .build()?;
    runtime.block_on(run(processes, is_shared))
}

async fn run(processes: u32, is_shared: bool) -> Result<Figures, Box<dyn Error>> {
    // That of the client.
    fastrand::seed(processes.into());
    let emulator = Emulator::builder()
        .serve::<User>()
        .update_answers(UpdateAnswer::NoContent)
        .clock(Clock::tokio())
        .rate_limit(RateLimit::new(BUDGET.0, BUDGET.1).without_headers())
        .start()?;
    for id in 0..UPDATES {
        emulator.insert("/users", json!({ "id": id.to_string() }))?;
    }
    let random: Random = Arc::new(Mutex::new(fastrand::Rng::with_seed(processes.into())));
    let transport = Arc::new(emulator.transport());
    let bucket = Arc::new(Bucket {
        lanes: Mutex::default(),
        random: Arc::clone(&random),
    });
    let jobs = Arc::new(Mutex::new(0..UPDATES));
    let (count, nine_tenths) = (Arc::new(Mutex::new(0)), Arc::new(Mutex::new(None)));
    let start = Instant::now();
    let mut workers = Vec::new();
    for _ in 0..processes {
        let client = Client::builder()
            .base_url(emulator.url())
            .transport(Slow(Arc::clone(&transport), Arc::clone(&random)))
            .token("any")
            .build()?;
        let mut bulk = Bulk::new(&client).with_window(IN_HAND);
        if is_shared {
            bulk = bulk.with_shared_pace(Arc::clone(&bucket) as _);
        }
        let late = delay(&random, START);
        let note_done = {
            let (count, nine_tenths) = (Arc::clone(&count), Arc::clone(&nine_tenths));
            move || {
                let mut count = lock(&count);
                *count += 1;
                if *count == NINE_TENTHS {
                    *lock(&nine_tenths) = Some(start.elapsed());
                }
            }
        };
        workers.push(tokio::spawn(work(bulk, Arc::clone(&jobs), late, note_done)));
    }
    let mut done = Vec::new();
    for worker in workers {
        done.push(worker.await??);
    }
    let shortest = |updates: u32| {
        let windows = f64::from(updates.div_ceil(BUDGET.0) - 1);
        windows * BUDGET.1.as_secs_f64()
    };
    let nine_tenths = lock(&nine_tenths).unwrap_or_default();
    let requests = emulator.requests().into_iter();
    let requests: Vec<_> = requests.filter(RecordedRequest::is_in_batch).collect();
    let (_, second_half) = requests.split_at(requests.len() / 2);
    let sum: f64 = done.iter().sum();
    let squares: f64 = done.iter().map(|done| done * done).sum();
    Ok(Figures {
        processes,
        is_shared,
        refused: percent_refused(&requests),
        refused_once_settled: percent_refused(second_half),
        throughput: shortest(NINE_TENTHS) / nine_tenths.as_secs_f64(),
        time: start.elapsed().as_secs_f64() / shortest(UPDATES),
        fairness: sum * sum / (squares * f64::from(processes)),
    })
}

/// Sends jobs as long as there are some, and returns their number.
async fn work(
    bulk: Bulk,
    jobs: Arc<Mutex<Range<u32>>>,
    late: Duration,
    note_done: impl Fn(),
) -> Result<f64, graph_resource::Error> {
    sleep(late).await;
    let jobs = std::iter::from_fn(move || lock(&jobs).next());
    let updates = jobs.map(|id| (id, User::update(id.to_string()).department("R&D")));
    let mut outcomes = bulk.send_stream(stream::iter(updates));
    let mut done = 0.0;
    while let Some((_, outcome)) = outcomes.next().await {
        outcome?;
        note_done();
        done += 1.0;
    }
    Ok(done)
}

fn percent_refused(requests: &[RecordedRequest]) -> f64 {
    let count = |requests: usize| u32::try_from(requests).map_or(f64::INFINITY, f64::from);
    let refused = requests.iter().filter(|request| !request.was_executed());
    100.0 * count(refused.count()) / count(requests.len())
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut rows = Vec::new();
    println!("| processes | waits | throughput | time | refused | in the second half | fairness |");
    println!("| ---: | --- | ---: | ---: | ---: | ---: | ---: |");
    for processes in PROCESSES {
        for is_shared in [true, false] {
            let row = simulate(processes, is_shared)?;
            println!(
                "| {processes} | {} | {:.2} | {:.2} × | {:.1} % | {:.1} % | {:.3} |",
                if is_shared { "shared" } else { "its own" },
                row.throughput,
                row.time,
                row.refused,
                row.refused_once_settled,
                row.fairness
            );
            rows.push(row);
        }
    }
    if let Some(folder) = std::env::args().nth(1) {
        draw(&rows, &Path::new(&folder).join("fleet.svg"))?;
    }
    Ok(())
}

/// A figure of a plot: its title, the top of its axis, and how it is read.
type Plot = (&'static str, f64, fn(&Figures) -> f64);

fn draw(rows: &[Figures], file: &Path) -> Result<(), Box<dyn Error>> {
    let area = SVGBackend::new(file, (760, 320)).into_drawing_area();
    area.fill(&WHITE)?;
    let most_refused = rows.iter().map(|row| row.refused).fold(1.0, f64::max);
    let plots: [Plot; 2] = [
        ("throughput, of the ideal", 1.1, |row| row.throughput),
        ("refused, in percent", most_refused * 1.1, |row| row.refused),
    ];
    let (left, right) = area.split_horizontally(380);
    for (area, (title, top, figure)) in [left, right].iter().zip(plots) {
        let mut chart = ChartBuilder::on(area)
            .caption(title, ("sans-serif", 16))
            .margin(10)
            .x_label_area_size(35)
            .y_label_area_size(40)
            .build_cartesian_2d((2.0..64.0).log_scale().base(2.0), 0.0..top)?;
        chart
            .configure_mesh()
            .disable_x_mesh()
            .x_desc("processes")
            .x_label_formatter(&|processes| format!("{processes:.0}"))
            .draw()?;
        for (is_shared, name, color) in [
            (true, "waits are shared", BLUE),
            (false, "each its own", RED),
        ] {
            let points = rows.iter().filter(|row| row.is_shared == is_shared);
            let points = points.map(|row| (f64::from(row.processes), figure(row)));
            chart
                .draw_series(LineSeries::new(points, color.stroke_width(2)))?
                .label(name)
                .legend(move |(x, y)| PathElement::new([(x, y), (x + 16, y)], color));
        }
        chart.configure_series_labels().border_style(BLACK).draw()?;
    }
    area.present()?;
    Ok(())
}
