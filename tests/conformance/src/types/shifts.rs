use graph_resource::edm::Flags;
use graph_resource::{graph_complex, graph_enum, graph_resource};
use time::OffsetDateTime;

use super::super::registry::Example;
use super::common::IdentitySet;
use crate::example;

/// The resources of this file, and the parameters of each address.
pub(super) fn resources() -> Vec<Example> {
    vec![
        example!(WorkforceIntegration[]),
        example!(Shift[team_id]),
        example!(OpenShift[team_id]),
    ]
}

#[graph_resource(
    path = "/teamwork/workforceIntegrations",
    emit_type = "never",
    operations(get, list, update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct WorkforceIntegration {
    #[graph(key)]
    pub id: String,
    #[graph(merge)]
    pub created_by: Option<IdentitySet>,
    #[graph(read_only)]
    pub created_date_time: Option<String>,
    #[graph(merge)]
    pub last_modified_by: Option<IdentitySet>,
    #[graph(read_only)]
    pub last_modified_date_time: Option<String>,
    pub api_version: Option<i32>,
    pub display_name: Option<String>,
    pub eligibility_filtering_enabled_entities: Option<Flags<EligibilityFilteringEnabledEntities>>,
    #[graph(merge)]
    pub encryption: Option<WorkforceIntegrationEncryption>,
    pub is_active: Option<bool>,
    pub supported_entities: Option<Flags<WorkforceIntegrationSupportedEntities>>,
    pub url: Option<String>,
    pub supports: Option<String>,
}

#[graph_resource(
    path = "/teams/{team_id}/schedule/shifts",
    emit_type = "never",
    operations(get, list, update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct Shift {
    #[graph(key)]
    pub id: String,
    #[graph(merge)]
    pub created_by: Option<IdentitySet>,
    pub created_date_time: Option<OffsetDateTime>,
    #[graph(merge)]
    pub last_modified_by: Option<IdentitySet>,
    pub last_modified_date_time: Option<OffsetDateTime>,
    #[graph(merge)]
    pub draft_shift: Option<ShiftItem>,
    pub is_staged_for_deletion: Option<bool>,
    pub scheduling_group_id: Option<String>,
    #[graph(merge)]
    pub shared_shift: Option<ShiftItem>,
    pub user_id: Option<String>,
}

#[graph_resource(
    path = "/teams/{team_id}/schedule/openShifts",
    emit_type = "never",
    operations(get, list, update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct OpenShift {
    #[graph(key)]
    pub id: String,
    #[graph(merge)]
    pub created_by: Option<IdentitySet>,
    #[graph(read_only)]
    pub created_date_time: Option<OffsetDateTime>,
    #[graph(merge)]
    pub last_modified_by: Option<IdentitySet>,
    #[graph(read_only)]
    pub last_modified_date_time: Option<OffsetDateTime>,
    #[graph(merge)]
    pub draft_open_shift: Option<OpenShiftItem>,
    pub is_staged_for_deletion: Option<bool>,
    pub scheduling_group_id: Option<String>,
    #[graph(merge)]
    pub shared_open_shift: Option<OpenShiftItem>,
}

#[graph_enum(flags)]
pub enum EligibilityFilteringEnabledEntities {
    None,
    SwapRequest,
    OfferShiftRequest,
    #[graph(evolved)]
    TimeOffReason,
    #[graph(unknown)]
    Unknown(String),
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct WorkforceIntegrationEncryption {
    pub protocol: Option<WorkforceIntegrationEncryptionProtocol>,
    pub secret: Option<String>,
}

#[graph_enum]
pub enum WorkforceIntegrationEncryptionProtocol {
    SharedSecret,
    #[graph(unknown)]
    Unknown(String),
}

#[graph_enum(flags)]
pub enum WorkforceIntegrationSupportedEntities {
    None,
    Shift,
    SwapRequest,
    UserShiftPreferences,
    OpenShift,
    OpenShiftRequest,
    OfferShiftRequest,
    #[graph(evolved)]
    TimeCard,
    #[graph(evolved)]
    TimeOffReason,
    #[graph(evolved)]
    TimeOff,
    #[graph(evolved)]
    TimeOffRequest,
    #[graph(unknown)]
    Unknown(String),
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ShiftItem {
    pub end_date_time: Option<OffsetDateTime>,
    pub start_date_time: Option<OffsetDateTime>,
    pub theme: Option<String>,
    pub activities: Option<Vec<ShiftActivity>>,
    pub display_name: Option<String>,
    pub notes: Option<String>,
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ShiftActivity {
    pub code: Option<String>,
    pub display_name: Option<String>,
    pub end_date_time: Option<OffsetDateTime>,
    pub is_paid: Option<bool>,
    pub start_date_time: Option<OffsetDateTime>,
    pub theme: Option<String>,
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct OpenShiftItem {
    pub end_date_time: Option<OffsetDateTime>,
    pub start_date_time: Option<OffsetDateTime>,
    pub theme: Option<String>,
    pub activities: Option<Vec<ShiftActivity>>,
    pub display_name: Option<String>,
    pub notes: Option<String>,
    pub open_slot_count: Option<i32>,
}
