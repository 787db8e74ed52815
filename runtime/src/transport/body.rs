use bytes::{Bytes, BytesMut};
use http::Response;

use super::content_encoding::{decode, encoded_limit};
use super::failure::Failure;
use super::interface::TransportError;

/// The most bytes that are reserved in advance, whatever length a response announces.
const MAX_RESERVED: usize = 1024 * 1024;

/// The pieces of a body, as an HTTP client reads them.
pub(super) trait Pieces {
    /// Returns the next piece, or `None` after the last one.
    async fn next(&mut self) -> Result<Option<Bytes>, ReadError>;
}

/// The reason why a body did not arrive completely: the connection was lost, or the time limit was reached.
pub(super) struct ReadError {
    pub(super) source: TransportError,
    pub(super) is_timeout: bool,
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
    let mut body = Body::new(announced);
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
struct Body {
    announced: usize,
    first: Bytes,
    all: BytesMut,
}

impl Body {
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
                let mut body = Body::new(announced);
                for piece in pieces {
                    body.push(Bytes::from_static(piece.as_bytes()));
                }
                assert_eq!(body.len(), pieces.concat().len());
                assert_eq!(body.into_bytes(), pieces.concat());
            }
        }
    }
}
