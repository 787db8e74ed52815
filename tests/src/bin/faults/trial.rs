//! One request that meets a fault, as the client reports it and as the server records it.

use std::sync::Arc;
use std::time::Duration;

use graph_resource::{Error, Transport};
use graph_resource_emulator::{Emulator, Fault, RecordedRequest, When};

use crate::client::{self, Adapter};
use crate::operation::{NOTES, Note, Operation, Task};
use crate::rows::{Kind, Places, Row, SHORT_TIMEOUT};

/// The time limit where no limit is tested.
const TIMEOUT: Duration = Duration::from_secs(20);

/// A server and a transport, for one fault and one operation.
pub(crate) struct Bench<'b> {
    pub(crate) rows: &'b [Row],
    pub(crate) row: &'b Row,
    pub(crate) operation: Operation,
    emulator: Emulator,
    transport: Arc<dyn Transport>,
    elsewhere: &'b Emulator,
}

/// The outcome of a request.
pub(crate) struct Outcome {
    /// The client's word; and, where it is a success, whether the answer was the right one.
    pub(crate) result: Result<bool, Error>,
    /// The number of requests that met the fault, if the fault ended.
    pub(crate) times: Option<usize>,
    pub(crate) requests: Vec<RecordedRequest>,
    /// The wait that the fault asks for, and the fault.
    pub(crate) told: Vec<(Fault, Duration)>,
    /// `true` if the store shows that it was executed; none if the store cannot tell.
    pub(crate) is_done: Option<bool>,
    /// Requests that went to another host.
    pub(crate) strayed: usize,
    pub(crate) places: Places,
}

impl<'b> Bench<'b> {
    pub(crate) fn new(
        rows: &'b [Row],
        row: &'b Row,
        operation: Operation,
        adapter: Adapter,
        elsewhere: &'b Emulator,
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
            elsewhere,
        })
    }

    pub(crate) async fn run(&self, seed: u64) -> Result<Outcome, Error> {
        let mut random = fastrand::Rng::with_seed(seed);
        let transport = Arc::clone(&self.transport);
        let mut client = client::quick(self.url(), transport);
        if self.row.kind == (Kind::Token { is_renewed: true }) {
            client = client::renewing(client);
        }
        let client = client.build()?;
        let ready = client::quick(self.emulator.url(), Arc::clone(&self.transport)).build()?;
        let task = Task::prepare(self.operation, &self.emulator, &ready, seed).await?;
        self.emulator.clear_requests();
        let places = Places {
            path: task.path(),
            home: self.emulator.url().to_owned(),
            elsewhere: self.elsewhere.url().to_owned(),
        };
        let times = self.times(&mut random);
        let told = self.inject(times, &places, &mut random);

        let result = task.run(&client).await;

        self.emulator.clear_faults();
        let outcome = Outcome {
            result,
            times,
            requests: self.emulator.requests(),
            told,
            is_done: task.is_done(&self.emulator),
            strayed: self.elsewhere.requests().len(),
            places,
        };
        // So that lists do not get longer and longer.
        self.emulator.remove(&format!("{NOTES}/{}", task.id));
        Ok(outcome)
    }

    fn url(&self) -> &str {
        /// No emulator is at this address of the loopback network, and 9 is the port where everything is thrown away.
        const NOBODY: &str = "http://127.0.0.2:9";
        match self.row.kind {
            Kind::Nobody => NOBODY,
            _ => self.emulator.url(),
        }
    }

    /// The number of requests that meet the fault; none for all of them.
    fn times(&self, random: &mut fastrand::Rng) -> Option<usize> {
        match self.row.kind {
            Kind::Slow => Some(random.usize(1..=2)),
            Kind::Nobody | Kind::Token { is_renewed: false } => None,
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
        places: &Places,
        random: &mut fastrand::Rng,
    ) -> Vec<(Fault, Duration)> {
        let scripted = match self.row.kind {
            Kind::Token { .. } => vec![(self.row, When::until_another_token())],
            Kind::Chance => self.some(random),
            _ => {
                let when = times.map_or(When::always(), |times| When::next(times as u64));
                vec![(self.row, when)]
            }
        };
        let faults = scripted.into_iter().map(|(row, when)| {
            let fault = (row.fault)(places);
            self.emulator.inject(fault.clone(), when).unwrap();
            (fault, row.told)
        });
        faults.collect()
    }

    /// Three plain faults, each of which a third of the requests meet.
    fn some(&self, random: &mut fastrand::Rng) -> Vec<(&'b Row, When)> {
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
