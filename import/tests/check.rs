//! Mistakes in a crate, and what is said of them.

#![allow(clippy::unwrap_used, reason = "a test that panics has failed")]

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use graph_resource_import::{
    CheckedCrate, CrateError, Format, Metadata, Options, check, diff, ensure_current, source,
    source_of_all, used,
};

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

/// Returns a crate with the type `user`, and its lock.
fn locked(name: &str) -> TemporaryCrate {
    let only = ["displayName", "manager", "settings"].map(str::to_owned);
    let options = Options {
        only: only.to_vec(),
        ..Options::default()
    };
    let text = source(&metadata(), &["user"], &options).unwrap();
    let locked = TemporaryCrate::new(name, &[("src/lib.rs", &*text)]);
    let lock = used(&metadata(), &locked.0).unwrap().to_csdl();
    fs::write(locked.0.join("graph.lock"), lock).unwrap();
    locked
}

#[test]
fn a_lock_has_what_a_crate_uses_and_no_more() {
    let locked = locked("lock");
    let lock = Metadata::read(locked.0.join("graph.lock")).unwrap();
    assert!(lock.types["microsoft.graph.user"].properties.len() > 5);
    assert!(lock.types.contains_key("microsoft.graph.settings"));
    assert!(!lock.types.contains_key("microsoft.graph.message"));
    assert!(!lock.enums.contains_key("microsoft.graph.importance"));
    assert_eq!(check(&lock, &locked.0).unwrap().diagnostics, []);
}

#[test]
fn structs_that_have_left_their_lock_are_reported() {
    let locked = locked("left");
    let lock = locked.0.join("graph.lock");
    ensure_current(&lock, &locked.0).unwrap();
    let path = locked.0.join("src/lib.rs");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text.replace("display_name", "displayed_name")).unwrap();
    let report = ensure_current(&lock, &locked.0).unwrap_err();
    assert!(
        report.contains("has no property `displayedName`"),
        "{report}"
    );
    fs::remove_file(&lock).unwrap();
    assert!(ensure_current(&lock, &locked.0).is_err());
}

#[test]
fn a_whole_crate_is_locked_as_it_is() {
    let text = source_of_all(&metadata()).unwrap();
    let imported = TemporaryCrate::new("whole", &[("src/lib.rs", &*text)]);
    let lock: Metadata = used(&metadata(), &imported.0)
        .unwrap()
        .to_csdl()
        .parse()
        .unwrap();
    assert_eq!(check(&lock, &imported.0).unwrap().diagnostics, []);
}

#[test]
fn a_diff_says_what_changes_for_the_types() {
    let new = SERVICE
        .replace(
            "Name=\"displayName\" Type=\"Edm.String\"",
            "Name=\"displayName\" Type=\"Edm.Int32\" Nullable=\"false\"",
        )
        .replace(
            "        <Property Name=\"type\" Type=\"Edm.String\" />\n",
            "",
        )
        .replace(
            "<Member Name=\"low\" Value=\"0\" />",
            "<Member Name=\"lowest\" Value=\"0\" />",
        )
        .replace(
            "<EnumType Name=\"architecture\" IsFlags=\"true\">",
            "<EnumType Name=\"architecture\">",
        );
    let new: Metadata = new.parse().unwrap();
    assert_eq!(
        diff(&metadata(), &new, &[]),
        "~ microsoft.graph.user/displayName: Edm.String -> Edm.Int32\n\
         ~ microsoft.graph.user/displayName can no longer be null\n\
         - microsoft.graph.user/type: Edm.String\n\
         ~ the members of microsoft.graph.architecture can no longer be combined\n\
         - microsoft.graph.importance/low\n\
         + microsoft.graph.importance/lowest\n"
    );
    assert_eq!(diff(&metadata(), &metadata(), &[]), "");
    let of_enum = diff(&metadata(), &new, &["importance"]);
    assert_eq!(of_enum.lines().count(), 2);
}
