//! Uploads and downloads of a large file: by processes that are killed at random points, and as fast as a loop by hand.
//!
//! `cargo run --release -p graph-resource-tests --bin transfers -- [--short] [--megabytes N] [--kills N] [--rounds N] [--seed N]`
//!
//! The file must be the same, byte for byte, however often its transfer was killed, and a process must not take more memory than four fragments
//! beyond what it takes before it begins. The times are medians of rounds in which both take turns.

mod file;
mod kills;
mod speed;
mod worker;

use std::process::ExitCode;

type Result<T, E = Box<dyn std::error::Error + Send + Sync>> = std::result::Result<T, E>;

/// The size of a fragment of an upload, in bytes.
const FRAGMENT: u64 = 5 << 20;

struct Options {
    megabytes: usize,
    kills: u32,
    rounds: usize,
    seed: u64,
}

impl Options {
    fn parse(mut arguments: impl Iterator<Item = String>) -> Result<Self> {
        let mut options = Self {
            megabytes: 250,
            kills: 50,
            rounds: 9,
            seed: 1,
        };
        while let Some(argument) = arguments.next() {
            let mut value = || {
                let value = arguments.next();
                value.ok_or_else(|| format!("`{argument}` takes a value"))
            };
            match argument.as_str() {
                "--short" => (options.megabytes, options.kills, options.rounds) = (40, 6, 0),
                "--megabytes" => options.megabytes = value()?.parse()?,
                "--kills" => options.kills = value()?.parse()?,
                "--rounds" => options.rounds = value()?.parse()?,
                "--seed" => options.seed = value()?.parse()?,
                _ => {
                    let known = "--short, --megabytes N, --kills N, --rounds N, --seed N";
                    return Err(format!("`{argument}`: expected {known}").into());
                }
            }
        }
        Ok(options)
    }
}

#[tokio::main]
async fn main() -> ExitCode {
    let arguments: Vec<_> = std::env::args().skip(1).collect();
    let run = match &arguments[..] {
        [begin, kind, url, path] if begin == worker::ARGUMENT => worker::run(kind, url, path).await,
        _ => match Options::parse(arguments.into_iter()) {
            Ok(options) => run(&options).await,
            Err(error) => Err(error),
        },
    };
    match run {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn run(options: &Options) -> Result<()> {
    let length = options.megabytes * 1_000_000;
    for kind in ["upload", "download"] {
        kills::run(kind, length, options.kills, options.seed).await?;
    }
    if options.rounds > 0 {
        speed::run(length, options.rounds).await?;
    }
    Ok(())
}
