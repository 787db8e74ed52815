use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::declared::Declarations;
use super::diagnostic::Diagnostic;
use super::files::{self, CrateError};
use super::report::Report;
use super::{enums, structs};
use crate::csdl::Metadata;

/// A crate whose structs were compared with the metadata.
#[derive(Debug)]
#[non_exhaustive]
pub struct CheckedCrate {
    /// What is wrong, in the order of files and lines.
    pub diagnostics: Vec<Diagnostic>,
    /// The texts of the files.
    pub texts: BTreeMap<PathBuf, String>,
}

impl CheckedCrate {
    /// Returns the files that change if everything is mended that is certain, with their new texts.
    pub fn fixed(&self) -> BTreeMap<&Path, String> {
        let mut fixed: BTreeMap<&Path, String> = BTreeMap::new();
        // From the end of each file, so that no place moves before its turn.
        for diagnostic in self.diagnostics.iter().rev() {
            let Some((range, replacement)) = &diagnostic.fix else {
                continue;
            };
            let path = diagnostic.path.as_path();
            let Some(text) = self.texts.get(path) else {
                continue;
            };
            let text = fixed.entry(path).or_insert_with(|| text.clone());
            if text.get(range.clone()).is_some() {
                text.replace_range(range.clone(), replacement);
            }
        }
        fixed
    }
}

/// Compares the structs and enums of the crate in a folder with the metadata.
///
/// # Errors
///
/// The reason why the crate cannot be read.
pub fn check(metadata: &Metadata, folder: &Path) -> Result<CheckedCrate, CrateError> {
    let files = files::read(folder)?;
    let declared = Declarations::of(&files);
    let mut report = Report::new(&files);
    for item in &declared.structs {
        structs::check(metadata, item, &declared, &mut report);
    }
    let of_properties = enums::types_of_properties(metadata, &declared);
    for (index, item) in declared.enums.iter().enumerate() {
        let ty = of_properties.get(&index).copied();
        enums::check(metadata, item, ty, &mut report);
    }
    let mut diagnostics = report.into_diagnostics();
    diagnostics.sort_by(|one, other| {
        let place = |it: &Diagnostic| (it.path.clone(), it.range.start);
        place(one).cmp(&place(other))
    });
    let texts = files.into_iter().map(|file| (file.path, file.text));
    Ok(CheckedCrate {
        diagnostics,
        texts: texts.collect(),
    })
}
