//! Relationships: `$ref`, the related items, and `$expand`.

use graph_resource::graph_resource;
use graph_resource_emulator::Emulator;

use crate::support::*;

#[graph_resource(path = "/users", emit_type = "never")]
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct User {
    #[graph(key)]
    pub(crate) id: String,
    pub(crate) display_name: Option<String>,
    #[graph(navigation, bind)]
    pub(crate) manager: Option<Box<User>>,
    #[graph(navigation)]
    pub(crate) reports: Option<Vec<User>>,
    #[graph(navigation)]
    pub(crate) messages: Option<Vec<Message>>,
}

#[graph_resource(path = "/users/{user_id}/messages", emit_type = "never")]
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Message {
    #[graph(key)]
    pub(crate) id: String,
    pub(crate) subject: Option<String>,
}

#[graph_resource(path = "/groups", emit_type = "never")]
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Group {
    #[graph(key)]
    pub(crate) id: String,
    pub(crate) display_name: Option<String>,
    #[graph(navigation, bind)]
    pub(crate) members: Vec<User>,
}

pub(crate) fn start() -> Emulator {
    let builder = Emulator::builder().serve::<User>().serve::<Group>();
    let builder = builder.serve::<Message>().page_size(3);
    let emulator = builder.start().unwrap();
    for id in ["1", "2", "3", "4", "5"] {
        let user = json!({ "id": id, "displayName": format!("User {id}") });
        emulator.insert("/users", user).unwrap();
    }
    emulator.insert("/groups", json!({ "id": "1" })).unwrap();
    emulator
}

const MEMBERS: &str = "/groups/1/members";
const MANAGER: &str = "/users/1/manager";

fn link_to(id: &str) -> serde_json::Value {
    json!({ "@odata.id": format!("https://graph.microsoft.com/v1.0/users/{id}") })
}

async fn add(emulator: &Emulator, id: &str) -> Answer {
    post(emulator, &format!("{MEMBERS}/$ref"), link_to(id)).await
}

#[tokio::test]
async fn a_link_is_added_listed_and_removed() {
    let emulator = start();
    for id in ["2", "3"] {
        let answer = add(&emulator, id).await;
        assert_eq!((answer.status, answer.json), (204, json!(null)));
    }
    let url = emulator.url();
    let links = get(&emulator, &format!("{MEMBERS}/$ref")).await;
    assert_eq!(
        links.json,
        json!({
            "@odata.context": format!("{url}/beta/$metadata#Collection($ref)"),
            "value": [
                { "@odata.id": format!("{url}/beta/users/2") },
                { "@odata.id": format!("{url}/beta/users/3") },
            ],
        })
    );
    assert_eq!(
        delete(&emulator, &format!("{MEMBERS}/2/$ref")).await.status,
        204
    );
    let by_url = format!("{MEMBERS}/$ref?$id={url}/beta/users/3");
    assert_eq!(delete(&emulator, &by_url).await.status, 204);
    assert!(emulator.links(MEMBERS).is_empty());
    assert!(emulator.get("/users/2").is_some());
}

#[tokio::test]
async fn a_link_that_exists_already_is_rejected_in_the_words_of_the_directory() {
    let emulator = start();
    add(&emulator, "2").await;
    let answer = add(&emulator, "2").await;
    answer.assert_rejected(400, "Request_BadRequest");
    assert_eq!(
        answer.message(),
        "One or more added object references already exist for the following modified properties: 'members'."
    );
    assert_eq!(emulator.links(MEMBERS), ["/users/2"]);
}

