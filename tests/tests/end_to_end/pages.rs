//! A collection is read page by page, and resumed where it was left.

use std::pin::pin;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Waker};

use bytes::Bytes;
use futures_util::{StreamExt, TryStreamExt};
use graph_resource::{Client, Continuation, Error, ErrorKind, graph_resource};
use graph_resource_emulator::{Emulator, Fault, When};
use serde_json::json;

use crate::support::client;

#[graph_resource(path = "/users")]
#[derive(Debug, Clone, PartialEq)]
struct User {
    #[graph(key)]
    id: String,
}

#[graph_resource(path = "/groups")]
#[derive(Debug, Clone, PartialEq)]
struct Group {
    #[graph(key)]
    id: String,
}

/// An emulator with seven users, three on a page.
fn start() -> (Emulator, Client) {
    let emulator = Emulator::builder()
        .serve::<User>()
        .serve::<Group>()
        .page_size(3)
        .start()
        .unwrap();
    for id in 1..=7 {
        emulator
            .insert("/users", json!({ "id": id.to_string() }))
            .unwrap();
    }
    let client = client(&emulator);
    (emulator, client)
}

fn ids(users: &[User]) -> Vec<&str> {
    users.iter().map(|user| user.id.as_str()).collect()
}

const ALL: [&str; 7] = ["1", "2", "3", "4", "5", "6", "7"];

/// A client whose service answers with these bodies in turn, and the URLs that it asked for.
fn canned(answers: &[&str]) -> (Client, Arc<Mutex<Vec<String>>>) {
    let mut answers: Vec<String> = answers.iter().rev().map(ToString::to_string).collect();
    let answers = Arc::new(Mutex::new(std::mem::take(&mut answers)));
    let urls = Arc::new(Mutex::new(Vec::new()));
    let log = Arc::clone(&urls);
    let transport = move |request: http::Request<graph_resource::Body>| {
        log.lock().unwrap().push(request.uri().to_string());
        let answer = answers.lock().unwrap().pop().unwrap_or_default();
        async move { Ok(http::Response::new(Bytes::from(answer))) }
    };
    let client = Client::builder()
        .transport(transport)
        .token("any")
        .build()
        .unwrap();
    (client, urls)
}

#[tokio::test]
async fn each_item_is_returned_once_in_order() {
    let (emulator, client) = start();
    let mut users = User::list().pages(&client);
    let mut found = Vec::new();
    while let Some(user) = users.next().await.unwrap() {
        found.push(user);
    }
    assert_eq!(ids(&found), ALL);
    assert_eq!(emulator.requests().len(), 3);
    assert_eq!(users.next().await.unwrap(), None);
    assert_eq!(users.continuation(), None);
}

#[tokio::test]
async fn a_pager_is_a_stream() {
    let (_emulator, client) = start();
    let users = User::list().pages(&client).skip(2).take(3);
    let users: Vec<User> = users.try_collect().await.unwrap();
    assert_eq!(ids(&users), ["3", "4", "5"]);
}

#[tokio::test]
async fn the_next_page_is_asked_for_while_one_is_consumed() {
    let (emulator, client) = start();
    let mut users = User::list().pages(&client);
    users.next().await.unwrap();
    // The request was sent, and needs no further poll to reach the service.
    while emulator.requests().len() < 2 {
        tokio::task::yield_now().await;
    }
    users.next().await.unwrap();
    users.next().await.unwrap();
    assert_eq!(
        emulator.requests().len(),
        2,
        "not more than one page in advance"
    );

    emulator.clear_requests();
    let mut users = User::list().pages(&client).with_prefetch(false);
    for _ in 0..3 {
        users.next().await.unwrap();
    }
    assert_eq!(emulator.requests().len(), 1);
}

#[tokio::test]
async fn nothing_is_sent_before_a_page_is_asked_for() {
    let (emulator, client) = start();
    let users = User::list().pages(&client);
    assert_eq!(emulator.requests().len(), 0);
    assert!(users.continuation().is_some());
}

