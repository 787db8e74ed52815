//! References in the body of a write: `manager@odata.bind`.

use graph_resource::{Client, Reference, graph_complex, graph_resource};
use graph_resource_emulator::Emulator;

use crate::relationships::{Group, User, start};
use crate::support::*;

const GRAPH: &str = "https://graph.microsoft.com/v1.0";

#[tokio::test]
async fn each_form_of_a_reference_links_the_same_item() {
    for url in [
        "https://graph.microsoft.com/v1.0/users/2".to_owned(),
        "https://graph.microsoft.us/beta/users('2')".to_owned(),
        "users/2".to_owned(),
        "/users('2')".to_owned(),
        "users(id='2')".to_owned(),
        "https://graph.microsoft.com/v1.0/directoryObjects/2".to_owned(),
        "directoryObjects('2')".to_owned(),
    ] {
        let emulator = start();
        let changes = json!({ "manager@odata.bind": url });
        let answer = patch(&emulator, "/users/1", changes).await;
        assert_eq!(answer.status, 200, "{url}: {answer:?}");
        assert_eq!(emulator.links("/users/1/manager"), ["/users/2"], "{url}");
        let object = answer.json.as_object().unwrap();
        assert!(object.keys().all(|name| !name.contains("odata.bind")));
    }
    let emulator = start();
    let own = format!("{}/v1.0/users/2", emulator.url());
    let answer = patch(&emulator, "/users/1", json!({ "manager@odata.bind": own })).await;
    assert_eq!(answer.status, 200);
}

#[tokio::test]
async fn one_reference_replaces_and_null_removes() {
    let emulator = start();
    for (value, links) in [
        (json!("users/2"), &["/users/2"][..]),
        (json!("users/3"), &["/users/3"]),
        (json!(null), &[]),
    ] {
        let before = get(&emulator, "/users/1").await;
        let answer = patch(
            &emulator,
            "/users/1",
            json!({ "manager@odata.bind": value }),
        )
        .await;
        assert_eq!(answer.status, 200);
        assert_ne!(answer.json["@odata.etag"], before.json["@odata.etag"]);
        assert_eq!(emulator.links("/users/1/manager"), links);
    }
}

#[tokio::test]
async fn several_references_add_to_those_that_exist() {
    let emulator = start();
    let group = json!({ "members@odata.bind": [format!("{GRAPH}/users/2")] });
    let created = post(&emulator, "/groups", group).await;
    assert_eq!(created.status, 201);
    let path = format!("/groups/{}", created.json["id"].as_str().unwrap());
    let members = format!("{path}/members");
    assert_eq!(emulator.links(&members), ["/users/2"]);
    let more = json!({ "members@odata.bind": ["users/3", "users/1"] });
    assert_eq!(patch(&emulator, &path, more).await.status, 200);
    assert_eq!(
        emulator.links(&members),
        ["/users/2", "/users/3", "/users/1"]
    );

    let again = json!({ "displayName": "x", "members@odata.bind": ["users/3"] });
    let answer = patch(&emulator, &path, again).await;
    answer.assert_rejected(400, "Request_BadRequest");
    assert_eq!(
        answer.message(),
        "One or more added object references already exist for the following modified properties: 'members'."
    );
    assert_eq!(emulator.get(&path).unwrap().get("displayName"), None);
}

#[tokio::test]
async fn the_form_of_a_reference_is_checked() {
    let emulator = start();
    for (name, value) in [
        ("manager", json!(7)),
        ("manager", json!({})),
        ("manager", json!(["users/2"])),
        ("manager", json!("")),
        ("manager", json!("x")),
        ("manager", json!("users")),
        ("manager", json!("users/")),
        ("manager", json!("https://graph.microsoft.com/users/2")),
        ("manager", json!("ftp://graph.microsoft.com/v1.0/users/2")),
        ("manager", json!("users/2/$ref")),
        ("manager", json!("users/2?$select=id")),
        ("manager", json!("users/%zz")),
        ("members", json!("users/2")),
        ("members", json!(null)),
        ("members", json!([null])),
        ("members", json!(["[\"users/2\"]"])),
        ("members", json!(["users/2", "users"])),
        ("displayName", json!("users/2")),
    ] {
        let path = if name == "members" {
            "/groups/1"
        } else {
            "/users/1"
        };
        let before = emulator.get(path);
        let changes = json!({ format!("{name}@odata.bind"): value });
        for answer in [
            patch(&emulator, path, changes.clone()).await,
            post(&emulator, path.strip_suffix("/1").unwrap(), changes).await,
        ] {
            answer.assert_rejected(400, "BadRequest");
            let message = format!("Invalid URL format specified in @odata.bind for {name}");
            assert_eq!(answer.message(), message);
        }
        assert_eq!(emulator.get(path), before);
    }
    let answer = patch(&emulator, "/groups/1", json!({ "members@odata.bind": [] })).await;
    answer.assert_rejected(400, "Request_BadRequest");
    assert!(answer.message().contains("is an empty array"));
}

#[tokio::test]
async fn a_relationship_that_is_unknown_or_cannot_be_bound_is_rejected_by_name() {
    let emulator = start();
    for name in ["colour", "reports", "Manager", ""] {
        let changes = json!({ format!("{name}@odata.bind"): "users/2" });
        let answer = patch(&emulator, "/users/1", changes).await;
        answer.assert_rejected(400, answer.code());
        assert!(answer.message().contains(name), "{}", answer.message());
    }
    assert!(emulator.links("/users/1/reports").is_empty());
}

