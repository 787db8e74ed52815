//! The serde form of a type, for `#[graph(with = "graph_resource::edm::as_serde")]`.
//!
//! ```
//! use std::net::IpAddr;
//!
//! use graph_resource::graph_resource;
//!
//! #[graph_resource(path = "/networkAccess/gateways")]
//! #[derive(Debug)]
//! pub struct Gateway {
//!     #[graph(key)]
//!     pub id: String,
//!     #[graph(with = "graph_resource::edm::as_serde")]
//!     pub address: Option<IpAddr>,
//! }
//!
//! let gateway: Gateway = serde_json::from_str(r#"{"id":"1","address":"10.0.0.1"}"#)?;
//! assert_eq!(gateway.address, Some(IpAddr::from([10, 0, 0, 1])));
//! # Ok::<(), serde_json::Error>(())
//! ```

use serde_core::{Deserialize, Deserializer, Serialize, Serializer};

/// Writes `value` by its `Serialize`.
pub fn serialize<T: Serialize, S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
    value.serialize(serializer)
}

/// Reads a value by its `Deserialize`.
pub fn deserialize<'de, T: Deserialize<'de>, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    T::deserialize(deserializer)
}
