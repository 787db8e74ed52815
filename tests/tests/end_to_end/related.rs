//! Links between resources.

use graph_resource::{Client, Retry, graph_resource};
use graph_resource_emulator::{Emulator, Fault, When};
use serde_json::json;

#[graph_resource(path = "/users")]
#[derive(Debug)]
struct User {
    #[graph(key)]
    id: String,
    #[graph(navigation, bind)]
    manager: Option<Box<User>>,
}

#[graph_resource(path = "/groups")]
#[derive(Debug)]
struct Group {
    #[graph(key)]
    id: String,
    #[graph(navigation, bind)]
    members: Option<Vec<User>>,
}

fn start() -> (Emulator, Client) {
    let emulator = Emulator::builder().serve::<User>().serve::<Group>();
    let emulator = emulator.page_size(2).start().unwrap();
    emulator.insert("/groups", json!({ "id": "1" })).unwrap();
    for number in 0..30 {
        let user = json!({ "id": format!("u{number}") });
        emulator.insert("/users", user).unwrap();
    }
    let client = Client::builder().base_url(emulator.url()).token("any");
    (emulator, client.retry(Retry::never()).build().unwrap())
}

fn users(
    numbers: std::ops::Range<u32>,
) -> impl Iterator<Item = (String, graph_resource::Get<User>)> {
    numbers.map(|number| {
        let id = format!("u{number}");
        let get = User::get(&id);
        (id, get)
    })
}

fn count(emulator: &Emulator, method: &str) -> usize {
    let requests = emulator.requests().into_iter();
    requests
        .filter(|request| request.method() == method)
        .count()
}

#[tokio::test]
async fn a_single_link_is_set_and_removed() {
    let (emulator, client) = start();
    let manager = User::manager("u1");
    manager.set(User::get("u2")).send(&client).await.unwrap();
    let path = emulator.requests()[0].path().to_owned();
    assert_eq!(path, "/v1.0/users/u1/manager/$ref");
    manager.clear().send(&client).await.unwrap();
    let gone = manager.clear().send(&client).await.unwrap_err();
    assert!(gone.is_not_found());
}

#[tokio::test]
async fn only_the_difference_is_sent_and_all_pages_are_read() {
    let (emulator, client) = start();
    let members = Group::members("1");
    let first = members.clone().set_to(users(0..5)).send(&client).await;
    assert_eq!(first.unwrap().added.len(), 5);
    emulator.clear_requests();
    let linked = members.set_to(users(2..7)).send(&client).await.unwrap();
    assert_eq!(linked.added, ["u5", "u6"]);
    assert_eq!(linked.removed, ["u0", "u1"]);
    assert_eq!(
        (count(&emulator, "POST"), count(&emulator, "DELETE")),
        (2, 2)
    );
    assert_eq!(count(&emulator, "GET"), 3);
}

#[tokio::test]
async fn twenty_are_added_at_a_time_where_the_service_allows_it() {
    let (emulator, client) = start();
    let members = Group::members("1").set_to(users(0..25)).with_bind();
    assert_eq!(members.send(&client).await.unwrap().added.len(), 25);
    assert_eq!(
        (count(&emulator, "PATCH"), count(&emulator, "POST")),
        (2, 0)
    );
}

#[tokio::test]
async fn what_failed_is_sent_by_the_next_call() {
    let (emulator, client) = start();
    let third = When::next(1).after(2).method("POST");
    emulator.inject(Fault::status(403), third).unwrap();
    let members = Group::members("1").set_to(users(0..4));
    let error = members.clone().send(&client).await.unwrap_err();
    assert!(error.is_forbidden());
    assert_eq!(members.send(&client).await.unwrap().added.len(), 2);
}

#[tokio::test]
async fn a_member_that_somebody_else_has_removed_is_no_failure() {
    let (emulator, client) = start();
    let members = Group::members("1");
    members.add(User::get("u1")).send(&client).await.unwrap();
    let gone = When::next(1).method("DELETE");
    emulator.inject(Fault::status(404), gone).unwrap();
    let linked = members.set_to(users(0..0)).send(&client).await.unwrap();
    assert_eq!(linked.removed, ["u1"]);
}
