//! JSON Schema: what is read of a resource, and what may be written in a patch, checked by a validator against JSON that the types read and
//! write.

#![cfg(feature = "schemars")]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    missing_docs,
    reason = "these are tests"
)]

use std::collections::BTreeMap;

use graph_resource::edm::{DynamicProperties, Flags};
use graph_resource::{Reference, graph_complex, graph_enum, graph_resource, graph_union};
use jsonschema::Validator;
use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, schema_for};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

/// A user
/// of the directory.
#[graph_resource(path = "/users")]
#[derive(Clone, PartialEq)]
pub struct User {
    /// The id, which the service assigns.
    #[graph(key)]
    pub id: String,
    /// Whether the user can sign in.
    pub account_enabled: bool,
    /// The name that is shown.
    pub display_name: Option<String>,
    #[graph(default)]
    pub level: i32,
    #[graph(read_only)]
    pub created_date_time: Option<String>,
    #[graph(create_only)]
    pub nickname: Option<String>,
    #[graph(write_only, sensitive)]
    pub password: Option<String>,
    pub state: Option<State>,
    pub sides: Option<Flags<Side>>,
    pub home: Option<Address>,
    #[graph(merge)]
    pub work: Option<Address>,
    pub others: Vec<Address>,
    #[graph(merge)]
    pub labels: BTreeMap<String, Address>,
    pub pet: Option<Pet>,
    #[graph(typed)]
    pub vendors: Option<i32>,
    #[graph(navigation, bind)]
    pub manager: Option<Box<Row>>,
    #[graph(navigation, bind)]
    pub reports: Vec<User>,
    #[graph(extension)]
    pub uid: Option<i64>,
}

/// Another struct for the same type.
#[graph_resource(path = "/users", odata_type = "microsoft.graph.user", operations(list))]
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    #[graph(key)]
    pub id: String,
    pub home: Option<Address>,
}

/// A place.
#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Address {
    /// The town.
    pub city: String,
    pub street: Option<String>,
    #[graph(write_null)]
    pub door: Option<f64>,
    #[graph(read_only)]
    pub country: Option<String>,
    pub inside: Option<Box<Address>>,
    #[graph(bind)]
    pub owner: Option<Reference>,
}

/// A state.
#[graph_enum]
pub enum State {
    /// It waits.
    Pending,
    Ready,
    #[graph(unknown)]
    Unknown(String),
}

#[graph_enum(flags)]
pub enum Side {
    Left,
    Right,
    #[graph(unknown)]
    Unknown(String),
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq)]
pub struct Cat {
    pub lives: i16,
}

/// A pet.
#[graph_union]
#[derive(Debug, Clone, PartialEq)]
pub enum Pet {
    Cat(Cat),
    #[graph(unknown)]
    Unknown(DynamicProperties),
}

#[graph_resource(path = "/groups", emit_type = "never")]
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    #[graph(key)]
    pub id: String,
    pub size: Option<i32>,
    #[graph(extra)]
    pub extra: DynamicProperties,
}

#[graph_complex(extensible)]
#[derive(Debug, Clone, PartialEq)]
pub struct Base {
    pub name: String,
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq)]
pub struct Derived {
    #[graph(base)]
    pub base: Base,
    pub size: i32,
}

fn schema<T: JsonSchema>() -> Value {
    schema_for!(T).to_value()
}

fn validator<T: JsonSchema>() -> Validator {
    jsonschema::validator_for(&schema::<T>()).unwrap()
}

/// The type reads the JSON, and its schema allows it.
fn accepts<T: JsonSchema + DeserializeOwned>(json: &Value) {
    let read = serde_json::from_value::<T>(json.clone());
    assert!(read.is_ok(), "{json}: {:?}", read.err());
    let validator = validator::<T>();
    let errors: Vec<_> = validator
        .iter_errors(json)
        .map(|error| error.to_string())
        .collect();
    assert_eq!(errors, [""; 0], "{json}");
}

/// The type does not read the JSON, and its schema does not allow it.
fn rejects<T: JsonSchema + DeserializeOwned>(json: &Value) {
    assert!(serde_json::from_value::<T>(json.clone()).is_err(), "{json}");
    assert!(!validator::<T>().is_valid(json), "{json}");
}

