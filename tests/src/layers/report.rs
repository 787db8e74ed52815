//! The violations that a check reports.

use std::collections::BTreeMap;
use std::fmt;

use super::graph::{Dependency, Graph};

/// One thing that is wrong. Its text says what to do instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Violation {
    /// A file uses something of a module above its own.
    Upward {
        /// The file.
        file: String,
        /// The path as written.
        path: String,
        /// The file that the path leads to.
        target: String,
    },
    /// Files depend on each other.
    Cycle {
        /// The files.
        files: Vec<String>,
        /// The shortest cycle among them, as text.
        shortest: String,
    },
    /// A file imports from the root file what the root file re-exports.
    RootReexport {
        /// The file.
        file: String,
        /// The path as written.
        path: String,
        /// The path to write instead.
        instead: String,
    },
    /// The order lacks a module.
    Unordered(String),
    /// The order names a module that does not exist.
    Missing(String),
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Upward { file, path, target } => write!(
                f,
                "{file}: `{path}` is defined in {target}, which stands above this file; move what is needed down, or this code up"
            ),
            Self::Cycle { files, shortest } => write!(
                f,
                "{} files depend on each other, for example {shortest}; move what they share to a file of its own",
                files.len()
            ),
            Self::RootReexport {
                file,
                path,
                instead,
            } => write!(
                f,
                "{file}: `{path}` is a re-export for users of the crate; write `{instead}`"
            ),
            Self::Unordered(module) => {
                write!(f, "the module `{module}` has no place in the order; add it")
            }
            Self::Missing(module) => {
                write!(
                    f,
                    "the order names the module `{module}`, which does not exist; remove it"
                )
            }
        }
    }
}

/// The violations of `order`, the names of the top-level modules from the lowest to the highest.
pub(super) fn violations(graph: &Graph, order: &[&str]) -> Vec<Violation> {
    let mut violations = Vec::new();
    let ordered = |module: &String| order.contains(&module.as_str());
    let unordered = graph.top_level.iter().filter(|module| !ordered(module));
    violations.extend(unordered.cloned().map(Violation::Unordered));
    let missing = order
        .iter()
        .filter(|module| !graph.top_level.contains(**module));
    violations.extend(missing.map(|module| Violation::Missing((*module).to_owned())));
    violations.extend(
        graph
            .root_reexports
            .iter()
            .map(|found| Violation::RootReexport {
                file: name(graph, found.file),
                path: found.path.clone(),
                instead: found.instead.clone(),
            }),
    );
    violations.extend(upward(graph, order));
    for component in graph.components() {
        violations.push(Violation::Cycle {
            files: component.iter().map(|&file| name(graph, file)).collect(),
            shortest: shortest_cycle(graph, &component),
        });
    }
    violations
}

/// The dependencies on a higher module.
fn upward(graph: &Graph, order: &[&str]) -> Vec<Violation> {
    let places: BTreeMap<_, _> = order.iter().zip(0..).collect();
    // The root file stands above all. What has no place is reported as such.
    let place = |file: usize| match &graph.layers[file] {
        Some(module) => places.get(&module.as_str()).copied(),
        None => Some(order.len()),
    };
    let is_upward = |dependency: &&Dependency| {
        let places = place(dependency.from).zip(place(dependency.to));
        places.is_some_and(|(from, to)| from < to)
    };
    let upward = graph.dependencies.iter().filter(is_upward);
    let violation = |dependency: &Dependency| Violation::Upward {
        file: name(graph, dependency.from),
        path: dependency.path.clone(),
        target: name(graph, dependency.to),
    };
    upward.map(violation).collect()
}

fn shortest_cycle(graph: &Graph, component: &[usize]) -> String {
    let cycle = graph.shortest_cycle(component);
    let first = cycle.iter().take(1).map(|first| name(graph, first.from));
    let steps = cycle
        .iter()
        .map(|step| format!("{} (`{}`)", name(graph, step.to), step.path));
    first.chain(steps).collect::<Vec<_>>().join(" -> ")
}

fn name(graph: &Graph, file: usize) -> String {
    graph.files[file].display().to_string()
}
