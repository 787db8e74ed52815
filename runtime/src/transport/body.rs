use bytes::{Bytes, BytesMut};

/// The most bytes that are reserved in advance, whatever length a response announces.
const MAX_RESERVED: usize = 1024 * 1024;

/// The body of a response while it arrives. A body that arrives in one piece, as most do, is not copied.
pub(super) struct Body {
    announced: usize,
    first: Bytes,
    all: BytesMut,
}

impl Body {
    pub(super) fn new(announced: usize) -> Self {
        Self {
            announced,
            first: Bytes::new(),
            all: BytesMut::new(),
        }
    }

    pub(super) fn len(&self) -> usize {
        self.first.len() + self.all.len()
    }

    pub(super) fn push(&mut self, piece: Bytes) {
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

    pub(super) fn into_bytes(self) -> Bytes {
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
