use std::io::Cursor;

use graph_resource::{ErrorKind, LongOperation, Upload, UploadSession, graph_action};
use graph_resource_emulator::{CallAnswer, Emulator, EmulatorBuilder, Fault, When};
use serde_json::json;

use crate::support::{DriveItem, client, clients, numbered, quick};

const UNIT: u64 = 320 << 10;

#[graph_action(
    path = "/drives/{drive_id}/items/{parent_id}:/{file_name}:/createUploadSession",
    returns = UploadSession
)]
struct CreateUploadSession {
    #[graph(rename = "@microsoft.graph.conflictBehavior")]
    conflict_behavior: Option<String>,
}

fn begin() -> CreateUploadSessionCall {
    CreateUploadSession::call("d", "root", "big file.bin")
}

fn builder() -> EmulatorBuilder {
    Emulator::builder().serve_uploads(
        "/drives/{drive_id}/items/{parent_id}:/{file_name}:/createUploadSession",
        |upload| {
            let expected = numbered(upload.content().len());
            CallAnswer::json(json!({
                "id": upload.in_path("file_name"),
                "name": if upload.content() == &expected { "same" } else { "different" },
            }))
        },
    )
}

fn file(length: usize) -> Cursor<Vec<u8>> {
    Cursor::new(numbered(length))
}

#[tokio::test]
async fn a_file_is_uploaded_in_fragments_without_the_token() {
    let emulator = builder().start().unwrap();
    for client in clients(&emulator) {
        emulator.clear_requests();
        let client = client.with_header("x-internal", "secret");
        let begin = begin().conflict_behavior("replace");
        let mut shown = Vec::new();
        let uploaded = Upload::new(begin, file(1_000_000))
            .with_fragment_size(UNIT)
            .send_with_progress(&client, |sent, total| shown.push((sent, total)))
            .await
            .unwrap();
        let item: DriveItem = uploaded.item().unwrap();
        assert_eq!(item.name.as_deref(), Some("same"));
        let sent = [0, UNIT, 2 * UNIT, 3 * UNIT, 1_000_000];
        assert_eq!(shown, sent.map(|sent| (sent, 1_000_000)));
        let requests = emulator.requests();
        let body = requests[0].json().unwrap();
        assert_eq!(body["@microsoft.graph.conflictBehavior"], "replace");
        assert_eq!(requests.len(), 5);
        for request in &requests[1..] {
            assert!(request.is_elsewhere());
            assert_eq!(request.header("authorization"), None);
            assert_eq!(request.header("x-internal"), None);
        }
        let range = requests[4].header("content-range");
        assert_eq!(range, Some("bytes 983040-999999/1000000"));
    }
}

#[tokio::test]
async fn fragments_that_fail_or_are_lost_are_sent_again_where_the_service_expects_it() {
    let emulator = builder().start().unwrap();
    let client = client(&emulator);
    let put = |when: When| when.method("PUT");
    emulator
        .inject(
            Fault::status(503).retry_after("0.001"),
            put(When::next(1).after(1)),
        )
        .unwrap();
    emulator
        .inject(
            Fault::hang_up().after_execution(),
            put(When::next(2).after(2)),
        )
        .unwrap();
    emulator.lose_fragments(1);
    let uploaded = Upload::new(begin(), file(3_000_000))
        .with_fragment_size(UNIT)
        .with_retry(quick())
        .send(&client)
        .await
        .unwrap();
    let item: DriveItem = uploaded.item().unwrap();
    assert_eq!(item.name.as_deref(), Some("same"));
}

#[tokio::test]
async fn a_session_without_progress_ends_with_an_error_and_is_deleted() {
    let emulator = builder().start().unwrap();
    let client = client(&emulator);
    emulator.lose_fragments(1_000);
    let error = Upload::new(begin(), file(1_000_000))
        .with_retry(quick())
        .send(&client)
        .await
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::UnexpectedAnswer);
    assert!(error.message().contains("no progress"), "{error}");
    assert_eq!(emulator.open_uploads(), 0);
}

#[tokio::test]
async fn a_refused_fragment_ends_the_upload_and_its_session() {
    let emulator = builder().start().unwrap();
    let client = client(&emulator);
    emulator
        .inject(Fault::status(507), When::next(1).method("PUT"))
        .unwrap();
    emulator
        .inject(Fault::status(409), When::next(1).method("PUT").after(1))
        .unwrap();
    let error = Upload::new(begin(), file(2_000_000))
        .with_fragment_size(UNIT)
        .with_retry(quick())
        .send(&client)
        .await
        .unwrap_err();
    assert_eq!(error.status().unwrap().as_u16(), 409);
    assert_eq!(emulator.open_uploads(), 0);
}

