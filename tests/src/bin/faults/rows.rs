//! The faults, and the promises for requests that meet them. They are written down here, not derived from the client.

use std::time::Duration;

use graph_resource_emulator::{Fault, RetryAfter};

use crate::promise::Failure::{Elsewhere, Late, Lost, Status};
use crate::promise::{
    Failure, Promise, Promises, all, done, followed_by_reads, left_to_reads, missing, repeated,
    reported, unknown, unreadable,
};

/// The time limit of an exchange where the limit is tested, and a longer time.
pub(crate) const SHORT_TIMEOUT: Duration = Duration::from_millis(300);
const LONGER: Duration = Duration::from_millis(900);
/// A wait that exceeds the time budget of a client.
const LONG: Duration = Duration::from_secs(1000);

/// The URLs that a fault can point to.
pub(crate) struct Places {
    /// The URL that is asked for, without the host.
    pub(crate) path: String,
    /// The origin of the emulator, and those of others.
    pub(crate) home: String,
    pub(crate) elsewhere: String,
}

/// A fault with its promises.
pub(crate) struct Row {
    pub(crate) name: &'static str,
    pub(crate) fault: fn(&Places) -> Fault,
    pub(crate) promises: Promises,
    /// The least time until it is sent again.
    pub(crate) told: Duration,
    pub(crate) kind: Kind,
}

/// The way in which requests meet a fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// By one request or by several in a row, or by all.
    Plain,
    /// By one or two, since each takes a second.
    Slow,
    /// By one or several, or by all, with a client that has little time.
    Late,
    /// As long as the token is the same; and whether there is another.
    Token { is_renewed: bool },
    /// At a port where nobody listens.
    Nobody,
    /// Several of the plain ones, by chance.
    Chance,
}

impl Row {
    const fn told(mut self, told: Duration) -> Self {
        self.told = told;
        self
    }

    const fn of(mut self, kind: Kind) -> Self {
        self.kind = kind;
        self
    }
}

const fn row(name: &'static str, promises: Promises, fault: fn(&Places) -> Fault) -> Row {
    Row {
        name,
        fault,
        promises,
        told: Duration::ZERO,
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
        row("several of these, by chance", all(Promise::Sound), |_| {
            Fault::answer()
        })
        .of(Kind::Chance),
    );
    rows
}

/// `429`: nothing was done, and the wait is what is told.
fn throttled() -> Vec<Row> {
    const TOLD: Duration = Duration::from_millis(50);
    const SECOND: Duration = Duration::from_secs(1);
    let throttled = |name, fault| row(name, repeated(Status(429)), fault);
    vec![
        throttled("429, `0`", |_| Fault::status(429).retry_after("0")),
        throttled("429, `1`", |_| Fault::status(429).retry_after("1"))
            .told(SECOND)
            .of(Kind::Slow),
        throttled("429, `0.050`", |_| Fault::status(429).retry_after("0.050")).told(TOLD),
        throttled("429, `0.05, 9`", |_| {
            Fault::status(429).retry_after("0.05, 9")
        })
        .told(TOLD),
        throttled("429, a date", |_| {
            Fault::status(429).retry_after(RetryAfter::Date(SECOND))
        })
        .told(SECOND)
        .of(Kind::Slow),
        throttled("429, a date, of a clock that is slow", |_| {
            let slow = Fault::status(429).header("Date", "Sun, 06 Nov 1994 08:49:37 GMT");
            slow.retry_after(RetryAfter::Date(SECOND))
        })
        .told(SECOND)
        .of(Kind::Slow),
        throttled("429, a date that is over", |_| {
            Fault::status(429).retry_after("Sun, 06 Nov 1994 08:49:37 GMT")
        }),
        throttled("429, no Retry-After", |_| Fault::status(429)),
        throttled("429, `abc`", |_| Fault::status(429).retry_after("abc")),
        throttled("429, `-1`", |_| Fault::status(429).retry_after("-1")),
        throttled("429, HTML", |_| {
            Fault::status(429).retry_after("0.050").html()
        })
        .told(TOLD),
        throttled("429, cut off", |_| {
            Fault::status(429).retry_after("0.050").cut_off()
        })
        .told(TOLD),
        row("429, `1000`: too long", reported(Status(429)), |_| {
            Fault::status(429).retry_after("1000")
        })
        .told(LONG),
        row("429, `1000000000`", reported(Status(429)), |_| {
            Fault::status(429).retry_after("1000000000")
        })
        .told(Duration::from_secs(1_000_000_000)),
    ]
}

