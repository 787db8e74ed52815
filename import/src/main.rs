//! `cargo graph-resource`: structs for `graph-resource` from the metadata of Microsoft Graph.

use std::error::Error;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand, ValueEnum};
use graph_resource_import::{
    Format, Metadata, Options, check, diff, emulator, list, replace, seed, show, source,
    source_of_all, used,
};

/// Writes annotated structs from the metadata of Microsoft Graph, and looks things up in it.
///
/// The metadata is what <https://graph.microsoft.com/v1.0/$metadata> answers.
#[derive(Debug, Parser)]
#[command(
    name = "cargo graph-resource",
    bin_name = "cargo graph-resource",
    version
)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Lists the types, addresses and operations whose name contains a pattern.
    List {
        /// A part of a name or a path, in any letter case.
        #[arg(default_value = "")]
        pattern: String,
        #[command(flatten)]
        metadata: File,
    },
    /// Prints one type for reading.
    Show {
        /// The name of the type, with its namespace or without `microsoft.graph`.
        name: String,
        #[command(flatten)]
        metadata: File,
    },
    /// Serves entity types of the metadata at a port of this machine, for programs in any language. Any bearer token is accepted.
    Serve {
        #[command(flatten)]
        metadata: File,
        /// The names of the types, separated by commas, or none for all.
        #[arg(long, value_delimiter = ',')]
        types: Vec<String>,
        /// The port, or a free one.
        #[arg(long, default_value_t = 0)]
        port: u16,
        /// A file of JSON with the items that are there from the start: an object of paths, each with an item or an array of them.
        #[arg(long, value_name = "FILE")]
        seed: Option<PathBuf>,
    },
    /// Says what a new document of metadata changes for the types of an older one.
    Diff {
        /// The older document, such as `graph.lock`.
        old: PathBuf,
        /// The newer document.
        new: PathBuf,
        /// The names of the types, or none for all of the older document.
        types: Vec<String>,
    },
    /// Writes the part of the metadata that a crate uses into its `graph.lock`.
    Lock {
        /// The folder of the crate.
        #[arg(default_value = ".")]
        folder: PathBuf,
        #[command(flatten)]
        metadata: File,
    },
    /// Compares the structs of a crate with the metadata.
    ///
    /// The exit status is 1 if something is wrong.
    Check {
        /// The folder of the crate.
        #[arg(default_value = ".")]
        folder: PathBuf,
        /// The file with the metadata.
        #[arg(long, value_name = "FILE", required_unless_present = "locked")]
        metadata: Option<PathBuf>,
        /// Compares them with `graph.lock`, the part of the metadata that was agreed on.
        #[arg(long, conflicts_with = "metadata")]
        locked: bool,
        /// The form of the output.
        #[arg(long, value_enum, default_value_t = Shown::Human)]
        format: Shown,
        /// Mends what is certain, in place.
        #[arg(long)]
        fix: bool,
    },
    /// Writes the source of types and of everything that they need.
    Import {
        /// The names of the types, with their namespace or without `microsoft.graph`.
        #[arg(required_unless_present = "all")]
        types: Vec<String>,
        #[command(flatten)]
        metadata: File,
        /// All types of the metadata.
        #[arg(long, conflicts_with_all = ["types", "only", "paths"])]
        all: bool,
        /// The path of a named type, if it has several: `/users/{user_id}/messages`. A further one of the type is a further address.
        #[arg(long = "path", value_name = "PATH")]
        paths: Vec<String>,
        /// The properties to write, separated by commas. Relationships are written only if they are named.
        #[arg(long, value_delimiter = ',')]
        only: Vec<String>,
        /// How many types deep complex types are written. What is deeper is a `serde_json::Value`.
        #[arg(long)]
        depth: Option<usize>,
        /// The file to write, instead of the standard output.
        #[arg(long)]
        out: Option<PathBuf>,
    },
}

/// The form of diagnostics.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum Shown {
    /// As the compiler shows them.
    Human,
    /// An object of JSON on each line.
    Json,
    /// Commands of GitHub Actions.
    Github,
}

#[derive(Debug, Args)]
struct File {
    /// The file with the metadata.
    #[arg(long, value_name = "FILE")]
    metadata: PathBuf,
}

