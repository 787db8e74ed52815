//! Batches against the emulator.

use std::error::Error as _;
use std::time::Duration;

use graph_resource::{Batch, Client, Error, ErrorKind, Retry, Updated};
use graph_resource_emulator::{Clock, Emulator, Fault, RateLimit, RecordedRequest, When};
use serde_json::json;

use crate::support::*;

/// A client whose delays are short, and an emulator with images of these ids.
fn start_with(ids: &[&str]) -> (Emulator, Client) {
    let (emulator, _) = start();
    for id in ids {
        let image = json!({ "id": id, "displayName": "Windows 11" });
        emulator.insert(IMAGES, image).unwrap();
    }
    let client = Client::builder().base_url(emulator.url()).token("token");
    let client = client.retry(quick()).build().unwrap();
    (emulator, client)
}

fn quick() -> Retry {
    let time = Duration::from_millis(2);
    Retry::default().backoff(time, time)
}

fn version(emulator: &Emulator, id: &str) -> Option<String> {
    let image = stored(emulator, id)?;
    image["version"].as_str().map(str::to_owned)
}

/// The methods, or the versions of updates, of the requests in batches, each with whether it was executed.
fn executed(emulator: &Emulator) -> Vec<(String, bool)> {
    let requests = emulator.requests().into_iter();
    requests
        .filter(RecordedRequest::is_in_batch)
        .map(|request| {
            let body = request.json().unwrap_or_default();
            let name = body["version"]
                .as_str()
                .unwrap_or(request.method().as_str());
            (name.to_owned(), request.was_executed())
        })
        .collect()
}

fn batches(emulator: &Emulator) -> usize {
    let requests = emulator.requests();
    requests
        .iter()
        .filter(|request| !request.is_in_batch())
        .count()
}

#[tokio::test]
async fn each_answer_has_the_type_of_its_request() {
    let (emulator, client) = start_with(&["1", "2"]);
    let mut batch = Batch::new();
    let read = batch.push(CloudPcDeviceImage::get("1"));
    let updated = batch.push(CloudPcDeviceImage::update("2").version("24H2"));
    let listed = batch.push(CloudPcDeviceImage::list());
    let created = batch.push(CloudPcDeviceImage::create(new_image()));
    let settings = batch.push(MailboxSettings::update("ada").time_zone("UTC"));
    let deleted = batch.push_after([read], CloudPcDeviceImage::delete("1"));
    let mut answers = batch.send(&client).await;

    assert_eq!(answers.errors().count(), 0);
    assert_eq!(answers.take(read).unwrap().id, "1");
    let Updated::Representation(image) = answers.take(updated).unwrap() else {
        panic!("the emulator answers updates with the resource");
    };
    assert_eq!(image.version.as_deref(), Some("24H2"));
    let listed = answers.take(listed).unwrap();
    assert!(listed.iter().any(|image| image.id == "2"));
    let created = answers.take_with_response(created).unwrap();
    assert_eq!(created.status(), 201);
    assert!(created.location().is_some());
    assert!(created.request_id().is_some());
    answers.take(settings).unwrap();
    answers.take(deleted).unwrap();
    assert_eq!(stored(&emulator, "1"), None);
    // Two versions.
    assert_eq!(batches(&emulator), 2);
}

#[tokio::test]
async fn any_number_of_requests_is_split_and_reassembled() {
    let (emulator, client) = start_with(&["1"]);
    let mut batch = Batch::new();
    let handles: Vec<_> = (0..105)
        .map(|number| batch.push(MailboxSettings::update(number).time_zone(number.to_string())))
        .collect();
    let mut answers = batch.send(&client).await;
    for (number, handle) in handles.into_iter().enumerate() {
        let Updated::Representation(settings) = answers.take(handle).unwrap() else {
            panic!("the emulator answers updates with the resource");
        };
        assert_eq!(settings.time_zone, Some(number.to_string()));
    }
    assert_eq!(batches(&emulator), 6);
}

