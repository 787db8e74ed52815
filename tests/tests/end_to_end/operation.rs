//! Operations that go on after their request was accepted, on a clock that is held.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use graph_resource::{Client, ErrorKind, LongOperation, OperationProgress, Retry, graph_action};
use graph_resource_emulator::{CallAnswer, Emulator};
use http::{Method, Response};
use serde_json::{Value, json};
use tokio::time::Instant;

use crate::support::start_paused;

#[graph_action(path = "/teams/{team_id}/clone")]
struct CloneTeam {
    display_name: String,
}

const OPERATION: &str = "/teams/1/operations/2";

/// Starts an emulator that answers the states one after the other, the last one again and again.
fn start(states: Vec<Value>) -> (Emulator, Client) {
    let asked = AtomicUsize::new(0);
    let builder = Emulator::builder()
        .answer(Method::POST, "/teams/{team_id}/clone", |_| {
            CallAnswer::accepted(OPERATION)
        })
        .answer(Method::GET, OPERATION, move |_| {
            let number = asked.fetch_add(1, Ordering::Relaxed);
            CallAnswer::json(states[number.min(states.len() - 1)].clone())
        });
    let (emulator, client) = start_paused(builder);
    (emulator, client.retry(Retry::never()).build().unwrap())
}

async fn begin(client: &Client) -> LongOperation {
    let call = CloneTeam::call("1", "Project X");
    let accepted = call.send_with_response(client).await.unwrap();
    LongOperation::of(&accepted).unwrap()
}

#[tokio::test(start_paused = true)]
async fn an_operation_is_awaited_to_its_end() {
    let (emulator, client) = start(vec![
        json!({ "status": "notStarted" }),
        json!({ "status": "inProgress", "percentageComplete": 40 }),
        json!({ "status": "succeeded", "targetResourceId": "3" }),
    ]);
    let operation = begin(&client).await;
    let mut shown = Vec::new();
    let show = |state: &graph_resource::OperationState| shown.push(state.percent());
    let ended = operation.wait_with_progress(&client, show).await.unwrap();
    assert_eq!(ended.progress(), OperationProgress::Succeeded);
    assert_eq!(ended.body()["targetResourceId"], "3");
    assert_eq!(shown, [None, Some(40.0), None]);
    assert_eq!(emulator.requests().len(), 4);
}

#[tokio::test(start_paused = true)]
async fn a_failed_operation_is_an_error_with_its_code() {
    let error = json!({ "code": "nameInUse", "message": "The name is in use." });
    let (_emulator, client) = start(vec![json!({ "status": "failed", "error": error })]);
    let error = begin(&client).await.wait(&client).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::OperationFailed);
    assert_eq!(error.code(), Some("nameInUse"));
    assert!(!error.is_unknown_outcome());
}

#[tokio::test(start_paused = true)]
async fn an_operation_that_does_not_end_is_an_error_with_its_last_state() {
    let (_emulator, client) = start(vec![json!({ "status": "running" })]);
    let begun = Instant::now();
    let error = begin(&client).await.wait(&client).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::NotReached);
    assert!(error.raw_body().unwrap().starts_with(b"{\"status\""));
    assert!(begun.elapsed() <= Duration::from_secs(600));
}

#[tokio::test(start_paused = true)]
async fn another_process_goes_on_with_the_url() {
    let (_emulator, client) = start(vec![json!({ "status": "completed" })]);
    let url = begin(&client).await.url().to_owned();
    let state = LongOperation::at(url).state(&client).await.unwrap();
    assert_eq!(state.progress(), OperationProgress::Succeeded);
}

#[tokio::test(start_paused = true)]
async fn a_monitor_on_another_host_is_asked_without_the_token() {
    let (emulator, client) = start(vec![json!({})]);
    let operation = LongOperation::at("https://contoso.sharepoint.com/monitor/1?secret=s");
    assert!(!format!("{operation:?}").contains("secret"));
    let error = operation.wait(&client).await.unwrap_err();
    assert!(error.is_unauthorized(), "{error}");
    assert_eq!(emulator.requests()[0].header("authorization"), None);
}

#[tokio::test(start_paused = true)]
async fn accepted_without_a_body_is_running_and_anything_else_has_ended() {
    for (status, body, progress) in [
        (202, "", OperationProgress::Running),
        (204, "", OperationProgress::Succeeded),
        (200, r#"{"id":"3"}"#, OperationProgress::Succeeded),
        (200, r#"{"error":{"code":"c"}}"#, OperationProgress::Failed),
        (200, r#"{"status":"updating"}"#, OperationProgress::Running),
    ] {
        let answer = Response::builder().status(status).body(body.into());
        let answer = CallAnswer::response(answer.unwrap());
        let builder = Emulator::builder();
        let builder = builder.answer(Method::GET, OPERATION, move |_| answer.clone());
        let (_emulator, client) = start_paused(builder);
        let client = client.build().unwrap();
        let operation = LongOperation::at(OPERATION);
        let state = operation.state(&client).await.unwrap();
        assert_eq!(state.progress(), progress, "{status} {body}");
    }
}
