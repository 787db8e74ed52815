//! Annotated types, checked against the documentation of Microsoft Graph.
//!
//! For each documented update of a type that is written down in [`types`]: the request body is parsed into the patch of the type and
//! written back, the address is built from the keys in the documented URL, and the documented response is parsed and written back.
//! The result has to equal the input.
//!
//! For each documented get, list and update of such a type, the request is built at each address that its page documents.
//!
//! Documented batches are built and read in [`batches`].
//!
//! Documented calls of actions and functions are built in [`calls`].
//!
//! For documented URLs with a query, the request is written with the methods of this project in [`queries`].

pub mod batches;
pub mod calls;
pub mod compare;
pub mod corpus;
pub mod exclusions;
pub mod queries;
pub mod registry;
pub mod report;
pub mod trial;
pub mod types;

use std::collections::BTreeSet;

use corpus::Record;
use registry::Registry;
use report::Report;

/// Tries `records`, documented updates, on the types of `registry`. Records of other types do not count.
pub fn run(records: &[Record], registry: &Registry) -> Report {
    let mut report = Report::default();
    for record in records.iter().filter(|record| registry.knows(record)) {
        report.add(record, trial::of(record, registry));
    }
    report
}

/// Tries the addresses of `records`, documented reads and updates, on the types of `registry`, each once for its type and method.
pub fn run_addresses(records: &[Record], registry: &Registry, report: &mut Report) {
    let mut seen = BTreeSet::new();
    for record in records {
        let Some(example) = registry.example(record) else {
            continue;
        };
        for address in record.addresses() {
            if seen.insert((example.name(), record.method.as_str(), address)) {
                report.add_address(record, trial::of_address(record, address, registry));
            }
        }
    }
}
