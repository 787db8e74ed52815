//! Headers and query options.

use crate::support::{TodoList, http, text};

#[test]
fn an_etag_is_sent_verbatim() {
    for etag in [
        "W/\"JzEtVGFzayAgQEBAQEBAQEBAQEBAQEBARCc=\"",
        "\"1\"",
        "*",
        "W/\"'1,2'\", W/\"3\"",
        "not even quoted",
    ] {
        let update = http(
            &TodoList::update("adele", "1")
                .clear_state()
                .with_if_match(etag),
        )
        .unwrap();
        assert_eq!(update.headers()["if-match"], etag);
        let delete = http(&TodoList::delete("adele", "1").with_if_match(etag.to_owned())).unwrap();
        assert_eq!(delete.headers()["if-match"], etag);
    }
}

#[test]
fn the_kind_of_answer_is_a_preference() {
    let prefer = |update: crate::support::TodoListUpdate| -> Vec<String> {
        let request = http(&update.clear_state()).unwrap();
        request
            .headers()
            .get_all("prefer")
            .iter()
            .map(|value| value.to_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(prefer(TodoList::update("adele", "1")), [""; 0]);
    assert_eq!(
        prefer(TodoList::update("adele", "1").with_return_minimal()),
        ["return=minimal"]
    );
    assert_eq!(
        prefer(
            TodoList::update("adele", "1")
                .with_header("Prefer", "include-unknown-enum-members")
                .with_return_representation()
        ),
        ["include-unknown-enum-members", "return=representation"]
    );
    let create = http(&TodoList::create("adele").with_return_minimal()).unwrap();
    assert_eq!(create.headers()["prefer"], "return=minimal");
}

#[test]
fn there_is_one_client_request_id_and_it_is_the_last() {
    let update = TodoList::update("adele", "1")
        .clear_state()
        .with_header("client-request-id", "1")
        .with_header("Client-Request-Id", "2");
    let request = http(&update).unwrap();
    let ids: Vec<_> = request
        .headers()
        .get_all("client-request-id")
        .iter()
        .collect();
    assert_eq!(ids, ["2"]);
}

#[test]
fn headers_are_added_in_order_and_those_of_the_body_are_replaced() {
    let update = TodoList::update("adele", "1")
        .clear_state()
        .with_header("client-request-id", "1")
        .with_header("X-Tag", "a")
        .with_header("x-tag", "b")
        .with_header("Accept", "application/json;odata.metadata=minimal")
        .with_header("CONTENT-TYPE", "application/json; charset=utf-8");
    assert_eq!(
        text(&update),
        "PATCH https://graph.microsoft.com/v1.0/users/adele/todo/lists/1\n\
         accept: application/json;odata.metadata=minimal\n\
         client-request-id: 1\n\
         content-type: application/json; charset=utf-8\n\
         x-tag: a\n\
         x-tag: b\n\
         {\"state\":null}"
    );
}

#[test]
fn query_options_are_encoded_in_order() {
    let list = TodoList::list("adele")
        .with_query("$select", "id,displayName")
        .with_query("$filter", "displayName eq 'O''Neil & Co' and size gt 1+1")
        .with_query("$search", "\"a#b?c=d%20\"")
        .with_query("\u{fc} =&", "\u{1f980}\n")
        .with_query("", "");
    assert_eq!(
        http(&list).unwrap().uri().query(),
        Some(
            "$select=id,displayName\
             &$filter=displayName%20eq%20%27O%27%27Neil%20%26%20Co%27%20and%20size%20gt%201%2B1\
             &$search=%22a%23b%3Fc%3Dd%2520%22\
             &%C3%BC%20%3D%26=%F0%9F%A6%80%0A\
             &="
        )
    );
}
