use graph_resource::edm::{DynamicProperties, Flags};
use graph_resource::{graph_complex, graph_enum, graph_resource};
use serde_json::Value;
use time::{Duration, OffsetDateTime};
use uuid::Uuid;

use super::super::registry::Example;
use super::intune_common::DeviceAndAppManagementAssignmentTarget;
use crate::example;

/// The resources of this file, and the parameters of each address.
pub(super) fn resources() -> Vec<Example> {
    vec![
        example!(
            DeviceCategory[],
            of_detected_app_managed_device(detected_app_id, managed_device_id),
            of_device_run_state_managed_device(device_management_script_id, device_run_state_id),
        ),
        example!(
            RoleScopeTag[],
            of_role_assignment_device_and_app_management_role_assignment[role_definition_id, role_assignment_id],
        ),
        example!(NotificationMessageTemplate[]),
        example!(TermsAndConditionsAssignment[terms_and_condition_id]),
        example!(DeviceCompliancePolicyAssignment[device_compliance_policy_id]),
        example!(RoleAssignment[role_definition_id]),
        example!(AuditEvent[]),
        example!(DeviceManagement()),
        example!(DeviceManagementAutopilotEvent[]),
        example!(SoftwareUpdateStatusSummary()),
    ]
}

#[graph_resource(
    path = "/deviceManagement/deviceCategories",
    also(
        of_detected_app_managed_device(
            path = "/deviceManagement/detectedApps/{detected_app_id}/managedDevices/{managed_device_id}/deviceCategory",
            singleton
        ),
        of_device_run_state_managed_device(
            path = "/deviceManagement/deviceManagementScripts/{device_management_script_id}/deviceRunStates/{device_run_state_id}/managedDevice/deviceCategory",
            singleton
        )
    ),
    operations(get, list, update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct DeviceCategory {
    #[graph(key)]
    pub id: String,
    pub description: Option<String>,
    pub display_name: Option<String>,
    #[graph(rename = "Onboarding")]
    pub onboarding: Option<Value>,
    #[graph(rename = "Obboarding")]
    pub obboarding: Option<Value>,
}

#[graph_resource(
    path = "/deviceManagement/roleScopeTags",
    also(
        of_role_assignment_device_and_app_management_role_assignment = "/deviceManagement/roleDefinitions/{role_definition_id}/roleAssignments/{role_assignment_id}/microsoft.graph.deviceAndAppManagementRoleAssignment/roleScopeTags"
    ),
    operations(get, list, update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct RoleScopeTag {
    #[graph(key)]
    pub id: String,
    pub display_name: Option<String>,
    pub description: Option<String>,
    pub is_built_in: Option<bool>,
}

#[graph_resource(
    path = "/deviceManagement/notificationMessageTemplates",
    operations(get, list, update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct NotificationMessageTemplate {
    #[graph(key)]
    pub id: String,
    pub branding_options: Option<Flags<NotificationTemplateBrandingOptions>>,
    pub default_locale: Option<String>,
    pub display_name: Option<String>,
    pub last_modified_date_time: Option<OffsetDateTime>,
    pub role_scope_tag_ids: Option<Vec<String>>,
}

#[graph_resource(
    path = "/deviceManagement/termsAndConditions/{terms_and_condition_id}/assignments",
    operations(get, list, update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct TermsAndConditionsAssignment {
    #[graph(key)]
    pub id: String,
    pub target: Option<DeviceAndAppManagementAssignmentTarget>,
}

#[graph_resource(
    path = "/deviceManagement/deviceCompliancePolicies/{device_compliance_policy_id}/assignments",
    operations(get, list, update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct DeviceCompliancePolicyAssignment {
    #[graph(key)]
    pub id: String,
    pub target: Option<DeviceAndAppManagementAssignmentTarget>,
    pub source: Option<String>,
    pub source_id: Option<String>,
}

#[graph_resource(
    path = "/deviceManagement/roleDefinitions/{role_definition_id}/roleAssignments",
    operations(get, list, update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct RoleAssignment {
    #[graph(key)]
    pub id: String,
    pub description: Option<String>,
    pub display_name: Option<String>,
    pub resource_scopes: Option<Vec<String>>,
    pub scope_members: Option<Vec<String>>,
    pub scope_type: Option<String>,
}

#[graph_resource(path = "/deviceManagement/auditEvents", operations(get, list, update))]
#[derive(Debug, Clone, PartialEq)]
pub struct AuditEvent {
    #[graph(key)]
    pub id: String,
    pub activity: Option<String>,
    pub activity_date_time: Option<OffsetDateTime>,
    pub activity_operation_type: Option<String>,
    pub activity_result: Option<String>,
    pub activity_type: Option<String>,
    #[graph(merge)]
    pub actor: Option<AuditActor>,
    pub category: Option<String>,
    pub component_name: Option<String>,
    pub correlation_id: Option<Uuid>,
    pub display_name: Option<String>,
    pub resources: Option<Vec<AuditResource>>,
}

#[graph_resource(path = "/deviceManagement", operations(get, update))]
#[derive(Debug, Clone, PartialEq)]
pub struct DeviceManagement {
    #[graph(read_only)]
    pub id: Option<String>,
    #[graph(merge)]
    pub device_protection_overview: Option<DeviceProtectionOverview>,
    pub intune_account_id: Option<Uuid>,
    pub intune_brand: Option<DynamicProperties>,
    #[graph(merge)]
    pub settings: Option<DeviceManagementSettings>,
    pub subscription_state: Option<DeviceManagementSubscriptionState>,
    pub user_experience_analytics_settings: Option<DynamicProperties>,
    pub windows_malware_overview: Option<DynamicProperties>,
    pub legacy_pc_manangement_enabled: Option<bool>,
    pub maximum_dep_tokens: Option<i32>,
    pub account_move_completion_date_time: Option<OffsetDateTime>,
    #[graph(merge)]
    pub admin_consent: Option<AdminConsent>,
    pub managed_device_cleanup_settings: Option<Value>,
    pub subscriptions: Option<String>,
    pub group_policy_object_files: Option<Vec<Value>>,
    #[graph(rename = "Onboarding")]
    pub onboarding: Option<Value>,
    #[graph(rename = "Odj")]
    pub odj: Option<Value>,
    pub domain_join_connectors: Option<Vec<DynamicProperties>>,
}

#[graph_resource(
    path = "/deviceManagement/autopilotEvents",
    operations(get, list, update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct DeviceManagementAutopilotEvent {
    #[graph(key)]
    pub id: String,
    pub device_id: Option<String>,
    pub event_date_time: Option<OffsetDateTime>,
    pub device_registered_date_time: Option<OffsetDateTime>,
    pub enrollment_start_date_time: Option<OffsetDateTime>,
    pub enrollment_type: Option<String>,
    pub device_serial_number: Option<String>,
    pub managed_device_name: Option<String>,
    pub user_principal_name: Option<String>,
    pub windows_autopilot_deployment_profile_display_name: Option<String>,
    pub enrollment_state: Option<EnrollmentState>,
    pub windows10_enrollment_completion_page_configuration_display_name: Option<String>,
    pub windows10_enrollment_completion_page_configuration_id: Option<String>,
    pub deployment_state: Option<String>,
    pub device_setup_status: Option<String>,
    pub account_setup_status: Option<String>,
    pub os_version: Option<String>,
    pub deployment_duration: Option<Duration>,
    pub deployment_total_duration: Option<Duration>,
    pub device_preparation_duration: Option<Duration>,
    pub device_setup_duration: Option<Duration>,
    pub account_setup_duration: Option<Duration>,
    pub deployment_start_date_time: Option<OffsetDateTime>,
    pub deployment_end_date_time: Option<OffsetDateTime>,
    pub targeted_app_count: Option<i32>,
    pub targeted_policy_count: Option<i32>,
    pub enrollment_failure_details: Option<String>,
}

#[graph_resource(
    path = "/deviceManagement/softwareUpdateStatusSummary",
    operations(get, update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct SoftwareUpdateStatusSummary {
    #[graph(read_only)]
    pub id: Option<String>,
    pub compliant_device_count: Option<i32>,
    pub compliant_user_count: Option<i32>,
    pub conflict_device_count: Option<i32>,
    pub conflict_user_count: Option<i32>,
    pub display_name: Option<String>,
    pub error_device_count: Option<i32>,
    pub error_user_count: Option<i32>,
    pub non_compliant_device_count: Option<i32>,
    pub non_compliant_user_count: Option<i32>,
    pub not_applicable_device_count: Option<i32>,
    pub not_applicable_user_count: Option<i32>,
    pub remediated_device_count: Option<i32>,
    pub remediated_user_count: Option<i32>,
    pub unknown_device_count: Option<i32>,
    pub unknown_user_count: Option<i32>,
}

#[graph_enum(flags)]
pub enum NotificationTemplateBrandingOptions {
    None,
    IncludeCompanyLogo,
    IncludeCompanyName,
    IncludeContactInformation,
    IncludeCompanyPortalLink,
    IncludeDeviceDetails,
    #[graph(unknown)]
    Unknown(String),
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct AllLicensedUsersAssignmentTarget {
    pub device_and_app_management_assignment_filter_id: Option<String>,
    pub device_and_app_management_assignment_filter_type: Option<String>,
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ConfigurationManagerCollectionAssignmentTarget {
    pub collection_id: Option<String>,
    pub device_and_app_management_assignment_filter_id: Option<String>,
    pub device_and_app_management_assignment_filter_type: Option<String>,
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct AuditActor {
    pub application_display_name: Option<String>,
    pub application_id: Option<String>,
    pub audit_actor_type: Option<String>,
    pub ip_address: Option<String>,
    pub service_principal_name: Option<String>,
    pub user_id: Option<String>,
    pub user_permissions: Option<Vec<String>>,
    pub user_principal_name: Option<String>,
    pub r#type: Option<String>,
    pub user_role_scope_tags: Option<Vec<RoleScopeTagInfo>>,
    pub remote_tenant_id: Option<String>,
    pub remote_user_id: Option<String>,
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct RoleScopeTagInfo {
    pub display_name: Option<String>,
    pub role_scope_tag_id: Option<String>,
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct AuditResource {
    pub audit_resource_type: Option<String>,
    pub display_name: Option<String>,
    pub modified_properties: Option<Vec<AuditProperty>>,
    pub resource_id: Option<String>,
    pub r#type: Option<String>,
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct AuditProperty {
    pub display_name: Option<String>,
    pub new_value: Option<String>,
    pub old_value: Option<String>,
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct DeviceProtectionOverview {
    pub clean_device_count: Option<i32>,
    pub critical_failures_device_count: Option<i32>,
    pub inactive_threat_agent_device_count: Option<i32>,
    pub pending_full_scan_device_count: Option<i32>,
    pub pending_manual_steps_device_count: Option<i32>,
    pub pending_offline_scan_device_count: Option<i32>,
    pub pending_quick_scan_device_count: Option<i32>,
    pub pending_restart_device_count: Option<i32>,
    pub pending_signature_update_device_count: Option<i32>,
    pub total_reported_device_count: Option<i32>,
    pub unknown_state_threat_agent_device_count: Option<i32>,
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct DeviceManagementSettings {
    pub device_compliance_checkin_threshold_days: Option<i32>,
    pub is_scheduled_action_enabled: Option<bool>,
    pub secure_by_default: Option<bool>,
    pub enhanced_jail_break: Option<bool>,
    pub device_inactivity_before_retirement_in_day: Option<i32>,
    pub derived_credential_provider: Option<Value>,
    pub derived_credential_url: Option<String>,
    pub android_device_administrator_enrollment_enabled: Option<bool>,
    pub ignore_devices_for_unsupported_settings_enabled: Option<bool>,
    pub enable_log_collection: Option<bool>,
}

#[graph_enum]
pub enum DeviceManagementSubscriptionState {
    Pending,
    Active,
    Warning,
    Disabled,
    Deleted,
    Blocked,
    LockedOut,
    #[graph(unknown)]
    Unknown(String),
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct AdminConsent {
    #[graph(rename = "shareAPNSData")]
    pub share_apns_data: Option<String>,
    pub share_user_experience_analytics_data: Option<Value>,
}

#[graph_enum]
pub enum EnrollmentState {
    #[graph(rename = "unknown")]
    UnknownMember,
    Enrolled,
    PendingReset,
    Failed,
    NotContacted,
    #[graph(unknown)]
    Unknown(String),
}
