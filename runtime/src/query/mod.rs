//! Queries as typed values: what a read filters by, orders by, searches for, expands and selects ("OData URL Conventions", Query Options).
//!
//! The macros declare a constant for each property, such as `User::DISPLAY_NAME`, a [`PropertyPath`]. Its methods create the values that the
//! methods of [`List`](crate::List) and [`Get`](crate::Get) take. A property of another type, a literal that is not of the type of the
//! property, and an operator that the type lacks do not compile. Literals are quoted and encoded here, once.
//!
//! ```
//! use graph_resource::{Cloud, Endpoint, graph_complex, graph_resource};
//!
//! #[graph_complex]
//! #[derive(Debug, Clone, PartialEq)]
//! pub struct AssignedLicense {
//!     pub sku_id: Option<String>,
//! }
//!
//! #[graph_resource(path = "/users", advanced_queries)]
//! pub struct User {
//!     #[graph(key)]
//!     pub id: String,
//!     pub account_enabled: Option<bool>,
//!     pub display_name: Option<String>,
//!     pub mail: Option<String>,
//!     pub assigned_licenses: Vec<AssignedLicense>,
//! }
//!
//! let request = User::list()
//!     .filter(User::MAIL.eq("o'brien@contoso.com").and(User::ACCOUNT_ENABLED.eq(true)))
//!     .select((User::ID, User::DISPLAY_NAME))
//!     .top(5);
//! let uri = request.to_http_request(&Endpoint::new(Cloud::Global))?.uri().to_string();
//! assert_eq!(
//!     uri,
//!     "https://graph.microsoft.com/v1.0/users?$select=id,displayName&$top=5\
//!      &$filter=mail%20eq%20%27o%27%27brien@contoso.com%27%20and%20accountEnabled%20eq%20true",
//! );
//!
//! let licensed = User::ASSIGNED_LICENSES.any(|license| license.then(AssignedLicense::SKU_ID).eq("1"));
//! assert_eq!(licensed.to_string(), "assignedLicenses/any(x:x/skuId eq '1')");
//! # Ok::<(), graph_resource::Error>(())
//! ```
//!
//! # What services do not have
//!
//! Few services have all operators, and no description says which: a filter that a service does not support is answered `400` or `501`. Some
//! limits are documented:
//!
//! - Directory objects (users, groups, applications, devices, contacts) take 15 expressions in an [`in_`](PropertyPath::in_):
//!   [`in_lists`](PropertyPath::in_lists) splits more.
//! - `ne`, `not`, `ends_with`, `search`, `count`, and a filter with an order, are *advanced queries* of directory objects ("Advanced query
//!   capabilities on directory objects"). For a resource that is declared with `advanced_queries`, a request with one has
//!   `ConsistencyLevel: eventual` and `$count=true`, without which the service refuses it or leaves the count out. Its data may be some seconds
//!   old then.
//! - `search` and `expand` in one request are refused for applications.

mod expand;
mod filter;
mod literal;
mod order;
mod path;
mod primitive;
mod search;
mod select;

pub use expand::{Expand, Related};
pub use filter::Filter;
pub(crate) use literal::of_json as literal_of_json;
pub use order::Order;
pub use path::PropertyPath;
pub use primitive::{Ordered, Primitive, Text};
pub use search::Search;
pub use select::Selection;
