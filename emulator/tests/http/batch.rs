//! Requests in the body of another one.

use graph_resource_emulator::{Fault, RecordedRequest, When};
use serde_json::Value;

use crate::support::*;

fn requests(requests: &Value) -> Value {
    json!({ "requests": requests })
}

/// Returns the answer with an id.
fn of_id<'a>(answer: &'a Answer, id: &str) -> &'a Value {
    let answers = answer.json["responses"].as_array().unwrap();
    let mut answers = answers.iter().filter(|answer| answer["id"] == id);
    let found = answers.next().unwrap();
    assert!(answers.next().is_none(), "there are two answers to {id}");
    found
}

fn update(id: &str, image: &str, version: &str) -> Value {
    json!({
        "id": id,
        "method": "PATCH",
        "url": image,
        "headers": { "content-type": "application/json" },
        "body": { "version": version },
    })
}

#[tokio::test]
async fn each_request_has_an_answer_of_its_own() {
    let (emulator, image) = start_with_image();
    let batch = requests(&json!([
        { "id": "a", "method": "GET", "url": image },
        { "id": "b", "method": "get", "url": "users/nobody/tasks/none" },
        { "id": "c", "method": "DELETE", "url": image, "dependsOn": ["A"] },
    ]));
    let answer = post(&emulator, "/$batch", batch).await;
    assert_eq!(answer.status, 200);
    assert_eq!(of_id(&answer, "a")["status"], 200);
    assert_eq!(of_id(&answer, "a")["body"]["displayName"], "Windows 11");
    assert_eq!(of_id(&answer, "b")["status"], 404);
    assert_eq!(
        of_id(&answer, "b")["body"]["error"]["code"],
        "Request_ResourceNotFound"
    );
    assert_eq!(of_id(&answer, "c")["status"], 204);
    assert_eq!(of_id(&answer, "c")["body"], Value::Null);
    let recorded = emulator.requests();
    let is_in_batch: Vec<_> = recorded.iter().map(RecordedRequest::is_in_batch).collect();
    assert_eq!(is_in_batch, [true, true, true, false]);
}

#[tokio::test]
async fn what_depends_on_a_failed_request_is_not_executed() {
    let (emulator, image) = start_with_image();
    let mut second = update("2", &image, "2");
    second["dependsOn"] = json!(["1"]);
    let mut third = update("3", &image, "3");
    third["dependsOn"] = json!(["2"]);
    // The order of the list is not that of the dependencies.
    let failing = update("1", "/users/1/tasks/none", "1");
    let batch = requests(&json!([third, second, failing, update("4", &image, "4")]));
    let answer = post(&emulator, "/$batch", batch).await;
    let statuses = ["1", "2", "3", "4"].map(|id| of_id(&answer, id)["status"].clone());
    assert_eq!(statuses, [json!(404), json!(424), json!(424), json!(200)]);
    assert_eq!(emulator.get(&image).unwrap()["version"], "4");
}

#[tokio::test]
async fn a_batch_that_graph_refuses_is_refused() {
    let (emulator, image) = start_with_image();
    let read = |id: &str| json!({ "id": id, "method": "GET", "url": image });
    let with = |name: &str, value: Value| {
        let mut request = read("1");
        request[name] = value;
        requests(&json!([request]))
    };
    let too_many: Vec<_> = (0..21).map(|id| read(&id.to_string())).collect();
    for (batch, reason) in [
        (json!({}), "no `requests`"),
        (requests(&json!([])), "no requests"),
        (requests(&json!(too_many)), "the limit is 20"),
        (requests(&json!([read("a"), read("A")])), "the id 'A'"),
        (with("dependsOn", json!(["2"])), "depends on '2'"),
        (with("dependsOn", json!(["1"])), "in a circle"),
        (with("dependsOn", json!("1")), "not a list"),
        (with("url", json!("/$batch")), "a batch in a batch"),
        (with("url", json!("/ /")), "invalid"),
        (with("url", Value::Null), "`url`"),
        (with("id", json!(1)), "`id`"),
        (with("method", json!("G T")), "method"),
        (with("headers", json!({ "a b": "c" })), "header 'a b'"),
        (with("body", json!({})), "no Content-Type"),
    ] {
        let answer = post(&emulator, "/$batch", batch).await;
        answer.assert_rejected(400, "BadRequest");
        assert!(answer.message().contains(reason), "{}", answer.message());
    }
    let read = requests(&json!([read("1")]));
    let answer = send(with_json(&emulator, "PATCH", "/$batch", &read)).await;
    answer.assert_rejected(405, "Request_BadRequest");
}

#[tokio::test]
async fn a_request_in_a_batch_encounters_its_own_faults() {
    let (emulator, image) = start_with_image();
    emulator
        .inject(Fault::status(503).html(), When::next(1).method("PATCH"))
        .unwrap();
    emulator
        .inject(
            Fault::hang_up().after_execution(),
            When::next(1).method("PATCH"),
        )
        .unwrap();
    let batch = requests(&json!([
        update("1", &image, "1"),
        update("2", &image, "2"),
        update("3", &image, "3"),
    ]));
    let answer = post(&emulator, "/$batch", batch).await;
    assert_eq!(of_id(&answer, "1")["status"], 503);
    assert_eq!(of_id(&answer, "1")["headers"]["Content-Type"], "text/html");
    assert!(of_id(&answer, "1")["body"].is_string());
    assert_eq!(of_id(&answer, "3")["status"], 200);
    assert_eq!(answer.json["responses"].as_array().unwrap().len(), 2);
}