#[tokio::test]
async fn a_failed_request_has_the_error_that_it_would_have_alone() {
    let (emulator, client) = start_with(&["1"]);
    let mut batch = Batch::new();
    let missing = batch.push(CloudPcDeviceImage::get("none"));
    let read = batch.push(CloudPcDeviceImage::get("1"));
    let empty = batch.push(CloudPcDeviceImage::update("1"));
    let mut answers = batch.send(&client).await;

    assert_eq!(answers.errors().count(), 2);
    assert!(answers.error(read).is_none());
    let error = answers.take(missing).unwrap_err();
    let alone = CloudPcDeviceImage::get("none")
        .send(&client)
        .await
        .unwrap_err();
    assert!(error.is_not_found());
    assert_eq!(error.message(), alone.message());
    assert_eq!(error.code(), alone.code());
    assert_eq!(error.path_template(), alone.path_template());
    assert_eq!(error.method(), alone.method());
    assert_eq!(error.attempts(), 1);
    assert!(error.request_id().is_some());
    let recorded = emulator.requests();
    assert_eq!(
        error.client_request_id(),
        recorded[0].header("client-request-id")
    );
    assert_ne!(
        error.client_request_id(),
        recorded[1].header("client-request-id")
    );
    assert_eq!(
        answers.take(empty).unwrap_err().kind(),
        ErrorKind::EmptyPatch
    );
    answers.take(read).unwrap();
}

#[tokio::test]
async fn an_answer_is_taken_once_and_with_a_handle_of_its_own_batch() {
    let (_emulator, client) = start_with(&["1"]);
    let (mut batch, mut other) = (Batch::new(), Batch::new());
    let read = batch.push(CloudPcDeviceImage::get("1"));
    let foreign = other.push(CloudPcDeviceImage::get("1"));
    let mut answers = batch.send(&client).await;
    let refused =
        |result: Result<CloudPcDeviceImage, Error>| result.unwrap_err().message().to_owned();
    assert_eq!(
        refused(answers.take(foreign)),
        "the handle is one of another batch"
    );
    answers.take(read).unwrap();
    assert_eq!(
        refused(answers.take(read)),
        "the answer has been taken already"
    );
}

#[tokio::test]
async fn only_the_throttled_request_is_repeated_and_its_dependants_with_it() {
    let (emulator, client) = start_with(&["1", "2"]);
    emulator
        .inject(
            Fault::status(429).retry_after("0.010"),
            When::next(1).method("PATCH"),
        )
        .unwrap();
    let mut batch = Batch::new();
    let first = batch.push(CloudPcDeviceImage::update("1").version("a"));
    let second = batch.push_after([first], CloudPcDeviceImage::update("1").version("b"));
    let third = batch.push_after([second], CloudPcDeviceImage::update("1").version("c"));
    let other = batch.push(CloudPcDeviceImage::update("2").version("d"));
    let mut answers = batch.send(&client).await;
    assert_eq!(answers.errors().count(), 0);
    assert_eq!(answers.take_with_response(first).unwrap().attempts(), 2);
    assert_eq!(answers.take_with_response(other).unwrap().attempts(), 1);
    answers.take(second).unwrap();
    answers.take(third).unwrap();
    let expected = [
        ("a", false),
        ("d", true),
        ("a", true),
        ("b", true),
        ("c", true),
    ];
    let expected = expected.map(|(name, executed)| (name.to_owned(), executed));
    assert_eq!(executed(&emulator), expected);
    assert_eq!(version(&emulator, "1").as_deref(), Some("c"));
}

#[tokio::test]
async fn what_has_succeeded_is_not_sent_again_with_its_dependant() {
    let (emulator, client) = start_with(&["1"]);
    emulator
        .inject(Fault::status(503), When::next(1).after(1).method("PATCH"))
        .unwrap();
    let mut batch = Batch::new();
    let first = batch.push(CloudPcDeviceImage::update("1").version("a"));
    let second = batch.push_after([first], CloudPcDeviceImage::update("1").version("b"));
    let mut answers = batch.send(&client).await;
    assert_eq!(answers.take_with_response(second).unwrap().attempts(), 2);
    let expected = [("a", true), ("b", false), ("b", true)];
    assert_eq!(
        executed(&emulator),
        expected.map(|(name, executed)| (name.to_owned(), executed))
    );
}

