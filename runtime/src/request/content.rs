//! Content: photos, files and reports, which are no JSON ("OData Protocol", Media Entities and Stream Properties).

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;
use std::ops::{Bound, RangeBounds};

use bytes::Bytes;
use http::Method;

use super::Request;
use super::exchange_kind::ExchangeKind;
use super::if_changed::IfChanged;
use super::item::Get;
use super::parts::RequestParts;
use crate::answer::{Download, Outcome};
use crate::body::{Body, StreamedOnce};
use crate::edm::PropertyValue;
use crate::endpoint::Endpoint;
use crate::error::Error;
use crate::resource::Resource;

/// The request for the content of one item: a photo, a file, a message as MIME.
///
/// A function of a resource with `media(…)` creates it, and [`Get::media`] for any other address.
///
/// ```
/// use graph_resource::{Cloud, Endpoint, graph_resource};
///
/// #[graph_resource(path = "/users/{user_id}/photo", media(content = "$value"))]
/// pub struct ProfilePhoto {
///     pub width: Option<i32>,
/// }
///
/// let request = ProfilePhoto::content("ada").range(..1_024);
/// let http = request.to_http_request(&Endpoint::new(Cloud::Global))?;
/// assert_eq!(http.uri(), "https://graph.microsoft.com/v1.0/users/ada/photo/$value");
/// assert_eq!(http.headers()["range"], "bytes=0-1023");
/// # Ok::<(), graph_resource::Error>(())
/// ```
///
/// # Other hosts
///
/// Graph answers some requests, such as those for files and reports, with a redirect to another host and a URL that is signed. That is
/// followed once, over `https`, with neither the token nor any header of the application.
#[must_use = "a request does nothing until it is sent"]
pub struct Content<R> {
    pub(crate) parts: RequestParts,
    resource: PhantomData<fn() -> R>,
}

/// The request that replaces the content of one item. Created by [`Content::set`].
#[must_use = "a request does nothing until it is sent"]
pub struct SetContent<R> {
    parts: RequestParts,
    content: Given,
    resource: PhantomData<fn() -> R>,
}

/// The content that is sent.
#[derive(Clone)]
enum Given {
    Whole(Bytes),
    Streamed(StreamedOnce),
}

impl<R> Content<R> {
    /// Creates the request to a path below an item. Called by generated code.
    #[doc(hidden)]
    pub fn new(item: &RequestParts, segment: &'static str) -> Self {
        let parts = item.then_segment(segment);
        Self {
            parts,
            resource: PhantomData,
        }
    }

    /// Asks for a part, by the positions of its bytes: `..1_024`, `1_024..` or `512..=1_023`.
    ///
    /// An answer with anything else than this part, such as of a service that knows no ranges, is an error.
    pub fn range(mut self, range: impl RangeBounds<u64>) -> Self {
        let start = match range.start_bound() {
            Bound::Included(start) => Some(*start),
            Bound::Excluded(before) => before.checked_add(1),
            Bound::Unbounded => Some(0),
        };
        let last = match range.end_bound() {
            Bound::Included(last) => Some(Some(*last)),
            Bound::Excluded(end) => end.checked_sub(1).map(Some),
            Bound::Unbounded => Some(None),
        };
        match (start, last) {
            (Some(start), Some(None)) => self.set_range(format!("bytes={start}-")),
            (Some(start), Some(Some(last))) if start <= last => {
                self.set_range(format!("bytes={start}-{last}"));
            }
            _ => self
                .parts
                .set_problem("the range of the content is empty".into()),
        }
        self
    }