#[tokio::test]
async fn an_upload_that_is_stopped_deletes_its_session() {
    let emulator = builder().start().unwrap();
    let client = client(&emulator);
    let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
    let mut stop = Some(stop);
    let uploaded = Upload::new(begin(), file(3_000_000))
        .with_fragment_size(UNIT)
        .send_until(&client, async { drop(stopped.await) }, |sent, _| {
            if sent >= 2 * UNIT {
                stop.take();
            }
        })
        .await
        .unwrap();
    assert!(uploaded.is_none());
    assert_eq!(emulator.open_uploads(), 0);
    let last = emulator.requests().pop().unwrap();
    assert_eq!(last.method(), "DELETE");
    assert_eq!(last.header("authorization"), None);
}

#[tokio::test]
async fn an_empty_source_has_no_session() {
    let emulator = builder().start().unwrap();
    let sent = Upload::new(begin(), file(0)).send(&client(&emulator)).await;
    assert_eq!(sent.unwrap_err().kind(), ErrorKind::InvalidRequest);
    assert_eq!(emulator.requests().len(), 0);
}

#[tokio::test]
async fn a_url_without_tls_at_another_host_is_refused() {
    let emulator = Emulator::builder()
        .answer(
            http::Method::POST,
            "/drives/{drive_id}/items/{parent_id}:/{file_name}:/createUploadSession",
            |_| {
                CallAnswer::json(json!({
                    "uploadUrl": "http://example.com/hunter2",
                    "nextExpectedRanges": ["0-"],
                }))
            },
        )
        .start()
        .unwrap();
    let error = Upload::new(begin(), file(10))
        .send(&client(&emulator))
        .await
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidRequest);
    assert!(!format!("{error} {error:?}").contains("hunter2"), "{error}");
}

mod journal {
    use super::*;

    /// A file in the folder for temporary ones, which is removed with this.
    struct Path(std::path::PathBuf);

    impl Path {
        fn new(name: &str) -> Self {
            let name = format!("graph-resource-upload-{name}-{}.json", std::process::id());
            Self(std::env::temp_dir().join(name))
        }
    }

    impl Drop for Path {
        fn drop(&mut self) {
            let _ = std::fs::remove_file(&self.0);
        }
    }

    /// Uploads until the service refuses a fragment, as if the process were killed there.
    async fn interrupted(emulator: &Emulator, path: &Path, length: usize) {
        emulator.clear_faults();
        emulator
            .inject(Fault::status(400), When::always().method("PUT").after(3))
            .unwrap();
        let upload = Upload::new(begin(), file(length))
            .with_fragment_size(UNIT)
            .with_journal(&path.0);
        upload.send(&client(emulator)).await.unwrap_err();
        emulator.clear_faults();
        emulator.clear_requests();
    }

    #[tokio::test]
    async fn another_run_goes_on_where_the_first_one_was() {
        let emulator = builder().start().unwrap();
        let path = Path::new("goes-on");
        interrupted(&emulator, &path, 3_000_000).await;
        assert_eq!(emulator.open_uploads(), 1);
        let uploaded = Upload::new(begin(), file(3_000_000))
            .with_fragment_size(UNIT)
            .with_journal(&path.0)
            .send(&client(&emulator))
            .await
            .unwrap();
        let item: DriveItem = uploaded.item().unwrap();
        assert_eq!(item.name.as_deref(), Some("same"));
        let requests = emulator.requests();
        assert_eq!(requests[0].method(), "GET");
        let range = requests[1].header("content-range").unwrap();
        assert!(range.starts_with("bytes 983040-"), "{range}");
        assert!(!path.0.exists());
    }

    #[tokio::test]
    async fn another_source_is_refused_and_nothing_is_sent() {
        let emulator = builder().start().unwrap();
        let path = Path::new("another-source");
        interrupted(&emulator, &path, 3_000_000).await;
        let mut changed = numbered(3_000_000);
        changed[500_000] ^= 1;
        for source in [changed, numbered(2_999_999)] {
            let error = Upload::new(begin(), Cursor::new(source))
                .with_journal(&path.0)
                .send(&client(&emulator))
                .await
                .unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Journal);
        }
        assert_eq!(emulator.requests().len(), 0);
    }

    #[tokio::test]
    async fn a_session_that_has_ended_begins_again() {
        let emulator = builder().start().unwrap();
        let path = Path::new("ended");
        interrupted(&emulator, &path, 2_000_000).await;
        emulator.expire_uploads();
        let uploaded = Upload::new(begin(), file(2_000_000))
            .with_journal(&path.0)
            .send(&client(&emulator))
            .await
            .unwrap();
        let item: DriveItem = uploaded.item().unwrap();
        assert_eq!(item.name.as_deref(), Some("same"));
    }

    #[tokio::test]
    async fn a_file_that_is_no_journal_is_refused_and_kept() {
        let emulator = builder().start().unwrap();
        let path = Path::new("no-journal");
        for text in [
            "",
            "{}",
            "my notes",
            r#"{"format":"graph-resource upload 2"}"#,
        ] {
            std::fs::write(&path.0, text).unwrap();
            let error = Upload::new(begin(), file(10))
                .with_journal(&path.0)
                .send(&client(&emulator))
                .await
                .unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Journal);
            assert_eq!(std::fs::read_to_string(&path.0).unwrap(), text);
        }
    }

    #[cfg(unix)]
    #[tokio::test]
    async fn only_the_owner_can_read_the_journal() {
        use std::os::unix::fs::PermissionsExt;

        let emulator = builder().start().unwrap();
        let path = Path::new("private");
        interrupted(&emulator, &path, 2_000_000).await;
        let mode = std::fs::metadata(&path.0).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
}

