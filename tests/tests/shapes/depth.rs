//! Values that contain themselves are nested to a limited depth, in both directions: beyond it, there is an error and no abort.
//!
//! The tests have the stack of a test thread, 2 MiB, and the frames of a debug build.

use std::collections::BTreeMap;
use std::fmt::Debug;

use graph_resource::edm::DynamicProperties;
use graph_resource::{graph_complex, graph_resource, graph_union};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::support::body;

/// The number of objects and collections that can be nested.
const LIMIT: usize = 120;

const TOO_DEEP: &str = "objects and collections are nested more than 120 levels deep";

#[graph_union]
#[derive(Debug, Clone, PartialEq)]
pub enum Node {
    Leaf(Leaf),
    Branch(Box<Branch>),
    #[graph(unknown)]
    Unknown(DynamicProperties),
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Leaf {
    pub name: Option<String>,
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Branch {
    pub child: Option<Node>,
    pub children: Option<Vec<Node>>,
    pub by_name: Option<BTreeMap<String, Node>>,
}

#[graph_complex]
#[derive(Clone, PartialEq, Default)]
pub struct Plain {
    pub name: Option<String>,
    pub inner: Option<Box<Plain>>,
    pub list: Option<Vec<Plain>>,
    pub map: Option<BTreeMap<String, Plain>>,
    pub any: Option<Value>,
    #[graph(sensitive)]
    pub secret: Option<String>,
    #[graph(extra)]
    pub others: DynamicProperties,
}

#[graph_resource(path = "/things", emit_type = "never")]
#[derive(Debug, Clone, PartialEq)]
pub struct Thing {
    pub node: Option<Node>,
    pub plain: Option<Plain>,
    #[graph(merge)]
    pub merged: Option<Plain>,
}

/// A shape: what comes before and after the value that it contains, and the number of levels that it adds.
struct Shape {
    name: &'static str,
    before: &'static str,
    after: &'static str,
    levels: usize,
}

const fn shape(
    name: &'static str,
    before: &'static str,
    after: &'static str,
    levels: usize,
) -> Shape {
    Shape {
        name,
        before,
        after,
        levels,
    }
}

impl Shape {
    /// A value that is nested as deeply as the limit allows, or one level of the shape more.
    fn nested(&self, innermost: &str, is_too_deep: bool) -> String {
        let repeats = (LIMIT - 1) / self.levels + usize::from(is_too_deep);
        [
            self.before.repeat(repeats),
            innermost.to_owned(),
            self.after.repeat(repeats),
        ]
        .concat()
    }
}

const NODES: [Shape; 4] = [
    shape(
        "in a union",
        r##"{"@odata.type":"#microsoft.graph.branch","child":"##,
        "}",
        1,
    ),
    shape(
        "in a collection",
        r##"{"@odata.type":"#microsoft.graph.branch","children":["##,
        "]}",
        2,
    ),
    shape(
        "in a map",
        r##"{"@odata.type":"#microsoft.graph.branch","byName":{"a":"##,
        "}}",
        2,
    ),
    shape(
        "type last",
        r#"{"child":"#,
        r##","@odata.type":"#microsoft.graph.branch"}"##,
        1,
    ),
];
const LEAF: &str = r##"{"@odata.type":"#microsoft.graph.leaf","name":"x"}"##;

const PLAINS: [Shape; 5] = [
    shape("in a box", r#"{"inner":"#, "}", 1),
    shape("in a collection", r#"{"list":["#, "]}", 2),
    shape("in a map", r#"{"map":{"a":"#, "}}", 2),
    shape("in any JSON", r#"{"any":"#, "}", 1),
    shape("undeclared", r#"{"other":"#, "}", 1),
];

fn message<T: Debug>(result: Result<T, serde_json::Error>) -> String {
    result.expect_err("it is too deep").to_string()
}

/// Reads a value as deep as the limit allows, does everything with it, and fails at one that is deeper.
fn check<T>(shape: &Shape, innermost: &str)
where
    T: DeserializeOwned + Serialize + Debug + Clone + PartialEq,
{
    let json = shape.nested(innermost, false);
    let value: T =
        serde_json::from_str(&json).unwrap_or_else(|error| panic!("{}: {error}", shape.name));
    let tree = serde_json::to_value(&value).unwrap();
    assert_eq!(
        tree,
        serde_json::from_str::<Value>(&json).unwrap(),
        "{}",
        shape.name
    );
    let text = serde_json::to_string(&value).unwrap();
    assert_eq!(serde_json::from_str::<T>(&text).unwrap(), value);
    assert!(serde_json::from_value::<T>(tree).unwrap() == value.clone());
    assert!(!format!("{value:?} {value:#?}").is_empty());

    let deeper = shape.nested(innermost, true);
    let error = message(serde_json::from_str::<T>(&deeper));
    assert!(error.starts_with(TOO_DEEP), "{}: {error}", shape.name);
    let tree = serde_json::from_str::<Value>(&deeper).unwrap();
    assert_eq!(
        message(serde_json::from_value::<T>(tree)),
        TOO_DEEP,
        "{}",
        shape.name
    );
}

#[test]
fn unions_are_read_and_written_to_a_limited_depth() {
    for shape in &NODES {
        check::<Node>(shape, LEAF);
    }
}

#[test]
fn complex_values_are_read_and_written_to_a_limited_depth() {
    for shape in &PLAINS {
        check::<Plain>(shape, r#"{"name":"x"}"#);
    }
}

#[test]
fn unknown_types_are_read_and_written_to_a_limited_depth() {
    check::<Node>(&shape("unknown", r#"{"a":"#, "}", 1), "{}");
    check::<Node>(&shape("unknown", r#"{"a":["#, "]}", 2), "{}");
}

#[test]
fn a_patch_is_as_deep_as_its_values() {
    for shape in &PLAINS {
        let nested = shape.nested("{}", false);
        for property in ["plain", "merged"] {
            let (before, after) = (format!(r#"{{"{property}":"#), "}");
            let deep = format!("{before}{nested}{after}");
            let patch: Result<ThingPatch, _> = serde_json::from_str(&deep);
            if shape.levels == 2 {
                let patch = patch.unwrap();
                assert_eq!(serde_json::to_string(&patch).unwrap(), deep);
                assert_eq!(body(&Thing::update().with_patch(patch)), deep);
            } else {
                let error = message(patch);
                assert!(error.contains(TOO_DEEP), "{}: {error}", shape.name);
            }
        }
    }
}

#[test]
fn deep_values_are_compared_and_merged() {
    let thing = |name: &str| -> Thing {
        let nested = PLAINS[0].before.repeat(LIMIT - 3);
        let after = PLAINS[0].after.repeat(LIMIT - 3);
        let plain = format!(r#"{nested}{{"name":"{name}"}}{after}"#);
        serde_json::from_str(&format!(r#"{{"plain":{plain},"merged":{plain}}}"#)).unwrap()
    };
    let patch = ThingPatch::between(&thing("a"), &thing("b"));
    let mut patched = thing("a");
    patch.clone().apply_to(&mut patched);
    assert_eq!(patched, thing("b"));
    assert!(!format!("{patch:?}").is_empty());
}

/// A value that no service can have answered.
fn built(depth: usize) -> Plain {
    (0..depth).fold(Plain::default(), |inner, _| Plain {
        inner: Some(Box::new(inner)),
        ..Plain::default()
    })
}

#[test]
fn what_is_built_too_deep_is_not_written() {
    let value = built(300);
    assert!(message(serde_json::to_string(&value)).ends_with(TOO_DEEP));
    assert!(message(serde_json::to_value(&value)).ends_with(TOO_DEEP));
    assert!(format!("{value:?}").ends_with(&format!("{TOO_DEEP} */ }}")));
    let endpoint = graph_resource::Cloud::Global.into();
    let request = Thing::update().plain(value).to_http_request(&endpoint);
    let error = request.unwrap_err();
    assert_eq!(error.kind(), graph_resource::ErrorKind::InvalidRequest);
    assert!(error.message().ends_with(TOO_DEEP), "{error}");
}

#[test]
fn a_union_that_is_built_too_deep_is_not_written() {
    let leaf = Node::Leaf(Leaf::default());
    let value = (0..300).fold(leaf, |child, _| {
        Node::Branch(Box::new(Branch {
            children: Some(vec![child]),
            ..Branch::default()
        }))
    });
    assert!(message(serde_json::to_string(&value)).ends_with(TOO_DEEP));
    assert!(message(serde_json::to_value(&value)).ends_with(TOO_DEEP));
}

#[test]
fn json_that_is_built_too_deep_is_not_written() {
    let any = (0..500).fold(json!(1), |inner, _| Value::Array(vec![inner]));
    let others: DynamicProperties = [("a", any.clone())].into_iter().collect();
    assert!(message(serde_json::to_string(&others)).ends_with(TOO_DEEP));
    let in_property = Plain {
        any: Some(any),
        ..Plain::default()
    };
    assert!(message(serde_json::to_string(&in_property)).ends_with(TOO_DEEP));
    let in_others = Plain {
        others,
        ..Plain::default()
    };
    assert!(message(serde_json::to_string(&in_others)).ends_with(TOO_DEEP));
    assert!(message(serde_json::to_value(&in_others)).ends_with(TOO_DEEP));
}

#[test]
fn siblings_are_not_levels() {
    let list = vec![r#"{"inner":{}}"#; 1_000].join(",");
    let json = format!(r#"{{"list":[{list}]}}"#);
    let value: Plain = serde_json::from_str(&json).unwrap();
    assert_eq!(serde_json::to_string(&value).unwrap(), json);
    // An error in one of them leaves nothing behind.
    assert!(serde_json::from_str::<Plain>(r#"{"inner":{"inner":{"name":1}}}"#).is_err());
    check::<Plain>(&PLAINS[0], "{}");
}
