use std::ops::Range;
use std::path::PathBuf;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use serde_json::json;

/// What is wrong at one place of a crate.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Diagnostic {
    /// The file.
    pub path: PathBuf,
    /// The line, counted from 1.
    pub line: usize,
    /// The column in characters, counted from 1.
    pub column: usize,
    /// The name of the rule, such as `unknown-property`.
    pub rule: &'static str,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub help: Option<String>,
    /// The bytes of the file that it is about.
    pub range: Range<usize>,
    /// What mends it, if that is certain: the bytes to replace, and the text for them.
    pub fix: Option<(Range<usize>, String)>,
}

/// The form in which diagnostics are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Format {
    /// With the source, as the compiler shows them.
    Human,
    /// An object of JSON on each line.
    Json,
    /// Commands of GitHub Actions, which show them in a pull request.
    GitHub,
}

impl Diagnostic {
    /// Shows the diagnostic. `text` is that of its file.
    pub fn render(&self, format: Format, text: &str) -> String {
        let path = self.path.display().to_string();
        match format {
            Format::Human => self.render_for_humans(&path, text),
            Format::Json => {
                let json = json!({
                    "path": path,
                    "line": self.line,
                    "column": self.column,
                    "rule": self.rule,
                    "message": self.message,
                    "help": self.help,
                    "fixable": self.fix.is_some(),
                });
                format!("{json}\n")
            }
            Format::GitHub => {
                let help = self.help.as_ref();
                let help = help.map_or_else(String::new, |help| format!(" ({help})"));
                let Self {
                    line,
                    column,
                    rule,
                    message,
                    ..
                } = self;
                let message = escape(&format!("{message}{help}"));
                format!("::error file={path},line={line},col={column},title={rule}::{message}\n")
            }
        }
    }

    fn render_for_humans(&self, path: &str, text: &str) -> String {
        let annotation = AnnotationKind::Primary.span(self.range.clone());
        let snippet = Snippet::source(text).path(path).annotation(annotation);
        let title = Level::ERROR.primary_title(&*self.message).id(self.rule);
        let mut report = vec![title.element(snippet)];
        if let Some(help) = &self.help {
            report.push(Group::with_title(Level::HELP.secondary_title(&**help)));
        }
        format!("{}\n\n", Renderer::plain().render(&report))
    }
}

/// Escapes what ends a command of GitHub Actions ("Workflow commands").
fn escape(message: &str) -> String {
    message
        .replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}
