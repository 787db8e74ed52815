//! References to other resources inside nested values, which are written whole.

use graph_resource::edm::DynamicProperties;
use graph_resource::{
    Cloud, Endpoint, Reference, StructuredType as _, graph_complex, graph_resource, graph_union,
};
use serde_json::{Value, json};

use crate::support::{assert_unchanged, body, read, refusal};

#[graph_resource(path = "/users", emit_type = "never", operations(get))]
#[derive(Debug, Clone, PartialEq)]
struct User {
    #[graph(key)]
    id: String,
}

#[graph_resource(path = "/chats", emit_type = "never")]
#[derive(Debug, Clone, PartialEq)]
struct Chat {
    #[graph(key)]
    id: String,
    topic: Option<String>,
    members: Vec<Member>,
    installed_apps: Option<Vec<InstalledApp>>,
    first: Option<Box<AadUserConversationMember>>,
}

#[graph_complex(emit_type = "always")]
#[derive(Debug, Clone, PartialEq, Default)]
struct AadUserConversationMember {
    roles: Vec<String>,
    #[graph(bind)]
    user: Option<Reference>,
    #[graph(bind)]
    sponsors: Vec<Reference>,
}

#[graph_union]
#[derive(Debug, Clone, PartialEq)]
enum Member {
    User(AadUserConversationMember),
    #[graph(unknown)]
    Unknown(DynamicProperties),
}

/// An entity in a create, with a relationship that is not optional.
#[graph_resource(path = "/chats/{chat_id}/installedApps", emit_type = "never")]
#[derive(Debug, Clone, PartialEq)]
struct InstalledApp {
    #[graph(key)]
    #[graph(create_only)]
    id: String,
    #[graph(navigation, bind)]
    teams_app: Option<Reference>,
}

fn member(user: impl Into<Reference>) -> AadUserConversationMember {
    AadUserConversationMember {
        roles: vec!["owner".to_owned()],
        user: Some(user.into()),
        sponsors: Vec::new(),
    }
}

fn create() -> ChatCreate {
    Chat::create()
        .members(vec![Member::User(member(User::get("8b08")))])
        .first(Box::new(AadUserConversationMember {
            sponsors: vec![User::get("2").into(), Reference::url("https://x/users/3")],
            ..member(User::get("1"))
        }))
}

#[test]
fn a_reference_in_a_nested_value_is_sent_at_any_depth() {
    let sent: Value = serde_json::from_str(&body(&create())).unwrap();
    let name = "#microsoft.graph.aadUserConversationMember";
    assert_eq!(
        sent,
        json!({
            "members": [{
                "@odata.type": name,
                "roles": ["owner"],
                "user@odata.bind": "https://graph.microsoft.com/v1.0/users/8b08",
            }],
            "first": {
                "@odata.type": name,
                "roles": ["owner"],
                "user@odata.bind": "https://graph.microsoft.com/v1.0/users/1",
                "sponsors@odata.bind": ["https://graph.microsoft.com/v1.0/users/2", "https://x/users/3"],
            },
        })
    );
}

#[test]
fn a_reference_in_a_nested_value_is_of_the_cloud_that_the_request_goes_to() {
    let request = create()
        .to_http_request(&Endpoint::new(Cloud::China))
        .unwrap();
    let sent: Value = serde_json::from_slice(request.body()).unwrap();
    let china = "https://microsoftgraph.chinacloudapi.cn/v1.0/users";
    assert_eq!(
        sent["members"][0]["user@odata.bind"],
        json!(format!("{china}/8b08"))
    );
    assert_eq!(
        sent["first"]["user@odata.bind"],
        json!(format!("{china}/1"))
    );
    assert_eq!(
        sent["first"]["sponsors@odata.bind"][0],
        json!(format!("{china}/2"))
    );
}

#[test]
fn a_reference_without_a_key_in_a_nested_value_is_an_error_of_the_request() {
    let error = Chat::create()
        .first(Box::new(member(User::get(""))))
        .to_http_request(&Endpoint::new(Cloud::Global))
        .unwrap_err();
    assert!(
        error.message().contains("first: user@odata.bind"),
        "{error}"
    );
}

