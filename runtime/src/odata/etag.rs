use std::borrow::Cow;

/// An entity tag for `with_if_match`, verbatim as the service sent it.
///
/// It is created from the field with `#[graph(etag)]`, from [`Response::etag`](crate::Response::etag), or from text; `"*"` matches any state
/// of an existing item. Without a value, building the request fails: an unconditional write could overwrite the change of somebody else.
///
/// ```
/// use graph_resource::{Cloud, Endpoint, ErrorKind, graph_resource};
///
/// #[graph_resource(path = "/planner/tasks")]
/// pub struct PlannerTask {
///     #[graph(key)]
///     pub id: String,
///     #[graph(etag)]
///     pub etag: Option<String>,
///     pub title: String,
/// }
///
/// fn close(task: &PlannerTask) -> PlannerTaskUpdate {
///     PlannerTask::update(&task.id).title(format!("{} (done)", task.title)).with_if_match(&task.etag)
/// }
///
/// let json = r#"{ "@odata.etag": "W/\"JzEtVGFzayAg\"", "id": "1", "title": "Pack" }"#;
/// let request = close(&serde_json::from_str(json)?).to_http_request(&Endpoint::new(Cloud::Global))?;
/// assert_eq!(request.headers()["if-match"], "W/\"JzEtVGFzayAg\"");
///
/// let unknown = close(&serde_json::from_str(r#"{ "id": "1", "title": "Pack" }"#)?);
/// let error = unknown.to_http_request(&Endpoint::new(Cloud::Global)).unwrap_err();
/// assert_eq!(error.kind(), ErrorKind::InvalidRequest);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Etag(Option<String>);

impl Etag {
    /// Returns the value of the header, which is empty if there is no entity tag.
    #[doc(hidden)]
    pub fn into_header(self) -> Cow<'static, str> {
        Cow::Owned(self.0.unwrap_or_default())
    }
}

macro_rules! etag_from {
    ($($text:ty)*) => {$(
        impl From<$text> for Etag {
            fn from(etag: $text) -> Self {
                Self(Some(etag.into()))
            }
        }

        impl From<Option<$text>> for Etag {
            fn from(etag: Option<$text>) -> Self {
                Self(etag.map(Into::into))
            }
        }
    )*};
}

etag_from!(String &str &String Cow<'_, str>);

impl From<&Option<String>> for Etag {
    fn from(etag: &Option<String>) -> Self {
        Self(etag.clone())
    }
}
