//! `Edm.DateTimeOffset` and `Edm.Date` through the `time` crate.

use graph_resource::graph_resource;
use serde_json::{Value, json};
use time::macros::{date, datetime};
use time::{Date, OffsetDateTime};

#[graph_resource(path = "/me/dates", emit_type = "never")]
#[derive(Debug, Clone, PartialEq)]
struct Dates {
    at: Option<OffsetDateTime>,
    on: Option<Date>,
}

fn read(json: Value) -> Result<Dates, String> {
    serde_json::from_value(json).map_err(|error| error.to_string())
}

#[test]
fn a_point_in_time_has_no_to_seven_digits_of_a_second() {
    for (text, expected) in [
        ("2023-11-03T07:03:44Z", datetime!(2023-11-03 07:03:44 UTC)),
        (
            "2023-11-03T07:03:44.9Z",
            datetime!(2023-11-03 07:03:44.9 UTC),
        ),
        (
            "2023-11-03T07:03:44.97Z",
            datetime!(2023-11-03 07:03:44.97 UTC),
        ),
        (
            "2023-11-03T07:03:44.972Z",
            datetime!(2023-11-03 07:03:44.972 UTC),
        ),
        (
            "2023-11-03T07:03:44.9721Z",
            datetime!(2023-11-03 07:03:44.9721 UTC),
        ),
        (
            "2023-11-03T07:03:44.97212Z",
            datetime!(2023-11-03 07:03:44.97212 UTC),
        ),
        (
            "2023-11-03T07:03:44.972123Z",
            datetime!(2023-11-03 07:03:44.972123 UTC),
        ),
        (
            "2023-11-03T07:03:44.9721234Z",
            datetime!(2023-11-03 07:03:44.9721234 UTC),
        ),
    ] {
        let dates = read(json!({ "at": text })).unwrap();
        assert_eq!(dates.at, Some(expected));
        assert_eq!(serde_json::to_value(dates).unwrap(), json!({ "at": text }));
    }
}

#[test]
fn zeros_at_the_end_of_a_fraction_are_not_written() {
    let dates = read(json!({ "at": "2023-11-03T07:03:44.9700000Z" })).unwrap();
    assert_eq!(
        serde_json::to_value(dates).unwrap(),
        json!({ "at": "2023-11-03T07:03:44.97Z" })
    );
}

#[test]
fn an_offset_is_kept() {
    for (text, expected) in [
        (
            "2023-11-03T07:03:44+01:00",
            datetime!(2023-11-03 07:03:44 +1),
        ),
        (
            "2023-11-03T07:03:44.5-03:30",
            datetime!(2023-11-03 07:03:44.5 -3:30),
        ),
    ] {
        let dates = read(json!({ "at": text })).unwrap();
        assert_eq!(dates.at, Some(expected));
        assert_eq!(serde_json::to_value(dates).unwrap(), json!({ "at": text }));
    }
}

#[test]
fn never_and_the_beginning_of_time_are_points_in_time() {
    for text in [
        "9999-12-31T23:59:59.9999999Z",
        "9999-12-31T23:59:59Z",
        "0001-01-01T00:00:00Z",
    ] {
        let dates = read(json!({ "at": text })).unwrap();
        assert_eq!(serde_json::to_value(dates).unwrap(), json!({ "at": text }));
    }
}

#[test]
fn a_date_has_no_time() {
    let dates = read(json!({ "on": "2012-12-03" })).unwrap();
    assert_eq!(dates.on, Some(date!(2012 - 12 - 03)));
    assert_eq!(
        serde_json::to_value(dates).unwrap(),
        json!({ "on": "2012-12-03" })
    );
}

#[test]
fn invalid_dates_are_refused_with_their_text_and_an_example() {
    for text in [
        "",
        "yesterday",
        "2023-11-03",
        "2023-11-03T07:03:44",
        "2023-13-03T07:03:44Z",
        "2023-02-30T00:00:00Z",
        "2023-11-03T07:03:44.Z",
    ] {
        let error = read(json!({ "at": text })).unwrap_err();
        assert!(error.starts_with(&format!("`{text}`: ")), "{error}");
        assert!(
            error.ends_with(", expected a DateTimeOffset such as `2023-11-03T07:03:44.97Z`"),
            "{error}"
        );
    }
    for text in [
        "",
        "2012-12-03T00:00:00Z",
        "2012-12",
        "2012-02-30",
        "12/03/2012",
    ] {
        let error = read(json!({ "on": text })).unwrap_err();
        assert!(error.starts_with(&format!("`{text}`: ")), "{error}");
        assert!(
            error.ends_with(", expected a Date such as `2012-12-03`"),
            "{error}"
        );
    }
    assert_eq!(
        read(json!({ "at": 1_699_000_000 })).unwrap_err(),
        "invalid type: integer `1699000000`, expected a DateTimeOffset such as `2023-11-03T07:03:44.97Z`"
    );
}
