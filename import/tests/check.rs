//! Mistakes in a crate, and what is said of them.

#![allow(clippy::unwrap_used, reason = "a test that panics has failed")]

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use graph_resource_import::{CheckedCrate, CrateError, Format, Metadata, check, source_of_all};

const SERVICE: &str = include_str!("fixtures/service.csdl");
const MISTAKES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/mistakes");

fn metadata() -> Metadata {
    SERVICE.parse().unwrap()
}

fn checked(folder: &Path) -> CheckedCrate {
    check(&metadata(), folder).unwrap()
}

/// Returns all diagnostics as they are shown, with paths within the folder.
fn shown(checked: &CheckedCrate, format: Format, folder: &str) -> String {
    let shown = checked.diagnostics.iter().map(|diagnostic| {
        let mut diagnostic = diagnostic.clone();
        let text = &checked.texts[&diagnostic.path];
        diagnostic.path = diagnostic.path.strip_prefix(folder).unwrap().to_path_buf();
        diagnostic.render(format, text)
    });
    shown.collect()
}

/// A crate in the folder for temporary files, which is removed with this.
struct TemporaryCrate(PathBuf);

impl TemporaryCrate {
    fn new(name: &str, files: &[(&str, &str)]) -> Self {
        let name = format!("graph-resource-check-{name}-{}", std::process::id());
        let folder = std::env::temp_dir().join(name);
        for (path, text) in files {
            let path = folder.join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        Self(folder)
    }
}

impl Drop for TemporaryCrate {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// `UPDATE_EXPECT=1 cargo test -p cargo-graph-resource` writes what is expected anew.
#[test]
fn each_mistake_is_reported_at_its_place() {
    let checked = checked(Path::new(MISTAKES));
    let shown = shown(&checked, Format::Human, MISTAKES);
    let expected = format!("{MISTAKES}/expected.txt");
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        fs::write(expected, shown).unwrap();
        return;
    }
    assert!(
        checked.diagnostics.len() >= 60,
        "{}",
        checked.diagnostics.len()
    );
    assert!(shown == fs::read_to_string(expected).unwrap(), "{shown}");
}

#[test]
fn an_imported_crate_has_no_mistakes() {
    let text = source_of_all(&metadata()).unwrap();
    let files = [("src/main.rs", "mod graph;"), ("src/graph.rs", &*text)];
    let imported = TemporaryCrate::new("imported", &files);
    let checked = checked(&imported.0);
    assert_eq!(checked.texts.len(), 2);
    assert_eq!(checked.diagnostics, []);
}

#[test]
fn what_is_certain_is_mended_and_the_rest_stays() {
    let before = checked(Path::new(MISTAKES));
    let mut files = Vec::new();
    let fixed = before.fixed();
    for (path, text) in &before.texts {
        let name = path.strip_prefix(MISTAKES).unwrap().to_str().unwrap();
        let text = fixed.get(path.as_path()).unwrap_or(text);
        files.push((name, text.as_str()));
    }
    let mended = TemporaryCrate::new("mended", &files);
    let after = checked(&mended.0);
    let certain = before.diagnostics.iter().filter(|it| it.fix.is_some());
    assert!(certain.clone().count() >= 4);
    assert!(after.diagnostics.iter().all(|it| it.fix.is_none()));
    assert_eq!(
        after.diagnostics.len(),
        before.diagnostics.len() - certain.count()
    );
    let properties = mended.0.join("src/properties.rs");
    let properties = fs::read_to_string(properties).unwrap();
    let line = "    #[graph(rename = \"azureADDeviceId\")]\n    pub azure_ad_device_id";
    assert!(properties.contains(line), "{properties}");
    let below_docs = "sets.\n    #[graph(read_only)]\n    pub subject";
    assert!(properties.contains(below_docs), "{properties}");
}

#[test]
fn diagnostics_are_lines_for_programs() {
    let checked = checked(Path::new(MISTAKES));
    let mut expected = String::new();
    for diagnostic in &checked.diagnostics {
        let path = diagnostic.path.strip_prefix(MISTAKES).unwrap().display();
        let (line, column, rule) = (diagnostic.line, diagnostic.column, diagnostic.rule);
        writeln!(
            expected,
            "::error file={path},line={line},col={column},title={rule}::"
        )
        .unwrap();
    }
    let shown_for_github = shown(&checked, Format::GitHub, MISTAKES);
    for (line, expected) in shown_for_github.lines().zip(expected.lines()) {
        assert!(line.starts_with(expected), "{line}");
    }
    let json = shown(&checked, Format::Json, MISTAKES);
    let first: serde_json::Value = serde_json::from_str(json.lines().next().unwrap()).unwrap();
    assert_eq!(first["rule"], "wrong-address");
    assert_eq!(first["line"], 4);
}

#[test]
fn a_crate_that_cannot_be_read_is_an_error() {
    let no_root = TemporaryCrate::new("no-root", &[("src/other.rs", "")]);
    let error = check(&metadata(), &no_root.0).unwrap_err();
    assert!(matches!(error, CrateError::NoRoot { .. }), "{error}");
    let no_rust = TemporaryCrate::new("no-rust", &[("src/lib.rs", "\nstruct {")]);
    let error = check(&metadata(), &no_rust.0).unwrap_err();
    assert!(error.to_string().contains("lib.rs:2:8:"), "{error}");
}
