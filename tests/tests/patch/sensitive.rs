//! Sensitive properties appear neither in `Debug` output nor in errors.

use graph_resource::{Change, graph_resource};
use serde_json::json;

use crate::message::line;

#[graph_resource(path = "/users", emit_type = "never")]
#[derive(Clone, PartialEq)]
struct User {
    #[graph(key)]
    id: String,
    display_name: Option<String>,
    #[graph(sensitive)]
    employee_id: Option<String>,
    #[graph(sensitive)]
    pin: Option<i64>,
    #[graph(write_only, sensitive)]
    password: Option<String>,
    #[graph(create_only, sensitive)]
    invitation: Option<String>,
}

#[derive(Debug)]
#[allow(dead_code, reason = "looked at by `Debug` alone")]
struct Team {
    owner: User,
    changes: Vec<UserPatch>,
}

fn user() -> User {
    let json = json!({ "id": "1", "displayName": "Adele", "employeeId": "hunter2", "pin": 4711 });
    serde_json::from_value(json).unwrap()
}

fn hides(debug: &str) {
    assert!(
        !debug.contains("hunter2") && !debug.contains("4711"),
        "{debug}"
    );
}

#[test]
fn it_is_sent() {
    let update = User::update("1")
        .employee_id("hunter2")
        .pin(4711)
        .clear_password();
    assert_eq!(
        line(&update),
        r#"PATCH /v1.0/users/1 {"employeeId":"hunter2","pin":4711,"password":null}"#
    );
    let create = User::create().invitation("hunter2");
    assert_eq!(
        line(&create),
        r#"POST /v1.0/users {"invitation":"hunter2"}"#
    );
}

#[test]
fn it_is_masked_in_the_debug_of_the_resource() {
    assert_eq!(
        format!("{:?}", user()),
        r#"User {"id":"1","displayName":"Adele","employeeId":"[redacted]","pin":"[redacted]"}"#
    );
}

#[test]
fn it_is_masked_in_the_debug_of_the_patch_also_where_it_is_cleared() {
    let patch = UserPatch {
        pin: Change::Clear,
        ..UserPatch::default()
            .employee_id("hunter2")
            .display_name("Adele")
    };
    assert_eq!(
        format!("{patch:?}"),
        r#"UserPatch {"displayName":"Adele","employeeId":"[redacted]","pin":"[redacted]"}"#
    );
}

#[test]
fn it_is_masked_in_the_debug_of_requests() {
    hides(&format!(
        "{:?}",
        User::update("1").employee_id("hunter2").password("hunter2")
    ));
    hides(&format!("{:#?}", User::update("1").pin(4711)));
    hides(&format!(
        "{:?}",
        User::create().invitation("hunter2").password("hunter2")
    ));
    hides(&format!("{:?}", User::get("hunter2")));
    hides(&format!(
        "{:?}",
        User::list()
            .with_header("x-secret", "hunter2")
            .with_query("$filter", "pin eq 4711")
    ));
}

#[test]
fn it_is_masked_inside_of_other_values_in_pretty_form() {
    let team = Team {
        owner: user(),
        changes: vec![
            UserPatch::default()
                .password("hunter2")
                .display_name("Alex"),
        ],
    };
    assert_eq!(
        format!("{team:#?}"),
        r#"Team {
    owner: User {
      "id": "1",
      "displayName": "Adele",
      "employeeId": "[redacted]",
      "pin": "[redacted]"
    },
    changes: [
        UserPatch {
          "displayName": "Alex",
          "password": "[redacted]"
        },
    ],
}"#
    );
}

#[test]
fn it_is_not_repeated_by_the_error_that_it_cannot_be_read() {
    for json in [
        r#"{"id":"1","pin":"hunter2"}"#,
        r#"{"pin":"hunter2"}"#,
        r#"{"pin":["hunter2"]}"#,
        r#"{"employeeId":4711}"#,
    ] {
        let resource = serde_json::from_str::<User>(json).unwrap_err().to_string();
        let patch = serde_json::from_str::<UserPatch>(json)
            .unwrap_err()
            .to_string();
        hides(&format!("{resource} {patch}"));
        assert!(
            resource.contains("`pin`") || resource.contains("`employeeId`"),
            "{resource}"
        );
    }
}
