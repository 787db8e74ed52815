//! The laws of shapes, on generated values: writing and reading is the identity, a difference leads from one value to the other, and a
//! patch does to JSON what "JSON Merge Patch" (RFC 7396) says, with another implementation of it as the oracle.

use std::collections::BTreeMap;
use std::fmt::Debug;

use graph_resource::edm::{DynamicProperties, Flags};
use graph_resource::{
    Patch, StructuredType, graph_complex, graph_enum, graph_resource, graph_union,
};
use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

#[graph_resource(path = "/things", emit_type = "never")]
#[derive(Debug, Clone, PartialEq)]
struct Thing {
    #[graph(key)]
    id: String,
    replaced: Option<Part>,
    #[graph(merge)]
    merged: Option<Part>,
    #[graph(merge)]
    always: Part,
    #[graph(merge)]
    entries: Option<BTreeMap<String, bool>>,
    #[graph(merge)]
    parts: BTreeMap<String, Part>,
    flags: Option<Flags<Color>>,
    unions: Vec<Either>,
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
struct Part {
    name: Option<String>,
    size: Option<i64>,
    #[graph(merge)]
    inner: Option<Inner>,
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
struct Inner {
    note: Option<String>,
    is_on: Option<bool>,
}

#[graph_enum(flags)]
enum Color {
    Red,
    Green,
    Blue,
    #[graph(unknown)]
    Unknown(String),
}

#[graph_union]
#[derive(Debug, Clone, PartialEq)]
enum Either {
    #[graph(base)]
    Part(Part),
    Inner(Box<Inner>),
    #[graph(unknown)]
    Unknown(DynamicProperties),
}

/// A type all of whose properties are merged, undeclared ones among them.
#[graph_resource(path = "/open", emit_type = "never")]
#[derive(Debug, Clone, PartialEq)]
struct Open {
    title: Option<String>,
    #[graph(merge)]
    inner: Option<Inner>,
    #[graph(merge)]
    entries: Option<BTreeMap<String, i32>>,
    #[graph(extra)]
    columns: DynamicProperties,
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof!["[a-c]{0,2}", any::<String>()]
}

fn inner() -> impl Strategy<Value = Inner> {
    (option::of(text()), option::of(any::<bool>())).prop_map(|(note, is_on)| Inner { note, is_on })
}

fn part() -> impl Strategy<Value = Part> {
    (
        option::of(text()),
        option::of(any::<i64>()),
        option::of(inner()),
    )
        .prop_map(|(name, size, inner)| Part { name, size, inner })
}

/// A member; one that is not declared has neither commas nor spaces, by which members are told apart.
fn color() -> impl Strategy<Value = Color> {
    prop_oneof![
        Just(Color::Red),
        Just(Color::Green),
        Just(Color::Blue),
        "[x-z][a-zA-Z0-9]{0,3}".prop_map(Color::Unknown),
    ]
}

fn flags() -> impl Strategy<Value = Flags<Color>> {
    vec(color(), 0..5).prop_map(Flags::from_iter)
}

/// A JSON value without objects, whose members a merge patch would merge.
fn json_value() -> impl Strategy<Value = Value> {
    prop_oneof![
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        text().prop_map(Value::from),
        vec(any::<i8>(), 0..3).prop_map(Value::from),
    ]
}

/// Names that no type here declares, of properties that are not `null`.
fn columns() -> impl Strategy<Value = DynamicProperties> {
    vec(("[A-D]{1,2}", json_value()), 0..5).prop_map(DynamicProperties::from_iter)
}

/// As [`columns`], with `null`s and with annotations beside their properties.
fn annotated_columns() -> impl Strategy<Value = DynamicProperties> {
    let value = prop_oneof![json_value(), Just(Value::Null)];
    let annotation = option::of(prop_oneof![Just("#Int64"), Just("#String")]);
    vec(("[A-D]{1,2}", annotation, value), 0..5).prop_map(|columns| {
        let mut properties = DynamicProperties::new();
        for (name, annotation, value) in columns {
            if let Some(annotation) = annotation {
                properties.insert(format!("{name}@odata.type"), annotation);
            }
            properties.insert(name, value);
        }
        properties
    })
}

fn unknown() -> impl Strategy<Value = Either> {
    annotated_columns().prop_map(|mut object| {
        object.insert("@odata.type", "#microsoft.graph.other");
        Either::Unknown(object)
    })
}

fn either() -> impl Strategy<Value = Either> {
    prop_oneof![
        part().prop_map(Either::Part),
        inner().prop_map(|inner| Either::Inner(Box::new(inner))),
        unknown(),
    ]
}

fn thing() -> impl Strategy<Value = Thing> {
    (
        option::of(part()),
        option::of(part()),
        part(),
        option::of(btree_map("[a-c]", any::<bool>(), 0..3)),
        btree_map("[a-c]", part(), 0..3),
        option::of(flags()),
        vec(either(), 0..3),
    )
        .prop_map(
            |(replaced, merged, always, entries, parts, flags, unions)| Thing {
                id: "1".to_owned(),
                replaced,
                merged,
                always,
                entries,
                parts,
                flags,
                unions,
            },
        )
}

fn open(columns: impl Strategy<Value = DynamicProperties>) -> impl Strategy<Value = Open> {
    (
        option::of(text()),
        option::of(inner()),
        option::of(btree_map("[a-c]", any::<i32>(), 0..3)),
        columns,
    )
        .prop_map(|(title, inner, entries, columns)| Open {
            title,
            inner,
            entries,
            columns,
        })
}

/// Checks that a written value is read back as the same value.
fn is_read_as_written<T: Serialize + DeserializeOwned + PartialEq + Debug>(value: &T) {
    let json = serde_json::to_string(value).unwrap();
    assert_eq!(&serde_json::from_str::<T>(&json).unwrap(), value, "{json}");
    let tree = serde_json::to_value(value).unwrap();
    assert_eq!(&serde_json::from_value::<T>(tree).unwrap(), value, "{json}");
}

/// The difference leads from one to the other, and nowhere from a value to itself.
fn difference_leads<T: StructuredType + Clone + PartialEq + Debug>(
    before: &T,
    after: &T,
) -> T::Patch {
    let patch = T::Patch::between(before, after);
    let mut patched = before.clone();
    patch.clone().apply_to(&mut patched);
    assert_eq!(&patched, after);
    assert_eq!(patch.is_empty(), before == after);
    assert!(T::Patch::between(after, after).is_empty());
    patch
}

/// The patch does to the JSON of `before` what it does to `before`.
fn is_a_merge_patch<T>(patch: T::Patch, before: &T)
where
    T: StructuredType + Clone + Serialize,
{
    let mut by_json = serde_json::to_value(before).unwrap();
    json_patch::merge(&mut by_json, &serde_json::to_value(&patch).unwrap());
    let mut patched = before.clone();
    patch.apply_to(&mut patched);
    let mut expected = serde_json::to_value(&patched).unwrap();
    // A nullable property that is cleared is absent in one and so in the other.
    without_nulls(&mut expected);
    assert_eq!(by_json, expected);
}

fn without_nulls(json: &mut Value) {
    if let Value::Object(object) = json {
        object.retain(|_, value| !value.is_null());
    }
}

/// A JSON value, in which names that the types declare are as frequent as others.
fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i32>().prop_map(Value::from),
        "[a-c]{0,2}".prop_map(Value::from),
        Just(json!("#microsoft.graph.part")),
    ];
    leaf.prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..3).prop_map(Value::from),
            vec((any_name(), inner), 0..4)
                .prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}

