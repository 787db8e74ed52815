//! The table of results, and the broken promises.

use std::fmt;
use std::time::Duration;

use crate::client::Adapter;
use crate::operation::Operation;
use crate::promise::Promise;
use crate::rows::Row;
use crate::trial::Outcome;

/// All runs of one operation that meets one fault.
pub(crate) struct Cell {
    pub(crate) promise: Promise,
    pub(crate) runs: usize,
    pub(crate) kept: usize,
    pub(crate) requests: usize,
    pub(crate) executions: usize,
    pub(crate) acknowledged: usize,
    /// The requested wait, and the shortest observed one.
    pub(crate) wait: Option<(Duration, Duration)>,
    /// The broken promises. Each begins with its seed.
    pub(crate) flaws: Vec<String>,
}

impl Cell {
    pub(crate) const fn new(promise: Promise) -> Self {
        Self {
            promise,
            runs: 0,
            kept: 0,
            requests: 0,
            executions: 0,
            acknowledged: 0,
            wait: None,
            flaws: Vec::new(),
        }
    }

    pub(crate) fn add(&mut self, outcome: &Outcome, seed: u64, flaws: &[String]) {
        self.runs += 1;
        self.requests += outcome.requests.len();
        self.executions += outcome.executions();
        self.acknowledged += usize::from(outcome.is_acknowledged());
        self.wait = shorter(self.wait, outcome.slack());
        if flaws.is_empty() {
            self.kept += 1;
        } else {
            self.flaws
                .push(format!("seed {seed}: {}", flaws.join("; ")));
        }
    }
}

/// The one that exceeds less what was told.
fn shorter(
    one: Option<(Duration, Duration)>,
    other: Option<(Duration, Duration)>,
) -> Option<(Duration, Duration)> {
    let waits = one.into_iter().chain(other);
    waits.min_by_key(|(told, waited)| waited.saturating_sub(*told))
}

impl fmt::Display for Cell {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}/{}", self.promise, self.kept, self.runs)
    }
}

/// One fault over one adapter.
pub(crate) struct Line<'r> {
    pub(crate) row: &'r Row,
    pub(crate) adapter: Adapter,
    /// In the order of the operations.
    pub(crate) cells: Vec<Cell>,
}

impl Line<'_> {
    fn sum(&self, of: impl Fn(&Cell) -> usize) -> usize {
        self.cells.iter().map(of).sum()
    }

    fn wait(&self) -> String {
        let waits = self.cells.iter().map(|cell| cell.wait);
        waits
            .fold(None, shorter)
            .map_or_else(String::new, |(told, waited)| {
                format!("{:.3} s, {:.3} s", told.as_secs_f64(), waited.as_secs_f64())
            })
    }
}

impl fmt::Display for Line<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "| {} | {} |", self.row.name, self.adapter)?;
        for cell in &self.cells {
            write!(f, " {cell} |")?;
        }
        let counts = [
            self.sum(|cell| cell.requests),
            self.sum(|cell| cell.executions),
            self.sum(|cell| cell.acknowledged),
        ];
        for count in counts {
            write!(f, " {count} |")?;
        }
        write!(f, " {} |", self.wait())
    }
}

pub(crate) fn print_head() {
    let operations = Operation::ALL.map(|operation| operation.to_string());
    println!(
        "| fault | over | {} | requests | executed | acknowledged | told, waited at least |",
        operations.join(" | ")
    );
    println!(
        "| --- | --- |{} --: | --: | --: | --- |",
        " --- |".repeat(operations.len())
    );
}

/// Prints what was not as promised, and says how much that is.
pub(crate) fn print_flaws(lines: &[Line<'_>]) -> usize {
    /// Of one cell. More of the same would not say more.
    const SHOWN: usize = 3;
    let mut count = 0;
    for line in lines {
        for (cell, operation) in line.cells.iter().zip(Operation::ALL) {
            count += cell.flaws.len();
            for flaw in cell.flaws.iter().take(SHOWN) {
                println!(
                    "{} over {}, {operation}, {flaw}",
                    line.row.name, line.adapter
                );
            }
        }
    }
    count
}

/// Returns the totals as text.
pub(crate) fn summary(lines: &[Line<'_>]) -> String {
    let sum = |of: fn(&Cell) -> usize| lines.iter().map(|line| line.sum(of)).sum::<usize>();
    format!(
        "{} runs, {} as promised; {} requests, {} executed, {} acknowledged",
        sum(|cell| cell.runs),
        sum(|cell| cell.kept),
        sum(|cell| cell.requests),
        sum(|cell| cell.executions),
        sum(|cell| cell.acknowledged),
    )
}
