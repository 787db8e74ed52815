//! A collection, page by page.

use std::time::Instant;

use crate::program::{Program, Times, has_valgrind};
use crate::samples::Samples;
use crate::table::{Row, Table, Target};
use crate::{Options, Result, crates};

const TIMES: Times = Times(2, 22);

/// So many pages that a hundred thousand items are read.
const SIZES: [(u32, u32); 2] = [(100, 1000), (999, 101)];

pub(crate) fn measure(options: &Options, table: &mut Table) -> Result<()> {
    let program = Program::build("cost-wire", None)?;
    for (size, pages) in SIZES {
        if has_valgrind() {
            instructions(&program, table, size)?;
        }
        memory(&program, table, size, pages)?;
    }
    if !options.short {
        prefetch(&program, table)?;
    }
    Ok(())
}

fn instructions(program: &Program, table: &mut Table, size: u32) -> Result<()> {
    let items = f64::from(size);
    let count = |who: &str| -> Result<Samples> {
        let counted = program.instructions(&format!("paging::{who}_{size}"), TIMES, 1)?;
        Ok((counted.median() / items).into())
    };
    let ours = count("read")?;
    for (name, scenario, target) in [
        ("its page parsed alone", "parsed", Target::Ratio(1.02)),
        ("a loop by hand, serde's derive", "by_hand", Target::None),
    ] {
        table.push(Row {
            name: format!("an item of pages of {size}"),
            unit: "instructions",
            ours: ours.clone(),
            baseline: Some((name, count(scenario)?)),
            target,
            // Each item is moved out of its page and of a future, which is 2 % of what it costs to parse.
            open: true,
        });
    }
    Ok(())
}

/// The peak of memory while all pages are read, with the next page read in advance.
fn memory(program: &Program, table: &mut Table, size: u32, pages: u32) -> Result<()> {
    let [ours, one] = [("read", pages), ("parsed", 1)].map(|(who, pages)| {
        let times = Times(0, pages);
        program.allocations(&format!("paging::{who}_{size}"), times)
    });
    table.push(Row {
        name: format!("{pages} pages of {size}, peak of memory"),
        unit: "bytes",
        ours: ours?.peak.into(),
        baseline: Some(("one page", one?.peak.into())),
        target: Target::Ratio(2.0),
        open: false,
    });
    Ok(())
}

/// Ten pages of a service that takes 50 ms for each, for a consumer that does so, too.
fn prefetch(program: &Program, table: &mut Table) -> Result<()> {
    let time = |scenario: &str| -> Result<Samples> {
        (0..3)
            .map(|_| {
                let started = Instant::now();
                crates::succeed(program.command("cost-wire").args([scenario, "10"]))?;
                Ok(started.elapsed().as_secs_f64() * 1000.0)
            })
            .collect()
    };
    table.push(Row {
        name: "10 pages, 50 ms for each to answer and to consume".to_owned(),
        unit: "ms",
        ours: time("paging::with_prefetch")?,
        baseline: Some(("without prefetch", time("paging::without_prefetch")?)),
        target: Target::Ratio(0.6),
        open: false,
    });
    Ok(())
}
