//! Any number of requests, packed into batches at the speed that the service allows.
//!
//! - `builder`, `item`: what a run is, and what goes into it.
//! - `outcomes`: the run, a stream that is driven by whoever reads it.
//! - `engine`: the part of it that does not depend on the types of tags and requests.
//! - `queue`: the requests that wait, by lane; a lane is a part of the service that throttles by itself.
//! - `pace`: how fast the requests of a lane may be sent.
//! - `journal`: what has become of each request, for a run that goes on after it was killed.
//! - `progress`, `cancelled`: what a caller can see of a run, and what is left of one that was ended.

mod builder;
mod cancelled;
mod engine;
mod item;
mod journal;
mod outcomes;
mod pace;
mod progress;
mod queue;

pub use builder::Bulk;
pub use cancelled::Cancelled;
pub use item::BulkItem;
pub use journal::{FileJournal, Journal, JournalEntry, JournalState};
pub use outcomes::Outcomes;
pub use pace::SharedPace;
pub use progress::Progress;
