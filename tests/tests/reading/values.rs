//! The JSON forms of the types in the table of `edm`, other than numbers, dates and enums.

use std::borrow::Cow;
use std::collections::BTreeMap;

use graph_resource::graph_resource;
use serde_json::{Value, json};
use uuid::{Uuid, uuid};

#[graph_resource(path = "/me/values", emit_type = "never")]
#[derive(Debug, Clone, PartialEq)]
struct Values {
    text: Option<String>,
    boxed: Option<Box<str>>,
    cow: Option<Cow<'static, str>>,
    flag: Option<bool>,
    guid: Option<Uuid>,
    texts: Option<Vec<String>>,
    sparse: Option<Vec<Option<i64>>>,
    table: Option<Vec<Vec<i64>>>,
    any: Option<Value>,
    members: Option<BTreeMap<String, Vec<i64>>>,
}

fn read(json: Value) -> Result<Values, String> {
    serde_json::from_value(json).map_err(|error| error.to_string())
}

#[test]
fn every_form_is_written_as_it_is_read() {
    let json = json!({
        "text": "a\u{0}\"\\\u{1f980}",
        "boxed": "",
        "cow": "c",
        "flag": false,
        "guid": "6f1c9c28-9b1e-4f0b-a5a7-0a3c1d2e3f40",
        "texts": ["", "x"],
        "sparse": [1, null, 3],
        "table": [[], [1, 2]],
        "any": { "nested": [1, { "x": null }], "@odata.type": "#kept" },
        "members": { "b": [1], "a": [] },
    });
    let values = read(json.clone()).unwrap();
    assert_eq!(serde_json::to_value(&values).unwrap(), json);
    assert_eq!(
        values.guid,
        Some(uuid!("6f1c9c28-9b1e-4f0b-a5a7-0a3c1d2e3f40"))
    );
    assert_eq!(values.sparse, Some(vec![Some(1), None, Some(3)]));
}

#[test]
fn null_is_an_empty_collection_inside_of_a_collection_and_absence_elsewhere() {
    assert_eq!(
        read(json!({ "table": [null, [1]] })).unwrap().table,
        Some(vec![vec![], vec![1]])
    );
    assert_eq!(
        read(json!({ "members": { "a": null } })).unwrap().members,
        Some(BTreeMap::from([("a".to_owned(), vec![])]))
    );
    let nothing =
        read(json!({ "texts": null, "sparse": null, "any": null, "members": null })).unwrap();
    assert_eq!(nothing, read(json!({})).unwrap());
}

#[test]
fn a_guid_is_read_in_either_case_and_written_in_lower_case() {
    let values = read(json!({ "guid": "6F1C9C28-9B1E-4F0B-A5A7-0A3C1D2E3F40" })).unwrap();
    assert_eq!(
        serde_json::to_value(values).unwrap(),
        json!({ "guid": "6f1c9c28-9b1e-4f0b-a5a7-0a3c1d2e3f40" })
    );
}

#[test]
fn a_value_of_another_type_is_refused_with_what_was_expected() {
    for (json, expected) in [
        (
            json!({ "text": 1 }),
            "invalid type: integer `1`, expected a string",
        ),
        (
            json!({ "flag": "true" }),
            "invalid type: string \"true\", expected a boolean",
        ),
        (
            json!({ "texts": "a" }),
            "invalid type: string \"a\", expected a collection",
        ),
        (
            json!({ "texts": [1] }),
            "invalid type: integer `1`, expected a string",
        ),
        (
            json!({ "members": [] }),
            "invalid type: sequence, expected an object",
        ),
    ] {
        assert_eq!(read(json).unwrap_err(), expected);
    }
    let error = read(json!({ "guid": "4711" })).unwrap_err();
    assert!(
        error.contains("`4711`") && error.contains("expected a GUID such as"),
        "{error}"
    );
}
