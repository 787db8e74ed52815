//! The source files of a crate.

use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use syn::spanned::Spanned;
use syn::{Expr, ExprLit, Item, ItemMod, Lit, Meta};

/// The most files of a crate that are read.
const MAX_FILES: usize = 10_000;

/// The reason why a crate cannot be read.
#[derive(Debug)]
#[non_exhaustive]
pub enum CrateError {
    /// A file cannot be read.
    File {
        /// Its path.
        path: PathBuf,
        /// Why.
        error: io::Error,
    },
    /// A file is no Rust.
    Syntax {
        /// Its path.
        path: PathBuf,
        /// What the parser says, with its line.
        message: String,
    },
    /// The crate has no `src/lib.rs` and no `src/main.rs`.
    NoRoot {
        /// The folder.
        path: PathBuf,
    },
    /// The crate has more files than are read.
    TooMany,
}

impl fmt::Display for CrateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File { path, error } => write!(f, "{}: {error}", path.display()),
            Self::Syntax { path, message } => write!(f, "{}:{message}", path.display()),
            Self::NoRoot { path } => write!(
                f,
                "{}: there is neither `src/lib.rs` nor `src/main.rs`",
                path.display()
            ),
            Self::TooMany => write!(f, "the crate has more than {MAX_FILES} files"),
        }
    }
}

impl std::error::Error for CrateError {}

/// A source file.
pub(super) struct SourceFile {
    pub(super) path: PathBuf,
    pub(super) text: String,
    /// The path of its module in the crate.
    pub(super) module: Vec<String>,
    pub(super) items: Vec<Item>,
}

/// Reads the files of a crate: its roots and the modules below them.
pub(super) fn read(folder: &Path) -> Result<Vec<SourceFile>, CrateError> {
    let roots = ["src/lib.rs", "src/main.rs"].map(|root| folder.join(root));
    let roots = roots.into_iter().filter(|root| root.is_file());
    let mut open: Vec<ModuleFile> = roots
        .map(|path| ModuleFile {
            path,
            module: Vec::new(),
        })
        .collect();
    if open.is_empty() {
        let path = folder.to_path_buf();
        return Err(CrateError::NoRoot { path });
    }
    let mut files: Vec<SourceFile> = Vec::new();
    while let Some(found) = open.pop() {
        if files.iter().any(|file| file.path == found.path) {
            continue;
        }
        if files.len() >= MAX_FILES {
            return Err(CrateError::TooMany);
        }
        let file = read_file(found)?;
        modules(&file.items, &below(&file.path), &file.module, &mut open);
        files.push(file);
    }
    files.sort_by(|one, other| one.path.cmp(&other.path));
    Ok(files)
}

/// A file of a module that was found.
struct ModuleFile {
    path: PathBuf,
    module: Vec<String>,
}

fn read_file(ModuleFile { path, module }: ModuleFile) -> Result<SourceFile, CrateError> {
    let text = match fs::read_to_string(&path) {
        Ok(text) => text,
        Err(error) => return Err(CrateError::File { path, error }),
    };
    match syn::parse_file(&text) {
        Ok(file) => Ok(SourceFile {
            path,
            text,
            module,
            items: file.items,
        }),
        Err(error) => {
            let start = error.span().start();
            let message = format!("{}:{}: {error}", start.line, start.column + 1);
            Err(CrateError::Syntax { path, message })
        }
    }
}

/// Returns the folder of the modules that a file declares.
fn below(path: &Path) -> PathBuf {
    let folder = path.parent().unwrap_or(Path::new(""));
    match path.file_stem().and_then(|stem| stem.to_str()) {
        Some("lib" | "main" | "mod") | None => folder.to_path_buf(),
        Some(name) => folder.join(name),
    }
}

/// Adds the files of the modules that are declared here. A module without a file, such as one that a build script writes, is left out.
fn modules(items: &[Item], folder: &Path, within: &[String], files: &mut Vec<ModuleFile>) {
    for item in items {
        let Item::Mod(module) = item else { continue };
        let name = module.ident.to_string();
        let name = name.strip_prefix("r#").unwrap_or(&name);
        let path_of_module = [within, &[name.to_owned()]].concat();
        if let Some((_, items)) = &module.content {
            modules(items, &folder.join(name), &path_of_module, files);
            continue;
        }
        let candidates = match stated_path(module) {
            Some(path) => vec![folder.join(path)],
            None => vec![
                folder.join(format!("{name}.rs")),
                folder.join(name).join("mod.rs"),
            ],
        };
        let found = candidates.into_iter().find(|path| path.is_file());
        files.extend(found.map(|path| ModuleFile {
            path,
            module: path_of_module,
        }));
    }
}

/// Returns the path of `#[path = "…"]`.
fn stated_path(module: &ItemMod) -> Option<String> {
    module.attrs.iter().find_map(|attribute| {
        let Meta::NameValue(meta) = &attribute.meta else {
            return None;
        };
        match &meta.value {
            Expr::Lit(ExprLit {
                lit: Lit::Str(path),
                ..
            }) if meta.path.is_ident("path") => Some(path.value()),
            _ => None,
        }
    })
}

/// Returns the bytes of a file that a part of it has.
pub(super) fn range(part: &impl Spanned) -> std::ops::Range<usize> {
    part.span().byte_range()
}
