//! Reading answers: lenient where Microsoft Graph is loose, with errors that name the place and the cause.

mod dates;
mod enums;
mod error_objects;
mod errors;
mod numbers;
mod objects;
mod support;
mod values;
