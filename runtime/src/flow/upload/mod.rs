//! Files that are uploaded in fragments, within a session ("driveItem: createUploadSession", "attachment: createUploadSession").
//!
//! - `builder`: the upload as users set it up.
//! - `run`: from fragment to fragment, and from failure to failure.
//! - `fragment`, `session`: the requests of a session, and what the service says of it.
//! - `source`, `journal`: what is uploaded, and how far another process knows it to be.

mod builder;
mod fragment;
mod journal;
mod run;
mod session;
mod source;
mod uploaded;

pub use builder::Upload;
pub use session::UploadSession;
pub use uploaded::Uploaded;
