//! Read, edit, write: concurrent changes are not lost.

use graph_resource::{Client, ErrorKind, Get, Modified, graph_resource};
use graph_resource_emulator::{Emulator, UpdateAnswer};
use serde_json::json;

use crate::support::*;

/// Not `Clone`, with an etag that is nowhere but in headers.
#[graph_resource(path = "/counters", emit_type = "never")]
#[derive(Debug)]
struct Counter {
    #[graph(key)]
    id: String,
    count: i32,
    #[graph(read_only)]
    note: Option<String>,
}

fn lines(emulator: &Emulator) -> Vec<String> {
    let requests = emulator.requests();
    let line = requests.iter().map(|request| {
        format!(
            "{} {} {}",
            request.method(),
            request.path(),
            request.response().status().as_u16()
        )
    });
    line.collect()
}

#[tokio::test]
async fn differences_are_sent_for_the_state_that_was_read() {
    let (emulator, client, id) = start_with_image();
    let modified = CloudPcDeviceImage::get(&id)
        .modify(|image| image.version = None)
        .send(&client)
        .await
        .unwrap();
    let Modified::Updated(image) = modified else {
        panic!("{modified:?}");
    };
    assert_eq!(
        (image.version, image.display_name.as_str()),
        (None, "Windows 11")
    );
    let (request, line) = last(&emulator);
    assert_eq!(
        line,
        format!(
            r##"PATCH /beta{IMAGES}/{id} {{"@odata.type":"#microsoft.graph.cloudPcDeviceImage","version":null}}"##
        )
    );
    let read = &emulator.requests()[0];
    assert_eq!(
        request.header("if-match"),
        Some(read.response().headers()["etag"].to_str().unwrap())
    );
}

#[tokio::test]
async fn without_differences_nothing_is_sent() {
    let (emulator, client, id) = start_with_image();
    let modified = CloudPcDeviceImage::get(&id)
        .modify(|image| image.version = Some("23H2".to_owned()))
        .send(&client)
        .await
        .unwrap();
    assert!(matches!(modified, Modified::Unchanged(_)), "{modified:?}");
    assert_eq!(emulator.requests().len(), 1);
}

#[tokio::test]
async fn properties_that_an_update_may_not_carry_are_neither_sent_nor_answered() {
    let (emulator, client, id) = start_with_image();
    let modified = CloudPcDeviceImage::get(&id)
        .modify(|image| {
            image.id = "other".to_owned();
            image.source_image_resource_id = Some("other".to_owned());
            image.last_modified_date_time = None;
        })
        .send(&client)
        .await
        .unwrap();
    let Modified::Unchanged(image) = modified else {
        panic!("{modified:?}");
    };
    assert_eq!((image.id, image.source_image_resource_id), (id, None));
    assert_eq!(emulator.requests().len(), 1);
}

#[tokio::test]
async fn a_change_of_another_is_kept() {
    let (emulator, client, id) = start_with_image();
    let path = format!("{IMAGES}/{id}");
    let mut seen = Vec::new();
    let modified = CloudPcDeviceImage::get(&id)
        .modify(|image| {
            if seen.is_empty() {
                let other = json!({ "displayName": "of another", "version": "24H2" });
                emulator.put(&path, other).unwrap();
            }
            seen.push(image.display_name.clone());
            image.version = image.version.take().map(|version| version + "!");
        })
        .send(&client)
        .await
        .unwrap();
    assert_eq!(seen, ["Windows 11", "of another"]);
    assert_eq!(modified.into_inner().version.as_deref(), Some("24H2!"));
    let stored = emulator.get(&path).unwrap();
    assert_eq!(
        (&stored["displayName"], &stored["version"]),
        (&json!("of another"), &json!("24H2!"))
    );
    let url = format!("/beta{path}");
    assert_eq!(
        lines(&emulator),
        [
            format!("GET {url} 200"),
            format!("PATCH {url} 412"),
            format!("GET {url} 200"),
            format!("PATCH {url} 200"),
        ]
    );
}

