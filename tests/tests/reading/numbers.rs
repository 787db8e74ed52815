//! Integers in strings, and doubles without a JSON number.

use graph_resource::graph_resource;
use serde_json::{Value, json};

#[graph_resource(path = "/me/numbers", emit_type = "never")]
#[derive(Debug, Clone, PartialEq)]
struct Numbers {
    long: Option<i64>,
    int: Option<i32>,
    short: Option<i16>,
    byte: Option<u8>,
    signed: Option<i8>,
    double: Option<f64>,
    single: Option<f32>,
}

fn read(json: &str) -> Result<Numbers, String> {
    serde_json::from_str(json).map_err(|error| error.to_string())
}

fn written(numbers: &Numbers) -> Value {
    serde_json::to_value(numbers).unwrap()
}

#[test]
fn an_integer_is_read_from_a_number_or_a_string_and_written_as_a_number() {
    let numbers =
        r#"{"long":-9223372036854775808,"int":2147483647,"short":-32768,"byte":255,"signed":-128}"#;
    let strings = r#"{"long":"-9223372036854775808","int":"2147483647","short":"-32768","byte":"255","signed":"-128"}"#;
    assert_eq!(read(numbers).unwrap(), read(strings).unwrap());
    assert_eq!(
        written(&read(strings).unwrap()),
        serde_json::from_str::<Value>(numbers).unwrap()
    );
}

#[test]
fn an_int64_beyond_what_a_double_holds_is_exact() {
    for text in ["9007199254740993", "9223372036854775807"] {
        let numbers = read(&format!(r#"{{"long":"{text}"}}"#)).unwrap();
        assert_eq!(
            serde_json::to_string(&numbers).unwrap(),
            format!(r#"{{"long":{text}}}"#)
        );
    }
}

#[test]
fn a_double_is_read_to_its_last_digit_and_written_as_it_was() {
    for text in [
        "5.808827734657452e-144",
        "0.30000000000000004",
        "1.7976931348623157e308",
        "5e-324",
    ] {
        let json = format!(r#"{{"double":{text}}}"#);
        let numbers = read(&json).unwrap();
        assert_eq!(numbers.double, text.parse().ok());
        let written = serde_json::to_string(&numbers).unwrap();
        let written: Numbers = serde_json::from_str(&written).unwrap();
        assert_eq!(written, numbers);
    }
}

#[test]
fn an_integer_out_of_range_or_of_another_form_is_refused() {
    for (json, expected) in [
        (
            r#"{"byte":256}"#,
            "invalid value: integer `256`, expected an integer from 0 to 255",
        ),
        (
            r#"{"byte":-1}"#,
            "invalid value: integer `-1`, expected an integer from 0 to 255",
        ),
        (
            r#"{"short":"32768"}"#,
            "invalid value: string \"32768\", expected an integer of 16 bits",
        ),
        (
            r#"{"long":9223372036854775808}"#,
            "invalid value: integer `9223372036854775808`, expected an integer of 64 bits",
        ),
        (
            r#"{"long":1.5}"#,
            "invalid type: floating point `1.5`, expected an integer of 64 bits",
        ),
        (
            r#"{"int":""}"#,
            "invalid value: string \"\", expected an integer of 32 bits",
        ),
        (
            r#"{"int":" 1"}"#,
            "invalid value: string \" 1\", expected an integer of 32 bits",
        ),
        (
            r#"{"int":true}"#,
            "invalid type: boolean `true`, expected an integer of 32 bits",
        ),
    ] {
        let error = read(json).unwrap_err();
        assert!(error.starts_with(expected), "{json}: {error}");
    }
}

#[test]
fn a_double_may_be_infinite_or_not_a_number() {
    let numbers = read(r#"{"double":"INF","single":"-INF"}"#).unwrap();
    assert_eq!(
        (numbers.double, numbers.single),
        (Some(f64::INFINITY), Some(f32::NEG_INFINITY))
    );
    assert_eq!(
        written(&numbers),
        json!({ "double": "INF", "single": "-INF" })
    );
    let numbers = read(r#"{"double":"NaN","single":"NaN"}"#).unwrap();
    assert!(numbers.double.unwrap().is_nan() && numbers.single.unwrap().is_nan());
    assert_eq!(
        written(&numbers),
        json!({ "double": "NaN", "single": "NaN" })
    );
}

#[test]
fn a_double_is_read_from_any_number_and_from_its_text() {
    for (json, expected) in [
        ("1", 1.0),
        ("-0.5", -0.5),
        ("1e3", 1000.0),
        ("\"2.5\"", 2.5),
        ("18446744073709551615", 18_446_744_073_709_551_615.0),
    ] {
        let numbers = read(&format!(r#"{{"double":{json}}}"#)).unwrap();
        assert_eq!(numbers.double, Some(expected));
    }
    let error = read(r#"{"double":"many"}"#).unwrap_err();
    assert!(
        error.starts_with(
            "invalid value: string \"many\", expected a number, \"INF\", \"-INF\" or \"NaN\""
        ),
        "{error}"
    );
}

#[test]
fn a_patch_reads_and_writes_numbers_in_the_same_forms() {
    let patch: NumbersPatch =
        serde_json::from_str(r#"{"long":"7","double":"INF","single":null}"#).unwrap();
    assert_eq!(
        patch,
        NumbersPatch::default()
            .long(7)
            .double(f64::INFINITY)
            .clear_single()
    );
    assert_eq!(
        serde_json::to_string(&patch).unwrap(),
        r#"{"long":7,"double":"INF","single":null}"#
    );
}
