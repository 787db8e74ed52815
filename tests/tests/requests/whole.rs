//! Requests that carry a whole resource: replacements, upserts that replace, and creates from a value.

use std::sync::Arc;

use graph_resource::edm::DynamicProperties;
use graph_resource::{
    Cloud, Create, Endpoint, ErrorKind, Replace, Request, Resource, UpdateMethod, Whole, Write,
    graph_complex, graph_resource,
};
use serde_json::json;

use crate::support::{http, text};

fn line(request: &impl Request) -> String {
    let request = http(request).unwrap();
    let body = std::str::from_utf8(request.body()).unwrap();
    format!("{} {} {body}", request.method(), request.uri().path())
}

/// A property of each kind.
#[graph_resource(
    path = "/teams/{team_id}/schedule/shifts",
    update(method = "PUT"),
    emit_type = "never"
)]
#[derive(Debug, Clone, PartialEq)]
struct Shift {
    #[graph(key)]
    id: String,
    #[graph(etag)]
    etag: Option<String>,
    #[graph(read_only)]
    created_date_time: Option<String>,
    #[graph(create_only)]
    origin: Option<String>,
    user_id: Option<String>,
    scheduling_group_id: Option<String>,
    #[graph(write_null)]
    notes: Option<String>,
    #[graph(write_only)]
    password: Option<String>,
    published: Option<ShiftItem>,
    #[graph(merge)]
    draft: Option<ShiftItem>,
    #[graph(navigation)]
    team: Option<Box<Team>>,
    #[graph(navigation, bind)]
    owner: Option<Box<Team>>,
}

#[graph_complex]
#[derive(Debug, Clone, Default, PartialEq)]
struct ShiftItem {
    theme: Option<String>,
    #[graph(read_only)]
    computed: Option<String>,
    #[graph(write_null)]
    notes: Option<String>,
}

#[graph_resource(path = "/teams", emit_type = "never")]
#[derive(Debug, Clone, PartialEq)]
struct Team {
    #[graph(key)]
    id: String,
}

fn shift() -> Shift {
    serde_json::from_value(json!({
        "@odata.etag": "\"1\"",
        "id": "s",
        "createdDateTime": "2026-01-01T00:00:00Z",
        "origin": "imported",
        "userId": "u",
        "schedulingGroupId": "g",
        "published": { "theme": "white", "computed": "c" },
        "team": { "id": "t" },
        "owner": { "id": "o" },
    }))
    .unwrap()
}

#[test]
fn a_replacement_carries_every_property_that_was_not_changed_as_well() {
    let mut shift: Shift =
        serde_json::from_value(json!({ "id": "s", "userId": "u", "schedulingGroupId": "g" }))
            .unwrap();
    shift.scheduling_group_id = Some("h".to_owned());
    assert_eq!(
        line(&Shift::replace("t", &shift)),
        r#"PUT /v1.0/teams/t/schedule/shifts/s {"userId":"u","schedulingGroupId":"h","notes":null}"#
    );
}

#[test]
fn a_replacement_leaves_out_what_no_update_may_carry() {
    assert_eq!(
        line(&Shift::replace("t", shift())),
        r#"PUT /v1.0/teams/t/schedule/shifts/s {"userId":"u","schedulingGroupId":"g","notes":null,"published":{"theme":"white","notes":null}}"#
    );
}

#[test]
fn a_replacement_takes_an_owned_a_borrowed_and_a_shared_value() {
    let shift = shift();
    let borrowed: Whole<Replace, Shift, &Shift> = Shift::replace("t", &shift);
    let expected = line(&borrowed);
    assert_eq!(line(&Shift::replace("t", shift.clone())), expected);
    assert_eq!(
        line(&Shift::replace("t", Box::new(shift.clone()))),
        expected
    );
    assert_eq!(
        line(&Shift::replace("t", Arc::new(shift.clone()))),
        expected
    );
    assert_eq!(line(&borrowed.clone()), expected);
}

#[test]
fn a_replacement_has_the_methods_of_other_writes() {
    let request = Shift::replace("t", shift())
        .with_if_match(&shift().etag)
        .with_return_minimal()
        .with_header("x-note", "n")
        .with_query("a", "b");
    assert_eq!(
        text(&request),
        "PUT https://graph.microsoft.com/v1.0/teams/t/schedule/shifts/s?a=b
accept: application/json
content-type: application/json
if-match: \"1\"
prefer: return=minimal
x-note: n
{\"userId\":\"u\",\"schedulingGroupId\":\"g\",\"notes\":null,\"published\":{\"theme\":\"white\",\"notes\":null}}"
    );
    let without_etag = Shift {
        etag: None,
        ..shift()
    };
    let error =
        http(&Shift::replace("t", &without_etag).with_if_match(&without_etag.etag)).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidRequest);
}

