//! The function `delta`: the items of a collection, and later those that have changed ("Use delta query to track changes in Microsoft Graph
//! data").
//!
//! A token is the number of writes up to the last change that a client has seen, so that what changes during a round comes later. Its first bits are
//! the number of times that all tokens have expired.

use bytes::Bytes;
use http::header::LOCATION;
use http::{Response, StatusCode};
use serde_core::ser::{Serialize, SerializeMap, Serializer};

use crate::http::response::json;
use crate::odata::names;
use crate::odata::query::{DELTA_TOKEN, SKIP_TOKEN, with_token};
use crate::store::{Change, Store};

use super::call::Call;
use super::error::GraphError;
use super::representation::Representation;

/// The token of the state at the time of the request.
const LATEST: &str = "latest";

/// The bits of a token that are the number of writes.
const REVISION_BITS: u32 = 40;

/// The place at which a round goes on.
enum Start {
    /// At the beginning: the items that there are.
    First,
    /// After the state of this token.
    After(u64),
    Latest,
}

pub(super) fn delta(call: &Call<'_>, store: &Store) -> Result<Response<Bytes>, GraphError> {
    let start = match call.query.delta_token.as_deref() {
        Some(LATEST) => Start::Latest,
        Some(token) => Start::After(parse(token)?),
        None if call.query.after > 0 => Start::After(call.query.after),
        None => Start::First,
    };
    let (since, is_first) = match start {
        Start::Latest => {
            let token = token(store, store.revision());
            return Ok(page(call, Vec::new(), link(call, DELTA_TOKEN, token)));
        }
        Start::First => (0, true),
        Start::After(token) if token >> REVISION_BITS == store.epoch() => {
            (token & ((1 << REVISION_BITS) - 1), false)
        }
        Start::After(_) => {
            let mut error = GraphError::resync_required();
            error.header = Some((LOCATION, call.url(&path(call))));
            return Err(error);
        }
    };
    let mut changes = store.changes(&call.target.path.id(), since);
    if is_first {
        // What is gone was never known to the client.
        changes.retain(|change| matches!(change, Change::Put(_)));
    }
    let size = call.page_size();
    let name = if changes.len() > size {
        SKIP_TOKEN
    } else {
        DELTA_TOKEN
    };
    changes.truncate(size);
    let last = changes.last().map_or(since, Change::revision);
    let link = link(call, name, token(store, last));
    Ok(page(call, changes, link))
}

/// Returns the token of the state after a number of writes.
fn token(store: &Store, revision: u64) -> u64 {
    (store.epoch() << REVISION_BITS) | revision
}

fn parse(token: &str) -> Result<u64, GraphError> {
    u64::from_str_radix(token, 16)
        .map_err(|_| GraphError::malformed("The delta token is not valid."))
}

/// Returns the name of a link, and the link with the options of the first request.
fn link(call: &Call<'_>, name_of_token: &str, token: u64) -> (&'static str, String) {
    let query = call.request.uri().query().unwrap_or_default();
    let query = with_token(query, name_of_token, token);
    let name = if name_of_token == DELTA_TOKEN {
        names::DELTA_LINK
    } else {
        names::NEXT_LINK
    };
    (name, call.url(&format!("{}?{query}", path(call))))
}

/// Returns the path of the function, below the version.
fn path(call: &Call<'_>) -> String {
    format!("{}/delta", call.target.path.encoded())
}

fn page(
    call: &Call<'_>,
    changes: Vec<Change<'_>>,
    link: (&'static str, String),
) -> Response<Bytes> {
    let value = changes.into_iter().map(|change| match change {
        Change::Put(item) => Entry::Item(Box::new(call.representation(item))),
        Change::Removed { key, .. } => Entry::Removed {
            key_name: call
                .target
                .types
                .key_property()
                .map_or("id", |property| property.name()),
            key,
        },
    });
    let page = DeltaPage {
        context: call.context_url("/$delta"),
        link,
        value: value.collect(),
    };
    json(StatusCode::OK, &page)
}

struct DeltaPage<'a> {
    context: String,
    link: (&'static str, String),
    value: Vec<Entry<'a>>,
}

enum Entry<'a> {
    Item(Box<Representation<'a>>),
    Removed {
        key_name: &'static str,
        key: &'a str,
    },
}

impl Serialize for DeltaPage<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry(names::CONTEXT, &self.context)?;
        let (name, link) = &self.link;
        map.serialize_entry(name, link)?;
        map.serialize_entry("value", &self.value)?;
        map.end()
    }
}

impl Serialize for Entry<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Item(item) => item.serialize(serializer),
            Self::Removed { key_name, key } => {
                let mut map = serializer.serialize_map(None)?;
                map.serialize_entry(key_name, key)?;
                map.serialize_entry("@removed", &serde_json::json!({ "reason": "deleted" }))?;
                map.end()
            }
        }
    }
}
