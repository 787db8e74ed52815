//! The key of the base is the key of a resource that extends it.

use graph_resource::{Endpoint, Operation, Request, Resource, graph_resource};
use serde_json::json;

use self::things::{Entity, Thing, ThingSetters as _};
use crate::support::{body, read, sent};

mod things {
    use graph_resource::graph_resource;

    #[graph_resource(path = "/things", extensible)]
    #[derive(Debug, Clone, PartialEq)]
    pub struct Thing {
        #[graph(key)]
        pub id: String,
        pub name: Option<String>,
    }

    /// The base of a base.
    #[graph_resource(path = "/entities", extensible)]
    #[derive(Debug, Clone, PartialEq)]
    pub struct Entity {
        #[graph(key, rename = "entityId")]
        pub id: i64,
    }
}

#[graph_resource(path = "/things", extensible)]
#[derive(Debug, Clone, PartialEq)]
struct Car {
    #[graph(base)]
    base: Thing,
    doors: Option<i32>,
}

#[graph_resource(path = "/users/{user_id}/cars/{key}/parts")]
#[derive(Debug, Clone, PartialEq)]
struct SportsCar {
    #[graph(base)]
    base: Car,
    spoiler: Option<bool>,
}

#[graph_resource(path = "/policies", extensible)]
#[derive(Debug, Clone, PartialEq)]
struct Policy {
    #[graph(base)]
    base: Entity,
    title: Option<String>,
}

/// The path is that of the resource, whatever the base has.
#[graph_resource(path = "/policies/authorizationPolicy", singleton)]
#[derive(Debug, Clone, PartialEq)]
struct AuthorizationPolicy {
    #[graph(base)]
    base: Entity,
    title: Option<String>,
}

/// A base without a key, and a key of the type itself.
#[graph_resource(path = "/settings", singleton, extensible)]
#[derive(Debug, Clone, PartialEq)]
struct Settings {
    title: Option<String>,
}

#[graph_resource(path = "/templates")]
#[derive(Debug, Clone, PartialEq)]
struct Template {
    #[graph(base)]
    base: Settings,
    #[graph(key)]
    id: String,
}

/// A base with a property that a create must carry.
mod required {
    use graph_resource::graph_resource;

    #[graph_resource(path = "/tasks", emit_type = "never", extensible)]
    #[derive(Debug, Clone, PartialEq)]
    pub struct Task {
        #[graph(key)]
        pub id: String,
        #[graph(required)]
        pub title: String,
    }
}

#[graph_resource(path = "/tasks", emit_type = "never")]
#[derive(Debug, Clone, PartialEq)]
struct UrgentTask {
    #[graph(base)]
    base: required::Task,
    reason: Option<String>,
}

#[test]
fn a_create_without_what_the_base_requires_is_not_sent() {
    use self::required::TaskSetters as _;

    let endpoint = Endpoint::new(graph_resource::Cloud::Global);
    let create = UrgentTask::create().reason("r");
    let error = create.to_http_request(&endpoint).unwrap_err();
    assert_eq!(error.kind(), graph_resource::ErrorKind::InvalidRequest);
    assert_eq!(
        error.message(),
        "the body cannot be written: `title` is missing, which the base of microsoft.graph.urgentTask requires"
    );
    assert_eq!(body(&create.title("t")), r#"{"title":"t","reason":"r"}"#);
    assert_eq!(
        body(&UrgentTask::update("1").reason("r")),
        r#"{"reason":"r"}"#
    );
}

#[graph_resource(path = "/notes")]
#[derive(Debug, Clone, PartialEq)]
struct Note<T> {
    #[graph(base)]
    base: Thing,
    content: Option<T>,
}

fn line(request: &impl Request) -> String {
    let request = sent(request);
    format!("{} {}", request.method(), request.uri().path())
}

#[test]
fn an_update_goes_to_the_item_and_not_to_the_collection() {
    let update = Car::update("1").doors(4).name("n");
    assert_eq!(line(&update), "PATCH /v1.0/things/1");
    assert_eq!(
        body(&update),
        r##"{"@odata.type":"#microsoft.graph.car","name":"n","doors":4}"##
    );
}

#[test]
fn every_operation_has_the_key_of_the_base() {
    assert_eq!(line(&Car::list()), "GET /v1.0/things");
    assert_eq!(line(&Car::get("1")), "GET /v1.0/things/1");
    assert_eq!(line(&Car::delete("a/b")), "DELETE /v1.0/things/a%2Fb");
    let create = Car::create().name("n").doors(2);
    assert_eq!(line(&create), "POST /v1.0/things");
    assert_eq!(Car::INFO.operations(), Operation::CRUD);
}

#[test]
fn the_path_of_an_item_has_the_name_of_the_key() {
    assert_eq!(Car::INFO.path(), "/things");
    assert_eq!(Car::INFO.item_path(), "/things/{id}");
    assert_eq!(Policy::INFO.item_path(), "/policies/{entityId}");
    assert_eq!(Policy::get("7").path_template(), "/policies/{entityId}");
    assert_eq!(
        AuthorizationPolicy::INFO.item_path(),
        "/policies/authorizationPolicy"
    );
    assert_eq!(Template::INFO.item_path(), "/templates/{id}");
}

#[test]
fn the_key_of_a_base_of_the_base_follows_the_parameters_of_the_path() {
    assert_eq!(
        line(&SportsCar::update("adele", "7", "1").spoiler(true)),
        "PATCH /v1.0/users/adele/cars/7/parts/1"
    );
    assert_eq!(
        SportsCar::INFO.item_path(),
        "/users/{user_id}/cars/{key}/parts/{id}"
    );
}

#[test]
fn a_generic_resource_has_the_key_of_its_base() {
    assert_eq!(
        line(&Note::<String>::update("1").content("c")),
        "PATCH /v1.0/notes/1"
    );
}

#[test]
fn a_singleton_is_at_its_path_even_if_its_base_has_a_key() {
    assert_eq!(
        line(&AuthorizationPolicy::update().title("t")),
        "PATCH /v1.0/policies/authorizationPolicy"
    );
    assert_eq!(
        AuthorizationPolicy::INFO.operations(),
        [Operation::Get, Operation::Update]
    );
}

#[test]
fn an_empty_key_is_refused() {
    let endpoint = Endpoint::new(graph_resource::Cloud::Global);
    let error = Car::update("")
        .doors(1)
        .to_http_request(&endpoint)
        .unwrap_err();
    assert!(error.message().contains("`id` is empty"), "{error}");
}

#[test]
fn the_key_is_read_into_the_base() {
    let car: Car = read(json!({ "id": "1", "doors": 4 }));
    assert_eq!(car.base.id, "1");
}
