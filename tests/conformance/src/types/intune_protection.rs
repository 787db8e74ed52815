use graph_resource::edm::Flags;
use graph_resource::{graph_enum, graph_resource};
use serde_json::Value;
use time::{Duration, OffsetDateTime};

use super::super::registry::Example;
use super::intune_common::{DeviceAndAppManagementAssignmentTarget, KeyValuePair};
use crate::example;

/// The resources of this file, and the parameters of each address.
pub(super) fn resources() -> Vec<Example> {
    vec![
        example!(ManagedAppOperation[managed_app_registration_id]),
        example!(
            TargetedManagedAppPolicyAssignment[ios_managed_app_protection_id],
            of_android_managed_app_protection[android_managed_app_protection_id],
            of_mdm_windows_information_protection_policy
                [mdm_windows_information_protection_policy_id],
            of_targeted_managed_app_configuration[targeted_managed_app_configuration_id],
            of_windows_information_protection_policy[windows_information_protection_policy_id],
        ),
        example!(IosManagedAppProtection[]),
    ]
}

#[graph_resource(
    path = "/deviceAppManagement/managedAppRegistrations/{managed_app_registration_id}/operations",
    operations(get, list, update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct ManagedAppOperation {
    #[graph(key)]
    pub id: String,
    pub display_name: Option<String>,
    pub last_modified_date_time: Option<OffsetDateTime>,
    pub state: Option<String>,
    pub version: Option<String>,
}

#[graph_resource(
    path = "/deviceAppManagement/iosManagedAppProtections/{ios_managed_app_protection_id}/assignments",
    also(
        of_android_managed_app_protection = "/deviceAppManagement/androidManagedAppProtections/{android_managed_app_protection_id}/assignments",
        of_mdm_windows_information_protection_policy = "/deviceAppManagement/mdmWindowsInformationProtectionPolicies/{mdm_windows_information_protection_policy_id}/assignments",
        of_targeted_managed_app_configuration = "/deviceAppManagement/targetedManagedAppConfigurations/{targeted_managed_app_configuration_id}/assignments",
        of_windows_information_protection_policy = "/deviceAppManagement/windowsInformationProtectionPolicies/{windows_information_protection_policy_id}/assignments"
    ),
    operations(get, list, update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct TargetedManagedAppPolicyAssignment {
    #[graph(key)]
    pub id: String,
    pub target: Option<DeviceAndAppManagementAssignmentTarget>,
    pub source: Option<String>,
    pub source_id: Option<String>,
}

#[graph_resource(
    path = "/deviceAppManagement/iosManagedAppProtections",
    operations(get, list, update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct IosManagedAppProtection {
    #[graph(key)]
    pub id: String,
    pub created_date_time: Option<OffsetDateTime>,
    pub description: Option<String>,
    pub display_name: Option<String>,
    pub last_modified_date_time: Option<OffsetDateTime>,
    pub version: Option<String>,
    pub allowed_data_storage_locations: Option<Vec<ManagedAppDataStorageLocation>>,
    pub allowed_inbound_data_transfer_sources: Option<ManagedAppDataTransferLevel>,
    pub allowed_outbound_clipboard_sharing_level: Option<ManagedAppClipboardSharingLevel>,
    pub allowed_outbound_data_transfer_destinations: Option<ManagedAppDataTransferLevel>,
    pub contact_sync_blocked: Option<bool>,
    pub data_backup_blocked: Option<bool>,
    pub device_compliance_required: Option<bool>,
    pub disable_app_pin_if_device_pin_is_set: Option<bool>,
    pub fingerprint_blocked: Option<bool>,
    pub managed_browser: Option<Flags<ManagedBrowserType>>,
    pub managed_browser_to_open_links_required: Option<bool>,
    pub maximum_pin_retries: Option<i32>,
    pub minimum_pin_length: Option<i32>,
    pub minimum_required_app_version: Option<String>,
    pub minimum_required_os_version: Option<String>,
    pub minimum_warning_app_version: Option<String>,
    pub minimum_warning_os_version: Option<String>,
    pub organizational_credentials_required: Option<bool>,
    pub period_before_pin_reset: Option<Duration>,
    pub period_offline_before_access_check: Option<Duration>,
    pub period_offline_before_wipe_is_enforced: Option<Duration>,
    pub period_online_before_access_check: Option<Duration>,
    pub pin_character_set: Option<ManagedAppPinCharacterSet>,
    pub pin_required: Option<bool>,
    pub print_blocked: Option<bool>,
    pub save_as_blocked: Option<bool>,
    pub simple_pin_blocked: Option<bool>,
    pub is_assigned: Option<bool>,
    pub app_data_encryption_type: Option<ManagedAppDataEncryptionType>,
    pub custom_browser_protocol: Option<String>,
    pub deployed_app_count: Option<i32>,
    pub face_id_blocked: Option<bool>,
    pub minimum_required_sdk_version: Option<String>,
    pub role_scope_tag_ids: Option<Vec<String>>,
    pub maximum_required_os_version: Option<String>,
    pub maximum_warning_os_version: Option<String>,
    pub maximum_wipe_os_version: Option<String>,
    pub minimum_wipe_os_version: Option<String>,
    pub minimum_wipe_app_version: Option<String>,
    pub app_action_if_device_compliance_required: Option<String>,
    pub app_action_if_maximum_pin_retries_exceeded: Option<String>,
    pub pin_required_instead_of_biometric_timeout: Option<Duration>,
    pub allowed_outbound_clipboard_sharing_exception_length: Option<i32>,
    pub notification_restriction: Option<String>,
    pub previous_pin_block_count: Option<i32>,
    pub maximum_allowed_device_threat_level: Option<Value>,
    pub mobile_threat_defense_remediation_action: Option<Value>,
    pub block_data_ingestion_into_organization_documents: Option<bool>,
    pub allowed_data_ingestion_locations: Option<Vec<String>>,
    pub app_action_if_unable_to_authenticate_user: Option<Value>,
    pub dialer_restriction_level: Option<Value>,
    pub targeted_app_management_levels: Option<String>,
    pub exempted_app_protocols: Option<Vec<KeyValuePair>>,
    pub minimum_wipe_sdk_version: Option<String>,
    pub allowed_ios_device_models: Option<String>,
    pub app_action_if_ios_device_model_not_allowed: Option<String>,
    pub filter_open_in_to_only_managed_apps: Option<bool>,
    pub disable_protection_of_managed_outbound_open_in_data: Option<bool>,
    pub protect_inbound_data_from_unknown_sources: Option<bool>,
}

#[graph_enum]
pub enum ManagedAppDataStorageLocation {
    OneDriveForBusiness,
    SharePoint,
    Box,
    LocalStorage,
    #[graph(unknown)]
    Unknown(String),
}

#[graph_enum]
pub enum ManagedAppDataTransferLevel {
    AllApps,
    ManagedApps,
    None,
    #[graph(unknown)]
    Unknown(String),
}

#[graph_enum]
pub enum ManagedAppClipboardSharingLevel {
    AllApps,
    ManagedAppsWithPasteIn,
    ManagedApps,
    Blocked,
    #[graph(unknown)]
    Unknown(String),
}

#[graph_enum(flags)]
pub enum ManagedBrowserType {
    NotConfigured,
    MicrosoftEdge,
    #[graph(unknown)]
    Unknown(String),
}

#[graph_enum]
pub enum ManagedAppPinCharacterSet {
    Numeric,
    AlphanumericAndSymbol,
    #[graph(unknown)]
    Unknown(String),
}

#[graph_enum]
pub enum ManagedAppDataEncryptionType {
    UseDeviceSettings,
    AfterDeviceRestart,
    WhenDeviceLockedExceptOpenFiles,
    WhenDeviceLocked,
    #[graph(unknown)]
    Unknown(String),
}
