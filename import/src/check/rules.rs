use std::collections::BTreeMap;
use std::ops::Range;
use std::path::{Path, PathBuf};

use super::declared::Declarations;
use super::diagnostic::Diagnostic;
use super::files::{self, CrateError, SourceFile};
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
    let mut report = Report {
        files: &files,
        diagnostics: Vec::new(),
    };
    for item in &declared.structs {
        structs::check(metadata, item, &declared, &mut report);
    }
    let of_properties = enums::types_of_properties(metadata, &declared);
    for (index, item) in declared.enums.iter().enumerate() {
        let ty = of_properties.get(&index).copied();
        enums::check(metadata, item, ty, &mut report);
    }
    let mut diagnostics = report.diagnostics;
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

/// What was found so far.
pub(super) struct Report<'f> {
    files: &'f [SourceFile],
    diagnostics: Vec<Diagnostic>,
}

impl Report<'_> {
    pub(super) fn add(
        &mut self,
        rule: &'static str,
        file: usize,
        range: &Range<usize>,
        message: String,
        help: Option<String>,
    ) {
        self.add_fixable(rule, file, range, message, help, None);
    }

    /// Adds what can be mended.
    pub(super) fn add_fixable(
        &mut self,
        rule: &'static str,
        file: usize,
        range: &Range<usize>,
        message: String,
        help: Option<String>,
        fix: Option<(Range<usize>, String)>,
    ) {
        let Some(source) = self.files.get(file) else {
            return;
        };
        let before = source.text.get(..range.start).unwrap_or(&source.text);
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        let in_line = before.get(line_start..).unwrap_or_default();
        self.diagnostics.push(Diagnostic {
            path: source.path.clone(),
            line: before.lines().count().max(1)
                + usize::from(in_line.is_empty() && !before.is_empty()),
            column: in_line.chars().count() + 1,
            rule,
            message,
            help,
            range: range.clone(),
            fix,
        });
    }

    /// Returns the white space that begins the line of a position.
    pub(super) fn indentation(&self, file: usize, position: usize) -> String {
        let text = self.files.get(file).map_or("", |source| &*source.text);
        let before = text.get(..position).unwrap_or_default();
        let line = before.rsplit('\n').next().unwrap_or_default();
        let spaces = line
            .chars()
            .take_while(|character| character.is_whitespace());
        spaces.collect()
    }
}
