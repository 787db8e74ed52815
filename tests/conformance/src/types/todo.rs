use graph_resource::edm::DynamicProperties;
use graph_resource::{graph_enum, graph_resource};
use serde_json::Value;
use time::OffsetDateTime;

use super::super::registry::{Example, example};
use super::common::{Importance, ItemBody};

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
        example!(TodoTask(list_id, task_id)),
        example!(TodoTaskOfUserList(user_id, list_id, task_id)),
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
    pub is_owner: Option<Value>,
    pub is_shared: Option<Value>,
    pub wellknown_list_name: Option<WellknownListName>,
}

also_at! {
    TodoTaskList, "microsoft.graph.todoTaskList", "never";
    TodoTaskListOfUser "/users/{user_id}/todo/lists/{list_id}"
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

also_at! {
    LinkedResource, "microsoft.graph.linkedResource", "always";
    LinkedResourceOfUserListTask "/users/{user_id}/todo/lists/{list_id}/tasks/{task_id}/linkedResources/{linked_resource_id}"
}

#[graph_resource(
    path = "/me/todo/lists/{list_id}/tasks",
    emit_type = "never",
    extensible,
    operations(update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct TodoTask {
    #[graph(key)]
    pub id: String,
    #[graph(merge)]
    pub body: Option<ItemBody>,
    pub body_last_modified_date_time: Option<String>,
    pub categories: Option<Vec<String>>,
    pub completed_date_time: Option<DynamicProperties>,
    #[graph(read_only)]
    pub created_date_time: Option<OffsetDateTime>,
    pub due_date_time: Option<DynamicProperties>,
    pub has_attachments: Option<bool>,
    pub importance: Option<Importance>,
    pub is_reminder_on: Option<bool>,
    #[graph(read_only)]
    pub last_modified_date_time: Option<OffsetDateTime>,
    pub recurrence: Option<DynamicProperties>,
    pub reminder_date_time: Option<DynamicProperties>,
    pub start_date_time: Option<DynamicProperties>,
    pub status: Option<TaskStatus>,
    pub title: Option<String>,
    pub linked_resources: Option<Vec<DynamicProperties>>,
    #[graph(extra)]
    pub extra: DynamicProperties,
}

also_at! {
    TodoTask, "microsoft.graph.todoTask", "never";
    TodoTaskOfUserList "/users/{user_id}/todo/lists/{list_id}/tasks/{task_id}"
}

#[graph_enum]
pub enum WellknownListName {
    None,
    DefaultList,
    FlaggedEmails,
    #[graph(unknown)]
    Unknown(String),
}

#[graph_enum]
pub enum TaskStatus {
    NotStarted,
    InProgress,
    Completed,
    WaitingOnOthers,
    Deferred,
    #[graph(unknown)]
    Unknown(String),
}
