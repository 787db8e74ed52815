use super::intune_common::{DeviceAndAppManagementAssignmentTarget, KeyValuePair};
use crate::conformance::registry::{Example, example};
use graph_resource::edm::{Binary, Flags};
use graph_resource::{graph_complex, graph_enum, graph_resource};
use serde_json::Value;
use time::{Duration, OffsetDateTime};

/// The resources of this file, by the address at which each is documented.
pub(super) fn resources() -> Vec<Example> {
    vec![
        example!(DeviceAppManagement()),
        example!(MobileAppCategory(mobile_app_category_id)),
        example!(MobileAppCategoryOfMobileApp(mobile_app_id, category_id)),
        example!(IosLobApp(mobile_app_id)),
        example!(IosLobAppOfMobileAppUserStatus(
            mobile_app_id,
            user_status_id
        )),
        example!(IosLobAppOfMobileAppDeviceStatus(
            mobile_app_id,
            device_status_id
        )),
        example!(WindowsUniversalAppX(mobile_app_id)),
        example!(WindowsUniversalAppXOfMobileAppUserStatus(
            mobile_app_id,
            user_status_id
        )),
        example!(WindowsUniversalAppXOfMobileAppDeviceStatus(
            mobile_app_id,
            device_status_id
        )),
        example!(ManagedAppOperation(
            managed_app_registration_id,
            operation_id
        )),
        example!(TargetedManagedAppPolicyAssignment(
            ios_managed_app_protection_id,
            assignment_id
        )),
        example!(
            TargetedManagedAppPolicyAssignmentOfAndroidManagedAppProtection(
                android_managed_app_protection_id,
                assignment_id
            )
        ),
        example!(
            TargetedManagedAppPolicyAssignmentOfTargetedManagedAppConfiguration(
                targeted_managed_app_configuration_id,
                assignment_id
            )
        ),
        example!(IosVppEBookAssignment(managed_e_book_id, assignment_id)),
        example!(EBookInstallSummary(managed_e_book_id)),
        example!(UserInstallStateSummary(
            managed_e_book_id,
            user_state_summary_id
        )),
        example!(IosManagedAppProtection(ios_managed_app_protection_id)),
    ]
}

#[graph_resource(path = "/deviceAppManagement", operations(update))]
#[derive(Debug, Clone, PartialEq)]
pub struct DeviceAppManagement {
    #[graph(read_only)]
    pub id: Option<String>,
    pub is_enabled_for_microsoft_store_for_business: Option<bool>,
    pub microsoft_store_for_business_language: Option<String>,
    pub microsoft_store_for_business_last_completed_application_sync_time: Option<OffsetDateTime>,
    pub microsoft_store_for_business_last_successful_sync_date_time: Option<OffsetDateTime>,
    pub microsoft_store_for_business_portal_selection: Option<Value>,
}

