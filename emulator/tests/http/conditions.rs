use graph_resource::graph_resource;
use graph_resource_emulator::{Emulator, EmulatorBuilder};

use crate::support::*;

async fn patch_if_match(emulator: &Emulator, path: &str, etag: &str) -> Answer {
    let request = with_json(emulator, "PATCH", path, &json!({ "version": "2" }));
    send(request.header("If-Match", etag)).await
}

#[tokio::test]
async fn a_write_with_a_stale_entity_tag_changes_nothing() {
    let (emulator, path) = start_with_image();
    let etag = get(&emulator, &path).await.header("etag").to_owned();
    let answer = patch_if_match(&emulator, &path, &etag).await;
    assert_eq!(answer.status, 200);
    assert_ne!(answer.header("etag"), etag);

    let before = emulator.get(&path);
    patch_if_match(&emulator, &path, &etag)
        .await
        .assert_rejected(412, "resourceModified");
    let stale = send(request(&emulator, "DELETE", &path).header("If-Match", &etag)).await;
    stale.assert_rejected(412, "resourceModified");
    assert_eq!(emulator.get(&path), before);
}

#[tokio::test]
async fn a_concurrent_change_is_detected() {
    let (emulator, path) = start_with_image();
    let etag = get(&emulator, &path).await.header("etag").to_owned();
    emulator
        .put(&path, json!({ "displayName": "Windows 12" }))
        .unwrap();
    patch_if_match(&emulator, &path, &etag)
        .await
        .assert_rejected(412, "resourceModified");
}

#[tokio::test]
async fn a_star_matches_any_existing_item() {
    let (emulator, path) = start_with_image();
    assert_eq!(patch_if_match(&emulator, &path, "*").await.status, 200);
    let absent = format!("{IMAGES}/absent");
    patch_if_match(&emulator, &absent, "*")
        .await
        .assert_rejected(404, "Request_ResourceNotFound");
    let request = with_json(&emulator, "PATCH", &path, &json!({ "version": "3" }));
    send(request.header("If-None-Match", "*"))
        .await
        .assert_rejected(412, "resourceModified");
    let answer = send(request_delete(&emulator, &path)).await;
    assert_eq!(answer.status, 204);
}

fn request_delete(emulator: &Emulator, path: &str) -> reqwest::RequestBuilder {
    request(emulator, "DELETE", path).header("If-Match", "*")
}

#[tokio::test]
async fn the_entity_tag_of_a_singleton_is_checked() {
    let emulator = start();
    let path = "/users/1/mailboxSettings";
    let etag = get(&emulator, path).await.header("etag").to_owned();
    for status in [200, 412] {
        let request = with_json(&emulator, "PUT", path, &json!({ "timeZone": "UTC" }));
        assert_eq!(send(request.header("If-Match", &etag)).await.status, status);
    }
}

#[tokio::test]
async fn an_entity_tag_is_compared_verbatim() {
    let (emulator, path) = start_with_image();
    let etag = get(&emulator, &path).await.header("etag").to_owned();
    let strong = etag.trim_start_matches("W/");
    for other in [strong, strong.trim_matches('"'), &etag.replace("W/", "w/")] {
        patch_if_match(&emulator, &path, other)
            .await
            .assert_rejected(412, "resourceModified");
    }
    let listed = format!("W/\"a,b\", {etag}");
    assert_eq!(patch_if_match(&emulator, &path, &listed).await.status, 200);
}

/// A task that is served like those of Planner.
#[graph_resource(path = "/planner/tasks", emit_type = "never", extensible)]
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct PlannerTask {
    #[graph(key)]
    pub(crate) id: String,
    pub(crate) version: Option<String>,
}

/// Another resource, which has no such rule.
#[graph_resource(path = "/planner/plans", emit_type = "never")]
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct PlannerPlan {
    #[graph(key)]
    pub(crate) id: String,
    pub(crate) version: Option<String>,
}

fn planner() -> EmulatorBuilder {
    let builder = Emulator::builder();
    builder.serve::<PlannerTask>().serve::<PlannerPlan>()
}

fn start_planner(builder: EmulatorBuilder) -> Emulator {
    let emulator = builder.start().unwrap();
    for path in ["/planner/tasks", "/planner/plans"] {
        emulator.insert(path, json!({ "id": "1" })).unwrap();
    }
    emulator
}

#[tokio::test]
async fn a_write_without_the_required_if_match_is_rejected_in_the_words_of_planner() {
    let emulator = start_planner(planner().require_if_match::<PlannerTask>());
    let path = "/planner/tasks/1";
    let missing = "The If-Match header must be specified for this kind of request.";
    let invalid = "The If-Match header contains an invalid value.";
    for method in ["PATCH", "DELETE"] {
        for (if_match, message) in [
            (None, missing),
            (Some("*"), invalid),
            (Some("abc"), invalid),
        ] {
            let mut request = with_json(&emulator, method, path, &json!({ "version": "2" }));
            if let Some(if_match) = if_match {
                request = request.header("If-Match", if_match);
            }
            let answer = send(request).await;
            answer.assert_rejected(400, "");
            assert_eq!(answer.message(), message, "{method} {if_match:?}");
        }
    }
    assert_eq!(emulator.get(path), Some(json!({ "id": "1" })));

    let absent = "/planner/tasks/absent";
    let answer = patch(&emulator, absent, json!({ "version": "2" })).await;
    answer.assert_rejected(400, "");

    let etag = get(&emulator, path).await.header("etag").to_owned();
    assert_eq!(patch_if_match(&emulator, path, &etag).await.status, 200);
    patch_if_match(&emulator, path, &etag)
        .await
        .assert_rejected(412, "resourceModified");
    let answer = patch_if_match(&emulator, absent, &etag).await;
    answer.assert_rejected(404, "Request_ResourceNotFound");
}

#[tokio::test]
async fn if_match_is_required_by_the_chosen_resource_or_by_all() {
    let emulator = start_planner(planner().require_if_match::<PlannerTask>());
    let plan = "/planner/plans/1";
    let change = json!({ "version": "2" });
    assert_eq!(patch(&emulator, plan, change.clone()).await.status, 200);
    assert_eq!(patch_if_match(&emulator, plan, "*").await.status, 200);

    let emulator = start_planner(planner().require_if_match_everywhere());
    for path in [plan, "/planner/tasks/1"] {
        patch(&emulator, path, change.clone())
            .await
            .assert_rejected(400, "");
    }
}
