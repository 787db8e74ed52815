//! Repeated measurements of one thing.

#[derive(Debug, Clone, Default)]
pub(crate) struct Samples(Vec<f64>);

impl Samples {
    pub(crate) fn push(&mut self, sample: f64) {
        self.0.push(sample);
    }

    pub(crate) fn median(&self) -> f64 {
        let mut sorted = self.0.clone();
        sorted.sort_by(f64::total_cmp);
        match sorted.len() {
            0 => f64::NAN,
            length if length % 2 == 1 => sorted[length / 2],
            length => f64::midpoint(sorted[length / 2 - 1], sorted[length / 2]),
        }
    }

    /// The distance between the extremes, relative to the median.
    pub(crate) fn spread(&self) -> f64 {
        let [least, most] = [f64::INFINITY, f64::NEG_INFINITY];
        let least = self.0.iter().copied().fold(least, f64::min);
        let most = self.0.iter().copied().fold(most, f64::max);
        if most > least {
            (most - least) / self.median()
        } else {
            0.0
        }
    }
}

impl From<f64> for Samples {
    fn from(sample: f64) -> Self {
        Self(vec![sample])
    }
}

impl FromIterator<f64> for Samples {
    fn from_iter<I: IntoIterator<Item = f64>>(samples: I) -> Self {
        Self(samples.into_iter().collect())
    }
}
