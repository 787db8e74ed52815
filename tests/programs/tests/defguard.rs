//! The directory synchronization, against the emulator.

#![allow(
    clippy::unwrap_used,
    reason = "a test may unwrap, also in its helper functions"
)]

use graph_resource::{Client, ErrorKind};
use graph_resource_emulator::{Emulator, Fault, When};
use graph_resource_programs::defguard::{DirectorySync, Group, SyncError, User};
use serde_json::{Value, json};

fn start() -> (Emulator, DirectorySync) {
    let emulator = Emulator::builder()
        .serve::<User>()
        .serve::<Group>()
        .page_size(5)
        .start()
        .unwrap();
    let client = Client::builder().base_url(emulator.url()).token("any");
    (emulator, DirectorySync::new(client.build().unwrap()))
}

fn user(id: &str, mail: Option<&str>, other_mails: &[&str]) -> Value {
    json!({
        "id": id,
        "accountEnabled": true,
        "displayName": id,
        "mail": mail,
        "otherMails": other_mails,
        "businessPhones": ["1"],
    })
}

#[tokio::test]
async fn a_connection_is_tested_with_one_user() {
    let (emulator, sync) = start();
    sync.test_connection().await.unwrap();
    assert_eq!(emulator.requests().len(), 1);
    emulator.inject(Fault::status(403), When::next(1)).unwrap();
    let error = sync.test_connection().await.unwrap_err();
    assert!(matches!(error, SyncError::Graph(error) if error.kind() == ErrorKind::Service));
}

#[tokio::test]
async fn users_on_more_than_fifty_pages_are_all_read() {
    let (emulator, sync) = start();
    for number in 0..301 {
        let user = user(&format!("u{number}"), None, &[]);
        emulator.insert("/users", user).unwrap();
    }
    assert_eq!(sync.users().await.unwrap().len(), 301);
    let requests = emulator.requests();
    assert_eq!(requests.len(), 61);
    let query = requests[0].query().unwrap();
    assert!(
        query.contains("accountEnabled") && query.contains("businessPhones"),
        "{query}"
    );
}

#[tokio::test]
async fn a_list_that_is_cut_short_is_an_error_and_not_a_shorter_list() {
    let (emulator, sync) = start();
    for number in 0..12 {
        let user = user(&format!("u{number}"), None, &[]);
        emulator.insert("/users", user).unwrap();
    }
    let error = sync.clone().with_limit(10).users().await.unwrap_err();
    assert!(matches!(error, SyncError::Truncated), "{error}");
    assert_eq!(sync.with_limit(12).users().await.unwrap().len(), 12);
}

#[tokio::test]
async fn a_throttled_page_is_repeated_after_the_time_that_the_service_asks_for() {
    let (emulator, sync) = start();
    for number in 0..12 {
        let user = user(&format!("u{number}"), None, &[]);
        emulator.insert("/users", user).unwrap();
    }
    let throttled = Fault::status(429).retry_after("0.010");
    emulator.inject(throttled, When::next(1).after(1)).unwrap();
    assert_eq!(sync.users().await.unwrap().len(), 12);
    assert_eq!(emulator.requests().len(), 4);
}

#[tokio::test]
async fn a_user_is_known_by_the_first_address_and_number_that_there_is() {
    let (emulator, sync) = start();
    emulator
        .insert("/users", user("ada", Some("a@x.org"), &["b@x.org"]))
        .unwrap();
    emulator
        .insert("/users", user("bob", None, &["c@x.org", "d@x.org"]))
        .unwrap();
    emulator.insert("/users", user("eve", None, &[])).unwrap();
    emulator
        .insert("/users", user("ian", Some("i@x.org"), &[]))
        .unwrap();
    let users = sync.users().await.unwrap();
    let emails: Vec<_> = users.iter().map(User::email).collect();
    assert_eq!(
        emails,
        [Some("a@x.org"), Some("c@x.org"), None, Some("i@x.org")]
    );
    assert_eq!(users[0].phone(), Some("1"));
}

#[tokio::test]
async fn groups_are_read_by_names_in_lists_that_the_service_accepts() {
    let (emulator, sync) = start();
    for number in 0..40 {
        let group =
            json!({ "id": format!("g{number}"), "displayName": format!("Team's {number}") });
        emulator.insert("/groups", group).unwrap();
    }
    assert_eq!(sync.groups().await.unwrap().len(), 40);
    emulator.clear_requests();
    let names = (0..20).map(|number| format!("Team's {number}"));
    let groups = sync.with_group_names(names).groups().await.unwrap();
    assert_eq!(groups.len(), 20);
    // Fifteen names are on three pages, and five on one.
    assert_eq!(emulator.requests().len(), 4);
}

#[tokio::test]
async fn the_groups_of_a_user_are_found_by_an_address_with_an_apostrophe() {
    let (emulator, sync) = start();
    let mail = "o'brien@contoso.com";
    emulator
        .insert("/users", user("eve", Some("eve@contoso.com"), &[]))
        .unwrap();
    emulator
        .insert("/users", user("o", None, &[mail, "o@contoso.com"]))
        .unwrap();
    let of_user = "/users/o/memberOf/microsoft.graph.group";
    for number in 0..12 {
        let group = json!({ "id": format!("g{number}"), "displayName": format!("G{number}") });
        emulator.insert(of_user, group).unwrap();
    }
    let groups = sync.groups_of_user(mail).await.unwrap();
    assert_eq!(groups.len(), 12);
    let requests = emulator.requests();
    let query = requests[0].query().unwrap();
    assert!(
        query.contains("mail%20eq%20%27o%27%27brien@contoso.com%27"),
        "{query}"
    );
    assert_eq!(requests[2].header("consistencylevel"), Some("eventual"));
    let named = sync.with_group_names(["G3", "other"]);
    let groups = named.groups_of_user(mail).await.unwrap();
    assert_eq!(groups.len(), 1);
}

#[tokio::test]
async fn an_address_of_nobody_or_of_several_users_is_an_error() {
    let (emulator, sync) = start();
    let error = sync.groups_of_user("x@x.org").await.unwrap_err();
    assert!(matches!(error, SyncError::UserNotFound(_)), "{error}");
    for id in ["a", "b"] {
        emulator
            .insert("/users", user(id, Some("x@x.org"), &[]))
            .unwrap();
    }
    let error = sync.groups_of_user("x@x.org").await.unwrap_err();
    assert!(matches!(error, SyncError::MultipleUsersFound(_)), "{error}");
}

#[tokio::test]
async fn the_members_of_a_group_are_the_addresses_of_its_users() {
    let (emulator, sync) = start();
    let members = "/groups/g/members/microsoft.graph.user";
    for number in 0..7 {
        let mail = format!("u{number}@x.org");
        let user = user(&format!("u{number}"), Some(&mail), &[]);
        emulator.insert(members, user).unwrap();
    }
    emulator.insert(members, user("nobody", None, &[])).unwrap();
    let emails = sync.members("g").await.unwrap();
    assert_eq!(emails.len(), 7);
    assert_eq!(emails[6], "u6@x.org");
}