#[graph_resource(
    path = "/deviceAppManagement/mobileAppCategories",
    extensible,
    operations(update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct MobileAppCategory {
    #[graph(key)]
    pub id: String,
    pub display_name: Option<String>,
    pub last_modified_date_time: Option<OffsetDateTime>,
}

#[graph_resource(
    path = "/deviceAppManagement/mobileApps/{mobile_app_id}/categories/{category_id}",
    odata_type = "microsoft.graph.mobileAppCategory",
    operations(update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct MobileAppCategoryOfMobileApp {
    #[graph(base)]
    pub base: MobileAppCategory,
}

#[graph_resource(
    path = "/deviceAppManagement/mobileApps",
    extensible,
    operations(update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct IosLobApp {
    #[graph(key)]
    pub id: String,
    pub created_date_time: Option<OffsetDateTime>,
    pub description: Option<String>,
    pub developer: Option<String>,
    pub display_name: Option<String>,
    pub information_url: Option<String>,
    pub is_featured: Option<bool>,
    #[graph(merge)]
    pub large_icon: Option<MimeContent>,
    pub last_modified_date_time: Option<OffsetDateTime>,
    pub notes: Option<String>,
    pub owner: Option<String>,
    pub privacy_information_url: Option<String>,
    pub publisher: Option<String>,
    pub publishing_state: Option<MobileAppPublishingState>,
    pub committed_content_version: Option<String>,
    pub file_name: Option<String>,
    pub size: Option<i64>,
    #[graph(merge)]
    pub applicable_device_type: Option<IosDeviceType>,
    pub build_number: Option<String>,
    pub bundle_id: Option<String>,
    pub expiration_date_time: Option<OffsetDateTime>,
    #[graph(merge)]
    pub minimum_supported_operating_system: Option<IosMinimumOperatingSystem>,
    pub version_number: Option<String>,
    pub upload_state: Option<i32>,
    pub is_assigned: Option<bool>,
    pub role_scope_tag_ids: Option<Vec<String>>,
    pub dependent_app_count: Option<i32>,
    pub superseding_app_count: Option<i32>,
    pub superseded_app_count: Option<i32>,
    pub identity_version: Option<String>,
}

#[graph_resource(
    path = "/deviceAppManagement/mobileApps/{mobile_app_id}/userStatuses/{user_status_id}/app",
    odata_type = "microsoft.graph.iosLobApp",
    operations(update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct IosLobAppOfMobileAppUserStatus {
    #[graph(base)]
    pub base: IosLobApp,
}

#[graph_resource(
    path = "/deviceAppManagement/mobileApps/{mobile_app_id}/deviceStatuses/{device_status_id}/app",
    odata_type = "microsoft.graph.iosLobApp",
    operations(update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct IosLobAppOfMobileAppDeviceStatus {
    #[graph(base)]
    pub base: IosLobApp,
}

#[graph_resource(
    path = "/deviceAppManagement/mobileApps",
    extensible,
    operations(update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct WindowsUniversalAppX {
    #[graph(key)]
    pub id: String,
    pub created_date_time: Option<OffsetDateTime>,
    pub description: Option<String>,
    pub developer: Option<String>,
    pub display_name: Option<String>,
    pub information_url: Option<String>,
    pub is_featured: Option<bool>,
    #[graph(merge)]
    pub large_icon: Option<MimeContent>,
    pub last_modified_date_time: Option<OffsetDateTime>,
    pub notes: Option<String>,
    pub owner: Option<String>,
    pub privacy_information_url: Option<String>,
    pub publisher: Option<String>,
    pub publishing_state: Option<MobileAppPublishingState>,
    pub committed_content_version: Option<String>,
    pub file_name: Option<String>,
    pub size: Option<i64>,
    pub applicable_architectures: Option<Flags<WindowsArchitecture>>,
    pub applicable_device_types: Option<Flags<WindowsDeviceType>>,
    pub identity_name: Option<String>,
    pub identity_publisher_hash: Option<String>,
    pub identity_resource_identifier: Option<String>,
    pub identity_version: Option<String>,
    pub is_bundle: Option<bool>,
    #[graph(merge)]
    pub minimum_supported_operating_system: Option<WindowsMinimumOperatingSystem>,
    pub upload_state: Option<i32>,
    pub is_assigned: Option<bool>,
    pub role_scope_tag_ids: Option<Vec<String>>,
    pub dependent_app_count: Option<i32>,
    pub superseding_app_count: Option<i32>,
    pub superseded_app_count: Option<i32>,
}

#[graph_resource(
    path = "/deviceAppManagement/mobileApps/{mobile_app_id}/userStatuses/{user_status_id}/app",
    odata_type = "microsoft.graph.windowsUniversalAppX",
    operations(update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct WindowsUniversalAppXOfMobileAppUserStatus {
    #[graph(base)]
    pub base: WindowsUniversalAppX,
}

#[graph_resource(
    path = "/deviceAppManagement/mobileApps/{mobile_app_id}/deviceStatuses/{device_status_id}/app",
    odata_type = "microsoft.graph.windowsUniversalAppX",
    operations(update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct WindowsUniversalAppXOfMobileAppDeviceStatus {
    #[graph(base)]
    pub base: WindowsUniversalAppX,
}

#[graph_resource(
    path = "/deviceAppManagement/managedAppRegistrations/{managed_app_registration_id}/operations",
    operations(update)
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
    extensible,
    operations(update)
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
    path = "/deviceAppManagement/androidManagedAppProtections/{android_managed_app_protection_id}/assignments/{assignment_id}",
    odata_type = "microsoft.graph.targetedManagedAppPolicyAssignment",
    operations(update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct TargetedManagedAppPolicyAssignmentOfAndroidManagedAppProtection {
    #[graph(base)]
    pub base: TargetedManagedAppPolicyAssignment,
}

#[graph_resource(
    path = "/deviceAppManagement/targetedManagedAppConfigurations/{targeted_managed_app_configuration_id}/assignments/{assignment_id}",
    odata_type = "microsoft.graph.targetedManagedAppPolicyAssignment",
    operations(update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct TargetedManagedAppPolicyAssignmentOfTargetedManagedAppConfiguration {
    #[graph(base)]
    pub base: TargetedManagedAppPolicyAssignment,
}

#[graph_resource(
    path = "/deviceAppManagement/managedEBooks/{managed_e_book_id}/assignments",
    operations(update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct IosVppEBookAssignment {
    #[graph(key)]
    pub id: String,
    pub install_intent: Option<InstallIntent>,
    pub target: Option<DeviceAndAppManagementAssignmentTarget>,
}

#[graph_resource(
    path = "/deviceAppManagement/managedEBooks/{managed_e_book_id}/installSummary",
    operations(update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct EBookInstallSummary {
    #[graph(read_only)]
    pub id: Option<String>,
    pub failed_device_count: Option<i32>,
    pub failed_user_count: Option<i32>,
    pub installed_device_count: Option<i32>,
    pub installed_user_count: Option<i32>,
    pub not_installed_device_count: Option<i32>,
    pub not_installed_user_count: Option<i32>,
}

#[graph_resource(
    path = "/deviceAppManagement/managedEBooks/{managed_e_book_id}/userStateSummary",
    operations(update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct UserInstallStateSummary {
    #[graph(key)]
    pub id: String,
    pub failed_device_count: Option<i32>,
    pub installed_device_count: Option<i32>,
    pub not_installed_device_count: Option<i32>,
    pub user_name: Option<String>,
}

#[graph_resource(
    path = "/deviceAppManagement/iosManagedAppProtections",
    operations(update)
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

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct MimeContent {
    pub r#type: Option<String>,
    pub value: Option<Binary>,
}

#[graph_enum]
pub enum MobileAppPublishingState {
    NotPublished,
    Processing,
    Published,
    #[graph(unknown)]
    Unknown(String),
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct IosDeviceType {
    pub i_pad: Option<bool>,
    pub i_phone_and_i_pod: Option<bool>,
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct IosMinimumOperatingSystem {
    #[graph(rename = "v10_0")]
    pub v10_0: Option<bool>,
    #[graph(rename = "v11_0")]
    pub v11_0: Option<bool>,
    #[graph(rename = "v12_0")]
    pub v12_0: Option<bool>,
    #[graph(rename = "v13_0")]
    pub v13_0: Option<bool>,
    #[graph(rename = "v14_0")]
    pub v14_0: Option<bool>,
    #[graph(rename = "v15_0")]
    pub v15_0: Option<bool>,
    #[graph(rename = "v8_0")]
    pub v8_0: Option<bool>,
    #[graph(rename = "v9_0")]
    pub v9_0: Option<bool>,
}

#[graph_enum(flags)]
pub enum WindowsArchitecture {
    None,
    X86,
    X64,
    Arm,
    Neutral,
    #[graph(unknown)]
    Unknown(String),
}

#[graph_enum(flags)]
pub enum WindowsDeviceType {
    None,
    Desktop,
    Mobile,
    Holographic,
    Team,
    #[graph(unknown)]
    Unknown(String),
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct WindowsMinimumOperatingSystem {
    #[graph(rename = "v10_0")]
    pub v10_0: Option<bool>,
    #[graph(rename = "v8_0")]
    pub v8_0: Option<bool>,
    #[graph(rename = "v8_1")]
    pub v8_1: Option<bool>,
    #[graph(rename = "v10_1607")]
    pub v10_1607: Option<bool>,
    #[graph(rename = "v10_1703")]
    pub v10_1703: Option<bool>,
    #[graph(rename = "v10_1709")]
    pub v10_1709: Option<bool>,
    #[graph(rename = "v10_1803")]
    pub v10_1803: Option<bool>,
    #[graph(rename = "v10_1809")]
    pub v10_1809: Option<bool>,
    #[graph(rename = "v10_1903")]
    pub v10_1903: Option<bool>,
    #[graph(rename = "v10_1909")]
    pub v10_1909: Option<bool>,
    #[graph(rename = "v10_2004")]
    pub v10_2004: Option<bool>,
    #[graph(rename = "v10_2H20")]
    pub v10_2_h20: Option<bool>,
}

#[graph_enum]
pub enum InstallIntent {
    Available,
    Required,
    Uninstall,
    AvailableWithoutEnrollment,
    #[graph(unknown)]
    Unknown(String),
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
