use std::fmt::{Arguments, Write};

/// Adds a line to a source.
pub(super) fn line(source: &mut String, line: Arguments<'_>) {
    // Writing to a string does not fail.
    let _ = writeln!(source, "{line}");
}
