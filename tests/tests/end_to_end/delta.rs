//! Changes of a collection are read, applied and stored.

use graph_resource::{
    Change, Changed, Client, DeltaToken, ErrorKind, RemovedReason, graph_resource,
};
use graph_resource_emulator::{Emulator, Fault, When};
use serde_json::{Value, json};

use crate::support::client;

#[graph_resource(path = "/users", select = "never")]
#[derive(Debug, Clone, PartialEq)]
struct User {
    #[graph(key)]
    id: String,
    display_name: Option<String>,
    account_enabled: bool,
    #[graph(read_only)]
    kind: Option<String>,
}

#[graph_resource(path = "/groups")]
#[derive(Debug, Clone, PartialEq)]
struct Group {
    #[graph(key)]
    id: String,
}

fn start() -> (Emulator, Client) {
    let emulator = Emulator::builder()
        .serve::<User>()
        .serve::<Group>()
        .page_size(2)
        .start()
        .unwrap();
    for id in ["1", "2", "3"] {
        let user = json!({ "id": id, "displayName": "Ada", "accountEnabled": true });
        emulator.insert("/users", user).unwrap();
    }
    let client = client(&emulator);
    (emulator, client)
}

/// The keys of all changes of a round: `+` for an item, `-` for one that is gone, `!` for a new beginning.
async fn round(client: &Client, token: Option<&DeltaToken>) -> (Vec<String>, DeltaToken) {
    let mut delta = User::list().delta();
    if let Some(token) = token {
        delta = delta.since(token);
    }
    let mut changes = delta.changes(client);
    let mut keys = Vec::new();
    while let Some(change) = changes.next().await.unwrap() {
        keys.push(match change {
            Changed::Item(item) => format!("+{}", item.key()),
            Changed::Removed { key, .. } => format!("-{key}"),
            Changed::Resync => "!".to_owned(),
            other => panic!("{other:?}"),
        });
    }
    (keys, changes.token().unwrap().clone())
}

#[tokio::test]
async fn the_first_round_has_all_items_and_later_ones_what_has_changed() {
    let (emulator, client) = start();
    let (keys, token) = round(&client, None).await;
    assert_eq!(keys, ["+1", "+2", "+3"]);
    assert_eq!(emulator.requests().len(), 2);

    let (keys, token) = round(&client, Some(&token)).await;
    assert!(keys.is_empty());

    emulator.remove("/users/1");
    User::update("3")
        .display_name("Grace")
        .send(&client)
        .await
        .unwrap();
    emulator
        .insert("/users", json!({ "id": "4", "accountEnabled": false }))
        .unwrap();
    let (keys, _) = round(&client, Some(&token)).await;
    assert_eq!(keys, ["-1", "+3", "+4"]);
}

#[tokio::test]
async fn the_token_of_the_current_state_can_be_had_alone() {
    let (emulator, client) = start();
    let mut changes = User::list().delta().latest().changes(&client);
    assert_eq!(changes.next().await.unwrap(), None);
    let token = changes.token().unwrap().clone();
    emulator.remove("/users/2");
    assert_eq!(round(&client, Some(&token)).await.0, ["-2"]);
}

#[tokio::test]
async fn the_token_moves_from_page_to_page() {
    let (_emulator, client) = start();
    let mut changes = User::list().delta().changes(&client);
    assert_eq!(changes.token(), None);
    changes.next().await.unwrap();
    assert_eq!(changes.token(), None, "the first page is not done");
    changes.next().await.unwrap();
    let token = changes.token().unwrap().clone();
    drop(changes);
    let (keys, _) = round(&client, Some(&token)).await;
    assert_eq!(keys, ["+3"]);
}

#[tokio::test]
async fn a_state_that_the_service_has_forgotten_begins_again() {
    let (emulator, client) = start();
    let (_, token) = round(&client, None).await;
    emulator.remove("/users/1");
    emulator.expire_delta_tokens();
    let (keys, token) = round(&client, Some(&token)).await;
    assert_eq!(keys, ["!", "+2", "+3"]);
    assert!(round(&client, Some(&token)).await.0.is_empty());
}

#[tokio::test]
async fn a_service_that_forgets_for_ever_is_an_error() {
    let (emulator, client) = start();
    emulator.inject(Fault::status(410), When::always()).unwrap();
    let mut changes = User::list().delta().changes(&client);
    assert_eq!(changes.next().await.unwrap(), Some(Changed::Resync));
    assert!(changes.next().await.unwrap_err().is_gone());
}

