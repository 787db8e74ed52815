//! Work that takes several requests.

mod modify;

pub use modify::Modify;
