//! Annotated types, checked against the documentation of Microsoft Graph.
//!
//! For each documented update of a type that is written down in [`types`]: the request body is parsed into the patch of the type and
//! written back, the address is built from the keys in the documented URL, and the documented response is parsed and written back.
//! The result has to equal the input.

pub mod compare;
pub mod corpus;
pub mod registry;
pub mod report;
pub mod trial;
pub mod types;

use corpus::Record;
use registry::Registry;
use report::Report;

/// Tries `records` on the types of `registry`. Records of other types do not count.
pub fn run(records: &[Record], registry: &Registry) -> Report {
    let mut report = Report::default();
    for record in records.iter().filter(|record| registry.knows(record)) {
        report.add(record, trial::of(record, registry));
    }
    report
}