#[tokio::test]
async fn after_an_error_the_same_page_is_asked_for_again() {
    let (emulator, client) = start();
    let mut changes = User::list().delta().changes(&client);
    for _ in 0..2 {
        changes.next().await.unwrap();
    }
    emulator.inject(Fault::status(403), When::next(1)).unwrap();
    assert_eq!(changes.next().await.unwrap_err().status().unwrap(), 403);
    assert!(
        matches!(changes.next().await.unwrap(), Some(Changed::Item(item)) if item.key() == "3")
    );
    assert_eq!(changes.next().await.unwrap(), None);
}

#[tokio::test]
async fn a_token_belongs_to_one_type() {
    let (_emulator, client) = start();
    let (_, token) = round(&client, None).await;
    let stored = serde_json::to_string(&token).unwrap();
    assert_eq!(serde_json::from_str::<DeltaToken>(&stored).unwrap(), token);
    let mut changes = Group::list().delta().since(&token).changes(&client);
    assert_eq!(
        changes.next().await.unwrap_err().kind(),
        ErrorKind::InvalidRequest
    );
    let foreign = token.to_string().replace("127.0.0.1", "127.0.0.2");
    let mut changes = User::list()
        .delta()
        .since(&foreign.parse().unwrap())
        .changes(&client);
    assert_eq!(
        changes.next().await.unwrap_err().kind(),
        ErrorKind::InvalidRequest
    );
}

/// Changes that a service answers, which says only what has changed.
async fn canned(value: Value) -> Vec<Changed<User>> {
    let body = json!({ "value": value, "@odata.deltaLink": "https://graph.microsoft.com/v1.0/users/delta?$deltatoken=1" });
    let transport = move |_: http::Request<graph_resource::Body>| {
        let answer = http::Response::new(bytes::Bytes::from(body.to_string()));
        async move { Ok(answer) }
    };
    let client = Client::builder()
        .transport(transport)
        .token("any")
        .build()
        .unwrap();
    let mut changes = User::list().delta().changes(&client);
    changes.next_page().await.unwrap().unwrap()
}

#[tokio::test]
async fn absent_null_and_value_are_three_things() {
    let changes = canned(json!([{ "id": "1", "displayName": null, "kind": "guest" }])).await;
    let [Changed::Item(item)] = changes.as_slice() else {
        panic!("{changes:?}")
    };
    assert_eq!(item.change(&User::DISPLAY_NAME).unwrap(), Change::Clear);
    assert_eq!(item.change(&User::ACCOUNT_ENABLED).unwrap(), Change::Keep);
    assert_eq!(
        item.change(&User::KIND).unwrap(),
        Change::Set("guest".to_owned())
    );
    let mut user = User {
        id: "1".to_owned(),
        display_name: Some("Ada".to_owned()),
        account_enabled: true,
        kind: None,
    };
    item.apply_to(&mut user).unwrap();
    assert_eq!(
        (
            user.display_name.as_deref(),
            user.account_enabled,
            user.kind.as_deref()
        ),
        (None, true, Some("guest"))
    );
    assert_eq!(
        item.to_item().unwrap_err().kind(),
        ErrorKind::UnexpectedAnswer
    );
    assert_eq!(
        format!("{item:?}"),
        r#"ChangedItem(["displayName", "id", "kind"])"#
    );
}

#[tokio::test]
async fn a_change_that_cannot_be_read_leaves_the_item_as_it_was() {
    let changes =
        canned(json!([{ "id": "1", "displayName": "New", "accountEnabled": "yes" }])).await;
    let [Changed::Item(item)] = changes.as_slice() else {
        panic!("{changes:?}")
    };
    let before = User {
        id: "1".to_owned(),
        display_name: None,
        account_enabled: true,
        kind: None,
    };
    let mut user = before.clone();
    assert!(item.apply_to(&mut user).is_err());
    assert_eq!(user, before);
}

#[tokio::test]
async fn a_removal_says_why() {
    let removed = |reason: Value| json!([{ "id": "1", "@removed": { "reason": reason } }]);
    for (reason, expected) in [
        (json!("changed"), RemovedReason::Changed),
        (json!("deleted"), RemovedReason::Deleted),
        (json!("moved"), RemovedReason::Other("moved".to_owned())),
    ] {
        let changes = canned(removed(reason)).await;
        let [Changed::Removed { key, reason }] = changes.as_slice() else {
            panic!("{changes:?}")
        };
        assert_eq!((key.as_str(), reason), ("1", &expected));
    }
}
