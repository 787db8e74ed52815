use graph_resource_emulator::UpdateAnswer;

use crate::support::*;

#[tokio::test]
async fn an_update_follows_the_preference_of_the_request() {
    let (emulator, path) = start_with_image();
    for (prefer, status, applied) in [
        (&[][..], 200, ""),
        (&["return=minimal"], 204, "return=minimal"),
        (&["return=representation"], 200, "return=representation"),
        (&["respond-async, return=minimal"], 204, "return=minimal"),
        (
            &["outlook.timezone=\"UTC\"", "Return=Minimal"],
            204,
            "return=minimal",
        ),
        (&["return=something"], 200, ""),
    ] {
        let mut request = with_json(&emulator, "PATCH", &path, &json!({ "version": "2" }));
        for value in prefer {
            request = request.header("Prefer", *value);
        }
        let answer = send(request).await;
        assert_eq!(answer.status, status, "{prefer:?}");
        assert_eq!(answer.header("preference-applied"), applied, "{prefer:?}");
        assert_eq!(answer.json.is_null(), status == 204);
    }
}

#[tokio::test]
async fn an_update_can_be_answered_without_content_by_default() {
    let emulator = builder()
        .update_answers(UpdateAnswer::NoContent)
        .start()
        .unwrap();
    emulator
        .insert("/users/1/tasks", json!({ "key": "a" }))
        .unwrap();
    let answer = patch(&emulator, "/users/1/tasks/a", json!({ "title": "x" })).await;
    assert_eq!((answer.status, answer.header("content-type")), (204, ""));
    assert_eq!(emulator.get("/users/1/tasks/a").unwrap()["title"], "x");
    let request = with_json(
        &emulator,
        "PATCH",
        "/users/1/tasks/a",
        &json!({ "title": "y" }),
    );
    let answer = send(request.header("Prefer", "return=representation")).await;
    assert_eq!((answer.status, &answer.json["title"]), (200, &json!("y")));
}

#[tokio::test]
async fn a_minimal_answer_to_a_create_has_a_location() {
    let emulator = start();
    let request = with_json(&emulator, "POST", "/users/1/tasks", &json!({ "key": "a" }));
    let answer = send(request.header("Prefer", "return=minimal")).await;
    assert_eq!((answer.status, answer.json.is_null()), (204, true));
    assert_eq!(answer.header("preference-applied"), "return=minimal");
    assert_eq!(answer.header("odata-entityid"), answer.header("location"));
    assert_eq!(get(&emulator, answer.header("location")).await.status, 200);
}
