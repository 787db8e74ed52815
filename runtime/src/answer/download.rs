use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::{Bytes, BytesMut};
use futures_util::{Stream, StreamExt};
use http::header::{CONTENT_TYPE, ETAG};
use http::{HeaderMap, Response, StatusCode};

use super::content_range::ContentRange;
use crate::body::{Body, BodyError, StreamedOnce};
use crate::encoding::content_encodings;
use crate::error::{Error, ErrorKind};

/// The content of a photo, a file or a report, which arrives as it is read.
///
/// It is a [`Stream`] of pieces, and with the feature `retry` an `AsyncRead` of Tokio, which [`copy_to`](Self::copy_to) reads into a file.
///
/// ```
/// use graph_resource::{Client, Error, graph_resource};
///
/// #[graph_resource(path = "/drives/{drive_id}/items", media(content = "content"))]
/// pub struct DriveItem {
///     #[graph(key)]
///     pub id: String,
/// }
///
/// /// Returns the number of lines in a text of any size.
/// async fn lines(client: &Client, drive: &str, item: &str) -> Result<usize, Error> {
///     let mut download = DriveItem::content(drive, item).send(client).await?;
///     let mut lines = 0;
///     while let Some(piece) = download.next().await {
///         lines += piece?.iter().filter(|byte| **byte == b'\n').count();
///     }
///     Ok(lines)
/// }
/// # use graph_resource_emulator::Emulator;
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let emulator = Emulator::builder().serve_content("/drives/{drive_id}/items/{item_id}/content").start()?;
/// # emulator.put_content("/drives/1/items/2/content", "text/plain", "one\ntwo\n")?;
/// # let client = Client::builder().base_url(emulator.url()).token("any").build()?;
/// # assert_eq!(lines(&client, "1", "2").await?, 2);
/// # Ok(())
/// # }
/// ```
///
/// # When it breaks off
///
/// If the connection is lost, the rest is requested with `Range` and `If-Range`, as often as the [`Retry`](crate::Retry) of the request
/// allows without progress: whoever reads notices nothing. That needs an entity tag, by which the rest is known to be of the same content, and
/// the feature `retry`. Otherwise the stream ends with an error, and so it does when the content was changed meanwhile.
#[must_use = "the content arrives as it is read"]
pub struct Download {
    body: Body,
    headers: HeaderMap,
    range: ContentRange,
    position: u64,
    /// The rest of the last piece, for a reader whose buffer was smaller.
    #[cfg(feature = "retry")]
    rest: Bytes,
}

impl Download {
    /// Reads the head of an answer, and takes its body.
    pub(crate) fn read(response: &Response<Bytes>) -> Result<Self, Error> {
        let unexpected = |message: &str| Err(Error::new(ErrorKind::UnexpectedAnswer, message));
        if response.status() == StatusCode::ACCEPTED {
            return unexpected("the content is not ready (`202`): ask again later");
        }
        let mut encodings = content_encodings(response.headers());
        if encodings.any(|encoding| !encoding.eq_ignore_ascii_case("identity")) {
            return unexpected(
                "the content arrives with a content encoding, which was not asked for",
            );
        }
        let body = match response.extensions().get::<StreamedOnce>() {
            Some(streamed) => streamed.take(),
            None => Some(response.body().clone().into()),
        };
        let Some(body) = body else {
            return unexpected("the content of the answer was read already");
        };
        let headers = response.headers().clone();
        let range = ContentRange::of(response.status(), &headers)?;
        Ok(Self {
            position: range.start,
            body,
            headers,
            range,
            #[cfg(feature = "retry")]
            rest: Bytes::new(),
        })
    }

    /// Returns the next piece, or `None` at the end.
    ///
    /// # Errors
    ///
    /// An error ends the content: see [above](Self#when-it-breaks-off). What arrived before it is what the content begins with.
    pub async fn next(&mut self) -> Option<Result<Bytes, Error>> {
        StreamExt::next(self).await
    }

    /// Reads all that is left into memory.
    ///
    /// # Errors
    ///
    /// Those of [`next`](Self::next), and an [`ErrorKind::UnexpectedAnswer`] if it is more than `limit` bytes.
    pub async fn bytes(mut self, limit: usize) -> Result<Bytes, Error> {
        let ensure = |length: u64| match usize::try_from(length) {
            Ok(length) if length <= limit => Ok(()),
            _ => {
                let message = format!("the content is larger than the limit of {limit} bytes");
                Err(Error::new(ErrorKind::UnexpectedAnswer, message))
            }
        };
        ensure(self.remaining().unwrap_or_default())?;
        let mut all = BytesMut::new();
        while let Some(piece) = self.next().await {
            let piece = piece?;
            ensure(all.len() as u64 + piece.len() as u64)?;
            all.extend_from_slice(&piece);
        }
        Ok(all.freeze())
    }

