use std::ops::Range;

use super::diagnostic::Diagnostic;
use super::files::SourceFile;

/// What was found so far.
pub(super) struct Report<'f> {
    files: &'f [SourceFile],
    diagnostics: Vec<Diagnostic>,
}

impl<'f> Report<'f> {
    pub(super) const fn new(files: &'f [SourceFile]) -> Self {
        Self {
            files,
            diagnostics: Vec::new(),
        }
    }

    pub(super) fn into_diagnostics(self) -> Vec<Diagnostic> {
        self.diagnostics
    }

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
