//! The whole request of each operation.

use crate::support::{State, TodoList, text};

#[test]
fn list_is_a_get_of_the_collection() {
    assert_eq!(
        text(&TodoList::list("adele")),
        "GET https://graph.microsoft.com/v1.0/users/adele/todo/lists?$select=id,displayName,state\naccept: application/json\n"
    );
}

#[test]
fn get_is_a_get_of_the_item() {
    assert_eq!(
        text(&TodoList::get("adele", "1")),
        "GET https://graph.microsoft.com/v1.0/users/adele/todo/lists/1?$select=id,displayName,state\naccept: application/json\n"
    );
}

#[test]
fn create_is_a_post_to_the_collection() {
    assert_eq!(
        text(
            &TodoList::create("adele")
                .display_name("Groceries")
                .state(State::Open)
        ),
        "POST https://graph.microsoft.com/v1.0/users/adele/todo/lists\n\
         accept: application/json\n\
         content-type: application/json\n\
         {\"displayName\":\"Groceries\",\"state\":\"open\"}"
    );
}

#[test]
fn update_is_a_patch_of_the_item() {
    assert_eq!(
        text(
            &TodoList::update("adele", "1")
                .display_name("Food")
                .clear_state()
        ),
        "PATCH https://graph.microsoft.com/v1.0/users/adele/todo/lists/1\n\
         accept: application/json\n\
         content-type: application/json\n\
         {\"displayName\":\"Food\",\"state\":null}"
    );
}

#[test]
fn delete_is_a_delete_of_the_item() {
    assert_eq!(
        text(&TodoList::delete("adele", "1").with_if_match("*")),
        "DELETE https://graph.microsoft.com/v1.0/users/adele/todo/lists/1\naccept: application/json\nif-match: *\n"
    );
}

#[test]
fn building_a_request_changes_nothing_in_it() {
    let update = TodoList::update("adele", "1").display_name("Food");
    assert_eq!(text(&update), text(&update));
}

#[test]
fn every_text_is_escaped_in_the_body() {
    let update = TodoList::update("adele", "1").display_name("\"}\\\n\0\u{2028}\u{1f980}");
    let body = text(&update).lines().last().unwrap().to_owned();
    assert_eq!(
        body,
        "{\"displayName\":\"\\\"}\\\\\\n\\u0000\u{2028}\u{1f980}\"}"
    );
}
