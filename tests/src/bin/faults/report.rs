//! The table of results, and the violations.

use std::fmt;
use std::time::Duration;

use crate::client::Adapter;
use crate::operation::Operation;
use crate::promise::Promise;
use crate::rows::Row;
use crate::test_bed::Outcome;

/// The runs of one operation with one fault.
pub(crate) struct Cell {
    pub(crate) promise: Promise,
    pub(crate) runs: usize,
    pub(crate) passed: usize,
    pub(crate) requests: usize,
    pub(crate) executions: usize,
    pub(crate) acknowledged: usize,
    /// The requested and the actual wait with the smallest difference.
    pub(crate) wait: Option<(Duration, Duration)>,
    /// The violations, each with its seed.
    pub(crate) violations: Vec<String>,
}

impl Cell {
    pub(crate) const fn new(promise: Promise) -> Self {
        Self {
            promise,
            runs: 0,
            passed: 0,
            requests: 0,
            executions: 0,
            acknowledged: 0,
            wait: None,
            violations: Vec::new(),
        }
    }

    pub(crate) fn add(&mut self, outcome: &Outcome, seed: u64, violations: &[String]) {
        self.runs += 1;
        self.requests += outcome.requests.len();
        self.executions += outcome.executions();
        self.acknowledged += usize::from(outcome.is_acknowledged());
        self.wait = closer(self.wait, outcome.closest_wait());
        if violations.is_empty() {
            self.passed += 1;
        } else {
            self.violations
                .push(format!("seed {seed}: {}", violations.join("; ")));
        }
    }
}

/// Returns the pair of waits with the smaller difference.
fn closer(
    one: Option<(Duration, Duration)>,
    other: Option<(Duration, Duration)>,
) -> Option<(Duration, Duration)> {
    let waits = one.into_iter().chain(other);
    waits.min_by_key(|(requested, waited)| waited.saturating_sub(*requested))
}

impl fmt::Display for Cell {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}/{}", self.promise, self.passed, self.runs)
    }
}

/// The cells of one fault over one adapter.
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
            .fold(None, closer)
            .map_or_else(String::new, |(requested, waited)| {
                format!(
                    "{:.3} s, {:.3} s",
                    requested.as_secs_f64(),
                    waited.as_secs_f64()
                )
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
        "| fault | over | {} | requests | executed | acknowledged | requested wait, actual |",
        operations.join(" | ")
    );
    println!(
        "| --- | --- |{} --: | --: | --: | --- |",
        " --- |".repeat(operations.len())
    );
}

/// Prints the violations, and returns their number.
pub(crate) fn print_violations(lines: &[Line<'_>]) -> usize {
    /// The number of violations that are printed for a cell.
    const SHOWN: usize = 3;
    let mut count = 0;
    for line in lines {
        for (cell, operation) in line.cells.iter().zip(Operation::ALL) {
            count += cell.violations.len();
            for violation in cell.violations.iter().take(SHOWN) {
                println!(
                    "{} over {}, {operation}, {violation}",
                    line.row.name, line.adapter
                );
            }
        }
    }
    count
}

/// Returns the totals of all lines.
pub(crate) fn summary(lines: &[Line<'_>]) -> String {
    let sum = |of: fn(&Cell) -> usize| lines.iter().map(|line| line.sum(of)).sum::<usize>();
    format!(
        "{} runs, {} as promised; {} requests, {} executed, {} acknowledged",
        sum(|cell| cell.runs),
        sum(|cell| cell.passed),
        sum(|cell| cell.requests),
        sum(|cell| cell.executions),
        sum(|cell| cell.acknowledged),
    )
}