#[tokio::test]
async fn a_failed_dependency_is_explained_by_what_caused_it() {
    let (emulator, client) = start_with(&["1"]);
    let mut batch = Batch::new();
    let first = batch.push(CloudPcDeviceImage::update("none").version("a"));
    let second = batch.push_after([first], CloudPcDeviceImage::update("1").version("b"));
    let third = batch.push_after([second], CloudPcDeviceImage::update("1").version("c"));
    let mut answers = batch.send(&client).await;
    let cause = |error: &Error| {
        assert!(error.is_failed_dependency());
        assert_eq!(error.status().map(|status| status.as_u16()), Some(424));
        let cause = error.source().unwrap().downcast_ref::<Error>().unwrap();
        (cause.path_template(), cause.status().unwrap().as_u16())
    };
    let template = Some("/deviceManagement/virtualEndpoint/deviceImages/{id}");
    assert_eq!(cause(&answers.take(second).unwrap_err()), (template, 404));
    assert_eq!(cause(&answers.take(third).unwrap_err()), (template, 424));
    assert_eq!(version(&emulator, "1"), None);
}

#[tokio::test]
async fn what_depends_on_a_request_that_cannot_be_built_is_not_sent() {
    let (emulator, client) = start_with(&["1"]);
    let mut batch = Batch::new();
    let invalid = batch.push(
        CloudPcDeviceImage::update("1")
            .with_if_match("\n")
            .version("a"),
    );
    let second = batch.push_after([invalid], CloudPcDeviceImage::delete("1"));
    let mut answers = batch.send(&client).await;
    assert_eq!(
        answers.take(invalid).unwrap_err().kind(),
        ErrorKind::InvalidRequest
    );
    let error = answers.take(second).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::DependencyFailed);
    assert_eq!(error.attempts(), 0);
    assert!(!error.is_unknown_outcome());
    assert_eq!(emulator.requests().len(), 0);
}

#[tokio::test]
async fn a_missing_answer_is_an_unknown_outcome() {
    let (emulator, client) = start_with(&["1", "2"]);
    emulator
        .inject(
            Fault::hang_up().after_execution(),
            When::next(1).method("PATCH"),
        )
        .unwrap();
    let mut batch = Batch::new();
    let lost = batch.push(CloudPcDeviceImage::update("1").version("a"));
    let other = batch.push(CloudPcDeviceImage::update("2").version("b"));
    let mut answers = batch.send(&client).await;
    let error = answers.take(lost).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::UnexpectedAnswer);
    assert_eq!(
        error.message(),
        "the answer to the batch has none for this request"
    );
    assert!(error.is_unknown_outcome());
    answers.take(other).unwrap();
}

#[tokio::test]
async fn a_lost_batch_is_repeated_only_for_what_may_be_executed_twice() {
    let (emulator, client) = start_with(&["1"]);
    let batch_is_lost = When::next(1).method("POST").path("/$batch");
    emulator
        .inject(Fault::hang_up().after_execution(), batch_is_lost)
        .unwrap();
    let mut batch = Batch::new();
    let updated = batch.push(CloudPcDeviceImage::update("1").version("a"));
    let created = batch.push(CloudPcDeviceImage::create(new_image()));
    let mut answers = batch.send(&client).await;
    assert_eq!(answers.take_with_response(updated).unwrap().attempts(), 2);
    let error = answers.take(created).unwrap_err();
    assert!(error.is_unknown_outcome());
    assert_eq!(error.kind(), ErrorKind::Transport);
    assert_eq!(error.method().unwrap(), "POST");
    assert_eq!(
        error.path_template(),
        Some("/deviceManagement/virtualEndpoint/deviceImages")
    );
    let names: Vec<_> = executed(&emulator)
        .into_iter()
        .map(|(name, _)| name)
        .collect();
    assert_eq!(names, ["a", "POST", "a"]);
}

