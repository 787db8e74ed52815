//! What has become of each request, for a run that goes on after it was killed.

mod file;
mod interface;

pub use file::FileJournal;
pub use interface::{Journal, JournalEntry, JournalState};