#[tokio::test]
async fn a_link_from_or_to_something_that_does_not_exist_is_not_found() {
    let emulator = start();
    for (method, path) in [
        ("POST", "/groups/1/members/$ref"),
        ("POST", "/groups/absent/members/$ref"),
        ("PUT", "/users/1/manager/$ref"),
        ("DELETE", "/groups/1/members/2/$ref"),
        ("DELETE", "/groups/1/members/$ref?$id=users/2"),
        ("DELETE", "/users/1/manager/$ref"),
        ("GET", "/users/1/manager/$ref"),
        ("GET", "/users/1/manager"),
        ("GET", "/groups/absent/members"),
        ("GET", "/groups/1/members/2"),
    ] {
        let id = if path.contains("absent") {
            "2"
        } else {
            "absent"
        };
        let answer = send(with_json(&emulator, method, path, &link_to(id))).await;
        answer.assert_rejected(404, "Request_ResourceNotFound");
    }
}

#[tokio::test]
async fn one_related_item_is_set_read_and_unset() {
    let emulator = start();
    let reference = format!("{MANAGER}/$ref");
    for id in ["2", "3"] {
        let answer = send(with_json(&emulator, "PUT", &reference, &link_to(id))).await;
        assert_eq!(answer.status, 204);
        let manager = get(&emulator, MANAGER).await;
        assert_eq!((manager.status, &manager.json["id"]), (200, &json!(id)));
    }
    let url = emulator.url();
    assert_eq!(
        get(&emulator, &reference).await.json,
        json!({
            "@odata.context": format!("{url}/beta/$metadata#$ref"),
            "@odata.id": format!("{url}/beta/users/3"),
        })
    );
    let selected = get(&emulator, &format!("{MANAGER}?$select=displayName")).await;
    assert_eq!(selected.json["displayName"], "User 3");
    assert!(selected.json.get("id").is_none());
    assert_eq!(delete(&emulator, &reference).await.status, 204);
    let answer = get(&emulator, MANAGER).await;
    answer.assert_rejected(404, "Request_ResourceNotFound");
    assert!(
        answer
            .message()
            .starts_with("Resource 'manager' does not exist")
    );
}

#[tokio::test]
async fn related_items_are_answered_in_pages() {
    let emulator = start();
    for id in ["5", "4", "3", "2"] {
        emulator.link(MEMBERS, &format!("/users/{id}")).unwrap();
    }
    let first = get(&emulator, &format!("{MEMBERS}?$select=id")).await;
    let context = format!("{}/beta/$metadata#groups('1')/members", emulator.url());
    assert_eq!(first.json["@odata.context"], context);
    let next = first.json["@odata.nextLink"].as_str().unwrap();
    emulator.remove("/users/5");
    let second = get(&emulator, next).await;
    let ids = |page: &Answer| {
        let items = page.json["value"].as_array().unwrap();
        let ids = items.iter().map(|item| item["id"].as_str().unwrap());
        ids.collect::<String>()
    };
    assert_eq!(
        (ids(&first), ids(&second)),
        ("543".to_owned(), "2".to_owned())
    );
    assert!(second.json.get("@odata.nextLink").is_none());
    assert!(first.json["value"][0].get("displayName").is_none());
    let one = get(&emulator, &format!("{MEMBERS}/4")).await;
    assert_eq!(one.json["displayName"], "User 4");
    let links = get(&emulator, &format!("{MEMBERS}/$ref?$top=1")).await;
    assert_eq!(links.json["value"].as_array().unwrap().len(), 1);
    assert!(
        links.json["@odata.nextLink"]
            .as_str()
            .unwrap()
            .contains("/members/$ref?$top=1&")
    );
}

/// A resource that describes the items of a relationship.
#[graph_resource(
    path = "/groups/{group_id}/members",
    emit_type = "never",
    operations(list)
)]
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Member {
    #[graph(key)]
    pub(crate) id: String,
    pub(crate) display_name: Option<String>,
}

