//! Checks annotated types against a folder of documented examples.
//!
//! `conformance --corpus FOLDER [--report FILE] [--bar PERCENT]`

use std::path::PathBuf;
use std::process::ExitCode;

use graph_resource_conformance::{batches, calls, corpus, queries, registry::Registry};

const USAGE: &str = "usage: conformance --corpus FOLDER [--report FILE] [--bar PERCENT]";

/// The command line.
struct Arguments {
    corpus: PathBuf,
    report: Option<PathBuf>,
    bar: f64,
}

fn main() -> ExitCode {
    match arguments(std::env::args().skip(1)).and_then(|arguments| run(&arguments)) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::from(2)
        }
    }
}

fn arguments(mut words: impl Iterator<Item = String>) -> Result<Arguments, String> {
    let (mut corpus, mut report, mut bar) = (None, None, 0.0);
    while let Some(option) = words.next() {
        let mut value = || {
            words
                .next()
                .ok_or_else(|| format!("`{option}` takes a value\n{USAGE}"))
        };
        match option.as_str() {
            "--corpus" => corpus = Some(PathBuf::from(value()?)),
            "--report" => report = Some(PathBuf::from(value()?)),
            "--bar" => {
                let percent = value()?;
                bar = percent
                    .trim_end_matches('%')
                    .parse()
                    .map_err(|error| format!("`--bar {percent}`: {error}"))?;
            }
            _ => return Err(format!("unknown argument `{option}`\n{USAGE}")),
        }
    }
    let corpus = corpus.ok_or(USAGE)?;
    Ok(Arguments {
        corpus,
        report,
        bar,
    })
}

/// Returns `true` if the bar is reached.
fn run(arguments: &Arguments) -> Result<bool, String> {
    let folder = &arguments.corpus;
    if !folder.is_dir() {
        return Err(format!(
            "there is no folder {}: the examples are no part of this project, name a folder that has them with `--corpus`",
            folder.display()
        ));
    }
    let unreadable = |error| format!("{} cannot be read: {error}", folder.display());
    let registry = Registry::new();
    let updates = corpus::updates(folder).map_err(unreadable)?;
    let mut report = graph_resource_conformance::run(&updates, &registry);
    let addressed = corpus::addressed(folder).map_err(unreadable)?;
    graph_resource_conformance::run_addresses(&addressed, &registry, &mut report);
    print!("{report}");
    let documented = corpus::with_query(folder).map_err(unreadable)?;
    let queries = queries::run(&documented);
    print!("\n{queries}");
    let examples = corpus::concepts(folder).map_err(unreadable)?;
    let examples = examples.iter().map(|(name, json)| (name.as_str(), json));
    let batches = batches::run(examples);
    print!("\n{batches}");
    let documented = corpus::calls(folder).map_err(unreadable)?;
    let calls = calls::run(&documented);
    print!("\n{calls}");
    if let Some(file) = &arguments.report {
        let json = serde_json::to_string_pretty(&report).map_err(|error| error.to_string())?;
        std::fs::write(file, json).map_err(|error| format!("{}: {error}", file.display()))?;
    }
    let is_reached = report.reaches(arguments.bar)
        && queries.failed.is_empty()
        && batches.failed.is_empty()
        && calls.failed.is_empty();
    if !is_reached {
        eprintln!("below the bar of {} %", arguments.bar);
    }
    Ok(is_reached)
}
