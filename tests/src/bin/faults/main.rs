//! Injects every fault into every operation, and checks the promises of the client.
//!
//! `cargo run --release -p graph-resource-tests --bin faults -- [--short] [--runs N] [--seed N] [--only TEXT] [--concurrent N]`
//!
//! Each line of the table is a fault, each column an operation: what is promised, and in how many runs it was so. A run that is not as
//! promised is printed with its seed; `--only FAULT --seed SEED --runs 1` is that run alone, and
//! `--only crowd` are the updates that are sent at once.

mod client;
mod crowd;
mod matrix;
mod memory;
mod operation;
mod promise;
mod report;
mod rows;
mod trial;
mod verdict;

use std::process::ExitCode;

use client::Adapter;
use crowd::Manner;
use matrix::Extent;
use rows::Row;

/// The name of the concurrent updates.
const CROWD: &str = "crowd";

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

    fn asks_for(&self, name: &str) -> bool {
        let only = self.only.as_deref();
        only.is_none_or(|only| name.contains(only))
    }
}

#[tokio::main]
async fn main() -> ExitCode {
    let arguments: Vec<_> = std::env::args().skip(1).collect();
    let run = match &arguments[..] {
        [serve, notes, manner] if serve == crowd::SERVE => be_the_service(notes, manner),
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

fn be_the_service(notes: &str, manner: &str) -> Result<bool> {
    crowd::serve(notes.parse()?, manner.parse()?)?;
    Ok(true)
}

/// Returns `true` if all promises were kept.
async fn run(options: &Options) -> Result<bool> {
    let rows: &'static [Row] = rows::rows().leak();
    let chosen: Vec<_> = rows
        .iter()
        .filter(|row| options.asks_for(row.name))
        .collect();
    let extent = Extent {
        runs: options.runs,
        seed: options.seed,
    };
    report::print_head();
    let lines = matrix::run(rows, &chosen, extent).await?;
    println!("\n{}", report::summary(&lines));
    let flaws = report::print_flaws(&lines);
    println!("{flaws} violations");
    let mut is_kept = flaws == 0;
    if options.asks_for(CROWD) && options.concurrent > 0 {
        for adapter in Adapter::ALL {
            for manner in [Manner::Exact, Manner::Silent] {
                is_kept &= crowd::run(adapter, manner, options.concurrent).await?;
            }
        }
    }
    Ok(is_kept)
}