#[test]
fn a_nested_entity_has_its_reference_too() {
    let create = Chat::create().installed_apps(vec![InstalledApp {
        id: "1".to_owned(),
        teams_app: Some(Reference::url("https://x/teamsApps('2')")),
    }]);
    assert_eq!(
        body(&create),
        r#"{"installedApps":[{"id":"1","teamsApp@odata.bind":"https://x/teamsApps('2')"}]}"#
    );
}

#[test]
fn references_are_read_back_at_any_depth() {
    let json = r##"{"topic":"t","members":[{"@odata.type":"#microsoft.graph.aadUserConversationMember","roles":[],"user@odata.bind":"https://x/users('1')"}],"installedApps":[{"id":"1","teamsApp@odata.bind":"https://x/2"}],"first":{"@odata.type":"#microsoft.graph.aadUserConversationMember","roles":["owner"],"user@odata.bind":"https://x/3","sponsors@odata.bind":["https://x/4"]}}"##;
    assert_unchanged::<ChatPatch>(json);
    let patch: ChatPatch = serde_json::from_str(json).unwrap();
    let Some(first) = patch.first.value() else {
        panic!("not set")
    };
    assert_eq!(first.user, Some(Reference::url("https://x/3")));
    let chat: Chat = read(json!({ "id": "1", "first": { "user@odata.bind": "https://x/3" } }));
    assert_eq!(
        chat.first.unwrap().user,
        Some(Reference::url("https://x/3"))
    );
}

#[test]
fn the_type_says_that_it_is_a_relationship() {
    let property = AadUserConversationMember::TYPE.property("user").unwrap();
    assert!(property.is_navigation() && property.is_nullable());
}

#[test]
fn the_patch_of_such_a_type_has_the_reference_as_well() {
    let patch = AadUserConversationMemberPatch::default()
        .user(User::get("1"))
        .sponsors([User::get("2")]);
    let mut target = member(User::get("9"));
    patch.clone().apply_to(&mut target);
    assert_eq!(target.user, Some(User::get("1").into()));
    assert_eq!(target.sponsors, [User::get("2").into()]);
    let before = member(User::get("9"));
    let between = AadUserConversationMemberPatch::between(&before, &target);
    assert_eq!(between, patch);
    let cleared = AadUserConversationMember {
        user: None,
        ..target.clone()
    };
    assert_eq!(
        serde_json::to_string(&AadUserConversationMemberPatch::between(&target, &cleared)).unwrap(),
        r##"{"@odata.type":"#microsoft.graph.aadUserConversationMember","user@odata.bind":null}"##
    );
}

#[test]
fn only_references_that_are_new_are_added() {
    let with = |ids: &[&str]| AadUserConversationMember {
        sponsors: ids.iter().map(|id| User::get(*id).into()).collect(),
        ..member(User::get("1"))
    };
    let patch = AadUserConversationMemberPatch::between(&with(&["1"]), &with(&["1", "2"]));
    assert_eq!(
        patch,
        AadUserConversationMemberPatch::default().sponsors([User::get("2")])
    );
    let patch = AadUserConversationMemberPatch::between(&with(&["1", "2"]), &with(&["2"]));
    assert!(patch.is_empty());
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq)]
struct Expanded {
    name: Option<String>,
    #[graph(navigation, bind)]
    owner: Option<User>,
}

#[graph_resource(path = "/holders", emit_type = "never", operations(update))]
#[derive(Debug, Clone, PartialEq)]
struct Holder {
    #[graph(key)]
    id: String,
    expanded: Option<Expanded>,
}

#[test]
fn an_expanded_resource_in_a_nested_value_is_not_sent_inline() {
    let expanded: Expanded = read(json!({ "name": "n", "owner": { "id": "2" } }));
    assert_eq!(expanded.owner.as_ref().unwrap().id, "2");
    let update = Holder::update("1").expanded(expanded);
    assert_eq!(body(&update), r#"{"expanded":{"name":"n"}}"#);
}

#[test]
fn what_is_no_url_is_refused() {
    let message =
        refusal::<Chat>(json!({ "id": "1", "first": { "user@odata.bind": { "id": "1" } } }));
    assert!(
        message.contains("invalid type: map, expected a string"),
        "{message}"
    );
}
