//! Answers of the service.

mod body;
mod error_object;
mod outcome;
mod page;
mod response;
mod returned;
#[cfg(test)]
mod testing;

pub(crate) use body::{read, read_nothing};
pub use outcome::{Created, Modified, Outcome, Updated, Upserted};
pub use page::Page;
pub(crate) use page::read_page;
pub use response::Response;
pub use returned::Returned;
