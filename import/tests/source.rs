//! The source that is written of metadata, and that it is what it says.

#![allow(clippy::unwrap_used, reason = "a test that panics has failed")]

use graph_resource_import::{Metadata, Options, SourceError, source, source_of_all};

/// The source that is expected. It is compiled here, so that the tests use what users get.
#[rustfmt::skip]
#[path = "fixtures/service.rs"]
#[allow(
    dead_code,
    unreachable_pub,
    reason = "it is a file of a user, of which not each type is used here"
)]
mod service;

const SERVICE: &str = include_str!("fixtures/service.csdl");
const EXPECTED: &str = include_str!("fixtures/service.rs");

fn metadata() -> Metadata {
    SERVICE.parse().unwrap()
}

fn only(names: &[&str]) -> Options {
    Options {
        only: names.iter().map(|name| (*name).to_owned()).collect(),
        ..Options::default()
    }
}

fn at(paths: &[&str]) -> Options {
    Options {
        paths: paths.iter().map(|path| (*path).to_owned()).collect(),
        ..Options::default()
    }
}

/// `UPDATE_EXPECT=1 cargo test -p cargo-graph-resource` writes what is expected anew.
#[test]
fn the_source_of_all_types_is_as_expected() {
    let written = source_of_all(&metadata()).unwrap();
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/service.rs");
        std::fs::write(path, written).unwrap();
        return;
    }
    assert!(written == EXPECTED, "{written}");
}

#[test]
fn what_is_written_builds_the_requests_of_the_metadata() {
    use graph_resource::{Cloud, Endpoint};

    let graph = Endpoint::new(Cloud::Global);
    let update = service::User::update("ada")
        .azure_ad_device_id(uuid::Uuid::nil())
        .r#type("guest")
        .set_default(true)
        .to_http_request(&graph)
        .unwrap();
    assert_eq!(update.uri().path(), "/v1.0/users/ada");
    let body: serde_json::Value = serde_json::from_slice(update.body()).unwrap();
    assert_eq!(body["azureADDeviceId"], uuid::Uuid::nil().to_string());
    assert_eq!(body["type"], "guest");
    assert_eq!(body["default"], true);

    let photo = service::ProfilePhoto::content().to_http_request(&graph);
    assert_eq!(photo.unwrap().uri().path(), "/v1.0/me/photo/$value");
    let of_another_namespace = service::security::Alert {
        severity: Some(service::Importance::VeryHigh),
        related: Vec::new(),
    };
    let json = serde_json::to_value(of_another_namespace).unwrap();
    assert_eq!(json["severity"], "veryHIGH");
}

#[test]
fn an_abstract_type_is_the_union_of_those_that_extend_it() {
    let json = serde_json::json!({
        "@odata.type": "#microsoft.graph.groupAssignmentTarget",
        "groupId": "1",
        "otherwise": { "@odata.type": "#microsoft.graph.allUsersAssignmentTarget" },
    });
    let target: service::AssignmentTarget = serde_json::from_value(json.clone()).unwrap();
    let service::AssignmentTarget::Group(group) = &target else {
        panic!("{target:?}");
    };
    assert_eq!(group.group_id.as_deref(), Some("1"));
    assert_eq!(serde_json::to_value(&target).unwrap(), json);
}

#[test]
fn only_the_named_properties_and_what_they_need_are_written() {
    let written = source(&metadata(), &["user"], &only(&["displayName", "manager"])).unwrap();
    assert!(written.contains("#[graph(navigation)]\n    pub manager: Option<Box<User>>,"));
    assert!(written.contains("pub display_name: Option<String>,"));
    assert!(!written.contains("tags"), "{written}");
    assert!(!written.contains("Settings"), "{written}");
}

#[test]
fn what_is_deeper_than_asked_for_is_json() {
    let options = Options {
        depth: Some(0),
        ..Options::default()
    };
    let written = source(&metadata(), &["user"], &options).unwrap();
    assert!(
        written.contains("pub settings: Option<Value>,"),
        "{written}"
    );
}

#[test]
fn a_type_with_several_addresses_needs_a_path() {
    let error = source(&metadata(), &["message"], &Options::default()).unwrap_err();
    let SourceError::Address { candidates, .. } = &error else {
        panic!("{error}");
    };
    assert_eq!(
        candidates[..],
        ["/me/messages", "/users/{user_id}/messages"]
    );
    let written = source(&metadata(), &["message"], &at(&["/users/{user}/messages"])).unwrap();
    assert!(
        written.contains("path = \"/users/{user}/messages\""),
        "{written}"
    );
    let error = source(&metadata(), &["message"], &at(&["/groups/{id}/messages"])).unwrap_err();
    assert!(
        error.to_string().contains("/groups/{id}/messages"),
        "{error}"
    );
}

