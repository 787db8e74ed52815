//! One PATCH over loopback, sixty-four of them, and clients.

use std::time::Instant;

use crate::program::{Program, Times, has_valgrind};
use crate::samples::Samples;
use crate::server::Server;
use crate::table::{Row, Table, Target};
use crate::{Options, Result, crates, wrapper};

const TIMES: Times = Times(20, 120);
const IN_FLIGHT: u32 = 30_000;

/// Over one HTTP client: with this project, and by hand.
struct Over {
    client: &'static str,
    ours: &'static str,
    name: &'static str,
    by_hand: &'static str,
    target: f64,
}

const CLIENTS: [Over; 2] = [
    Over {
        client: "reqwest",
        ours: "ours_reqwest",
        name: "reqwest by hand",
        by_hand: "hand_reqwest",
        target: 1.05,
    },
    Over {
        client: "hyper",
        ours: "ours_hyper",
        name: "hyper-util by hand",
        by_hand: "hand_hyper",
        target: 1.10,
    },
];

pub(crate) fn measure(options: &Options, table: &mut Table) -> Result<()> {
    let program = Program::build("cost-wire", None)?;
    let server = Server::start(program.command("cost-wire"))?;
    let program = program.with_server(server.port);
    round_trips(&program, options, table)?;
    if options.short {
        return Ok(());
    }
    for over in &CLIENTS {
        in_flight(&program, table, over)?;
    }
    clients(&program, table, server.port)?;
    if has_valgrind() {
        peers(&program, table, server.port)?;
    }
    Ok(())
}

fn round_trips(program: &Program, options: &Options, table: &mut Table) -> Result<()> {
    let repeat = if options.short { 1 } else { 3 };
    let counts_instructions = has_valgrind();
    for over in &CLIENTS {
        let what = format!("a PATCH and its answer, over {}", over.client);
        let [ours, by_hand] = [over.ours, over.by_hand].map(|who| format!("{who}::round_trip"));
        if counts_instructions {
            let baseline = program.instructions(&by_hand, TIMES, repeat)?;
            table.push(Row {
                name: what.clone(),
                unit: "instructions",
                ours: program.instructions(&ours, TIMES, repeat)?,
                baseline: Some((over.name, baseline)),
                target: Target::Ratio(over.target),
                open: false,
            });
        }
        let baseline = program.allocations(&by_hand, TIMES)?.count;
        table.push(Row {
            name: what,
            unit: "allocations",
            ours: program.allocations(&ours, TIMES)?.count.into(),
            baseline: Some((over.name, baseline.into())),
            target: Target::Ratio(over.target),
            open: false,
        });
    }
    Ok(())
}

/// The cost of a client beyond its transport.
fn clients(program: &Program, table: &mut Table, port: u16) -> Result<()> {
    const CLIENTS: u32 = 100;
    let [few, many] =
        [0, CLIENTS].map(|clients| program.allocations("ours::idle", Times(0, clients)));
    table.push(Row {
        name: "an idle client, beyond its transport".to_owned(),
        unit: "bytes",
        ours: ((many?.kept - few?.kept) / f64::from(CLIENTS)).into(),
        baseline: None,
        target: Target::Absolute(1024.0),
        open: false,
    });
    if has_valgrind() {
        let with_tls = Program::build("cost-wire", Some("tls"))?.with_server(port);
        let times = Times(1, 2);
        let baseline = with_tls.instructions("hand_reqwest::construction", times, 3)?;
        table.push(Row {
            name: "setting up a client with TLS, over reqwest".to_owned(),
            unit: "instructions",
            ours: with_tls.instructions("ours_reqwest::construction", times, 3)?,
            baseline: Some(("reqwest by hand", baseline)),
            target: Target::Ratio(1.1),
            open: false,
        });
    }
    Ok(())
}

/// The same PATCH with others' crates.
fn peers(program: &Program, table: &mut Table, port: u16) -> Result<()> {
    let theirs = match Program::build("cost-peers", None) {
        Ok(theirs) => theirs.with_server(port),
        Err(error) => {
            eprintln!(
                "skipped: the peers cannot be built, so nothing is compared with them: {error}"
            );
            return Ok(());
        }
    };
    let ours = program.instructions("ours_hyper::round_trip", TIMES, 3)?;
    for (name, scenario, target) in [
        ("azure_core", "azure_core::round_trip", 0.45),
        ("graph-rs-sdk", "graph_rs_sdk::round_trip", 0.34),
    ] {
        table.push(Row {
            name: "a PATCH and its answer, over hyper".to_owned(),
            unit: "instructions",
            ours: ours.clone(),
            baseline: Some((name, theirs.instructions(scenario, TIMES, 3)?)),
            target: Target::Ratio(target),
            open: false,
        });
    }
    Ok(())
}

/// Throughput, and the CPU time of the client, one after the other in turn.
fn in_flight(program: &Program, table: &mut Table, over: &Over) -> Result<()> {
    let scenarios = [over.ours, over.by_hand].map(|who| format!("{who}::in_flight"));
    let what = format!("64 updates in flight, over {}", over.client);
    let mut throughput = [Samples::default(), Samples::default()];
    let mut cpu = [Samples::default(), Samples::default()];
    for _ in 0..5 {
        for (index, scenario) in scenarios.iter().enumerate() {
            let mut command = program.command("cost-wire");
            command.args([scenario, &IN_FLIGHT.to_string()]);
            let (start, before) = (Instant::now(), wrapper::children()?);
            crates::succeed(&mut command)?;
            let times = f64::from(IN_FLIGHT);
            throughput[index].push(times / start.elapsed().as_secs_f64());
            cpu[index].push((wrapper::children()? - before) / times * 1e6);
        }
    }
    let [ours, theirs] = throughput;
    table.push(Row {
        name: what.clone(),
        unit: "requests/s",
        ours,
        baseline: Some((over.name, theirs)),
        target: Target::AtLeast(0.95),
        open: false,
    });
    let [ours, theirs] = cpu;
    table.push(Row {
        name: what,
        unit: "µs of CPU per request",
        ours,
        baseline: Some((over.name, theirs)),
        target: Target::None,
        open: false,
    });
    Ok(())
}
