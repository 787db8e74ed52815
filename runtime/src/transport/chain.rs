//! Questions to an error and its sources.

use std::error::Error as StdError;
use std::io;

/// Returns the error and its sources. The source of an [`io::Error`] is the error that it wraps, which its own `source` skips.
pub(super) fn chain<'a>(
    error: &'a (dyn StdError + 'static),
) -> impl Iterator<Item = &'a (dyn StdError + 'static)> {
    std::iter::successors(Some(error), |outer| source(*outer))
}

fn source<'a>(error: &'a (dyn StdError + 'static)) -> Option<&'a (dyn StdError + 'static)> {
    let io = error.downcast_ref::<io::Error>();
    match io.and_then(io::Error::get_ref) {
        Some(wrapped) => Some(wrapped),
        None => error.source(),
    }
}

/// Returns whether the error or one of its sources is a timeout.
pub(super) fn is_timeout(error: &(dyn StdError + 'static)) -> bool {
    is_of_kind(error, io::ErrorKind::TimedOut)
}

/// Returns whether the error or one of its sources is an I/O error of this kind.
pub(super) fn is_of_kind(error: &(dyn StdError + 'static), kind: io::ErrorKind) -> bool {
    io_errors(error).any(|error| error.kind() == kind)
}

/// Returns the I/O errors in the chain.
pub(super) fn io_errors<'a>(
    error: &'a (dyn StdError + 'static),
) -> impl Iterator<Item = &'a io::Error> {
    chain(error).filter_map(|error| error.downcast_ref())
}