/// The schema allows what the value is written as.
fn allows<T: JsonSchema + Serialize>(value: &T) {
    let json = serde_json::to_value(value).unwrap();
    let validator = validator::<T>();
    let errors: Vec<_> = validator
        .iter_errors(&json)
        .map(|error| error.to_string())
        .collect();
    assert_eq!(errors, [""; 0], "{json}");
}

fn names(schema: &Value) -> Vec<&str> {
    schema["properties"]
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect()
}

#[test]
fn a_resource_is_what_is_read() {
    let schema = schema::<User>();
    let mut expected = vec![
        "id",
        "accountEnabled",
        "displayName",
        "level",
        "createdDateTime",
        "nickname",
        "state",
        "sides",
        "home",
        "work",
        "others",
        "labels",
        "pet",
        "vendors",
        "manager",
        "reports",
        "extension_uid",
    ];
    let mut found = names(&schema);
    expected.sort_unstable();
    found.sort_unstable();
    assert_eq!(found, expected);
    assert_eq!(schema["required"], json!(["id", "accountEnabled"]));
    accepts::<User>(&json!({ "id": "1", "accountEnabled": true, "undeclared": [1] }));
    accepts::<User>(&json!({
        "id": "1",
        "accountEnabled": true,
        "displayName": null,
        "state": "later",
        "sides": "left,top",
        "home": { "city": "Oslo", "street": null, "door": "NaN", "inside": { "city": "Bergen", "country": "Norway" } },
        "labels": { "a": { "city": "Oslo" } },
        "pet": { "@odata.type": "#microsoft.graph.dog", "name": "Rex" },
        "manager": { "id": "2" },
        "extension_uid": 5,
    }));
    rejects::<User>(&json!({ "id": "1" }));
    rejects::<User>(&json!({ "id": "1", "accountEnabled": "yes" }));
    rejects::<User>(&json!({ "id": "1", "accountEnabled": true, "home": { "street": "5th" } }));
}

#[test]
fn a_patch_is_what_may_be_written() {
    let schema = schema::<UserPatch>();
    let mut expected = vec![
        "@odata.type",
        "accountEnabled",
        "displayName",
        "level",
        "password",
        "state",
        "sides",
        "home",
        "work",
        "others",
        "labels",
        "pet",
        "vendors",
        "vendors@odata.type",
        "manager@odata.bind",
        "reports@odata.bind",
        "extension_uid",
    ];
    let mut found = names(&schema);
    expected.sort_unstable();
    found.sort_unstable();
    assert_eq!(found, expected);
    assert_eq!(schema.get("required"), None);
    accepts::<UserPatch>(&json!({}));
    accepts::<UserPatch>(&json!({
        "@odata.type": "#microsoft.graph.user",
        "displayName": null,
        "home": { "city": "Oslo", "door": null },
        "work": { "street": null },
        "labels": { "a": { "street": "5th" }, "b": null },
        "pet": { "@odata.type": "#microsoft.graph.cat", "lives": 9 },
        "manager@odata.bind": null,
        "reports@odata.bind": ["https://graph.microsoft.com/v1.0/users/1"],
    }));
    rejects::<UserPatch>(&json!({ "id": "1" }));
    rejects::<UserPatch>(&json!({ "createdDateTime": "now" }));
    rejects::<UserPatch>(&json!({ "nickname": "ada" }));
    rejects::<UserPatch>(&json!({ "misspelt": 1 }));
    rejects::<UserPatch>(&json!({ "accountEnabled": null }));
    rejects::<UserPatch>(&json!({ "level": 3_000_000_000_u32 }));
    rejects::<UserPatch>(&json!({ "home": { "street": "5th" } }));
    rejects::<UserPatch>(&json!({ "home": { "city": "Oslo", "country": "Norway" } }));
    rejects::<UserPatch>(&json!({ "home": { "city": "Oslo", "street": null } }));
    rejects::<UserPatch>(&json!({ "work": { "country": "Norway" } }));
    rejects::<UserPatch>(&json!({ "@odata.type": "#microsoft.graph.group" }));
}

