//! One request that meets a fault: the result of the client, and the records of the server.

use std::sync::Arc;
use std::time::Duration;

use graph_resource::{Error, Transport};
use graph_resource_emulator::{Emulator, Fault, RecordedRequest, When};

use crate::client::{self, Adapter};
use crate::operation::{NOTES, Note, Operation, Task};
use crate::rows::{Kind, Row, SHORT_TIMEOUT, Urls};

/// The timeout for faults that are not about time.
const TIMEOUT: Duration = Duration::from_secs(20);

/// A server and a transport for one fault and one operation.
pub(crate) struct TestBed<'a> {
    pub(crate) rows: &'a [Row],
    pub(crate) row: &'a Row,
    pub(crate) operation: Operation,
    emulator: Emulator,
    transport: Arc<dyn Transport>,
    other_origin: &'a Emulator,
}

/// The outcome of a request.
pub(crate) struct Outcome {
    /// The result of the client, and whether the value of a success is correct.
    pub(crate) result: Result<bool, Error>,
    /// The number of requests that the fault is injected into, or `None` for all.
    pub(crate) times: Option<usize>,
    pub(crate) requests: Vec<RecordedRequest>,
    /// The injected faults with the waits that they ask for.
    pub(crate) waits: Vec<(Fault, Duration)>,
    /// True if the store shows that the request was executed, and `None` if it cannot show it.
    pub(crate) is_done: Option<bool>,
    pub(crate) requests_to_other_origin: usize,
    pub(crate) urls: Urls,
}

impl<'a> TestBed<'a> {
    pub(crate) fn new(
        rows: &'a [Row],
        row: &'a Row,
        operation: Operation,
        adapter: Adapter,
        other_origin: &'a Emulator,
    ) -> Result<Self, Error> {
        let timeout = if row.kind == Kind::Late {
            SHORT_TIMEOUT
        } else {
            TIMEOUT
        };
        Ok(Self {
            rows,
            row,
            operation,
            emulator: Emulator::builder().serve::<Note>().start().unwrap(),
            transport: adapter.transport(timeout)?,
            other_origin,
        })
    }

    pub(crate) async fn run(&self, seed: u64) -> Result<Outcome, Error> {
        let mut random = fastrand::Rng::with_seed(seed);
        let transport = Arc::clone(&self.transport);
        let mut client = client::with_short_delays(self.url(), transport);
        if self.row.kind == (Kind::Token { is_renewed: true }) {
            client = client::renewing(client);
        }
        let client = client.build()?;
        let faultless =
            client::with_short_delays(self.emulator.url(), Arc::clone(&self.transport)).build()?;
        let task = Task::prepare(self.operation, &self.emulator, &faultless, seed).await?;
        self.emulator.clear_requests();
        let urls = Urls {
            path: task.path(),
            origin: self.emulator.url().to_owned(),
            other_origin: self.other_origin.url().to_owned(),
        };
        let times = self.times(&mut random);
        let waits = self.inject(times, &urls, &mut random);

        let result = task.run(&client).await;

        self.emulator.clear_faults();
        let outcome = Outcome {
            result,
            times,
            requests: self.emulator.requests(),
            waits,
            is_done: task.is_done(&self.emulator),
            requests_to_other_origin: self.other_origin.requests().len(),
            urls,
        };
        // Keeps lists short.
        self.emulator.remove(&format!("{NOTES}/{}", task.id));
        Ok(outcome)
    }

    fn url(&self) -> &str {
        /// No emulator listens at this loopback address, and port 9 is that of the discard protocol.
        const UNREACHABLE: &str = "http://127.0.0.2:9";
        match self.row.kind {
            Kind::Unreachable => UNREACHABLE,
            _ => self.emulator.url(),
        }
    }

    /// Returns the number of requests that meet the fault, or `None` for all.
    fn times(&self, random: &mut fastrand::Rng) -> Option<usize> {
        match self.row.kind {
            Kind::Slow => Some(random.usize(1..=2)),
            Kind::Unreachable | Kind::Token { is_renewed: false } => None,
            Kind::Token { is_renewed: true } => Some(1),
            Kind::Plain | Kind::Late | Kind::Chance => {
                let times = random.usize(1..=client::ATTEMPTS + 1);
                (times < client::ATTEMPTS).then_some(times)
            }
        }
    }

    fn inject(
        &self,
        times: Option<usize>,
        urls: &Urls,
        random: &mut fastrand::Rng,
    ) -> Vec<(Fault, Duration)> {
        let scripted = match self.row.kind {
            Kind::Token { .. } => vec![(self.row, When::until_another_token())],
            Kind::Chance => self.random_faults(random),
            _ => {
                let when = times.map_or(When::always(), |times| When::next(times as u64));
                vec![(self.row, when)]
            }
        };
        let faults = scripted.into_iter().map(|(row, when)| {
            let fault = (row.fault)(urls);
            self.emulator.inject(fault.clone(), when).unwrap();
            (fault, row.retry_after)
        });
        faults.collect()
    }

    /// Chooses three plain faults, each for about a third of the requests.
    fn random_faults(&self, random: &mut fastrand::Rng) -> Vec<(&'a Row, When)> {
        let plain: Vec<_> = self
            .rows
            .iter()
            .filter(|row| row.kind == Kind::Plain)
            .collect();
        let chosen = random.choose_multiple(&plain, 3);
        let chances = chosen
            .into_iter()
            .map(|row| (*row, When::chance(0.35, random.u64(..))));
        chances.collect()
    }
}
