//! Reading what the service answers: lenient where Microsoft Graph is loose, and with errors that say where and what.

mod dates;
mod enums;
mod errors;
mod numbers;
mod objects;
mod support;
mod values;