#[test]
fn what_is_written_is_allowed() {
    let address = || Address {
        city: "Oslo".to_owned(),
        ..Address::default()
    };
    let patch = UserPatch::default()
        .account_enabled(true)
        .clear_display_name()
        .state(State::Ready)
        .sides(Side::Left | Side::Right)
        .home(address())
        .work(|work| work.city("Bergen").clear_street())
        .others([address()])
        .pet(Pet::Cat(Cat { lives: 9 }))
        .vendors(4)
        .uid(7);
    allows(&patch);
    allows(
        &GroupPatch::default()
            .size(3)
            .extra("anything", json!({ "a": [1] })),
    );
    let user =
        json!({ "id": "1", "accountEnabled": false, "home": { "city": "Oslo" }, "sides": "left" });
    allows(&serde_json::from_value::<User>(user).unwrap());
    allows(&Pet::Cat(Cat { lives: 9 }));
    allows(&Derived {
        base: Base {
            name: "a".to_owned(),
        },
        size: 1,
    });
}

#[test]
fn an_open_type_may_be_written_with_anything() {
    accepts::<GroupPatch>(&json!({ "size": 1, "colour": "red" }));
    rejects::<GroupPatch>(&json!({ "size": "big" }));
}

#[test]
fn descriptions_are_the_documentation_in_the_source() {
    let user = schema::<User>();
    assert_eq!(user["description"], "A user\nof the directory.");
    assert_eq!(
        user["properties"]["displayName"]["description"],
        "The name that is shown."
    );
    let address = &user["$defs"]["microsoft.graph.address"];
    assert_eq!(address["description"], "A place.");
    assert_eq!(address["properties"]["city"]["description"], "The town.");
    let patch = schema::<UserPatch>();
    assert_eq!(
        patch["properties"]["accountEnabled"]["description"],
        "Whether the user can sign in."
    );
    assert_eq!(schema::<Pet>()["description"], "A pet.");
}

#[test]
fn an_enum_is_open_and_says_its_members() {
    let state = schema::<State>();
    assert_eq!(state["description"], "A state.");
    assert_eq!(
        state["anyOf"],
        json!([
            { "const": "pending", "description": "It waits." },
            { "const": "ready" },
            { "type": "string" },
        ])
    );
    accepts::<State>(&json!("later"));
    rejects::<State>(&json!(1));
    let sides = schema::<Flags<Side>>();
    assert_eq!(
        sides["description"],
        "Members, separated by commas: left, right."
    );
}

#[test]
fn structs_of_one_type_have_definitions_of_their_own() {
    let user = schema::<User>();
    let definitions = user["$defs"].as_object().unwrap();
    let names: Vec<_> = definitions.keys().map(String::as_str).collect();
    assert!(names.contains(&"microsoft.graph.user"), "{names:?}");
    assert!(names.contains(&"microsoft.graph.user.Row"), "{names:?}");
    assert_eq!(
        definitions["microsoft.graph.user.Row"]["required"],
        json!(["id"])
    );
}

#[test]
fn a_base_adds_its_properties() {
    accepts::<Derived>(&json!({ "name": "a", "size": 1 }));
    rejects::<Derived>(&json!({ "size": 1 }));
    assert_eq!(names(&schema::<Derived>()), ["name", "size"]);
}

#[test]
fn a_type_is_part_of_the_schema_of_another() {
    #[derive(JsonSchema)]
    #[allow(dead_code, reason = "only its schema is of interest")]
    struct Tool {
        id: String,
        changes: UserPatch,
    }

    let tool = schema::<Tool>();
    assert_eq!(tool["properties"]["changes"]["$ref"], "#/$defs/UserPatch");
    let validator = jsonschema::validator_for(&tool).unwrap();
    assert!(validator.is_valid(&json!({ "id": "1", "changes": { "displayName": "Ada" } })));
    assert!(!validator.is_valid(&json!({ "id": "1", "changes": { "createdDateTime": "now" } })));
}

#[test]
fn definitions_are_where_the_settings_say() {
    let generator = SchemaSettings::openapi3().into_generator();
    let schema = generator.into_root_schema_for::<User>().to_value();
    let reference = schema
        .pointer("/properties/work/anyOf/0/$ref")
        .or_else(|| schema.pointer("/properties/work/allOf/0/$ref"));
    assert_eq!(
        reference.unwrap(),
        "#/components/schemas/microsoft.graph.address"
    );
    assert!(
        schema
            .pointer("/components/schemas/microsoft.graph.address")
            .is_some()
    );
}