    /// Asks for the rest from a position on, of the content that has this entity tag, such as after a process was stopped that had read a part of
    /// it.
    ///
    /// If nothing is left after the position, the content is empty. If the content has changed meanwhile, the answer is an [`ErrorKind::UnexpectedAnswer`](crate::ErrorKind::UnexpectedAnswer).
    ///
    /// ```
    /// use graph_resource::{Client, graph_resource};
    /// use tokio::io::AsyncReadExt;
    ///
    /// #[graph_resource(path = "/drives/{drive_id}/items", media(content = "content"))]
    /// pub struct DriveItem {
    ///     #[graph(key)]
    ///     pub id: String,
    /// }
    ///
    /// # use graph_resource_emulator::Emulator;
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let emulator = Emulator::builder().serve_content("/drives/{drive_id}/items/{item_id}/content").start()?;
    /// # emulator.put_content("/drives/1/items/2/content", "text/plain", "0123456789")?;
    /// # let client = Client::builder().base_url(emulator.url()).token("any").build()?;
    /// let mut content = DriveItem::content("1", "2").send(&client).await?;
    /// let etag = content.etag().unwrap_or_default().to_owned();
    /// let mut file = vec![0; 4];
    /// content.read_exact(&mut file).await?;
    /// let position = content.position();
    /// drop(content); // such as by the end of the process
    ///
    /// let rest = DriveItem::content("1", "2").resume(position, etag).send(&client).await?;
    /// rest.copy_to(&mut file).await?;
    /// assert_eq!(file, b"0123456789");
    /// # Ok(())
    /// # }
    /// ```
    pub fn resume(mut self, position: u64, etag: impl Into<String>) -> Self {
        let etag = etag.into();
        if !etag.starts_with('"') {
            let problem =
                "`resume` needs the strong entity tag of the part that was read, such as `\"abc\"`";
            self.parts.set_problem(problem.into());
        }
        self.parts.push_header("if-range".into(), Cow::Owned(etag));
        self.range(position..)
    }

    fn set_range(&mut self, range: String) {
        self.parts.push_header("range".into(), Cow::Owned(range));
    }

    /// Reads the content only if it has another entity tag than this one. The answer is `None` if it has not changed.
    ///
    /// ```
    /// use graph_resource::{Client, graph_resource};
    ///
    /// #[graph_resource(path = "/users/{user_id}/photo", media(content = "$value"))]
    /// pub struct ProfilePhoto {
    ///     pub width: Option<i32>,
    /// }
    ///
    /// # use graph_resource_emulator::Emulator;
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let emulator = Emulator::builder().serve_content("/users/{user_id}/photo/$value").start()?;
    /// # emulator.put_content("/users/ada/photo/$value", "image/jpeg", vec![0xff, 0xd8])?;
    /// # let client = Client::builder().base_url(emulator.url()).token("any").build()?;
    /// let photo = ProfilePhoto::content("ada").send(&client).await?;
    /// let etag = photo.etag().unwrap_or_default().to_owned();
    ///
    /// let unchanged = ProfilePhoto::content("ada").if_changed(etag).send(&client).await?;
    /// assert!(unchanged.is_none());
    /// # Ok(())
    /// # }
    /// ```
    pub fn if_changed(self, etag: impl Into<String>) -> IfChanged<Self> {
        IfChanged::new(self, etag)
    }

    /// Creates the request that replaces the content: `PUT`.
    ///
    /// The content is bytes, or a [stream](Body::stream), which should have a [length](Body::with_length). A stream cannot be sent twice: such
    /// a request is not repeated, whatever its [`Retry`](crate::Retry). Larger files need an upload session.
    ///
    /// ```
    /// use graph_resource::{Cloud, Endpoint, graph_resource};
    ///
    /// #[graph_resource(path = "/users/{user_id}/photo", media(content = "$value"))]
    /// pub struct ProfilePhoto {
    ///     pub width: Option<i32>,
    /// }
    ///
    /// let request = ProfilePhoto::content("ada").set("image/jpeg", vec![0xff, 0xd8]);
    /// let http = request.to_http_request(&Endpoint::new(Cloud::Global))?;
    /// assert_eq!((http.method().as_str(), http.uri().path()), ("PUT", "/v1.0/users/ada/photo/$value"));
    /// assert_eq!(http.headers()["content-type"], "image/jpeg");
    /// # Ok::<(), graph_resource::Error>(())
    /// ```
    pub fn set(
        self,
        content_type: impl Into<Cow<'static, str>>,
        content: impl Into<Body>,
    ) -> SetContent<R> {
        let mut parts = self.parts;
        parts.push_header("content-type".into(), content_type.into());
        let content = content.into();
        let content = match content.as_bytes() {
            Some(bytes) => Given::Whole(bytes.clone()),
            None => Given::Streamed(StreamedOnce::new(content)),
        };
        SetContent {
            parts,
            content,
            resource: PhantomData,
        }
    }
}