#[test]
fn a_key_that_cannot_stand_in_a_path_is_named() {
    let shift = Shift {
        id: String::new(),
        ..shift()
    };
    let error = http(&Shift::replace("t", &shift)).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidRequest);
    assert!(error.message().contains("`id`"), "{error}");
    assert_eq!(
        error.path_template(),
        Some("/teams/{team_id}/schedule/shifts/{id}")
    );
}

#[test]
fn debug_shows_the_value_and_no_id_of_the_path() {
    let shown = format!("{:?}", Shift::replace("secret-team", shift()));
    assert!(
        !shown.contains("secret-team") && shown.contains("white"),
        "{shown}"
    );
}

#[graph_resource(
    path = "/policies",
    update(method = "PUT", with_key),
    emit_type = "never"
)]
#[derive(Debug, Clone, PartialEq)]
struct Policy {
    #[graph(key)]
    id: i32,
    name: String,
}

#[test]
fn the_key_is_in_the_body_if_the_struct_says_so() {
    let policy = Policy {
        id: 7,
        name: "n".to_owned(),
    };
    assert_eq!(
        line(&Policy::replace(&policy)),
        r#"PUT /v1.0/policies/7 {"id":7,"name":"n"}"#
    );
    assert!(Policy::INFO.has_key_in_body() && Policy::INFO.is_replaced());
}

/// An open type whose `PATCH` deletes what it does not name.
#[graph_resource(
    path = "/me/extensions",
    update(whole),
    odata_type = "microsoft.graph.openTypeExtension"
)]
#[derive(Debug, Clone, PartialEq)]
struct Extension {
    #[graph(key)]
    id: String,
    name: Option<String>,
    #[graph(extra)]
    others: DynamicProperties,
}

#[test]
fn a_patch_can_replace_as_well() {
    let extension: Extension = serde_json::from_str(
        r##"{"id":"com.contoso.roaming","name":"com.contoso.roaming","theme":"dark","color@odata.type":"#String","color":"red","color@contoso.note":"n"}"##,
    )
    .unwrap();
    assert_eq!(
        line(&Extension::replace(&extension)),
        concat!(
            r##"PATCH /v1.0/me/extensions/com.contoso.roaming {"@odata.type":"#microsoft.graph.openTypeExtension","##,
            r##""name":"com.contoso.roaming","theme":"dark","color@odata.type":"#String","color":"red"}"##
        )
    );
    assert_eq!(Extension::INFO.update_method(), UpdateMethod::Patch);
    assert!(Extension::INFO.is_replaced());
    assert!(!Team::INFO.is_replaced());
}

#[graph_resource(path = "/me/settings", update(method = "PUT"), emit_type = "never")]
#[derive(Debug, Clone, PartialEq)]
struct Settings {
    time_zone: Option<String>,
    locale: Option<String>,
}

#[test]
fn a_singleton_is_replaced_at_its_own_address() {
    let settings = Settings {
        time_zone: Some("UTC".to_owned()),
        locale: None,
    };
    assert_eq!(
        line(&Settings::replace(&settings)),
        r#"PUT /v1.0/me/settings {"timeZone":"UTC"}"#
    );
    let nothing = Settings {
        time_zone: None,
        locale: None,
    };
    assert_eq!(
        line(&Settings::replace(nothing)),
        "PUT /v1.0/me/settings {}"
    );
}

#[graph_resource(
    path = "/tenants/{value}/apps",
    update(method = "PUT"),
    emit_type = "never"
)]
#[derive(Debug, Clone, PartialEq)]
struct Application {
    #[graph(key)]
    id: String,
    #[graph(read_only, alternate_key)]
    app_id: Option<String>,
    #[graph(create_only, alternate_key)]
    unique_name: Option<String>,
    #[graph(alternate_key)]
    number: i32,
    display_name: Option<String>,
}

fn app() -> Application {
    Application {
        id: "1".to_owned(),
        app_id: Some("a".to_owned()),
        unique_name: Some("O'Neil".to_owned()),
        number: 5,
        display_name: None,
    }
}

#[test]
fn a_replacement_by_an_alternate_key_takes_it_from_the_value() {
    for (request, expected) in [
        (
            line(&Application::replace_by_app_id("v", &app())),
            r#"PUT /v1.0/tenants/v/apps(appId='a') {"number":5}"#,
        ),
        (
            line(&Application::replace_by_number("v", app())),
            r#"PUT /v1.0/tenants/v/apps(number=5) {"number":5}"#,
        ),
    ] {
        assert_eq!(request, expected);
    }
    let error = http(&Application::replace_by_app_id(
        "v",
        Application {
            app_id: None,
            ..app()
        },
    ))
    .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidRequest);
    assert_eq!(
        error.message(),
        "`appId` has no value, but it is the key of the item to write"
    );
}

