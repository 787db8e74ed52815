use crate::error::Error;

/// The rest of a [`Bulk`](crate::Bulk) that was ended: see [`Outcomes::cancel`](crate::Outcomes::cancel).
#[derive(Debug)]
#[non_exhaustive]
pub struct Cancelled<T, A> {
    /// The outcomes that had not been taken.
    pub outcomes: Vec<(T, Result<A, Error>)>,
    /// The requests that were not sent, or that the service has refused to execute so far.
    pub not_sent: Vec<T>,
    /// The requests that were on their way, or whose earlier attempts may have been executed.
    pub unknown: Vec<T>,
}
