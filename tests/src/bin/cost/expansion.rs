//! The time of the macro itself, which a test of the macro crate measures outside the compiler.

use crate::table::{Row, Table, Target};
use crate::{Options, Result, crates};

pub(crate) fn measure(_: &Options, table: &mut Table) -> Result<()> {
    // Cargo does not optimise macros, unless a profile says so.
    for (how, folder, level) in [
        ("optimised", "expansion-optimised", "3"),
        ("as cargo builds it", "expansion", "0"),
    ] {
        let said = timing(folder, level)?;
        // Such as `10 properties: 0.523 ms`.
        let lines: Vec<(&str, f64)> = said.lines().filter_map(timed).collect();
        let time = |what: &str| {
            let line = lines.iter().find(|(line, _)| *line == what);
            line.map(|(_, time)| *time)
                .ok_or("the expansion was not timed")
        };
        table.push(Row {
            name: format!("expanding a resource of 10 properties, {how}"),
            unit: "ms",
            ours: time("10 properties")?.into(),
            baseline: None,
            target: Target::Absolute(1.0),
            open: false,
        });
        for (many, few, ratio) in [
            ("207 properties", "10 properties", 20.7),
            ("826 members", "10 members", 82.6),
        ] {
            table.push(Row {
                name: format!("expanding {many}, for each, {how}"),
                unit: "ms",
                ours: (time(many)? / ratio).into(),
                baseline: Some((few, time(few)?.into())),
                target: Target::Ratio(1.0),
                open: false,
            });
        }
    }
    Ok(())
}

/// Returns the output of the test that times the macro, built at this level of optimisation.
fn timing(folder: &str, level: &str) -> Result<String> {
    let mut cargo = crates::cargo(&crates::project(), &crates::target()?.join(folder));
    cargo.env("CARGO_PROFILE_RELEASE_BUILD_OVERRIDE_OPT_LEVEL", level);
    cargo.args([
        "test",
        "--release",
        "--package",
        "graph-resource-macros",
        "--lib",
        "--",
    ]);
    cargo.args([
        "--exact",
        "expand::timing::of_an_expansion",
        "--ignored",
        "--nocapture",
    ]);
    crates::succeed(&mut cargo)
}

fn timed(line: &str) -> Option<(&str, f64)> {
    let (what, time) = line.split_once(": ")?;
    Some((what, time.strip_suffix(" ms")?.parse().ok()?))
}
