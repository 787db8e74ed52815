//! Checks the documentation of a crate with resources, and that of the runtime, as users read it:
//!
//!     cargo doc --no-deps -p graph-resource -p graph-resource-hygiene-lints
//!     cargo run -p graph-resource-tests --bin pages
//!
//! Each name in a signature is one that can be looked up, and the page of a request says where its methods are. Blanket implementations are
//! left out: rustdoc shows the bounds of all of them, also of those that are hidden.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs, io};

const RUNTIME: &str = "graph_resource";
const USER: &str = "graph_resource_hygiene_lints";

/// The generic parameters of generated code: those for requests, and those that the derives of serde and of the standard library show as well.
const PARAMETERS: [&str; 9] = [
    "Body", "Kind", "Patch", "Request", "Steps", "__D", "__H", "__S", "__de",
];

fn main() -> io::Result<ExitCode> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), PathBuf::from);
    let docs = target.join("doc");
    let private = private_names(&root.join("runtime/src"), &docs.join(RUNTIME))?;
    let mut problems = Vec::new();
    let mut count = 0;
    for path in [RUNTIME, USER]
        .iter()
        .flat_map(|name| files(&docs.join(name), "html"))
    {
        let page = fs::read_to_string(&path)?;
        let page_problems = unknown_names(&page, &private)
            .filter(|name| own_name(&path) != Some(name))
            .map(|name| format!("`{name}` in a signature has no page"))
            .chain(alias_problem(&path, &page));
        problems.extend(page_problems.map(|problem| format!("{}: {problem}", path.display())));
        count += 1;
    }
    if count == 0 {
        problems.push(format!("{}: no pages", docs.display()));
    }
    for problem in &problems {
        eprintln!("{problem}");
    }
    println!("{count} pages, {} problems", problems.len());
    Ok(ExitCode::from(u8::from(!problems.is_empty())))
}

/// Returns the names of the types and traits that the runtime declares and that have no page.
fn private_names(source: &Path, docs: &Path) -> io::Result<BTreeSet<String>> {
    let mut names = BTreeSet::new();
    for path in files(source, "rs") {
        let text = fs::read_to_string(path)?;
        names.extend(text.lines().filter_map(declared).map(str::to_owned));
    }
    let is_internal = |path: &Path| {
        path.components()
            .any(|part| part.as_os_str() == "__private")
    };
    for path in files(docs, "html").filter(|path| !is_internal(path)) {
        if let Some(name) = own_name(&path) {
            names.remove(name);
        }
    }
    Ok(names)
}

/// Returns the name of the type or trait that the line declares in its module.
fn declared(line: &str) -> Option<&str> {
    let line = line.strip_prefix("pub").map_or(line, |rest| {
        let scope = rest.strip_prefix('(').and_then(|rest| rest.split_once(')'));
        scope.map_or(rest, |(_, rest)| rest).trim_start()
    });
    let (keyword, rest) = line.split_once(' ')?;
    let is_declaration = ["struct", "enum", "trait", "type"].contains(&keyword);
    words(rest).next().filter(|_| is_declaration)
}

/// Returns the names in the signatures of a page that a reader cannot look up.
fn unknown_names(page: &str, private: &BTreeSet<String>) -> impl Iterator<Item = String> {
    let page = page
        .split("id=\"blanket-implementations\"")
        .next()
        .unwrap_or_default();
    let item = between(page, "<pre class=\"rust item-decl\">", "</pre>");
    let members = between(page, "class=\"code-header\">", "</h");
    let names: BTreeSet<String> = item
        .chain(members)
        .flat_map(|signature| {
            let text = unlinked(signature);
            let unknown = types(&text)
                .filter(|word| private.contains(*word) || word.starts_with("__"))
                .filter(|word| !PARAMETERS.contains(word))
                .filter(|word| !page.contains(&format!("id=\"variant.{word}\"")));
            unknown.map(str::to_owned).collect::<Vec<_>>()
        })
        .collect();
    names.into_iter()
}

/// Returns the name of the item whose page it is: `User` of `struct.User.html`.
fn own_name(page: &Path) -> Option<&str> {
    page.file_name()?.to_str()?.split('.').nth(1)
}

/// Returns the problem of the page of an alias for a request, which has no methods.
fn alias_problem(path: &Path, page: &str) -> Option<String> {
    let name = path.file_name()?.to_str()?;
    let is_request = ["Update", "Create", "Upsert"]
        .iter()
        .any(|kind| name.ends_with(&format!("{kind}.html")));
    let is_alias = name.starts_with("type.") && is_request;
    (is_alias && !page.contains("#method.send\"")).then(|| "no link to `send`".to_owned())
}

fn between<'a>(text: &'a str, start: &'a str, end: &'a str) -> impl Iterator<Item = &'a str> {
    let rest = text.split(start).skip(1);
    rest.map(move |rest| rest.split(end).next().unwrap_or_default())
}

/// Returns the text outside of tags and of links.
fn unlinked(html: &str) -> String {
    let pieces = html.split('<').filter_map(|piece| {
        let (tag, text) = piece.split_once('>').unwrap_or(("", piece));
        (!tag.starts_with("a ")).then(|| text.replace("&lt;", "<").replace("&gt;", ">"))
    });
    pieces.collect()
}

/// Returns the words that can be types: not those after `::`, and no associated types, as in `Item = T` or `Stream<Item: Into<T>>`.
fn types(text: &str) -> impl Iterator<Item = &str> {
    let mut end = 0;
    words(text).filter(move |word| {
        let start = end + text[end..].find(word).unwrap_or_default();
        end = start + word.len();
        let (before, after) = (&text[..start], text[end..].trim_start());
        let is_bound = before.ends_with('<') && after.starts_with(':');
        !after.starts_with('=')
            && !is_bound
            && !["::", "type "].iter().any(|one| before.ends_with(one))
    })
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|character: char| !character.is_alphanumeric() && character != '_')
        .filter(|word| !word.is_empty())
}

/// Returns the files of a folder and of those in it.
fn files(folder: &Path, extension: &'static str) -> impl Iterator<Item = PathBuf> + use<> {
    let mut folders = vec![folder.to_owned()];
    let mut found = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|one| one == extension) {
                found.push(path);
            }
        }
    }
    found.sort();
    found.into_iter()
}
