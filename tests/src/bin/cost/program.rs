//! Measured programs: how many instructions and allocations a scenario takes.

use std::path::PathBuf;
use std::process::Command;

use crate::samples::Samples;
use crate::{Result, crates};

/// The two numbers of repetitions of a scenario: the difference between them is measured, without start and warm-up.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Times(pub(crate) u32, pub(crate) u32);

impl Times {
    const fn difference(self) -> u32 {
        self.1 - self.0
    }
}

/// A program with scenarios, and its twin under a counting allocator.
#[derive(Debug)]
pub(crate) struct Program {
    folder: PathBuf,
    name: &'static str,
    port: Option<u16>,
}

/// The allocations of a scenario.
#[derive(Debug)]
pub(crate) struct Allocations {
    /// Per time.
    pub(crate) count: f64,
    /// The most bytes at once, over those that are kept.
    pub(crate) peak: f64,
    /// Bytes that are kept, each time.
    pub(crate) kept: f64,
}

/// Returns `true` if `valgrind` is installed. Without it, no instructions are counted, and a message says so.
pub(crate) fn has_valgrind() -> bool {
    let has = Command::new("valgrind").arg("--version").output().is_ok();
    if !has {
        eprintln!(
            "skipped: there is no valgrind (`apt-get install valgrind`), so no instructions are counted"
        );
    }
    has
}

/// Runs a command under callgrind, and returns the instructions.
pub(crate) fn collected(command: &mut Command) -> Result<f64> {
    let output = command.output()?;
    let said = String::from_utf8_lossy(&output.stderr);
    let collected = said.lines().find_map(|line| line.split_once("Collected :"));
    match collected {
        Some((_, collected)) if output.status.success() => Ok(collected.trim().parse()?),
        _ => Err(format!("it failed under valgrind: {said}").into()),
    }
}

impl Program {
    pub(crate) fn build(name: &'static str, features: Option<&str>) -> Result<Self> {
        let folder = crates::build(name, features)?;
        Ok(Self {
            folder,
            name,
            port: None,
        })
    }

    /// The same, talking to a server at this port of loopback.
    pub(crate) fn with_server(mut self, port: u16) -> Self {
        self.port = Some(port);
        self
    }

    pub(crate) fn command(&self, program: &str) -> Command {
        self.set_up(Command::new(self.folder.join(program)))
    }

    fn set_up(&self, mut command: Command) -> Command {
        // A backtrace per error would be measured as well.
        command.env_remove("RUST_BACKTRACE");
        if let Some(port) = self.port {
            command.env("COST_PORT", port.to_string());
        }
        command
    }

    /// Instructions per time, as callgrind counts them.
    pub(crate) fn instructions(
        &self,
        scenario: &str,
        times: Times,
        repeat: usize,
    ) -> Result<Samples> {
        let difference = f64::from(times.difference());
        (0..repeat)
            .map(|_| {
                let [few, many] = [
                    self.collected(scenario, times.0)?,
                    self.collected(scenario, times.1)?,
                ];
                Ok((many - few) / difference)
            })
            .collect()
    }

    fn collected(&self, scenario: &str, times: u32) -> Result<f64> {
        let mut command = self.set_up(Command::new("valgrind"));
        command
            .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
            .arg(self.folder.join(self.name))
            .args([scenario, &times.to_string()]);
        collected(&mut command).map_err(|error| format!("{scenario}: {error}").into())
    }

    pub(crate) fn allocations(&self, scenario: &str, times: Times) -> Result<Allocations> {
        let counted = |times: u32| -> Result<[f64; 3]> {
            let mut command = self.command(&format!("{}-counted", self.name));
            let said = crates::succeed(command.args([scenario, &times.to_string()]))?;
            let numbers: Vec<f64> = said
                .split_whitespace()
                .map(str::parse)
                .collect::<Result<_, _>>()?;
            <[f64; 3]>::try_from(numbers).map_err(|_| "three numbers were expected".into())
        };
        let ([few, _, kept_by_few], [many, peak, kept]) = (counted(times.0)?, counted(times.1)?);
        let difference = f64::from(times.difference());
        Ok(Allocations {
            // A buffer that grows now and then is no allocation per time.
            count: ((many - few) / difference).round(),
            peak,
            kept: kept.max(kept_by_few),
        })
    }
}
