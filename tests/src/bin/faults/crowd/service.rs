//! The service for the concurrent updates, in a process of its own, so that its memory is not the client's.

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

/// The argument with which this program is the service.
pub(crate) const SERVE: &str = "--serve";
/// The number of windows in which the service accepts one update of each note, and their length.
const WINDOWS: usize = 50;
pub(super) const WINDOW: Duration = Duration::from_millis(100);

/// The answer of the service to a client that exceeds its limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Manner {
    /// The exact time to wait.
    Exact,
    /// Nothing more.
    Silent,
}

impl fmt::Display for Manner {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Exact => "exact",
            Self::Silent => "silent",
        })
    }
}

impl FromStr for Manner {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let manners = [Self::Exact, Self::Silent];
        let manner = manners
            .into_iter()
            .find(|manner| manner.to_string() == text);
        manner.ok_or_else(|| format!("`{text}` is no manner of a service"))
    }
}

/// Returns the number of requests that the service accepts in a window.
pub(super) const fn budget(notes: usize) -> usize {
    notes.div_ceil(WINDOWS)
}

/// The process, as its client sees it.
pub(super) struct Service {
    process: Child,
    output: BufReader<ChildStdout>,
}

/// The state of the service when it starts.
#[derive(Deserialize)]
pub(super) struct Started {
    pub(super) url: String,
    pub(super) ids: Vec<String>,
}

/// The state of the service when it ends.
#[derive(Deserialize)]
pub(super) struct Ended {
    pub(super) requests: usize,
    pub(super) executed: usize,
    pub(super) stored: usize,
}

impl Service {
    pub(super) fn start(notes: usize, manner: Manner) -> Result<(Self, Started)> {
        let mut command = Command::new(std::env::current_exe()?);
        command.args([SERVE, &notes.to_string(), &manner.to_string()]);
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

/// Serves so many notes until the input ends. It is what the process does.
pub(crate) fn serve(notes: usize, manner: Manner) -> Result<()> {
    let emulator = Emulator::builder().serve::<Note>().start()?;
    let ids = (0..notes).map(|number| {
        let note = json!({ "title": number.to_string(), "count": 0 });
        emulator.insert(NOTES, note)
    });
    let ids: Vec<_> = ids.collect::<Result<_, _>>()?;
    let throttled = match manner {
        Manner::Exact => Fault::status(429).retry_after(RetryAfter::Window),
        Manner::Silent => Fault::status(429),
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
