//! Reading a collection page by page.

mod collected;
mod continuation;
mod pager;

pub use collected::Collected;
pub use continuation::Continuation;
pub use pager::Pager;
