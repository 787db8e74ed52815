//! The check of the layers finds violations in small crates.

use std::collections::BTreeMap;
use std::path::Path;

use graph_resource_tests::layers::{Graph, Violation, check, read_with};

/// The dependencies of a crate with these files.
fn read(files: &[(&str, &str)]) -> Graph {
    let files: BTreeMap<_, _> = files.iter().copied().collect();
    let source = |path: &Path| files.get(path.to_str()?).map(|text| (*text).to_owned());
    read_with(Path::new("lib.rs"), &source)
}

/// The dependencies as `from -> to`.
fn dependencies(files: &[(&str, &str)]) -> Vec<String> {
    let graph = read(files);
    let name = |file: usize| graph.files[file].display();
    let mut found: Vec<_> = graph
        .dependencies
        .iter()
        .map(|dependency| format!("{} -> {}", name(dependency.from), name(dependency.to)))
        .collect();
    found.dedup();
    found
}

fn upward(file: &str, path: &str, target: &str) -> Violation {
    Violation::Upward {
        file: file.to_owned(),
        path: path.to_owned(),
        target: target.to_owned(),
    }
}

/// A crate with the modules `low` and `high`.
fn pair<'a>(low: &'a str, high: &'a str) -> [(&'a str, &'a str); 3] {
    [
        (
            "lib.rs",
            "mod high;\nmod low;\npub use high::High;\npub use low::Low;",
        ),
        ("low.rs", low),
        ("high.rs", high),
    ]
}

const ORDER: [&str; 2] = ["low", "high"];

#[test]
fn a_crate_whose_modules_use_those_below_has_no_violations() {
    let files = pair(
        "pub struct Low;",
        "use crate::low::Low;\npub struct High(pub Low);",
    );
    assert_eq!(dependencies(&files), ["high.rs -> low.rs"]);
    assert_eq!(check(&read(&files), &ORDER), []);
}

#[test]
fn an_import_from_a_higher_module_is_a_violation() {
    for import in [
        "use crate::high::High;",
        "use super::high::High;",
        "use crate::{high::{High as Other}};",
        "use super::high;",
        "use crate::high::*;",
        "pub use crate::high::High;",
        "fn f() { use crate::high::High; }",
    ] {
        let files = pair(import, "pub struct High;");
        let found = check(&read(&files), &ORDER);
        assert!(
            matches!(&found[..], [Violation::Upward { file, target, .. }] if file == "low.rs" && target == "high.rs"),
            "{import}: {found:?}",
        );
    }
}

#[test]
fn a_path_to_a_higher_module_is_a_violation_wherever_it_stands() {
    for code in [
        "fn f() { crate::high::make(); }",
        "fn f() -> super::high::High { todo!() }",
        "fn f<T: crate::high::Trait>() {}",
        "impl crate::high::Trait for u8 {}",
        "struct Low { high: Option<Box<crate::high::High>> }",
        "fn f(x: u8) { match x { crate::high::CONST => {} _ => {} } }",
        "fn f() { assert_eq!(1, crate::high::make()); }",
        "fn f() { println!(\"{}\", [Point { x: crate::high::make() }]); }",
        "fn f() { crate::high::macro_of_high!(); }",
        "macro_rules! m { () => { crate::high::make() } }",
    ] {
        let files = pair(code, "pub struct High;");
        let found = check(&read(&files), &ORDER);
        assert!(
            matches!(&found[..], [Violation::Upward { file, .. }] if file == "low.rs"),
            "{code}: {found:?}",
        );
    }
}

#[test]
fn a_violation_names_the_path_and_the_file_that_it_leads_to() {
    let files = [
        ("lib.rs", "mod high;\nmod low;"),
        ("low.rs", "use crate::high::Sent;"),
        ("high/mod.rs", "mod sent;\npub(crate) use sent::Sent;"),
        ("high/sent.rs", "pub struct Sent;"),
    ];
    let found = check(&read(&files), &ORDER);
    assert_eq!(
        found,
        [upward("low.rs", "crate::high::Sent", "high/sent.rs")]
    );
    assert_eq!(
        found[0].to_string(),
        "low.rs: `crate::high::Sent` is defined in high/sent.rs, which stands above this file; \
         move what is needed down, or this code up"
    );
}

