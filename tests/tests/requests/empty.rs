//! An update that changes nothing.

use graph_resource::ErrorKind;

use crate::support::{TodoList, TodoListPatch, http, text};

#[test]
fn it_is_an_error_of_its_own_kind() {
    let error = http(&TodoList::update("adele", "1")).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::EmptyPatch);
    assert_eq!(
        error.to_string(),
        "the patch changes nothing, so nothing was sent (`with_allow_empty` sends it all the same) \
         [PATCH /users/{user_id}/todo/lists/{id}]"
    );
    let error =
        http(&TodoList::update("adele", "1").with_patch(TodoListPatch::default())).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::EmptyPatch);
}

#[test]
fn it_is_sent_as_an_empty_object_where_it_is_allowed() {
    assert_eq!(
        text(&TodoList::update("adele", "1").with_allow_empty()),
        "PATCH https://graph.microsoft.com/v1.0/users/adele/todo/lists/1\n\
         accept: application/json\n\
         content-type: application/json\n\
         {}"
    );
}

/// A type that says its name in every other body.
#[graph_resource::graph_resource(path = "/me/typed")]
struct Typed {
    name: Option<String>,
}

#[test]
fn it_has_no_type_either() {
    assert!(text(&Typed::update().with_allow_empty()).ends_with("\n{}"));
    let name: Typed = serde_json::from_str("{}").unwrap();
    assert!(
        text(&Typed::update().name_or_clear(name.name))
            .ends_with(r##"{"@odata.type":"#microsoft.graph.typed","name":null}"##)
    );
}

#[test]
fn a_patch_that_may_be_empty_need_not_be() {
    let update = TodoList::update("adele", "1")
        .with_allow_empty()
        .display_name("Food");
    assert!(text(&update).ends_with("\n{\"displayName\":\"Food\"}"));
}
