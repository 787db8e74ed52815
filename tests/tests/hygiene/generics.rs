//! Parameters of every kind, with names that generated code might use.

use std::borrow::Cow;
use std::fmt::Debug;

use graph_resource::{Change, graph_resource};

use crate::body;

/// Every parameter has the name of one that generated code, or serde's, has a use for.
#[graph_resource(path = "/everything", emit_type = "never")]
#[derive(Debug, Clone, PartialEq)]
pub struct Everything<'a, 'de, A, D, S, E, T, W, R, const N: usize, const B: bool> {
    #[graph(key, required)]
    pub id: String,
    pub a: Option<A>,
    pub d: Option<D>,
    pub s: Option<S>,
    pub e: Option<E>,
    #[graph(default)]
    pub t: Vec<T>,
    #[graph(create_only)]
    pub w: Option<W>,
    #[graph(write_only)]
    pub r: Option<R>,
    pub text: Option<Cow<'a, str>>,
    #[graph(read_only)]
    pub name: Option<Cow<'de, str>>,
}

type Same = Everything<'static, 'static, i8, i16, i32, i64, bool, String, f64, 3, true>;

#[test]
fn parameters_are_those_of_the_patch_and_its_requests() {
    let new = NewEverything { id: "1".to_owned() };
    let create = Same::create(new).a(1).w("w").r(1.5);
    assert_eq!(body(&create), r#"{"id":"1","w":"w","a":1,"r":1.5}"#);
    let update: EverythingUpdate<'_, '_, i8, i16, i32, i64, bool, String, f64, 3, true> =
        Same::update("1").clear_d().s(3).t([true]).text("text");
    assert_eq!(
        body(&update),
        r#"{"d":null,"s":3,"t":[true],"text":"text"}"#
    );
}

#[test]
fn generic_resources_are_read_compared_and_applied() {
    let before: Same = serde_json::from_str(r#"{"id":"1","e":4,"name":"n"}"#).unwrap();
    let after = Same {
        e: None,
        t: vec![false],
        ..before.clone()
    };
    let patch = EverythingPatch::between(&before, &after);
    assert_eq!(
        serde_json::to_string(&patch).unwrap(),
        r#"{"e":null,"t":[false]}"#
    );
    let mut applied = before;
    patch.apply_to(&mut applied);
    assert_eq!(applied, after);
}

/// Bounds on the parameter, in a clause, and none that the patch would need for its `Default`.
#[graph_resource(path = "/bounded", emit_type = "never")]
#[derive(Debug)]
pub struct Bounded<T: Ord = String, U = i64, const N: usize = 4>
where
    T: Debug,
    U: Copy + Into<i64>,
{
    pub most: Option<T>,
    pub least: U,
}

/// A property type that has no `Default`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct NoDefault(String);

impl graph_resource::edm::PropertyValue for NoDefault {
    fn read<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        serde::Deserialize::deserialize(deserializer).map(Self)
    }

    fn write<S: serde::Serializer>(
        &self,
        serializer: S,
        _: graph_resource::edm::Form<'_>,
    ) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

#[test]
fn bounds_and_defaults_of_parameters_are_kept() {
    let update: BoundedUpdate = Bounded::update().least(7);
    assert_eq!(body(&update), r#"{"least":7}"#);
    let update = Bounded::<NoDefault, i32, 0>::update().most(NoDefault("x".to_owned()));
    assert_eq!(body(&update), r#"{"most":"x"}"#);
}

#[test]
fn a_patch_needs_no_default_of_its_parameters() {
    let patch = BoundedPatch::<NoDefault, i32, 0> {
        least: Some(1),
        ..Default::default()
    };
    assert_eq!(patch.most, Change::Keep);
    assert_eq!(serde_json::to_string(&patch).unwrap(), r#"{"least":1}"#);
}

/// A codec that is itself generic.
mod pair {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    pub(super) fn serialize<T: Serialize, S: Serializer>(
        value: &(T, T),
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        value.serialize(serializer)
    }

    pub(super) fn deserialize<'de, T: Deserialize<'de>, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<(T, T), D::Error> {
        Deserialize::deserialize(deserializer)
    }
}

#[graph_resource(path = "/pairs", emit_type = "never")]
#[derive(Debug, Clone, PartialEq)]
pub struct Pairs<T>
where
    T: serde::Serialize + serde::de::DeserializeOwned,
{
    pub single: Option<T>,
    #[graph(with = "pair")]
    pub both: Option<(T, T)>,
    #[graph(with = "pair")]
    pub numbers: Option<(u8, u8)>,
}

#[test]
fn a_codec_may_have_the_parameters_of_its_type() {
    let update = Pairs::update().single(1_i32).both((2, 3)).numbers((4, 5));
    assert_eq!(
        body(&update),
        r#"{"single":1,"both":[2,3],"numbers":[4,5]}"#
    );
    let pairs: Pairs<i32> = serde_json::from_str(&body(&update)).unwrap();
    assert_eq!(pairs.both, Some((2, 3)));
}

/// A create requires values of some parameters, and not of others.
#[graph_resource(path = "/pairs", emit_type = "never")]
#[derive(Clone, PartialEq)]
pub struct Pair<'a, T, U, const N: usize>
where
    U: std::fmt::Debug,
{
    #[graph(key)]
    pub id: String,
    #[graph(required)]
    pub first: T,
    #[graph(required, create_only, sensitive)]
    pub name: Cow<'a, str>,
    pub second: Option<U>,
}

#[test]
fn what_a_create_requires_has_the_parameters_of_its_fields() {
    let new: NewPair<'_, i32> = NewPair {
        first: 1,
        name: "n".into(),
    };
    let create = Pair::<'_, i32, bool, 2>::create(new).second(true);
    assert_eq!(body(&create), r#"{"name":"n","first":1,"second":true}"#);
}
