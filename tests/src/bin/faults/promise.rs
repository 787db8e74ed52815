//! The promises of a client about failures.

use std::fmt;

/// The end of a request that meets a fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Promise {
    /// It succeeds at the first attempt.
    Unharmed,
    /// It is sent again until it succeeds. Where it does not, the last failure is reported.
    Repeated(Failure),
    /// The failure is reported at once: sending again could do harm, or would do no good.
    Reported(Failure),
    /// It is sent to the place that it is redirected to. After five redirects it is reported.
    Followed,
    /// It is sent once more with another token.
    Renewed,
    /// A deleted item is gone, and a repeated request is answered with `404`. Where no answer arrives, the last failure is reported.
    Gone(Failure),
    /// Whatever happens, nothing is lost, doubled or made up.
    Sound,
}

/// The report of a failure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Failure {
    /// As an answer of the service with this status.
    Status(u16),
    /// As an exchange that broke off, or that there was not.
    Lost,
    /// As a time that was up.
    Late,
    /// As an answer that cannot be understood.
    Unreadable,
    /// As a redirect to where the client does not go. The error names both hosts.
    Elsewhere,
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

/// The promises of one fault, an operation each, in the order of [`Operation::ALL`](crate::operation::Operation::ALL).
pub(crate) type Promises = [Promise; 6];

/// The same promise for all operations.
pub(crate) const fn all(promise: Promise) -> Promises {
    [promise; 6]
}

/// Nothing was done, and so anything may be sent again.
pub(crate) const fn repeated(failure: Failure) -> Promises {
    all(Promise::Repeated(failure))
}

/// Nobody knows whether it was done, and so it is sent again where doing it twice is the same as doing it once.
pub(crate) const fn unknown(failure: Failure) -> Promises {
    let (again, at_once) = (Promise::Repeated(failure), Promise::Reported(failure));
    [again, again, at_once, again, at_once, again]
}

/// It was done, which the client does not know.
pub(crate) const fn done(failure: Failure) -> Promises {
    let mut promises = unknown(failure);
    promises[5] = Promise::Gone(failure);
    promises
}

/// Nothing is to be gained by sending it again.
pub(crate) const fn reported(failure: Failure) -> Promises {
    all(Promise::Reported(failure))
}

/// The body of the answer is damaged, which a deletion does not have.
pub(crate) const fn unreadable() -> Promises {
    let mut promises = reported(Failure::Unreadable);
    promises[5] = Promise::Unharmed;
    promises
}

/// The body of the answer is missing, which only a read cannot do without.
pub(crate) const fn missing() -> Promises {
    let mut promises = all(Promise::Unharmed);
    promises[0] = Promise::Reported(Failure::Unreadable);
    promises[1] = Promise::Reported(Failure::Unreadable);
    promises
}

/// A redirect that keeps the method only of a `GET`.
pub(crate) const fn followed_by_reads() -> Promises {
    let mut promises = reported(Failure::NotFollowed);
    promises[0] = Promise::Followed;
    promises[1] = Promise::Followed;
    promises
}

/// A redirect that no write follows, wherever it leads, and that leads where no read goes.
pub(crate) const fn left_to_reads(failure: Failure) -> Promises {
    let mut promises = reported(Failure::NotFollowed);
    promises[0] = Promise::Reported(failure);
    promises[1] = Promise::Reported(failure);
    promises
}
