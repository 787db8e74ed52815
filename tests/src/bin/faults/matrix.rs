//! Every fault, with every operation, over every adapter, many times.

use std::sync::Arc;

use graph_resource::Error;
use graph_resource_emulator::Emulator;
use tokio::sync::Semaphore;

use crate::client::Adapter;
use crate::operation::Operation;
use crate::report::{Cell, Line};
use crate::rows::{Kind, Row};
use crate::trial::Bench;
use crate::verdict::judge;

/// The number of cells that run at a time: most of them wait.
const AT_A_TIME: usize = 24;
/// The divisor of the number of runs for a fault that takes a second each time.
const SELDOM: usize = 10;

/// The extent of a run.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Extent {
    pub(crate) runs: usize,
    /// The seed of the first run of each cell. It is counted up from there.
    pub(crate) seed: u64,
}

/// Tries all `rows`, and prints a line of the table for each as soon as it is done.
pub(crate) async fn run(
    rows: &'static [Row],
    chosen: &[&'static Row],
    extent: Extent,
) -> Result<Vec<Line<'static>>, Error> {
    let elsewhere: &'static Emulator = Box::leak(Box::new(Emulator::builder().start().unwrap()));
    let permits = Arc::new(Semaphore::new(AT_A_TIME));
    let mut waiting = Vec::new();
    for row in chosen.iter().copied() {
        for adapter in Adapter::ALL {
            let cells = Operation::ALL
                .into_iter()
                .zip(row.promises)
                .map(|(operation, promise)| {
                    let permits = Arc::clone(&permits);
                    tokio::spawn(async move {
                        let _permit = permits.acquire_owned().await.unwrap();
                        let bench = Bench::new(rows, row, operation, adapter, elsewhere)?;
                        fill(Cell::new(promise), &bench, extent).await
                    })
                });
            waiting.push((row, adapter, cells.collect::<Vec<_>>()));
        }
    }
    let mut lines = Vec::new();
    for (row, adapter, tasks) in waiting {
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

async fn fill(mut cell: Cell, bench: &Bench<'_>, extent: Extent) -> Result<Cell, Error> {
    let runs = match bench.row.kind {
        Kind::Slow | Kind::Late => extent.runs.div_ceil(SELDOM),
        Kind::Chance => extent.runs * 4,
        _ => extent.runs,
    };
    for seed in (extent.seed..).take(runs) {
        let outcome = bench.run(seed).await?;
        let flaws = judge(&outcome, cell.promise, bench.row.kind, bench.operation);
        cell.add(&outcome, seed, &flaws);
    }
    Ok(cell)
}
