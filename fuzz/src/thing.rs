//! A resource with every kind of property: each type of the table in `graph_resource::edm`, and each attribute of a field.

use std::borrow::Cow;
use std::collections::BTreeMap;

use arbitrary::Arbitrary;
use graph_resource::edm::{Binary, DynamicProperties, Flags};
use graph_resource::{graph_complex, graph_enum, graph_resource, graph_union};
use serde_json::{Number, Value};
use time::{Date, Duration, OffsetDateTime, Time};
use uuid::Uuid;

#[graph_resource(path = "/users/{user_id}/things", extensible)]
#[derive(Debug, Clone, PartialEq)]
pub struct Base {
    #[graph(key)]
    pub id: String,
    pub display_name: Option<String>,
    #[graph(read_only)]
    pub created: Option<OffsetDateTime>,
}

#[graph_resource(path = "/users/{user_id}/things/{thing_id}/parts")]
#[derive(Clone, PartialEq)]
pub struct Thing {
    #[graph(key)]
    pub id: String,
    #[graph(etag)]
    pub etag: Option<String>,
    pub text: Option<Cow<'static, str>>,
    pub boxed: Option<Box<str>>,
    pub is_on: Option<bool>,
    pub byte: Option<u8>,
    pub signed_byte: Option<i8>,
    pub short: Option<i16>,
    #[graph(default)]
    pub int: i32,
    pub long: Option<i64>,
    pub single: Option<f32>,
    pub double: Option<f64>,
    pub decimal: Option<Number>,
    pub at: Option<OffsetDateTime>,
    pub on: Option<Date>,
    pub clock: Option<Time>,
    pub span: Option<Duration>,
    pub guid: Option<Uuid>,
    pub bytes: Option<Binary>,
    pub any: Option<Value>,
    pub object: Option<DynamicProperties>,
    pub level: Option<Level>,
    pub colors: Option<Flags<Color>>,
    pub shape: Option<Shape>,
    #[graph(default)]
    pub shapes: Vec<Shape>,
    pub part: Option<Part>,
    #[graph(merge)]
    pub merged: Option<Part>,
    #[graph(default)]
    pub tags: Vec<Option<String>>,
    pub lists: Option<BTreeMap<String, Vec<i64>>>,
    #[graph(merge)]
    pub entries: Option<BTreeMap<String, bool>>,
    #[graph(with = "graph_resource::edm::as_serde")]
    pub pair: Option<(i8, char)>,
    #[graph(read_only, rename = "content@odata.mediaReadLink")]
    pub content: Option<String>,
    #[graph(create_only)]
    pub kind: Option<String>,
    #[graph(write_only, sensitive)]
    pub password: Option<String>,
    #[graph(sensitive)]
    pub r#secret: Option<String>,
    #[graph(navigation, bind)]
    pub owner: Option<Box<Base>>,
    #[graph(navigation, bind)]
    pub members: Option<Vec<Base>>,
}

/// An open type that extends another.
#[graph_resource(path = "/users/{user_id}/things", emit_type = "never")]
#[derive(Debug, Clone, PartialEq)]
pub struct Open {
    #[graph(base)]
    pub base: Base,
    #[graph(merge)]
    pub part: Option<Part>,
    #[graph(extra)]
    pub columns: DynamicProperties,
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default, Arbitrary)]
pub struct Part {
    pub name: Option<String>,
    pub size: Option<i64>,
    #[graph(merge)]
    pub inner: Option<Inner>,
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default, Arbitrary)]
pub struct Inner {
    pub note: Option<String>,
    pub is_on: Option<bool>,
}

#[graph_union]
#[derive(Debug, Clone, PartialEq)]
pub enum Shape {
    #[graph(base)]
    Part(Part),
    Inner(Box<Inner>),
    #[graph(unknown)]
    Unknown(DynamicProperties),
}

#[graph_enum]
pub enum Level {
    Low,
    High,
    #[graph(evolved)]
    Highest,
    #[graph(unknown)]
    Unknown(String),
}

#[graph_enum(flags)]
pub enum Color {
    Red,
    Green,
    Blue,
    #[graph(unknown)]
    Unknown(String),
}
