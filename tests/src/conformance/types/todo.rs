use crate::conformance::registry::{Example, example};
use graph_resource::{graph_enum, graph_resource};

/// The resources of this file, by the address at which each is documented.
pub(super) fn resources() -> Vec<Example> {
    vec![
        example!(TodoTaskList(list_id)),
        example!(TodoTaskListOfUser(user_id, list_id)),
        example!(LinkedResource(list_id, task_id, linked_resource_id)),
        example!(LinkedResourceOfUserListTask(
            user_id,
            list_id,
            task_id,
            linked_resource_id
        )),
    ]
}

#[graph_resource(
    path = "/me/todo/lists",
    emit_type = "never",
    extensible,
    operations(update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct TodoTaskList {
    #[graph(key)]
    pub id: String,
    pub display_name: Option<String>,
    pub is_owner: Option<bool>,
    pub is_shared: Option<bool>,
    pub wellknown_list_name: Option<WellknownListName>,
}

#[graph_resource(
    path = "/users/{user_id}/todo/lists/{list_id}",
    odata_type = "microsoft.graph.todoTaskList",
    emit_type = "never",
    operations(update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct TodoTaskListOfUser {
    #[graph(base)]
    pub base: TodoTaskList,
}

#[graph_resource(
    path = "/me/todo/lists/{list_id}/tasks/{task_id}/linkedResources",
    extensible,
    operations(update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct LinkedResource {
    #[graph(key)]
    pub id: String,
    pub application_name: Option<String>,
    pub display_name: Option<String>,
    pub external_id: Option<String>,
    pub web_url: Option<String>,
}

#[graph_resource(
    path = "/users/{user_id}/todo/lists/{list_id}/tasks/{task_id}/linkedResources/{linked_resource_id}",
    odata_type = "microsoft.graph.linkedResource",
    operations(update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct LinkedResourceOfUserListTask {
    #[graph(base)]
    pub base: LinkedResource,
}

#[graph_enum]
pub enum WellknownListName {
    None,
    DefaultList,
    FlaggedEmails,
    #[graph(unknown)]
    Unknown(String),
}
