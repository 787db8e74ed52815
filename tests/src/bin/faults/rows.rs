//! The faults and the promises for them, which are independent of the implementation.

use std::time::Duration;

use graph_resource_emulator::{Fault, RetryAfter};

use crate::promise::Failure::{Late, Lost, OtherOrigin, Status};
use crate::promise::{
    Failure, Promise, Promises, all, executed, followed_by_reads, missing, not_followed_by_reads,
    repeated, reported, unknown, unreadable,
};

/// The timeout of an exchange for faults about time, and a delay beyond it.
pub(crate) const SHORT_TIMEOUT: Duration = Duration::from_millis(300);
const LONGER: Duration = Duration::from_millis(900);
/// A wait that is longer than the default policy allows.
const LONG: Duration = Duration::from_secs(1000);

/// The URLs that a fault can refer to.
pub(crate) struct Urls {
    /// The path of the request.
    pub(crate) path: String,
    /// The origin of the emulator.
    pub(crate) origin: String,
    pub(crate) other_origin: String,
}

/// A fault with the promises for it.
pub(crate) struct Row {
    pub(crate) name: &'static str,
    pub(crate) fault: fn(&Urls) -> Fault,
    pub(crate) promises: Promises,
    /// The wait that the fault asks for.
    pub(crate) retry_after: Duration,
    pub(crate) kind: Kind,
}

/// The way in which requests meet a fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// One request, several in a row, or all.
    Plain,
    /// One or two requests, since each takes a second.
    Slow,
    /// One request, several or all, with a client with a short timeout.
    Late,
    /// All requests with the same token.
    Token { is_renewed: bool },
    /// All requests, since no server listens at the port.
    Unreachable,
    /// Several plain faults at random.
    Chance,
}

impl Row {
    const fn waits(mut self, retry_after: Duration) -> Self {
        self.retry_after = retry_after;
        self
    }

    const fn of(mut self, kind: Kind) -> Self {
        self.kind = kind;
        self
    }
}

const fn row(name: &'static str, promises: Promises, fault: fn(&Urls) -> Fault) -> Row {
    Row {
        name,
        fault,
        promises,
        retry_after: Duration::ZERO,
        kind: Kind::Plain,
    }
}

pub(crate) fn rows() -> Vec<Row> {
    let parts = [
        throttled(),
        unavailable(),
        refused(),
        broken(),
        slow(),
        damaged(),
        redirected(),
        challenged(),
    ];
    let mut rows: Vec<_> = parts.into_iter().flatten().collect();
    rows.push(
        row("several of these at random", all(Promise::Sound), |_| {
            Fault::answer()
        })
        .of(Kind::Chance),
    );
    rows
}

/// `429`: the request was not executed, and the service may ask for a wait.
fn throttled() -> Vec<Row> {
    const WAIT: Duration = Duration::from_millis(50);
    const SECOND: Duration = Duration::from_secs(1);
    let throttled = |name, fault| row(name, repeated(Status(429)), fault);
    vec![
        throttled("429, `0`", |_| Fault::status(429).retry_after("0")),
        throttled("429, `1`", |_| Fault::status(429).retry_after("1"))
            .waits(SECOND)
            .of(Kind::Slow),
        throttled("429, `0.050`", |_| Fault::status(429).retry_after("0.050")).waits(WAIT),
        throttled("429, `0.05, 9`", |_| {
            Fault::status(429).retry_after("0.05, 9")
        })
        .waits(WAIT),
        throttled("429, a date", |_| {
            Fault::status(429).retry_after(RetryAfter::Date(SECOND))
        })
        .waits(SECOND)
        .of(Kind::Slow),
        throttled("429, a date by a slow clock", |_| {
            let slow = Fault::status(429).header("Date", "Sun, 06 Nov 1994 08:49:37 GMT");
            slow.retry_after(RetryAfter::Date(SECOND))
        })
        .waits(SECOND)
        .of(Kind::Slow),
        throttled("429, a date in the past", |_| {
            Fault::status(429).retry_after("Sun, 06 Nov 1994 08:49:37 GMT")
        }),
        throttled("429, no Retry-After", |_| Fault::status(429)),
        throttled("429, `abc`", |_| Fault::status(429).retry_after("abc")),
        throttled("429, `-1`", |_| Fault::status(429).retry_after("-1")),
        throttled("429, HTML", |_| {
            Fault::status(429).retry_after("0.050").html()
        })
        .waits(WAIT),
        throttled("429, cut off", |_| {
            Fault::status(429).retry_after("0.050").cut_off()
        })
        .waits(WAIT),
        row("429, `1000`: too long", reported(Status(429)), |_| {
            Fault::status(429).retry_after("1000")
        })
        .waits(LONG),
        row("429, `1000000000`", reported(Status(429)), |_| {
            Fault::status(429).retry_after("1000000000")
        })
        .waits(Duration::from_secs(1_000_000_000)),
    ]
}

