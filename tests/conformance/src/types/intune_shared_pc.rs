use graph_resource::edm::Flags;
use graph_resource::{graph_complex, graph_enum, graph_resource};
use time::{OffsetDateTime, Time};

use super::super::registry::Example;
use super::intune_configuration::{
    DeviceManagementApplicabilityRuleDeviceMode, DeviceManagementApplicabilityRuleOsEdition,
    DeviceManagementApplicabilityRuleOsVersion,
};
use crate::example;

/// The resources of this file, and the parameters of each address.
pub(super) fn resources() -> Vec<Example> {
    vec![
        example!(
            SharedPCConfiguration[],
            of_device_configuration_group_assignment(device_configuration_id, group_assignment_id),
            of_device_configuration_windows_domain_join_configuration[device_configuration_id],
        ),
        example!(WindowsPhone81CompliancePolicy[]),
    ]
}

#[graph_resource(
    path = "/deviceManagement/deviceConfigurations",
    also(
        of_device_configuration_group_assignment(
            path = "/deviceManagement/deviceConfigurations/{device_configuration_id}/groupAssignments/{group_assignment_id}/deviceConfiguration",
            singleton
        ),
        of_device_configuration_windows_domain_join_configuration = "/deviceManagement/deviceConfigurations/{device_configuration_id}/microsoft.graph.windowsDomainJoinConfiguration/networkAccessConfigurations"
    ),
    operations(get, list, update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct SharedPCConfiguration {
    #[graph(key)]
    pub id: String,
    pub created_date_time: Option<OffsetDateTime>,
    pub description: Option<String>,
    pub display_name: Option<String>,
    pub last_modified_date_time: Option<OffsetDateTime>,
    pub version: Option<i32>,
    #[graph(merge)]
    pub account_manager_policy: Option<SharedPCAccountManagerPolicy>,
    pub allowed_accounts: Option<Flags<SharedPCAllowedAccountType>>,
    pub allow_local_storage: Option<bool>,
    pub disable_account_manager: Option<bool>,
    pub disable_edu_policies: Option<bool>,
    pub disable_power_policies: Option<bool>,
    pub disable_sign_in_on_resume: Option<bool>,
    pub enabled: Option<bool>,
    pub idle_time_before_sleep_in_seconds: Option<i32>,
    pub kiosk_app_display_name: Option<String>,
    pub kiosk_app_user_model_id: Option<String>,
    pub maintenance_start_time: Option<Time>,
    pub role_scope_tag_ids: Option<Vec<String>>,
    pub supports_scope_tags: Option<bool>,
    #[graph(merge)]
    pub device_management_applicability_rule_os_edition:
        Option<DeviceManagementApplicabilityRuleOsEdition>,
    #[graph(merge)]
    pub device_management_applicability_rule_os_version:
        Option<DeviceManagementApplicabilityRuleOsVersion>,
    #[graph(merge)]
    pub device_management_applicability_rule_device_mode:
        Option<DeviceManagementApplicabilityRuleDeviceMode>,
    pub local_storage: Option<Enablement>,
    pub set_account_manager: Option<Enablement>,
    pub set_edu_policies: Option<Enablement>,
    pub set_power_policies: Option<Enablement>,
    pub sign_in_on_resume: Option<Enablement>,
    pub fast_first_sign_in: Option<Enablement>,
}

#[graph_resource(
    path = "/deviceManagement/deviceCompliancePolicies",
    operations(get, list, update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct WindowsPhone81CompliancePolicy {
    #[graph(key)]
    pub id: String,
    pub created_date_time: Option<OffsetDateTime>,
    pub description: Option<String>,
    pub display_name: Option<String>,
    pub last_modified_date_time: Option<OffsetDateTime>,
    pub version: Option<i32>,
    pub os_maximum_version: Option<String>,
    pub os_minimum_version: Option<String>,
    pub password_block_simple: Option<bool>,
    pub password_expiration_days: Option<i32>,
    pub password_minimum_character_set_count: Option<i32>,
    pub password_minimum_length: Option<i32>,
    pub password_minutes_of_inactivity_before_lock: Option<i32>,
    pub password_previous_password_block_count: Option<i32>,
    pub password_required: Option<bool>,
    pub password_required_type: Option<RequiredPasswordType>,
    pub storage_require_encryption: Option<bool>,
    pub role_scope_tag_ids: Option<Vec<String>>,
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SharedPCAccountManagerPolicy {
    pub account_deletion_policy: Option<SharedPCAccountDeletionPolicyType>,
    pub cache_accounts_above_disk_free_percentage: Option<i32>,
    pub inactive_threshold_days: Option<i32>,
    pub remove_accounts_below_disk_free_percentage: Option<i32>,
}

#[graph_enum]
pub enum SharedPCAccountDeletionPolicyType {
    Immediate,
    DiskSpaceThreshold,
    DiskSpaceThresholdOrInactiveThreshold,
    #[graph(unknown)]
    Unknown(String),
}

#[graph_enum(flags)]
pub enum SharedPCAllowedAccountType {
    Guest,
    Domain,
    #[graph(unknown)]
    Unknown(String),
}

#[graph_enum]
pub enum Enablement {
    NotConfigured,
    Enabled,
    Disabled,
    #[graph(unknown)]
    Unknown(String),
}

#[graph_enum]
pub enum RequiredPasswordType {
    DeviceDefault,
    Alphanumeric,
    Numeric,
    #[graph(unknown)]
    Unknown(String),
}
