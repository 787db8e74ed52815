//! The bodies that a [`Transport`](crate::Transport) sends and receives.

#[cfg(any(feature = "reqwest", feature = "hyper"))]
mod http_body;
mod once;

use std::error::Error as StdError;
use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::sync::{Mutex, PoisonError};
use std::task::{Context, Poll, ready};

use bytes::{Bytes, BytesMut};
use futures_util::Stream;

pub(crate) use once::StreamedOnce;

/// The error of a body that breaks off.
pub(crate) type BodyError = Box<dyn StdError + Send + Sync>;

type Pieces = dyn Stream<Item = Result<Bytes, BodyError>> + Send;

/// The body of a request or an answer, as a [`Transport`](crate::Transport) sends and receives it: bytes, or a stream of them.
///
/// Most bodies are bytes, and conversions make them so: `Body::from(bytes)`. Those of files are streams, which are sent and received piece by
/// piece, and never in memory as a whole.
///
/// ```
/// use graph_resource::Body;
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), graph_resource::TransportError> {
/// let whole = Body::from("subject,start\n");
/// assert_eq!(whole.as_bytes().map(|bytes| bytes.len()), Some(14));
///
/// let pieces = futures_util::stream::iter(["subject,", "start\n"]).map(|piece| Ok(piece.into()));
/// let streamed = Body::stream(pieces).with_length(14);
/// assert_eq!(streamed.as_bytes(), None);
/// assert_eq!(streamed.collect(1_000).await?, "subject,start\n");
/// # Ok(())
/// # }
/// # use futures_util::StreamExt;
/// ```
#[derive(Default)]
pub struct Body(Repr);

enum Repr {
    Whole(Bytes),
    Streamed(Box<Streamed>),
}

struct Streamed {
    /// The lock is never taken: it makes the body `Sync`, which a request must be.
    pieces: Mutex<Pin<Box<Pieces>>>,
    length: Option<u64>,
}

impl Default for Repr {
    fn default() -> Self {
        Self::Whole(Bytes::new())
    }
}

impl Body {
    /// Creates a body that is sent or received piece by piece. An error ends it.
    pub fn stream(pieces: impl Stream<Item = Result<Bytes, BodyError>> + Send + 'static) -> Self {
        Self(Repr::Streamed(Box::new(Streamed {
            pieces: Mutex::new(Box::pin(pieces)),
            length: None,
        })))
    }

    /// States the number of bytes in the stream, which is sent as `Content-Length`. It has no effect on bytes.
    #[must_use = "the length is that of the body that is returned"]
    pub fn with_length(mut self, bytes: u64) -> Self {
        if let Repr::Streamed(streamed) = &mut self.0 {
            streamed.length = Some(bytes);
        }
        self
    }

    /// Returns the number of bytes that are left, if it is known.
    pub fn length(&self) -> Option<u64> {
        match &self.0 {
            Repr::Whole(bytes) => u64::try_from(bytes.len()).ok(),
            Repr::Streamed(streamed) => streamed.length,
        }
    }

    /// Returns the bytes, or `None` if this is a stream.
    pub const fn as_bytes(&self) -> Option<&Bytes> {
        match &self.0 {
            Repr::Whole(bytes) => Some(bytes),
            Repr::Streamed(_) => None,
        }
    }

    /// Returns the bytes, or the body again if it is a stream.
    ///
    /// # Errors
    ///
    /// The stream.
    pub fn into_bytes(self) -> Result<Bytes, Self> {
        match self.0 {
            Repr::Whole(bytes) => Ok(bytes),
            streamed @ Repr::Streamed(_) => Err(Self(streamed)),
        }
    }

    /// Returns the next piece, or `None` after the last one. Bytes are one piece.
    ///
    /// # Errors
    ///
    /// The error with which the stream breaks off.
    pub async fn next(&mut self) -> Option<Result<Bytes, BodyError>> {
        poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await
    }

    /// Reads all pieces.
    ///
    /// # Errors
    ///
    /// The error with which the stream breaks off, or that it has more than `limit` bytes. Bytes are returned however many they are.
    pub async fn collect(self, limit: usize) -> Result<Bytes, BodyError> {
        let mut streamed = match self.into_bytes() {
            Ok(bytes) => return Ok(bytes),
            Err(streamed) => streamed,
        };
        let mut all = BytesMut::new();
        while let Some(piece) = streamed.next().await {
            let piece = piece?;
            if piece.len() > limit - all.len() {
                return Err(format!("the body is larger than the limit of {limit} bytes").into());
            }
            all.extend_from_slice(&piece);
        }
        Ok(all.freeze())
    }
}

impl Stream for Body {
    type Item = Result<Bytes, BodyError>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        match &mut self.get_mut().0 {
            Repr::Whole(bytes) if bytes.is_empty() => Poll::Ready(None),
            Repr::Whole(bytes) => Poll::Ready(Some(Ok(std::mem::take(bytes)))),
            Repr::Streamed(streamed) => {
                let pieces = streamed.pieces.get_mut();
                let pieces = pieces.unwrap_or_else(PoisonError::into_inner);
                let piece = ready!(pieces.as_mut().poll_next(context));
                if let (Some(Ok(piece)), Some(left)) = (&piece, &mut streamed.length) {
                    *left = left.saturating_sub(piece.len() as u64);
                }
                Poll::Ready(piece)
            }
        }
    }
}

