//! The CPU time of compiling 200 resources of ten properties, alternating with the comparisons.

use std::path::Path;

use crate::generate::{self, Member, Style};
use crate::samples::Samples;
use crate::table::{Row, Table, Target};
use crate::{Options, Result, crates, wrapper};

const RESOURCES: usize = 200;
const STYLES: [Style; 3] = [Style::Ours, Style::Derives, Style::Serde];

struct Mode {
    name: &'static str,
    arguments: &'static [&'static str],
    incremental: bool,
    rounds: usize,
}

const MODES: [Mode; 4] = [
    Mode {
        name: "debug",
        arguments: &["build"],
        incremental: false,
        rounds: 3,
    },
    Mode {
        name: "check",
        arguments: &["check"],
        incremental: false,
        rounds: 3,
    },
    Mode {
        name: "debug, one resource touched",
        arguments: &["build"],
        incremental: true,
        rounds: 3,
    },
    Mode {
        name: "release",
        arguments: &["build", "--release"],
        incremental: false,
        rounds: 3,
    },
];

pub(crate) fn measure(_: &Options, table: &mut Table) -> Result<()> {
    let target = crates::target()?;
    let folder = target.join("resources");
    generate::workspace(
        &folder,
        &STYLES.map(|style| Member::library(style, RESOURCES)),
    )?;
    for mode in &MODES {
        let samples = in_turn(mode, &folder, &target)?;
        let [ours, derives, serde] = samples;
        for (name, baseline, target) in [
            ("serde's derives, struct-patch and bon", derives, 0.35),
            ("serde's two derives alone", serde, 0.7),
        ] {
            table.push(Row {
                name: format!("compiling {RESOURCES} resources, {}", mode.name),
                unit: "s of CPU",
                ours: ours.clone(),
                baseline: Some((name, baseline)),
                target: Target::Ratio(target),
                open: false,
            });
        }
    }
    Ok(())
}

/// A, B, C, A, B, C: so that what else the machine does falls on all alike.
fn in_turn(mode: &Mode, folder: &Path, target: &Path) -> Result<[Samples; 3]> {
    let mut samples = [(); 3].map(|()| Samples::default());
    // What is compiled in addition to one that is there needs one that is there.
    let first = usize::from(!mode.incremental);
    for round in first..first + mode.rounds + usize::from(mode.incremental) {
        for (style, samples) in STYLES.into_iter().zip(&mut samples) {
            let code = generate::library(style, RESOURCES, round % 2 == 1);
            generate::write(&folder.join(style.name()).join("src/lib.rs"), &code)?;
            let mut cargo = crates::cargo(folder, &target.join("resources-target"));
            cargo.args(mode.arguments).args(["--package", style.name()]);
            cargo.env(
                "CARGO_INCREMENTAL",
                if mode.incremental { "1" } else { "0" },
            );
            let seconds =
                wrapper::compile_time(&mut cargo, &target.join("rustc.log"), style.name())?;
            if round > 0 || !mode.incremental {
                samples.push(seconds);
            }
        }
    }
    Ok(samples)
}