#[tokio::test]
async fn linked_items_are_listed_by_a_resource_at_the_path_of_the_relationship() {
    let builder = Emulator::builder().serve::<User>().serve::<Group>();
    let emulator = builder.serve::<Member>().start().unwrap();
    let user = json!({ "id": "2", "displayName": "User 2" });
    emulator.insert("/users", user).unwrap();
    emulator.insert("/groups", json!({ "id": "1" })).unwrap();
    let client = graph_resource::Client::builder()
        .base_url(emulator.url())
        .token("any")
        .build()
        .unwrap();
    assert!(
        Member::list("1")
            .send(&client)
            .await
            .unwrap()
            .value
            .is_empty()
    );
    assert_eq!(add(&emulator, "2").await.status, 204);
    let members = Member::list("1").send(&client).await.unwrap().value;
    assert_eq!(members[0].display_name.as_deref(), Some("User 2"));

    emulator.insert(MEMBERS, json!({ "id": "own" })).unwrap();
    let members = Member::list("1").send(&client).await.unwrap().value;
    assert_eq!((members.len(), members[0].id.as_str()), (1, "own"));
}

#[tokio::test]
async fn a_deleted_item_is_no_longer_related() {
    let emulator = start();
    emulator.link(MEMBERS, "/users/2").unwrap();
    emulator.link(MANAGER, "/users/2").unwrap();
    delete(&emulator, "/users/2").await;
    assert!(emulator.links(MEMBERS).is_empty());
    assert!(emulator.links(MANAGER).is_empty());
    emulator.insert("/users", json!({ "id": "2" })).unwrap();
    assert_eq!(get(&emulator, MEMBERS).await.json["value"], json!([]));
}

#[tokio::test]
async fn the_body_of_a_link_is_checked() {
    let emulator = start();
    for body in [
        json!({}),
        json!({ "@odata.id": 1 }),
        json!({ "@odata.id": null }),
        json!({ "@odata.id": "" }),
        json!({ "@odata.id": "users" }),
        json!({ "id": "2" }),
        json!([]),
    ] {
        let answer = post(&emulator, &format!("{MEMBERS}/$ref"), body.clone()).await;
        answer.assert_rejected(400, "BadRequest");
    }
    let answer = delete(&emulator, &format!("{MEMBERS}/$ref")).await;
    answer.assert_rejected(400, "BadRequest");
    assert!(emulator.links(MEMBERS).is_empty());
}

#[tokio::test]
async fn a_relationship_has_only_the_methods_of_its_multiplicity() {
    let emulator = start();
    for (method, path, allow) in [
        ("PUT", "/groups/1/members/$ref", "GET, POST, DELETE"),
        ("PATCH", "/groups/1/members/$ref", "GET, POST, DELETE"),
        ("POST", "/users/1/manager/$ref", "GET, PUT, DELETE"),
        ("GET", "/groups/1/members/2/$ref", "DELETE"),
    ] {
        let answer = send(with_json(&emulator, method, path, &link_to("2"))).await;
        answer.assert_rejected(405, "Request_BadRequest");
        assert_eq!(answer.header("allow"), allow, "{method} {path}");
    }
    get(&emulator, "/users/1/manager/2")
        .await
        .assert_rejected(404, "BadRequest");
    get(&emulator, "/groups/1/owners")
        .await
        .assert_rejected(404, "BadRequest");
    post(&emulator, MEMBERS, json!({}))
        .await
        .assert_rejected(501, "NotImplemented");
}

/// The keys on a page of members, its count and its link to the next page.
async fn members(emulator: &Emulator, query: &str) -> (String, Option<u64>, Option<String>) {
    let path = if query.starts_with("http") {
        query.to_owned()
    } else {
        format!("/groups/1/members?{query}")
    };
    let answer = get(emulator, &path).await;
    assert_eq!(answer.status, 200, "{answer:?}");
    let items = answer.json["value"].as_array().unwrap().iter();
    let count = answer.json["@odata.count"].as_u64();
    let next = answer.json["@odata.nextLink"].as_str().map(str::to_owned);
    let keys = items.map(|item| item["id"].as_str().unwrap()).collect();
    (keys, count, next)
}

