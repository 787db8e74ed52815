//! Transfers whose process is killed at random points.

use std::process::Stdio;
use std::time::Duration;

use graph_resource_emulator::{Fault, When};
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::Command;

use crate::file::{TemporaryFile, content, service};
use crate::{FRAGMENT, Result, worker};

/// What became of a process.
struct Ended {
    was_killed: bool,
    /// The memory that it took beyond that before it began, in bytes.
    memory: u64,
}

pub(crate) async fn run(kind: &str, length: usize, kills: u32, seed: u64) -> Result<()> {
    let expected: &'static [u8] = content(length).leak();
    let emulator = service(expected)?;
    // One in ten requests fails besides.
    emulator.inject(
        Fault::hang_up().after_execution(),
        When::chance(0.05, seed).elsewhere(),
    )?;
    emulator.inject(
        Fault::status(503).retry_after("0.01"),
        When::chance(0.05, seed + 1).elsewhere(),
    )?;
    let file = TemporaryFile::new(kind);
    if kind == "upload" {
        std::fs::write(&file.0, expected)?;
    }
    let mut random = fastrand::Rng::with_seed(seed);
    // Not at the very end, where a process has done its work before it can be killed.
    let most = length as u64 / 10 * 9;
    let mut points: Vec<_> = (0..kills).map(|_| random.u64(0..most)).collect();
    points.sort_unstable();
    let mut points = points.into_iter();
    let (mut processes, mut killed, mut memory) = (0, 0, 0);
    loop {
        processes += 1;
        let kill = points.next().map(|at| Kill {
            at,
            pause: Duration::from_micros(random.u64(0..2_000)),
        });
        let is_last = kill.is_none();
        let ended = process(kind, emulator.url(), file.argument()?, kill).await?;
        emulator.clear_requests();
        killed += u32::from(ended.was_killed);
        memory = memory.max(ended.memory);
        if is_last {
            break;
        }
    }
    if kind == "download" && std::fs::read(&file.0)? != expected {
        return Err("the file is another one".into());
    }
    println!(
        "{kind} of {length} bytes: killed {killed} times in {processes} processes, the same bytes; at most {} kB more memory, {} % of four fragments",
        memory / 1_000,
        100 * memory / (4 * FRAGMENT),
    );
    if memory > 4 * FRAGMENT {
        return Err("a process took more memory than four fragments".into());
    }
    Ok(())
}

/// When a process is killed.
struct Kill {
    /// When it has said that it is here, or further.
    at: u64,
    /// And after this time.
    pause: Duration,
}

async fn process(kind: &str, url: &str, path: &str, kill: Option<Kill>) -> Result<Ended> {
    let mut child = Command::new(std::env::current_exe()?)
        .args([worker::ARGUMENT, kind, url, path])
        .stdout(Stdio::piped())
        .spawn()?;
    let output = child.stdout.take().ok_or("there is no output")?;
    let mut lines = BufReader::new(output).lines();
    let (mut before, mut peak) = (0, 0);
    let mut was_killed = false;
    while let Some(line) = lines.next_line().await? {
        let (what, number) = line.split_once(' ').ok_or("a line is not understood")?;
        let number: u64 = number.parse()?;
        match what {
            "memory" => before = number,
            "peak" => peak = number,
            _ => {
                if let Some(kill) = kill.as_ref().filter(|kill| number >= kill.at) {
                    tokio::time::sleep(kill.pause).await;
                    peak = peak_of(child.id()).unwrap_or(peak);
                    child.start_kill()?;
                    was_killed = true;
                    break;
                }
            }
        }
    }
    let status = child.wait().await?;
    if !was_killed && !status.success() {
        return Err(format!("the process has failed: {status}").into());
    }
    Ok(Ended {
        // It may have ended before it could be killed.
        was_killed: was_killed && !status.success(),
        memory: peak.saturating_sub(before),
    })
}

/// Returns the most memory that a process has taken, in bytes.
fn peak_of(process: Option<u32>) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{}/status", process?)).ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kibibytes: u64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kibibytes << 10)
}
