//! The forms of dates, times and durations ("OData ABNF Construction Rules", Literal Data Values).

use time::{Date, Month};

/// Returns whether the text is an `Edm.Date`: `2012-12-03`.
pub(super) fn is_date(text: &str) -> bool {
    let fields: Vec<_> = text.split('-').collect();
    let [year, month, day] = fields.as_slice() else {
        return false;
    };
    let date = || {
        let year = i32::from(number(year, 4)?);
        let month = u8::try_from(number(month, 2)?).ok()?;
        let day = u8::try_from(number(day, 2)?).ok()?;
        Date::from_calendar_date(year, Month::try_from(month).ok()?, day).ok()
    };
    date().is_some()
}

/// Returns whether the text is an `Edm.TimeOfDay`: `07:59` or `07:59:59.999`.
pub(super) fn is_time_of_day(text: &str) -> bool {
    let fields: Vec<_> = text.split(':').collect();
    match fields.as_slice() {
        [hour, minute] => is_below(24, hour) && is_below(60, minute),
        [hour, minute, second] => {
            is_below(24, hour) && is_below(60, minute) && is_second_of_minute(second)
        }
        _ => false,
    }
}

/// Returns whether the text is an `Edm.DateTimeOffset`: `2012-12-03T07:16:23.5Z`. The offset is required.
pub(super) fn is_date_time_offset(text: &str) -> bool {
    let Some((date, time)) = text.split_once(['T', 't']) else {
        return false;
    };
    let time = time.strip_suffix(['Z', 'z']).or_else(|| {
        let (time, offset) = time.rsplit_once(['+', '-'])?;
        let (hour, minute) = offset.split_once(':')?;
        (is_below(24, hour) && is_below(60, minute)).then_some(time)
    });
    is_date(date) && time.is_some_and(is_time_of_day)
}

/// Returns whether the text is an `Edm.Duration`: `-P12DT23H59M59.99S`. Weeks, months and years are not part of it.
pub(super) fn is_duration(text: &str) -> bool {
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    let Some(duration) = unsigned.strip_prefix('P') else {
        return false;
    };
    match duration.split_once('T') {
        Some((days, time)) => {
            (days.is_empty() || has_units(days, &['D'])) && has_units(time, &['H', 'M', 'S'])
        }
        None => has_units(duration, &['D']),
    }
}

/// Returns whether the text consists of amounts with some of the units, in their order, such as `23H59.5S`.
fn has_units(mut text: &str, units: &[char]) -> bool {
    let is_empty = text.is_empty();
    for unit in units {
        if let Some((amount, rest)) = text.split_once(*unit) {
            let is_amount = if *unit == 'S' {
                is_decimal(amount)
            } else {
                is_digits(amount)
            };
            if !is_amount {
                return false;
            }
            text = rest;
        }
    }
    !is_empty && text.is_empty()
}

fn is_second_of_minute(text: &str) -> bool {
    let (second, fraction) = text.split_once('.').unwrap_or((text, "0"));
    is_below(60, second) && is_digits(fraction) && fraction.len() <= 12
}

fn is_decimal(text: &str) -> bool {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    is_digits(whole) && is_digits(fraction)
}

/// Returns whether the text is a number of two digits below `limit`.
fn is_below(limit: u16, text: &str) -> bool {
    number(text, 2).is_some_and(|number| number < limit)
}

fn number(text: &str, digits: usize) -> Option<u16> {
    let is_number = text.len() == digits && is_digits(text);
    is_number.then(|| text.parse().ok()).flatten()
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn assert_accepts(is_valid: fn(&str) -> bool, valid: &[&str], invalid: &[&str]) {
        for text in valid {
            assert!(is_valid(text), "{text}");
        }
        for text in invalid {
            assert!(!is_valid(text), "{text}");
        }
    }

    #[test]
    fn a_date_exists_in_the_calendar() {
        assert_accepts(
            is_date,
            &["2012-12-03", "2024-02-29", "0001-01-01", "9999-12-31"],
            &[
                "",
                "2023-02-29",
                "2012-13-01",
                "2012-00-01",
                "2012-1-1",
                "12-12-03",
                "2012-12-03T00:00:00Z",
                "20121203",
                "2012-12-0x",
                "+012-12-03",
            ],
        );
    }

    #[test]
    fn a_time_of_day_may_have_seconds_and_a_fraction() {
        assert_accepts(
            is_time_of_day,
            &["07:59", "07:59:59", "23:59:59.9999999", "00:00:00.0"],
            &[
                "",
                "7:59",
                "24:00",
                "07:60",
                "07:59:60",
                "07:59:59.",
                "07:59:",
                "07",
                "07:59:59Z",
            ],
        );
    }

    #[test]
    fn a_point_in_time_has_an_offset() {
        assert_accepts(
            is_date_time_offset,
            &[
                "2023-11-03T07:03:44Z",
                "2023-11-03T07:03:44.9700000Z",
                "2023-11-03T07:03Z",
                "2017-01-01T00:01:38.5-08:00",
                "2017-01-01t00:01:38+05:30",
            ],
            &[
                "",
                "2023-11-03",
                "2023-11-03T07:03:44",
                "2023-11-03 07:03:44Z",
                "2023-11-03T25:03:44Z",
                "2023-02-30T07:03:44Z",
                "2023-11-03T07:03:44+8",
                "2023-11-03T07:03:44+24:00",
                "2023-11-03TZ",
                "11/03/2023 7:03",
            ],
        );
    }

    #[test]
    fn a_duration_consists_of_days_and_smaller_units() {
        assert_accepts(
            is_duration,
            &[
                "P12DT23H59M59.99S",
                "-PT17.1357909S",
                "PT0S",
                "P3D",
                "+PT8H",
                "PT1H5S",
            ],
            &[
                "", "P", "PT", "P1DT", "P1Y", "P1M", "P1W", "PT1", "PT1S1M", "PT1.5H", "PT.5S",
                "1D", "PT-1S", "8:00:00", "P1D1D",
            ],
        );
    }
}