impl File {
    fn read(&self) -> Result<Metadata, Box<dyn Error>> {
        read(&self.metadata)
    }
}

/// The file in the folder of a crate with the part of the metadata that it uses.
const LOCK: &str = "graph.lock";

fn read(path: &Path) -> Result<Metadata, Box<dyn Error>> {
    let metadata = Metadata::read(path);
    metadata.map_err(|error| format!("{}: {error}", path.display()).into())
}

fn main() -> ExitCode {
    // Cargo passes the name of the subcommand.
    let arguments = std::env::args_os().enumerate();
    let arguments =
        arguments.filter(|(index, argument)| !(*index == 1 && argument == "graph-resource"));
    let arguments = Arguments::parse_from(arguments.map(|(_, argument)| argument));
    match run(arguments.command) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::from(2)
        }
    }
}

/// Runs a command, and returns whether nothing is wrong.
fn run(command: Command) -> Result<bool, Box<dyn Error>> {
    match command {
        Command::Check {
            folder,
            metadata,
            locked,
            format,
            fix,
        } => {
            let lock = folder.join(LOCK);
            let metadata = metadata.filter(|_| !locked).unwrap_or(lock);
            return run_check(&read(&metadata)?, &folder, format, fix);
        }
        Command::Serve {
            metadata,
            types,
            port,
            seed: data,
        } => {
            let types: Vec<&str> = types.iter().map(String::as_str).collect();
            let emulator = emulator(&metadata.read()?, &types).port(port).start()?;
            if let Some(path) = data {
                let text = std::fs::read_to_string(&path)
                    .map_err(|error| format!("{}: {error}", path.display()))?;
                seed(&emulator, &serde_json::from_str(&text)?)?;
            }
            print(&format!("{}/v1.0\n", emulator.url()))?;
            loop {
                std::thread::park();
            }
        }
        Command::Diff { old, new, types } => {
            let types: Vec<&str> = types.iter().map(String::as_str).collect();
            print(&diff(&read(&old)?, &read(&new)?, &types))
        }
        Command::Lock { folder, metadata } => {
            let used = used(&metadata.read()?, &folder)?;
            let lock = folder.join(LOCK);
            let written = replace(&lock, &used.to_csdl());
            written.map_err(|error| format!("{}: {error}", lock.display()).into())
        }
        Command::List { pattern, metadata } => print(&list(&metadata.read()?, &pattern)),
        Command::Show { name, metadata } => {
            let text = show(&metadata.read()?, &name);
            print(&text.ok_or_else(|| format!("the metadata has no type `{name}`"))?)
        }
        Command::Import {
            types,
            metadata,
            all,
            paths,
            only,
            depth,
            out,
        } => {
            let metadata = metadata.read()?;
            let options = Options { only, depth, paths };
            let types: Vec<&str> = types.iter().map(String::as_str).collect();
            let text = if all {
                source_of_all(&metadata)
            } else {
                source(&metadata, &types, &options)
            }?;
            match out {
                Some(out) => {
                    let written = replace(&out, &text);
                    written.map_err(|error| format!("{}: {error}", out.display()).into())
                }
                None => print(&text),
            }
        }
    }?;
    Ok(true)
}

fn run_check(
    metadata: &Metadata,
    folder: &Path,
    format: Shown,
    fix: bool,
) -> Result<bool, Box<dyn Error>> {
    let format = match format {
        Shown::Human => Format::Human,
        Shown::Json => Format::Json,
        Shown::Github => Format::GitHub,
    };
    let checked = check(metadata, folder)?;
    let mut left = 0;
    for diagnostic in &checked.diagnostics {
        if fix && diagnostic.fix.is_some() {
            continue;
        }
        left += 1;
        let text = checked.texts.get(&diagnostic.path);
        print(&diagnostic.render(format, text.map_or("", |text| text)))?;
    }
    if fix {
        for (path, text) in checked.fixed() {
            replace(path, &text).map_err(|error| format!("{}: {error}", path.display()))?;
        }
    }
    Ok(left == 0)
}

/// Prints a text. That nobody reads it to the end is no error.
fn print(text: &str) -> Result<(), Box<dyn Error>> {
    match io::stdout().lock().write_all(text.as_bytes()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(()),
    }
}
