use graph_resource::edm::DynamicProperties;
use graph_resource::{graph_complex, graph_resource};
use serde_json::Value;
use time::OffsetDateTime;

use super::super::registry::{Example, example};
use super::common::{IdentitySet, PhysicalAddress};

/// The resources of this file, by the address at which each is documented.
pub(super) fn resources() -> Vec<Example> {
    vec![
        example!(EducationalActivity(educational_activity_id)),
        example!(EducationalActivityOfUser(user_id, educational_activity_id)),
        example!(ItemAddress(user_id, address_id)),
        example!(ItemAddressOfMe(address_id)),
        example!(PersonName(name_id)),
        example!(PersonNameOfUser(user_id, name_id)),
        example!(WorkPosition(position_id)),
        example!(WorkPositionOfUser(user_id, position_id)),
    ]
}

#[graph_resource(
    path = "/me/profile/educationalActivities",
    emit_type = "never",
    extensible,
    operations(update)
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

also_at! {
    EducationalActivity, "microsoft.graph.educationalActivity", "never";
    EducationalActivityOfUser "/users/{user_id}/profile/educationalActivities/{educational_activity_id}"
}

#[graph_resource(
    path = "/users/{user_id}/profile/addresses",
    emit_type = "never",
    extensible,
    operations(update)
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

also_at! {
    ItemAddress, "microsoft.graph.itemAddress", "never";
    ItemAddressOfMe "/me/profile/addresses/{address_id}"
}

#[graph_resource(
    path = "/me/profile/names",
    emit_type = "never",
    extensible,
    operations(update)
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

also_at! {
    PersonName, "microsoft.graph.personName", "never";
    PersonNameOfUser "/users/{user_id}/profile/names/{name_id}"
}

#[graph_resource(
    path = "/me/profile/positions",
    emit_type = "never",
    extensible,
    operations(update)
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

also_at! {
    WorkPosition, "microsoft.graph.workPosition", "never";
    WorkPositionOfUser "/users/{user_id}/profile/positions/{position_id}"
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
