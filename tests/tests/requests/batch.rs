//! Batches as values.

use graph_resource::{Batch, BatchItem, Cloud, Endpoint, ErrorKind, graph_resource};
use serde_json::{Value, json};

use crate::support::*;

#[graph_resource(path = "/me", emit_type = "never")]
#[derive(Debug)]
struct Me {
    city: Option<String>,
}

#[graph_resource(path = "/me/planner/tasks", version = "beta")]
#[derive(Debug)]
struct PlannerTask {
    #[graph(key)]
    id: String,
}

fn bodies(batch: &Batch<'_>) -> Vec<(String, Value)> {
    let requests = batch.to_http_requests(&Endpoint::new(Cloud::Global));
    let requests = requests.unwrap().into_iter();
    requests
        .map(|request| {
            assert_eq!(request.method(), "POST");
            assert_eq!(request.headers()["content-type"], "application/json");
            assert_eq!(request.headers()["accept"], "application/json");
            let body = serde_json::from_slice(request.body()).unwrap();
            (request.uri().to_string(), body)
        })
        .collect()
}

#[test]
fn a_request_in_a_batch_has_what_it_has_alone() {
    let mut batch = Batch::new();
    batch.push(Me::update().city("Redmond"));
    let read = TodoList::get("ada+bob@contoso.com", "a/b");
    let read = batch.push(read.with_header("prefer", "a").with_header("prefer", "b"));
    batch.push_after(
        [read],
        TodoList::delete("ada", "c#d").with_if_match("W/\"1\""),
    );
    assert_eq!(
        bodies(&batch),
        [(
            "https://graph.microsoft.com/v1.0/$batch".to_owned(),
            json!({ "requests": [
                {
                    "id": "1",
                    "method": "PATCH",
                    "url": "/me",
                    "headers": { "Content-Type": "application/json" },
                    "body": { "city": "Redmond" },
                },
                {
                    "id": "2",
                    "method": "GET",
                    "url": "/users/ada%2Bbob@contoso.com/todo/lists/a%2Fb?$select=id,displayName,state",
                    "headers": { "prefer": "a, b" },
                },
                {
                    "id": "3",
                    "method": "DELETE",
                    "url": "/users/ada/todo/lists/c%23d",
                    "dependsOn": ["2"],
                    "headers": { "if-match": "W/\"1\"" },
                },
            ] }),
        )]
    );
}

#[test]
fn a_batch_has_one_version() {
    let mut batch = Batch::new();
    batch.push(PlannerTask::get("1"));
    batch.push(Me::get());
    batch.push(PlannerTask::get("2"));
    let bodies = bodies(&batch);
    let urls =
        ["beta", "v1.0"].map(|version| format!("https://graph.microsoft.com/{version}/$batch"));
    assert_eq!(
        bodies.iter().map(|(url, _)| url).collect::<Vec<_>>(),
        urls.each_ref()
    );
    let ids = |at: usize| {
        let requests = bodies[at].1["requests"].as_array().unwrap().iter();
        requests
            .map(|request| request["url"].as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(
        ids(0),
        [
            "/me/planner/tasks/1?$select=id",
            "/me/planner/tasks/2?$select=id"
        ]
    );
    assert_eq!(ids(1), ["/me?$select=city"]);
}

#[test]
fn a_batch_has_twenty_requests_at_most() {
    let mut batch = Batch::new();
    let handles: Vec<_> = (0..41)
        .map(|id| batch.push(TodoList::get("ada", id)))
        .collect();
    assert_eq!(batch.len(), 41);
    batch.push_after([handles[40]], TodoList::delete("ada", 1));
    let lengths = bodies(&batch)
        .into_iter()
        .map(|(_, body)| body["requests"].as_array().unwrap().len());
    assert_eq!(lengths.collect::<Vec<_>>(), [20, 20, 2]);
}

#[test]
fn a_request_that_cannot_be_built_names_itself() {
    let mut batch = Batch::new();
    batch.push(Me::update());
    let error = batch
        .to_http_requests(&Endpoint::new(Cloud::Global))
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::EmptyPatch);
    assert_eq!(error.path_template(), Some("/me"));
}

#[test]
fn a_request_cannot_depend_on_one_of_another_batch() {
    let mut other = Batch::new();
    let read = other.push(Me::get());
    let mut batch = Batch::new();
    batch.push_after([read], Me::get());
    let error = batch
        .to_http_requests(&Endpoint::new(Cloud::Global))
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidRequest);
    assert_eq!(error.message(), "it depends on a request of another batch");
}

#[test]
fn borrowed_values_can_be_in_a_batch() {
    let list: TodoList = serde_json::from_str(r#"{"id":"1","displayName":"Groceries"}"#).unwrap();
    let mut batch = Batch::new();
    batch.push(TodoList::create_from("ada", &list));
    let [(_, body)] = &bodies(&batch)[..] else {
        panic!()
    };
    assert_eq!(
        body["requests"][0]["body"],
        json!({ "displayName": "Groceries" })
    );
}

#[test]
fn handles_of_several_types_are_a_list_of_items() {
    let mut batch = Batch::new();
    let read = batch.push(Me::get());
    let updated = batch.push(Me::update().city("Redmond"));
    let items: [BatchItem; 2] = [read.into(), updated.item()];
    batch.push_after(items, PlannerTask::delete("1"));
    // What depends on two requests waits for both.
    assert_eq!(bodies(&batch).len(), 2);
}
