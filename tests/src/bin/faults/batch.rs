//! Every fault, met by a request in a batch or by the batch itself, with neighbours and with a request that depends on it.

use std::collections::BTreeMap;
use std::error::Error as _;
use std::sync::Arc;

use graph_resource::{Batch, BatchItem, Error, ErrorKind, Transport};
use graph_resource_emulator::{Emulator, RecordedRequest, When};
use serde_json::json;
use tokio::sync::Semaphore;
use tokio::task::JoinSet;

use crate::client::{self, Adapter};
use crate::operation::{Handle, NOTES, Note, Operation, Task};
use crate::rows::{Kind, Row, Urls};

/// The number of runs at a time. Most of them wait.
const MAX_CONCURRENT: usize = 24;

/// What meets the fault.
#[derive(Debug, Clone, Copy)]
enum Place {
    Item,
    Envelope,
}

/// The position of the request among its neighbours.
#[derive(Debug, Clone, Copy)]
enum Position {
    First,
    Middle,
    /// After a neighbour that it depends on.
    Dependent,
}

#[derive(Clone, Copy)]
struct Case {
    row: &'static Row,
    operation: Operation,
    place: Place,
    position: Position,
    /// The number of requests that meet the fault, or `None` for all.
    times: Option<u64>,
}

/// Runs all cases, and returns whether all promises were kept.
pub(crate) async fn run(chosen: &[&'static Row], is_short: bool) -> Result<bool, Error> {
    let transport = Adapter::ALL[1].transport(std::time::Duration::from_secs(20))?;
    let permits = Arc::new(Semaphore::new(MAX_CONCURRENT));
    let mut runs = JoinSet::new();
    let mut count = 0;
    for case in cases(chosen, is_short) {
        count += 1;
        let (permits, transport) = (Arc::clone(&permits), Arc::clone(&transport));
        runs.spawn(async move {
            let _permit = permits.acquire_owned().await.unwrap();
            (case, run_case(case, transport).await)
        });
    }
    let mut violations = 0;
    while let Some(run) = runs.join_next().await {
        let (case, found) = run.unwrap();
        for violation in found? {
            violations += 1;
            let Case {
                row,
                operation,
                place,
                position,
                times,
            } = case;
            println!(
                "in a batch: {}, {operation}, {place:?}, {position:?}, {times:?} times: {violation}",
                row.name
            );
        }
    }
    println!("in a batch: {count} cases, {violations} violations");
    Ok(violations == 0)
}

fn cases(chosen: &[&'static Row], is_short: bool) -> Vec<Case> {
    let mut cases = Vec::new();
    let rows = chosen.iter().filter(|row| row.kind == Kind::Plain);
    let positions = [Position::First, Position::Middle, Position::Dependent];
    let times = [Some(1), Some(2), None];
    for row in rows.copied() {
        for operation in Operation::ALL {
            for place in [Place::Item, Place::Envelope] {
                for position in positions {
                    let times = if is_short { &times[..1] } else { &times };
                    cases.extend(times.iter().map(|times| Case {
                        row,
                        operation,
                        place,
                        position,
                        times: *times,
                    }));
                }
            }
        }
    }
    cases
}

/// The requests of a batch: two neighbours, the one under test, and one that depends on it.
struct Items {
    neighbours: [BatchItem; 2],
    tested: Handle,
    dependant: BatchItem,
}

async fn run_case(case: Case, transport: Arc<dyn Transport>) -> Result<Vec<String>, Error> {
    let emulator = Emulator::builder().serve::<Note>().start().unwrap();
    let client = client::with_short_delays(emulator.url(), transport).build()?;
    let task = Task::prepare(case.operation, &emulator, &client, 7).await?;
    let others: Vec<_> = (0..3)
        .map(|count| {
            let note = json!({ "title": "other", "count": -1 - count });
            emulator.insert(NOTES, note).unwrap()
        })
        .collect();
    emulator.clear_requests();
    let urls = Urls {
        path: task.path(),
        origin: emulator.url().to_owned(),
        other_origin: "http://127.0.0.2:9".to_owned(),
    };
    let when = case.times.map_or(When::always(), When::next);
    let when = match case.place {
        Place::Envelope => when.path("/$batch"),
        Place::Item => {
            let path = task.path();
            when.method(task.method())
                .path(path.trim_start_matches("/v1.0"))
        }
    };
    emulator.inject((case.row.fault)(&urls), when).unwrap();

    let mut batch = Batch::new();
    let neighbour =
        |batch: &mut Batch<'_>, at: usize| batch.push(Note::update(&others[at]).count(100)).item();
    let items = match case.position {
        Position::First => {
            let tested = task.push(&mut batch, &[]);
            Items {
                tested,
                neighbours: [neighbour(&mut batch, 0), neighbour(&mut batch, 1)],
                dependant: dependant(&mut batch, tested.item(), &others[2]),
            }
        }
        Position::Middle => {
            let first = neighbour(&mut batch, 0);
            let tested = task.push(&mut batch, &[]);
            let dependant = dependant(&mut batch, tested.item(), &others[2]);
            Items {
                neighbours: [first, neighbour(&mut batch, 1)],
                tested,
                dependant,
            }
        }
        Position::Dependent => {
            let neighbours = [neighbour(&mut batch, 0), neighbour(&mut batch, 1)];
            let tested = task.push(&mut batch, &neighbours[..1]);
            Items {
                neighbours,
                tested,
                dependant: dependant(&mut batch, tested.item(), &others[2]),
            }
        }
    };
    let mut answers = batch.send(&client).await;
    let error_of_tested = items.tested.take_error(&mut answers);
    let requests = emulator.requests();
    let requests: Vec<_> = requests.iter().filter(|each| each.is_in_batch()).collect();
    let error = |item: BatchItem| answers.error(item);

    let path = task.path();
    let executions = |path: &str, method: &str| {
        let is_it = |each: &&&RecordedRequest| each.path() == path && each.method() == method;
        let executed = requests.iter().filter(is_it);
        executed.filter(|each| each.was_executed()).count()
    };
    let of_note = |id: &str| executions(&format!("/v1.0{NOTES}/{id}"), "PATCH");
    let tested = Told {
        error: error_of_tested.as_ref(),
        executions: executions(&path, task.method()),
        is_once: !matches!(
            case.operation,
            Operation::Get | Operation::List | Operation::Update
        ),
    };
    let dependant = Told {
        error: error(items.dependant),
        executions: of_note(&others[2]),
        is_once: false,
    };
    let mut violations = tested.violations("it");
    violations.extend(dependant.violations("its dependant"));
    for (at, item) in items.neighbours.into_iter().enumerate() {
        let told = Told {
            error: error(item),
            executions: of_note(&others[at]),
            is_once: false,
        };
        violations.extend(told.violations("a neighbour"));
        if let (Place::Item, Some(error)) = (case.place, told.error) {
            violations.push(format!("a neighbour failed: {error}"));
        }
    }
    violations.extend(check_dependant(&tested, &dependant));
    violations.extend(check_attempts(&requests));
    Ok(violations)
}

fn dependant(batch: &mut Batch<'_>, after: BatchItem, id: &str) -> BatchItem {
    batch
        .push_after([after], Note::update(id).count(100))
        .item()
}

/// What the client says of a request, and what the emulator has done.
struct Told<'a> {
    error: Option<&'a Error>,
    executions: usize,
    /// `true` if it must not be executed twice.
    is_once: bool,
}

impl Told<'_> {
    fn violations(&self, name: &str) -> Vec<String> {
        let mut violations = Vec::new();
        if self.error.is_none() && self.executions == 0 {
            violations.push(format!("{name} is acknowledged, and was never executed"));
        }
        if self.is_once && self.executions > 1 {
            violations.push(format!("{name} was executed {} times", self.executions));
        }
        if let Some(error) = self.error {
            let says_no = error.kind() == ErrorKind::Service || error.attempts() == 0;
            if says_no && !error.is_unknown_outcome() && self.executions > 0 {
                violations.push(format!(
                    "{name} was executed, and the error denies it: {error}"
                ));
            }
            if error.attempts() as usize > client::ATTEMPTS {
                violations.push(format!("{name} has {} attempts", error.attempts()));
            }
        }
        violations
    }
}

