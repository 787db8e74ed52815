//! One PATCH over loopback, sixty-four of them, and clients.

use std::time::Instant;

use crate::program::{Program, Times, has_valgrind};
use crate::samples::Samples;
use crate::server::Server;
use crate::table::{Row, Table, Target};
use crate::{Options, Result, crates, wrapper};

const TIMES: Times = Times(20, 120);
const IN_FLIGHT: u32 = 30_000;

const ROUND_TRIPS: [(&str, &str, &str, &str, Target); 1] = [(
    "a PATCH and its answer, over reqwest",
    "ours_reqwest::round_trip",
    "reqwest by hand",
    "hand_reqwest::round_trip",
    Target::Ratio(1.05),
)];

pub(crate) fn measure(options: &Options, table: &mut Table) -> Result<()> {
    let program = Program::build("cost-wire", None)?;
    let server = Server::start(program.command("cost-wire"))?;
    let program = program.with_server(server.port);
    let repeat = if options.short { 1 } else { 3 };
    let counts_instructions = has_valgrind();
    for (what, ours, name, baseline, target) in ROUND_TRIPS {
        if counts_instructions {
            table.push(Row {
                name: what.to_owned(),
                unit: "instructions",
                ours: program.instructions(ours, TIMES, repeat)?,
                baseline: Some((name, program.instructions(baseline, TIMES, repeat)?)),
                target,
                open: false,
            });
        }
        let baseline = program.allocations(baseline, TIMES)?.count;
        table.push(Row {
            name: what.to_owned(),
            unit: "allocations",
            ours: program.allocations(ours, TIMES)?.count.into(),
            baseline: Some((name, baseline.into())),
            target: Target::None,
            open: false,
        });
    }
    if options.short {
        return Ok(());
    }
    let [what, name] = ["64 updates in flight, over reqwest", "reqwest by hand"];
    in_flight(
        &program,
        table,
        what,
        "ours_reqwest::in_flight",
        name,
        "hand_reqwest::in_flight",
    )
}

/// Throughput, and the CPU time of the client, one after the other in turn.
fn in_flight(
    program: &Program,
    table: &mut Table,
    what: &str,
    ours: &str,
    name: &'static str,
    baseline: &str,
) -> Result<()> {
    let mut throughput = [Samples::default(), Samples::default()];
    let mut cpu = [Samples::default(), Samples::default()];
    for _ in 0..5 {
        for (index, scenario) in [ours, baseline].into_iter().enumerate() {
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
        name: what.to_owned(),
        unit: "requests/s",
        ours,
        baseline: Some((name, theirs)),
        target: Target::AtLeast(0.95),
        open: false,
    });
    let [ours, theirs] = cpu;
    table.push(Row {
        name: what.to_owned(),
        unit: "µs of CPU per request",
        ours,
        baseline: Some((name, theirs)),
        target: Target::None,
        open: false,
    });
    Ok(())
}