fn any_name() -> impl Strategy<Value = String> {
    let names = [
        "id",
        "replaced",
        "merged",
        "always",
        "entries",
        "parts",
        "flags",
        "unions",
        "name",
        "size",
        "inner",
        "note",
        "isOn",
        "title",
        "columns",
        "x",
        "@odata.type",
        "@odata.etag",
        "@x.y",
        "name@odata.type",
        "name@odata.bind",
        "inner@x.y",
    ];
    prop::sample::select(names.to_vec()).prop_map(str::to_owned)
}

/// Checks that a patch refuses the JSON, or writes back all that it says.
fn is_refused_or_kept<P: Serialize + DeserializeOwned>(said: &Value) {
    let Ok(patch) = serde_json::from_value::<P>(said.clone()) else {
        return;
    };
    let kept = serde_json::to_value(&patch).unwrap();
    assert!(says(&kept, said), "{said} is read as {kept}");
}

/// Returns whether `kept` says what `said` says. It can say it in another form, and control information says nothing.
fn says(kept: &Value, said: &Value) -> bool {
    match (kept, said) {
        (Value::Object(kept), Value::Object(said)) => said.iter().all(|(name, said)| {
            let is_control = name
                .split_once('@')
                .is_some_and(|(_, term)| term.starts_with("odata.") && term != "odata.bind");
            is_control || kept.get(name).is_some_and(|kept| says(kept, said))
        }),
        (Value::Array(kept), Value::Array(said)) => {
            kept.len() == said.len() && kept.iter().zip(said).all(|(kept, said)| says(kept, said))
        }
        (Value::Null, said) | (said, Value::Null) => said.is_null(),
        (Value::Object(_) | Value::Array(_), _) | (_, Value::Object(_) | Value::Array(_)) => false,
        _ => true,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, ..ProptestConfig::default() })]

    #[test]
    fn a_patch_refuses_json_or_writes_back_all_that_it_says(said in any_json()) {
        is_refused_or_kept::<ThingPatch>(&said);
        is_refused_or_kept::<OpenPatch>(&said);
        is_refused_or_kept::<PartPatch>(&said);
        for name in ["replaced", "merged", "inner", "parts", "unions"] {
            is_refused_or_kept::<ThingPatch>(&json!({ name: said }));
            is_refused_or_kept::<OpenPatch>(&json!({ name: said }));
        }
    }
}