#[tokio::test]
async fn after_so_many_conflicts_the_last_one_comes_back() {
    for (max, tries) in [(2, 3), (0, 1)] {
        let (emulator, client, id) = start_with_image();
        let path = format!("{IMAGES}/{id}");
        let mut edits = 0;
        let modify = CloudPcDeviceImage::get(&id).modify(|image| {
            edits += 1;
            emulator.put(&path, json!({ "displayName": "" })).unwrap();
            image.version = Some("24H2".to_owned());
        });
        let modify = modify.with_max_conflicts(max);
        let error = modify.send(&client).await.unwrap_err();
        assert!(
            error.is_edit_conflict() && error.is_precondition_failed(),
            "{error}"
        );
        assert_eq!(error.method().unwrap(), "PATCH");
        assert_eq!((edits, emulator.requests().len()), (tries, 2 * tries));
    }
}

#[tokio::test]
async fn an_update_that_is_answered_with_nothing_gives_what_is_expected() {
    let emulator = Emulator::builder()
        .serve::<CloudPcDeviceImage>()
        .update_answers(UpdateAnswer::NoContent)
        .start()
        .unwrap();
    let client = client(&emulator);
    let image = json!({ "displayName": "Windows 11", "version": "23H2", "scopeIds": ["0"] });
    let id = emulator.insert(IMAGES, image).unwrap();
    let modified = CloudPcDeviceImage::get(&id)
        .modify(|image| {
            image.version = None;
            image.id = "never sent".to_owned();
        })
        .send(&client)
        .await
        .unwrap();
    let Modified::Updated(expected) = modified else {
        panic!("{modified:?}");
    };
    let actual = CloudPcDeviceImage::get(&id).send(&client).await.unwrap();
    assert_eq!(
        expected.etag, None,
        "the etag that was read is that of before"
    );
    let expected = CloudPcDeviceImage {
        etag: actual.etag.clone(),
        last_modified_date_time: actual.last_modified_date_time,
        ..expected
    };
    assert_eq!(expected, actual);
}

/// All that an update of an image may carry.
const SELECTED: [&str; 6] = [
    "scopeIds",
    "id",
    "displayName",
    "version",
    "sourceImageResourceId",
    "status",
];

#[tokio::test]
async fn headers_go_with_both_and_query_options_with_the_read() {
    let (emulator, client, id) = start_with_image();
    for get in [
        CloudPcDeviceImage::get(&id),
        Get::at(format!("{}/beta{IMAGES}/{id}?a=b", emulator.url())),
    ] {
        emulator.clear_requests();
        let modified = get
            .with_select(SELECTED)
            .with_header("Prefer", "return=minimal")
            .with_header("If-None-Match", "\"1\"")
            .modify(|image| image.version = image.version.take().map(|version| version + "!"))
            .send(&client)
            .await
            .unwrap();
        assert!(matches!(modified, Modified::Updated(_)));
        let [read, write] = &emulator.requests()[..] else {
            panic!("{:?}", lines(&emulator));
        };
        let select = format!("$select={}", SELECTED.join(","));
        assert!(read.query().unwrap().ends_with(&select));
        assert_eq!(write.query(), None);
        assert_eq!(write.response().status(), 204);
        assert_eq!(read.header("if-none-match"), Some("\"1\""));
        assert_eq!(write.header("if-none-match"), None);
    }
}

