//! Checks that the modules of a crate depend on each other in one direction.
//!
//! A crate's top-level modules have an order, bottom up ([`order`]), and a module uses only those below its own. The files of a
//! crate, also those within one folder, have no cycles.
//!
//! A file depends on another where it names something that is defined there:
//!
//! - A name counts for the file that defines it, not for the `mod.rs` that re-exports it.
//! - A `mod.rs` that declares its children (`mod child;`) or re-exports what they define (`pub use child::Item`, whatever the
//!   visibility) does not depend on them. One that calls `child::function()`, or that imports a child's item for its own use, does. So
//!   does a child that uses what its `mod.rs` defines.
//! - `lib.rs` stands above all modules: it may name any of them, and none may name what it defines. Inside the crate, a re-export of
//!   `lib.rs` is not used at all: an import says where the thing lives.
//! - Paths in `use` declarations, expressions, types, patterns, bounds and the arguments of macros count, and so does the call of a
//!   `macro_rules!` macro. Documentation, visibilities, what is quoted for generated code (`quote!`), `$crate` paths and code under
//!   `#[cfg(test)]` do not.
//!
//! Nothing is expanded and no types are known: a method call is no dependency on the file of the method.

mod graph;
pub mod order;
mod paths;
mod report;
mod resolve;
mod tree;

use std::path::Path;

pub use graph::{Dependency, Graph};
pub use report::Violation;

/// The dependencies of the crate whose root file is `root`, such as `runtime/src/lib.rs`.
pub fn read(root: &Path) -> Graph {
    read_with(root, &|path| std::fs::read_to_string(path).ok())
}

/// The dependencies of a crate whose files `source` returns.
///
/// # Panics
///
/// Panics if a file is missing, or is not Rust.
pub fn read_with(root: &Path, source: &dyn Fn(&Path) -> Option<String>) -> Graph {
    Graph::new(&tree::Tree::read(root, source))
}

/// The violations of `order`, the names of the top-level modules from the lowest to the highest.
pub fn check(graph: &Graph, order: &[&str]) -> Vec<Violation> {
    report::violations(graph, order)
}
