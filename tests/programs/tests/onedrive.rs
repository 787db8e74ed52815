//! Files in a drive, against the emulator.

#![allow(
    clippy::unwrap_used,
    reason = "a test may unwrap, also in its helper functions"
)]

use std::io::Cursor;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use graph_resource::{Client, ErrorKind};
use graph_resource_emulator::{CallAnswer, Emulator, EmulatorBuilder, Fault, When};
use graph_resource_programs::onedrive::{DriveItem, DriveItemVersion, OneDrive};
use http::Method;
use serde_json::{Value, json};

const SHORT: Duration = Duration::from_millis(1);

fn builder() -> EmulatorBuilder {
    Emulator::builder()
        .serve::<DriveItem>()
        .serve::<DriveItemVersion>()
        .serve_content("/me/drive/root:/{name}:/content")
        .contents_elsewhere()
        .serve_uploads("/me/drive/root:/{name}:/createUploadSession", |upload| {
            let size = upload.content().len();
            CallAnswer::json(json!({ "id": "1", "name": upload.in_path("name"), "size": size }))
        })
        .page_size(2)
}

fn drive(emulator: &Emulator) -> OneDrive {
    let client = Client::builder().base_url(emulator.url()).token("secret");
    OneDrive::new(client.build().unwrap()).with_delay(SHORT)
}

fn start() -> (Emulator, OneDrive) {
    let emulator = builder().start().unwrap();
    let drive = drive(&emulator);
    (emulator, drive)
}

#[tokio::test]
async fn an_item_is_addressed_by_its_path_whatever_is_in_it() {
    let (emulator, drive) = start();
    let path = "/me/drive/root:/Q%201/50%25%20%23.txt:";
    emulator
        .put(path, json!({ "id": "1", "name": "50% #.txt", "size": 3 }))
        .unwrap();
    let item = drive.stat("Q 1/50% #.txt").await.unwrap();
    assert_eq!(item.size, Some(3));
    emulator
        .put("/me/drive/root", json!({ "id": "r", "folder": {} }))
        .unwrap();
    assert!(drive.stat("").await.unwrap().folder.is_some());
    emulator.inject(Fault::status(404), When::next(1)).unwrap();
    assert!(drive.stat("nowhere").await.unwrap_err().is_not_found());
    let outside = drive.stat("../other").await.unwrap_err();
    assert_eq!(outside.kind(), ErrorKind::InvalidRequest);
}

#[tokio::test]
async fn an_item_that_has_not_changed_is_not_sent() {
    let (emulator, drive) = start();
    let path = "/me/drive/root:/a.txt:";
    emulator.put(path, json!({ "id": "1", "size": 5 })).unwrap();
    emulator.inject(Fault::status(304), When::next(1)).unwrap();
    let etag = "\"{3B131E1C},10\"";
    assert_eq!(drive.stat_if_changed("a.txt", etag).await.unwrap(), None);
    assert_eq!(emulator.requests()[0].header("if-none-match"), Some(etag));
    let changed = drive.stat_if_changed("a.txt", etag).await.unwrap();
    assert_eq!(changed.unwrap().size, Some(5));
}

#[tokio::test]
async fn folders_and_versions_are_read_from_all_pages() {
    let (emulator, drive) = start();
    for number in 0..5 {
        let item = json!({ "id": number.to_string(), "name": format!("{number}.txt") });
        emulator
            .insert("/me/drive/root/children", item.clone())
            .unwrap();
        emulator
            .insert("/me/drive/root:/docs/deep:/children", item)
            .unwrap();
        let version = json!({ "id": format!("{number}.0"), "size": 3 });
        emulator
            .insert("/me/drive/root:/a.txt:/versions", version)
            .unwrap();
    }
    emulator
        .inject(
            Fault::status(429).retry_after("0.010"),
            When::next(1).after(1),
        )
        .unwrap();
    for folder in ["", "docs/deep"] {
        let mut items = drive.list(folder);
        let mut names = Vec::new();
        while let Some(item) = items.next().await.unwrap() {
            names.extend(item.name);
        }
        assert_eq!(names.len(), 5, "{folder}");
    }
    let mut versions = drive.versions("a.txt");
    let mut count = 0;
    while versions.next().await.unwrap().is_some() {
        count += 1;
    }
    assert_eq!(count, 5);
}

