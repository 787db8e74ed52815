//! Questions to an error and its sources.

use std::error::Error as StdError;
use std::io;

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
    std::iter::successors(Some(error), |outer| StdError::source(*outer))
        .filter_map(|error| error.downcast_ref())
}
