//! Requests as values, which can be built and inspected without sending them.

#[macro_use]
mod methods;

mod addressed;
mod call;
mod content;
mod exchange_kind;
mod headers;
mod if_changed;
mod item;
mod link;
mod operations;
mod parts;
mod progress;
mod query;
mod reference;
mod related;
mod retry;
#[cfg(feature = "batch")]
mod stored;
mod typed;
mod union;
mod whole;
mod write;

use bytes::Bytes;

pub use addressed::{Collection, Singleton, collection, singleton};
pub use call::{Parameter, call_action, call_function, call_with_content};
pub use content::{Content, SetContent};
pub(crate) use exchange_kind::{ExchangeKind, is_answer};
pub(crate) use headers::{too_many as too_many_headers, valid as valid_header};
pub use if_changed::IfChanged;
pub(crate) use item::ChangesPage;
pub use item::{Delete, Get, List};
pub use operations::{
    AcceptsKey, Addressed, AnyKey, BorrowedKey, Crud, ExactKey, Has, HasCreate, HasDelete, HasGet,
    HasList, HasReplace, HasUpdate, Lacks, Operations, Requires,
};
pub use parts::RequestParts;
pub use reference::{Reference, references};
pub(crate) use related::{BindAll, RelatedPage};
pub use related::{Link, RelatedItem, RelatedItems};
pub use retry::Retry;
#[cfg(feature = "batch")]
pub use stored::StoredRequest;
pub use union::{PolymorphicResource, UnionPatch, UnionUpdate};
pub use whole::{CreateFrom, Replace, ReplaceOrCreate, UpdatesInPart, Whole};
pub use write::{Create, Update, Upsert, Write, WriteKind};

use crate::endpoint::Endpoint;
use crate::error::Error;

/// A request to Microsoft Graph: a value that determines what is sent and how the answer is read.
///
/// The functions that [`#[graph_resource]`](macro@crate::graph_resource) adds to a struct create requests. [`Get`], [`List`], [`Delete`] and
/// the request builders of each resource implement this trait, for code that works with any request; their own methods, such as `send`,
/// need no import.
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
    /// The value that is read from an answer of status 2xx.
    type Answer;

    /// Builds the exact request, except for what a [`Client`](crate::Client) adds: `Authorization`, `User-Agent` and `client-request-id`.
    ///
    /// A [`Retry`] among its extensions is the policy of this request.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::InvalidRequest`](crate::ErrorKind::InvalidRequest) with everything that is wrong with it, and
    /// [`ErrorKind::EmptyPatch`](crate::ErrorKind::EmptyPatch) for an update that changes nothing.
    fn to_http_request(&self, endpoint: &Endpoint) -> Result<http::Request<Bytes>, Error>;

    /// Returns the path after the version, with parameters in braces.
    fn path_template(&self) -> &'static str;

    /// Reads an answer of status 2xx.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::UnexpectedAnswer`](crate::ErrorKind::UnexpectedAnswer) if the answer cannot be read as the value.
    fn read_answer(response: &http::Response<Bytes>) -> Result<Self::Answer, Error>;
}
