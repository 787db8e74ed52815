//! Types as a struct may write them: through a `macro_rules`, in parentheses, with their paths.

use std::collections::BTreeMap;

use graph_resource::{GraphEnum, Resource, graph_enum, graph_resource};
use serde_json::{Value, json};

macro_rules! resource {
    ($flag:ty, $texts:ty, $owners:ty, $number:ty) => {
        #[graph_resource(path = "/groups", emit_type = "never")]
        #[derive(Debug, Clone, PartialEq)]
        pub struct Group {
            #[graph(key)]
            pub id: String,
            pub is_archived: $flag,
            pub categories: $texts,
            #[graph(navigation, bind)]
            pub owners: $owners,
            #[graph(default)]
            pub size: $number,
        }
    };
}

fn body(request: &impl graph_resource::Request) -> Value {
    let endpoint = graph_resource::Cloud::Global.into();
    serde_json::from_slice(request.to_http_request(&endpoint).unwrap().body()).unwrap()
}

mod through_a_macro {
    use super::*;

    resource!(Option<bool>, Option<Vec<String>>, Option<Vec<Group>>, u8);

    #[test]
    fn a_type_of_a_macro_has_the_setters_of_the_type_itself() {
        let update = Group::update("1")
            .clear_is_archived()
            .categories(["Red"])
            .owners([Group::get("2"), Group::get("3")])
            .size(5);
        let expected = json!({
            "isArchived": null,
            "categories": ["Red"],
            "owners@odata.bind": [
                "https://graph.microsoft.com/v1.0/groups/2",
                "https://graph.microsoft.com/v1.0/groups/3",
            ],
            "size": 5,
        });
        assert_eq!(body(&update), expected);
    }
}

mod in_parentheses {
    use super::*;

    #[graph_resource(path = "/groups", emit_type = "never")]
    #[derive(Debug, Clone, PartialEq)]
    #[allow(unused_parens)]
    pub struct Group {
        #[graph(key)]
        pub id: (String),
        pub is_archived: (Option<(bool)>),
        pub categories: Option<(Vec<String>)>,
        #[graph(navigation, bind)]
        pub owners: (Option<(Vec<Group>)>),
        pub size: (u8),
    }

    #[test]
    fn parentheses_change_nothing() {
        let update = Group::update("1")
            .is_archived_or_clear(None)
            .categories(["Red"])
            .owners([Group::get("2")])
            .size(5);
        let expected = json!({
            "isArchived": null,
            "categories": ["Red"],
            "owners@odata.bind": ["https://graph.microsoft.com/v1.0/groups/2"],
            "size": 5,
        });
        assert_eq!(body(&update), expected);
        let archived = Group::INFO.type_info().property("isArchived").unwrap();
        assert!(archived.is_nullable());
    }
}

mod with_paths {
    use super::*;

    #[graph_resource(path = "/groups", emit_type = "never")]
    pub struct Group {
        #[graph(key)]
        pub id: std::string::String,
        pub size: ::core::option::Option<::core::primitive::u8>,
        pub categories: std::vec::Vec<std::string::String>,
        pub labels: std::collections::BTreeMap<String, bool>,
    }

    #[test]
    fn the_path_of_a_standard_type_changes_nothing() {
        let update = Group::update("1")
            .size(5)
            .categories(["Red"])
            .labels([("a", true)]);
        let expected = json!({ "size": 5, "categories": ["Red"], "labels": { "a": true } });
        assert_eq!(body(&update), expected);
        assert_eq!(
            body(&Group::update("1").clear_size()),
            json!({ "size": null })
        );
    }
}

#[graph_resource(path = "/apps", emit_type = "never")]
pub struct Versions {
    pub v4_0_3: Option<bool>,
    pub field_1: Option<bool>,
    pub address_line2: Option<bool>,
}

#[test]
fn an_underscore_before_a_digit_is_kept_in_json() {
    let update = Versions::update()
        .v4_0_3(true)
        .field_1(true)
        .address_line2(true);
    let expected = json!({ "v4_0_3": true, "field_1": true, "addressLine2": true });
    assert_eq!(body(&update), expected);
}

#[graph_enum]
pub enum Relation {
    Self_,
    Unknown,
    #[graph(unknown)]
    Other(String),
}

#[test]
fn an_underscore_at_the_end_of_a_member_is_left_out_in_json() {
    assert_eq!(Relation::MEMBERS, ["self", "unknown"]);
    assert_eq!(Relation::Self_.as_str(), "self");
}

#[test]
fn the_variant_for_unknown_members_may_have_any_name() {
    assert_eq!(Relation::from_name("unknown"), Relation::Unknown);
    assert_eq!(Relation::from_name("x"), Relation::Other("x".into()));
}

#[graph_resource(path = "/things", emit_type = "never")]
pub struct Thing {
    #[graph(key)]
    pub id: String,
    pub texts: Option<Vec<String>>,
    pub numbers: Vec<i64>,
    pub relations: Vec<Relation>,
    pub labels: Option<BTreeMap<String, String>>,
    #[graph(create_only, required)]
    pub scopes: Vec<String>,
}

#[test]
fn a_setter_of_a_collection_takes_what_can_be_iterated() {
    let owned = vec!["a".to_owned(), "b".to_owned()];
    let expected = json!({ "texts": ["a", "b"] });
    for update in [
        Thing::update("1").texts(["a", "b"]),
        Thing::update("1").texts(vec!["a", "b"]),
        Thing::update("1").texts(&owned),
        Thing::update("1").texts(owned.iter().map(String::as_str)),
        Thing::update("1").texts("a,b".split(',')),
        Thing::update("1").texts_or_clear(Some(owned.clone())),
        Thing::update("1").texts(owned.clone()),
    ] {
        assert_eq!(body(&update), expected);
    }
    assert_eq!(
        body(&Thing::update("1").numbers([1, 2])),
        json!({ "numbers": [1, 2] })
    );
    let relations = Thing::update("1").relations([Relation::Self_]);
    assert_eq!(body(&relations), json!({ "relations": ["self"] }));
    let empty = Thing::update("1").texts(Vec::<String>::new());
    assert_eq!(body(&empty), json!({ "texts": [] }));
}

#[test]
fn a_setter_of_a_map_takes_its_entries() {
    let expected = json!({ "labels": { "a": "b" } });
    let map = BTreeMap::from([("a".to_owned(), "b".to_owned())]);
    for update in [
        Thing::update("1").labels([("a", "b")]),
        Thing::update("1").labels(std::collections::HashMap::from([("a", "b")])),
        Thing::update("1").labels(map),
    ] {
        assert_eq!(body(&update), expected);
    }
}

#[test]
fn a_required_collection_is_a_collection() {
    let new = NewThing {
        scopes: vec!["User.Read".to_owned()],
    };
    assert_eq!(
        body(&Thing::create(new)),
        json!({ "scopes": ["User.Read"] })
    );
}
