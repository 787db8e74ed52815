//! Objects of a type derived from the declared one, which a service may answer wherever the base is declared ("OData JSON Format",
//! control information `type`).

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use bytes::Bytes;
use graph_resource::edm::DynamicProperties;
use graph_resource::{
    ErrorKind, Outcome, Page, Resource, StructuredType, graph_complex, graph_resource, graph_union,
};
use serde_json::{Value, json};

use crate::support::{assert_unchanged, body, client_answering, read, refusal, rewritten};

/// A type whose requests do not name it.
#[graph_complex(extensible)]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Identity {
    pub id: Option<String>,
    pub display_name: Option<String>,
}

/// A type whose requests name it, or the type that its value was received with.
#[graph_complex(emit_type = "always")]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Rule {
    #[graph(odata_type)]
    pub kind: Option<String>,
    pub operator: Option<String>,
    pub path: Option<String>,
}

/// A type whose requests name it, without a field for another name.
#[graph_complex(emit_type = "always")]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Assignment {
    pub intent: Option<String>,
}

/// A type that insists on its name.
#[graph_complex(exact)]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Exact {
    pub id: Option<String>,
}

#[graph_resource(path = "/deviceAppManagement/mobileApps")]
#[derive(Debug, Clone, PartialEq)]
pub struct MobileApp {
    #[graph(odata_type)]
    pub kind: Option<String>,
    #[graph(key)]
    pub id: String,
    pub display_name: Option<String>,
    pub owner: Option<Identity>,
    #[graph(merge)]
    pub rule: Option<Rule>,
    pub rules: Option<Vec<Rule>>,
    pub rules_by_name: Option<BTreeMap<String, Rule>>,
    #[graph(navigation)]
    pub related: Option<Vec<Plain>>,
}

/// A resource that does not receive the name of its type.
#[graph_resource(path = "/users")]
#[derive(Debug, Clone, PartialEq)]
pub struct Plain {
    #[graph(key)]
    pub id: String,
    pub display_name: Option<String>,
    pub assignments: Option<Vec<Assignment>>,
    #[graph(read_only)]
    pub received: Option<Assignment>,
    #[graph(navigation)]
    pub manager: Option<Box<Plain>>,
}

const WIN32: &str = "#microsoft.graph.win32LobApp";

fn app(properties: Value) -> MobileApp {
    let mut app = json!({ "@odata.type": WIN32, "id": "1" });
    if let (Value::Object(app), Value::Object(properties)) = (&mut app, properties) {
        app.extend(properties);
    }
    read(app)
}

#[test]
fn a_complex_value_may_be_of_a_derived_type() {
    let identity: Identity = read(json!({
        "@odata.type": "#microsoft.graph.teamworkUserIdentity",
        "id": "1",
        "userIdentityType": "aadUser",
    }));
    assert_eq!(identity.id.as_deref(), Some("1"));
}

#[tokio::test]
async fn the_items_of_a_page_may_be_of_derived_types() {
    let client = client_answering(
        r##"{"value":[{"@odata.type":"#microsoft.graph.win32LobApp","id":"1","msiInformation":{}},{"@odata.type":"#microsoft.graph.agentUser","id":"2"},{"id":"3"}]}"##,
    );
    let page = MobileApp::list().send(&client).await.unwrap();
    let kinds: Vec<_> = page.value.iter().map(|app| app.kind.as_deref()).collect();
    assert_eq!(
        kinds,
        [Some(WIN32), Some("#microsoft.graph.agentUser"), None]
    );
    let page = Plain::list().send(&client).await.unwrap();
    assert_eq!(page.value.len(), 3);
}

#[tokio::test]
async fn a_representation_after_an_update_may_be_of_a_derived_type() {
    let client = client_answering(
        r##"{"@odata.type":"#microsoft.graph.agentUser","id":"1","displayName":"A"}"##,
    );
    let updated = Plain::update("1")
        .display_name("A")
        .send(&client)
        .await
        .unwrap();
    let Outcome::Representation(user) = updated else {
        panic!("no representation");
    };
    assert_eq!(user.display_name.as_deref(), Some("A"));
}

