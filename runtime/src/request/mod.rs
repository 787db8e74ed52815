//! Requests as values: what is sent, without anything that sends it.

#[macro_use]
mod methods;

mod create;
mod item;
mod link;
mod modify;
mod parts;
mod sending;
mod update;
mod upsert;

use bytes::Bytes;

pub use create::Create;
pub use item::{Delete, Get, List};
pub use modify::Modify;
pub(crate) use parts::CLIENT_REQUEST_ID;
pub use parts::{Outgoing, RequestParts};
pub use sending::Sending;
pub use update::Update;
pub use upsert::Upsert;

use crate::{Endpoint, Error};

/// A request to Microsoft Graph: a value that says what is sent and how the answer is read.
///
/// Requests come from the functions that [`#[graph_resource]`](macro@crate::graph_resource) gives a struct, and each has
/// `send` as a method of its own. The trait is for code that works with any of them.
///
/// ```
/// use graph_resource::{Endpoint, Error, Request};
///
/// fn print(request: &impl Request, endpoint: &Endpoint) -> Result<(), Error> {
///     let http = request.to_http_request(endpoint)?;
///     println!("{} {}", http.method(), http.uri());
///     Ok(())
/// }
/// ```
pub trait Request {
    /// What an answer of status 2xx is read as.
    type Answer;

    /// The exact request, but for what a [`Client`](crate::Client) adds: `Authorization`, `User-Agent` and `client-request-id`.
    ///
    /// A [`Retry`](crate::Retry) among its extensions is its own policy.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::InvalidRequest`](crate::ErrorKind::InvalidRequest) with all that is wrong with it, and
    /// [`ErrorKind::EmptyPatch`](crate::ErrorKind::EmptyPatch) for an update that changes nothing.
    fn to_http_request(&self, endpoint: &Endpoint) -> Result<http::Request<Bytes>, Error>;

    /// The path below the version, with parameters in braces.
    fn path_template(&self) -> &'static str;

    /// Reads an answer of status 2xx.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::UnexpectedAnswer`](crate::ErrorKind::UnexpectedAnswer) where the answer is not what was asked for.
    fn read_answer(response: &http::Response<Bytes>) -> Result<Self::Answer, Error>;
}