impl<R: Resource> Get<R> {
    /// Creates the request for a content of the item: `$value` of a media entity, or the name of a stream property.
    ///
    /// ```
    /// use graph_resource::{Cloud, Endpoint, graph_resource};
    ///
    /// #[graph_resource(path = "/users/{user_id}/messages", also(me = "/me/messages"))]
    /// pub struct Message {
    ///     #[graph(key)]
    ///     pub id: String,
    /// }
    ///
    /// let mime = Message::me().get("1").media("$value");
    /// let http = mime.to_http_request(&Endpoint::new(Cloud::Global))?;
    /// assert_eq!(http.uri(), "https://graph.microsoft.com/v1.0/me/messages/1/$value");
    /// # Ok::<(), graph_resource::Error>(())
    /// ```
    pub fn media(self, name: &str) -> Content<R> {
        let mut parts = self.parts.to_write();
        parts.push_media(name);
        Content {
            parts,
            resource: PhantomData,
        }
    }

    /// Reads the item only if it has another entity tag than this one. The answer is `None` if it has not changed.
    ///
    /// ```
    /// use graph_resource::{Client, Error, graph_resource};
    ///
    /// #[graph_resource(path = "/planner/tasks")]
    /// pub struct PlannerTask {
    ///     #[graph(key)]
    ///     pub id: String,
    ///     #[graph(etag)]
    ///     pub etag: Option<String>,
    ///     pub title: Option<String>,
    /// }
    ///
    /// /// Reads a task again if it has changed.
    /// async fn refresh(task: &mut PlannerTask, client: &Client) -> Result<bool, Error> {
    ///     let etag = task.etag.clone().unwrap_or_default();
    ///     let Some(changed) = PlannerTask::get(&task.id).if_changed(etag).send(client).await? else {
    ///         return Ok(false);
    ///     };
    ///     *task = changed;
    ///     Ok(true)
    /// }
    /// ```
    pub fn if_changed(self, etag: impl Into<String>) -> IfChanged<Self> {
        IfChanged::new(self, etag)
    }
}

__request_methods!([R] Content<R>, [], parts);
__request_methods!([R: PropertyValue] SetContent<R>, [], parts);

impl<R> Request for Content<R> {
    type Answer = Download;

    fn to_http_request(&self, endpoint: &Endpoint) -> Result<http::Request<Bytes>, Error> {
        let mut parts = self.parts.clone();
        parts.set_exchange(ExchangeKind::StreamedContent);
        parts.to_http_request(Method::GET, endpoint, None)
    }

    fn path_template(&self) -> &'static str {
        self.parts.path_template()
    }

    fn read_answer(response: &http::Response<Bytes>) -> Result<Self::Answer, Error> {
        Download::read(response)
    }
}

impl<R: PropertyValue> Request for SetContent<R> {
    type Answer = Outcome<R>;

    fn to_http_request(&self, endpoint: &Endpoint) -> Result<http::Request<Bytes>, Error> {
        let body = Some(Ok(Vec::new()));
        let mut request = self.parts.to_http_request(Method::PUT, endpoint, body)?;
        match &self.content {
            Given::Whole(bytes) => request.body_mut().clone_from(bytes),
            Given::Streamed(streamed) => {
                request.extensions_mut().insert(streamed.clone());
            }
        }
        Ok(request)
    }

    fn path_template(&self) -> &'static str {
        self.parts.path_template()
    }

    fn read_answer(response: &http::Response<Bytes>) -> Result<Self::Answer, Error> {
        Outcome::read(response)
    }
}

impl<R> Clone for Content<R> {
    fn clone(&self) -> Self {
        Self {
            parts: self.parts.clone(),
            resource: PhantomData,
        }
    }
}

impl<R> fmt::Debug for Content<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Content").field(&self.parts).finish()
    }
}

impl<R> fmt::Debug for SetContent<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("SetContent").field(&self.parts).finish()
    }
}
