//! The crates keep the order of their modules.

use std::path::Path;

use graph_resource_tests::layers;
use graph_resource_tests::layers::order::CRATES;

#[test]
fn each_module_uses_only_those_below_it() {
    let mut violations = Vec::new();
    for one in &CRATES {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("..")
            .join(one.folder)
            .join("src/lib.rs");
        let found = layers::check(&layers::read(&root), one.modules);
        violations.extend(
            found
                .iter()
                .map(|violation| format!("{}: {violation}", one.folder)),
        );
    }
    assert!(violations.is_empty(), "\n{}", violations.join("\n"));
}

#[test]
fn the_table_for_contributors_states_the_same_order() {
    let contributing = include_str!("../../../CONTRIBUTING.md");
    for one in &CRATES {
        let crate_name = format!("| `{}` |", one.folder);
        let row = contributing
            .lines()
            .find_map(|line| line.strip_prefix(&crate_name))
            .unwrap_or_default();
        // Each second piece stands between backquotes.
        let modules: Vec<_> = row.split('`').skip(1).step_by(2).collect();
        assert_eq!(modules, one.modules, "{}", one.folder);
    }
}