#[test]
fn elements_entries_and_expanded_items_may_be_of_derived_types() {
    let app = app(json!({
        "owner": { "@odata.type": "#microsoft.graph.teamworkUserIdentity", "id": "2" },
        "rules": [{ "@odata.type": "#microsoft.graph.fileRule", "path": "c" }],
        "rulesByName": { "a": { "@odata.type": "#microsoft.graph.fileRule", "path": "c" } },
        "related": [{ "@odata.type": "#microsoft.graph.agentUser", "id": "3" }],
    }));
    let rule = Rule {
        kind: Some("#microsoft.graph.fileRule".to_owned()),
        path: Some("c".to_owned()),
        ..Rule::default()
    };
    assert_eq!(app.owner.unwrap().id.as_deref(), Some("2"));
    assert_eq!(app.rules, Some(vec![rule.clone()]));
    assert_eq!(app.rules_by_name.unwrap()["a"], rule);
    assert_eq!(app.related.unwrap()[0].id, "3");
}

#[test]
fn the_field_receives_the_name_as_it_was_answered() {
    let kind = |json| read::<Rule>(json).kind;
    assert_eq!(kind(json!({})), None);
    assert_eq!(kind(json!({ "@odata.type": null })), None);
    for name in [
        "#microsoft.graph.fileRule",
        "microsoft.graph.fileRule",
        "https://graph.microsoft.com/v1.0/$metadata#microsoft.graph.fileRule",
        "#microsoft.graph.rule",
    ] {
        assert_eq!(kind(json!({ "@odata.type": name })).as_deref(), Some(name));
    }
}

#[test]
fn the_name_is_no_property() {
    let info = MobileApp::INFO.type_info();
    assert!(info.receives_type());
    assert!(info.property("kind").is_none());
    assert!(info.property("@odata.type").is_none());
    assert!(!Plain::INFO.type_info().receives_type());
}

