//! Public items.

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
    /// The entity tag.
    #[graph(etag)]
    pub etag: Option<String>,
    /// The displayed text.
    #[graph(required)]
    pub title: String,
    /// The count.
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
    /// The importance.
    pub importance: Option<Importance>,
    /// The drawing style.
    #[graph(with = "graph_resource::edm::as_serde", setter = "paint")]
    pub colour: Option<String>,
    /// Half of it.
    pub share: Option<f64>,
    /// An old one.
    #[deprecated = "Use `title`."]
    pub subject: Option<String>,
}

/// A resource with a masked property.
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
    /// The secret.
    #[graph(write_only, sensitive)]
    pub password: Option<String>,
    /// The purpose.
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
    /// The external name.
    #[graph(alternate_key)]
    pub r#ref: Option<String>,
    /// The read mark.
    pub is_read: Option<bool>,
    /// The sender.
    pub from: Option<String>,
    /// Whom it goes to.
    pub to_recipients: Option<String>,
    /// The result.
    pub into_folder: Option<String>,
    /// The appearance.
    pub as_seen: Option<String>,
    /// The property `type`.
    pub type_: Option<String>,
    /// The property `new`.
    pub new: Option<String>,
    /// The property `default`.
    #[graph(setter = "set_default")]
    pub default: Option<String>,
}

/// A singleton.
#[graph_resource(path = "/me/mailboxSettings")]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct MailboxSettings {
    /// The place of use.
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
    /// The label.
    pub text: Cow<'text, str>,
    /// The content.
    #[graph(default)]
    pub values: Vec<Value>,
    /// The first item.
    #[graph(create_only)]
    pub first: Option<Value>,
}

/// The importance of something.
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

/// A deprecated resource.
#[deprecated = "Use `Note`."]
#[graph_resource(path = "/memos")]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Memo<Text> {
    /// The key.
    #[graph(key)]
    pub id: String,
    /// The displayed text.
    pub text: Option<Text>,
}

/// The remaining part.
#[graph_resource(path = "/leaflets")]
#[allow(deprecated, reason = "the service has the old enum still")]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Leaflet {
    /// The key.
    #[graph(key)]
    pub id: String,
    /// The urgency.
    pub urgency: Option<Urgency>,
    /// The initial urgency.
    #[graph(create_only)]
    pub first_urgency: Option<Urgency>,
}

/// The deprecated importance of something.
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
