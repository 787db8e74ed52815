//! Bodies, requests and answers, without a network.

use crate::program::{Program, Times, has_valgrind};
use crate::samples::Samples;
use crate::table::{Row, Table, Target};
use crate::{Options, Result};

const TIMES: Times = Times(10, 110);
const FEW_TIMES: Times = Times(2, 6);

/// A scenario of ours, with its baselines: the first has the target, the others are for orientation.
struct Pair {
    what: &'static str,
    ours: &'static str,
    baselines: &'static [(&'static str, &'static str)],
    instructions: Target,
    allocations: Target,
    times: Times,
}

const PAIRS: [Pair; 10] = [
    Pair {
        what: "patch with 1 of 8 properties → body",
        ours: "ours::body_of_one",
        baselines: &[
            ("by hand", "hand::body_of_one"),
            ("serde's derive", "derived::body_of_one"),
            ("`Value`", "untyped::body_of_one"),
        ],
        instructions: Target::Ratio(1.0),
        allocations: Target::Absolute(1.0),
        times: TIMES,
    },
    Pair {
        what: "patch with 8 of 8 properties → body",
        ours: "ours::body_of_all",
        baselines: &[
            ("by hand", "hand::body_of_all"),
            ("serde's derive", "derived::body_of_all"),
            ("`Value`", "untyped::body_of_all"),
        ],
        instructions: Target::Ratio(1.0),
        allocations: Target::Absolute(1.0),
        times: TIMES,
    },
    Pair {
        what: "update of 1 property → `http::Request`",
        ours: "ours::request_of_one",
        baselines: &[("by hand", "hand::request_of_one")],
        instructions: Target::Ratio(1.0),
        allocations: Target::Ratio(1.0),
        times: TIMES,
    },
    Pair {
        what: "update of 8 properties → `http::Request`",
        ours: "ours::request_of_all",
        baselines: &[("by hand", "hand::request_of_all")],
        instructions: Target::Ratio(1.0),
        allocations: Target::Ratio(1.0),
        times: TIMES,
    },
    Pair {
        what: "id and value → update → `http::Request`",
        ours: "ours::built_request",
        baselines: &[("by hand", "hand::built_request")],
        instructions: Target::None,
        allocations: Target::None,
        times: TIMES,
    },
    Pair {
        what: "answer with 9 properties → struct",
        ours: "ours::object",
        baselines: &[
            ("serde's derive", "derived::object"),
            ("serde's derive, closed enums", "derived::closed_object"),
            ("`Value`", "untyped::object"),
        ],
        instructions: Target::Ratio(0.9),
        // The strings of the answer that the struct keeps: the id and five properties.
        allocations: Target::Absolute(6.0),
        times: TIMES,
    },
    Pair {
        what: "page of 100 → structs",
        ours: "ours::page_of_100",
        baselines: &[
            ("serde's derive", "derived::page_of_100"),
            (
                "serde's derive, closed enums",
                "derived::closed_page_of_100",
            ),
            ("`Value`", "untyped::page_of_100"),
        ],
        instructions: Target::Ratio(0.9),
        allocations: Target::Ratio(1.0),
        times: FEW_TIMES,
    },
    Pair {
        what: "page of 1,000 → structs",
        ours: "ours::page_of_1000",
        baselines: &[("serde's derive", "derived::page_of_1000")],
        instructions: Target::Ratio(0.9),
        allocations: Target::Ratio(1.0),
        times: FEW_TIMES,
    },
    Pair {
        what: "page of 100 → union of 3 types",
        ours: "union::page_of_three_kinds",
        baselines: &[
            ("our plain struct", "union::page_of_one_kind"),
            ("serde's tagged enum", "union::page_of_tagged"),
        ],
        instructions: Target::Ratio(1.1),
        allocations: Target::Ratio(1.0),
        times: FEW_TIMES,
    },
    Pair {
        what: "page of 100 → union of 100 types",
        ours: "union::page_of_a_hundred_kinds",
        baselines: &[("our plain struct", "union::page_of_one_kind")],
        instructions: Target::Ratio(1.1),
        allocations: Target::Ratio(1.0),
        times: FEW_TIMES,
    },
];

pub(crate) fn measure(options: &Options, table: &mut Table) -> Result<()> {
    let program = Program::build("cost-json", None)?;
    let repeat = if options.short { 1 } else { 3 };
    if has_valgrind() {
        for pair in &PAIRS {
            let ours = program.instructions(pair.ours, pair.times, repeat)?;
            for (index, (name, baseline)) in pair.baselines.iter().enumerate() {
                let first = index == 0;
                if options.short && !first {
                    continue;
                }
                table.push(Row {
                    name: pair.what.to_owned(),
                    unit: "instructions",
                    ours: ours.clone(),
                    baseline: Some((name, program.instructions(baseline, pair.times, repeat)?)),
                    target: if first {
                        pair.instructions
                    } else {
                        Target::None
                    },
                    open: false,
                });
            }
        }
    }
    for pair in &PAIRS {
        let (name, baseline) = pair.baselines[0];
        let baseline = program.allocations(baseline, pair.times)?.count;
        table.push(Row {
            name: pair.what.to_owned(),
            unit: "allocations",
            ours: program.allocations(pair.ours, pair.times)?.count.into(),
            baseline: Some((name, baseline.into())),
            target: pair.allocations,
            open: false,
        });
    }
    memory(&program, table)
}

/// The peak memory of reading a page, compared with the memory that is kept.
fn memory(program: &Program, table: &mut Table) -> Result<()> {
    for (items, scenario) in [
        ("100", "ours::page_of_100"),
        ("1,000", "ours::page_of_1000"),
    ] {
        let once = program.allocations(scenario, Times(0, 1))?;
        table.push(Row {
            name: format!("page of {items} → structs, peak of memory"),
            unit: "bytes",
            ours: Samples::from(once.peak),
            baseline: Some(("the bytes kept", once.kept.into())),
            target: Target::Ratio(2.0),
            open: false,
        });
    }
    Ok(())
}