#[test]
fn a_value_is_written_with_the_type_that_it_was_read_with() {
    assert_unchanged::<MobileApp>(
        r##"{"@odata.type":"#microsoft.graph.win32LobApp","id":"1","rule":{"@odata.type":"#microsoft.graph.fileRule","path":"c"},"rules":[{"@odata.type":"#microsoft.graph.registryRule"},{"@odata.type":"#microsoft.graph.rule"}]}"##,
    );
    assert_eq!(
        rewritten::<Rule>(r#"{"path":"c"}"#),
        r##"{"@odata.type":"#microsoft.graph.rule","path":"c"}"##
    );
    assert_eq!(
        rewritten::<Rule>(
            r#"{"path":"c","@odata.type":"https://graph.microsoft.com/v1.0/$metadata#microsoft.graph.fileRule"}"#
        ),
        r##"{"@odata.type":"#microsoft.graph.fileRule","path":"c"}"##
    );
}

#[test]
fn the_difference_of_two_items_names_the_type_that_they_have() {
    let before = app(json!({ "displayName": "a" }));
    let mut after = before.clone();
    after.display_name = Some("b".to_owned());
    let patch = MobileAppPatch::between(&before, &after);
    let json = r##"{"@odata.type":"#microsoft.graph.win32LobApp","displayName":"b"}"##;
    assert_eq!(serde_json::to_string(&patch).unwrap(), json);
    assert_eq!(
        body(&MobileApp::update("1").with_patch(patch.clone())),
        json
    );
    let mut patched = before.clone();
    patch.apply_to(&mut patched);
    assert_eq!(patched, after);
    assert!(MobileAppPatch::between(&before, &before).is_empty());
    assert_eq!(
        MobileAppPatch::between(&before, &before),
        MobileAppPatch::default()
    );
}

#[test]
fn a_name_alone_is_no_change() {
    let before = app(json!({}));
    let after = MobileApp {
        kind: None,
        ..before.clone()
    };
    assert!(MobileAppPatch::between(&before, &after).is_empty());
}

#[test]
fn a_merged_part_is_updated_as_the_type_that_it_has() {
    let before =
        app(json!({ "rule": { "@odata.type": "#microsoft.graph.fileRule", "path": "c" } }));
    let mut after = before.clone();
    after.rule.as_mut().unwrap().path = Some("d".to_owned());
    let patch = MobileAppPatch::between(&before, &after);
    assert_eq!(
        serde_json::to_string(&patch).unwrap(),
        r##"{"@odata.type":"#microsoft.graph.win32LobApp","rule":{"@odata.type":"#microsoft.graph.fileRule","path":"d"}}"##
    );
    let mut patched = before;
    patch.apply_to(&mut patched);
    assert_eq!(patched, after);
}

#[test]
fn a_replaced_value_keeps_its_type() {
    let before = app(json!({ "rules": [{ "@odata.type": "#microsoft.graph.fileRule" }] }));
    let mut after = before.clone();
    after.rules.as_mut().unwrap()[0].path = Some("d".to_owned());
    assert_eq!(
        serde_json::to_string(&MobileAppPatch::between(&before, &after)).unwrap(),
        r##"{"@odata.type":"#microsoft.graph.win32LobApp","rules":[{"@odata.type":"#microsoft.graph.fileRule","path":"d"}]}"##
    );
}

#[test]
fn a_request_can_name_the_type_of_its_item() {
    for name in ["microsoft.graph.win32LobApp", WIN32] {
        let update = Plain::update("1").display_name("A").with_odata_type(name);
        assert_eq!(
            body(&update),
            r##"{"@odata.type":"#microsoft.graph.win32LobApp","displayName":"A"}"##
        );
    }
    let create = MobileApp::create().display_name("A").with_odata_type(WIN32);
    assert_eq!(
        body(&create),
        r##"{"@odata.type":"#microsoft.graph.win32LobApp","displayName":"A"}"##
    );
}

#[test]
fn a_name_that_is_none_is_refused_when_the_request_is_built() {
    for name in ["", "win32LobApp", "#", "a.", "a b.c", "x\".y", "a..b"] {
        let update = Plain::update("1").display_name("A").with_odata_type(name);
        let endpoint = graph_resource::Cloud::Global.into();
        let error = update.to_http_request(&endpoint).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidRequest, "{name}");
        assert!(
            error.message().contains("is not the name of a type"),
            "{error}"
        );
    }
}

#[test]
fn what_names_its_type_in_requests_is_not_read_as_a_derived_type_without_a_field_for_the_name() {
    let message = refusal::<Plain>(json!({
        "id": "1",
        "assignments": [{ "@odata.type": "#microsoft.graph.policyAssignment", "intent": "i" }],
    }));
    assert_eq!(
        message,
        "the object is a microsoft.graph.policyAssignment, but would be sent as a microsoft.graph.assignment: add a field \
         `#[graph(odata_type)]` of type `Option<String>` to its struct, which receives the name"
    );
}

#[test]
fn what_is_never_sent_may_be_of_a_derived_type() {
    let plain: Plain = read(json!({
        "id": "1",
        "received": { "@odata.type": "#microsoft.graph.policyAssignment", "intent": "i" },
        "manager": {
            "id": "2",
            "@odata.type": "#microsoft.graph.agentUser",
            "assignments": [{ "@odata.type": "#microsoft.graph.policyAssignment" }],
        },
    }));
    assert_eq!(plain.received.unwrap().intent.as_deref(), Some("i"));
    assert_eq!(plain.manager.unwrap().id, "2");
}