#[tokio::test]
async fn related_items_are_filtered_ordered_counted_and_paged() {
    let emulator = start();
    for id in ["3", "1", "5", "2", "4"] {
        let user = format!("/users/{id}");
        emulator.link("/groups/1/members", &user).unwrap();
    }
    for (query, expected) in [
        ("$filter=displayName%20eq%20'user%202'", "2"),
        ("$filter=id%20gt%20'2'", "354"),
        ("$filter=id%20gt%20'2'&$orderby=id", "345"),
        ("$orderby=displayName%20desc", "543"),
        ("$orderby=id&$skip=3", "45"),
        ("$search=%22displayName:4%22", "4"),
        ("$filter=id%20lt%20'0'", ""),
    ] {
        let (keys, count, _) = members(&emulator, query).await;
        assert_eq!((keys.as_str(), count), (expected, None), "{query}");
    }
    let (keys, count, next) =
        members(&emulator, "$orderby=id&$count=true&$filter=id%20ne%20'2'").await;
    assert_eq!((keys.as_str(), count), ("134", Some(4)));
    let (keys, count, next) = members(&emulator, &next.unwrap()).await;
    assert_eq!((keys.as_str(), count, next), ("5", Some(4), None));
}

#[tokio::test]
async fn a_query_of_references_or_of_items_that_are_not_served_is_not_ignored() {
    let emulator = Emulator::builder().serve::<Group>().start().unwrap();
    emulator.insert("/groups", json!({ "id": "1" })).unwrap();
    emulator.link("/groups/1/members", "/users/7").unwrap();
    for path in [
        "/groups/1/members?$filter=id%20eq%20'7'",
        "/groups/1/members?$count=true",
        "/groups/1/members/$ref?$count=true",
    ] {
        get(&emulator, path)
            .await
            .assert_rejected(501, "NotImplemented");
    }
    get(&emulator, "/groups/1/members?$filter=name%20eq%20'7'")
        .await
        .assert_rejected(400, "Request_BadRequest");
}

#[tokio::test]
async fn a_name_is_not_case_sensitive_and_keys_may_be_in_parentheses() {
    let emulator = start();
    let reference = "/Groups('1')/Members/$ref";
    assert_eq!(post(&emulator, reference, link_to("2")).await.status, 204);
    assert_eq!(
        get(&emulator, "/groups('1')/members('2')").await.json["id"],
        "2"
    );
    assert_eq!(
        delete(&emulator, "/groups('1')/members('2')/$ref")
            .await
            .status,
        204
    );
}

#[tokio::test]
async fn an_item_whose_resource_is_not_served_can_be_related() {
    let emulator = start();
    let body = json!({ "@odata.id": "https://graph.microsoft.com/v1.0/devices('9')" });
    assert_eq!(
        post(&emulator, &format!("{MEMBERS}/$ref"), body)
            .await
            .status,
        204
    );
    assert_eq!(
        get(&emulator, MEMBERS).await.json["value"],
        json!([{ "id": "9" }])
    );
    assert_eq!(
        delete(&emulator, &format!("{MEMBERS}/9/$ref")).await.status,
        204
    );
}

#[tokio::test]
async fn related_items_are_expanded() {
    let emulator = start();
    emulator.link(MANAGER, "/users/2").unwrap();
    for id in ["2", "3"] {
        emulator.link(MEMBERS, &format!("/users/{id}")).unwrap();
    }
    emulator
        .insert("/users/1/messages", json!({ "id": "m", "subject": "Hi" }))
        .unwrap();

    let user = get(
        &emulator,
        "/users/1?$expand=manager($select=displayName),messages",
    )
    .await;
    assert_eq!(user.json["manager"]["displayName"], "User 2");
    assert!(user.json["manager"].get("id").is_none());
    assert_eq!(user.json["messages"][0]["subject"], "Hi");
    let group = get(&emulator, "/groups?$expand=members&$select=id").await;
    let members = group.json["value"][0]["members"].as_array().unwrap();
    let names: Vec<_> = members.iter().map(|each| &each["displayName"]).collect();
    assert_eq!(names, ["User 2", "User 3"]);
    let alone = get(&emulator, "/users/2?$expand=manager,messages,reports").await;
    assert_eq!(alone.json["manager"], json!(null));
    assert_eq!(
        (&alone.json["messages"], &alone.json["reports"]),
        (&json!([]), &json!([]))
    );
}

