//! The hints at what a client could do better.

use std::time::Duration;

use graph_resource_emulator::{AdviceKind, Clock, Emulator, Fault, RetryAfter, When};

use crate::relationships;
use crate::support::*;

fn start_with_tasks() -> Emulator {
    let emulator = builder().page_size(2).start().unwrap();
    for key in ["a", "b", "c"] {
        let task = json!({ "key": key });
        emulator.insert("/users/1/tasks", task).unwrap();
    }
    emulator
}

/// The kinds of the hints, each with the path below the version of the first request that it is about.
fn advice(emulator: &Emulator) -> Vec<(AdviceKind, String)> {
    let advice = emulator.advice().into_iter();
    advice
        .map(|each| {
            let path = each.path().strip_prefix("/beta").unwrap();
            (each.kind(), path.to_owned())
        })
        .collect()
}

#[tokio::test]
async fn a_read_without_select_is_named_once() {
    let (emulator, path) = start_with_image();
    get(&emulator, &format!("{path}?$select=id")).await;
    get(&emulator, &format!("{path}?select=id")).await;
    get(&emulator, "/users/1/unknown").await;
    patch(&emulator, &path, json!({ "version": "2" })).await;
    assert_eq!(advice(&emulator), []);
    get(&emulator, &path).await;
    get(&emulator, &path).await;
    assert_eq!(advice(&emulator), [(AdviceKind::NoSelect, path)]);
    emulator.clear_requests();
    assert_eq!(advice(&emulator), []);
}

#[tokio::test]
async fn a_token_must_be_from_a_link() {
    let emulator = start_with_tasks();
    let tasks = "/users/1/tasks";
    let first = get(&emulator, &format!("{tasks}?$select=key")).await;
    get(&emulator, first.json["@odata.nextLink"].as_str().unwrap()).await;
    get(
        &emulator,
        &format!("{tasks}/delta?$select=key&$deltatoken=latest"),
    )
    .await;
    assert_eq!(advice(&emulator), []);
    get(&emulator, &format!("{tasks}?$select=key&%24skiptoken=1")).await;
    let invented = (AdviceKind::InventedToken, tasks.to_owned());
    assert!(advice(&emulator).contains(&invented));
}

#[tokio::test]
async fn a_repetition_must_wait_as_long_as_the_service_says() {
    for (header, wait) in [
        (
            RetryAfter::from(Duration::from_millis(1500)),
            Duration::from_millis(1500),
        ),
        (
            RetryAfter::Date(Duration::from_secs(3)),
            Duration::from_secs(3),
        ),
    ] {
        let clock = Clock::manual();
        let emulator = builder().clock(clock.clone()).start().unwrap();
        let throttled = Fault::status(429).retry_after(header);
        emulator.inject(throttled, When::next(2)).unwrap();
        let path = "/users/1/tasks?$select=key";
        get(&emulator, path).await;
        clock.advance(wait);
        get(&emulator, path).await;
        assert_eq!(advice(&emulator), [], "{wait:?}");
        clock.advance(wait.mul_f64(0.99));
        get(&emulator, path).await;
        let early = (AdviceKind::EarlyRetry, "/users/1/tasks".to_owned());
        assert_eq!(advice(&emulator), [early], "{wait:?}");
    }
}

#[tokio::test]
async fn a_write_needs_the_entity_tag_that_its_type_requires() {
    let builder = builder().require_if_match::<relationships::Message>();
    let builder = builder.serve::<relationships::Message>();
    let emulator = builder.start().unwrap();
    let messages = "/users/1/messages";
    emulator.insert(messages, json!({ "id": "1" })).unwrap();
    let path = format!("{messages}/1");
    let update = with_json(&emulator, "PATCH", &path, &json!({ "subject": "new" }));
    assert_eq!(send(update.header("If-Match", "W/\"0\"")).await.status, 412);
    assert_eq!(advice(&emulator), []);
    assert_eq!(delete(&emulator, &path).await.status, 400);
    assert_eq!(advice(&emulator), [(AdviceKind::NoIfMatch, path)]);
}

#[tokio::test]
async fn a_list_is_read_to_its_end_or_limited() {
    let emulator = start_with_tasks();
    get(&emulator, "/users/1/tasks?$select=key&$top=1").await;
    assert_eq!(advice(&emulator), []);
    let first = get(&emulator, "/users/1/tasks?$select=key").await;
    let unread = (AdviceKind::UnreadPages, "/users/1/tasks".to_owned());
    assert_eq!(advice(&emulator), [unread]);
    get(&emulator, first.json["@odata.nextLink"].as_str().unwrap()).await;
    assert_eq!(advice(&emulator), []);
}

#[tokio::test]
async fn items_that_are_read_one_by_one_are_many_from_the_fifth_on() {
    let emulator = relationships::start();
    for (path, kind) in [
        ("/users/{}?$select=id", "/users/1"),
        ("/users/{}/manager?$select=id", "/users/1/manager"),
    ] {
        emulator.clear_requests();
        for user in ["1", "2", "3", "4", "5"] {
            let manager = format!("/users/{user}/manager");
            emulator.link(&manager, "/users/1").unwrap();
            assert_eq!(advice(&emulator), [], "{path}");
            get(&emulator, &path.replace("{}", user)).await;
            get(&emulator, &path.replace("{}", "1")).await;
        }
        let many = (AdviceKind::ManyReads, kind.to_owned());
        assert_eq!(advice(&emulator), [many]);
    }
}
