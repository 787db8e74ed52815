use std::collections::BTreeMap;

use graph_resource::{graph_complex, graph_enum, graph_resource};
use time::OffsetDateTime;

use super::super::registry::Example;
use super::common::IdentitySet;
use crate::example;

/// The resources of this file, and the parameters of each address.
pub(super) fn resources() -> Vec<Example> {
    vec![
        example!(PlannerTaskDetails(task_id)),
        example!(PlannerUser(), of_user(user_id)),
        example!(PlannerAssignedToTaskBoardTaskFormat(task_id)),
        example!(PlannerBucketTaskBoardTaskFormat(task_id)),
        example!(PlannerProgressTaskBoardTaskFormat(task_id)),
    ]
}

#[graph_resource(
    path = "/planner/tasks/{task_id}/details",
    emit_type = "never",
    operations(get, update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct PlannerTaskDetails {
    #[graph(read_only)]
    pub id: Option<String>,
    #[graph(merge)]
    pub checklist: Option<BTreeMap<String, PlannerChecklistItem>>,
    pub description: Option<String>,
    pub preview_type: Option<PlannerPreviewType>,
    #[graph(merge)]
    pub references: Option<BTreeMap<String, PlannerExternalReference>>,
}

#[graph_resource(
    path = "/me/planner",
    also(of_user = "/users/{user_id}/planner"),
    emit_type = "never",
    operations(get, update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct PlannerUser {
    #[graph(read_only)]
    pub id: Option<String>,
    #[graph(merge)]
    pub favorite_plan_references: Option<BTreeMap<String, PlannerFavoritePlanReference>>,
    #[graph(merge)]
    pub recent_plan_references: Option<BTreeMap<String, PlannerRecentPlanReference>>,
}

#[graph_resource(
    path = "/planner/tasks/{task_id}/assignedToTaskBoardFormat",
    emit_type = "never",
    operations(get, update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct PlannerAssignedToTaskBoardTaskFormat {
    #[graph(read_only)]
    pub id: Option<String>,
    #[graph(merge)]
    pub order_hints_by_assignee: Option<BTreeMap<String, String>>,
    pub unassigned_order_hint: Option<String>,
}

#[graph_resource(
    path = "/planner/tasks/{task_id}/bucketTaskBoardFormat",
    emit_type = "never",
    operations(get, update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct PlannerBucketTaskBoardTaskFormat {
    #[graph(read_only)]
    pub id: Option<String>,
    pub order_hint: Option<String>,
}

#[graph_resource(
    path = "/planner/tasks/{task_id}/progressTaskBoardFormat",
    emit_type = "never",
    operations(get, update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct PlannerProgressTaskBoardTaskFormat {
    #[graph(read_only)]
    pub id: Option<String>,
    pub order_hint: Option<String>,
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PlannerChecklistItem {
    pub is_checked: Option<bool>,
    #[graph(merge)]
    pub last_modified_by: Option<IdentitySet>,
    pub last_modified_date_time: Option<OffsetDateTime>,
    pub order_hint: Option<String>,
    pub title: Option<String>,
}

#[graph_enum]
pub enum PlannerPreviewType {
    Automatic,
    NoPreview,
    Checklist,
    Description,
    Reference,
    #[graph(unknown)]
    Unknown(String),
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PlannerExternalReference {
    pub alias: Option<String>,
    #[graph(merge)]
    pub last_modified_by: Option<IdentitySet>,
    pub last_modified_date_time: Option<OffsetDateTime>,
    pub preview_priority: Option<String>,
    pub r#type: Option<String>,
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PlannerFavoritePlanReference {
    pub order_hint: Option<String>,
    pub plan_title: Option<String>,
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PlannerRecentPlanReference {
    pub last_accessed_date_time: Option<OffsetDateTime>,
    pub plan_title: Option<String>,
}
