//! Updates in batches: what they cost, and how long they take if the service throttles them.

use std::time::{Duration, Instant};

use graph_resource::{Bulk, Client, StoredRequest, graph_resource};
use graph_resource_emulator::{
    Clock, Emulator, EmulatorBuilder, RateLimit, RecordedRequest, UpdateAnswer,
};
use serde_json::json;

use crate::program::{Program, Times, has_valgrind};
use crate::samples::Samples;
use crate::server::Server;
use crate::table::{Row, Table, Target};
use crate::{Options, Result, crates};

const TIMES: Times = Times(10, 60);
const UPDATES: f64 = 20.0;
const BATCHES: u32 = 5_000;

/// Measures what an update costs, in a batch and in a run.
pub(crate) fn measure_updates(options: &Options, table: &mut Table) -> Result<()> {
    let program = Program::build("cost-wire", None)?;
    let server = Server::start(program.command("cost-wire"))?;
    let program = program.with_server(server.port);
    instructions(&program, table)?;
    if !options.short {
        throughput(&program, table)?;
    }
    Ok(())
}

/// Measures how long runs take that the service throttles.
pub(crate) fn measure_runs(_: &Options, table: &mut Table) -> Result<()> {
    throttled(table)
}

/// Instructions and allocations of an update in a batch of twenty.
fn instructions(program: &Program, table: &mut Table) -> Result<()> {
    const BY_HAND: &str = "bulk::by_hand_in_turn";
    let name = "a loop by hand, serde's derive";
    for (what, scenario) in [
        ("an update in a batch", "bulk::batches"),
        ("an update in a run", "bulk::in_turn"),
    ] {
        if has_valgrind() {
            let count = |scenario| -> Result<Samples> {
                let counted = program.instructions(scenario, TIMES, 1)?;
                Ok((counted.median() / UPDATES).into())
            };
            table.push(Row {
                name: what.to_owned(),
                unit: "instructions",
                ours: count(scenario)?,
                baseline: Some((name, count(BY_HAND)?)),
                target: Target::Ratio(1.10),
                // Headers, ids, retries and errors of each request, of which the loop has none.
                open: true,
            });
        }
        let count = |scenario| -> Result<Samples> {
            Ok((program.allocations(scenario, TIMES)?.count / UPDATES).into())
        };
        table.push(Row {
            name: what.to_owned(),
            unit: "allocations",
            ours: count(scenario)?,
            baseline: Some((name, count(BY_HAND)?)),
            target: Target::None,
            open: false,
        });
    }
    Ok(())
}

fn throughput(program: &Program, table: &mut Table) -> Result<()> {
    let mut samples = [Samples::default(), Samples::default()];
    for _ in 0..5 {
        for (index, scenario) in ["bulk::in_flight", "bulk::by_hand_in_flight"]
            .iter()
            .enumerate()
        {
            let mut command = program.command("cost-wire");
            command.args([*scenario, &*BATCHES.to_string()]);
            let start = Instant::now();
            crates::succeed(&mut command)?;
            let updates = f64::from(BATCHES) * UPDATES;
            samples[index].push(updates / start.elapsed().as_secs_f64());
        }
    }
    let [ours, theirs] = samples;
    table.push(Row {
        name: "a run with eight batches in flight".to_owned(),
        unit: "updates/s",
        ours,
        baseline: Some(("by hand", theirs)),
        target: Target::AtLeast(0.95),
        open: false,
    });
    Ok(())
}

#[graph_resource(path = "/users")]
#[derive(Debug)]
struct User {
    #[graph(key)]
    id: String,
    department: Option<String>,
}

#[graph_resource(path = "/groups")]
#[derive(Debug)]
struct Group {
    #[graph(key)]
    id: String,
    description: Option<String>,
}

/// What a run against a service that throttles has done, in the time of a clock that jumps.
struct Throttled {
    /// The seconds until the last user and the last group.
    seconds: [f64; 2],
    /// The percentage of requests that were refused, and of those after the first fifth of the run.
    refused: f64,
    refused_once_settled: f64,
}