#[test]
fn a_struct_can_insist_on_its_type() {
    assert_eq!(
        refusal::<Exact>(json!({ "@odata.type": "#microsoft.graph.other", "id": "1" })),
        "the object is a microsoft.graph.other, expected a microsoft.graph.exact"
    );
    assert_eq!(
        read::<Exact>(json!({ "@odata.type": "#Microsoft.Graph.Exact", "id": "1" })).id,
        Some("1".to_owned())
    );
    assert!(Exact::TYPE.is_exact());
    assert!(!Identity::TYPE.is_exact());
}

#[test]
fn a_patch_of_another_type_is_kept_or_refused() {
    let json = r##"{"@odata.type":"#microsoft.graph.win32LobApp","displayName":"b"}"##;
    assert_unchanged::<MobileAppPatch>(json);
    assert_eq!(
        refusal::<PlainPatch>(serde_json::from_str(json).unwrap()),
        "the object is a microsoft.graph.win32LobApp, expected a microsoft.graph.plain"
    );
    assert_unchanged::<MobileAppPatch>(
        r##"{"@odata.type":"#microsoft.graph.mobileApp","rule":{"@odata.type":"#microsoft.graph.fileRule","path":"d"}}"##,
    );
    let message = refusal::<MobileAppPatch>(json!({
        "owner": { "@odata.type": "#microsoft.graph.teamworkUserIdentity", "id": "2" },
    }));
    assert!(
        message.contains("but would be sent as a microsoft.graph.identity"),
        "{message}"
    );
}

/// A type that extends one with a field for the name.
mod extended {
    use graph_resource::graph_resource;

    #[graph_resource(path = "/things", extensible)]
    #[derive(Debug, Clone, PartialEq)]
    pub struct Thing {
        #[graph(odata_type)]
        pub kind: Option<String>,
        #[graph(etag)]
        pub etag: Option<String>,
        #[graph(key)]
        pub id: String,
        pub name: Option<String>,
    }
}

use extended::{Thing, ThingSetters as _};

#[graph_resource(path = "/things")]
#[derive(Debug, Clone, PartialEq)]
pub struct Car {
    pub doors: Option<i32>,
    #[graph(base)]
    pub base: Thing,
    #[graph(extra)]
    pub others: DynamicProperties,
}

