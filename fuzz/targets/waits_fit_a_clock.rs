//! `Retry-After` is a wait that a clock can hold, never shorter than a plain number says, and nothing where it says nothing.

#![no_main]

use std::time::{Duration, Instant, SystemTime};

use graph_resource_fuzz::answer::{client, now, parse};
use graph_resource_fuzz::telling::assert_one_line;
use graph_resource_fuzz::thing::Base;
use http::header::{DATE, RETRY_AFTER};
use http::{HeaderMap, StatusCode};
use libfuzzer_sys::{Corpus, fuzz_target};

/// What no one waits for. A longer wait counts as this one.
const LONGEST: u128 = 4_294_967_295_000_000_000;

fuzz_target!(|data: &[u8]| -> Corpus {
    let Some(mut response) = parse(data) else {
        return Corpus::Reject;
    };
    *response.status_mut() = StatusCode::TOO_MANY_REQUESTS;
    let error = now(Base::get("1", "2").send(&client(&response))).expect_err("429 is no success");
    assert_one_line(&error);
    let wait = error.retry_after();
    if let Some(wait) = wait {
        assert!(SystemTime::now().checked_add(wait).is_some(), "{wait:?}");
        assert!(Instant::now().checked_add(wait).is_some(), "{wait:?}");
    }
    match said(response.headers()) {
        Said::Nothing => assert_eq!(wait, None),
        Said::Nanoseconds(least) => {
            let wait = wait.expect("a number says how long").as_nanos();
            assert!(wait >= least.min(LONGEST), "{wait} < {least}");
            assert!(wait <= least + 1000, "{wait} > {least}");
        }
        Said::Exactly(expected) => assert_eq!(wait, Some(expected)),
        Said::Something => {}
    }
    Corpus::Keep
});

/// What the header says, by other means than those of the crate.
enum Said {
    Nothing,
    Nanoseconds(u128),
    Exactly(Duration),
    /// What is not for this target to know.
    Something,
}

fn said(headers: &HeaderMap) -> Said {
    let Some(value) = headers.get(RETRY_AFTER) else {
        return Said::Nothing;
    };
    let Ok(value) = value.to_str() else {
        return Said::Nothing;
    };
    let value = value.trim();
    if let Some(least) = nanoseconds(value) {
        return Said::Nanoseconds(least);
    }
    let date = |text: &str| httpdate::parse_http_date(text).ok();
    if let (Some(until), Some(from)) = (
        date(value),
        headers
            .get(DATE)
            .and_then(|value| date(value.to_str().ok()?)),
    ) {
        return Said::Exactly(until.duration_since(from).unwrap_or_default());
    }
    if !value.contains(|character: char| character.is_ascii_digit()) {
        return Said::Nothing;
    }
    Said::Something
}

/// A decimal number in billionths, rounded up. Some digits have to stand before the point.
fn nanoseconds(text: &str) -> Option<u128> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let is_number = |digits: &str| digits.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !is_number(whole) || !is_number(fraction) {
        return None;
    }
    // More digits than these say no more than the longest wait.
    let whole = whole.trim_start_matches('0');
    let whole = if whole.len() > 12 {
        "999999999999"
    } else {
        whole
    };
    let (digits, rest) = fraction.split_at(fraction.len().min(9));
    let up = u128::from(rest.contains(|digit| digit != '0'));
    let seconds: u128 = format!("0{whole}").parse().ok()?;
    let billionths: u128 = format!("{digits:0<9}").parse().ok()?;
    Some(seconds * 1_000_000_000 + billionths + up)
}
