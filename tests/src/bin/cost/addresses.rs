//! What a further address of a resource and its `$select` cost the compiler, in instructions: the differences are smaller than the spread of
//! the times.

use crate::generate::{self, Member, Style};
use crate::samples::Samples;
use crate::table::{Row, Table, Target};
use crate::{Options, Result, crates, program, wrapper};

const RESOURCES: usize = 20;

/// The arguments of a resource, and where each is used once.
const ARGUMENTS: &str = "#[graph_resource(path = \"/things/resources";
const USED: &str = "            let create = $resource::create()";

/// A change of the generated crate.
#[derive(Clone, Copy)]
enum Variant {
    Plain,
    /// Reads send no `$select`.
    WithoutSelect,
    /// Each resource has a second address, at which it is updated once.
    SecondAddress,
    /// Each resource has a third address as well.
    ThirdAddress,
}

impl Variant {
    fn library(self, resources: usize) -> String {
        let code = generate::library(Style::Ours, resources, false);
        let arguments = match self {
            Self::Plain => return code,
            Self::WithoutSelect => "select = \"never\"",
            Self::SecondAddress => "also(second = \"/others/{other}/resources\")",
            Self::ThirdAddress => {
                "also(second = \"/others/{other}/resources\", third = \"/more/{more}/resources\")"
            }
        };
        let code = code.replace(
            ARGUMENTS,
            &format!("#[graph_resource({arguments}, path = \"/things/resources"),
        );
        let call = |name: &str| {
            format!(
                "            let _ = $resource::{name}(text).update(text).to_http_request(endpoint);\n"
            )
        };
        let uses = match self {
            Self::SecondAddress => call("second"),
            Self::ThirdAddress => call("second") + &call("third"),
            Self::Plain | Self::WithoutSelect => String::new(),
        };
        code.replace(USED, &(uses + USED))
    }
}

pub(crate) fn measure(_: &Options, table: &mut Table) -> Result<()> {
    if !program::has_valgrind() {
        return Ok(());
    }
    for (mode, command) in [("debug", "build"), ("check", "check")] {
        let instructions = |variant, resources| instructions(variant, resources, command);
        let none = instructions(Variant::Plain, 0)?;
        let plain = instructions(Variant::Plain, RESOURCES)?;
        let without_select = instructions(Variant::WithoutSelect, RESOURCES)?;
        let second = instructions(Variant::SecondAddress, RESOURCES)?;
        let third = instructions(Variant::ThirdAddress, RESOURCES)?;
        for (name, cost, target) in [
            ("a second address", second - plain, 0.03),
            ("a third address", third - second, 0.03),
            ("`$select`", plain - without_select, 0.005),
        ] {
            table.push(Row {
                name: format!("compiling {name} of a resource, {mode}"),
                unit: "instructions",
                ours: of_one(cost),
                baseline: Some(("the resource", of_one(plain - none))),
                target: Target::Ratio(target),
                open: false,
            });
        }
    }
    Ok(())
}

#[expect(clippy::cast_precision_loss, reason = "there are twenty")]
fn of_one(instructions: f64) -> Samples {
    [instructions / RESOURCES as f64].into_iter().collect()
}

/// Instructions of the compiler for a crate with so many resources.
fn instructions(variant: Variant, resources: usize, command: &str) -> Result<f64> {
    let target = crates::target()?;
    let folder = target.join("addresses");
    generate::workspace(&folder, &[Member::library(Style::Ours, resources)])?;
    let file = folder.join(Style::Ours.name()).join("src/lib.rs");
    generate::write(&file, &variant.library(resources))?;
    let mut cargo = crates::cargo(&folder, &target.join("addresses-target"));
    cargo.args([command, "--package", Style::Ours.name()]);
    cargo.env("CARGO_INCREMENTAL", "0");
    let log = target.join("rustc.log");
    wrapper::instructions(&mut cargo, &log, Style::Ours.name())
}
