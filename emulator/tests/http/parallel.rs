use std::sync::Arc;

use graph_resource_emulator::Emulator;

use crate::support::*;

const WRITERS: usize = 64;

async fn join(tasks: Vec<tokio::task::JoinHandle<()>>) {
    for task in tasks {
        task.await.unwrap();
    }
}

/// Increments the count, and retries until no concurrent change interferes.
async fn increment(emulator: &Emulator, path: &str) {
    loop {
        let before = get(emulator, path).await;
        let count = before.json["count"].as_u64().unwrap() + 1;
        let request = with_json(emulator, "PATCH", path, &json!({ "count": count }));
        let answer = send(request.header("If-Match", before.header("etag"))).await;
        match answer.status {
            200 => return assert_eq!(answer.json["count"], count),
            412 => {}
            other => panic!("{other}"),
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn no_increment_is_lost() {
    let emulator = Arc::new(start());
    emulator
        .insert("/users/1/tasks", json!({ "key": "a", "count": 0 }))
        .unwrap();
    let tasks = (0..WRITERS).map(|_| {
        let emulator = Arc::clone(&emulator);
        tokio::spawn(async move { increment(&emulator, "/users/1/tasks/a").await })
    });
    join(tasks.collect()).await;
    assert_eq!(emulator.get("/users/1/tasks/a").unwrap()["count"], WRITERS);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn no_item_is_lost_and_no_key_is_assigned_twice() {
    const EACH: usize = 10;
    let emulator = Arc::new(builder().page_size(50).start().unwrap());
    let tasks = (0..WRITERS).map(|writer| {
        let emulator = Arc::clone(&emulator);
        tokio::spawn(async move {
            for _ in 0..EACH / 2 {
                let answer = post(&emulator, "/users/1/tasks", json!({ "count": writer })).await;
                assert_eq!(answer.status, 201);
                emulator
                    .insert("/users/1/tasks", json!({ "count": writer }))
                    .unwrap();
            }
        })
    });
    join(tasks.collect()).await;

    let mut keys = std::collections::HashSet::new();
    let mut link = Some("/users/1/tasks".to_owned());
    while let Some(page) = link {
        let page = get(&emulator, &page).await.json;
        let items = page["value"].as_array().unwrap();
        keys.extend(items.iter().map(|item| item["key"].to_string()));
        link = page["@odata.nextLink"].as_str().map(str::to_owned);
    }
    assert_eq!(keys.len(), WRITERS * EACH);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn only_one_of_several_creates_with_the_same_key_succeeds() {
    let emulator = Arc::new(start());
    let tasks = (0..WRITERS).map(|_| {
        let emulator = Arc::clone(&emulator);
        tokio::spawn(async move {
            let status = post(&emulator, "/users/1/tasks", json!({ "key": "a" }))
                .await
                .status;
            assert!(matches!(status, 201 | 409), "{status}");
        })
    });
    join(tasks.collect()).await;
    let requests = emulator.requests();
    let created = requests
        .iter()
        .filter(|request| request.response().status() == 201);
    assert_eq!((created.count(), requests.len()), (1, WRITERS));
}
