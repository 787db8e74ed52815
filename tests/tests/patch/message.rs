//! The resource of these tests.

use graph_resource::{Cloud, Endpoint, Request, graph_enum, graph_resource};

/// A property of each kind that an update may carry, and of each that it may not.
#[graph_resource(path = "/me/messages")]
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Message {
    #[graph(key)]
    pub(crate) id: String,
    #[graph(read_only)]
    pub(crate) web_link: Option<String>,
    #[graph(create_only)]
    pub(crate) conversation_id: Option<String>,
    pub(crate) subject: Option<String>,
    pub(crate) body: String,
    pub(crate) is_read: bool,
    pub(crate) size: Option<i64>,
    pub(crate) score: Option<f64>,
    pub(crate) categories: Vec<String>,
    pub(crate) reactions: Option<Vec<String>>,
    pub(crate) importance: Option<Importance>,
}

#[graph_enum]
pub(crate) enum Importance {
    Low,
    Normal,
    High,
    #[graph(unknown)]
    Unknown(String),
}

/// A message that has only what it must have.
pub(crate) fn message() -> Message {
    Message {
        id: "1".to_owned(),
        web_link: None,
        conversation_id: None,
        subject: None,
        body: String::new(),
        is_read: false,
        size: None,
        score: None,
        categories: Vec::new(),
        reactions: None,
        importance: None,
    }
}

/// The request in one line: method, path and body.
pub(crate) fn line(request: &impl Request) -> String {
    let request = request
        .to_http_request(&Endpoint::new(Cloud::Global))
        .unwrap();
    let body = std::str::from_utf8(request.body()).unwrap();
    format!("{} {} {body}", request.method(), request.uri().path())
}