#[tokio::test]
async fn a_page_without_items_is_not_the_end() {
    let next = "https://graph.microsoft.com/v1.0/users?$skiptoken=";
    let (client, urls) = canned(&[
        &format!(r#"{{"value":[],"@odata.nextLink":"{next}1"}}"#),
        &format!(r#"{{"value":[],"@odata.nextLink":"{next}2"}}"#),
        r#"{"value":[{"id":"1"}]}"#,
    ]);
    let users: Vec<User> = User::list().pages(&client).try_collect().await.unwrap();
    assert_eq!(ids(&users), ["1"]);
    assert_eq!(urls.lock().unwrap().len(), 3);
}

#[tokio::test]
async fn after_an_error_the_same_page_is_asked_for_again() {
    let (emulator, client) = start();
    emulator
        .inject(Fault::status(403), When::next(1).method("GET"))
        .unwrap();
    let mut users = User::list().pages(&client).with_prefetch(false);
    let error = users.next().await.unwrap_err();
    assert_eq!(error.status().unwrap(), 403);
    let mut found = Vec::new();
    for _ in 0..3 {
        found.extend(users.next().await.unwrap());
    }
    emulator
        .inject(Fault::status(403), When::next(1).method("GET"))
        .unwrap();
    assert!(users.next().await.is_err());
    while let Some(user) = users.next().await.unwrap() {
        found.push(user);
    }
    assert_eq!(ids(&found), ALL);
}

#[tokio::test]
async fn an_error_of_the_page_in_advance_comes_after_the_items_before_it() {
    let (emulator, client) = start();
    let mut users = User::list().pages(&client);
    users.next().await.unwrap();
    while emulator.requests().len() < 2 {
        tokio::task::yield_now().await;
    }
    emulator
        .inject(Fault::status(403), When::next(1).method("GET"))
        .unwrap();
    for _ in 0..5 {
        assert!(users.next().await.unwrap().is_some());
    }
    assert!(users.next().await.is_err());
    assert_eq!(users.next().await.unwrap().unwrap().id, "7");
}

#[tokio::test]
async fn a_dropped_call_loses_no_item() {
    let (_emulator, client) = start();
    let mut users = User::list().pages(&client);
    let mut found = Vec::new();
    loop {
        // Polled once and dropped, until an item is there.
        let mut context = Context::from_waker(Waker::noop());
        let next = pin!(users.next()).poll(&mut context);
        match next {
            Poll::Pending => tokio::task::yield_now().await,
            Poll::Ready(user) => match user.unwrap() {
                Some(user) => found.push(user),
                None => break,
            },
        }
    }
    assert_eq!(ids(&found), ALL);
}

#[tokio::test]
async fn pages_are_read_as_they_are() {
    let (_emulator, client) = start();
    let mut users = User::list().pages(&client);
    users.next().await.unwrap();
    let rest = users.next_page().await.unwrap().unwrap();
    assert_eq!(ids(&rest.value), ["2", "3"]);
    assert!(rest.next_link.is_some());
    assert_eq!(users.next_page().await.unwrap().unwrap().value.len(), 3);
    let last = users.next_page().await.unwrap().unwrap();
    assert_eq!((ids(&last.value), last.next_link), (vec!["7"], None));
    assert_eq!(users.next_page().await.unwrap(), None);
}

#[tokio::test]
async fn a_continuation_goes_on_at_the_page_in_whose_middle_it_is() {
    let (_emulator, client) = start();
    let mut users = User::list().pages(&client);
    for _ in 0..4 {
        users.next().await.unwrap();
    }
    let stored = serde_json::to_string(&users.continuation()).unwrap();
    drop(users);

    let place: Continuation = serde_json::from_str(&stored).unwrap();
    let users = User::list()
        .with_header("x-other", "1")
        .pages_from(&place, &client)
        .unwrap();
    let users: Vec<User> = users.try_collect().await.unwrap();
    assert_eq!(ids(&users), ["4", "5", "6", "7"]);
}

#[tokio::test]
async fn a_continuation_of_the_first_page_begins_again() {
    let (_emulator, client) = start();
    let mut users = User::list().pages(&client);
    users.next().await.unwrap();
    let place = users.continuation().unwrap();
    let users = User::list().pages_from(&place, &client).unwrap();
    let users: Vec<User> = users.try_collect().await.unwrap();
    assert_eq!(ids(&users), ALL);
}

#[tokio::test]
async fn a_continuation_belongs_to_one_type_and_one_service() {
    let (_emulator, client) = start();
    let place: Continuation = "microsoft.graph.user https://graph.example/v1.0/users"
        .parse()
        .unwrap();
    let error = Group::list().pages_from(&place, &client).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidRequest);
    assert_eq!(
        error.message(),
        "a collection of microsoft.graph.user cannot be continued by one of microsoft.graph.group"
    );
    let error = User::list()
        .pages_from(&place, &client)
        .unwrap()
        .next()
        .await
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidRequest);
    assert!(format!("{place:?}") == "Continuation(microsoft.graph.user)");
}