#[test]
fn each_path_is_one_of_the_type_to_which_it_leads() {
    let paths = ["/me/photo", "/users/{user}/messages", "/me/messages"];
    let written = source(&metadata(), &["message", "profilePhoto"], &at(&paths)).unwrap();
    let written: String = written.split_whitespace().collect();
    for expected in [
        "path=\"/users/{user}/messages\",also(me_messages=\"/me/messages\")",
        "path=\"/me/photo\"",
    ] {
        assert!(written.contains(expected), "{written}");
    }
}

#[test]
fn a_path_can_lead_over_a_relationship_that_contains_nothing() {
    let written = source(&metadata(), &["user"], &at(&["/me/manager"])).unwrap();
    assert!(
        written.contains("#[graph_resource(path = \"/me/manager\", singleton)]"),
        "{written}"
    );
}

#[test]
fn the_collection_of_a_base_comes_after_that_of_the_type_itself() {
    let paths = ["/users", "/users/microsoft.graph.guest"];
    let written = source(&metadata(), &["guest"], &at(&paths)).unwrap();
    let written: String = written.split_whitespace().collect();
    assert!(
        written.contains("path=\"/users/microsoft.graph.guest\",also(users=\"/users\")"),
        "{written}"
    );
}

#[test]
fn a_path_that_is_no_address_of_a_named_type_is_refused() {
    for path in [
        "/users/{user_id}",
        "users",
        "//users",
        "/users/microsoft.graph.message",
        "/me/photo",
        "/nobody",
    ] {
        let error = source(&metadata(), &["user"], &at(&[path])).unwrap_err();
        let SourceError::Address { path: refused, .. } = &error else {
            panic!("{error}");
        };
        assert_eq!(refused.as_deref(), Some(path));
    }
}

#[test]
fn further_addresses_of_the_same_names_are_told_apart() {
    let paths = [
        "/me/messages",
        "/users/{user}/messages",
        "/users/{id}/messages",
    ];
    let written = source(&metadata(), &["message"], &at(&paths)).unwrap();
    for name in ["users_messages = ", "users_messages_address = "] {
        assert!(written.contains(name), "{written}");
    }
}

#[test]
fn an_unknown_name_is_an_error_with_the_nearest_one() {
    let error = source(&metadata(), &["usr"], &Options::default()).unwrap_err();
    assert_eq!(
        error.to_string(),
        "the metadata has no type `usr`: did you mean `microsoft.graph.user`?"
    );
    let error = source(&metadata(), &["user"], &only(&["displayNam"])).unwrap_err();
    assert_eq!(
        error.to_string(),
        "no named type has a property `displayNam`: did you mean `displayName`?"
    );
}

/// The metadata of Microsoft Graph is not part of this project.
mod of_microsoft_graph {
    use super::*;

    fn metadata() -> Option<Metadata> {
        let path = concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/../../shared/corpus/v1.0-Prod.csdl"
        );
        let metadata = Metadata::read(path);
        if metadata.is_err() {
            println!("skipped: there is no metadata at {path}");
        }
        metadata.ok()
    }

    #[test]
    fn all_of_it_is_written_alike_each_time() {
        let Some(metadata) = metadata() else { return };
        let first = source_of_all(&metadata).unwrap();
        assert!(first == source_of_all(&metadata).unwrap());
        let structs = first.matches("pub struct ").count();
        let enums = first.matches("pub enum ").count();
        let declared = metadata.types.len() + metadata.enums.len();
        assert_eq!(structs + enums, declared);
        assert!(first.matches("#[graph_union]").count() > 70);
    }

    /// The rule of `graph-resource` is applied to what was written, and gives the names of the metadata.
    #[test]
    fn each_name_comes_out_as_it_is_in_the_metadata() {
        let Some(metadata) = metadata() else { return };
        let mut renamed = 0;
        for ty in metadata.types.values() {
            for property in &ty.properties {
                let name = graph_resource_import::names::field(&property.name);
                renamed += usize::from(name.needs_rename);
                let field = name.ident.trim_start_matches("r#");
                assert!(!field.starts_with('_') && !field.contains("__"), "{field}");
            }
        }
        assert!(renamed > 50, "{renamed}");
    }
}
