//! The errors that users get: each file contains one mistake, and the `.stderr` next to it is the output of the compiler.
//!
//! The text around our messages depends on the version of the compiler. The expected output is that of Rust 1.95, and other
//! versions skip the test. After an intended change, `TRYBUILD=overwrite cargo test -p graph-resource-ui` rewrites the files.

#[rustversion::stable(1.95)]
#[test]
fn ui() {
    let cases = trybuild::TestCases::new();
    for topic in [
        "arguments",
        "attributes",
        "calls",
        "complex",
        "enums",
        "follow_up",
        "items",
        "kinds",
        "names",
        "path",
        "query",
        "rules",
        "types",
        "unions",
        "usage",
    ] {
        cases.compile_fail(format!("{topic}/*.rs"));
    }
}

#[rustversion::not(stable(1.95))]
#[test]
fn ui() {
    println!("skipped: the expected output is that of Rust 1.95");
}
