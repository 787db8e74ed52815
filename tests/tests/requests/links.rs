//! Links of answers: followed unchanged, and only within the origin.

use graph_resource::{Delete, Endpoint, ErrorKind, Get, List, Page, Request};

use crate::support::{TodoList, http, text};

const LISTS: &str = "https://graph.microsoft.com/v1.0/users/adele/todo/lists";

fn page(next_link: Option<&str>) -> Page<TodoList> {
    let mut page = Page::new(Vec::new());
    page.next_link = next_link.map(str::to_owned);
    page
}

fn uri(request: &impl Request) -> String {
    http(request).unwrap().uri().to_string()
}

fn refusal(request: &impl Request) -> String {
    let error = http(request).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidRequest);
    assert!(!format!("{error} {error:?}").contains("hunter2"));
    error.to_string()
}

#[test]
fn the_next_page_is_at_the_link_with_the_headers_of_the_first() {
    let first = TodoList::list("adele")
        .with_header("Prefer", "odata.maxpagesize=2")
        .with_header("ConsistencyLevel", "eventual")
        .with_query("$filter", "state eq 'open'");
    let link = format!("{LISTS}?$filter=state+eq+%27open%27&$skiptoken=X'%2e(a|b)");
    let second = first.next(&page(Some(&link))).unwrap();
    assert_eq!(
        text(&second),
        format!(
            "GET {link}\n\
             accept: application/json\n\
             consistencylevel: eventual\n\
             prefer: odata.maxpagesize=2\n"
        )
    );
    assert_eq!(second.path_template(), "/users/{user_id}/todo/lists");
    let link = format!("{LISTS}?$skiptoken=Y");
    let third = second.next(&page(Some(&link))).unwrap();
    assert_eq!(uri(&third), link);
    assert_eq!(http(&third).unwrap().headers().len(), 3);
}

#[test]
fn there_is_no_request_behind_the_last_page() {
    assert!(TodoList::list("adele").next(&page(None)).is_none());
}

#[test]
fn a_relative_link_to_a_page_is_seen_from_the_first() {
    for (link, expected) in [
        ("?$skiptoken=2", format!("{LISTS}?$skiptoken=2")),
        ("lists?$skiptoken=2", format!("{LISTS}?$skiptoken=2")),
        ("/beta/me", "https://graph.microsoft.com/beta/me".to_owned()),
    ] {
        let first = TodoList::list("adele").with_query("$top", "1");
        let second = first.next(&page(Some(link))).unwrap();
        assert_eq!(uri(&second), expected);
        let third = second.next(&page(Some("lists?$skiptoken=3"))).unwrap();
        assert_eq!(uri(&third), format!("{LISTS}?$skiptoken=3"));
    }
    let delta = List::<TodoList>::at(format!("{LISTS}/delta?$deltatoken=1"));
    let next = delta.next(&page(Some("delta?$skiptoken=2"))).unwrap();
    assert_eq!(uri(&next), format!("{LISTS}/delta?$skiptoken=2"));
}

#[test]
fn each_request_without_a_body_goes_to_a_link() {
    let location = format!("{LISTS}/1");
    assert_eq!(
        text(&Get::<TodoList>::at(&location)),
        format!("GET {location}\naccept: application/json\n")
    );
    let delete = Delete::<TodoList>::at(location.clone()).with_if_match("*");
    assert_eq!(
        text(&delete),
        format!("DELETE {location}\naccept: application/json\nif-match: *\n")
    );
    let get = Get::<TodoList>::at("users/adele/todo/lists/1");
    assert_eq!(uri(&get), location);
    assert_eq!(get.path_template(), "/users/{user_id}/todo/lists/{id}");
}

#[test]
fn an_option_is_added_to_those_of_a_link() {
    let with = |link: &str| uri(&Get::<TodoList>::at(link).with_query("$select", "id,state"));
    assert_eq!(
        with(&format!("{LISTS}/1")),
        format!("{LISTS}/1?$select=id,state")
    );
    assert_eq!(
        with(&format!("{LISTS}/1?a=b")),
        format!("{LISTS}/1?a=b&$select=id,state")
    );
}

#[test]
fn another_origin_is_refused_with_both_names_and_nothing_of_the_query() {
    let link = "https://evil.example/v1.0/users?$skiptoken=hunter2";
    let refused = "nothing was sent to `https://evil.example`: it is not the origin of the client, `https://graph.microsoft.com`";
    let next = TodoList::list("adele").next(&page(Some(link))).unwrap();
    assert_eq!(
        refusal(&next),
        format!("{refused} [GET /users/{{user_id}}/todo/lists]")
    );
    assert_eq!(
        refusal(&Delete::<TodoList>::at(link)),
        format!("{refused} [DELETE /users/{{user_id}}/todo/lists/{{id}}]")
    );
    for link in [
        "http://graph.microsoft.com/v1.0/users?hunter2",
        "https://graph.microsoft.com:8443/v1.0/users?hunter2",
        "https://hunter2@graph.microsoft.com/v1.0/users",
        "//graph.microsoft.com.evil.example/users?hunter2",
        "hunter2:users",
        "",
    ] {
        refusal(&List::<TodoList>::at(link));
        refusal(&List::<TodoList>::at(LISTS).next(&page(Some(link))).unwrap());
    }
}

#[test]
fn the_origin_is_that_of_the_endpoint() {
    let endpoint = Endpoint::parse("http://127.0.0.1:8080/graph").unwrap();
    let at = |link: &str| Get::<TodoList>::at(link).to_http_request(&endpoint);
    assert!(at("http://127.0.0.1:8080/elsewhere").is_ok());
    assert!(at("http://localhost:8080/graph/v1.0/me").is_err());
    assert!(at("https://graph.microsoft.com/v1.0/me").is_err());
    assert_eq!(
        at("users/1").unwrap().uri(),
        "http://127.0.0.1:8080/graph/v1.0/users/1"
    );
}

#[test]
fn a_link_is_in_no_debug_output() {
    let list = List::<TodoList>::at(format!("{LISTS}?$deltatoken=hunter2"));
    assert!(!format!("{list:?}").contains("hunter2"));
}