/// `503` and `504`: the request may have been executed, also with `Retry-After`.
fn unavailable() -> Vec<Row> {
    const WAIT: Duration = Duration::from_millis(50);
    vec![
        row("503, `0.050`", unknown(Status(503)), |_| {
            Fault::status(503).retry_after("0.050")
        })
        .waits(WAIT),
        row("503, `0.050`, HTML", unknown(Status(503)), |_| {
            Fault::status(503).retry_after("0.050").html()
        })
        .waits(WAIT),
        row(
            "503, `0.050`, after execution",
            executed(Status(503)),
            |_| Fault::status(503).retry_after("0.050").after_execution(),
        )
        .waits(WAIT),
        row("503, `1000`: too long", reported(Status(503)), |_| {
            Fault::status(503).retry_after("1000")
        })
        .waits(LONG),
        row("503", unknown(Status(503)), |_| Fault::status(503)),
        row("503, empty", unknown(Status(503)), |_| {
            Fault::status(503).empty()
        }),
        row("503, HTML", unknown(Status(503)), |_| {
            Fault::status(503).html()
        }),
        row("503, cut off by a reset", unknown(Status(503)), |_| {
            Fault::status(503).cut_off().reset()
        }),
        row("503, after execution", executed(Status(503)), |_| {
            Fault::status(503).after_execution()
        }),
        row("504", unknown(Status(504)), |_| Fault::status(504)),
        row("504, empty, after execution", executed(Status(504)), |_| {
            Fault::status(504).empty().after_execution()
        }),
    ]
}

/// Statuses after which a retry is useless.
fn refused() -> Vec<Row> {
    vec![
        row("500", reported(Status(500)), |_| Fault::status(500)),
        row("500, after execution", reported(Status(500)), |_| {
            Fault::status(500).after_execution()
        }),
        row("502, HTML", reported(Status(502)), |_| {
            Fault::status(502).html()
        }),
        row("502, empty", reported(Status(502)), |_| {
            Fault::status(502).empty()
        }),
        row("500, truncated", reported(Status(500)), |_| {
            Fault::status(500).truncated()
        }),
        row("500, cut off", reported(Status(500)), |_| {
            Fault::status(500).cut_off()
        }),
        row("500, with a BOM", reported(Status(500)), |_| {
            Fault::status(500).with_bom()
        }),
        row("412", reported(Status(412)), |_| Fault::status(412)),
        row("409", reported(Status(409)), |_| Fault::status(409)),
    ]
}

/// Connections that end before the answer is complete.
fn broken() -> Vec<Row> {
    vec![
        row("unreachable", repeated(Lost), |_| Fault::hang_up()).of(Kind::Unreachable),
        row("closed before the answer", unknown(Lost), |_| {
            Fault::hang_up()
        }),
        row("reset before the answer", unknown(Lost), |_| {
            Fault::hang_up().reset()
        }),
        row("closed after execution", executed(Lost), |_| {
            Fault::hang_up().after_execution()
        }),
        row("reset after execution", executed(Lost), |_| {
            Fault::hang_up().reset().after_execution()
        }),
        row("closed in the body", executed(Lost), |_| {
            Fault::answer().cut_off()
        }),
        row("reset in the body", executed(Lost), |_| {
            Fault::answer().cut_off().reset()
        }),
        row("closed before the last byte", executed(Lost), |_| {
            Fault::answer().too_short()
        }),
    ]
}