#[tokio::test]
async fn a_status_of_the_batch_is_none_of_its_requests() {
    let (emulator, client) = start_with(&["1"]);
    let when = When::always().method("POST").path("/$batch");
    emulator.inject(Fault::status(404), when).unwrap();
    let mut batch = Batch::new();
    let deleted = batch.push(CloudPcDeviceImage::delete("1"));
    let mut answers = batch.send(&client).await;
    let error = answers.take(deleted).unwrap_err();
    assert!(!error.is_not_found());
    assert!(
        error
            .message()
            .starts_with("the batch with the request failed")
    );
    let cause = error.source().unwrap().downcast_ref::<Error>().unwrap();
    assert!(cause.is_not_found());
    assert_eq!(cause.path_template(), Some("/$batch"));
    assert!(stored(&emulator, "1").is_some());
}

#[tokio::test]
async fn a_batch_that_is_refused_for_its_token_says_so_for_each_request() {
    let (emulator, client) = start_with(&["1"]);
    emulator
        .inject(Fault::status(401), When::always().path("/$batch"))
        .unwrap();
    let mut batch = Batch::new();
    let read = batch.push(CloudPcDeviceImage::get("1"));
    let error = batch.send(&client).await.take(read).unwrap_err();
    assert!(error.is_unauthorized());
    assert_eq!(error.method().unwrap(), "GET");
}

#[tokio::test]
async fn the_headers_of_the_client_are_on_each_request() {
    let (emulator, client) = start_with(&["1"]);
    let client = client
        .with_preference("return=minimal")
        .with_header("x-app", "tests");
    let mut batch = Batch::new();
    batch.push(CloudPcDeviceImage::get("1").with_header("prefer", "a"));
    drop(batch.send(&client).await);
    let [item, _] = &emulator.requests()[..] else {
        panic!("there is one batch with one request");
    };
    assert_eq!(item.header("prefer"), Some("a, return=minimal"));
    assert_eq!(item.header("x-app"), Some("tests"));
}

#[tokio::test]
async fn the_next_page_is_read_outside_of_the_batch() {
    let emulator = Emulator::builder()
        .serve::<CloudPcDeviceImage>()
        .page_size(1)
        .start()
        .unwrap();
    for id in ["1", "2"] {
        let image = json!({ "id": id, "displayName": "Windows 11" });
        emulator.insert(IMAGES, image).unwrap();
    }
    let client = client(&emulator);
    let list = CloudPcDeviceImage::list();
    let mut batch = Batch::new();
    let listed = batch.push(list.clone());
    let page = batch.send(&client).await.take(listed).unwrap();
    let next = list.next(&page).unwrap().send(&client).await.unwrap();
    assert_eq!((&*page.value[0].id, &*next.value[0].id), ("1", "2"));
}

#[tokio::test(start_paused = true)]
async fn after_throttling_the_others_wait_as_well() {
    let limit = RateLimit::new(20, Duration::from_secs(10)).without_headers();
    let emulator = Emulator::builder()
        .serve::<MailboxSettings>()
        .rate_limit(limit)
        .clock(Clock::tokio())
        .start()
        .unwrap();
    let transport = emulator.transport();
    let client = Client::builder()
        .base_url(emulator.url())
        .transport(transport);
    let client = client.token("token").build().unwrap();
    let mut batch = Batch::new();
    for _ in 0..60 {
        batch.push(MailboxSettings::update("ada").time_zone("UTC"));
    }
    let answers = batch.send(&client).await;
    assert_eq!(answers.errors().count(), 0);
    let refused = executed(&emulator)
        .iter()
        .filter(|(_, executed)| !executed)
        .count();
    // The first request of each period finds out, and the others of its batch.
    assert!(refused <= 40, "{refused} were refused");
}

#[tokio::test]
async fn what_depends_on_a_request_that_failed_with_its_batch_is_not_repeated() {
    let (emulator, client) = start_with(&["1"]);
    emulator
        .inject(Fault::status(504), When::next(1).path("/$batch"))
        .unwrap();
    let mut batch = Batch::new();
    let created = batch.push(CloudPcDeviceImage::create(new_image()));
    let updated = batch.push_after([created], CloudPcDeviceImage::update("1").version("a"));
    let mut answers = batch.send(&client).await;
    assert!(answers.take(created).unwrap_err().is_unknown_outcome());
    let error = answers.take(updated).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::DependencyFailed);
    assert!(error.is_unknown_outcome());
    assert!(error.source().unwrap().downcast_ref::<Error>().is_some());
    assert_eq!(batches(&emulator), 1);
}
