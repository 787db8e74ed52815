//! Open types: properties that the type does not declare.

use graph_resource::edm::DynamicProperties;
use graph_resource::{Resource, graph_complex, graph_resource};
use serde_json::{Value, json};

use crate::support::{assert_unchanged, body, read, refusal};

#[graph_resource(path = "/sites/{site_id}/items/{item_id}/fields", emit_type = "never")]
#[derive(Debug, Clone, PartialEq)]
struct FieldValueSet {
    title: Option<String>,
    #[graph(read_only)]
    modified: Option<String>,
    #[graph(write_only)]
    secret: Option<String>,
    #[graph(extra)]
    columns: DynamicProperties,
}

fn fields(json: Value) -> FieldValueSet {
    read(json)
}

/// Returns the patch from `before` to `after` as JSON, and checks that it leads there.
fn difference(before: Value, after: Value) -> String {
    let (before, after) = (fields(before), fields(after));
    let patch = FieldValueSetPatch::between(&before, &after);
    let mut patched = before.clone();
    patch.clone().apply_to(&mut patched);
    assert_eq!(patched, after);
    serde_json::to_string(&patch).unwrap()
}

#[test]
fn undeclared_properties_are_kept_in_order_with_annotations_and_nulls() {
    assert_unchanged::<FieldValueSet>(
        r##"{"title":"Widget","Color":"Fuchsia","@microsoft.graph.downloadUrl":"https://x","NumVendors@odata.type":"#Int32","NumVendors":3,"Author":null,"Deep":{"z":[null,{"a":1,"b":2}]},"title@odata.type":"#String"}"##,
    );
}

#[test]
fn the_type_says_that_it_is_open() {
    let info = FieldValueSet::INFO.type_info();
    assert!(info.is_open());
    assert!(info.property("columns").is_none());
}

#[test]
fn of_an_undeclared_property_that_comes_twice_the_last_counts() {
    let json = r#"{"Color":"Fuchsia","Size":1,"Color":"Teal"}"#;
    let fields: FieldValueSet = serde_json::from_str(json).unwrap();
    assert_eq!(fields.columns.get("Color"), Some(&json!("Teal")));
    assert_eq!(fields.columns.len(), 2);
}

#[test]
fn a_name_in_another_letter_case_is_another_name() {
    let fields = fields(json!({ "title": "a", "Title": "b" }));
    assert_eq!(fields.title.as_deref(), Some("a"));
    assert_eq!(fields.columns.get("Title"), Some(&json!("b")));
}

#[test]
fn a_declared_property_that_is_never_read_is_not_kept_either() {
    let fields = fields(json!({ "secret": "s", "Color": "Teal" }));
    assert_eq!(fields.secret, None);
    assert_eq!(fields.columns.len(), 1);
}

#[test]
fn a_request_sets_and_clears_by_name() {
    let update = FieldValueSet::update("root", "5")
        .title("Widget")
        .columns("Color", "Fuchsia")
        .columns("Quantity", 934)
        .clear_columns("Weight");
    assert_eq!(
        body(&update),
        r#"{"title":"Widget","Color":"Fuchsia","Quantity":934,"Weight":null}"#
    );
}

#[test]
fn a_value_may_need_its_type_beside_it() {
    let update = FieldValueSet::update("root", "5")
        .columns_typed("NumVendors", "#Int32", 3)
        .columns_typed("Tags", "#Collection(String)", vec!["a"]);
    assert_eq!(
        body(&update),
        r##"{"NumVendors@odata.type":"#Int32","NumVendors":3,"Tags@odata.type":"#Collection(String)","Tags":["a"]}"##
    );
}

#[test]
fn the_last_value_counts_with_or_without_its_type() {
    let typed = FieldValueSet::update("root", "5").columns_typed("Size", "#Int32", 3);
    assert_eq!(
        body(&typed.clone().columns("Size", "large")),
        r#"{"Size":"large"}"#
    );
    assert_eq!(
        body(&typed.clone().clear_columns("Size")),
        r#"{"Size":null}"#
    );
    assert_eq!(
        body(&typed.columns_typed("Size", "#Int64", 4)),
        r##"{"Size@odata.type":"#Int64","Size":4}"##
    );
}

#[test]
fn only_what_differs_is_sent() {
    assert_eq!(
        difference(
            json!({ "Color": "Fuchsia", "Size": 1, "Old": true, "Same": [1] }),
            json!({ "Size": 2, "Color": "Fuchsia", "Same": [1], "New": null }),
        ),
        r#"{"New":null,"Size":2,"Old":null}"#
    );
}

#[test]
fn a_value_that_differs_keeps_its_type() {
    assert_eq!(
        difference(
            json!({ "Size@odata.type": "#Int32", "Size": 1 }),
            json!({ "Size@odata.type": "#Int32", "Size": 2 }),
        ),
        r##"{"Size@odata.type":"#Int32","Size":2}"##
    );
}

