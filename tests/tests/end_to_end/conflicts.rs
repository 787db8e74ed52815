//! Many tasks that edit one item at the same time.

use graph_resource::{Modified, graph_resource};
use graph_resource_emulator::Emulator;
use serde_json::json;

use crate::support::client;

#[graph_resource(path = "/counters", emit_type = "never")]
#[derive(Debug)]
struct Counter {
    #[graph(key)]
    id: String,
    count: i32,
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_fifty_tasks_with_defaults_all_succeed() {
    let emulator = Emulator::builder().serve::<Counter>().start().unwrap();
    let client = client(&emulator);
    let id = emulator.insert("/counters", json!({ "count": 0 })).unwrap();
    let tasks: Vec<_> = (0..50)
        .map(|_| {
            let modify = Counter::get(&id).modify(|counter| counter.count += 1);
            tokio::spawn(modify.send(&client))
        })
        .collect();
    for task in tasks {
        let modified = task.await.unwrap().unwrap();
        assert!(matches!(modified, Modified::Updated(_)), "{modified:?}");
    }
    let stored = emulator.get(&format!("/counters/{id}")).unwrap();
    assert_eq!(stored["count"], 50);
}