/// Ten thousand updates: of users, or of users and groups in turn.
fn run(limits: Vec<RateLimit>, with_groups: bool) -> Result<Throttled> {
    const UPDATES: u32 = 10_000;
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_time()
        .start_paused(true)
        .build()?;
    runtime.block_on(async {
        let builder = Emulator::builder()
            .serve::<User>()
            .serve::<Group>()
            .update_answers(UpdateAnswer::NoContent)
            .clock(Clock::tokio());
        let builder = limits
            .into_iter()
            .fold(builder, EmulatorBuilder::rate_limit);
        let emulator = builder.start()?;
        for id in 0..UPDATES {
            let id = id.to_string();
            emulator.insert("/users", json!({ "id": id }))?;
            emulator.insert("/groups", json!({ "id": id }))?;
        }
        let client = Client::builder()
            .base_url(emulator.url())
            .transport(emulator.transport())
            .token("any")
            .build()?;
        let start = tokio::time::Instant::now();
        let mut seconds = [0.0; 2];
        let mut done = 0;
        if with_groups {
            let graph = client.endpoint();
            let items = (0..UPDATES).map(|number| {
                let id = (number / 2).to_string();
                let is_group = number % 2 == 1;
                let stored = if is_group {
                    StoredRequest::new(&Group::update(id).description("R&D"), graph)
                } else {
                    StoredRequest::new(&User::update(id).department("R&D"), graph)
                };
                stored.map(|request| (usize::from(is_group), request))
            });
            let items = items.collect::<Result<Vec<_>, _>>()?;
            let mut outcomes = Bulk::new(&client).send(items);
            while let Some((kind, outcome)) = outcomes.next().await {
                outcome?;
                seconds[kind] = start.elapsed().as_secs_f64();
                done += 1;
            }
        } else {
            let updates =
                (0..UPDATES).map(|id| (id, User::update(id.to_string()).department("R&D")));
            let mut outcomes = Bulk::new(&client).send(updates);
            while let Some((_, outcome)) = outcomes.next().await {
                outcome?;
                seconds[0] = start.elapsed().as_secs_f64();
                done += 1;
            }
        }
        if done != UPDATES {
            return Err(format!("{done} of {UPDATES} updates have an outcome").into());
        }
        let requests = emulator.requests().into_iter();
        let requests: Vec<_> = requests.filter(RecordedRequest::is_in_batch).collect();
        let executed = requests
            .iter()
            .filter(|request| request.was_executed())
            .count();
        if executed != UPDATES as usize {
            return Err(format!("{executed} updates were executed instead of {UPDATES}").into());
        }
        Ok(Throttled {
            seconds,
            refused: refused(&requests),
            refused_once_settled: refused(&requests[requests.len() / 5..]),
        })
    })
}

fn refused(requests: &[RecordedRequest]) -> f64 {
    let refused = requests
        .iter()
        .filter(|request| request.response().status() == 429);
    let [refused, all] =
        [refused.count(), requests.len()].map(|count| u32::try_from(count).unwrap_or(u32::MAX));
    100.0 * f64::from(refused) / f64::from(all)
}

fn throttled(table: &mut Table) -> Result<()> {
    const TIME: Duration = Duration::from_secs(10);
    for (name, has_headers) in [("told by headers", true), ("found out", false)] {
        let limit = |requests| {
            let limit = RateLimit::new(requests, TIME);
            if has_headers {
                limit
            } else {
                limit.without_headers()
            }
        };
        let one = run(vec![limit(1000)], false)?;
        table.push(Row {
            name: format!("10,000 updates, 1,000 in 10 s, {name}"),
            unit: "s",
            ours: one.seconds[0].into(),
            baseline: Some(("the ideal", 100.0.into())),
            target: Target::Ratio(1.10),
            open: false,
        });
        table.push(Row {
            name: format!("of these, refused once settled, {name}"),
            unit: "%",
            ours: one.refused_once_settled.into(),
            baseline: Some(("in all", one.refused.into())),
            target: Target::Absolute(3.0),
            open: false,
        });
        let two = run(
            vec![limit(1000).below("/users"), limit(300).below("/groups")],
            true,
        )?;
        for (kind, rate, seconds) in [
            ("users", 100.0, two.seconds[0]),
            ("groups", 30.0, two.seconds[1]),
        ] {
            table.push(Row {
                name: format!("5,000 {kind} in turn with the others, {name}"),
                unit: "updates/s",
                ours: (5000.0 / seconds).into(),
                baseline: Some(("the ideal", rate.into())),
                target: Target::AtLeast(0.9),
                open: false,
            });
        }
    }
    Ok(())
}
