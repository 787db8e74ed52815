//! Measures the costs of this project, compared with hand-written code, derives and other crates.
//!
//! `cargo run --release -p graph-resource-tests --bin cost -- [PART…] [--json FILE] [--short]`; what is measured and how is in
//! `docs/cost.md`. With `--short` it counts instructions and allocations only, and fails where a target that was met is no more.

mod addresses;
mod build;
mod bulk;
mod compile;
mod crates;
mod expansion;
mod generate;
mod http;
mod json;
mod machine;
mod packages;
mod paging;
mod program;
mod samples;
mod server;
mod size;
mod table;
mod wrapper;

use std::error::Error;
use std::path::PathBuf;
use std::process::ExitCode;

use table::Table;

type Result<T, E = Box<dyn Error>> = std::result::Result<T, E>;

/// The parts by name, and the functions that measure them.
const PARTS: [Part; 11] = [
    Part {
        name: "json",
        in_short: true,
        measure: json::measure,
    },
    Part {
        name: "http",
        in_short: true,
        measure: http::measure,
    },
    Part {
        name: "paging",
        in_short: true,
        measure: paging::measure,
    },
    Part {
        name: "batch",
        in_short: true,
        measure: bulk::measure_updates,
    },
    Part {
        name: "bulk",
        in_short: true,
        measure: bulk::measure_runs,
    },
    Part {
        name: "packages",
        in_short: false,
        measure: packages::measure,
    },
    Part {
        name: "expansion",
        in_short: false,
        measure: expansion::measure,
    },
    Part {
        name: "compile",
        in_short: false,
        measure: compile::measure,
    },
    Part {
        name: "addresses",
        in_short: false,
        measure: addresses::measure,
    },
    Part {
        name: "size",
        in_short: false,
        measure: size::measure,
    },
    Part {
        name: "build",
        in_short: false,
        measure: build::measure,
    },
];

struct Part {
    name: &'static str,
    in_short: bool,
    measure: fn(&Options, &mut Table) -> Result<()>,
}

#[derive(Default)]
struct Options {
    parts: Vec<String>,
    json: Option<PathBuf>,
    short: bool,
}

impl Options {
    fn parse(mut arguments: impl Iterator<Item = String>) -> Result<Self> {
        let mut options = Self::default();
        while let Some(argument) = arguments.next() {
            match argument.as_str() {
                "--short" => options.short = true,
                "--json" => {
                    let file = arguments
                        .next()
                        .ok_or("`--json` needs the name of a file")?;
                    options.json = Some(file.into());
                }
                name if PARTS.iter().any(|part| part.name == name) => options.parts.push(argument),
                _ => {
                    let names = PARTS.map(|part| part.name).join(" ");
                    return Err(format!(
                        "`{argument}`: expected --short, --json FILE or parts of {names}"
                    )
                    .into());
                }
            }
        }
        Ok(options)
    }

    fn asks_for(&self, part: &Part) -> bool {
        if self.parts.is_empty() {
            part.in_short || !self.short
        } else {
            self.parts.iter().any(|name| name == part.name)
        }
    }
}

fn main() -> ExitCode {
    if let Some(log) = wrapper::log() {
        return wrapper::run(&log);
    }
    match run() {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<ExitCode> {
    let options = Options::parse(std::env::args().skip(1))?;
    println!("{}\n", machine::describe());
    let mut table = Table::default();
    for part in PARTS.iter().filter(|part| options.asks_for(part)) {
        eprintln!("== {}", part.name);
        (part.measure)(&options, &mut table)?;
    }
    table.print();
    if let Some(file) = &options.json {
        std::fs::write(file, table.to_json()?)?;
    }
    let regressions = table.regressions();
    if options.short && !regressions.is_empty() {
        eprintln!("\nno longer met: {}", regressions.join(", "));
        return Ok(ExitCode::FAILURE);
    }
    Ok(ExitCode::SUCCESS)
}