impl From<Bytes> for Body {
    fn from(bytes: Bytes) -> Self {
        Self(Repr::Whole(bytes))
    }
}

impl From<Vec<u8>> for Body {
    fn from(bytes: Vec<u8>) -> Self {
        Bytes::from(bytes).into()
    }
}

impl From<String> for Body {
    fn from(text: String) -> Self {
        Bytes::from(text).into()
    }
}

impl From<&'static [u8]> for Body {
    fn from(bytes: &'static [u8]) -> Self {
        Bytes::from_static(bytes).into()
    }
}

impl From<&'static str> for Body {
    fn from(text: &'static str) -> Self {
        text.as_bytes().into()
    }
}

/// Shows no content.
impl fmt::Debug for Body {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Body")
            .field("is_stream", &self.as_bytes().is_none())
            .field("length", &self.length())
            .finish_non_exhaustive()
    }
}

/// An extension of a request that lets a [`Transport`](crate::Transport) answer before the body of the answer has arrived.
///
/// With it, the body of an answer of status 2xx may be a [stream](Body::stream), whose pieces arrive as they are read. It has no limit of
/// size, is not decompressed, and the time limit of the exchange holds for the head, and then for each piece. Without it, and for any other
/// status, the body must be bytes. A transport that ignores it returns bytes, which is correct and takes the memory for them.
///
/// ```
/// use graph_resource::{Body, StreamedAnswer, http};
///
/// fn wants_stream(request: &http::Request<Body>) -> bool {
///     request.extensions().get::<StreamedAnswer>().is_some()
/// }
/// # assert!(!wants_stream(&http::Request::default()));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct StreamedAnswer;

impl StreamedAnswer {
    /// Creates the extension.
    #[allow(
        clippy::new_without_default,
        reason = "nothing else is created by default"
    )]
    pub const fn new() -> Self {
        Self
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that panics has failed")]
mod tests {
    use futures_util::{FutureExt, stream};

    use super::*;

    fn streamed(pieces: &'static [&'static str]) -> Body {
        let pieces = pieces.iter().map(|piece| match *piece {
            "!" => Err("broken".into()),
            piece => Ok(Bytes::from_static(piece.as_bytes())),
        });
        Body::stream(stream::iter(pieces))
    }

    fn collected(body: Body, limit: usize) -> Result<Bytes, String> {
        let collected = body.collect(limit).now_or_never().unwrap();
        collected.map_err(|error| error.to_string())
    }

    #[test]
    fn bytes_are_one_piece_and_nothing_is_none() {
        let mut body = Body::from("ab");
        assert_eq!(body.length(), Some(2));
        assert_eq!(body.next().now_or_never().unwrap().unwrap().unwrap(), "ab");
        assert!(body.next().now_or_never().unwrap().is_none());
        assert!(Body::default().next().now_or_never().unwrap().is_none());
    }

    #[test]
    fn a_stream_is_collected_up_to_the_limit() {
        assert_eq!(collected(streamed(&["ab", "", "c"]), 3).unwrap(), "abc");
        let error = collected(streamed(&["ab", "c"]), 2).unwrap_err();
        assert_eq!(error, "the body is larger than the limit of 2 bytes");
    }

    #[test]
    fn a_stream_that_breaks_off_is_an_error() {
        assert_eq!(collected(streamed(&["ab", "!"]), 9).unwrap_err(), "broken");
    }

    #[test]
    fn the_length_of_a_stream_is_what_it_is_said_to_be() {
        assert_eq!(streamed(&["ab"]).length(), None);
        assert_eq!(streamed(&["ab"]).with_length(2).length(), Some(2));
        assert_eq!(Body::from("abc").with_length(2).length(), Some(3));
    }

    #[test]
    fn the_content_is_not_shown() {
        let shown = format!("{:?} {:?}", Body::from("secret"), streamed(&["secret"]));
        assert!(!shown.contains("secret"), "{shown}");
    }
}