#[tokio::test]
async fn the_target_of_a_reference_must_exist_if_its_resource_is_served() {
    let emulator = start();
    for (path, changes) in [
        ("/users/1", json!({ "manager@odata.bind": "users/absent" })),
        (
            "/groups/1",
            json!({ "members@odata.bind": ["users/2", "users('absent')"] }),
        ),
    ] {
        let before = emulator.get(path);
        let answer = patch(&emulator, path, changes).await;
        answer.assert_rejected(404, "Request_ResourceNotFound");
        assert!(
            answer
                .message()
                .starts_with("Resource 'absent' does not exist")
        );
        assert_eq!(emulator.get(path), before);
    }
    assert!(emulator.links("/groups/1/members").is_empty());
    let elsewhere = json!({ "manager@odata.bind": format!("{GRAPH}/contacts/absent") });
    assert_eq!(patch(&emulator, "/users/1", elsewhere).await.status, 200);
    assert_eq!(emulator.links("/users/1/manager"), ["/contacts/absent"]);
}

#[tokio::test]
async fn a_typed_client_binds_one_and_several() {
    let emulator = start();
    let client = Client::builder()
        .base_url(emulator.url())
        .token("any")
        .build()
        .unwrap();
    let update = User::update("1").manager(User::get("2"));
    update.send(&client).await.unwrap();
    let update = Group::update("1").members([User::get("2"), User::get("3")]);
    update.send(&client).await.unwrap();
    assert_eq!(emulator.links("/users/1/manager"), ["/users/2"]);
    assert_eq!(
        emulator.links("/groups/1/members"),
        ["/users/2", "/users/3"]
    );
    let error = User::update("1").manager(User::get("absent"));
    assert!(error.send(&client).await.unwrap_err().is_not_found());
}

#[graph_resource(path = "/rooms", emit_type = "never")]
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Room {
    #[graph(key)]
    pub(crate) id: String,
    pub(crate) info: Option<RoomInfo>,
    pub(crate) infos: Vec<RoomInfo>,
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct RoomInfo {
    pub(crate) note: Option<String>,
}

#[tokio::test]
async fn a_reference_in_a_nested_object_to_an_unknown_relationship_is_rejected() {
    let emulator = Emulator::builder().serve::<Room>().start().unwrap();
    emulator.insert("/rooms", json!({ "id": "1" })).unwrap();
    let bound = json!({ "note": "x", "owner@odata.bind": "users/1" });
    for changes in [json!({ "info": bound }), json!({ "infos": [bound] })] {
        let answer = patch(&emulator, "/rooms/1", changes).await;
        answer.assert_rejected(400, "Request_BadRequest");
        assert!(answer.message().contains("/owner'"));
    }
}

#[graph_resource(path = "/chats", emit_type = "never")]
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Chat {
    #[graph(key)]
    pub(crate) id: String,
    pub(crate) members: Vec<ChatMember>,
    #[graph(merge)]
    pub(crate) first: Option<ChatMember>,
}

#[graph_complex]
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct ChatMember {
    pub(crate) roles: Vec<String>,
    #[graph(bind)]
    pub(crate) user: Option<Reference>,
    #[graph(bind)]
    pub(crate) sponsors: Vec<Reference>,
}

fn start_chats() -> (Emulator, Client) {
    let builder = Emulator::builder().serve::<User>().serve::<Chat>();
    let emulator = builder.start().unwrap();
    emulator.insert("/users", json!({ "id": "1" })).unwrap();
    emulator.insert("/chats", json!({ "id": "c" })).unwrap();
    let client = Client::builder().base_url(emulator.url()).token("any");
    let client = client.build().unwrap();
    (emulator, client)
}

fn member(user: &str) -> ChatMember {
    ChatMember {
        roles: vec!["owner".to_owned()],
        user: Some(User::get(user).into()),
        sponsors: vec![User::get("1").into()],
    }
}

#[tokio::test]
async fn references_in_nested_objects_are_checked_and_not_part_of_the_answer() {
    let (emulator, client) = start_chats();
    let created = Chat::create()
        .members(vec![member("1")])
        .send(&client)
        .await;
    let id = created.unwrap().representation().unwrap().id;
    let stored = emulator.get(&format!("/chats/{id}")).unwrap();
    assert_eq!(stored["members"], json!([{ "roles": ["owner"] }]));

    let error = Chat::create()
        .members(vec![member("absent")])
        .send(&client)
        .await;
    assert!(error.unwrap_err().is_not_found());
    let answer = patch(
        &emulator,
        "/chats/c",
        json!({ "first": { "user@odata.bind": "users/9" } }),
    )
    .await;
    answer.assert_rejected(404, "Request_ResourceNotFound");
    let merged = json!({ "first": { "user@odata.bind": "users/1", "roles": [] } });
    assert_eq!(patch(&emulator, "/chats/c", merged).await.status, 200);
    assert_eq!(
        emulator.get("/chats/c").unwrap()["first"],
        json!({ "roles": [] })
    );
}

#[tokio::test]
async fn the_form_of_a_reference_in_a_nested_object_is_checked_at_its_path() {
    let (emulator, _) = start_chats();
    for (member, path) in [
        (json!({ "user@odata.bind": ["users/1"] }), "user"),
        (json!({ "user@odata.bind": 1 }), "user"),
        (json!({ "user@odata.bind": "users" }), "user"),
        (json!({ "sponsors@odata.bind": "users/1" }), "sponsors"),
        (json!({ "sponsors@odata.bind": ["x"] }), "sponsors"),
        (json!({ "roles@odata.bind": ["users/1"] }), "roles"),
    ] {
        let answer = patch(&emulator, "/chats/c", json!({ "members": [{}, member] })).await;
        answer.assert_rejected(400, "BadRequest");
        let message = format!("Invalid URL format specified in @odata.bind for members[1]/{path}");
        assert!(
            answer.message().starts_with(&message),
            "{}",
            answer.message()
        );
    }
}