proptest! {
    #[test]
    fn complex_types_maps_flags_and_unions_are_read_as_written(thing in thing()) {
        is_read_as_written(&thing);
    }

    #[test]
    fn open_types_are_read_as_written(open in open(annotated_columns())) {
        is_read_as_written(&open);
    }

    #[test]
    fn a_union_is_read_as_written_wherever_its_type_stands(either in either()) {
        is_read_as_written(&either);
        let json = serde_json::to_value(&either).unwrap();
        let mut members: Vec<_> = json.as_object().unwrap().clone().into_iter().collect();
        members.reverse();
        let last: Vec<_> = members.iter().map(|(name, value)| format!("{}:{value}", json!(name))).collect();
        let last = format!("{{{}}}", last.join(","));
        prop_assert_eq!(serde_json::from_str::<Either>(&last).unwrap(), either);
    }

    #[test]
    fn flags_are_read_as_written_in_their_order(flags in flags()) {
        let text = flags.to_string();
        let read: Flags<Color> = serde_json::from_value(json!(text)).unwrap();
        prop_assert_eq!(read.to_string(), text);
        prop_assert_eq!(read, flags);
    }

    #[test]
    fn a_difference_of_complex_types_maps_flags_and_unions_leads(before in thing(), after in thing()) {
        let patch = difference_leads(&before, &after);
        is_read_as_written(&patch);
    }

    #[test]
    fn a_difference_of_open_types_leads(before in open(annotated_columns()), after in open(annotated_columns())) {
        let _ = difference_leads(&before, &after);
    }

    #[test]
    fn a_patch_of_merged_properties_is_a_json_merge_patch(before in open(columns()), after in open(columns())) {
        let patch = difference_leads(&before, &after);
        is_read_as_written(&patch);
        is_a_merge_patch(patch, &before);
    }

    #[test]
    fn a_patch_of_anything_else_is_a_json_merge_patch(
        patched in open(columns()),
        before in open(columns()),
        after in open(columns()),
    ) {
        is_a_merge_patch(OpenPatch::between(&before, &after), &patched);
    }

    #[test]
    fn a_patch_of_parts_is_a_json_merge_patch(before in part(), after in part(), patched in part()) {
        is_a_merge_patch(difference_leads(&before, &after), &before);
        is_a_merge_patch(PartPatch::between(&before, &after), &patched);
    }
}
