//! Typed Microsoft Graph resources.

#[doc(hidden)]
#[path = "private.rs"]
pub mod __private;
mod address;
mod answer;
mod change;
mod client;
pub mod edm;
mod endpoint;
mod enumeration;
mod error;
mod json;
mod object;
mod page;
mod request;
mod resource;
mod transport;

pub use address::{Address, Key};
pub use answer::{Created, Response, Updated};
pub use change::Change;
pub use client::{AccessToken, Client, ClientBuilder, TokenError, TokenProvider, TokenRequest};
pub use endpoint::{ApiVersion, Cloud, Endpoint};
pub use enumeration::GraphEnum;
pub use error::{Error, ErrorKind};
pub use graph_resource_macros::{graph_enum, graph_resource};
pub use object::{Property, TypeInfo};
pub use page::Page;
pub use request::{Create, Delete, Get, List, Request, Sending, Update};
pub use resource::{Operation, Patch, Resource, ResourceInfo, UpdateMethod};
pub use transport::{BoxFuture, Transport, TransportError};
#[cfg(feature = "reqwest")]
pub use transport::{ReqwestTransport, ReqwestTransportBuilder};
