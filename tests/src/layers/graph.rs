//! The files of a crate and their dependencies on each other.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::path::PathBuf;

use super::resolve::Target;
use super::tree::{ModuleId, Tree};

/// The files of a crate and their dependencies on each other.
#[derive(Debug)]
pub struct Graph {
    /// The files, relative to the folder of the root file, which is the first.
    pub files: Vec<PathBuf>,
    /// The top-level module that each file belongs to; none for the root file.
    pub layers: Vec<Option<String>>,
    /// The names of the top-level modules.
    pub top_level: BTreeSet<String>,
    /// The dependencies, without duplicates.
    pub dependencies: BTreeSet<Dependency>,
    /// The uses of re-exports of the root.
    pub root_reexports: BTreeSet<RootReexport>,
}

/// The use of one file's item by another file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Dependency {
    /// The index of the file that uses it.
    pub from: usize,
    /// The index of the file that defines it.
    pub to: usize,
    /// The path as written.
    pub path: String,
}

/// A path through a re-export of the root file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct RootReexport {
    /// The index of the file with the path.
    pub file: usize,
    /// The path as written.
    pub path: String,
    /// The path to write instead.
    pub instead: String,
}

impl Graph {
    pub(super) fn new(tree: &Tree) -> Self {
        let mut graph = Self {
            files: tree.files.clone(),
            layers: vec![None; tree.files.len()],
            top_level: BTreeSet::new(),
            dependencies: BTreeSet::new(),
            root_reexports: BTreeSet::new(),
        };
        for (id, module) in tree.modules.iter().enumerate() {
            if let Some(name) = module.path.first() {
                graph.top_level.insert(name.clone());
                if module.file != 0 {
                    graph.layers[module.file] = Some(name.clone());
                }
            }
            graph.module(tree, id);
        }
        graph
    }

    /// The components of files that all depend on each other, with more than one file, the largest first.
    pub fn components(&self) -> Vec<Vec<usize>> {
        let reached: Vec<_> = (0..self.files.len())
            .map(|file| self.reachable(file))
            .collect();
        let mut components: Vec<Vec<usize>> = Vec::new();
        for file in 0..self.files.len() {
            if components.iter().any(|component| component.contains(&file)) {
                continue;
            }
            let others = reached[file].iter().copied();
            let component: Vec<_> = others
                .filter(|&other| reached[other].contains(&file))
                .collect();
            if component.len() > 1 {
                components.push(component);
            }
        }
        components.sort_by_key(|component| std::cmp::Reverse(component.len()));
        components
    }

    /// The shortest cycle among the files of a component: a dependency on the next file for each file.
    pub fn shortest_cycle(&self, component: &[usize]) -> Vec<&Dependency> {
        let cycles = component
            .iter()
            .filter_map(|&file| self.cycle_through(file));
        cycles.min_by_key(Vec::len).unwrap_or_default()
    }

    /// The shortest cycle that begins and ends at `start`.
    fn cycle_through(&self, start: usize) -> Option<Vec<&Dependency>> {
        let mut arrivals: BTreeMap<usize, &Dependency> = BTreeMap::new();
        let mut open = VecDeque::from([start]);
        while let Some(file) = open.pop_front() {
            for dependency in self.dependencies.iter().filter(|one| one.from == file) {
                if let Entry::Vacant(entry) = arrivals.entry(dependency.to) {
                    entry.insert(dependency);
                    open.push_back(dependency.to);
                }
            }
        }
        let mut cycle = vec![*arrivals.get(&start)?];
        while cycle[cycle.len() - 1].from != start {
            cycle.push(*arrivals.get(&cycle[cycle.len() - 1].from)?);
        }
        cycle.reverse();
        Some(cycle)
    }

    /// The files that `start` depends on, also through others. It is among them if there is a cycle.
    fn reachable(&self, start: usize) -> BTreeSet<usize> {
        let (mut reached, mut open) = (BTreeSet::new(), vec![start]);
        while let Some(file) = open.pop() {
            for dependency in self.dependencies.iter().filter(|one| one.from == file) {
                if reached.insert(dependency.to) {
                    open.push(dependency.to);
                }
            }
        }
        reached
    }

    fn module(&mut self, tree: &Tree, id: ModuleId) {
        let names = &tree.modules[id].names;
        for import in &names.imports {
            let Some(target) = tree.resolve(id, &import.target) else {
                continue;
            };
            if !(import.is_reexport && is_below(tree, target.module, id)) {
                self.add(tree, id, &import.target, target);
            }
        }
        for path in &names.paths {
            if let Some(target) = tree.resolve(id, path) {
                self.add(tree, id, path, target);
            }
        }
        for call in &names.calls {
            if let Some(module) = tree.macro_definer(id, call) {
                let target = Target {
                    module,
                    instead_of_root: None,
                };
                self.add(tree, id, &[format!("{call}!")], target);
            }
        }
    }

    fn add(&mut self, tree: &Tree, from: ModuleId, path: &[String], target: Target) {
        let (from, to) = (tree.modules[from].file, tree.modules[target.module].file);
        // What begins with an imported name is reported for the import.
        let is_absolute = matches!(path[0].as_str(), "crate" | "self" | "super");
        let path = path.join("::");
        if let Some(instead) = target.instead_of_root
            && from != 0
        {
            if is_absolute {
                let path = path.clone();
                self.root_reexports.insert(RootReexport {
                    file: from,
                    path,
                    instead,
                });
            }
            if to == 0 {
                return;
            }
        }
        let is_known = || {
            self.dependencies
                .iter()
                .any(|one| (one.from, one.to) == (from, to))
        };
        if from != to && (is_absolute || !is_known()) {
            self.dependencies.insert(Dependency { from, to, path });
        }
    }
}

/// Returns `true` if `module` is `ancestor` or one of its descendants.
fn is_below(tree: &Tree, module: ModuleId, ancestor: ModuleId) -> bool {
    tree.modules[module]
        .path
        .starts_with(&tree.modules[ancestor].path)
}
