//! Private items.

#![expect(
    clippy::redundant_pub_crate,
    reason = "`unreachable_pub` demands the opposite"
)]

use graph_resource::{Cloud, Endpoint, Error, graph_enum, graph_resource};

#[graph_resource(path = "/lists")]
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct List {
    #[graph(key, create_only)]
    pub(crate) id: String,
    pub(crate) kind: Option<Kind>,
    #[graph(create_only)]
    pub(crate) owner: Option<String>,
    #[graph(sensitive)]
    pub(crate) note: Option<String>,
}

#[graph_enum]
pub(crate) enum Kind {
    Tasks,
    #[graph(unknown)]
    Unknown(String),
}

/// Uses what would be dead code otherwise.
///
/// # Errors
///
/// Fails if the request cannot be built.
pub fn request() -> Result<String, Error> {
    let endpoint = Endpoint::new(Cloud::Global);
    let create = List::create()
        .id("1")
        .owner("adele")
        .to_http_request(&endpoint)?;
    let list = List {
        id: String::new(),
        kind: Some(Kind::Tasks),
        owner: None,
        note: None,
    };
    let update = List::update(&list.id)
        .kind(Kind::Unknown(String::new()))
        .note_or_clear(list.note);
    Ok(format!(
        "{create:?} {update:?} {:?} {:?}",
        list.kind, list.owner
    ))
}
