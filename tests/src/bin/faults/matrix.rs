//! Runs every fault with every operation and every adapter.

use std::sync::Arc;

use graph_resource::Error;
use graph_resource_emulator::Emulator;
use tokio::sync::Semaphore;

use crate::check::violations;
use crate::client::Adapter;
use crate::operation::Operation;
use crate::report::{Cell, Line};
use crate::rows::{Kind, Row};
use crate::test_bed::TestBed;

/// The number of cells that run concurrently. Most of them wait.
const MAX_CONCURRENT_CELLS: usize = 24;
/// The divisor of the number of runs for faults that take about a second.
const SLOW_DIVISOR: usize = 10;

/// The number of runs, and their seeds.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Plan {
    pub(crate) runs: usize,
    /// The seed of the first run of each cell. Each further run increments it.
    pub(crate) seed: u64,
}

/// Runs the chosen rows, and prints a line of the table for each when it is complete.
pub(crate) async fn run(
    rows: &'static [Row],
    chosen: &[&'static Row],
    plan: Plan,
) -> Result<Vec<Line<'static>>, Error> {
    let other_origin: &'static Emulator = Box::leak(Box::new(Emulator::builder().start().unwrap()));
    let permits = Arc::new(Semaphore::new(MAX_CONCURRENT_CELLS));
    let mut running = Vec::new();
    for row in chosen.iter().copied() {
        for adapter in Adapter::ALL {
            let cells = Operation::ALL
                .into_iter()
                .zip(row.promises)
                .map(|(operation, promise)| {
                    let permits = Arc::clone(&permits);
                    tokio::spawn(async move {
                        let _permit = permits.acquire_owned().await.unwrap();
                        let test_bed = TestBed::new(rows, row, operation, adapter, other_origin)?;
                        run_cell(Cell::new(promise), &test_bed, plan).await
                    })
                });
            running.push((row, adapter, cells.collect::<Vec<_>>()));
        }
    }
    let mut lines = Vec::new();
    for (row, adapter, tasks) in running {
        let mut cells = Vec::new();
        for task in tasks {
            cells.push(task.await.unwrap()?);
        }
        let line = Line {
            row,
            adapter,
            cells,
        };
        println!("{line}");
        lines.push(line);
    }
    Ok(lines)
}

async fn run_cell(mut cell: Cell, test_bed: &TestBed<'_>, plan: Plan) -> Result<Cell, Error> {
    let runs = match test_bed.row.kind {
        Kind::Slow | Kind::Late => plan.runs.div_ceil(SLOW_DIVISOR),
        Kind::Chance => plan.runs * 4,
        _ => plan.runs,
    };
    for seed in (plan.seed..).take(runs) {
        let outcome = test_bed.run(seed).await?;
        let violations = violations(
            &outcome,
            cell.promise,
            test_bed.row.kind,
            test_bed.operation,
        );
        cell.add(&outcome, seed, &violations);
    }
    Ok(cell)
}
