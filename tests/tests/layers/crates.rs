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
