use graph_resource::edm::DynamicProperties;
use graph_resource::{graph_complex, graph_resource};
use serde_json::Value;
use time::OffsetDateTime;

use super::super::registry::Example;
use super::common::{IdentitySet, PhysicalAddress};
use crate::example;

/// The resources of this file, and the parameters of each address.
pub(super) fn resources() -> Vec<Example> {
    vec![
        example!(EducationalActivity[], of_user_profile[user_id]),
        example!(ItemAddress[user_id], of_me_profile[]),
        example!(PersonName[], of_user_profile[user_id]),
        example!(WorkPosition[], of_user_profile[user_id]),
    ]
}

#[graph_resource(
    path = "/me/profile/educationalActivities",
    also(of_user_profile = "/users/{user_id}/profile/educationalActivities"),
    emit_type = "never",
    operations(get, list, update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct EducationalActivity {
    #[graph(key)]
    pub id: String,
    pub allowed_audiences: Option<String>,
    pub completion_month_year: Option<String>,
    #[graph(merge)]
    pub created_by: Option<IdentitySet>,
    #[graph(read_only)]
    pub created_date_time: Option<OffsetDateTime>,
    pub end_month_year: Option<String>,
    pub inference: Option<DynamicProperties>,
    pub institution: Option<Value>,
    #[graph(merge)]
    pub last_modified_by: Option<IdentitySet>,
    #[graph(read_only)]
    pub last_modified_date_time: Option<OffsetDateTime>,
    #[graph(merge)]
    pub program: Option<EducationalActivityDetail>,
    pub source: Option<DynamicProperties>,
    pub start_month_year: Option<String>,
}

#[graph_resource(
    path = "/users/{user_id}/profile/addresses",
    also(of_me_profile = "/me/profile/addresses"),
    emit_type = "never",
    operations(get, list, update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct ItemAddress {
    #[graph(key)]
    pub id: String,
    pub allowed_audiences: Option<String>,
    #[graph(merge)]
    pub detail: Option<PhysicalAddress>,
    pub display_name: Option<String>,
    pub geo_coordinates: Option<DynamicProperties>,
    pub inference: Option<DynamicProperties>,
    pub source: Option<DynamicProperties>,
    pub created_by: Option<DynamicProperties>,
    #[graph(read_only)]
    pub created_date_time: Option<OffsetDateTime>,
    pub last_modified_by: Option<DynamicProperties>,
    #[graph(read_only)]
    pub last_modified_date_time: Option<OffsetDateTime>,
}

#[graph_resource(
    path = "/me/profile/names",
    also(of_user_profile = "/users/{user_id}/profile/names"),
    emit_type = "never",
    operations(get, list, update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct PersonName {
    #[graph(key)]
    pub id: String,
    pub allowed_audiences: Option<String>,
    pub display_name: Option<String>,
    pub first: Option<String>,
    pub inference: Option<DynamicProperties>,
    pub initials: Option<String>,
    pub language_tag: Option<String>,
    pub last: Option<String>,
    pub maiden: Option<String>,
    pub middle: Option<String>,
    pub nickname: Option<String>,
    #[graph(merge)]
    pub pronunciation: Option<YomiPersonName>,
    pub suffix: Option<String>,
    pub title: Option<String>,
    pub created_by: Option<DynamicProperties>,
    #[graph(read_only)]
    pub created_date_time: Option<OffsetDateTime>,
    pub last_modified_by: Option<DynamicProperties>,
    #[graph(read_only)]
    pub last_modified_date_time: Option<OffsetDateTime>,
}

#[graph_resource(
    path = "/me/profile/positions",
    also(of_user_profile = "/users/{user_id}/profile/positions"),
    emit_type = "never",
    operations(get, list, update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct WorkPosition {
    #[graph(key)]
    pub id: String,
    pub allowed_audiences: Option<String>,
    pub categories: Option<Value>,
    pub colleagues: Option<Value>,
    pub created_by: Option<DynamicProperties>,
    #[graph(read_only)]
    pub created_date_time: Option<OffsetDateTime>,
    pub detail: Option<DynamicProperties>,
    pub inference: Option<Value>,
    pub is_current: Option<bool>,
    pub last_modified_by: Option<DynamicProperties>,
    #[graph(read_only)]
    pub last_modified_date_time: Option<OffsetDateTime>,
    pub manager: Option<Value>,
    pub source: Option<Value>,
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct EducationalActivityDetail {
    pub abbreviation: Option<String>,
    pub activities: Option<String>,
    pub awards: Option<String>,
    pub description: Option<String>,
    pub display_name: Option<String>,
    pub fields_of_study: Option<String>,
    pub grade: Option<String>,
    pub notes: Option<String>,
    pub web_url: Option<String>,
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct YomiPersonName {
    pub display_name: Option<String>,
    pub first: Option<String>,
    pub last: Option<String>,
    pub maiden: Option<String>,
    pub middle: Option<String>,
}
