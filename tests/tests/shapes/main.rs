//! Every shape that the data of Microsoft Graph has, on JSON as Graph prints it.

mod annotations;
mod base_keys;
mod bases;
mod collections;
mod complex;
mod depth;
mod derived;
mod edm;
mod enums;
mod flags;
mod laws;
mod leniency;
mod open;
mod optional_key;
mod recursion;
mod support;
mod unions;
mod write_null;
