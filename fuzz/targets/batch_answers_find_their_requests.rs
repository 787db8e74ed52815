//! Asserts that any answer to a batch gives each request its own answer or an error.

#![no_main]

use graph_resource::Batch;
use graph_resource_fuzz::answer::{client, parse, poll_once};
use graph_resource_fuzz::thing::Base;
use libfuzzer_sys::{Corpus, fuzz_target};
use serde_json::Value;

fuzz_target!(|data: &[u8]| -> Corpus {
    let Some(response) = parse(data) else {
        return Corpus::Reject;
    };
    let client = client(&response);
    let mut batch = Batch::new();
    let read = batch.push(Base::get("1", "2"));
    let listed = batch.push(Base::list("1"));
    let deleted = batch.push_after([read], Base::delete("1", "2"));
    let mut answers = poll_once(batch.send(&client));
    let is_success = response.status().is_success();
    let status = |id: &str| is_success.then(|| status(response.body(), id));
    for (id, failed, error) in [
        ("1", answers.take(read).is_err(), None),
        ("2", answers.take(listed).is_err(), None),
        (
            "3",
            answers.error(deleted).is_some(),
            answers.take(deleted).err(),
        ),
    ] {
        if let Some(error) = error {
            let lines = format!("{error} {error:?}");
            assert!(lines.len() < 10_000, "{lines}");
        }
        // What a plain reader finds is what the request gets.
        match status(id) {
            None => assert!(failed, "the batch failed, and {id} did not"),
            Some(Some(status)) if !(200..300).contains(&status) => assert!(failed, "{id}"),
            Some(_) => {}
        }
    }
    Corpus::Keep
});

/// Returns the status of the answer with an id, if the whole is plain JSON in the documented form.
fn status(body: &[u8], id: &str) -> Option<u64> {
    let body: Value = serde_json::from_slice(body).ok()?;
    let members = body.as_object().filter(|members| members.len() == 1)?;
    let answers = members.get("responses")?.as_array()?;
    let mut ids = Vec::new();
    for answer in answers {
        let names = ["id", "status", "headers", "body"];
        let mut known = answer.as_object()?.keys();
        let id = answer["id"]
            .as_str()
            .filter(|id| ["1", "2", "3"].contains(id))?;
        if !known.all(|name| names.contains(&name.as_str())) || ids.contains(&id) {
            return None;
        }
        ids.push(id);
    }
    let answer = answers.iter().find(|answer| answer["id"] == id)?;
    answer["status"].as_u64()
}
