//! The types of the values in the body of a write, and of the literals in a path.

use std::collections::BTreeMap;

use graph_resource::edm::{Binary, DynamicProperties, Flags};
use graph_resource::{Client, graph_complex, graph_enum, graph_resource, graph_union};
use graph_resource_emulator::Emulator;
use serde_json::{Number, Value};
use time::{Date, Duration, OffsetDateTime, Time};
use uuid::Uuid;

use crate::support::*;

const GUID: &str = "62e90394-69f5-4237-9190-012177145e10";

/// A resource with a property of each type.
#[graph_resource(path = "/samples")]
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Sample {
    #[graph(key)]
    pub(crate) id: Uuid,
    #[graph(alternate_key)]
    pub(crate) serial: Option<i32>,
    #[graph(alternate_key)]
    pub(crate) external_id: Option<Uuid>,
    #[graph(alternate_key)]
    pub(crate) name: Option<String>,
    pub(crate) binary: Option<Binary>,
    pub(crate) boolean: Option<bool>,
    pub(crate) byte: Option<u8>,
    pub(crate) sbyte: Option<i8>,
    pub(crate) int16: Option<i16>,
    pub(crate) int32: Option<i32>,
    pub(crate) int64: Option<i64>,
    pub(crate) single: Option<f32>,
    pub(crate) double: Option<f64>,
    pub(crate) decimal: Option<Number>,
    pub(crate) guid: Option<Uuid>,
    pub(crate) date: Option<Date>,
    pub(crate) time_of_day: Option<Time>,
    pub(crate) date_time_offset: Option<OffsetDateTime>,
    pub(crate) duration: Option<Duration>,
    pub(crate) color: Option<Color>,
    pub(crate) weekdays: Option<Flags<Weekday>>,
    pub(crate) address: Option<Address>,
    #[graph(merge)]
    pub(crate) home: Option<Address>,
    pub(crate) place: Option<Place>,
    #[graph(default)]
    pub(crate) addresses: Vec<Address>,
    #[graph(default)]
    pub(crate) numbers: Vec<i64>,
    #[graph(default)]
    pub(crate) sparse: Vec<Option<String>>,
    #[graph(default)]
    pub(crate) rows: Vec<Vec<Option<i32>>>,
    #[graph(default)]
    pub(crate) labels: BTreeMap<String, bool>,
    #[graph(default, merge)]
    pub(crate) checklist: BTreeMap<String, Address>,
    pub(crate) untyped: Option<Value>,
    pub(crate) dynamic: Option<DynamicProperties>,
    #[graph(with = "graph_resource::edm::as_serde")]
    pub(crate) foreign: Option<(i32, String)>,
}

#[graph_enum]
pub(crate) enum Color {
    Red,
    #[graph(unknown)]
    Unknown(String),
}

#[graph_enum(flags)]
pub(crate) enum Weekday {
    Monday,
    Tuesday,
    #[graph(unknown)]
    Unknown(String),
}

