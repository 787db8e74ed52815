use std::io;

use bytes::{Bytes, BytesMut};
use futures_util::stream;
use http::Response;

use super::content_encoding::{decode, encoded_limit};
use super::failure::Failure;
use super::interface::TransportError;
use crate::body::Body;

/// The most bytes that are reserved in advance, whatever length a response announces.
const MAX_RESERVED: usize = 1024 * 1024;

/// The pieces of a body, as an HTTP client reads them.
pub(super) trait Pieces: Send + 'static {
    /// Returns the next piece, or `None` after the last one.
    fn next(&mut self) -> impl Future<Output = Result<Option<Bytes>, ReadError>> + Send;
}

/// The reason why a body did not arrive completely: the connection was lost, or the time limit was reached.
pub(super) struct ReadError {
    pub(super) source: TransportError,
    pub(super) is_timeout: bool,
}

impl From<ReadError> for TransportError {
    fn from(error: ReadError) -> Self {
        let kind = if error.is_timeout {
            io::ErrorKind::TimedOut
        } else {
            io::ErrorKind::ConnectionAborted
        };
        io::Error::new(kind, error.source).into()
    }
}

/// Returns the body whose pieces arrive as they are read. The response has announced `announced` bytes, if it has announced any.
pub(super) fn streamed(announced: Option<u64>, pieces: impl Pieces) -> Body {
    let body = Body::stream(stream::try_unfold(pieces, async |mut pieces| {
        let next = pieces.next().await?;
        Ok(next.map(|piece| (piece, pieces)))
    }));
    match announced {
        Some(length) => body.with_length(length),
        None => body,
    }
}

/// Reads a body, and decodes it to at most `limit` bytes. The response has announced `announced` bytes, or 0 if it has announced none.
pub(super) async fn read(
    head: Response<()>,
    announced: u64,
    limit: usize,
    pieces: &mut impl Pieces,
) -> Result<Response<Bytes>, Failure> {
    let announced = usize::try_from(announced).unwrap_or(usize::MAX);
    let encoded_limit = encoded_limit(&head, limit);
    if announced > encoded_limit {
        return Err(Failure::too_large(head, limit));
    }
    let mut body = Received::new(announced);
    loop {
        match pieces.next().await {
            Ok(None) => return decode(head.map(|()| body.into_bytes()), limit),
            Ok(Some(piece)) if piece.len() > encoded_limit - body.len() => {
                return Err(Failure::too_large(head, limit));
            }
            Ok(Some(piece)) => body.push(piece),
            Err(ReadError { source, is_timeout }) => {
                let partial = head.map(|()| body.into_bytes());
                return Err(Failure::incomplete(partial, source, is_timeout));
            }
        }
    }
}

/// The body of a response while it arrives. A body that arrives in one piece, as most do, is not copied.
struct Received {
    announced: usize,
    first: Bytes,
    all: BytesMut,
}

impl Received {
    fn new(announced: usize) -> Self {
        Self {
            announced,
            first: Bytes::new(),
            all: BytesMut::new(),
        }
    }

    fn len(&self) -> usize {
        self.first.len() + self.all.len()
    }

    fn push(&mut self, piece: Bytes) {
        if self.len() == 0 {
            self.first = piece;
            return;
        }
        if !self.first.is_empty() {
            let first = std::mem::take(&mut self.first);
            self.all.reserve(
                self.announced
                    .min(MAX_RESERVED)
                    .max(first.len() + piece.len()),
            );
            self.all.extend_from_slice(&first);
        }
        self.all.extend_from_slice(&piece);
    }

    fn into_bytes(self) -> Bytes {
        if self.all.is_empty() {
            self.first
        } else {
            self.all.freeze()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chunks_are_concatenated_in_order() {
        for pieces in [&[][..], &["a"], &["", "a"], &["ab", "", "c", "def"]] {
            for announced in [0, 3, usize::MAX] {
                let mut body = Received::new(announced);
                for piece in pieces {
                    body.push(Bytes::from_static(piece.as_bytes()));
                }
                assert_eq!(body.len(), pieces.concat().len());
                assert_eq!(body.into_bytes(), pieces.concat());
            }
        }
    }
}
