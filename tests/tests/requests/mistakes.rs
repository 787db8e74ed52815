//! Building a request reports all its mistakes, and no secrets.

use graph_resource::ErrorKind;

use crate::support::{State, TodoList, http};

fn mistakes(request: &impl graph_resource::Request) -> String {
    let error = http(request).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidRequest);
    error.message().to_owned()
}

#[test]
fn a_name_that_no_header_has_is_named() {
    for (name, shown) in [
        ("", ""),
        ("a b", "a b"),
        ("x:y", "x:y"),
        ("na\nme", "na\\nme"),
        ("n\u{e4}me", "n\u{e4}me"),
        ("(x)", "(x)"),
    ] {
        let list = TodoList::list("adele").with_header(name.to_owned(), "hunter2");
        assert_eq!(
            mistakes(&list),
            format!("`{shown}` is not the name of a header")
        );
    }
}

#[test]
fn a_value_that_no_header_has_is_not_repeated() {
    for value in [
        "hunter2\n",
        "hunter2\r\nx-injected: 1",
        "hunter2\0",
        "hunter2\u{7f}",
    ] {
        let list = TodoList::list("adele").with_header("X-Secret", value);
        assert_eq!(
            mistakes(&list),
            "the value of the header `x-secret` has characters that cannot be sent"
        );
        assert!(!format!("{:?}", http(&list).unwrap_err()).contains("hunter2"));
    }
    let update = TodoList::update("adele", "1")
        .clear_state()
        .with_if_match("W/\"1\"\n");
    assert_eq!(
        mistakes(&update),
        "the value of the header `if-match` has characters that cannot be sent"
    );
}

#[test]
fn headers_of_the_client_are_not_those_of_a_request() {
    for name in [
        "Authorization",
        "HOST",
        "content-length",
        "Transfer-Encoding",
    ] {
        let update = TodoList::update("adele", "1")
            .clear_state()
            .with_header(name, "hunter2");
        let expected = format!(
            "the header `{}` is set by the client itself",
            name.to_lowercase()
        );
        assert_eq!(mistakes(&update), expected);
    }
}

#[test]
fn several_mistakes_are_reported_at_once() {
    let update = TodoList::update("..", "1")
        .state(State::Unknown("unknownFutureValue".to_owned()))
        .with_header("a b", "1")
        .with_header("x-a", "\n")
        .with_header("host", "example.com");
    assert_eq!(
        mistakes(&update),
        "`user_id` is `..`, which cannot be a segment of a path; \
         `a b` is not the name of a header; \
         the value of the header `x-a` has characters that cannot be sent; \
         the header `host` is set by the client itself; \
         the body cannot be written: state: `unknownFutureValue` stands for members that this client does not know, and cannot be sent"
    );
}

#[test]
fn a_create_reports_like_an_update() {
    let create = TodoList::create("")
        .state(State::Unknown("unknownFutureValue".to_owned()))
        .with_header("", "");
    assert_eq!(
        mistakes(&create),
        "`user_id` is empty: the request would go to another resource; \
         `` is not the name of a header; \
         the body cannot be written: state: `unknownFutureValue` stands for members that this client does not know, and cannot be sent"
    );
}

#[test]
fn the_error_names_the_request_and_nothing_out_of_it() {
    let error =
        http(&TodoList::delete("adele", "hunter2").with_header("a b", "hunter2")).unwrap_err();
    assert_eq!(
        error.to_string(),
        "`a b` is not the name of a header [DELETE /users/{user_id}/todo/lists/{id}]"
    );
    assert!(!format!("{error:?}").contains("hunter2"));
}
