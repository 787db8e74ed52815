//! The resource after a write that is answered without it.

use graph_resource::{ErrorKind, Updated, Upserted, graph_resource};
use graph_resource_emulator::{Emulator, UpdateAnswer};
use serde_json::json;

use crate::support::client;

#[graph_resource(path = "/users")]
#[derive(Debug, Clone, PartialEq)]
struct User {
    #[graph(key)]
    id: String,
    job_title: Option<String>,
}

fn start(answer: UpdateAnswer) -> (Emulator, graph_resource::Client) {
    let emulator = Emulator::builder()
        .serve::<User>()
        .update_answers(answer)
        .start()
        .unwrap();
    emulator.insert("/users", json!({ "id": "1" })).unwrap();
    let client = client(&emulator);
    (emulator, client)
}

#[tokio::test]
async fn it_is_read_only_if_the_answer_lacks_it() {
    for (answer, requests) in [
        (UpdateAnswer::NoContent, 2),
        (UpdateAnswer::Representation, 1),
    ] {
        let (emulator, client) = start(answer);
        let updated = User::update("1")
            .job_title("x")
            .send(&client)
            .await
            .unwrap();
        let user = updated.or_get(User::get("1"), &client).await.unwrap();
        assert_eq!(user.job_title.as_deref(), Some("x"));
        assert_eq!(emulator.requests().len(), requests);
    }
}

#[tokio::test]
async fn it_is_read_if_the_answer_has_a_part_of_it() {
    let (emulator, client) = start(UpdateAnswer::Representation);
    let part = serde_json::from_value(json!({ "jobTitle": "x" })).unwrap();
    let user = Updated::Incomplete(part)
        .or_get(User::get("1"), &client)
        .await
        .unwrap();
    assert_eq!(user.id, "1");
    let user = Upserted::NoContent
        .or_get(User::get("1"), &client)
        .await
        .unwrap();
    assert_eq!(user.id, "1");
    assert_eq!(emulator.requests().len(), 2);
}

#[tokio::test]
async fn what_is_not_executed_yet_is_not_read() {
    let (emulator, client) = start(UpdateAnswer::Representation);
    let error = Updated::Accepted
        .or_get(User::get("1"), &client)
        .await
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::UnexpectedAnswer);
    assert!(emulator.requests().is_empty());
}

#[tokio::test]
async fn a_page_is_iterated_by_its_items() {
    let (_emulator, client) = start(UpdateAnswer::Representation);
    let page = User::list().send(&client).await.unwrap();
    let ids: Vec<_> = (&page).into_iter().map(|user| user.id.clone()).collect();
    assert_eq!(ids, ["1"]);
    for user in page {
        assert_eq!(user.id, "1");
    }
}
