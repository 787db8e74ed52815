//! What the compiler says about mistakes: each file makes one, and the `.stderr` beside it is what its author reads.
//!
//! The wording around our messages is the compiler's, and changes with it. The expected output is that of Rust 1.95; other
//! versions skip the test. After a change that is meant, `TRYBUILD=overwrite cargo test -p graph-resource-ui`
//! writes it anew.

#[rustversion::stable(1.95)]
#[test]
fn ui() {
    let cases = trybuild::TestCases::new();
    for topic in [
        "arguments",
        "attributes",
        "enums",
        "follow_up",
        "names",
        "path",
        "rules",
        "shape",
        "shapes",
        "types",
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
