//! Prints how the files of each crate depend on each other, and figures of their text.
//!
//! `cargo run -p graph-resource-tests --bin layers`

mod docs;
mod lines;

use std::fmt::Display;
use std::path::{Path, PathBuf};

use graph_resource_tests::layers::order::{CRATES, Crate};
use graph_resource_tests::layers::{self, Graph};

/// The number of the longest files and functions that are printed.
const LONGEST: usize = 5;

fn main() {
    for one in &CRATES {
        print(one);
    }
}

fn print(one: &Crate) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("..")
        .join(one.folder)
        .join("src");
    let graph = layers::read(&folder.join("lib.rs"));
    println!("{}", one.folder);
    let pairs: std::collections::BTreeSet<_> = graph
        .dependencies
        .iter()
        .map(|dependency| (dependency.from, dependency.to))
        .collect();
    println!(
        "  files: {}, dependencies: {}",
        graph.files.len(),
        pairs.len()
    );
    println!(
        "  paths through re-exports of the root: {}",
        graph.root_reexports.len()
    );
    components(&graph);
    text(&graph, &folder);
}

fn components(graph: &Graph) {
    let components = graph.components();
    println!("  components of more than one file: {}", components.len());
    for component in components {
        let modules: std::collections::BTreeSet<_> = component
            .iter()
            .map(|&file| graph.layers[file].as_deref().unwrap_or("lib.rs"))
            .collect();
        println!(
            "    {} files in {} modules: {}",
            component.len(),
            modules.len(),
            list(modules)
        );
    }
}

fn text(graph: &Graph, folder: &Path) {
    let mut files: Vec<(usize, &PathBuf)> = Vec::new();
    let mut functions = Vec::new();
    let (mut macro_rules, mut blocks) = (0, docs::Blocks::default());
    for file in &graph.files {
        let text = std::fs::read_to_string(folder.join(file)).unwrap_or_default();
        let text = lines::without_tests(&text);
        files.push((text.len(), file));
        let found = lines::items(&text, "fn ").into_iter();
        functions
            .extend(found.map(|(lines, name)| (lines, format!("{name} in {}", file.display()))));
        macro_rules += lines::items(&text, "macro_rules! ")
            .iter()
            .map(|(lines, _)| lines)
            .sum::<usize>();
        blocks.add(&text);
    }
    println!(
        "  longest files: {}",
        longest(
            files
                .into_iter()
                .map(|(lines, file)| (lines, file.display()))
        )
    );
    println!("  longest functions: {}", longest(functions.into_iter()));
    println!("  lines of macro_rules: {macro_rules}");
    println!(
        "  doc blocks: {}, of which {} begin with a question word",
        blocks.all, blocks.questions
    );
    let types = docs::exported_types(folder, &graph.files);
    println!(
        "  exported types: {}, of which {} have an example; not: {}",
        types.len(),
        types.iter().filter(|(_, has_example)| *has_example).count(),
        list(
            types
                .iter()
                .filter(|(_, has_example)| !has_example)
                .map(|(name, _)| name)
        ),
    );
}

fn longest<T: Display>(counted: impl Iterator<Item = (usize, T)>) -> String {
    let mut counted: Vec<_> = counted.collect();
    counted.sort_by_key(|(lines, _)| std::cmp::Reverse(*lines));
    list(
        counted
            .iter()
            .take(LONGEST)
            .map(|(lines, name)| format!("{lines} {name}")),
    )
}

fn list(parts: impl IntoIterator<Item = impl Display>) -> String {
    let parts: Vec<_> = parts.into_iter().map(|part| part.to_string()).collect();
    parts.join(", ")
}
