//! The table of Edm types in `graph_resource::edm`: one test for each row, named after it.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt::Debug;

use graph_resource::edm::{Binary, DynamicProperties, Flags, PropertyValue};
use graph_resource::{graph_complex, graph_enum, graph_resource, graph_union};
use serde_json::{Value, json};
use time::macros::{date, datetime, time};
use time::{Date, Duration, OffsetDateTime, Time};
use uuid::Uuid;

/// A value as a property.
#[graph_resource(path = "/properties", emit_type = "never", operations(get))]
struct Holder<T> {
    #[graph(key)]
    id: String,
    value: T,
}

fn read<T: PropertyValue + Clone + PartialEq>(json: &str) -> Result<T, serde_json::Error> {
    let json = format!(r#"{{"id":"1","value":{json}}}"#);
    serde_json::from_str::<Holder<T>>(&json).map(|holder| holder.value)
}

fn write<T: PropertyValue + Clone + PartialEq>(value: T) -> String {
    let id = "1".to_owned();
    let json = serde_json::to_string(&Holder { id, value }).unwrap();
    let value = json.strip_prefix(r#"{"id":"1","value":"#);
    value.unwrap().strip_suffix('}').unwrap().to_owned()
}

/// The JSON is read as `value`, and written again as it was.
fn is<T: PropertyValue + Clone + PartialEq + Debug>(json: &str, value: T) {
    assert_eq!(read::<T>(json).unwrap(), value, "{json}");
    assert_eq!(write(value), json);
}

/// The JSON is read as `value`, which is written in another form.
fn is_written<T: PropertyValue + Clone + PartialEq + Debug>(json: &str, value: T, written: &str) {
    assert_eq!(read::<T>(json).unwrap(), value, "{json}");
    assert_eq!(write(value), written);
}

/// The JSON is no such value, and the error says what was expected.
fn is_no<T: PropertyValue + Clone + PartialEq>(json: &str, expected: &str) {
    match read::<T>(json) {
        Ok(_) => panic!("{json} was read"),
        Err(error) => assert!(error.to_string().contains(expected), "{error}"),
    }
}

#[test]
fn edm_string() {
    is(r#""a \"b\" \u0000 ü""#, "a \"b\" \0 ü".to_owned());
    is::<Box<str>>(r#""""#, "".into());
    is::<Cow<'static, str>>(r#""x""#, "x".into());
    is_no::<String>("7", "expected a string");
    is_no::<String>("null", "expected a string");
}

#[test]
fn edm_boolean() {
    is("true", true);
    is("false", false);
    is_no::<bool>(r#""true""#, "expected a boolean");
    is_no::<bool>("1", "expected a boolean");
}

#[test]
fn edm_byte_sbyte_int16_int32() {
    is("255", 255_u8);
    is("-128", -128_i8);
    is("-32768", -32768_i16);
    is("2147483647", i32::MAX);
    is_written(r#""12""#, 12_i32, "12");
    is_no::<u8>("256", "expected an integer from 0 to 255");
    is_no::<i32>("2147483648", "expected an integer of 32 bits");
    is_no::<i32>("1.5", "expected an integer of 32 bits");
    is_no::<i16>(r#""x""#, "expected an integer of 16 bits");
}

#[test]
fn edm_int64() {
    is("9223372036854775807", i64::MAX);
    is("-9223372036854775808", i64::MIN);
    is_written(r#""9223372036854775807""#, i64::MAX, "9223372036854775807");
    is_written(r#""-1""#, -1_i64, "-1");
    is_no::<i64>("9223372036854775808", "expected an integer of 64 bits");
}

#[test]
fn edm_single_double() {
    is("1.5", 1.5_f32);
    is("0.1", 0.1_f32);
    is("0.1", 0.1_f64);
    is(r#""INF""#, f64::INFINITY);
    is(r#""-INF""#, f64::NEG_INFINITY);
    is(r#""INF""#, f32::INFINITY);
    is_written("7", 7.0_f64, "7.0");
    is_written(r#""2.5""#, 2.5_f64, "2.5");
    assert!(read::<f64>(r#""NaN""#).unwrap().is_nan());
    assert_eq!(write(f64::NAN), r#""NaN""#);
    assert_eq!(write(f32::NAN), r#""NaN""#);
    is_no::<f64>("true", "expected a number");
    is_no::<f32>("1e300", "expected a number");
}

#[test]
fn edm_decimal() {
    is("1234567.89", 1_234_567.89_f64);
    is("0.1", serde_json::Number::from_f64(0.1).unwrap());
    is("18446744073709551615", serde_json::Number::from(u64::MAX));
}

#[test]
fn edm_date_time_offset() {
    is(
        r#""2017-01-01T00:01:38.5314127-08:00""#,
        datetime!(2017-01-01 00:01:38.531_412_7 -8),
    );
    is(
        r#""2023-11-03T07:03:44Z""#,
        datetime!(2023-11-03 07:03:44 UTC),
    );
    for digits in 1..=7 {
        let fraction = &"1234567"[..digits];
        let read = read::<OffsetDateTime>(&format!(r#""2023-11-03T07:03:44.{fraction}Z""#));
        assert_eq!(
            write(read.unwrap()),
            format!(r#""2023-11-03T07:03:44.{fraction}Z""#)
        );
    }
    is_written(
        r#""2023-11-03T07:03:44.0000000Z""#,
        datetime!(2023-11-03 07:03:44 UTC),
        r#""2023-11-03T07:03:44Z""#,
    );
    is(
        r#""0001-01-01T00:00:00Z""#,
        datetime!(0001-01-01 00:00:00 UTC),
    );
    is(
        r#""9999-12-31T23:59:59.9999999Z""#,
        datetime!(9999-12-31 23:59:59.999_999_9 UTC),
    );
    let expected = "expected a DateTimeOffset such as `2023-11-03T07:03:44.97Z`";
    is_no::<OffsetDateTime>(r#""2023-11-03T07:03:44""#, expected);
    is_no::<OffsetDateTime>(r#""2023-11-03""#, expected);
}

#[test]
fn a_time_without_an_offset_is_text_with_a_time_zone_beside_it() {
    #[graph_complex]
    #[derive(Debug, Clone, PartialEq)]
    struct DateTimeTimeZone {
        date_time: String,
        time_zone: Option<String>,
    }

    crate::support::assert_unchanged::<DateTimeTimeZone>(
        r#"{"dateTime":"2017-01-01T00:01:38.5314127","timeZone":"Pacific Standard Time"}"#,
    );
}

#[test]
fn edm_date() {
    is(r#""2012-12-03""#, date!(2012 - 12 - 03));
    is(r#""0001-01-01""#, date!(0001 - 01 - 01));
    is_no::<Date>(r#""2012-12-03T00:00:00Z""#, "expected a Date");
    is_no::<Date>(r#""2012-02-30""#, "expected a Date");
}

#[test]
fn edm_time_of_day() {
    is(r#""07:59:59""#, time!(07:59:59));
    is(r#""12:03:30.273""#, time!(12:03:30.273));
    is_written(
        r#""12:03:30.2730000""#,
        time!(12:03:30.273),
        r#""12:03:30.273""#,
    );
    is_written(r#""08:00:00.0000000""#, time!(08:00:00), r#""08:00:00""#);
    is_no::<Time>(r#""25:00:00""#, "expected a TimeOfDay");
    is_no::<Time>(r#""noon""#, "expected a TimeOfDay");
}

#[test]
fn edm_duration() {
    is(r#""-PT17.1357909S""#, -Duration::new(17, 135_790_900));
    is(
        r#""P12DT23H59M59.99S""#,
        Duration::new(1_123_199, 990_000_000),
    );
    is(r#""PT8H""#, Duration::hours(8));
    is_written(r#""PT0S""#, Duration::ZERO, r#""PT0S""#);
    is_written(r#""P7D""#, Duration::weeks(1), r#""P7D""#);
    is_written(r#""PT90M""#, Duration::minutes(90), r#""PT1H30M""#);
    is_no::<Duration>(r#""P1Y""#, "expected a Duration");
    is_no::<Duration>("17", "expected a Duration");
}

#[test]
fn edm_guid() {
    let guid = Uuid::from_u128(0x62e9_0394_69f5_4237_9190_0121_7714_5e10);
    is(r#""62e90394-69f5-4237-9190-012177145e10""#, guid);
    is_written(
        r#""62E90394-69F5-4237-9190-012177145E10""#,
        guid,
        r#""62e90394-69f5-4237-9190-012177145e10""#,
    );
    is(r#""00000000-0000-0000-0000-000000000000""#, Uuid::nil());
    is_no::<Uuid>(r#""62e90394""#, "expected a GUID");
    is(r#""not even a GUID""#, "not even a GUID".to_owned());
}

#[test]
fn edm_binary() {
    let bytes = Binary(vec![0xfb, 0xef, 0xff, 0x00]);
    is(r#""++//AA==""#, bytes.clone());
    for json in [r#""++//AA""#, r#""--__AA==""#, r#""--__AA""#] {
        is_written(json, bytes.clone(), r#""++//AA==""#);
    }
    is(r#""""#, Binary(vec![]));
    is_no::<Binary>(r#""a""#, "expected base64");
    is_no::<Binary>(r#""+_+_""#, "expected base64");
    is_no::<Binary>("[1,2]", "expected base64");
}

#[test]
fn edm_stream() {
    #[graph_complex]
    #[derive(Debug, Clone, PartialEq)]
    struct OnenotePage {
        #[graph(read_only, rename = "content@odata.mediaReadLink")]
        content: Option<String>,
    }

    let json = r#"{"content@odata.mediaReadLink":"https://graph.microsoft.com/v1.0/me/onenote/pages/1/content"}"#;
    crate::support::assert_unchanged::<OnenotePage>(json);
}

#[test]
fn graph_json() {
    for json in [
        "null",
        "7",
        r#"{"b":[null,{}],"a":"x"}"#,
        r#"[["Hello",1.5],[true,null]]"#,
    ] {
        let value: Value = serde_json::from_str(json).unwrap();
        assert_eq!(read::<Value>(json).unwrap(), value);
        assert_eq!(write(value.clone()), value.to_string());
    }
    is(
        r#"{"b":1,"a":null}"#,
        [("b", json!(1)), ("a", json!(null))]
            .into_iter()
            .collect::<DynamicProperties>(),
    );
}

#[graph_enum]
enum Importance {
    Low,
    #[graph(unknown)]
    Unknown(String),
}

#[test]
fn an_enumeration_type() {
    is(r#""low""#, Importance::Low);
    is_written(r#""LOW""#, Importance::Low, r#""low""#);
    is(r#""urgent""#, Importance::Unknown("urgent".to_owned()));
    is_no::<Importance>("1", "expected the name of a member");
}

#[graph_enum(flags)]
enum Weekdays {
    Monday,
    Tuesday,
    #[graph(unknown)]
    Unknown(String),
}

#[test]
fn an_enumeration_type_with_flags() {
    is(r#""monday,tuesday""#, Weekdays::Monday | Weekdays::Tuesday);
    is(r#""""#, Flags::<Weekdays>::new());
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq)]
struct Location {
    city: Option<String>,
}

#[test]
fn a_complex_type() {
    let city = Some("Oslo".to_owned());
    is(r#"{"city":"Oslo"}"#, Location { city });
    is("{}", Location { city: None });
    is_no::<Location>(
        r#""Oslo""#,
        "expected an object of type microsoft.graph.location",
    );
}

#[graph_union]
#[derive(Debug, Clone, PartialEq)]
enum Place {
    Location(Location),
    #[graph(unknown)]
    Unknown(DynamicProperties),
}

#[test]
fn an_abstract_or_base_type() {
    let city = Some("Oslo".to_owned());
    is(
        r##"{"@odata.type":"#microsoft.graph.location","city":"Oslo"}"##,
        Place::Location(Location { city }),
    );
}

#[test]
fn a_collection() {
    is("[]", Vec::<String>::new());
    is(r#"["a",null]"#, vec![Some("a".to_owned()), None]);
    is_written("null", Vec::<String>::new(), "[]");
    is_no::<Vec<String>>("{}", "expected a collection");
}

#[test]
fn a_dynamic_map() {
    is(
        r#"{"a":false,"b":true}"#,
        BTreeMap::from([("a".to_owned(), false), ("b".to_owned(), true)]),
    );
}

#[test]
fn a_nullable_property() {
    is("7", Some(7_i64));
    assert_eq!(read::<Option<i64>>("null").unwrap(), None);
}

#[test]
fn a_value_is_parsed_from_its_text() {
    use graph_resource::edm::parse;
    let at: time::OffsetDateTime = parse("9999-12-31T23:59:59.9999999Z").unwrap();
    assert_eq!(at.year(), 9999);
    assert_eq!(parse::<time::Date>("2012-12-03").unwrap().year(), 2012);
    assert_eq!(parse::<i64>("7").unwrap(), 7);
    let error = parse::<time::OffsetDateTime>("2012-12-03\n").unwrap_err();
    assert_eq!(error.kind(), graph_resource::ErrorKind::InvalidRequest);
    assert!(
        error
            .message()
            .starts_with(r"`2012-12-03\n` is not a value of Edm.DateTimeOffset"),
        "{error}"
    );
}