#[tokio::test]
async fn expanded_items_are_filtered_ordered_limited_and_expanded_themselves() {
    let emulator = start();
    for id in ["3", "1", "5", "2"] {
        emulator
            .link("/groups/1/members", &format!("/users/{id}"))
            .unwrap();
        emulator
            .link(&format!("/users/{id}/manager"), "/users/4")
            .unwrap();
    }
    let ids = |items: &serde_json::Value| -> String {
        let items = items.as_array().unwrap().iter();
        items.map(|item| item["id"].as_str().unwrap()).collect()
    };
    for (options, expected) in [
        ("$filter=id%20gt%20'1'", "352"),
        ("$orderby=id;$top=2", "12"),
        ("$orderby=id;$skip=3", "5"),
        ("$filter=displayName%20eq%20'a;b),('", ""),
    ] {
        let path = format!("/groups/1?$expand=members({options})");
        let group = get(&emulator, &path).await;
        assert_eq!(group.status, 200, "{group:?}");
        assert_eq!(ids(&group.json["members"]), expected, "{options}");
    }
    let nested = "members($select=id;$expand=manager($select=displayName);$top=1)";
    let group = get(&emulator, &format!("/groups/1?$expand={nested}")).await;
    let member = &group.json["members"][0];
    assert_eq!(member["manager"]["displayName"], json!("User 4"));
    assert_eq!(member.get("displayName"), None);
    let member = get(&emulator, "/groups/1/members?$expand=manager&$top=1").await;
    assert_eq!(member.json["value"][0]["manager"]["id"], json!("4"));
}

#[tokio::test]
async fn relationships_are_not_expanded_in_one_another_without_end() {
    let emulator = start();
    let mut expand = "manager".to_owned();
    for _ in 0..3 {
        let answer = get(&emulator, &format!("/users/1?$expand={expand}")).await;
        assert_eq!(answer.status, 200);
        expand = format!("manager($expand={expand})");
    }
    for _ in 0..2 {
        let answer = get(&emulator, &format!("/users/1?$expand={expand}")).await;
        answer.assert_rejected(400, "Request_BadRequest");
        let (open, close) = ("manager($expand=".repeat(2000), ")".repeat(2000));
        expand = format!("{open}manager{close}");
    }
}

#[tokio::test]
async fn a_typed_client_reads_what_is_expanded() {
    let emulator = start();
    emulator.link(MANAGER, "/users/2").unwrap();
    let client = graph_resource::Client::builder()
        .base_url(emulator.url())
        .token("any")
        .build()
        .unwrap();
    let user = User::get("1").with_query("$expand", "manager");
    let user = user.send(&client).await.unwrap();
    assert_eq!(
        user.manager.unwrap().display_name.as_deref(),
        Some("User 2")
    );
}

#[test]
fn test_data_can_link_only_what_exists() {
    let emulator = start();
    for (path, to, message) in [
        (
            "/groups/1/owners",
            "/users/2",
            "there is no item with a relationship at `/groups/1/owners`",
        ),
        (
            "/groups/9/members",
            "/users/2",
            "there is no item with a relationship at `/groups/9/members`",
        ),
        (
            "/groups/1/members/2",
            "/users/2",
            "there is no item with a relationship at `/groups/1/members/2`",
        ),
        (
            MEMBERS,
            "users",
            "Invalid URL format specified in @odata.bind for members",
        ),
        (
            MEMBERS,
            "/users/9",
            "Resource '9' does not exist or one of its queried reference-property objects are not present.",
        ),
    ] {
        let error = emulator.link(path, to).unwrap_err();
        assert_eq!(error.to_string(), message);
    }
    assert!(emulator.links("/nowhere").is_empty());
    emulator.link(MANAGER, "/users/2").unwrap();
    emulator.link(MANAGER, "/users/3").unwrap();
    assert_eq!(emulator.links(MANAGER), ["/users/3"]);
}