/// A service that answers a read with `headers` and `body`, and the n-th write with the n-th of `writes`.
fn service(
    etag: Option<&'static str>,
    body: &'static str,
    writes: &'static [(u16, &'static str)],
) -> (Client, std::sync::Arc<std::sync::Mutex<Vec<String>>>) {
    let conditions = std::sync::Arc::new(std::sync::Mutex::new(Vec::new()));
    let seen = std::sync::Arc::clone(&conditions);
    let transport = move |request: http::Request<graph_resource::Body>| {
        let builder = http::Response::builder();
        let answer = if request.method() == "GET" {
            let builder = etag
                .into_iter()
                .fold(builder, |builder, etag| builder.header("etag", etag));
            builder.body(bytes::Bytes::from_static(body.as_bytes()))
        } else {
            let mut seen = seen.lock().unwrap();
            let condition = request.headers().get("if-match");
            seen.push(
                condition
                    .map_or("", |value| value.to_str().unwrap())
                    .to_owned(),
            );
            let (status, body) = writes[seen.len() - 1];
            builder
                .status(status)
                .body(bytes::Bytes::from_static(body.as_bytes()))
        };
        async move { Ok(answer.unwrap()) }
    };
    let client = Client::builder()
        .token("token")
        .transport(transport)
        .build()
        .unwrap();
    (client, conditions)
}

const COUNTER: &str = r#"{"@odata.etag":"W/\"of the \u0062ody\"","id":"1","count":1,"note":"n"}"#;

#[tokio::test]
async fn the_etag_is_that_of_the_header_or_else_that_of_the_resource() {
    for (header, sent) in [
        (Some("W/\"header\""), "W/\"header\""),
        (None, "W/\"of the body\""),
    ] {
        let (client, conditions) = service(header, COUNTER, &[(204, "")]);
        let modify = Counter::get("1").modify(|counter| counter.count += 1);
        let modified = modify.send(&client).await.unwrap().into_inner();
        assert_eq!((modified.count, modified.note.as_deref()), (2, Some("n")));
        assert_eq!(*conditions.lock().unwrap(), [sent]);
    }
}

#[tokio::test]
async fn without_an_etag_nothing_is_sent() {
    let (client, conditions) = service(None, r#"{"id":"1","count":1}"#, &[]);
    let modify = Counter::get("1").modify(|counter| counter.count += 1);
    let error = modify.send(&client).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::UnexpectedAnswer);
    assert_eq!(
        error.to_string(),
        "200 OK: the answer has no etag: nothing was updated, since an update without one could overwrite the change of somebody else [GET /counters/{id}]"
    );
    let unchanged = Counter::get("1")
        .modify(|_| {})
        .send(&client)
        .await
        .unwrap();
    assert!(matches!(unchanged, Modified::Unchanged(_)));
    assert!(conditions.lock().unwrap().is_empty());
}

#[tokio::test]
async fn a_conflict_by_code_is_tried_again_and_any_other_is_not() {
    const STALE: (u16, &str) = (409, r#"{"error":{"code":"resourceModified"}}"#);
    const TAKEN: (u16, &str) = (409, r#"{"error":{"code":"nameAlreadyExists"}}"#);
    let (client, conditions) = service(Some("\"1\""), COUNTER, &[STALE, TAKEN]);
    let modify = Counter::get("1").modify(|counter| counter.count += 1);
    let error = modify.send(&client).await.unwrap_err();
    assert_eq!(error.code(), Some("nameAlreadyExists"));
    assert!(error.is_conflict() && !error.is_edit_conflict());
    assert_eq!(conditions.lock().unwrap().len(), 2);
}

#[tokio::test]
async fn an_accepted_update_is_told_apart() {
    let (client, _) = service(Some("\"1\""), COUNTER, &[(202, "")]);
    let modify = Counter::get("1").modify(|counter| counter.count += 1);
    let modified = modify.send(&client).await.unwrap();
    assert!(
        matches!(&modified, Modified::Accepted(counter) if counter.count == 2),
        "{modified:?}"
    );
}

#[tokio::test]
async fn a_future_that_is_dropped_has_sent_nothing() {
    let (emulator, client, id) = start_with_image();
    drop(
        CloudPcDeviceImage::get(&id)
            .modify(|image| image.version = None)
            .send(&client),
    );
    assert!(emulator.requests().is_empty());
}