#[graph_complex(emit_type = "always")]
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Address {
    pub(crate) city: Option<String>,
    pub(crate) number: Option<i32>,
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Coordinates {
    pub(crate) latitude: f64,
}

#[graph_union]
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Place {
    Address(Address),
    Coordinates(Coordinates),
    #[graph(unknown)]
    Unknown(DynamicProperties),
}

const SAMPLE: &str = "/samples/62e90394-69f5-4237-9190-012177145e10";

fn start_with_sample() -> Emulator {
    let emulator = Emulator::builder().serve::<Sample>().start().unwrap();
    let sample = json!({ "id": GUID, "serial": 7, "externalId": GUID, "name": "n" });
    emulator.insert("/samples", sample).unwrap();
    emulator
}

#[tokio::test]
async fn the_error_names_a_value_of_another_type_and_changes_nothing() {
    let emulator = start_with_sample();
    let before = emulator.get(SAMPLE);
    for (property, value, path, expected) in [
        ("name", json!(5), "name", "Edm.String"),
        ("boolean", json!("true"), "boolean", "Edm.Boolean"),
        ("byte", json!(256), "byte", "Edm.Byte"),
        ("sbyte", json!(-129), "sbyte", "Edm.SByte"),
        ("int16", json!(32_768), "int16", "Edm.Int16"),
        ("int32", json!(1.5), "int32", "Edm.Int32"),
        ("int64", json!("x"), "int64", "Edm.Int64"),
        ("single", json!(1e300), "single", "Edm.Single"),
        ("double", json!("many"), "double", "Edm.Double"),
        ("decimal", json!("1,5"), "decimal", "Edm.Decimal"),
        ("guid", json!("62e90394"), "guid", "Edm.Guid"),
        ("date", json!("2012-02-30"), "date", "Edm.Date"),
        ("timeOfDay", json!("25:00"), "timeOfDay", "Edm.TimeOfDay"),
        (
            "dateTimeOffset",
            json!("2023-11-03T07:03:44"),
            "dateTimeOffset",
            "Edm.DateTimeOffset",
        ),
        ("duration", json!("8:00"), "duration", "Edm.Duration"),
        ("binary", json!("a"), "binary", "Edm.Binary"),
        ("color", json!(1), "color", "microsoft.graph.color"),
        ("name", json!({}), "name", "'PrimitiveValue'"),
        ("int32", json!([1]), "int32", "'PrimitiveValue'"),
        ("address", json!("Oslo"), "address", "'StartObject'"),
        ("labels", json!([]), "labels", "'StartObject'"),
        ("place", json!(1), "place", "'StartObject'"),
        ("numbers", json!(1), "numbers", "'StartArray'"),
        ("numbers", json!([1, null]), "numbers[1]", "null value"),
        ("rows", json!([[1], ["x"]]), "rows[1][0]", "Edm.Int32"),
        (
            "address",
            json!({ "city": 5 }),
            "address/city",
            "Edm.String",
        ),
        (
            "addresses",
            json!([{}, { "number": "1" }]),
            "addresses[1]/number",
            "Edm.Int32",
        ),
        ("labels", json!({ "a": 1 }), "labels/a", "Edm.Boolean"),
        (
            "place",
            json!({ "@odata.type": "#microsoft.graph.coordinates", "latitude": true }),
            "place/latitude",
            "Edm.Double",
        ),
    ] {
        let body = json!({ property: value });
        let update = patch(&emulator, SAMPLE, body.clone()).await;
        let create = post(&emulator, "/samples", body).await;
        for answer in [update, create] {
            answer.assert_rejected(400, "BadRequest");
            let start = format!("Invalid value of property '{path}': ");
            let message = answer.message();
            assert!(message.starts_with(&start), "{message}");
            assert!(message.contains(expected), "{message}");
        }
    }
    assert_eq!(emulator.get(SAMPLE), before);
    let all = get(&emulator, "/samples").await;
    assert_eq!(all.json["value"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn the_error_names_an_undeclared_property_of_a_nested_object() {
    let emulator = start_with_sample();
    let body = json!({ "address": { "country": "Norway" } });
    let answer = patch(&emulator, SAMPLE, body).await;
    answer.assert_rejected(400, "Request_BadRequest");
    let expected =
        "The property 'address/country' does not exist on type 'microsoft.graph.address'.";
    assert!(answer.message().starts_with(expected));
}

#[tokio::test]
async fn each_form_that_odata_allows_is_accepted() {
    let emulator = start_with_sample();
    for (property, value) in [
        ("int64", json!("9223372036854775807")),
        ("decimal", json!("1.5")),
        ("single", json!("NaN")),
        ("guid", json!(GUID.to_uppercase())),
        ("binary", json!("_-8")),
        ("dateTimeOffset", json!("2023-11-03T07:03:44.9700000+01:00")),
        ("timeOfDay", json!("07:59")),
        ("color", json!("blue")),
        ("weekdays", json!("monday, funday")),
        (
            "address",
            json!({ "@odata.type": "#microsoft.graph.address", "city@x.y": 1 }),
        ),
        (
            "address",
            json!({ "@odata.type": "#microsoft.graph.office", "floor": 3 }),
        ),
        (
            "place",
            json!({ "@odata.type": "#microsoft.graph.planet", "mass": 1 }),
        ),
        ("untyped", json!([null, { "a": [1, "x"] }])),
        ("foreign", json!("anything")),
    ] {
        let answer = patch(&emulator, SAMPLE, json!({ property: value })).await;
        assert_eq!(answer.status, 200, "{property}: {}", answer.message());
        assert_eq!(answer.json[property], value);
    }
}

fn sample() -> SamplePatch {
    let address = |city: &str| Address {
        city: Some(city.to_owned()),
        number: Some(1),
    };
    let fields = [("a", json!(null)), ("b", json!([1]))];
    SamplePatch::default()
        .serial(8)
        .external_id(Uuid::max())
        .name("x")
        .binary(vec![0xff, 0xef])
        .boolean(true)
        .byte(u8::MAX)
        .sbyte(i8::MIN)
        .int16(i16::MIN)
        .int32(i32::MAX)
        .int64(i64::MIN)
        .single(f32::MAX)
        .double(f64::NEG_INFINITY)
        .decimal(Number::from(u64::MAX))
        .guid(Uuid::max())
        .date(Date::from_ordinal_date(2024, 60).unwrap())
        .time_of_day(Time::MAX)
        .date_time_offset(OffsetDateTime::UNIX_EPOCH + Duration::nanoseconds(100))
        .duration(-Duration::new(1_123_199, 990_000_000))
        .color(Color::Unknown("blue".to_owned()))
        .weekdays(Weekday::Monday | Weekday::Tuesday)
        .address(address("Oslo"))
        .place(Place::Coordinates(Coordinates { latitude: 59.9 }))
        .addresses(vec![address("Oslo"), address("Bergen")])
        .numbers(vec![i64::MIN, i64::MAX])
        .sparse(vec![Some("a".to_owned()), None])
        .rows(vec![vec![Some(1), None], vec![]])
        .labels(BTreeMap::from([("a@b".to_owned(), true)]))
        .untyped(json!([null]))
        .dynamic(fields.into_iter().collect::<DynamicProperties>())
        .foreign((1, "a".to_owned()))
}

#[tokio::test]
async fn a_typed_client_sends_only_valid_values() {
    let emulator = Emulator::builder().serve::<Sample>().start().unwrap();
    let client = Client::builder()
        .base_url(emulator.url())
        .token("any")
        .build()
        .unwrap();
    let home = |city: &str| Address {
        city: Some(city.to_owned()),
        number: None,
    };
    let created = Sample::create()
        .boolean(true)
        .addresses(vec![home("Oslo")])
        .home(|address| address.city("Oslo").clear_number())
        .checklist(|entries| entries.set("a", home("Oslo")));
    let created = created.send(&client).await.unwrap();
    let id = created.representation().unwrap().id;

    let update = Sample::update(id)
        .with_patch(sample())
        .home(|address| address.city("Bergen").clear_number())
        .checklist(|entries| entries.set("b", home("Bergen")).remove("a"));
    let updated = update.send(&client).await.unwrap();
    let updated = updated.representation().unwrap();
    assert_eq!(updated.double, Some(f64::NEG_INFINITY));
    assert_eq!(updated.sparse, [Some("a".to_owned()), None]);

    let update = Sample::update(id)
        .duration(Duration::ZERO)
        .single(f32::NAN)
        .weekdays(Flags::new())
        .clear_foreign();
    update.send(&client).await.unwrap();
}

#[tokio::test]
async fn a_typed_client_addresses_items_by_keys_of_each_type() {
    let emulator = start_with_sample();
    let client = Client::builder()
        .base_url(emulator.url())
        .token("any")
        .build()
        .unwrap();
    let id = Uuid::parse_str(GUID).unwrap();
    for request in [
        Sample::get(id),
        Sample::get_by_serial(7),
        Sample::get_by_external_id(id),
        Sample::get_by_name("n"),
    ] {
        assert_eq!(request.send(&client).await.unwrap().id, id);
    }
}

#[tokio::test]
async fn a_literal_that_is_not_of_the_type_of_its_key_is_rejected() {
    let emulator = start_with_sample();
    for (path, literal, expected) in [
        ("(serial='7')", "'7'", "Edm.Int32"),
        ("(serial=x)", "x", "Edm.Int32"),
        ("(serial=2147483648)", "2147483648", "Edm.Int32"),
        ("(externalId=7)", "7", "Edm.Guid"),
        (
            "(externalId='62e90394-69f5-4237-9190-012177145e10')",
            "'62e90394-69f5-4237-9190-012177145e10'",
            "Edm.Guid",
        ),
        ("/7", "7", "Edm.Guid"),
    ] {
        let path = format!("/samples{path}");
        let answer = get(&emulator, &path).await;
        answer.assert_rejected(400, "BadRequest");
        let message =
            format!("Cannot convert the literal '{literal}' to the expected type '{expected}'.");
        assert_eq!(answer.message(), message);
        let error = emulator.put(&path, json!({})).unwrap_err();
        assert_eq!(error.to_string(), message);
        assert_eq!(emulator.get(&path), None);
    }
}

#[tokio::test]
async fn a_guid_is_found_in_either_letter_case() {
    let emulator = start_with_sample();
    for path in [
        format!("/samples/{}", GUID.to_uppercase()),
        format!("/samples(externalId={})", GUID.to_uppercase()),
    ] {
        assert_eq!(get(&emulator, &path).await.json["id"], GUID, "{path}");
    }
    let other = "62E90394-69F5-4237-9190-012177145E11";
    let id = emulator.insert("/samples", json!({ "id": other })).unwrap();
    assert_eq!(id, other.to_lowercase());
    let answer = get(&emulator, &format!("/samples/{id}")).await;
    assert_eq!(answer.json["id"], other);
}
