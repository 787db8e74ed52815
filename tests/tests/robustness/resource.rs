//! A resource with a property of each type that has its own way of reading.

use std::borrow::Cow;
use std::collections::BTreeMap;

use graph_resource::{graph_enum, graph_resource};
use serde_json::Value;
use time::{Date, OffsetDateTime};
use uuid::Uuid;

#[graph_resource(path = "/me/things")]
#[derive(Clone, PartialEq)]
pub(crate) struct Thing {
    #[graph(key)]
    pub(crate) id: String,
    #[graph(etag)]
    pub(crate) etag: Option<String>,
    pub(crate) text: Option<Cow<'static, str>>,
    pub(crate) is_on: Option<bool>,
    pub(crate) long: Option<i64>,
    pub(crate) byte: Option<u8>,
    pub(crate) double: Option<f64>,
    pub(crate) at: Option<OffsetDateTime>,
    pub(crate) on: Option<Date>,
    pub(crate) guid: Option<Uuid>,
    pub(crate) level: Option<Level>,
    #[graph(default)]
    pub(crate) tags: Vec<Option<String>>,
    pub(crate) members: Option<BTreeMap<String, Vec<i64>>>,
    pub(crate) any: Option<Value>,
    #[graph(with = "graph_resource::edm::as_serde")]
    pub(crate) pair: Option<(i8, char)>,
    #[graph(sensitive)]
    pub(crate) secret: Option<String>,
}

#[graph_enum]
pub(crate) enum Level {
    Low,
    High,
    #[graph(unknown)]
    Unknown(String),
}

pub(crate) const PATCH: &str = r#"{"@odata.type":"https://graph.microsoft.com/v1.0/$metadata#microsoft.graph.thing","text":"a\u0062c \ud83e\udd80","isOn":true,"long":"9223372036854775807","byte":255,"double":"-INF","at":"9999-12-31T23:59:59.9999999Z","on":"2012-12-03","guid":"6f1c9c28-9b1e-4f0b-a5a7-0a3c1d2e3f40","level":"HIGH","tags":["x",null],"members":{"a":[1,2],"b":[]},"any":{"deep":[[{}]]},"pair":[1,"x"],"secret":null}"#;

/// The same with what only the service writes, and with what is not declared.
pub(crate) fn resource() -> String {
    PATCH.replacen(
        '{',
        r##"{"@odata.etag":"W/\"1\"","id":"1","text@odata.type":"#String","other":[1.5e300,{}],"##,
        1,
    )
}

/// A page of it.
pub(crate) fn page() -> String {
    format!(
        r#"{{"@odata.context":"c","@odata.nextLink":"n","@odata.count":"2","value":[{},{{"id":"2"}}],"@odata.deltaLink":null}}"#,
        resource()
    )
}
