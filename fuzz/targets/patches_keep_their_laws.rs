//! Asserts that a patch is read as it was written and writes back all that its JSON said, that the difference of two values changes one to the other, and that applying a patch is
//! idempotent.
//!
//! The input is used in two ways: as two lines of JSON, a patch and its resource, and as the source of two arbitrary resources.

#![no_main]

use std::collections::BTreeMap;
use std::fmt::Debug;

use arbitrary::{Arbitrary, Result, Unstructured};
use graph_resource::edm::Flags;
use graph_resource::{Patch, StructuredType, graph_resource};
use graph_resource_fuzz::thing::{Color, Level, Open, Part, Thing};
use libfuzzer_sys::fuzz_target;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// A resource of types that implement `Arbitrary`.
#[graph_resource(path = "/me/mixed", emit_type = "never")]
#[derive(Debug, Clone, PartialEq, Arbitrary)]
struct Mixed {
    text: String,
    long: Option<i64>,
    double: Option<f64>,
    #[arbitrary(with = level)]
    level: Option<Level>,
    #[arbitrary(with = colors)]
    colors: Option<Flags<Color>>,
    replaced: Option<Part>,
    parts: Vec<Part>,
    tags: Vec<Option<String>>,
    #[graph(merge)]
    merged: Option<Part>,
    #[graph(merge)]
    always: Part,
    #[graph(merge)]
    #[arbitrary(with = map)]
    entries: Option<BTreeMap<String, bool>>,
    #[graph(merge)]
    #[arbitrary(with = map)]
    merged_parts: BTreeMap<String, Part>,
    #[arbitrary(with = map)]
    lists: BTreeMap<String, Vec<i64>>,
}

fuzz_target!(|data: &[u8]| {
    let (patch, resource) = match data.iter().position(|byte| *byte == b'\n') {
        Some(end) => (&data[..end], &data[end..]),
        None => (data, data),
    };
    check_json::<Thing>(patch, resource, |_| true);
    check_json::<Open>(patch, resource, has_only_types);
    check_json::<Mixed>(patch, resource, |_| true);
    let mut source = Unstructured::new(data);
    if let (Ok(before), Ok(after)) = (source.arbitrary::<Mixed>(), source.arbitrary()) {
        check_difference(&before, &after);
        check_difference(&after, &before);
    }
});

/// Checks a patch and a resource from JSON. The difference is checked if it can express all changes.
fn check_json<T>(json: &[u8], resource: &[u8], is_expressible: fn(&T) -> bool)
where
    T: StructuredType + Clone + PartialEq + Debug + Serialize + DeserializeOwned,
    T::Patch: Clone + PartialEq + Debug + Serialize + DeserializeOwned,
{
    let Ok(patch) = serde_json::from_slice::<T::Patch>(json) else {
        return;
    };
    is_read_as_written(&patch);
    if let (Ok(kept), Ok(said)) = (serde_json::to_value(&patch), serde_json::from_slice(json)) {
        assert!(says(&kept, &said), "{said} is read as {kept}");
    }
    let Ok(before) = serde_json::from_slice::<T>(resource) else {
        return;
    };
    let mut after = before.clone();
    patch.clone().apply_to(&mut after);
    let mut twice = after.clone();
    patch.clone().apply_to(&mut twice);
    if is_itself(&after) {
        assert_eq!(twice, after, "applying {patch:?} is not idempotent");
    }
    if is_expressible(&before) && is_expressible(&after) {
        check_difference(&before, &after);
    }
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

/// Returns whether each annotation is the type of an existing property. Others are written by the service only.
fn has_only_types(open: &Open) -> bool {
    let columns = &open.columns;
    columns
        .iter()
        .all(|(name, value)| match name.split_once('@') {
            Some((name, "odata.type")) => columns.get(name).is_some() && value.is_string(),
            Some(_) => false,
            None => true,
        })
}

/// Checks that the difference changes one value to the other, and is empty for equal values.
fn check_difference<T>(before: &T, after: &T)
where
    T: StructuredType + Clone + PartialEq + Debug,
    T::Patch: Clone + PartialEq + Debug + Serialize + DeserializeOwned,
{
    if !is_itself(before) || !is_itself(after) {
        return;
    }
    let patch = T::Patch::between(before, after);
    let mut patched = before.clone();
    patch.clone().apply_to(&mut patched);
    assert_eq!(
        &patched, after,
        "{patch:?} does not result in the other value"
    );
    assert_eq!(patch.is_empty(), before == after, "{patch:?}");
    assert!(T::Patch::between(after, after).is_empty());
    is_read_as_written(&patch);
}

fn is_read_as_written<T: Serialize + DeserializeOwned + PartialEq + Debug>(patch: &T) {
    let json = match serde_json::to_string(patch) {
        Ok(json) => json,
        Err(error) => {
            // The sentinel of an evolvable enum cannot be sent.
            assert!(error.to_string().contains("unknownFutureValue"), "{error}");
            return;
        }
    };
    let read: T = match serde_json::from_str(&json) {
        Ok(read) => read,
        Err(error) => panic!("{error}: {json}"),
    };
    assert_eq!(serde_json::to_string(&read).ok().as_deref(), Some(&*json));
    assert!(
        !is_itself(patch) || &read == patch,
        "{json} is read as {read:?} instead of {patch:?}"
    );
}

/// Returns whether the value contains no `NaN`.
#[allow(clippy::eq_op, reason = "this recognises a `NaN`")]
fn is_itself<T: PartialEq>(value: &T) -> bool {
    value == value
}

/// Creates a member from its text, so that declared members are not among the unknown ones.
fn level(source: &mut Unstructured<'_>) -> Result<Option<Level>> {
    let text: Option<&str> = source.arbitrary()?;
    Ok(text.and_then(|text| text.parse().ok()))
}

fn colors(source: &mut Unstructured<'_>) -> Result<Option<Flags<Color>>> {
    let text: Option<&str> = source.arbitrary()?;
    Ok(text.and_then(|text| text.parse().ok()))
}

/// Creates a map without `@` in its names, which would make them annotations.
fn map<T: FromMap<V>, V: for<'a> Arbitrary<'a>>(source: &mut Unstructured<'_>) -> Result<T> {
    let map: Option<BTreeMap<String, V>> = source.arbitrary()?;
    Ok(T::from_map(map.map(|mut map| {
        map.retain(|name, _| !name.contains('@'));
        map
    })))
}

/// A map, nullable or not.
trait FromMap<V> {
    fn from_map(map: Option<BTreeMap<String, V>>) -> Self;
}

impl<V> FromMap<V> for BTreeMap<String, V> {
    fn from_map(map: Option<Self>) -> Self {
        map.unwrap_or_default()
    }
}

impl<V> FromMap<V> for Option<BTreeMap<String, V>> {
    fn from_map(map: Self) -> Self {
        map
    }
}