    /// Returns the position in the content of the next byte that is read. It begins with the start of the range that was requested, or zero.
    pub const fn position(&self) -> u64 {
        self.position
    }

    /// Returns the length of the whole content in bytes, if the service says it.
    pub const fn total_length(&self) -> Option<u64> {
        self.range.total
    }

    /// Returns the number of bytes that are left to be read, if the service says it.
    pub fn remaining(&self) -> Option<u64> {
        Some(self.range.end?.saturating_sub(self.position))
    }

    /// Returns the type of the content, such as `image/jpeg`.
    pub fn content_type(&self) -> Option<&str> {
        self.headers.get(CONTENT_TYPE)?.to_str().ok()
    }

    /// Returns the entity tag of the content, for [`if_changed`](crate::Content::if_changed).
    pub fn etag(&self) -> Option<&str> {
        self.headers.get(ETAG)?.to_str().ok()
    }

    /// Returns the headers of the answer.
    pub const fn headers(&self) -> &HeaderMap {
        &self.headers
    }
}

impl Stream for Download {
    type Item = Result<Bytes, Error>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = self.get_mut();
        #[cfg(feature = "retry")]
        if !this.rest.is_empty() {
            let rest = std::mem::take(&mut this.rest);
            this.position += rest.len() as u64;
            return Poll::Ready(Some(Ok(rest)));
        }
        let piece = ready!(Pin::new(&mut this.body).poll_next(context));
        if let Some(Ok(piece)) = &piece {
            this.position += piece.len() as u64;
        }
        Poll::Ready(piece.map(|piece| piece.map_err(into_error)))
    }
}

/// Returns the error of a body, which is that of the client unless another transport made it.
fn into_error(error: BodyError) -> Error {
    match error.downcast() {
        Ok(error) => *error,
        Err(error) => Error::new(ErrorKind::Transport, "the content broke off").with_source(error),
    }
}

/// Shows no content.
impl fmt::Debug for Download {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Download")
            .field("content_type", &self.content_type())
            .field("position", &self.position)
            .field("total_length", &self.total_length())
            .finish_non_exhaustive()
    }
}

#[cfg(feature = "retry")]
mod reader {
    use std::io;
    use std::pin::Pin;
    use std::task::{Context, Poll, ready};

    use futures_util::Stream;
    use tokio::io::{AsyncRead, AsyncWrite, AsyncWriteExt, ReadBuf};

    use super::Download;
    use crate::error::{Error, ErrorKind};

    impl Download {
        /// Writes all that is left to a file, or anything else, and returns the number of bytes.
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
        /// let mut photo = Vec::new(); // or a `tokio::fs::File`
        /// ProfilePhoto::content("ada").send(&client).await?.copy_to(&mut photo).await?;
        /// assert_eq!(photo, [0xff, 0xd8]);
        /// # Ok(())
        /// # }
        /// ```
        ///
        /// # Errors
        ///
        /// Those of [`next`](Self::next), and an [`ErrorKind::LocalIo`] if the bytes cannot be written.
        pub async fn copy_to<W: AsyncWrite + Unpin>(self, to: &mut W) -> Result<u64, Error> {
            self.copy_to_with_progress(to, |_| {}).await
        }

        /// Does the same, and shows the position after each piece.
        ///
        /// # Errors
        ///
        /// Those of [`copy_to`](Self::copy_to).
        pub async fn copy_to_with_progress<W: AsyncWrite + Unpin>(
            mut self,
            to: &mut W,
            mut show: impl FnMut(u64),
        ) -> Result<u64, Error> {
            let start = self.position;
            while let Some(piece) = self.next().await {
                to.write_all(&piece?).await.map_err(not_written)?;
                show(self.position);
            }
            to.flush().await.map_err(not_written)?;
            Ok(self.position - start)
        }
    }

    #[cold]
    fn not_written(error: io::Error) -> Error {
        Error::new(ErrorKind::LocalIo, "the content cannot be written").with_source(error)
    }

    impl AsyncRead for Download {
        fn poll_read(
            self: Pin<&mut Self>,
            context: &mut Context<'_>,
            buffer: &mut ReadBuf<'_>,
        ) -> Poll<io::Result<()>> {
            let this = self.get_mut();
            if buffer.remaining() == 0 {
                return Poll::Ready(Ok(()));
            }
            let mut piece = loop {
                match ready!(Pin::new(&mut *this).poll_next(context)) {
                    None => return Poll::Ready(Ok(())),
                    Some(Ok(piece)) if piece.is_empty() => {}
                    Some(Ok(piece)) => break piece,
                    Some(Err(error)) => return Poll::Ready(Err(io::Error::other(error))),
                }
            };
            let read = piece.split_to(piece.len().min(buffer.remaining()));
            buffer.put_slice(&read);
            this.position -= piece.len() as u64;
            this.rest = piece;
            Poll::Ready(Ok(()))
        }
    }
}