/// `503` and `504`: with `Retry-After` the service itself speaks, and has done nothing; without it may be a gateway.
fn unavailable() -> Vec<Row> {
    const TOLD: Duration = Duration::from_millis(50);
    vec![
        row("503, `0.050`", repeated(Status(503)), |_| {
            Fault::status(503).retry_after("0.050")
        })
        .told(TOLD),
        row("503, `0.050`, HTML", repeated(Status(503)), |_| {
            Fault::status(503).retry_after("0.050").html()
        })
        .told(TOLD),
        row("503, `1000`: too long", reported(Status(503)), |_| {
            Fault::status(503).retry_after("1000")
        })
        .told(LONG),
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
        row("503, after acting", done(Status(503)), |_| {
            Fault::status(503).after_execution()
        }),
        row("504", unknown(Status(504)), |_| Fault::status(504)),
        row("504, empty, after acting", done(Status(504)), |_| {
            Fault::status(504).empty().after_execution()
        }),
    ]
}

/// Statuses that say nothing of trying again.
fn refused() -> Vec<Row> {
    vec![
        row("500", reported(Status(500)), |_| Fault::status(500)),
        row("500, after acting", reported(Status(500)), |_| {
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
        row("412 for no reason", reported(Status(412)), |_| {
            Fault::status(412)
        }),
        row("409", reported(Status(409)), |_| Fault::status(409)),
    ]
}

/// Connections that end before the answer does.
fn broken() -> Vec<Row> {
    vec![
        row("nobody listens", repeated(Lost), |_| Fault::hang_up()).of(Kind::Nobody),
        row("closed before the answer", unknown(Lost), |_| {
            Fault::hang_up()
        }),
        row("reset before the answer", unknown(Lost), |_| {
            Fault::hang_up().reset()
        }),
        row("closed after acting", done(Lost), |_| {
            Fault::hang_up().after_execution()
        }),
        row("reset after acting", done(Lost), |_| {
            Fault::hang_up().reset().after_execution()
        }),
        row("closed in the body", done(Lost), |_| {
            Fault::answer().cut_off()
        }),
        row("reset in the body", done(Lost), |_| {
            Fault::answer().cut_off().reset()
        }),
        row("closed before the last byte", done(Lost), |_| {
            Fault::answer().too_short()
        }),
    ]
}

/// Answers that take their time.
fn slow() -> Vec<Row> {
    const BEARABLE: Duration = Duration::from_millis(30);
    vec![
        row("slow", all(Promise::Unharmed), |_| {
            Fault::answer().delayed(BEARABLE)
        }),
        row("slow in the body", all(Promise::Unharmed), |_| {
            Fault::answer().stalled(BEARABLE)
        }),
        row("slower than allowed", done(Late), |_| {
            Fault::answer().delayed(LONGER)
        })
        .of(Kind::Late),
        row("slower than allowed, in the body", done(Late), |_| {
            Fault::answer().stalled(LONGER)
        })
        .of(Kind::Late),
        row("slow, and then lost", unknown(Lost), |_| {
            Fault::hang_up().delayed(BEARABLE)
        }),
    ]
}

/// Successes that are not what they seem.
fn damaged() -> Vec<Row> {
    vec![
        row("truncated JSON", unreadable(), |_| {
            Fault::answer().truncated()
        }),
        row("HTML instead of the answer", unreadable(), |_| {
            Fault::answer().html()
        }),
        row(
            "200 with HTML, nothing done",
            reported(Failure::Unreadable),
            |_| Fault::status(200).html(),
        ),
        row("empty", missing(), |_| Fault::answer().empty()),
        row("garbage under gzip", unreadable(), |_| {
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

/// Redirects: followed at home, and never elsewhere.
fn redirected() -> Vec<Row> {
    vec![
        row("301 at home", followed_by_reads(), |at| {
            Fault::redirect(301, &at.path)
        }),
        row("302 at home", followed_by_reads(), |at| {
            Fault::redirect(302, format!("{}{}", at.home, at.path))
        }),
        row("303 at home", followed_by_reads(), |at| {
            Fault::redirect(303, &at.path)
        }),
        row("307 at home", all(Promise::Followed), |at| {
            Fault::redirect(307, format!("{}{}", at.home, at.path))
        }),
        row("308 at home", all(Promise::Followed), |at| {
            Fault::redirect(308, &at.path)
        }),
        row("302 to another host", left_to_reads(Elsewhere), |at| {
            Fault::redirect(302, format!("{}{}", at.elsewhere, at.path))
        }),
        row("307 to another host", reported(Elsewhere), |at| {
            Fault::redirect(307, format!("{}{}", at.elsewhere, at.path))
        }),
        row("308 to another host, in short", reported(Elsewhere), |at| {
            let host = at.elsewhere.trim_start_matches("http:");
            Fault::redirect(308, format!("{host}{}", at.path))
        }),
        row("308 to another scheme", reported(Elsewhere), |at| {
            let https = at.home.replacen("http:", "https:", 1);
            Fault::redirect(308, format!("{https}{}", at.path))
        }),
        row("308 to nowhere", reported(Failure::NotFollowed), |_| {
            Fault::status(308)
        }),
    ]
}

/// A token that is not good any more.
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
