use std::hash::Hasher;
use std::io::{self, SeekFrom};

use bytes::{Bytes, BytesMut};
use tokio::io::{AsyncRead, AsyncReadExt, AsyncSeek, AsyncSeekExt};
use twox_hash::XxHash3_64;

use super::journal::Confirmed;
use crate::error::{Error, ErrorKind};

/// The pieces in which a source is read again.
const PIECE: u64 = 1 << 20;

/// The source of an upload, with its length and the hash of the part that the service has confirmed.
pub(super) struct Source<S> {
    inner: S,
    length: u64,
    hasher: XxHash3_64,
    /// The number of bytes that are in the hash.
    hashed: u64,
}

impl<S: AsyncRead + AsyncSeek + Unpin> Source<S> {
    pub(super) async fn new(mut inner: S) -> Result<Self, Error> {
        let length = inner.seek(SeekFrom::End(0)).await.map_err(unreadable)?;
        if length == 0 {
            let message = "the source is empty: an empty file is created with `PUT`, and not in an upload session";
            return Err(Error::new(ErrorKind::InvalidRequest, message));
        }
        Ok(Self {
            inner,
            length,
            hasher: XxHash3_64::with_seed(0),
            hashed: 0,
        })
    }

    pub(super) const fn length(&self) -> u64 {
        self.length
    }

    /// Reads the bytes of a fragment.
    pub(super) async fn read(&mut self, start: u64, length: u64) -> Result<Bytes, Error> {
        let length =
            usize::try_from(length).map_err(|error| unreadable(io::Error::other(error)))?;
        self.inner
            .seek(SeekFrom::Start(start))
            .await
            .map_err(unreadable)?;
        let mut bytes = BytesMut::zeroed(length);
        self.inner
            .read_exact(&mut bytes)
            .await
            .map_err(unreadable)?;
        Ok(bytes.freeze())
    }

    /// Takes all bytes up to a position into the hash. Those of the last fragment need not be read again.
    pub(super) async fn hash_to(&mut self, end: u64, start: u64, last: &[u8]) -> Result<(), Error> {
        while self.hashed < end {
            let known = self.hashed.checked_sub(start).and_then(|skipped| {
                let skipped = usize::try_from(skipped).ok()?;
                let wanted = usize::try_from(end - self.hashed).ok()?;
                let known = last.get(skipped..)?;
                known.get(..wanted.min(known.len()))
            });
            if let Some(known) = known.filter(|known| !known.is_empty()) {
                self.hasher.write(known);
                self.hashed += known.len() as u64;
            } else {
                let piece = PIECE.min(end - self.hashed);
                let piece = self.read(self.hashed, piece).await?;
                self.hasher.write(&piece);
                self.hashed += piece.len() as u64;
            }
        }
        Ok(())
    }

    /// Returns what is known of the part that is in the hash.
    pub(super) fn confirmed(&self) -> Confirmed {
        Confirmed {
            length: self.length,
            bytes: self.hashed,
            hash: self.hasher.finish(),
        }
    }

    /// Checks that this is the source of which an earlier run has sent a part.
    pub(super) async fn ensure_same(&mut self, known: &Confirmed) -> Result<(), Error> {
        let other = |what: &str| {
            let message = format!(
                "the source is not that of which the journal says how far it was uploaded: {what}"
            );
            Error::new(ErrorKind::Journal, message)
        };
        if known.length != self.length {
            let what = format!("it has {} bytes, and not {}", self.length, known.length);
            return Err(other(&what));
        }
        self.hash_to(known.bytes.min(self.length), 0, &[]).await?;
        if self.confirmed() != *known {
            return Err(other("the part that was sent has changed"));
        }
        Ok(())
    }
}

#[cold]
fn unreadable(error: io::Error) -> Error {
    Error::new(
        ErrorKind::LocalIo,
        "the source of the upload cannot be read",
    )
    .with_source(error)
}
