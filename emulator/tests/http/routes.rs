use graph_resource_emulator::Emulator;

use crate::support::*;

#[tokio::test]
async fn a_resource_with_a_version_is_served_only_at_this_version() {
    let emulator = start();
    assert_eq!(get(&emulator, IMAGES).await.status, 200);
    let answer = get(&emulator, &format!("{}/v1.0{IMAGES}", emulator.url())).await;
    answer.assert_rejected(404, "BadRequest");
    let answer = get(&emulator, &format!("{}/v2.0{IMAGES}", emulator.url())).await;
    answer.assert_rejected(400, "BadRequest");
    assert_eq!(answer.message(), "Invalid version: v2.0");
}

#[tokio::test]
async fn a_resource_without_a_version_is_shared_by_both() {
    let emulator = start();
    let created = post(&emulator, "/users/1/tasks", json!({ "key": "a" })).await;
    assert_eq!(created.status, 201);
    let answer = get(
        &emulator,
        &format!("{}/v1.0/users/1/tasks/a", emulator.url()),
    )
    .await;
    assert_eq!(answer.json["key"], "a");
}

#[tokio::test]
async fn names_are_not_case_sensitive_but_ids_are() {
    let emulator = start();
    post(&emulator, "/USERS/Adele/Tasks", json!({ "key": "Key" })).await;
    for (path, status) in [
        ("/users/Adele/tasks/Key", 200),
        ("/Users/Adele/TASKS/Key", 200),
        ("/users/adele/tasks/Key", 404),
        ("/users/Adele/tasks/key", 404),
    ] {
        assert_eq!(get(&emulator, path).await.status, status, "{path}");
    }
}

#[tokio::test]
async fn each_parameter_value_has_its_own_collection() {
    let emulator = start();
    post(&emulator, "/users/1/tasks", json!({ "key": "a" })).await;
    assert_eq!(
        get(&emulator, "/users/2/tasks").await.json["value"],
        json!([])
    );
    assert_eq!(
        post(&emulator, "/users/2/tasks", json!({ "key": "a" }))
            .await
            .status,
        201
    );
}

#[tokio::test]
async fn any_id_is_one_segment() {
    let emulator = start();
    for (id, segment) in [
        ("a/b", "a%2Fb"),
        ("a#b?c", "a%23b%3Fc"),
        ("O'Neil", "O'Neil"),
        ("O'Neil (2)", "O%27Neil%20%282%29"),
        ("$count", "%24count"),
        ("%2F", "%252F"),
        ("\u{fc} \u{1f980}", "%C3%BC%20%F0%9F%A6%80"),
    ] {
        let id_and_count = json!({ "key": id, "count": 1 });
        let created = post(&emulator, &format!("/users/{segment}/tasks"), id_and_count).await;
        assert_eq!(created.status, 201, "{id}");
        for path in [
            format!("/users/{segment}/tasks/{segment}"),
            created.header("location").to_owned(),
        ] {
            assert_eq!(get(&emulator, &path).await.json["key"], id, "{path}");
        }
    }
}

#[tokio::test]
async fn a_singleton_exists_from_the_start() {
    let emulator = start();
    let answer = get(&emulator, "/users/1/mailboxSettings").await;
    assert_eq!(answer.status, 200);
    assert_eq!(answer.json["timeZone"], json!(null));
    assert!(answer.json["lastModifiedDateTime"].is_string());
    let url = emulator.url();
    let context = format!("{url}/beta/$metadata#users('1')/mailboxSettings");
    assert_eq!(answer.json["@odata.context"], context);
}

#[tokio::test]
async fn an_operation_that_a_resource_does_not_have_is_not_allowed() {
    let emulator = start();
    for (method, path, allow) in [
        ("PUT", IMAGES, "GET, POST"),
        ("DELETE", IMAGES, "GET, POST"),
        ("PUT", "/users/1/tasks/a", "GET, PATCH, DELETE"),
        ("PATCH", "/users/1/mailboxSettings", "GET, PUT"),
        ("DELETE", "/users/1/mailboxSettings", "GET, PUT"),
        ("POST", "/users/1/mailboxSettings", "GET, PUT"),
        ("OPTIONS", "/users/1/mailboxSettings", "GET, PUT"),
        ("BREW", "/users/1/mailboxSettings", "GET, PUT"),
    ] {
        let answer = send(with_json(&emulator, method, path, &json!({}))).await;
        answer.assert_rejected(405, "Request_BadRequest");
        assert_eq!(answer.header("allow"), allow, "{method} {path}");
    }
}

#[test]
fn an_emulator_with_two_resources_of_one_type_at_one_path_does_not_start() {
    let error = Emulator::builder()
        .serve_info(&TASK)
        .serve_info(&TASK)
        .start()
        .unwrap_err();
    assert_eq!(
        error.to_string(),
        "two resources of one type are served at `/users/{user_id}/tasks`"
    );
}
