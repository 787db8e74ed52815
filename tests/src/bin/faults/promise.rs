//! The promises of the client for requests that meet a fault.

use std::fmt;

/// The promised outcome of a request that meets a fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Promise {
    /// The request succeeds at the first attempt.
    Unharmed,
    /// The request is sent again until it succeeds, or the last failure is reported.
    Repeated(Failure),
    /// The failure is reported without a retry, which would be harmful or useless.
    Reported(Failure),
    /// Up to five redirects are followed. The next is reported.
    Followed,
    /// The request is sent once more with another token.
    Renewed,
    /// The item is deleted, and a retry is answered with `404`. If no answer arrives, the last failure is reported.
    Gone(Failure),
    /// Nothing is lost, executed twice or wrongly acknowledged.
    Sound,
}

/// The way in which a failure is reported.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Failure {
    /// As an answer of the service with this status.
    Status(u16),
    /// As a transport error.
    Lost,
    /// As a timeout.
    Late,
    /// As an unexpected answer.
    Unreadable,
    /// As a redirect to another origin. The error names both origins.
    OtherOrigin,
    /// As a redirect that is not followed.
    NotFollowed,
}

impl fmt::Display for Promise {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Unharmed => "unharmed",
            Self::Repeated(_) => "repeated",
            Self::Reported(_) => "reported",
            Self::Followed => "followed",
            Self::Renewed => "renewed",
            Self::Gone(_) => "gone",
            Self::Sound => "sound",
        })
    }
}

/// The promises for one fault, one per operation, in the order of [`Operation::ALL`](crate::operation::Operation::ALL).
pub(crate) type Promises = [Promise; 6];

/// The same promise for all operations.
pub(crate) const fn all(promise: Promise) -> Promises {
    [promise; 6]
}

/// The request was not executed, so every operation may be sent again.
pub(crate) const fn repeated(failure: Failure) -> Promises {
    all(Promise::Repeated(failure))
}

/// The request may have been executed, so only idempotent operations are sent again.
pub(crate) const fn unknown(failure: Failure) -> Promises {
    let (again, at_once) = (Promise::Repeated(failure), Promise::Reported(failure));
    [again, again, at_once, again, at_once, again]
}

/// The request was executed, which the client does not know.
pub(crate) const fn executed(failure: Failure) -> Promises {
    let mut promises = unknown(failure);
    promises[5] = Promise::Gone(failure);
    promises
}

/// A retry is useless.
pub(crate) const fn reported(failure: Failure) -> Promises {
    all(Promise::Reported(failure))
}

/// The body of the answer is damaged, which a deletion ignores.
pub(crate) const fn unreadable() -> Promises {
    let mut promises = reported(Failure::Unreadable);
    promises[5] = Promise::Unharmed;
    promises
}

/// The body of the answer is missing, which only reads require.
pub(crate) const fn missing() -> Promises {
    let mut promises = all(Promise::Unharmed);
    promises[0] = Promise::Reported(Failure::Unreadable);
    promises[1] = Promise::Reported(Failure::Unreadable);
    promises
}

/// A redirect that keeps only the method `GET`.
pub(crate) const fn followed_by_reads() -> Promises {
    let mut promises = reported(Failure::NotFollowed);
    promises[0] = Promise::Followed;
    promises[1] = Promise::Followed;
    promises
}

/// A redirect that writes never follow, to a location that reads do not follow either.
pub(crate) const fn not_followed_by_reads(failure: Failure) -> Promises {
    let mut promises = reported(Failure::NotFollowed);
    promises[0] = Promise::Reported(failure);
    promises[1] = Promise::Reported(failure);
    promises
}
