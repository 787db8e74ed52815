//! This program as cargo's wrapper of the compiler: it notes the CPU time of compiling the workspace's own crates, or the instructions.
//!
//! The time is that of the process and its children, which Linux tells in `/proc`, in hundredths of a second.

use std::ffi::OsString;
use std::fs::OpenOptions;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use crate::{Result, crates, program};

const LOG: &str = "COST_RUSTC_LOG";
/// Counts instructions instead of time, if it is set.
const COUNT: &str = "COST_RUSTC_COUNT";

/// Returns the log file, if this process is the wrapper.
pub(crate) fn log() -> Option<PathBuf> {
    std::env::var_os(LOG).map(PathBuf::from)
}

/// Runs the compiler, which the first argument names.
pub(crate) fn run(log: &Path) -> ExitCode {
    let mut arguments = std::env::args_os().skip(1);
    let Some(compiler) = arguments.next() else {
        return ExitCode::FAILURE;
    };
    let arguments: Vec<_> = arguments.collect();
    let name = arguments
        .iter()
        .skip_while(|argument| *argument != "--crate-name")
        .nth(1);
    // Cargo also asks the compiler about itself, and wants an answer that is not about instructions.
    let is_counted = name.is_some_and(|name| name != "___") && std::env::var_os(COUNT).is_some();
    let figure = if is_counted {
        count(&arguments)
    } else {
        time(&compiler, &arguments)
    };
    match (figure, name) {
        (Ok(figure), Some(name)) => {
            let log = OpenOptions::new().create(true).append(true).open(log);
            let noted = log.and_then(|mut log| writeln!(log, "{} {figure}", name.display()));
            noted.map_or(ExitCode::FAILURE, |()| ExitCode::SUCCESS)
        }
        (Ok(_), None) => ExitCode::SUCCESS,
        (Err(error), _) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// Runs the compiler, and returns seconds of CPU.
fn time(compiler: &OsString, arguments: &[OsString]) -> Result<f64> {
    let status = Command::new(compiler).args(arguments).status()?;
    if status.success() {
        children()
    } else {
        Err("the compiler failed".into())
    }
}

/// Runs the compiler itself, and not what `rustup` has in its place, and returns its instructions.
fn count(arguments: &[OsString]) -> Result<f64> {
    let mut rustc = Command::new(crates::rustc());
    let sysroot = crates::succeed(rustc.args(["--print", "sysroot"]))?;
    let mut command = Command::new("valgrind");
    command
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
        .arg(Path::new(sysroot.trim()).join("bin/rustc"))
        .args(arguments);
    program::collected(&mut command)
}

/// Seconds of CPU that the ended children of this process have used, and theirs.
pub(crate) fn children() -> Result<f64> {
    let stat = std::fs::read_to_string("/proc/self/stat")?;
    let (_, fields) = stat
        .rsplit_once(')')
        .ok_or("/proc/self/stat has no name in it")?;
    // Of proc(5): cutime and cstime are fields 16 and 17, and the first after the name is field 3.
    let ticks: Vec<f64> = fields
        .split_whitespace()
        .skip(13)
        .take(2)
        .map(str::parse)
        .collect::<Result<_, _>>()?;
    Ok(ticks.iter().sum::<f64>() / 100.0)
}

/// Seconds of CPU that a command used, with its children.
pub(crate) fn cpu_time(command: &mut Command) -> Result<f64> {
    let before = children()?;
    crates::succeed(command)?;
    Ok(children()? - before)
}

/// Instructions that compiling the crate `name` itself took, in a run of cargo.
pub(crate) fn instructions(cargo: &mut Command, log: &Path, name: &str) -> Result<f64> {
    compile_time(cargo.env(COUNT, "1"), log, name)
}

/// Seconds of CPU that compiling the crate `name` itself took, in a run of cargo.
pub(crate) fn compile_time(cargo: &mut Command, log: &Path, name: &str) -> Result<f64> {
    let _ = std::fs::remove_file(log);
    cargo
        .env(LOG, log)
        .env("RUSTC_WORKSPACE_WRAPPER", std::env::current_exe()?);
    crates::succeed(cargo)?;
    let log = std::fs::read_to_string(log)?;
    let time = log
        .lines()
        .find_map(|line| line.strip_prefix(name)?.strip_prefix(' '));
    Ok(time
        .ok_or_else(|| format!("{name} was not compiled"))?
        .parse()?)
}
