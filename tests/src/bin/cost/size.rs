//! The bytes that each further resource adds to a stripped program.

use crate::generate::{self, Member, Style};
use crate::table::{Row, Table, Target};
use crate::{Options, Result, crates};

const FEW: usize = 20;
const MANY: usize = 60;

pub(crate) fn measure(_: &Options, table: &mut Table) -> Result<()> {
    let target = crates::target()?;
    let folder = target.join("programs");
    let styles = [Style::Ours, Style::Derives, Style::Serde];
    let members: Vec<_> = styles
        .into_iter()
        .flat_map(|style| [FEW, MANY].map(|resources| Member::program(style, resources)))
        .collect();
    generate::workspace(&folder, &members)?;
    let target = target.join("programs-target");
    crates::succeed(crates::cargo(&folder, &target).args(["build", "--release"]))?;
    let slope = |style: Style| -> Result<f64> {
        let size = |resources: usize| -> Result<f64> {
            let file = target
                .join("release")
                .join(format!("{}-{resources}", style.name()));
            let bytes = std::fs::metadata(file)?.len();
            Ok(f64::from(u32::try_from(bytes)?))
        };
        let further = u32::try_from(MANY - FEW)?;
        Ok((size(MANY)? - size(FEW)?) / f64::from(further))
    };
    let ours = slope(Style::Ours)?;
    for (name, style, target) in [
        (
            "serde's derives, struct-patch and bon",
            Style::Derives,
            Target::Ratio(0.5),
        ),
        ("serde's two derives alone", Style::Serde, Target::None),
    ] {
        table.push(Row {
            name: "a stripped program, for each further resource".to_owned(),
            unit: "bytes",
            ours: ours.into(),
            baseline: Some((name, slope(style)?.into())),
            target,
            open: false,
        });
    }
    Ok(())
}