/// Checks that a request is executed only after the one that it depends on, and that its error says why it was not.
fn check_dependant(tested: &Told<'_>, dependant: &Told<'_>) -> Option<String> {
    // The service decides by the status, even if the answer cannot be read.
    let is_read = |error: &Error| error.kind() != ErrorKind::UnexpectedAnswer;
    let is_read = tested.error.is_none_or(is_read);
    if dependant.executions > 0 && tested.executions == 0 && is_read {
        return Some("the dependant was executed without what it depends on".to_owned());
    }
    let error = dependant
        .error
        .filter(|error| error.is_failed_dependency())?;
    let cause = error
        .source()
        .and_then(|source| source.downcast_ref::<Error>());
    (cause.is_none()).then(|| format!("the dependant does not say why it failed: {error}"))
}

/// Checks that all attempts of a request are equal. Each has an id of its own.
fn check_attempts(requests: &[&RecordedRequest]) -> Option<String> {
    let mut first: BTreeMap<&str, &RecordedRequest> = BTreeMap::new();
    requests.iter().find_map(|request| {
        let Some(id) = request.header("client-request-id") else {
            return Some("there is no client-request-id".to_owned());
        };
        let known = first.entry(id).or_insert(request);
        let is_equal = known.path() == request.path() && known.body() == request.body();
        (!is_equal).then(|| format!("{request:?} differs from {known:?}"))
    })
}
