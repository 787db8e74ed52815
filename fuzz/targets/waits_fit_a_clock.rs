//! Asserts that `Retry-After` is a wait that a clock can represent, is never shorter than the number, and is ignored if it is invalid.

#![no_main]

use std::time::{Duration, Instant, SystemTime};

use graph_resource_fuzz::answer::{client, parse, poll_once};
use graph_resource_fuzz::errors::assert_one_line;
use graph_resource_fuzz::thing::Base;
use http::header::{DATE, RETRY_AFTER};
use http::{HeaderMap, StatusCode};
use libfuzzer_sys::{Corpus, fuzz_target};

/// The longest wait in nanoseconds, to which longer ones are reduced.
const MAX_WAIT: u128 = 4_294_967_295_000_000_000;

fuzz_target!(|data: &[u8]| -> Corpus {
    let Some(mut response) = parse(data) else {
        return Corpus::Reject;
    };
    *response.status_mut() = StatusCode::TOO_MANY_REQUESTS;
    let error =
        poll_once(Base::get("1", "2").send(&client(&response))).expect_err("429 is an error");
    assert_one_line(&error);
    let wait = error.retry_after();
    if let Some(wait) = wait {
        assert!(SystemTime::now().checked_add(wait).is_some(), "{wait:?}");
        assert!(Instant::now().checked_add(wait).is_some(), "{wait:?}");
    }
    match expectation(response.headers()) {
        Expectation::None => assert_eq!(wait, None),
        Expectation::Nanoseconds(least) => {
            let wait = wait.expect("a number is a wait").as_nanos();
            assert!(wait >= least.min(MAX_WAIT), "{wait} < {least}");
            assert!(wait <= least + 1000, "{wait} > {least}");
        }
        Expectation::Exactly(expected) => assert_eq!(wait, Some(expected)),
        Expectation::Unknown => {}
    }
    Corpus::Keep
});

/// The expected wait, by an independent implementation.
enum Expectation {
    None,
    Nanoseconds(u128),
    Exactly(Duration),
    /// This target has no expectation.
    Unknown,
}

fn expectation(headers: &HeaderMap) -> Expectation {
    let Some(value) = headers.get(RETRY_AFTER) else {
        return Expectation::None;
    };
    let Ok(value) = value.to_str() else {
        return Expectation::None;
    };
    let value = value.trim();
    if let Some(least) = nanoseconds(value) {
        return Expectation::Nanoseconds(least);
    }
    let date = |text: &str| httpdate::parse_http_date(text).ok();
    if let (Some(until), Some(from)) = (
        date(value),
        headers
            .get(DATE)
            .and_then(|value| date(value.to_str().ok()?)),
    ) {
        return Expectation::Exactly(until.duration_since(from).unwrap_or_default());
    }
    if !value.contains(|character: char| character.is_ascii_digit()) {
        return Expectation::None;
    }
    Expectation::Unknown
}

/// Parses a decimal number as billionths, rounded up. It must have digits before the point.
fn nanoseconds(text: &str) -> Option<u128> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let is_number = |digits: &str| digits.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !is_number(whole) || !is_number(fraction) {
        return None;
    }
    // A number with more digits exceeds the longest wait.
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
