//! The changes of a collection, by the function `delta`.

use graph_resource_emulator::Emulator;

use crate::support::*;

fn start() -> Emulator {
    let emulator = builder().page_size(2).start().unwrap();
    for key in ["a", "b", "c"] {
        emulator
            .insert("/users/1/tasks", json!({ "key": key }))
            .unwrap();
    }
    emulator
}

/// The keys on a page, with a `-` before those that are gone, and its links.
fn page(answer: &Answer) -> (String, Option<String>, Option<String>) {
    assert_eq!(answer.status, 200, "{answer:?}");
    let keys = answer.json["value"].as_array().unwrap().iter().map(|item| {
        let sign = if item.get("@removed").is_some() {
            "-"
        } else {
            ""
        };
        format!("{sign}{}", item["key"].as_str().unwrap())
    });
    let link = |name: &str| answer.json[name].as_str().map(str::to_owned);
    (
        keys.collect(),
        link("@odata.nextLink"),
        link("@odata.deltaLink"),
    )
}

#[tokio::test]
async fn a_round_ends_with_the_link_to_later_changes() {
    let emulator = start();
    let (keys, next, changes) = page(&get(&emulator, "/users/1/tasks/delta?$select=key").await);
    assert_eq!((keys.as_str(), changes), ("ab", None));
    let next = next.unwrap();
    assert!(next.contains("$select=key&$skiptoken="), "{next}");
    let (keys, next, changes) = page(&get(&emulator, &next).await);
    assert_eq!((keys.as_str(), next), ("c", None));
    let changes = changes.unwrap();

    let (keys, _, _) = page(&get(&emulator, &changes).await);
    assert_eq!(keys, "");
    emulator.remove("/users/1/tasks/a");
    emulator
        .put("/users/1/tasks/c", json!({ "title": "new" }))
        .unwrap();
    emulator
        .insert("/users/1/tasks", json!({ "key": "d" }))
        .unwrap();
    let (keys, next, _) = page(&get(&emulator, &changes).await);
    assert_eq!(keys, "-ac");
    let (keys, _, _) = page(&get(&emulator, &next.unwrap()).await);
    assert_eq!(keys, "d");
}

#[tokio::test]
async fn what_is_removed_during_the_first_round_is_told() {
    let emulator = start();
    let (_, next, _) = page(&get(&emulator, "/users/1/tasks/delta()").await);
    emulator.remove("/users/1/tasks/a");
    let (keys, _, _) = page(&get(&emulator, &next.unwrap()).await);
    assert_eq!(keys, "c-a");
}

#[tokio::test]
async fn an_expired_token_is_gone_and_names_the_beginning() {
    let emulator = start();
    let latest = get(
        &emulator,
        "/users/1/tasks/microsoft.graph.delta?$deltatoken=latest",
    )
    .await;
    let (keys, _, changes) = page(&latest);
    assert_eq!(keys, "");
    emulator.expire_delta_tokens();
    let answer = get(&emulator, &changes.unwrap()).await;
    answer.assert_rejected(410, "resyncRequired");
    let (keys, _, _) = page(&get(&emulator, answer.header("location")).await);
    assert_eq!(keys, "ab");
}

#[tokio::test]
async fn what_delta_does_not_support_is_refused() {
    let emulator = start();
    for query in ["$filter=key%20eq%20'a'", "$orderby=key", "$count=true"] {
        let answer = get(&emulator, &format!("/users/1/tasks/delta?{query}")).await;
        answer.assert_rejected(501, "NotImplemented");
    }
    let answer = get(&emulator, "/users/1/tasks/delta?$deltatoken=xyz").await;
    answer.assert_rejected(400, "BadRequest");
    get(&emulator, "/nowhere/delta")
        .await
        .assert_rejected(404, "BadRequest");
}
