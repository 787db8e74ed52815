//! The number of packages that a user compiles.

use std::collections::BTreeSet;

use crate::table::{Row, Table, Target};
use crate::{Options, Result, crates};

pub(crate) fn measure(_: &Options, table: &mut Table) -> Result<()> {
    for (name, arguments, most) in [
        (
            "packages without HTTP",
            &["--no-default-features"][..],
            25.0,
        ),
        ("packages with default features", &[], 100.0),
    ] {
        let mut cargo = crates::cargo(&crates::project(), &crates::target()?);
        cargo.args(["tree", "--package", "graph-resource", "--prefix", "none"]);
        // What runs at build time is compiled as well.
        cargo
            .args(["--edges", "normal,build", "--format", "{p}"])
            .args(arguments);
        let tree = crates::succeed(&mut cargo)?;
        let packages: BTreeSet<_> = tree.lines().filter(|line| !line.is_empty()).collect();
        let packages: BTreeSet<_> = packages
            .iter()
            .map(|line| line.trim_end_matches(" (*)"))
            .collect();
        table.push(Row {
            name: name.to_owned(),
            unit: "packages",
            ours: f64::from(u32::try_from(packages.len())?).into(),
            baseline: None,
            target: Target::Absolute(most),
            open: false,
        });
    }
    Ok(())
}
