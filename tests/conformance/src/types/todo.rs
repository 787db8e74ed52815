use graph_resource::edm::DynamicProperties;
use graph_resource::{graph_enum, graph_resource};
use serde_json::Value;
use time::OffsetDateTime;

use super::super::registry::Example;
use super::common::{Importance, ItemBody};
use crate::example;

/// The resources of this file, and the parameters of each address.
pub(super) fn resources() -> Vec<Example> {
    vec![
        example!(TodoTaskList[], of_user_todo[user_id]),
        example!(LinkedResource[list_id, task_id], of_list_task[user_id, list_id, task_id]),
        example!(TodoTask[list_id], of_user_todo_list[user_id, list_id]),
    ]
}

#[graph_resource(
    path = "/me/todo/lists",
    also(of_user_todo = "/users/{user_id}/todo/lists"),
    emit_type = "never",
    operations(get, list, update)
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

#[graph_resource(
    path = "/me/todo/lists/{list_id}/tasks/{task_id}/linkedResources",
    also(of_list_task = "/users/{user_id}/todo/lists/{list_id}/tasks/{task_id}/linkedResources"),
    operations(get, list, update)
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
    path = "/me/todo/lists/{list_id}/tasks",
    also(of_user_todo_list = "/users/{user_id}/todo/lists/{list_id}/tasks"),
    emit_type = "never",
    operations(get, list, update)
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