/// Late answers.
fn slow() -> Vec<Row> {
    const SHORT: Duration = Duration::from_millis(30);
    vec![
        row("slow", all(Promise::Unharmed), |_| {
            Fault::answer().delayed(SHORT)
        }),
        row("slow in the body", all(Promise::Unharmed), |_| {
            Fault::answer().stalled(SHORT)
        }),
        row("slower than the timeout", executed(Late), |_| {
            Fault::answer().delayed(LONGER)
        })
        .of(Kind::Late),
        row(
            "slower than the timeout, in the body",
            executed(Late),
            |_| Fault::answer().stalled(LONGER),
        )
        .of(Kind::Late),
        row("slow, then closed", unknown(Lost), |_| {
            Fault::hang_up().delayed(SHORT)
        }),
    ]
}

/// Damaged answers of success.
fn damaged() -> Vec<Row> {
    vec![
        row("truncated JSON", unreadable(), |_| {
            Fault::answer().truncated()
        }),
        row("HTML instead of the answer", unreadable(), |_| {
            Fault::answer().html()
        }),
        row(
            "200 with HTML, not executed",
            reported(Failure::Unreadable),
            |_| Fault::status(200).html(),
        ),
        row("empty", missing(), |_| Fault::answer().empty()),
        row("invalid gzip", unreadable(), |_| {
            let garbage = Fault::answer().body("application/json", &b"\x1f\x8b\x08\0garbage"[..]);
            garbage.not_gzip()
        }),
        row("with a BOM", all(Promise::Unharmed), |_| {
            Fault::answer().with_bom()
        }),
        row("no entity tag", all(Promise::Unharmed), |_| {
            Fault::answer().without_etag()
        }),
        row("another entity tag", all(Promise::Unharmed), |_| {
            Fault::answer().etag("W/\"other\"")
        }),
    ]
}

/// Redirects, which are followed within the origin only.
fn redirected() -> Vec<Row> {
    vec![
        row("301 within the origin", followed_by_reads(), |urls| {
            Fault::redirect(301, &urls.path)
        }),
        row("302 within the origin", followed_by_reads(), |urls| {
            Fault::redirect(302, format!("{}{}", urls.origin, urls.path))
        }),
        row("303 within the origin", followed_by_reads(), |urls| {
            Fault::redirect(303, &urls.path)
        }),
        row("307 within the origin", all(Promise::Followed), |urls| {
            Fault::redirect(307, format!("{}{}", urls.origin, urls.path))
        }),
        row("308 within the origin", all(Promise::Followed), |urls| {
            Fault::redirect(308, &urls.path)
        }),
        row(
            "302 to another host",
            not_followed_by_reads(OtherOrigin),
            |urls| Fault::redirect(302, format!("{}{}", urls.other_origin, urls.path)),
        ),
        row("307 to another host", reported(OtherOrigin), |urls| {
            Fault::redirect(307, format!("{}{}", urls.other_origin, urls.path))
        }),
        row(
            "308 to another host, without a scheme",
            reported(OtherOrigin),
            |urls| {
                let host = urls.other_origin.trim_start_matches("http:");
                Fault::redirect(308, format!("{host}{}", urls.path))
            },
        ),
        row("308 to another scheme", reported(OtherOrigin), |urls| {
            let https = urls.origin.replacen("http:", "https:", 1);
            Fault::redirect(308, format!("{https}{}", urls.path))
        }),
        row(
            "308 without a location",
            reported(Failure::NotFollowed),
            |_| Fault::status(308),
        ),
    ]
}

/// Tokens that the service refuses.
fn challenged() -> Vec<Row> {
    const CLAIMS: &str = r#"{"access_token":{"nbf":{"essential":true,"value":"1604106651"}}}"#;
    vec![
        row("claims challenge", all(Promise::Renewed), |_| {
            Fault::claims_challenge(CLAIMS)
        })
        .of(Kind::Token { is_renewed: true }),
        row(
            "claims challenge, no other token",
            reported(Status(401)),
            |_| Fault::claims_challenge(CLAIMS),
        )
        .of(Kind::Token { is_renewed: false }),
        row("401", reported(Status(401)), |_| Fault::status(401)),
    ]
}