#[tokio::test]
async fn a_range_is_read_from_another_host_without_the_token() {
    let (emulator, drive) = start();
    emulator
        .put_content("/me/drive/root:/a.txt:/content", "text/plain", "0123456789")
        .unwrap();
    let part = drive.read("a.txt", 3..6).await.unwrap();
    let etag = part.etag().unwrap().to_owned();
    assert_eq!(part.bytes(100).await.unwrap(), "345");
    let requests = emulator.requests();
    assert!(requests[1].is_elsewhere());
    assert_eq!(requests[1].header("authorization"), None);
    let whole = drive.read("a.txt", ..).await.unwrap();
    assert_eq!(whole.bytes(100).await.unwrap().len(), 10);
    assert!(
        drive
            .read_if_changed("a.txt", &etag)
            .await
            .unwrap()
            .is_none()
    );
}

#[tokio::test]
async fn a_small_file_is_written_in_one_request_that_is_repeated_if_it_is_throttled() {
    let (emulator, drive) = start();
    emulator
        .inject(Fault::status(429).retry_after("0.010"), When::next(1))
        .unwrap();
    drive.write("a.txt", "content".into()).await.unwrap();
    let content = emulator.content("/me/drive/root:/a.txt:/content");
    assert_eq!(content.unwrap(), "content");
    let requests = emulator.requests();
    assert_eq!(requests.len(), 2);
    let query = requests[1].query().unwrap();
    assert!(
        query.contains("microsoft.graph.conflictBehavior=replace"),
        "{query}"
    );
}

#[tokio::test]
async fn a_file_that_somebody_else_has_changed_is_not_replaced() {
    let (emulator, drive) = start();
    let written = drive.write_if_unchanged("a.txt", "1".into(), "\"1\"").await;
    written.unwrap();
    assert_eq!(emulator.requests()[0].header("if-match"), Some("\"1\""));
    emulator.inject(Fault::status(412), When::next(1)).unwrap();
    let written = drive.write_if_unchanged("a.txt", "2".into(), "\"1\"").await;
    assert!(written.unwrap_err().is_precondition_failed());
}

#[tokio::test]
async fn a_large_file_goes_on_after_a_fragment_that_failed() {
    let (emulator, drive) = start();
    let lost = Fault::status(503).retry_after("0.010");
    emulator.inject(lost, When::next(1).method("PUT")).unwrap();
    let source = Cursor::new(vec![7; 12 << 20]);
    let item = drive.upload("big.bin", source).await.unwrap();
    assert_eq!(item.size, Some(12 << 20));
    let requests = emulator.requests();
    let body = requests[0].json().unwrap();
    assert_eq!(
        body,
        json!({ "item": { "@microsoft.graph.conflictBehavior": "replace" } })
    );
    for request in &requests[1..] {
        assert_eq!(request.header("authorization"), None);
    }
    assert_eq!(emulator.open_uploads(), 0);
}

#[tokio::test]
async fn a_folder_is_created_and_an_item_deleted() {
    let (emulator, drive) = start();
    let folder = drive.create_folder("docs/new").await.unwrap().unwrap();
    assert_eq!(folder.name.as_deref(), Some("new"));
    let request = &emulator.requests()[0];
    assert_eq!(request.path(), "/v1.0/me/drive/root:/docs:/children");
    assert_eq!(request.json().unwrap()["folder"], json!({}));
    emulator
        .inject(Fault::status(404), When::next(1).method("DELETE"))
        .unwrap();
    drive.delete("nowhere").await.unwrap();
}

