use graph_resource::edm::{Binary, Flags};
use graph_resource::{graph_complex, graph_enum, graph_resource};
use serde_json::Value;
use time::OffsetDateTime;

use super::super::registry::Example;
use super::intune_common::DeviceAndAppManagementAssignmentTarget;
use crate::example;

/// The resources of this file, and the parameters of each address.
pub(super) fn resources() -> Vec<Example> {
    vec![
        example!(DeviceAppManagement()),
        example!(MobileAppCategory[], of_mobile_app[mobile_app_id]),
        example!(
            IosLobApp[],
            of_mobile_app_device_status(mobile_app_id, device_status_id),
            of_mobile_app_user_status(mobile_app_id, user_status_id),
        ),
        example!(
            WindowsUniversalAppX[],
            of_mobile_app_device_status(mobile_app_id, device_status_id),
            of_mobile_app_user_status(mobile_app_id, user_status_id),
        ),
        example!(IosVppEBookAssignment[managed_e_book_id]),
        example!(EBookInstallSummary(managed_e_book_id)),
        example!(UserInstallStateSummary[managed_e_book_id]),
    ]
}

#[graph_resource(path = "/deviceAppManagement", operations(get, update))]
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
    also(of_mobile_app = "/deviceAppManagement/mobileApps/{mobile_app_id}/categories"),
    operations(get, list, update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct MobileAppCategory {
    #[graph(key)]
    pub id: String,
    pub display_name: Option<String>,
    pub last_modified_date_time: Option<OffsetDateTime>,
}

#[graph_resource(
    path = "/deviceAppManagement/mobileApps",
    also(
        of_mobile_app_device_status(
            path = "/deviceAppManagement/mobileApps/{mobile_app_id}/deviceStatuses/{device_status_id}/app",
            singleton
        ),
        of_mobile_app_user_status(
            path = "/deviceAppManagement/mobileApps/{mobile_app_id}/userStatuses/{user_status_id}/app",
            singleton
        )
    ),
    operations(get, list, update)
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
    path = "/deviceAppManagement/mobileApps",
    also(
        of_mobile_app_device_status(
            path = "/deviceAppManagement/mobileApps/{mobile_app_id}/deviceStatuses/{device_status_id}/app",
            singleton
        ),
        of_mobile_app_user_status(
            path = "/deviceAppManagement/mobileApps/{mobile_app_id}/userStatuses/{user_status_id}/app",
            singleton
        )
    ),
    operations(get, list, update)
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
    path = "/deviceAppManagement/managedEBooks/{managed_e_book_id}/assignments",
    operations(get, list, update)
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
    operations(get, update)
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
    operations(get, list, update)
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