#[test]
fn the_field_of_a_base_receives_the_name_of_the_derived_object() {
    let json = r##"{"@odata.type":"#microsoft.graph.sportsCar","doors":2,"@odata.etag":"W/1","id":"1","name":"n","horsepower":500}"##;
    let car: Car = serde_json::from_str(json).unwrap();
    assert_eq!(car.base.kind.as_deref(), Some("#microsoft.graph.sportsCar"));
    assert_eq!(car.base.etag.as_deref(), Some("W/1"));
    assert_eq!(car.others.len(), 1);
    assert_unchanged::<Car>(json);
    let mut after = car.clone();
    after.doors = Some(4);
    let patch = CarPatch::between(&car, &after);
    assert_eq!(
        serde_json::to_string(&patch).unwrap(),
        r##"{"@odata.type":"#microsoft.graph.sportsCar","doors":4}"##
    );
    assert_unchanged::<CarPatch>(r##"{"@odata.type":"#microsoft.graph.sportsCar","doors":4}"##);
    assert_eq!(
        body(&Car::update("1").name("n")),
        r##"{"@odata.type":"#microsoft.graph.car","name":"n"}"##
    );
}

#[graph_union]
#[derive(Debug, Clone, PartialEq)]
pub enum AnyRule {
    Rule(Rule),
    Assignment(Assignment),
    #[graph(unknown)]
    Unknown(DynamicProperties),
}

#[test]
fn the_variant_of_a_union_receives_its_name_wherever_it_stands() {
    for json in [
        r##"{"@odata.type":"#microsoft.graph.rule","path":"c"}"##,
        r##"{"path":"c","@odata.type":"#microsoft.graph.rule"}"##,
    ] {
        let AnyRule::Rule(rule) = serde_json::from_str(json).unwrap() else {
            panic!("another variant");
        };
        assert_eq!(rule.kind.as_deref(), Some("#microsoft.graph.rule"));
        assert_eq!(rule.path.as_deref(), Some("c"));
    }
}

#[test]
fn an_object_in_a_union_has_one_type() {
    let json =
        r##"{"@odata.type":"#microsoft.graph.rule","@odata.type":"#microsoft.graph.other"}"##;
    assert!(serde_json::from_str::<AnyRule>(json).is_err());
    let json = r##"{"@odata.type":"#microsoft.graph.derivedRule","path":"c"}"##;
    assert!(matches!(
        serde_json::from_str(json).unwrap(),
        AnyRule::Unknown(_)
    ));
    assert_unchanged::<AnyRule>(json);
}

#[test]
fn a_page_of_unions_has_derived_types_inside_its_variants() {
    let page: Page<AnyRule> = read(json!({ "value": [
        { "@odata.type": "#microsoft.graph.assignment", "intent": "i" },
        { "@odata.type": "#microsoft.graph.fileRule" },
    ]}));
    assert!(matches!(page.value[0], AnyRule::Assignment(_)));
    assert!(matches!(page.value[1], AnyRule::Unknown(_)));
}

/// A client that answers each request with this body and an etag, and the bodies of the requests that it was sent.
fn recording(answer: &'static str) -> (graph_resource::Client, Arc<Mutex<Vec<String>>>) {
    let sent = Arc::new(Mutex::new(Vec::new()));
    let log = Arc::clone(&sent);
    let client = graph_resource::Client::builder()
        .token("token")
        .transport(move |request: http::Request<graph_resource::Body>| {
            log.lock()
                .unwrap()
                .push(String::from_utf8(request.body().as_bytes().unwrap().to_vec()).unwrap());
            let response = http::Response::builder()
                .header("content-type", "application/json")
                .header("etag", "W/\"1\"")
                .body(Bytes::from_static(answer.as_bytes()))
                .unwrap();
            async move { Ok(response) }
        })
        .build()
        .unwrap();
    (client, sent)
}

#[tokio::test]
async fn modify_names_the_type_that_the_item_has() {
    for answer in [
        r##"{"@odata.type":"#microsoft.graph.agentUser","id":"1","displayName":"a"}"##,
        r#"{"id":"1","displayName":"a","@odata.type":"https://graph.microsoft.com/v1.0/$metadata#microsoft.graph.agentUser"}"#,
    ] {
        let (client, sent) = recording(answer);
        let get = Plain::get("1");
        get.modify(|user| user.display_name = Some("b".to_owned()))
            .send(&client)
            .await
            .unwrap();
        assert_eq!(
            sent.lock().unwrap()[1],
            r##"{"@odata.type":"#microsoft.graph.agentUser","displayName":"b"}"##
        );
    }
}

#[tokio::test]
async fn modify_names_the_declared_type_if_the_item_names_none() {
    let (client, sent) = recording(r#"{"id":"1","displayName":"a"}"#);
    let get = Plain::get("1");
    get.modify(|user| user.display_name = Some("b".to_owned()))
        .send(&client)
        .await
        .unwrap();
    assert_eq!(
        sent.lock().unwrap()[1],
        r##"{"@odata.type":"#microsoft.graph.plain","displayName":"b"}"##
    );
}

#[tokio::test]
async fn modify_of_a_struct_that_receives_the_name_sends_it() {
    let (client, sent) =
        recording(r##"{"@odata.type":"#microsoft.graph.win32LobApp","id":"1","displayName":"a"}"##);
    let get = MobileApp::get("1");
    get.modify(|app| app.display_name = Some("b".to_owned()))
        .send(&client)
        .await
        .unwrap();
    assert_eq!(
        sent.lock().unwrap()[1],
        r##"{"@odata.type":"#microsoft.graph.win32LobApp","displayName":"b"}"##
    );
}