#[test]
fn other_paths_are_no_dependencies() {
    for code in [
        "#[cfg(test)] mod tests { use crate::high::High; }",
        "#[cfg(all(test, feature = \"x\"))] mod tests { use crate::high::High; }",
        "#[cfg(test)] use crate::high::High;",
        "#[cfg(test)] fn f() { crate::high::make(); }",
        "/// [`High`](crate::high::High)\nstruct Low;",
        "pub(in crate::high) struct Low;",
        "macro_rules! m { () => { $crate::high::make() } }",
        "fn f() { quote! { crate::high::make() } }",
        "use ::high::High;",
        "use high::High;",
        "fn f() { ::crate_of_others::high::make(); }",
        "fn f() { x.high::<u8>(); }",
    ] {
        let files = pair(code, "pub struct High;");
        assert_eq!(check(&read(&files), &ORDER), [], "{code}");
    }
}

#[test]
fn a_re_export_of_the_root_is_for_users_only() {
    let files = pair("pub struct Low;", "use crate::Low;\npub struct High(Low);");
    let found = check(&read(&files), &ORDER);
    let [violation] = &found[..] else {
        panic!("{found:?}");
    };
    assert_eq!(
        violation.to_string(),
        "high.rs: `crate::Low` is a re-export for users of the crate; write `crate::low::Low`"
    );
}

#[test]
fn a_re_export_of_the_root_is_resolved_to_the_file_with_the_item() {
    let files = [
        (
            "lib.rs",
            "mod high;\nmod low;\npub use high::High as Renamed;",
        ),
        ("low.rs", "fn f(x: super::Renamed) {}"),
        ("high/mod.rs", "mod deep;\npub use self::deep::*;"),
        ("high/deep.rs", "pub struct High;"),
    ];
    let found = check(&read(&files), &ORDER);
    assert_eq!(
        found,
        [
            Violation::RootReexport {
                file: "low.rs".to_owned(),
                path: "super::Renamed".to_owned(),
                instead: "crate::high::High".to_owned(),
            },
            upward("low.rs", "super::Renamed", "high/deep.rs"),
        ]
    );
}

#[test]
fn items_of_the_root_file_stand_above_all_modules() {
    let files = [
        ("lib.rs", "mod low;\npub fn lock() { low::f() }"),
        ("low.rs", "use crate::lock;\npub fn f() {}"),
    ];
    let found = check(&read(&files), &["low"]);
    assert_eq!(found[0], upward("low.rs", "crate::lock", "lib.rs"));
    assert!(
        matches!(&found[1..], [Violation::Cycle { files, .. }] if files == &["lib.rs", "low.rs"])
    );
}

#[test]
fn files_of_one_folder_that_use_each_other_are_a_cycle() {
    let files = [
        ("lib.rs", "mod low;"),
        ("low/mod.rs", "mod a;\nmod b;\nmod c;"),
        ("low/a.rs", "use super::b::B;\npub struct A;"),
        ("low/b.rs", "use super::c::C;\npub struct B;"),
        ("low/c.rs", "use super::a::A;\npub struct C;"),
    ];
    let found = check(&read(&files), &["low"]);
    assert!(
        matches!(&found[..], [Violation::Cycle { files, .. }] if files == &["low/a.rs", "low/b.rs", "low/c.rs"]),
        "{found:?}",
    );
}

#[test]
fn the_shortest_cycle_is_shown() {
    let files = [
        ("lib.rs", "mod a;\nmod b;\nmod c;"),
        ("a.rs", "use crate::b::B;\npub struct A;"),
        (
            "b.rs",
            "use crate::c::C;\nuse crate::b::helper;\npub struct B;",
        ),
        ("c.rs", "use crate::{a::A, b::B};\npub struct C;"),
    ];
    let found = check(&read(&files), &["c", "b", "a"]);
    let cycle = found.last().unwrap();
    assert_eq!(
        cycle.to_string(),
        "3 files depend on each other, for example b.rs -> c.rs (`crate::c::C`) -> b.rs (`crate::b::B`); \
         move what they share to a file of its own"
    );
}

