//! The figures, as a table and as JSON.

use serde_json::{Value, json};

use crate::Result;
use crate::samples::Samples;

/// The target of a row.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Target {
    /// The ratio is at most this.
    Ratio(f64),
    /// The ratio is at least this: more is better.
    AtLeast(f64),
    /// Our own figure is at most this.
    Absolute(f64),
    /// Shown for orientation.
    None,
}

#[derive(Debug)]
pub(crate) struct Row {
    pub(crate) name: String,
    pub(crate) unit: &'static str,
    pub(crate) ours: Samples,
    /// The name and the figure of the comparison.
    pub(crate) baseline: Option<(&'static str, Samples)>,
    pub(crate) target: Target,
    /// `true` if the target is known to be missed, so that missing it is no regression.
    pub(crate) open: bool,
}

/// The factor by which a figure may miss its target before it counts as a regression: counts differ a little between runs.
const TOLERANCE: f64 = 0.02;

impl Row {
    fn ratio(&self) -> Option<f64> {
        let (_, baseline) = self.baseline.as_ref()?;
        let ratio = self.ours.median() / baseline.median();
        ratio.is_finite().then_some(ratio)
    }

    /// Returns `true` if the target is met within the tolerance.
    fn is_met(&self, tolerance: f64) -> Option<bool> {
        match self.target {
            Target::Ratio(most) => Some(self.ratio()? <= most * (1.0 + tolerance)),
            Target::AtLeast(least) => Some(self.ratio()? >= least * (1.0 - tolerance)),
            Target::Absolute(most) => Some(self.ours.median() <= most * (1.0 + tolerance)),
            Target::None => None,
        }
    }

    fn target(&self) -> String {
        match self.target {
            Target::Ratio(most) => format!("≤ {most:.2} ×"),
            Target::AtLeast(least) => format!("≥ {least:.2} ×"),
            Target::Absolute(most) => format!("≤ {}", figure(most)),
            Target::None => String::new(),
        }
    }

    fn cells(&self) -> [String; 8] {
        let shown = |samples: &Samples| {
            let spread = samples.spread() * 100.0;
            if spread < 0.05 {
                figure(samples.median())
            } else {
                format!("{} ±{spread:.1} %", figure(samples.median()))
            }
        };
        let (name, baseline) = match &self.baseline {
            Some((name, samples)) => ((*name).to_owned(), shown(samples)),
            None => Default::default(),
        };
        let met = match self.is_met(0.0) {
            Some(true) => "yes",
            Some(false) => "**no**",
            None => "",
        };
        let ratio = self.ratio().map(|ratio| format!("{ratio:.3}"));
        [
            self.name.clone(),
            self.unit.to_owned(),
            shown(&self.ours),
            baseline,
            name,
            ratio.unwrap_or_default(),
            self.target(),
            met.to_owned(),
        ]
    }

    fn to_json(&self) -> Value {
        let target = match self.target {
            Target::Ratio(target) | Target::AtLeast(target) | Target::Absolute(target) => {
                Some(target)
            }
            Target::None => None,
        };
        json!({
            "name": self.name,
            "unit": self.unit,
            "ours": self.ours.median(),
            "baseline": self.baseline.as_ref().map(|(_, samples)| samples.median()),
            "ratio": self.ratio(),
            "target": target,
            "met": self.is_met(0.0),
        })
    }
}

/// Short, and exact where it is small.
fn figure(number: f64) -> String {
    if number.abs() >= 1000.0 {
        let digits = format!("{number:.0}");
        let mut grouped = String::new();
        for (index, digit) in digits.chars().enumerate() {
            if index > 0 && (digits.len() - index) % 3 == 0 {
                grouped.push(' ');
            }
            grouped.push(digit);
        }
        grouped
    } else if number.fract().abs() < 1e-9 {
        format!("{number:.0}")
    } else {
        format!("{number:.2}")
    }
}

#[derive(Debug, Default)]
pub(crate) struct Table(Vec<Row>);

impl Table {
    pub(crate) fn push(&mut self, row: Row) {
        eprintln!("{}", row.cells().join("  "));
        self.0.push(row);
    }

    /// As the table of a Markdown page.
    pub(crate) fn print(&self) {
        println!("| what | unit | ours | baseline | which is | ratio | target | met |");
        println!("| --- | --- | --: | --: | --- | --: | --- | --- |");
        for row in &self.0 {
            println!("| {} |", row.cells().join(" | "));
        }
    }

    pub(crate) fn to_json(&self) -> Result<String> {
        let rows: Vec<_> = self.0.iter().map(Row::to_json).collect();
        Ok(serde_json::to_string_pretty(&rows)? + "\n")
    }

    /// Returns the rows that miss a target they are known to meet.
    pub(crate) fn regressions(&self) -> Vec<&str> {
        let missed = self
            .0
            .iter()
            .filter(|row| !row.open && row.is_met(TOLERANCE) == Some(false));
        missed.map(|row| row.name.as_str()).collect()
    }
}
