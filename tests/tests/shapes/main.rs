//! Every shape that the data of Microsoft Graph has, on JSON as Graph prints it.

mod annotations;
mod base_keys;
mod bases;
mod collections;
mod complex;
mod depth;
mod derived;
mod edm;
mod entries;
mod enums;
mod flags;
mod laws;
mod leniency;
mod lossless;
mod open;
mod open_rules;
mod optional_key;
mod recursion;
mod references;
mod support;
mod unions;
mod write_null;
mod written_types;
