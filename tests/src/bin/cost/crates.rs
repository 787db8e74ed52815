//! Folders and calls of cargo.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::Result;

/// The workspace of this project.
pub(crate) fn project() -> PathBuf {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR"));
    tests.parent().unwrap_or(tests).to_owned()
}

/// The path of the runtime, for a manifest.
pub(crate) fn runtime() -> String {
    project().join("runtime").display().to_string()
}

/// The workspace of what is measured.
pub(crate) fn measured() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("cost")
}

/// The target folder of all that is built for measuring, below the folder of this program.
pub(crate) fn target() -> Result<PathBuf> {
    let program = std::env::current_exe()?;
    let profile = program.parent().and_then(Path::parent);
    Ok(profile.ok_or("this program is in no folder")?.join("cost"))
}

pub(crate) fn rustc() -> String {
    std::env::var("RUSTC").unwrap_or_else(|_| "rustc".to_owned())
}

/// `cargo`, in a folder, with a target directory, and without what the environment would add.
pub(crate) fn cargo(folder: &Path, target: &Path) -> Command {
    let mut command = Command::new(std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned()));
    command.current_dir(folder).env("CARGO_TARGET_DIR", target);
    for name in [
        "RUSTFLAGS",
        "CARGO_ENCODED_RUSTFLAGS",
        "CARGO_INCREMENTAL",
        "RUST_BACKTRACE",
    ] {
        command.env_remove(name);
    }
    // Those that cargo sets for this program would be taken for the settings of a user.
    for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("CARGO_PKG_")) {
        command.env_remove(name);
    }
    command.stdin(Stdio::null());
    command
}

/// Runs a command that has to succeed; what it says is shown only if it does not.
pub(crate) fn succeed(command: &mut Command) -> Result<String> {
    let output = command
        .output()
        .map_err(|error| format!("{command:?}: {error}"))?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    let said = String::from_utf8_lossy(&output.stderr);
    let said: Vec<_> = said.lines().take(40).collect();
    let said = said.join("\n");
    let arguments: Vec<_> = command.get_args().collect();
    let program = command.get_program().display();
    Err(format!("{program} {arguments:?} failed: {said}").into())
}

/// Builds measured programs, and returns where they are.
pub(crate) fn build(package: &str, features: Option<&str>) -> Result<PathBuf> {
    let mut target = target()?.join("measured");
    if let Some(features) = features {
        target = target.with_file_name(format!("measured-{features}"));
    }
    let mut cargo = cargo(&measured(), &target);
    cargo.args(["build", "--release", "--locked", "--package", package]);
    if let Some(features) = features {
        cargo.args(["--features", features]);
    }
    succeed(&mut cargo)?;
    Ok(target.join("release"))
}
