//! What others see.

use std::borrow::Cow;

use graph_resource::{graph_enum, graph_resource};
use time::OffsetDateTime;
use uuid::Uuid;

/// A property of each role and of each kind.
#[graph_resource(path = "/users/{user_id}/notes", version = "beta")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Note {
    /// The key.
    #[graph(key)]
    pub id: Uuid,
    /// What `If-Match` takes.
    #[graph(etag)]
    pub etag: Option<String>,
    /// What is shown.
    #[graph(required)]
    pub title: String,
    /// How many there are.
    #[graph(required)]
    pub count: i64,
    /// Given once.
    #[graph(create_only)]
    pub kind: Option<String>,
    /// Written by the service.
    #[graph(read_only)]
    pub created_date_time: Option<OffsetDateTime>,
    /// Any number of them.
    #[graph(default)]
    pub tags: Vec<String>,
    /// How much it matters.
    pub importance: Option<Importance>,
    /// How it is drawn.
    #[graph(with = "graph_resource::edm::as_serde", setter = "paint")]
    pub colour: Option<String>,
    /// Half of it.
    pub share: Option<f64>,
    /// An old one.
    #[deprecated = "Use `title`."]
    pub subject: Option<String>,
}

/// What is masked.
#[graph_resource(
    path = "/me/secrets",
    odata_type = "microsoft.graph.userSecret",
    emit_type = "never",
    update(method = "PUT")
)]
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Secret {
    /// The key.
    #[graph(key, create_only)]
    pub id: String,
    /// What nobody is to see.
    #[graph(write_only, sensitive)]
    pub password: Option<String>,
    /// What it is for.
    #[graph(create_only, required, sensitive)]
    pub purpose: String,
}

/// More required properties than a function should have arguments.
#[graph_resource(path = "/points/{first}/{second}/{third}")]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Point {
    /// The key.
    #[graph(key)]
    pub id: i64,
    /// The first.
    #[graph(required)]
    pub one: i32,
    /// The second.
    #[graph(required)]
    pub two: i32,
    /// The third.
    #[graph(required)]
    pub three: i32,
    /// The fourth.
    #[graph(required)]
    pub four: i32,
    /// The fifth.
    #[graph(required)]
    pub five: i32,
}

/// Names that promise something of a method, which a setter does not keep.
#[graph_resource(path = "/me/messages")]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Message {
    /// The key.
    #[graph(key)]
    pub id: String,
    /// What it is known by elsewhere.
    #[graph(alternate_key)]
    pub r#ref: Option<String>,
    /// Whether it was read.
    pub is_read: Option<bool>,
    /// Who sent it.
    pub from: Option<String>,
    /// Whom it goes to.
    pub to_recipients: Option<String>,
    /// What it becomes.
    pub into_folder: Option<String>,
    /// What it looks like.
    pub as_seen: Option<String>,
    /// What `type` is to others.
    pub type_: Option<String>,
    /// What `new` is to others.
    pub new: Option<String>,
    /// What `default` is to others.
    pub default: Option<String>,
}

/// A singleton.
#[graph_resource(path = "/me/mailboxSettings")]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct MailboxSettings {
    /// Where it is used.
    pub time_zone: Option<String>,
}

/// With parameters of every kind.
#[graph_resource(path = "/boxes")]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Generic<'text, Value, const SIZE: usize>
where
    Value: Ord,
{
    /// The key.
    #[graph(key, required)]
    pub id: String,
    /// What is written on it.
    pub text: Cow<'text, str>,
    /// What is in it.
    #[graph(default)]
    pub values: Vec<Value>,
    /// What goes in first.
    #[graph(create_only)]
    pub first: Option<Value>,
}

/// How much something matters.
#[graph_enum]
#[non_exhaustive]
pub enum Importance {
    /// Little.
    Low,
    /// Much.
    High,
    /// More than this crate knows.
    #[graph(unknown)]
    Unknown(String),
}

/// How it was done before.
#[deprecated = "Use `Note`."]
#[graph_resource(path = "/memos")]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Memo<Text> {
    /// The key.
    #[graph(key)]
    pub id: String,
    /// What is shown.
    pub text: Option<Text>,
}

/// What is left of it.
#[graph_resource(path = "/leaflets")]
#[allow(deprecated, reason = "the service has the old enum still")]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Leaflet {
    /// The key.
    #[graph(key)]
    pub id: String,
    /// How urgent it is.
    pub urgency: Option<Urgency>,
    /// How urgent it was at first.
    #[graph(create_only)]
    pub first_urgency: Option<Urgency>,
}

/// How it was said before how much something matters.
#[deprecated = "Use `Importance`."]
#[graph_enum]
#[non_exhaustive]
pub enum Urgency {
    /// Not at all.
    None,
    /// More than this crate knows.
    #[graph(unknown)]
    Unknown(String),
}