#[test]
fn a_name_that_is_used_often_is_reported_where_it_is_imported() {
    let files = pair(
        "use crate::High;\nfn f() { High::new(); High::default(); }",
        "pub struct High;",
    );
    assert_eq!(
        check(&read(&files), &ORDER),
        [
            Violation::RootReexport {
                file: "low.rs".to_owned(),
                path: "crate::High".to_owned(),
                instead: "crate::high::High".to_owned(),
            },
            upward("low.rs", "crate::High", "high.rs"),
        ]
    );
}

#[test]
fn a_re_export_of_the_root_keeps_the_rest_of_the_path() {
    let files = pair("", "fn f() { crate::Low::new(); }");
    let files = [files[0], ("low.rs", "pub struct Low;"), files[2]];
    let found = check(&read(&files), &ORDER);
    assert!(
        matches!(&found[..], [Violation::RootReexport { instead, .. }] if instead == "crate::low::Low::new")
    );
}

#[test]
fn a_module_file_depends_on_children_that_it_uses_but_not_on_those_it_re_exports() {
    let child = ("low/child.rs", "use super::Shared;\npub fn f() {}");
    for (text, is_cycle) in [
        ("mod child;\npub struct Shared;", false),
        ("mod child;\npub use child::f;\npub struct Shared;", false),
        (
            "mod child;\npub(crate) use self::child::f;\npub struct Shared;",
            false,
        ),
        ("mod child;\nuse child::f;\npub struct Shared;", true),
        (
            "mod child;\npub struct Shared;\nfn g() { child::f() }",
            true,
        ),
    ] {
        let files = [("lib.rs", "mod low;"), ("low/mod.rs", text), child];
        let found = check(&read(&files), &["low"]);
        assert_eq!(!found.is_empty(), is_cycle, "{text}: {found:?}");
    }
}

#[test]
fn inline_modules_belong_to_their_file() {
    let files = [
        ("lib.rs", "mod low;\nmod high;"),
        (
            "low.rs",
            "mod inner { use super::super::high::High; pub(super) struct X; }\nuse inner::X;",
        ),
        ("high.rs", "pub struct High;"),
    ];
    assert_eq!(dependencies(&files), ["low.rs -> high.rs"]);
}

#[test]
fn a_module_that_is_imported_is_followed_to_what_it_declares() {
    let files = [
        ("lib.rs", "mod low;\nmod high;"),
        ("low.rs", "use crate::high;\nfn f() { high::deep::g() }"),
        ("high/mod.rs", "pub mod deep;"),
        ("high/deep.rs", "pub fn g() {}"),
    ];
    assert_eq!(
        dependencies(&files),
        ["low.rs -> high/mod.rs", "low.rs -> high/deep.rs"]
    );
}

#[test]
fn the_call_of_a_macro_is_a_dependency_on_the_file_that_defines_it() {
    let files = [
        ("lib.rs", "#[macro_use]\nmod low;\nmod high;"),
        (
            "low.rs",
            "macro_rules! twice { () => {} }\n#[macro_export]\nmacro_rules! thrice { () => {} }",
        ),
        ("high.rs", "twice!();\nfn f() { crate::thrice!(); }"),
    ];
    assert_eq!(dependencies(&files), ["high.rs -> low.rs"]);
}

#[test]
fn a_file_at_another_path_belongs_to_the_module_that_declares_it() {
    let files = [
        (
            "lib.rs",
            "mod low;\n#[path = \"private.rs\"]\npub mod __private;",
        ),
        ("low.rs", "pub struct Low;"),
        ("private.rs", "pub use crate::low::Low;"),
    ];
    assert_eq!(check(&read(&files), &["low", "__private"]), []);
    assert_eq!(
        check(&read(&files), &["__private", "low"]),
        [upward("private.rs", "crate::low::Low", "low.rs")]
    );
}

#[test]
fn the_order_names_each_module_and_no_others() {
    let files = pair("", "");
    assert_eq!(
        check(&read(&files), &["low", "middle"]),
        [
            Violation::Unordered("high".to_owned()),
            Violation::Missing("middle".to_owned()),
        ]
    );
}