#[test]
fn a_property_that_is_gone_takes_its_type_along() {
    assert_eq!(
        difference(
            json!({ "Size@odata.type": "#Int32", "Size": 1, "Color": "Teal" }),
            json!({ "Color": "Teal" }),
        ),
        r#"{"Size":null}"#
    );
}

#[test]
fn control_information_of_the_service_is_no_difference() {
    let before =
        fields(json!({ "@odata.etag": "1", "Color": "Teal", "file@odata.mediaReadLink": "a" }));
    let after =
        fields(json!({ "@odata.etag": "2", "Color": "Teal", "file@odata.mediaReadLink": "b" }));
    assert!(FieldValueSetPatch::between(&before, &after).is_empty());
}

#[test]
fn a_patch_is_read_with_what_the_type_does_not_declare() {
    let json = r##"{"title":"Widget","Color":null,"Size@odata.type":"#Int32","Size":3}"##;
    let patch: FieldValueSetPatch = serde_json::from_str(json).unwrap();
    let expected = FieldValueSetPatch::default()
        .title("Widget")
        .clear_columns("Color")
        .columns_typed("Size", "#Int32", 3);
    assert_eq!(patch, expected);
    assert_eq!(serde_json::to_string(&patch).unwrap(), json);
}

#[test]
fn a_patch_keeps_the_annotation_of_a_declared_property() {
    assert_unchanged::<FieldValueSetPatch>(r##"{"title":"x","title@odata.type":"#String"}"##);
}

#[test]
fn a_patch_refuses_what_is_declared_and_cannot_be_updated() {
    assert_eq!(
        refusal::<FieldValueSetPatch>(json!({ "modified": "now" })),
        "`modified` is read-only, an update of microsoft.graph.fieldValueSet cannot carry it"
    );
}

#[test]
fn a_patch_does_to_dynamic_properties_what_it_says() {
    let mut target = fields(json!({ "Color": "Teal", "Size": 1 }));
    FieldValueSetPatch::default()
        .clear_columns("Color")
        .clear_columns("never there")
        .columns("Size", 2)
        .columns("Weight", 1.5)
        .apply_to(&mut target);
    assert_eq!(target, fields(json!({ "Size": 2, "Weight": 1.5 })));
}

#[test]
fn names_are_those_of_extensions_too() {
    let name = "extension_fe2174665583431c953114ff7268b7b3_Education_City";
    let update = FieldValueSet::update("root", "5").columns(name, "Redmond");
    assert_eq!(body(&update), format!(r#"{{"{name}":"Redmond"}}"#));
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
struct Json {
    #[graph(extra)]
    members: DynamicProperties,
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq)]
struct Holder {
    open: Option<Json>,
    #[graph(default)]
    anything: DynamicProperties,
}

#[test]
fn a_complex_type_may_be_open() {
    assert_unchanged::<Holder>(r#"{"open":{"b":null,"a":[{}]},"anything":{"z":1,"y":null}}"#);
}

#[test]
fn sets_of_properties_are_equal_in_whatever_order() {
    let one: DynamicProperties = [("a", 1), ("b", 2)].into_iter().collect();
    let mut other: DynamicProperties = [("b", 2), ("a", 0)].into_iter().collect();
    assert_ne!(one, other);
    assert_eq!(other.insert("a", 1), Some(json!(0)));
    assert_eq!(one, other);
    assert_eq!(other.remove("b"), Some(json!(2)));
    assert_eq!(other.iter().collect::<Vec<_>>(), [("a", &json!(1))]);
}

/// Far more than a search through all properties for each of them could read in reasonable time.
const MANY: usize = 50_000;

#[test]
fn many_dynamic_properties_are_read_compared_and_patched_in_linear_time() {
    let json = |value: &str| {
        let properties = (0..MANY).map(|number| format!(r#""p{number}":{value}"#));
        format!("{{{}}}", properties.collect::<Vec<_>>().join(","))
    };
    let before: FieldValueSet = serde_json::from_str(&json("1")).unwrap();
    let mut after: FieldValueSet = serde_json::from_str(&json("2")).unwrap();
    assert_eq!(before.columns.len(), MANY);
    assert!(before == before.clone() && before != after);
    for number in 0..MANY / 2 {
        after.columns.remove(&format!("p{number}"));
    }
    let patch = FieldValueSetPatch::between(&before, &after);
    assert_eq!(patch.columns.iter().count(), MANY);
    let written = serde_json::to_string(&patch).unwrap();
    let patch: FieldValueSetPatch = serde_json::from_str(&written).unwrap();
    let mut patched = before;
    patch.apply_to(&mut patched);
    assert!(patched == after);
}