#[tokio::test]
async fn an_item_is_moved_into_a_folder_that_may_not_exist() {
    let (emulator, drive) = start();
    emulator
        .put(
            "/me/drive/root:/a.txt:",
            json!({ "id": "1", "name": "a.txt" }),
        )
        .unwrap();
    emulator
        .inject(
            Fault::status(404),
            When::next(1).path("/me/drive/root:/docs:"),
        )
        .unwrap();
    drive.rename("a.txt", "docs/b.txt").await.unwrap();
    let moved = emulator.get("/me/drive/root:/a.txt:").unwrap();
    assert_eq!(moved["name"], "b.txt");
    let children = emulator.requests()[1].path().to_owned();
    assert_eq!(children, "/v1.0/me/drive/root/children");

    // Another failure than `404` is not taken for an item that does not exist.
    emulator.inject(Fault::status(403), When::next(1)).unwrap();
    let error = drive.rename("a.txt", "docs/c.txt").await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Service);
    assert!(!error.is_not_found());
}

/// Starts an emulator whose copies have these states, one after the other.
fn start_copying(states: Vec<Value>) -> (Emulator, OneDrive) {
    let monitor = Arc::new(OnceLock::new());
    let location = Arc::clone(&monitor);
    let asked = AtomicUsize::new(0);
    let emulator = builder()
        .answer(Method::POST, "/me/drive/root:/a.txt:/copy", move |call| {
            assert_eq!(call.json()["name"], "b.txt");
            CallAnswer::accepted(location.get().map_or("", String::as_str))
        })
        .answer_elsewhere(Method::GET, "/monitor/1", move |_| {
            let number = asked.fetch_add(1, Ordering::Relaxed);
            CallAnswer::json(states[number.min(states.len() - 1)].clone())
        })
        .start()
        .unwrap();
    monitor
        .set(format!("{}/monitor/1?sig=s", emulator.url_elsewhere()))
        .unwrap();
    emulator
        .put("/me/drive/root:/a.txt:", json!({ "id": "1" }))
        .unwrap();
    emulator
        .put("/me/drive/root:/docs:", json!({ "id": "d", "folder": {} }))
        .unwrap();
    let drive = drive(&emulator);
    (emulator, drive)
}

#[tokio::test]
async fn a_copy_is_awaited_at_a_host_that_does_not_get_the_token() {
    let (emulator, drive) = start_copying(vec![
        json!({ "status": "notStarted", "percentageComplete": 0.0 }),
        json!({ "status": "inProgress", "percentageComplete": 50.0 }),
        json!({ "status": "completed", "percentageComplete": 100.0, "resourceId": "2" }),
    ]);
    drive.copy("a.txt", "docs/b.txt").await.unwrap();
    let requests = emulator.requests();
    let asked: Vec<_> = requests.iter().filter(|each| each.is_elsewhere()).collect();
    assert_eq!(asked.len(), 3);
    for request in asked {
        assert_eq!(request.header("authorization"), None);
    }
}

#[tokio::test]
async fn a_copy_that_has_failed_is_an_error_at_once() {
    let error = json!({ "code": "quotaLimitReached", "message": "The drive is full." });
    let (emulator, drive) = start_copying(vec![json!({ "status": "failed", "error": error })]);
    let error = drive.copy("a.txt", "docs/b.txt").await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::OperationFailed);
    assert_eq!(error.code(), Some("quotaLimitReached"));
    let requests = emulator.requests();
    assert_eq!(
        requests.iter().filter(|each| each.is_elsewhere()).count(),
        1
    );
}

#[tokio::test]
async fn a_monitor_at_a_host_that_is_not_known_is_not_asked() {
    let emulator = builder()
        .answer(Method::POST, "/me/drive/root:/a.txt:/copy", |_| {
            CallAnswer::accepted("https://monitor.example/1?sig=s")
        })
        .start()
        .unwrap();
    for (path, id) in [("/me/drive/root:/a.txt:", "1"), ("/me/drive/root", "r")] {
        emulator.put(path, json!({ "id": id })).unwrap();
    }
    let error = drive(&emulator).copy("a.txt", "b.txt").await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidRequest);
    assert!(!error.to_string().contains("sig"), "{error}");
}

#[tokio::test]
async fn nothing_is_deleted_for_a_source_that_does_not_exist() {
    let (emulator, drive) = start_copying(vec![json!({ "status": "completed" })]);
    emulator.inject(Fault::status(404), When::next(1)).unwrap();
    let error = drive.copy("a.txt", "docs/b.txt").await.unwrap_err();
    assert!(error.is_not_found());
    assert_eq!(emulator.requests().len(), 1);
}
