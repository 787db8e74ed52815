//! A test that the structs of a crate are what was agreed on.

use std::fmt::Write;
use std::path::Path;

use crate::check::{Format, check};
use crate::csdl::Metadata;

/// Compares the structs of the crate in a folder with a file of metadata, such as `graph.lock`.
///
/// # Errors
///
/// What is wrong, in the form of the compiler, or the reason why the file or the crate cannot be read.
pub fn ensure_current(metadata: &Path, folder: &Path) -> Result<(), String> {
    let path = metadata.display();
    let metadata = Metadata::read(metadata).map_err(|error| format!("{path}: {error}"))?;
    let checked = check(&metadata, folder).map_err(|error| error.to_string())?;
    let mut report = String::new();
    for diagnostic in &checked.diagnostics {
        let text = checked.texts.get(&diagnostic.path);
        report += &diagnostic.render(Format::Human, text.map_or("", |text| text));
    }
    if report.is_empty() {
        return Ok(());
    }
    // Writing to a string does not fail.
    let _ = write!(report, "the structs are not those of {path}");
    Err(report)
}

/// Asserts that the structs of the crate that is compiled are what its `graph.lock` says, which `cargo graph-resource lock` writes.
///
/// It is one line of a test, and needs neither the whole metadata nor the network:
///
/// ```ignore
/// #[test]
/// fn the_structs_are_those_of_the_service() {
///     graph_resource_import::assert_current!("graph.lock");
/// }
/// ```
///
/// # Panics
///
/// If they are not, with what is wrong.
#[macro_export]
macro_rules! assert_current {
    ($lock:literal) => {
        let folder = ::std::path::Path::new(::core::env!("CARGO_MANIFEST_DIR"));
        if let ::core::result::Result::Err(report) =
            $crate::ensure_current(&folder.join($lock), folder)
        {
            ::core::panic!("{report}");
        }
    };
}
