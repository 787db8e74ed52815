//! Conditions and orders of items ("OData URL Conventions", System Query Options `$filter`, `$orderby` and `$search`).
//!
//! Anything that a service could evaluate and the emulator cannot is an error, and never ignored.

mod evaluate;
mod expression;
mod literal;
mod order;
mod parser;
mod path;
mod search;
mod value;

pub(crate) use expression::Expression as Filter;
pub(crate) use order::{Order, parse as parse_order};
pub(crate) use parser::parse;
pub(crate) use search::{Search, parse as parse_search};