mod monitors {
    use super::*;

    #[graph_action(path = "/drives/{drive_id}/items/{item_id}/copy", returns = LongOperation)]
    struct Copy {
        name: Option<String>,
    }

    /// An emulator whose copies have the monitor at `url`, or else at the second port.
    fn copying(url: &'static str, answer: fn() -> CallAnswer) -> (Emulator, Emulator) {
        let elsewhere = Emulator::builder()
            .answer_elsewhere(http::Method::GET, "/monitor/1", move |_| answer())
            .start()
            .unwrap();
        let monitor = format!("{}/monitor/1?sig=hunter2", elsewhere.url_elsewhere());
        let monitor = if url.is_empty() {
            monitor
        } else {
            url.to_owned()
        };
        let service = Emulator::builder()
            .answer(
                http::Method::POST,
                "/drives/{drive_id}/items/{item_id}/copy",
                move |_| CallAnswer::accepted(&monitor),
            )
            .start()
            .unwrap();
        (service, elsewhere)
    }

    #[tokio::test]
    async fn a_monitor_at_another_host_is_asked_without_the_token() {
        let done = || CallAnswer::json(json!({ "status": "completed", "resourceId": "01X" }));
        let (service, elsewhere) = copying("", done);
        let client = client(&service).with_header("x-internal", "secret");
        let copy = Copy::call("d", "f").send(&client).await.unwrap();
        assert!(!format!("{copy:?}").contains("hunter2"));
        let ended = copy.wait(&client).await.unwrap();
        assert_eq!(ended.body()["resourceId"], "01X");
        let asked = elsewhere.requests().pop().unwrap();
        assert_eq!(asked.header("authorization"), None);
        assert_eq!(asked.header("x-internal"), None);
    }

    #[tokio::test]
    async fn see_other_is_the_end_with_the_location_of_what_was_created() {
        let other = || {
            let response = http::Response::builder().status(303);
            let response = response.header("location", "https://example.com/items/2");
            CallAnswer::response(response.body(bytes::Bytes::new()).unwrap())
        };
        let (service, elsewhere) = copying("", other);
        let client = client(&service);
        let copy = Copy::call("d", "f").send(&client).await.unwrap();
        let ended = copy.wait(&client).await.unwrap();
        assert_eq!(ended.location(), Some("https://example.com/items/2"));
        assert_eq!(elsewhere.requests().len(), 1);
    }

    #[tokio::test]
    async fn a_failure_at_a_monitor_has_its_code() {
        let failed = || {
            CallAnswer::json(json!({
                "status": "failed",
                "error": { "code": "nameAlreadyExists", "message": "no" },
            }))
        };
        let (service, _elsewhere) = copying("", failed);
        let client = client(&service);
        let copy = Copy::call("d", "f").send(&client).await.unwrap();
        let error = copy.wait(&client).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::OperationFailed);
        assert_eq!(error.code(), Some("nameAlreadyExists"));
    }

    #[tokio::test]
    async fn a_monitor_at_an_unknown_host_or_without_tls_is_not_asked() {
        for url in ["https://example.com/monitor/1", "http://example.com/1"] {
            let (service, _elsewhere) = copying(url, CallAnswer::no_content);
            let client = client(&service);
            let copy = Copy::call("d", "f").send(&client).await.unwrap();
            let error = copy.wait(&client).await.unwrap_err();
            assert_eq!(error.kind(), ErrorKind::InvalidRequest, "{url}");
            assert!(error.message().contains("nothing was sent"), "{error}");
        }
    }

    #[tokio::test]
    async fn an_answer_without_an_operation_is_an_error() {
        let service = Emulator::builder()
            .answer(
                http::Method::POST,
                "/drives/{drive_id}/items/{item_id}/copy",
                |_| CallAnswer::no_content(),
            )
            .start()
            .unwrap();
        let copy = Copy::call("d", "f").send(&client(&service)).await;
        assert_eq!(copy.unwrap_err().kind(), ErrorKind::UnexpectedAnswer);
    }
}

#[test]
fn a_session_is_not_shown_with_its_url() {
    let session = UploadSession::at("https://example.com/hunter2");
    assert!(!format!("{session:?}").contains("hunter2"));
}