#[tokio::test]
async fn headers_are_sent_with_each_page_and_options_with_the_first() {
    let (emulator, client) = start();
    let list = User::list()
        .with_header("x-app", "sync")
        .with_page_size(5)
        .top(2);
    let users: Vec<User> = list.pages(&client).try_collect().await.unwrap();
    assert_eq!(ids(&users), ALL);
    let requests = emulator.requests();
    assert_eq!(requests.len(), 4);
    for request in &requests {
        assert_eq!(request.header("x-app"), Some("sync"));
        assert_eq!(request.header("prefer"), Some("odata.maxpagesize=5"));
    }
}

#[tokio::test]
async fn a_foreign_or_repeated_link_is_refused() {
    for link in [
        "https://evil.example/v1.0/users",
        "https://graph.microsoft.com/v1.0/users?a=b",
    ] {
        let page = format!(r#"{{"value":[{{"id":"1"}}],"@odata.nextLink":"{link}"}}"#);
        let (client, urls) = canned(&[&page, &page, &page, &page]);
        let users: Result<Vec<User>, Error> = User::list().pages(&client).try_collect().await;
        assert_eq!(
            users.unwrap_err().kind(),
            ErrorKind::InvalidRequest,
            "{link}"
        );
        assert!(urls.lock().unwrap().len() <= 2);
    }
}

#[tokio::test]
async fn a_collection_is_read_up_to_a_limit() {
    let (emulator, client) = start();
    let some = User::list().collect_up_to(4, &client).await.unwrap();
    assert_eq!(ids(&some.items), ["1", "2", "3", "4"]);
    assert!(some.is_truncated());
    assert_eq!(emulator.requests().len(), 2);
    let place = some.continuation().unwrap();
    let rest: Vec<User> = User::list()
        .pages_from(place, &client)
        .unwrap()
        .try_collect()
        .await
        .unwrap();
    assert_eq!(ids(&rest), ["4", "5", "6", "7"]);

    let all = User::list().collect_up_to(100, &client).await.unwrap();
    assert!(!all.is_truncated());
    assert_eq!(all.items.len(), 7);
    assert!(
        !User::list()
            .collect_up_to(7, &client)
            .await
            .unwrap()
            .is_truncated()
    );
    assert!(
        User::list()
            .collect_up_to(0, &client)
            .await
            .unwrap()
            .is_truncated()
    );
}

#[tokio::test]
async fn work_ends_with_the_first_item_that_fails() {
    let (_emulator, client) = start();
    let mut done = Vec::new();
    let result = User::list()
        .pages(&client)
        .try_for_each(async |user| {
            if user.id == "3" {
                return User::delete("none").send(&client).await;
            }
            done.push(user.id);
            Ok(())
        })
        .await;
    assert_eq!(result.unwrap_err().status().unwrap(), 404);
    assert_eq!(done, ["1", "2"]);
}

#[tokio::test]
async fn the_number_of_items_and_the_link_to_changes_are_kept() {
    let next = "https://graph.microsoft.com/v1.0/users?$skiptoken=1";
    let (client, _) = canned(&[
        &format!(r#"{{"@odata.count":2,"value":[{{"id":"1"}}],"@odata.nextLink":"{next}"}}"#),
        r#"{"value":[{"id":"2"}],"@odata.deltaLink":"https://graph.microsoft.com/v1.0/users?$deltatoken=x"}"#,
    ]);
    let mut users = User::list().count().pages(&client);
    assert_eq!(users.total_count(), None);
    while users.next().await.unwrap().is_some() {}
    assert_eq!(users.total_count(), Some(2));
    assert_eq!(
        users.delta_link(),
        Some("https://graph.microsoft.com/v1.0/users?$deltatoken=x")
    );
}

#[tokio::test]
async fn reading_pages_can_be_spawned() {
    let (_emulator, client) = start();
    let mut users = User::list().pages(&client);
    let first = tokio::spawn(async move { users.next().await });
    assert_eq!(first.await.unwrap().unwrap().unwrap().id, "1");
    let all = tokio::spawn(User::list().collect_up_to(10, &client));
    assert_eq!(all.await.unwrap().unwrap().items.len(), 7);
}
