//! The results as text and as JSON.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use serde::Serialize;

use super::corpus::{self, Record};
use super::trial::Outcome;

/// The results of a run.
#[derive(Debug, Default, Serialize)]
pub struct Report {
    pub total: Count,
    pub types: BTreeMap<String, Count>,
    /// The addresses, each counted once for a type and a method.
    pub addresses: Count,
    /// The paths of the addresses that passed, in lower case, with `{}` for each parameter.
    pub distinct_addresses: BTreeSet<String>,
    pub failures: Vec<Reason>,
    pub excluded: Vec<Reason>,
    /// The number of examples that needed each normalisation.
    pub normalised: BTreeMap<String, usize>,
    /// The number of examples that are excluded for each reason.
    pub exclusions: BTreeMap<&'static str, usize>,
}

/// The numbers of examples.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Count {
    pub tried: usize,
    pub passed: usize,
    pub excluded: usize,
    /// Of those that passed, the ones whose response was compared as well.
    pub with_response: usize,
}

impl Count {
    fn add(&mut self, outcome: &Outcome) {
        match outcome {
            Outcome::Passed(passed) => {
                self.tried += 1;
                self.passed += 1;
                self.with_response += usize::from(passed.with_response);
            }
            Outcome::Failed(_) => self.tried += 1,
            Outcome::Excluded(_) => self.excluded += 1,
        }
    }

    /// Returns the percentage of the tried ones that passed; zero if none was tried.
    #[expect(
        clippy::cast_precision_loss,
        reason = "there are some hundred examples"
    )]
    pub fn percentage(&self) -> f64 {
        if self.tried == 0 {
            return 0.0;
        }
        self.passed as f64 * 100.0 / self.tried as f64
    }
}

/// Why an example did not pass.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Reason {
    pub id: String,
    pub reason: String,
}

impl Report {
    /// Counts one example.
    pub fn add(&mut self, record: &Record, outcome: Outcome) {
        let name = record.documented_type.clone().unwrap_or_default();
        let of_type = self.types.entry(name).or_default();
        let id = record.id.clone();
        for count in [&mut self.total, of_type] {
            count.add(&outcome);
        }
        self.settle(id, outcome);
    }

    /// Counts one address of an example.
    pub fn add_address(&mut self, record: &Record, outcome: Outcome) {
        self.addresses.add(&outcome);
        if let Outcome::Passed(passed) = &outcome {
            self.distinct_addresses
                .insert(corpus::pattern(passed.template));
        }
        self.settle(record.id.clone(), outcome);
    }

    fn settle(&mut self, id: String, outcome: Outcome) {
        match outcome {
            Outcome::Passed(passed) => {
                for normalisation in passed.normalised {
                    *self
                        .normalised
                        .entry(normalisation.to_string())
                        .or_default() += 1;
                }
            }
            Outcome::Failed(reason) => self.failures.push(Reason { id, reason }),
            Outcome::Excluded(exclusion) => {
                *self.exclusions.entry(exclusion.reason()).or_default() += 1;
                let reason = exclusion.to_string();
                self.excluded.push(Reason { id, reason });
            }
        }
    }

    /// Returns `true` if at least `percent` of the tried examples passed, and of the tried addresses if there are any.
    pub fn reaches(&self, percent: f64) -> bool {
        let are_addresses_met = self.addresses.tried == 0 || self.addresses.percentage() >= percent;
        self.total.percentage() >= percent && are_addresses_met
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let row = |f: &mut fmt::Formatter<'_>, name: &str, count: &Count| {
            let failed = count.tried - count.passed;
            let Count {
                tried,
                passed,
                excluded,
                with_response,
            } = count;
            writeln!(
                f,
                "{name:<70} {tried:>5} {passed:>6} {failed:>6} {excluded:>8} {with_response:>9}"
            )
        };
        writeln!(
            f,
            "{:<70} tried passed failed excluded responses",
            "documented updates"
        )?;
        for (name, count) in &self.types {
            row(f, name, count)?;
        }
        row(f, "total", &self.total)?;
        row(f, "addresses of gets, lists and updates", &self.addresses)?;
        list(f, "failed", &self.failures)?;
        list(f, "excluded", &self.excluded)?;
        counts(f, "excluded, by reason", self.exclusions.iter())?;
        counts(f, "taken for equal", self.normalised.iter())?;
        writeln!(
            f,
            "\n{} types, {:.2} % passed; {} distinct addresses, {:.2} % of the tried ones passed",
            self.types.len(),
            self.total.percentage(),
            self.distinct_addresses.len(),
            self.addresses.percentage()
        )
    }
}

fn list(f: &mut fmt::Formatter<'_>, title: &str, reasons: &[Reason]) -> fmt::Result {
    if reasons.is_empty() {
        return Ok(());
    }
    writeln!(f, "\n{title}:")?;
    reasons
        .iter()
        .try_for_each(|Reason { id, reason }| writeln!(f, "  {id}\n    {reason}"))
}

fn counts<'a, N: fmt::Display + 'a>(
    f: &mut fmt::Formatter<'_>,
    title: &str,
    mut counts: impl Iterator<Item = (&'a N, &'a usize)>,
) -> fmt::Result {
    writeln!(f, "\n{title}:")?;
    counts.try_for_each(|(what, count)| writeln!(f, "  {count:>5}  {what}"))
}
