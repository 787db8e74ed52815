//! Answers of the service.

mod body;
mod content_range;
mod download;
mod error_object;
mod outcome;
mod page;
mod response;
mod returned;
#[cfg(test)]
mod testing;

pub(crate) use body::{read, read_nothing};
pub(crate) use content_range::ContentRange;
pub use download::Download;
pub use outcome::{Created, Modified, Outcome, Updated, Upserted};
pub use page::Page;
pub(crate) use page::read_page;
pub use response::Response;
pub use returned::{ResultShape, Returned};
