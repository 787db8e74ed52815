//! Injects every fault, and checks that the client keeps its promises.
//!
//! `cargo run --release -p graph-resource-tests --bin faults -- [--short] [--runs N] [--seed N] [--only TEXT] [--concurrent N]`
//!
//! Each line of the table is a fault, each column an operation: the promise, and the number of runs that kept it. A violation is printed with
//! its seed; `--only FAULT --seed SEED --runs 1` repeats that run, `--only concurrency` runs only the concurrent updates, and `--only neighbour`
//! only the requests to another service than the one that throttles. With `--features tls`, the failures of TLS, proxies and base URLs that will
//! not pass are checked as well, and `--only permanent` runs only these. Each fault is also met by a request in a batch, and by a batch, and by requests that lead
//! to other origins, which must not get the token.

mod batch;
mod check;
mod client;
mod concurrency;
mod elsewhere;
mod matrix;
mod memory;
mod neighbour;
mod operation;
#[cfg(feature = "tls")]
mod permanent;
mod promise;
mod report;
mod rows;
mod test_bed;

use std::process::ExitCode;

use client::Adapter;
use concurrency::ThrottleMode;
use matrix::Plan;
use rows::Row;

/// The name of the concurrent updates for `--only`.
const CONCURRENCY: &str = "concurrency";
/// The name of the requests to a neighbour of a throttled service for `--only`.
const NEIGHBOUR: &str = "neighbour";
/// The name of the failures that will not pass for `--only`.
#[cfg(feature = "tls")]
const PERMANENT: &str = "permanent";

type Result<T, E = Box<dyn std::error::Error>> = std::result::Result<T, E>;

struct Options {
    runs: usize,
    seed: u64,
    only: Option<String>,
    concurrent: usize,
}

impl Options {
    fn parse(mut arguments: impl Iterator<Item = String>) -> Result<Self> {
        let mut options = Self {
            runs: 50,
            seed: 1,
            only: None,
            concurrent: 10_000,
        };
        while let Some(argument) = arguments.next() {
            let mut value = || {
                let value = arguments.next();
                value.ok_or_else(|| format!("`{argument}` takes a value"))
            };
            match argument.as_str() {
                "--short" => (options.runs, options.concurrent) = (3, 200),
                "--runs" => options.runs = value()?.parse()?,
                "--seed" => options.seed = value()?.parse()?,
                "--only" => options.only = Some(value()?),
                "--concurrent" => options.concurrent = value()?.parse()?,
                _ => {
                    let known = "--short, --runs N, --seed N, --only TEXT, --concurrent N";
                    return Err(format!("`{argument}`: expected {known}").into());
                }
            }
        }
        Ok(options)
    }

    fn includes(&self, name: &str) -> bool {
        let only = self.only.as_deref();
        only.is_none_or(|only| name.contains(only))
    }
}

#[tokio::main]
async fn main() -> ExitCode {
    let arguments: Vec<_> = std::env::args().skip(1).collect();
    let run = match &arguments[..] {
        [serve, notes, mode] if serve == concurrency::SERVE => run_service(notes, mode),
        _ => match Options::parse(arguments.into_iter()) {
            Ok(options) => run(&options).await,
            Err(error) => Err(error),
        },
    };
    match run {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::from(2)
        }
    }
}

fn run_service(notes: &str, mode: &str) -> Result<bool> {
    concurrency::serve(notes.parse()?, mode.parse()?)?;
    Ok(true)
}

/// Runs everything that is chosen, and returns whether all promises were kept.
async fn run(options: &Options) -> Result<bool> {
    let rows: &'static [Row] = rows::rows().leak();
    let chosen: Vec<_> = rows
        .iter()
        .filter(|row| options.includes(row.name))
        .collect();
    let plan = Plan {
        runs: options.runs,
        seed: options.seed,
    };
    report::print_head();
    let lines = matrix::run(rows, &chosen, plan).await?;
    println!("\n{}", report::summary(&lines));
    let violations = report::print_violations(&lines);
    println!("{violations} violations");
    let mut is_kept = violations == 0;
    if !chosen.is_empty() {
        is_kept &= batch::run(&chosen, options.runs < 10).await?;
        is_kept &= elsewhere::run(&chosen, options.runs < 10).await?;
    }
    if options.includes(NEIGHBOUR) {
        is_kept &= run_neighbours().await?;
    }
    #[cfg(feature = "tls")]
    if options.includes(PERMANENT) {
        is_kept &= permanent::run().await?;
    }
    if options.includes(CONCURRENCY) && options.concurrent > 0 {
        for adapter in Adapter::ALL {
            for mode in [ThrottleMode::Exact, ThrottleMode::Missing] {
                is_kept &= concurrency::run(adapter, mode, options.concurrent).await?;
            }
        }
    }
    Ok(is_kept)
}

/// Throttles one service for a long time, and returns whether its neighbour is not affected.
async fn run_neighbours() -> Result<bool> {
    let mut is_kept = true;
    for adapter in Adapter::ALL {
        for status in [429, 503] {
            for retry_after in ["300", "1700000000"] {
                is_kept &= neighbour::run(adapter, status, retry_after).await?;
            }
        }
    }
    Ok(is_kept)
}