#[test]
fn an_upsert_of_what_is_replaced_carries_the_whole_value() {
    let app = app();
    let upsert = Application::upsert_by_unique_name("v", &app);
    assert_eq!(
        line(&upsert),
        r#"PUT /v1.0/tenants/v/apps(uniqueName='O%27%27Neil') {"number":5}"#
    );
    let header =
        |request: &http::Request<bytes::Bytes>, name: &str| request.headers()[name].clone();
    assert_eq!(
        header(&http(&upsert).unwrap(), "prefer"),
        "create-if-missing"
    );
    assert_eq!(
        header(
            &http(&upsert.clone().with_update_only()).unwrap(),
            "if-match"
        ),
        "*"
    );
    assert_eq!(
        header(&http(&upsert.with_insert_only()).unwrap(), "if-none-match"),
        "*"
    );
}

#[graph_resource(path = "/users", emit_type = "never")]
#[derive(Clone, PartialEq)]
struct User {
    #[graph(key)]
    id: String,
    #[graph(required)]
    display_name: String,
    #[graph(required)]
    mail_nickname: Option<String>,
    #[graph(create_only)]
    visibility: Option<String>,
    #[graph(read_only)]
    created_date_time: Option<String>,
    #[graph(write_only, sensitive)]
    password: Option<String>,
    job_title: Option<String>,
    #[graph(navigation, bind)]
    manager: Option<Box<User>>,
}

fn user() -> User {
    User {
        id: "1".to_owned(),
        display_name: "Ada".to_owned(),
        mail_nickname: Some("ada".to_owned()),
        visibility: Some("Private".to_owned()),
        created_date_time: Some("2026-01-01T00:00:00Z".to_owned()),
        password: Some("p".to_owned()),
        job_title: None,
        manager: None,
    }
}

#[test]
fn a_create_takes_a_value_with_everything_that_a_create_may_carry() {
    let with_manager = User {
        manager: Some(Box::new(user())),
        ..user()
    };
    for request in [
        line(&User::create_from(&user())),
        line(&User::create_from(with_manager)),
    ] {
        assert_eq!(
            request,
            r#"POST /v1.0/users {"displayName":"Ada","mailNickname":"ada","visibility":"Private","password":"p"}"#
        );
    }
}

#[test]
fn a_create_from_a_value_without_a_required_property_is_not_built() {
    let error = http(&User::create_from(User {
        mail_nickname: None,
        ..user()
    }))
    .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidRequest);
    assert!(error.message().contains("`mailNickname`"), "{error}");
}

#[graph_resource(path = "/boxes", emit_type = "never")]
#[derive(Debug, Clone, PartialEq)]
struct Crate<T> {
    #[graph(key, create_only)]
    id: String,
    content: T,
}

#[test]
fn a_create_from_a_value_has_the_key_if_the_client_assigns_it() {
    let value = Crate {
        id: "b".to_owned(),
        content: vec![1, 2],
    };
    assert_eq!(
        line(&Crate::create_from(&value)),
        r#"POST /v1.0/boxes {"id":"b","content":[1,2]}"#
    );
}

#[graph_complex(extensible)]
#[derive(Debug, Clone, PartialEq)]
struct Thing {
    name: Option<String>,
    #[graph(create_only)]
    kind: Option<String>,
}

#[graph_resource(path = "/cars", emit_type = "never")]
#[derive(Debug, Clone, PartialEq)]
struct Car {
    #[graph(base)]
    thing: Thing,
    #[graph(key)]
    number: i32,
    doors: Option<i32>,
}

#[test]
fn a_create_takes_a_patch_and_keeps_what_it_requires() {
    let patch = UserPatch::default().job_title("Engineer");
    let new = NewUser {
        display_name: "Ada".to_owned(),
        mail_nickname: "ada".to_owned(),
    };
    let create: UserPatch<Write<Create<UserCreateOnly>>> = User::create(new.clone())
        .visibility("Private")
        .with_patch(patch.clone());
    assert_eq!(
        line(&create),
        r#"POST /v1.0/users {"visibility":"Private","displayName":"Ada","mailNickname":"ada","jobTitle":"Engineer"}"#
    );
    let renamed = User::create(new)
        .job_title("x")
        .with_patch(patch.clone().display_name("Eva"));
    assert_eq!(
        line(&renamed),
        r#"POST /v1.0/users {"displayName":"Eva","mailNickname":"ada","jobTitle":"Engineer"}"#
    );
}

#[test]
fn a_create_from_a_value_has_the_properties_of_its_base() {
    let car: Car =
        serde_json::from_value(json!({ "name": "n", "kind": "k", "number": 2, "doors": 5 }))
            .unwrap();
    assert_eq!(
        line(&Car::create_from(&car)),
        r#"POST /v1.0/cars {"name":"n","kind":"k","doors":5}"#
    );
}

#[test]
fn a_reference_of_a_request_goes_to_its_own_cloud() {
    let request = Shift::replace("t", shift())
        .to_http_request(&Endpoint::new(Cloud::UsGovernment))
        .unwrap();
    assert_eq!(request.uri().host(), Some("graph.microsoft.us"));
}
