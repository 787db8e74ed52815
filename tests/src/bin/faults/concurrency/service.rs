//! The service of the concurrent updates, in a separate process so that its memory is not counted as that of the client.

use std::fmt;
use std::io::{BufRead, BufReader, Read};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::str::FromStr;
use std::time::Duration;

use graph_resource_emulator::{Emulator, Fault, RetryAfter, When};
use serde::Deserialize;
use serde_json::json;

use crate::Result;
use crate::operation::{NOTES, Note};

/// The argument that makes this program run as the service.
pub(crate) const SERVE: &str = "--serve";
/// The number of time windows in which the service executes an update of each note, and the length of a window.
const WINDOWS: usize = 50;
pub(super) const WINDOW: Duration = Duration::from_millis(100);

/// The `Retry-After` of throttled requests.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ThrottleMode {
    /// The exact wait.
    Exact,
    /// No header.
    Missing,
}

impl fmt::Display for ThrottleMode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Exact => "exact",
            Self::Missing => "missing",
        })
    }
}

impl FromStr for ThrottleMode {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let modes = [Self::Exact, Self::Missing];
        let mode = modes.into_iter().find(|mode| mode.to_string() == text);
        mode.ok_or_else(|| format!("`{text}` is not a mode of the service"))
    }
}

/// Returns the number of requests that the service executes in a window.
pub(super) const fn budget(notes: usize) -> usize {
    notes.div_ceil(WINDOWS)
}

/// A handle on the process.
pub(super) struct Service {
    process: Child,
    output: BufReader<ChildStdout>,
}

/// The message of the service when it has started.
#[derive(Deserialize)]
pub(super) struct Started {
    pub(super) url: String,
    pub(super) ids: Vec<String>,
}

/// The message of the service when it ends.
#[derive(Deserialize)]
pub(super) struct Ended {
    pub(super) requests: usize,
    pub(super) executed: usize,
    pub(super) stored: usize,
}

impl Service {
    pub(super) fn start(notes: usize, mode: ThrottleMode) -> Result<(Self, Started)> {
        let mut command = Command::new(std::env::current_exe()?);
        command.args([SERVE, &notes.to_string(), &mode.to_string()]);
        command.stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut process = command.spawn()?;
        let output = process.stdout.take().ok_or("the service has no output")?;
        let mut service = Self {
            process,
            output: BufReader::new(output),
        };
        let started = serde_json::from_str(&service.line()?)?;
        Ok((service, started))
    }

    pub(super) fn end(mut self) -> Result<Ended> {
        drop(self.process.stdin.take());
        let ended = serde_json::from_str(&self.line()?)?;
        self.process.wait()?;
        Ok(ended)
    }

    fn line(&mut self) -> Result<String> {
        let mut line = String::new();
        self.output.read_line(&mut line)?;
        Ok(line)
    }
}

/// Runs the service with the given number of notes until the input ends.
pub(crate) fn serve(notes: usize, mode: ThrottleMode) -> Result<()> {
    let emulator = Emulator::builder().serve::<Note>().start()?;
    let ids = (0..notes).map(|number| {
        let note = json!({ "title": number.to_string(), "count": 0 });
        emulator.insert(NOTES, note)
    });
    let ids: Vec<_> = ids.collect::<Result<_, _>>()?;
    let throttled = match mode {
        ThrottleMode::Exact => Fault::status(429).retry_after(RetryAfter::Window),
        ThrottleMode::Missing => Fault::status(429),
    };
    let exceeds = When::over(budget(notes) as u64, WINDOW);
    emulator.inject(throttled, exceeds)?;
    println!("{}", json!({ "url": emulator.url(), "ids": ids }));

    std::io::stdin().read_to_end(&mut Vec::new())?;
    let requests = emulator.requests();
    let executed = requests.iter().filter(|request| request.was_executed());
    let stored = ids.iter().filter(|id| {
        let note = emulator.get(&format!("{NOTES}/{id}"));
        note.is_some_and(|note| note["count"] == 1)
    });
    let (executed, stored) = (executed.count(), stored.count());
    let ended = json!({ "requests": requests.len(), "executed": executed, "stored": stored });
    println!("{ended}");
    Ok(())
}
